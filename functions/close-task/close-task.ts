import { attemptNumber } from '#core/attempt-number';
import { METRICS } from '#core/metric-names';
import { outsideText } from '#core/outside-text';
import type { Shard } from '#core/run';
import type { Clock } from '#ports/clock';
import type { RunPointer, TaskToken } from '#ports/orchestrator';
import type { RunStore } from '#ports/run-store';
import type { Log, MetricsSink } from '#ports/telemetry';

export interface CloseTaskPorts {
  readonly runs: RunStore;
  readonly taskToken: (token: string) => TaskToken;
  readonly clock: Clock;
  readonly metrics: MetricsSink;
  readonly log: Log;
}

/** A Fargate task of a run that stopped. */
export interface StoppedTask extends RunPointer {
  readonly token: string;
  readonly command: 'shard' | 'probe';
  /** Of a shard's task only. */
  readonly shard?: number;
  readonly attempt?: number;
  readonly taskArn: string;
  readonly stopCode: string | undefined;
  readonly reason: string;
  readonly started: boolean;
}

type Fields = { readonly [name: string]: unknown };

const fields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const environmentOf = (detail: Fields): ReadonlyMap<string, string> => {
  const overrides = list(fields(detail['overrides'])['containerOverrides']);
  const pairs = overrides.flatMap((entry) => list(fields(entry)['environment'])).map(fields);
  return new Map(
    pairs.flatMap(({ name, value }) =>
      typeof name === 'string' && typeof value === 'string' ? [[name, value] as const] : [],
    ),
  );
};

/** Orchestrators that do not count say null or "None": that is 0. */
const counted = (value: string | undefined): number =>
  value !== undefined && /^\d{1,6}$/.test(value) ? Number(value) : 0;

const EXIT_WORDS = new Map([
  [137, 'killed, for want of memory or by SIGKILL'],
  [143, 'ended by SIGTERM'],
]);

/** ECS gives at most 1,024 characters for each of two reasons. */
const REASON_CHARS_MAX = 1000;

const reasonOf = (detail: Fields): string => {
  const container = list(detail['containers']).map(fields)[0] ?? {};
  const exit = typeof container['exitCode'] === 'number' ? container['exitCode'] : undefined;
  const exited =
    exit === undefined
      ? undefined
      : `exit code ${String(exit)}${EXIT_WORDS.has(exit) ? ` (${EXIT_WORDS.get(exit) ?? ''})` : ''}`;
  const said = [text(detail['stoppedReason']), text(container['reason']), exited].filter((part) => part !== undefined);
  return said.length === 0 ? 'no reason was given' : outsideText(said.join('; '), REASON_CHARS_MAX);
};

/** Reads the detail of "ECS Task State Change"; undefined for a task that still runs or is not ours. */
export const readStoppedTask = (detail: Fields): StoppedTask | undefined => {
  const environment = environmentOf(detail);
  const [token, tenant, runId] = ['ASSAY_TASK_TOKEN', 'ASSAY_TENANT', 'ASSAY_RUN_ID'].map((name) =>
    environment.get(name),
  );
  const command = environment.get('ASSAY_COMMAND');
  if (detail['lastStatus'] !== 'STOPPED' || token === undefined || tenant === undefined || runId === undefined)
    return undefined;
  if (command !== 'shard' && command !== 'probe') return undefined;
  const shard = environment.get('ASSAY_SHARD');
  const attempt = attemptNumber({
    retry: counted(environment.get('ASSAY_RETRY')),
    redrive: counted(environment.get('ASSAY_REDRIVE')),
    attemptBase: counted(environment.get('ASSAY_ATTEMPT_BASE')),
  });
  return {
    ...{ tenant, runId, token, command },
    ...(shard === undefined ? {} : { shard: counted(shard), attempt }),
    taskArn: text(detail['taskArn']) ?? 'unknown',
    stopCode: text(detail['stopCode']),
    reason: reasonOf(detail),
    started: text(detail['startedAt']) !== undefined,
  };
};

/**
 * Tells the state machine that a task died, so that the shard is tried again at once instead of after its heartbeat. A task whose shard
 * was recorded has done its work: its state is told so, in case the runner could not. The shard of a run that shall stop is given up
 * instead of tried again. Repeatable: tokens are answered once.
 */
export const closeTask =
  (ports: CloseTaskPorts) =>
  async (task: StoppedTask | undefined, signal: AbortSignal): Promise<void> => {
    if (task === undefined) return;
    const { runs, taskToken, clock, metrics, log } = ports;
    const { tenant, runId, shard, attempt, reason, stopCode } = task;
    const token = taskToken(task.token);
    if (shard !== undefined && attempt !== undefined) {
      const found = await runs.getShard(tenant, runId, shard, signal);
      if (found?.state === 'recorded') {
        await token.succeed({}, signal);
        return;
      }
      if (isDuplicate(task, found)) {
        log.info('a second task of the same attempt ended', { test_run_id: runId, shard, attempt, task: task.taskArn });
        return;
      }
      if (wasGivenBack(task, found)) {
        log.info('the runner had given the shard back itself', {
          test_run_id: runId,
          shard,
          attempt,
          task: task.taskArn,
        });
        return;
      }
      // A later attempt holds the shard: what becomes of this task no longer matters to the state that waits.
      const superseded = found !== undefined && found.attempt > attempt;
      await runs.failAttempt({ tenant, runId, shard, attempt }, reason, stopCode, clock.nowMs(), signal);
      if (superseded) return;
      if (await giveUpIfStopping({ ...task, shard }, ports, signal)) return;
    }
    if (!task.started) metrics.add(METRICS.tasksNotStarted, 'Count', 1);
    log.warn('task died', {
      test_run_id: runId,
      shard,
      attempt,
      task: task.taskArn,
      reason,
      stop_code: stopCode,
      started: task.started,
    });
    await token.fail('TaskDied', `${stopCode ?? 'stopped'}: ${reason}`, signal);
  };

/** ECS may start two tasks for one attempt. The one that lost the claim shares number and token with the one that works, but not the ARN. */
const isDuplicate = ({ attempt, taskArn }: StoppedTask, shard: Shard | undefined): boolean => {
  const holder = shard?.attempts.find((entry) => entry.attempt === attempt);
  return holder?.state === 'running' && holder.taskArn !== undefined && holder.taskArn !== taskArn;
};

/**
 * An interrupted runner ends its attempt and fails the token itself; only its own entry has no stop code. Answering once more would be nothing
 * on AWS, where each retry has a token of its own, but would end the successor where they share one. If the runner's answer did not get
 * through, the state's heartbeat ends the wait.
 */
const wasGivenBack = ({ attempt, stopCode }: StoppedTask, shard: Shard | undefined): boolean => {
  const holder = shard?.attempts.find((entry) => entry.attempt === attempt);
  return stopCode !== undefined && holder?.state === 'lost' && holder.stopCode === undefined;
};

/** A4: nothing is started again for a run that shall stop; its state machine goes on as if the shard were done. */
const giveUpIfStopping = async (
  { tenant, runId, shard, token }: StoppedTask & { readonly shard: number },
  { runs, taskToken, clock, log }: CloseTaskPorts,
  signal: AbortSignal,
): Promise<boolean> => {
  const stop = await runs.getStop(tenant, runId, signal);
  if (stop === undefined) return false;
  const reason = `its task ended after the run was stopped (${stop})`;
  await runs.markLost(tenant, runId, shard, reason, clock.nowMs(), signal);
  log.info('shard given up: the run was stopped', { test_run_id: runId, shard, stop });
  await taskToken(token).succeed({}, signal);
  return true;
};
