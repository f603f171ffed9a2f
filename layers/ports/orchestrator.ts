import type { Json } from '#core/units';

export interface RunPointer {
  readonly tenant: string;
  readonly runId: string;
}

export type ExecutionStatus =
  'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED' | 'PENDING_REDRIVE' | 'missing';

/** Both state machines, the Fargate tasks of runs and the task tokens. */
export interface Orchestrator {
  /** Starts test-run named by runId: starting twice is starting once. */
  startRun(pointer: RunPointer, signal?: AbortSignal): Promise<void>;
  /**
   * Starts finish-run named `{runId}-finish`; a taken name means done.
   *
   * @param repeat counts from 1: the reconciler's further tries, named `{runId}-finish-r{repeat}`, because a failed execution keeps its name for 90 days
   */
  startFinish(pointer: RunPointer, signal?: AbortSignal, repeat?: number): Promise<void>;
  runStatus(pointer: RunPointer, signal?: AbortSignal): Promise<ExecutionStatus>;
  /** Status of the execution that `startFinish` with the same `repeat` names. */
  finishStatus(pointer: RunPointer, signal?: AbortSignal, repeat?: number): Promise<ExecutionStatus>;
  /** Stops test-run; an execution that is over or was never there is left alone. */
  stopRun(pointer: RunPointer, cause: string, signal?: AbortSignal): Promise<void>;
  /**
   * Stops every task whose `startedBy` is this run, and tells how many.
   *
   * @param keep ARNs of tasks that are left alone; none by default
   */
  stopTasks(pointer: RunPointer, reason: string, signal?: AbortSignal, keep?: readonly string[]): Promise<number>;
}

/** The state machine's side of one shard on Fargate. A token that nobody waits for any more is ignored. */
export interface TaskToken {
  heartbeat(signal?: AbortSignal): Promise<void>;
  succeed(output: Json, signal?: AbortSignal): Promise<void>;
  fail(error: string, cause: string, signal?: AbortSignal): Promise<void>;
}
