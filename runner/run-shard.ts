import { attemptNumber } from '#core/attempt-number';
import type { CaseResult } from '#core/case-result';
import { METRICS } from '#core/metric-names';
import type { ShardJob } from '#core/plan';
import { isProblem, problem } from '#core/problems';
import { runSuites } from '#engines/functional/run-suites';
import { secretsOfTenant } from '#engines/functional/tenant-secrets';
import type { AttemptKey } from '#ports/run-store';
import { isOver } from '#runner/await-shard';
import { loadJob } from '#runner/load-job';
import type { RunnerPorts, ShardTask } from '#runner/ports';
import { Superseded, pulse, requestedStop } from '#runner/pulse';
import { recordAttempt } from '#runner/record-attempt';
import { recorder as makeRecorder } from '#runner/recorder';
import type { Recorder } from '#runner/recorder';
import { startLine } from '#runner/start-line';
import { withRetry } from '#runner/with-retry';
import type { WithRetry } from '#runner/with-retry';

/**
 * How the program of a shard ended: `recorded` its results count; `late` they were kept but do not count; `duplicate` somebody else has
 * or had this attempt; `superseded` a later attempt took over; `interrupted` the machine was taken away, so the shard must be redone.
 */
export type ShardOutcome = 'recorded' | 'late' | 'duplicate' | 'superseded' | 'interrupted';

/** The name that the state machine retries a dead task by. */
const TASK_DIED = 'TaskDied';

/** The machine is taken away (Spot, host failure, time of the function) and nobody asked the run to stop: the work must be redone. */
class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

interface Work {
  readonly task: ShardTask;
  readonly key: AttemptKey;
  readonly ports: RunnerPorts;
  readonly retry: WithRetry;
  readonly terminate: AbortSignal;
}

const claim = async ({ task, key, ports, retry }: Work): Promise<boolean> => {
  const { executor, taskArn } = task;
  const wanted = { ...key, executor, atEpochMs: ports.clock.nowMs(), ...(taskArn === undefined ? {} : { taskArn }) };
  return (await retry('claiming the shard', () => ports.runs.claimAttempt(wanted))) !== undefined;
};

/** A retry of a shard that was recorded before its program could say so answers for it; otherwise the holder of the shard answers. */
const endDuplicate = async (work: Work): Promise<ShardOutcome> => {
  const { key, ports, retry } = work;
  const found = await retry('reading the shard', () => ports.runs.getWithShards(key.tenant, key.runId));
  const shard = found?.shards.find((candidate) => candidate.shard === key.shard);
  if (found !== undefined && isOver(found.run, shard)) await answerSuccess(work);
  return 'duplicate';
};

/** The machine goes away: a run that shall stop is recorded as it is, any other shard is given back. */
const whenTerminated = ({ key, ports, terminate }: Work, stop: AbortController): (() => void) => {
  const onTerminate = (): void => {
    requestedStop(ports, key)
      .catch(() => undefined)
      .then((stopped) => {
        if (!stop.signal.aborted) stop.abort(stopped ?? new Interrupted('the machine is taken away'));
      })
      .catch(() => undefined);
  };
  terminate.addEventListener('abort', onTerminate, { once: true });
  if (terminate.aborted) onTerminate();
  return () => {
    terminate.removeEventListener('abort', onTerminate);
  };
};

const isBlockingFailure = (result: CaseResult): boolean =>
  !result.advisory && (result.verdict === 'failed' || result.verdict === 'errored');

interface Watching {
  readonly onCase: (result: CaseResult) => void;
  /** Ends when everything that cases set off is done. */
  readonly settled: () => Promise<void>;
}

/** What a finished case sets off: fail-fast over all shards, and the points of fault tests. */
const watchCases = (job: ShardJob, { key, ports, retry }: Work): Watching => {
  const total = job.suites.reduce((sum, { definition }) => sum + definition.cases.length, 0);
  const pending: Promise<unknown>[] = [];
  let done = 0;
  let asked = false;
  return {
    onCase: (result) => {
      done += 1;
      if (done === 1) pending.push(ports.atPoint('after-first-case', key.attempt));
      if (done === Math.ceil(total / 2)) pending.push(ports.atPoint('after-half', key.attempt));
      if (!job.failFast || asked || !isBlockingFailure(result)) return;
      asked = true;
      const by = `shard ${String(key.shard)}`;
      pending.push(
        retry('asking the run to stop', () =>
          ports.runs.requestStop(key.tenant, key.runId, 'fail-fast', by, ports.clock.nowMs()),
        ),
      );
    },
    settled: async () => {
      await Promise.allSettled(pending);
    },
  };
};

interface CasesRan {
  readonly recorder: Recorder;
  readonly stopped: boolean;
  /** Why the results must not be recorded. */
  readonly discarded?: Interrupted | Superseded;
}

const runCases = async (job: ShardJob, work: Work): Promise<CasesRan> => {
  const { key, ports } = work;
  const stop = new AbortController();
  const ended = new AbortController();
  const watching = watchCases(job, work);
  const context = {
    service: 'assay-runner',
    runId: key.runId,
    shard: key.shard,
    attempt: key.attempt,
    traceId: job.traceId,
    suiteTypes: new Map(job.suites.map(({ id, definition }) => [id, definition.capability])),
  };
  ports.log.about({ trace_id: job.traceId });
  const recorder = makeRecorder(ports.clock, context, watching.onCase);
  const unlisten = whenTerminated(work, stop);
  const early = await work.retry('looking for a stop', () => requestedStop(ports, key));
  if (early !== undefined && !stop.signal.aborted) stop.abort(early);
  const beating = pulse({ key, ports, recorder, stop, ended: ended.signal });
  const secrets = secretsOfTenant(key.tenant, ports.openSecrets());
  const learn = (name: string, value: string): void => {
    recorder.masker.addSecret(name, value);
  };
  const http = ports.httpFor(job.environment, { source: secrets, learn });
  const machines = ports.machinesFor?.(job.environment, { source: secrets, learn }, startLine(job, ports));
  try {
    const { clock, random } = ports;
    const ran = await runSuites(
      job,
      {
        ...ports.shardPorts?.(job),
        ...(machines === undefined ? {} : { machines }),
        ...{ http, clock, random, secrets, masker: recorder.masker },
      },
      recorder.sink,
      stop.signal,
    );
    await watching.settled();
    const reason: unknown = ran.stopped === undefined ? undefined : stop.signal.reason;
    const discarded = reason instanceof Interrupted || reason instanceof Superseded ? reason : undefined;
    return { recorder, stopped: ran.stopped !== undefined, ...(discarded === undefined ? {} : { discarded }) };
  } finally {
    unlisten();
    ended.abort();
    await beating;
    await http.close();
  }
};

/** Ends an attempt without results. Its own trouble is only told: the state machine finds a silent program by itself. */
const giveBack = async ({ key, ports, retry }: Work, error: string, reason: string): Promise<void> => {
  const steps = [
    () => retry('giving the shard back', () => ports.runs.failAttempt(key, reason, undefined, ports.clock.nowMs())),
    () => retry('answering the state machine', () => ports.token?.fail(error, reason) ?? Promise.resolve()),
  ];
  for (const step of steps)
    await step().catch((trouble: unknown) => tell(ports, 'the attempt could not be given back', trouble));
};

const tell = ({ log }: RunnerPorts, message: string, error: unknown): void => {
  log.error(message, { reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
};

/** After the record nothing can be lost: an answer that does not get through is given by the next start of the shard. */
const answerSuccess = async ({ ports, retry }: Work): Promise<void> => {
  try {
    await retry('answering the state machine', () => ports.token?.succeed({}) ?? Promise.resolve());
  } catch (error) {
    tell(ports, 'the state machine could not be told of the record', error);
  }
};

const workOnShard = async (work: Work): Promise<ShardOutcome> => {
  const { task, key, ports, retry } = work;
  const startedAtEpochMs = ports.clock.nowMs();
  await ports.atPoint('after-claim', key.attempt);
  const job = await retry('loading the job', () => loadJob(ports.staging, key));
  await ports.atPoint('after-job', key.attempt);
  const ran = await runCases(job, work);
  if (ran.discarded instanceof Superseded) return 'superseded';
  if (ran.discarded !== undefined) return interrupted(work);
  await ports.atPoint('after-cases', key.attempt);
  const counted = await recordAttempt(
    { key, task, startedAtEpochMs, stopped: ran.stopped },
    ran.recorder,
    ports,
    retry,
  );
  ports.metrics.add(METRICS.shardDurationMs, 'Milliseconds', Math.max(0, ports.clock.nowMs() - startedAtEpochMs));
  // A late attempt leaves the answer to the one that took over.
  if (counted) await answerSuccess(work);
  await ports.atPoint('after-success', key.attempt);
  return counted ? 'recorded' : 'late';
};

const interrupted = async (work: Work): Promise<ShardOutcome> => {
  await giveBack(work, TASK_DIED, 'interrupted: the machine was taken away before the shard was done');
  return 'interrupted';
};

/**
 * Runs one shard from claim to record, on Lambda, Fargate or a laptop.
 *
 * The truth about a shard is its item in the table: the claim decides who works, the record decides what counts, and everything in
 * between can be lost without harm. The state machine hears of success only after the record.
 *
 * @param terminate aborted when the machine is taken away (SIGTERM, end of a function's time)
 * @throws what made the attempt impossible (`plan-missing`, `dependency-unavailable`, …), after the attempt was ended in the table
 */
export const runShard = async (task: ShardTask, ports: RunnerPorts, terminate: AbortSignal): Promise<ShardOutcome> => {
  const attempt = attemptNumber(task);
  const nonce = Buffer.from(ports.random.bytes(16)).toString('hex');
  const key: AttemptKey = { tenant: task.tenant, runId: task.runId, shard: task.shard, attempt, nonce };
  const work: Work = { task, key, ports, retry: withRetry(ports), terminate };
  await ports.atPoint('before-claim', attempt);
  if (terminate.aborted) {
    await work.retry(
      'answering the state machine',
      () => ports.token?.fail(TASK_DIED, 'interrupted before the shard was claimed') ?? Promise.resolve(),
    );
    return 'interrupted';
  }
  if (!(await claim(work))) return endDuplicate(work);
  try {
    return await workOnShard(work);
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    ports.log.error('the attempt failed', { reason, shard: key.shard, attempt });
    await giveBack(work, isProblem(error) ? error.code : TASK_DIED, reason);
    throw isProblem(error) ? error : problem('dependency-unavailable', reason, { cause: error });
  }
};
