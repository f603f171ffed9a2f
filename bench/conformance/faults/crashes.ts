/**
 * A runner that ends itself at a named point, by SIGTERM or SIGKILL, on Lambda or Fargate, in the first attempt of each of two shards.
 *
 * The order reaches it as on AWS: a copy of the function, or a revision of the task definition, has ASSAY_CRASH_AT in its environment,
 * and the state machine names that one while the run is started.
 */
import {
  DeregisterTaskDefinitionCommand,
  DescribeTaskDefinitionCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs';
import type { Executor } from '#core/words';
import { CRASH_POINTS } from '#runner/crash-points';
import type { CrashPoint } from '#runner/crash-points';
import { clientOf } from '../../../local/published-names.ts';
import { judged } from './caller.ts';
import { lambdaEnds, taskEnds } from './program-ends.ts';
import type { ProgramEnds } from './program-ends.ts';
import type { Fault, Seen } from './fault.ts';
import { shared } from './fault.ts';
import { isEachOnce, sealedRun } from './sealed-run.ts';
import type { SealedRun } from './sealed-run.ts';
import { startTarget } from './target.ts';
import { get, register } from './world.ts';
import type { World } from './world.ts';

const CASES = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'] as const;
const SHARDS = 2;
const SIGNALS = ['SIGTERM', 'SIGKILL'] as const;
type Signal = (typeof SIGNALS)[number];

/** Everybody's target and service: requests are told apart by the trace id of their run. */
const scene = shared(async (world: World) => {
  const target = await startTarget(CASES.map((id) => `/${id}`));
  const service = await register(world, { url: target.url, cases: CASES.map((id) => get(id)) });
  return { target, service };
});

/** Stops the crash runs' own target. */
export const closeScene = async (world: World): Promise<void> => (await scene(world)).target[Symbol.asyncDispose]();

/** A revision of the task definition with one more variable. */
export const taskDefinitionWith = async ({ cloud, machines }: World, name: string, value: string) => {
  const client = new ECSClient(clientOf(cloud.endpoint));
  const [, deployed = ''] = /"(arn:aws:ecs:[^"]+:task-definition\/[^"]+)"/.exec(machines.definitions.run) ?? [];
  const { taskDefinition } = await client.send(new DescribeTaskDefinitionCommand({ taskDefinition: deployed }));
  const {
    family,
    containerDefinitions = [],
    taskRoleArn,
    executionRoleArn,
    networkMode,
    cpu,
    memory,
    volumes,
  } = taskDefinition ?? {};
  const [container, ...rest] = containerDefinitions;
  const environment = [...(container?.environment ?? []), { name, value }];
  const made = await client.send(
    new RegisterTaskDefinitionCommand({
      family,
      containerDefinitions: [{ ...container, environment }, ...rest],
      ...{ taskRoleArn, executionRoleArn, networkMode, cpu, memory, volumes },
      requiresCompatibilities: ['FARGATE'],
    }),
  );
  const arn = made.taskDefinition?.taskDefinitionArn ?? '';
  return {
    deployed,
    arn,
    [Symbol.asyncDispose]: async () => {
      await client.send(new DeregisterTaskDefinitionCommand({ taskDefinition: arn }));
    },
  };
};

interface Crashed {
  readonly done: SealedRun;
  readonly ends: ProgramEnds;
}

const crashRun = async (world: World, plan: string, executor: Executor): Promise<Crashed> => {
  const { service } = await scene(world);
  await using scope = new AsyncDisposableStack();
  const exchanges: Record<string, string> = {};
  let revisionArn = '';
  if (executor === 'lambda') {
    const copy = scope.use(await world.functions.copyOf('run-shard', { ASSAY_CRASH_AT: plan }));
    exchanges[world.functions.arnOf('run-shard')] = copy.arn;
  } else {
    const revision = scope.use(await taskDefinitionWith(world, 'ASSAY_CRASH_AT', plan));
    exchanges[revision.deployed] = revision.arn;
    revisionArn = revision.arn;
  }
  const { runId } = await world.startRun({ service, executor, shards: SHARDS }, { run: exchanges });
  await judged(world.who, runId, 240_000);
  const done = await sealedRun(world.who, runId);
  return {
    done,
    ends: executor === 'lambda' ? await lambdaEnds(world, runId) : await taskEnds(world, runId, revisionArn),
  };
};

const requestsOf = async (world: World, traceId: string): Promise<readonly number[]> => {
  const { target } = await scene(world);
  const mine = target.hits.filter(({ headers }) => String(headers['traceparent'] ?? '').split('-')[1] === traceId);
  return CASES.map((id) => mine.filter(({ path }) => path === `/${id}`).length);
};

/** Whether each case is there once in results, gate and evidence, with the verdict that it must have. */
const countsOnce = ({ view, results, evidenceCases, verdictCases }: SealedRun): boolean => {
  const counts = view.gate?.counts;
  const lists = [results.map((result) => result.case), evidenceCases, verdictCases];
  const others = counts === undefined ? 1 : counts.failed + counts.errored + counts.skipped;
  return lists.every((found) => isEachOnce(found, CASES)) && counts?.passed === CASES.length && others === 0;
};

const seen = ({ done, ends }: Crashed, requests: readonly number[], signal: Signal): Seen => {
  const { view, results, evidence, evidenceCases } = done;
  const attempts = view.progress.shards.map((shard) => shard.attempt);
  const outcome =
    `gate ${view.gate?.answer ?? 'none'}; cases: results ${String(results.length)}, gate ${String(view.gate?.counts.passed ?? 0)} passed, evidence ${String(evidenceCases.length)}; ` +
    `attempts per shard ${attempts.join(', ')}; requests per case ${requests.join(', ')}; ${ends.text}; ${view.state}, evidence ${evidence}`;
  const redone =
    attempts.length === SHARDS &&
    attempts.every((attempt) => attempt <= 2) &&
    requests.every((count) => count >= 1 && count <= 2);
  const ended = signal === 'SIGKILL' ? ends.killed >= SHARDS : ends.ordered >= SHARDS;
  const finished = view.gate?.answer === 'open' && view.state === 'sealed' && evidence === 'valid';
  return { outcome, ok: countsOnce(done) && redone && ended && finished };
};

const EXPECTED = `gate open; each of ${String(CASES.length)} cases once in results, gate and evidence; at most 2 attempts per shard and 2 requests per case; both first runners got the order; sealed, evidence valid`;

const crash = (point: CrashPoint, signal: Signal, executor: Executor): Fault => ({
  fault: `runner ended by ${signal} ${point}`,
  executor,
  expected: EXPECTED,
  provoke: async (world) => {
    const crashed = await crashRun(world, `${point}:${signal}`, executor);
    return seen(crashed, await requestsOf(world, crashed.done.view.traceId), signal);
  },
});

/** 12 points, 2 signals, 2 executors. */
export const crashes: readonly Fault[] = CRASH_POINTS.flatMap((point) =>
  SIGNALS.flatMap((signal) => (['lambda', 'fargate'] as const).map((executor) => crash(point, signal, executor))),
);
