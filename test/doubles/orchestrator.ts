import type { Json } from '#core/units';
import type { ExecutionStatus, Orchestrator, RunPointer, TaskToken } from '#ports/orchestrator';

export interface InMemoryOrchestrator extends Orchestrator {
  /** Names of all executions ever started, in order: `{runId}`, `{runId}-finish`, `{runId}-finish-r1`, … */
  readonly executions: readonly string[];
  readonly stops: readonly { readonly runId: string; readonly cause: string }[];
  readonly taskStops: readonly { readonly runId: string; readonly reason: string; readonly keep?: readonly string[] }[];
  setStatus(executionName: string, status: ExecutionStatus): void;
  /** How many running tasks `stopTasks` finds for a run. */
  setTasks(runId: string, count: number): void;
  /** The next call of a method rejects with this. */
  failNext(method: keyof Orchestrator, error: Error): void;
}

const finishName = (runId: string, repeat?: number): string =>
  repeat === undefined ? `${runId}-finish` : `${runId}-finish-r${repeat}`;

export const inMemoryOrchestrator = (): InMemoryOrchestrator => {
  const statuses = new Map<string, ExecutionStatus>();
  const executions: string[] = [];
  const stops: { runId: string; cause: string }[] = [];
  const taskStops: { runId: string; reason: string; keep?: readonly string[] }[] = [];
  const tasks = new Map<string, number>();
  const failures = new Map<keyof Orchestrator, Error>();
  const enter = async (method: keyof Orchestrator, signal?: AbortSignal): Promise<void> => {
    await Promise.resolve();
    signal?.throwIfAborted();
    const failure = failures.get(method);
    failures.delete(method);
    if (failure !== undefined) throw failure;
  };
  const start = (name: string): void => {
    if (statuses.has(name)) return;
    statuses.set(name, 'RUNNING');
    executions.push(name);
  };
  return {
    executions,
    stops,
    taskStops,
    setStatus: (name, status) => {
      statuses.set(name, status);
    },
    setTasks: (runId, count) => {
      tasks.set(runId, count);
    },
    failNext: (method, error) => {
      failures.set(method, error);
    },
    startRun: async ({ runId }, signal) => {
      await enter('startRun', signal);
      start(runId);
    },
    startFinish: async ({ runId }, signal, repeat) => {
      await enter('startFinish', signal);
      start(finishName(runId, repeat));
    },
    runStatus: async ({ runId }, signal) => {
      await enter('runStatus', signal);
      return statuses.get(runId) ?? 'missing';
    },
    finishStatus: async ({ runId }, signal, repeat) => {
      await enter('finishStatus', signal);
      return statuses.get(finishName(runId, repeat)) ?? 'missing';
    },
    stopRun: async ({ runId }: RunPointer, cause, signal) => {
      await enter('stopRun', signal);
      stops.push({ runId, cause });
      if (statuses.get(runId) === 'RUNNING') statuses.set(runId, 'ABORTED');
    },
    stopTasks: async ({ runId }, reason, signal, keep) => {
      await enter('stopTasks', signal);
      taskStops.push({ runId, reason, ...(keep === undefined ? {} : { keep }) });
      const count = tasks.get(runId) ?? 0;
      tasks.delete(runId);
      return count;
    },
  };
};

export interface RecordingTaskToken extends TaskToken {
  readonly heartbeats: number;
  readonly answers: readonly ({ readonly output: Json } | { readonly error: string; readonly cause: string })[];
}

export const recordingTaskToken = (): RecordingTaskToken => {
  let heartbeats = 0;
  const answers: ({ readonly output: Json } | { readonly error: string; readonly cause: string })[] = [];
  return {
    answers,
    get heartbeats() {
      return heartbeats;
    },
    heartbeat: async () => {
      await Promise.resolve();
      heartbeats += 1;
    },
    succeed: async (output) => {
      await Promise.resolve();
      answers.push({ output });
    },
    fail: async (error, cause) => {
      await Promise.resolve();
      answers.push({ error, cause });
    },
  };
};
