import type { Run } from '#core/run';
import type { EpochMs } from '#core/units';
import type { Orchestrator, RunPointer } from '#ports/orchestrator';
import type { ReconcilePorts } from './reconcile-ports.ts';

/** Each further finish-run waits twice as long as the one before: minutes at first, a day after eleven. */
const REPEAT_BASE_MS = 60_000;
const REPEATS_MAX = 14;

/** People must look at these first; the same files would be refused again. */
const NOT_REPAIRED_BY_TIME = ['sensitive-evidence'];

/** People must repair these too, but not the run: each bundle would be refused alike, and is sealed within the hour after the repair. */
const REPAIRED_BESIDE_THE_RUN = ['evidence-unlocked'];
const HOUR_MS = 3_600_000;

/**
 * One step for a run whose shards have ended: start finish-run where it never was, and again where it died or ended without a seal. A
 * failed execution keeps its name for 90 days, so a repeat has a number. A run that no repeat will seal is set aside, so that it never
 * stands before runs that can still be helped; it is counted all the same. One that waits for its bucket to be repaired is tried once an
 * hour for as long as it takes, so that a plane without Object Lock does not seal in vain every minute.
 *
 * @returns what was done; undefined when finish-run is at work, or it is not yet time to try again
 */
export const finishRun = async (
  run: Run,
  now: EpochMs,
  { orchestrator, runs }: ReconcilePorts,
  signal: AbortSignal,
): Promise<string | undefined> => {
  const pointer = { tenant: run.tenant, runId: run.runId };
  const setAside = async (why: string): Promise<string> => {
    await runs.setAside(run.tenant, run.runId, signal);
    return `set aside: ${why}`;
  };
  if (run.sealError !== undefined && NOT_REPAIRED_BY_TIME.includes(run.sealError.code))
    return setAside(run.sealError.code);
  const first = await orchestrator.finishStatus(pointer, signal);
  if (first === 'missing') {
    await orchestrator.startFinish(pointer, signal);
    return 'finish started';
  }
  if (first === 'RUNNING') return undefined;
  const since = now - (run.judgedAtEpochMs ?? run.lastRecordedAtEpochMs ?? run.acceptedAtEpochMs);
  if (run.sealError !== undefined && REPAIRED_BESIDE_THE_RUN.includes(run.sealError.code))
    return hourly(pointer, Math.floor(since / HOUR_MS), orchestrator, signal);
  for (let repeat = 1; repeat <= REPEATS_MAX; repeat += 1) {
    if (since < REPEAT_BASE_MS * 2 ** (repeat - 1)) return undefined;
    const status = await orchestrator.finishStatus(pointer, signal, repeat);
    if (status === 'RUNNING') return undefined;
    if (status !== 'missing') continue;
    await orchestrator.startFinish(pointer, signal, repeat);
    return `finish started again (${String(repeat)})`;
  }
  return setAside(`${String(REPEATS_MAX)} repeats of finish-run did not seal it`);
};

/** The hour since judging is the number of the repeat: one status is asked for, however long it goes on. */
const hourly = async (
  pointer: RunPointer,
  hour: number,
  orchestrator: Orchestrator,
  signal: AbortSignal,
): Promise<string | undefined> => {
  if (hour < 1 || (await orchestrator.finishStatus(pointer, signal, hour)) !== 'missing') return undefined;
  await orchestrator.startFinish(pointer, signal, hour);
  return `finish started again (${String(hour)})`;
};
