import { EXECUTION_ENDS } from '#core/execution-ends';
import type { Run } from '#core/run';
import type { EpochMs } from '#core/units';
import { finishRun } from './finish-run.ts';
import type { ReconcilePorts } from './reconcile-ports.ts';

/** Runners look for a stop every 5 s, tear down, and record; after this they have had their chance. */
export const STOP_GRACE_MS = 60_000;

/** What is told of a run that a stop has ended. */
export const STOPPED = 'stopped';
export const STOPPED_AFTER_GRACE = 'stopped after grace';

/** A shard that was just starting when the stop came has seen it by then, and says so in the table. */
const STARTING_MS = 10_000;

/**
 * One step for a run that is not being judged yet: start what was never started, stop what is past its deadline, end what was asked to
 * stop and did not, finish what died.
 *
 * @returns what was done; undefined when all is well
 */
export const mendRun = async (
  run: Run,
  now: EpochMs,
  ports: ReconcilePorts,
  signal: AbortSignal,
): Promise<string | undefined> => {
  const { orchestrator, runs } = ports;
  const pointer = { tenant: run.tenant, runId: run.runId };
  const status = await orchestrator.runStatus(pointer, signal);
  if (status === 'RUNNING' || status === 'PENDING_REDRIVE') return stopWhereDue(run, now, ports, signal);
  if (status === 'missing' && run.state === 'accepted' && now <= run.deadlineEpochMs) {
    // The run was recorded and the start was lost. A run that was stopped meanwhile is planned as such, and ends there.
    await orchestrator.startRun(pointer, signal);
    return 'started';
  }
  if (status !== 'SUCCEEDED' && run.stopRequestedAtEpochMs === undefined) {
    await runs.recordError(run.tenant, run.runId, { code: 'execution-lost', message: EXECUTION_ENDS[status] }, signal);
  }
  if (status !== 'SUCCEEDED') await orchestrator.stopTasks(pointer, `execution of ${run.runId} is ${status}`, signal);
  return finishRun(run, now, ports, signal);
};

const stopWhereDue = async (
  run: Run,
  now: EpochMs,
  ports: ReconcilePorts,
  signal: AbortSignal,
): Promise<string | undefined> => {
  const { orchestrator, runs } = ports;
  const { tenant, runId, stopRequestedAtEpochMs } = run;
  if (stopRequestedAtEpochMs === undefined) {
    if (now <= run.deadlineEpochMs) return undefined;
    const first = await runs.requestStop(tenant, runId, 'deadline', 'assay', now, signal);
    return first ? 'stop requested: deadline' : undefined;
  }
  const since = now - stopRequestedAtEpochMs;
  if (since > STOP_GRACE_MS) {
    const reason = `stop (${run.stopReason ?? 'unknown'}) was not followed within ${String(STOP_GRACE_MS / 1000)} s`;
    return endRun(run, reason, STOPPED_AFTER_GRACE, ports, signal);
  }
  if (since <= STARTING_MS) return undefined;
  const found = await runs.getWithShards(tenant, runId, signal);
  const working = found?.shards.filter(({ state }) => state === 'running') ?? [];
  if (working.length === 0)
    return endRun(run, `stop (${run.stopReason ?? 'unknown'}) came and no shard is at work`, STOPPED, ports, signal);
  // Whoever works stops by himself and records. Tasks that nobody has begun to use would only be paid for.
  const keep = working.flatMap(
    ({ attempt, attempts }) => attempts.find((entry) => entry.attempt === attempt)?.taskArn ?? [],
  );
  const idle = await orchestrator.stopTasks(
    { tenant, runId },
    'the run was stopped before this task began',
    signal,
    keep,
  );
  return idle === 0 ? undefined : `stopped ${String(idle)} idle tasks`;
};

/** Tasks first: an execution that is gone would leave them running. */
const endRun = async (
  { tenant, runId }: Run,
  reason: string,
  action: string,
  { orchestrator }: ReconcilePorts,
  signal: AbortSignal,
): Promise<string> => {
  const pointer = { tenant, runId };
  await orchestrator.stopTasks(pointer, reason, signal);
  await orchestrator.stopRun(pointer, reason, signal);
  await orchestrator.startFinish(pointer, signal);
  return action;
};
