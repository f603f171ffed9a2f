import { EXECUTION_ENDS } from '#core/execution-ends';
import { problem } from '#core/problems';
import { runLogFields } from '#core/run-log-fields';
import type { Orchestrator, RunPointer } from '#ports/orchestrator';
import type { RunStore } from '#ports/run-store';
import type { Log } from '#ports/telemetry';

export interface CloseRunPorts {
  readonly runs: RunStore;
  readonly orchestrator: Orchestrator;
  readonly log: Log;
}

/** How an execution of one of our machines ended. */
export interface EndedExecution extends RunPointer {
  readonly machine: 'test-run' | 'finish-run';
  readonly status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
}

type Fields = { readonly [name: string]: unknown };

const EXECUTION_NAME = /^(r[0-9a-hjkmnp-tv-z]{26})(-finish(?:-r\d+)?)?$/;
const TENANT = /^[a-z0-9][a-z0-9-]{0,62}$/;
const ENDS = ['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const;

const inputOf = (text: unknown): Fields => {
  if (typeof text !== 'string') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Fields) : {};
  } catch {
    // EventBridge leaves a large input out; then the execution cannot be ours, whose input is two ids.
    return {};
  }
};

/**
 * Reads the detail of "Step Functions Execution Status Change"; undefined for an execution that is not over or not ours.
 *
 * @throws invariant-broken when an execution with a name of ours has no tenant in its input
 */
export const readEndedExecution = (detail: Fields): EndedExecution | undefined => {
  const [, runId, finish] = EXECUTION_NAME.exec(typeof detail['name'] === 'string' ? detail['name'] : '') ?? [];
  const status = ENDS.find((end) => end === detail['status']);
  if (runId === undefined || status === undefined) return undefined;
  const { tenant } = inputOf(detail['input']);
  if (typeof tenant !== 'string' || !TENANT.test(tenant)) {
    throw problem(
      'invariant-broken',
      `the input of execution ${runId} must name a tenant, got ${JSON.stringify(tenant) ?? 'none'}`,
      { runId },
    );
  }
  return { tenant, runId, machine: finish === undefined ? 'test-run' : 'finish-run', status };
};

/**
 * Sees to it that a run whose execution died is judged and sealed all the same: a machine that timed out or was stopped runs none of its
 * own Catch edges, and its tasks go on. Repeatable; the reconciler does the same for events that never came.
 */
export const closeRun =
  ({ runs, orchestrator, log }: CloseRunPorts) =>
  async (ended: EndedExecution | undefined, signal: AbortSignal): Promise<void> => {
    if (ended === undefined) return;
    const { tenant, runId, machine, status } = ended;
    const pointer = { tenant, runId };
    if (status === 'SUCCEEDED') return;
    const run = await runs.get(tenant, runId, signal);
    log.about({ test_run_id: runId, correlation_id: runId, ...(run === undefined ? {} : runLogFields(run)) });
    log.warn(`${machine} ended with ${status}`, { machine, status });
    // Another finish-run is the reconciler's to start: it counts how often, and waits longer each time.
    if (machine === 'finish-run') return;
    if (run === undefined) throw problem('run-not-found', `no run ${runId}`, { runId });
    // Of a run that was stopped, the stop says why; anything else is an end that nobody asked for.
    if (run.stopRequestedAtEpochMs === undefined) {
      await runs.recordError(
        tenant,
        runId,
        { code: `execution-${status.toLowerCase().replace('_', '-')}`, message: EXECUTION_ENDS[status] },
        signal,
      );
    }
    await orchestrator.stopTasks(pointer, `execution of ${runId} ended with ${status}`, signal);
    await orchestrator.startFinish(pointer, signal);
  };
