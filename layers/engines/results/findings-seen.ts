/** What the results of a run say of findings: those that were seen, and which checks could have seen others. */
import type { CaseResult } from '#core/case-result';
import { graver } from '#core/finding';
import type { Finding } from '#core/finding';
import { checksThatRan } from '#core/finding-record';
import type { CheckThatRan, FindingRun } from '#core/finding-record';
import { exploredRules } from '#engines/generated/held-rules';
import { CHECKS } from '#engines/security/registry';

/** Gathered line by line. */
export interface FindingsSeen {
  readonly findings: Map<string, Finding>;
  readonly ran: Map<string, CheckThatRan>;
}

export const findingsSeen = (): FindingsSeen => ({ findings: new Map(), ran: new Map() });

/** What begins like the name of a check and is none tells nothing. */
const SCAN_CHECKS: ReadonlySet<string> = new Set(CHECKS.map(({ id }) => id));

/** Shards are read in any order: of two that tell the same thing the graver one stays. */
const keep = (finding: Finding, seen: Map<string, Finding>): void => {
  const known = seen.get(finding.fingerprint);
  seen.set(finding.fingerprint, known === undefined ? finding : graver(known, finding));
};

/** Exchanges stay in the results; the record keeps what a person needs to know that it is the same thing. */
export const lookAt = (result: CaseResult, seen: FindingsSeen): void => {
  for (const { request: _request, response: _response, curl: _curl, ...finding } of result.findings ?? [])
    keep(finding, seen.findings);
  for (const one of [...checksThatRan([result], SCAN_CHECKS), ...exploredRules(result)])
    seen.ran.set(JSON.stringify([one.check, one.operation ?? '']), one);
};

/** What one shard saw, to what others saw. */
export const addSeen = ({ findings, ran }: FindingsSeen, to: FindingsSeen): void => {
  for (const finding of findings.values()) keep(finding, to.findings);
  for (const [key, one] of ran) to.ran.set(key, one);
};

/** A run as what is known of a service's findings is brought up to. */
export const findingRunOf = (
  { runId, service }: Pick<FindingRun, 'runId' | 'service'>,
  { findings, ran }: FindingsSeen,
): FindingRun => ({ runId, service, findings: [...findings.values()], checksThatRan: [...ran.values()] });
