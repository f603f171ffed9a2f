import { canonicalJson } from '#core/canonical-json';
import { mergeFindings, overdueReason } from '#core/finding-record';
import type { FindingRecord, FindingRun } from '#core/finding-record';
import { problem } from '#core/problems';
import { findingRunOf } from '#engines/results/findings-seen';
import type { FindingsSeen } from '#engines/results/findings-seen';
import type { CatalogStore } from '#ports/catalog-store';
import type { Clock } from '#ports/clock';
import type { FindingStore } from '#ports/finding-store';

const ROUNDS_MAX = 5;

export interface LearnFindingsPorts {
  readonly findings: FindingStore;
  readonly catalog: Pick<CatalogStore, 'getService'>;
  readonly clock: Clock;
}

export interface LearnedFindings {
  /** Seen by the run. */
  readonly seen: number;
  /** Known of the service, and not fixed or not looked at in time. */
  readonly overdue: number;
}

interface RunToLearn {
  readonly run: FindingRun;
  readonly atEpochMs: number;
}

/** @returns what is known now; undefined when somebody else wrote meanwhile */
const writeOnce = async (
  tenant: string,
  { run, atEpochMs }: RunToLearn,
  { findings }: LearnFindingsPorts,
  signal: AbortSignal,
): Promise<readonly FindingRecord[] | undefined> => {
  const stored = await findings.ofService(tenant, run.service, signal);
  const before = new Map(stored.map(({ record, revision }) => [record.fingerprint, { record, revision }]));
  const merged = mergeFindings(
    stored.map(({ record }) => record),
    run,
    atEpochMs,
  );
  for (const record of merged) {
    const known = before.get(record.fingerprint);
    if (known !== undefined && canonicalJson(known.record) === canonicalJson(record)) continue;
    if (!(await findings.put(tenant, record, known?.revision ?? 0, signal))) return undefined;
  }
  return merged;
};

/** A run as far as findings are concerned. */
export interface LearnedRun {
  readonly tenant: string;
  readonly runId: string;
  readonly service: string;
  /** When its attempts were frozen: what a later run saw is not undone by one that is learned from late. */
  readonly atEpochMs: number;
}

/**
 * Brings what is known of a service's findings up to what a run saw. Merging the same run again changes nothing.
 *
 * @throws dependency-unavailable when others write all the time
 */
export const learnFindings = async (
  { tenant, runId, service, atEpochMs }: LearnedRun,
  seen: FindingsSeen,
  ports: LearnFindingsPorts,
  signal: AbortSignal,
): Promise<LearnedFindings> => {
  const stored = await ports.catalog.getService(tenant, service, signal);
  const { owner, team } = stored?.definition ?? {};
  const run: FindingRun = {
    ...findingRunOf({ runId, service }, seen),
    ...(owner === undefined ? {} : { owner }),
    ...(team === undefined ? {} : { team }),
  };
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const known = await writeOnce(tenant, { run, atEpochMs }, ports, signal);
    if (known === undefined) continue;
    const nowMs = ports.clock.nowMs();
    return {
      seen: run.findings.length,
      overdue: known.filter((record) => overdueReason(record, nowMs) !== undefined).length,
    };
  }
  throw problem('dependency-unavailable', `the findings of ${service} are being changed by too many at once`, {
    retryAfterSeconds: 1,
  });
};
