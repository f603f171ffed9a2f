import type { Run } from '#core/run';
import type { EpochMs } from '#core/units';
import type { ExecutionStatus } from '#ports/orchestrator';
import { finishRun } from './finish-run.ts';
import type { ReconcilePorts } from './reconcile-ports.ts';

/** Runners look for a stop every 5 s, tear down, and record; after this they have had their chance. */
export const STOP_GRACE_MS = 60_000;

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
    await runs.recordError(run.tenant, run.runId, { code: 'execution-lost', message: MESSAGES[status] }, signal);
  }
  if (status !== 'SUCCEEDED') await orchestrator.stopTasks(pointer, `execution of ${run.runId} is ${status}`, signal);
  return finishRun(run, now, ports, signal);
};

const MESSAGES: { readonly [status in Exclude<ExecutionStatus, 'RUNNING' | 'PENDING_REDRIVE' | 'SUCCEEDED'>]: string } =
  {
    FAILED: 'The state machine of the run failed before every shard had ended.',
    TIMED_OUT: 'The state machine of the run ran out of time before every shard had ended.',
    ABORTED: 'The state machine of the run was stopped before every shard had ended.',
    missing: 'The run was never started, or its execution is gone.',
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
  if (now <= stopRequestedAtEpochMs + STOP_GRACE_MS) return undefined;
  const pointer = { tenant, runId };
  // Tasks first: an execution that is gone would leave them running.
  await orchestrator.stopTasks(
    pointer,
    `stop (${run.stopReason ?? 'unknown'}) was not followed within ${String(STOP_GRACE_MS / 1000)} s`,
    signal,
  );
  await orchestrator.stopRun(pointer, 'stop was not followed within its grace', signal);
  await orchestrator.startFinish(pointer, signal);
  return 'stopped after grace';
};
