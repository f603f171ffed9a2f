/** The gate's rule about findings, of this run and of earlier ones (C7.2). */
import { SEVERITIES, gravest } from '#core/finding';
import type { Finding } from '#core/finding';
import { isOpen, overdueReason } from '#core/finding-record';
import type { FindingRecord } from '#core/finding-record';
import { eachLine } from '#core/case-summary';
import { count, listed } from '#core/gate-words';
import type { MergedResults } from '#core/merge-results';
import type { GateReason, GateRules } from '#core/run';

/** Findings of the service as they are known after this run. */
export interface KnownFindings {
  readonly records: readonly FindingRecord[];
  readonly atEpochMs: number;
}

export interface FindingFacts {
  readonly service: string;
  readonly rules: GateRules;
  readonly results: MergedResults;
  /** Absent where nothing is kept from run to run: then those of this run count. */
  readonly findings?: KnownFindings;
}

/** Which finding it is, for people and for `assay findings`; holds nothing that the target answered. */
const nameOf = ({ fingerprint, check, operation }: Pick<Finding, 'fingerprint' | 'check' | 'operation'>): string =>
  `${fingerprint} (${check}${operation === undefined ? '' : ` in ${operation}`})`;

const ofThisRun = ({ cases }: MergedResults): readonly Finding[] => {
  const found = eachLine(cases.values()).flatMap(({ findings = [] }) => findings);
  // One that somebody accepted in one suite is still open in another.
  return gravest(found).filter(({ suppressed }) => suppressed === undefined);
};

const byFingerprint = (a: { readonly fingerprint: string }, b: { readonly fingerprint: string }): number =>
  a.fingerprint < b.fingerprint ? -1 : 1;

/** No reason at all where the rules say nothing of findings. */
export const findingReasons = ({ service, rules, results, findings }: FindingFacts): readonly GateReason[] => {
  const { findings: rule } = rules;
  if (rule === undefined) return [];
  const evidence = `/findings?service=${encodeURIComponent(service.toWellFormed())}&state=open`;
  const open = [...(findings === undefined ? ofThisRun(results) : findings.records.filter(isOpen))].sort(byFingerprint);
  const overMany = [...SEVERITIES].reverse().flatMap((severity): readonly GateReason[] => {
    const limit = rule.maxOpen?.[severity];
    const own = open.filter((finding) => finding.severity === severity);
    if (limit === undefined || own.length === 0) return [];
    const isOver = own.length > limit;
    return [
      {
        code: isOver ? 'findings-over-limit' : 'findings-within-limit',
        message: `${count(own.length, 'open finding')} of severity ${severity}, ${String(limit)} allowed: ${listed(own.map(nameOf))}.`,
        effect: isOver ? 'shut' : 'info',
        evidence,
      },
    ];
  });
  const late = (findings?.records ?? [])
    .filter((record) => overdueReason(record, findings?.atEpochMs ?? 0) !== undefined)
    .sort(byFingerprint);
  if (rule.overdue === undefined || late.length === 0) return overMany;
  const message = `${count(late.length, 'finding')} should have been fixed or looked at by now: ${listed(late.map(nameOf))}.`;
  return [...overMany, { code: 'findings-overdue', message, effect: rule.overdue, evidence }];
};
