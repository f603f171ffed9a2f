/**
 * A runner that ends itself at a named point, by SIGTERM or SIGKILL, on Lambda or Fargate, in the first attempt of each of two shards.
 *
 * The order reaches it as on AWS: a copy of the function, or a revision of the task definition, has ASSAY_CRASH_AT in its environment,
 * and the state machine names that one while the run is started.
 */
import { DeregisterTaskDefinitionCommand, DescribeTaskDefinitionCommand, ECSClient, RegisterTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import type { RunAccepted } from '#contracts/generated/types';
import type { Executor } from '#core/words';
import { CRASH_POINTS } from '#runner/crash-points';
import type { CrashPoint } from '#runner/crash-points';
import { clientOf } from '../../../local/published-names.ts';
import { get } from '../../../test/e2e/catalog.ts';
import { judged } from '../../../test/e2e/plane.ts';
import { deathsOf } from './deaths.ts';
import type { Fault, Seen } from './fault.ts';
import { shared } from './fault.ts';
import type { Exchanges } from './machines.ts';
import { isEachOnce, sealedRun } from './sealed-run.ts';
import type { SealedRun } from './sealed-run.ts';
import { openTarget, register } from './world.ts';
import type { World } from './world.ts';

const CASES = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'] as const;
const SHARDS = 2;
const SIGNALS = ['SIGTERM', 'SIGKILL'] as const;
type Signal = (typeof SIGNALS)[number];

/** Everybody's target and service: requests are told apart by the trace id of their run. */
const scene = shared(async (world: World) => {
  const target = await openTarget(CASES.map((id) => `/${id}`));
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
  const { family, containerDefinitions = [], taskRoleArn, executionRoleArn, networkMode, cpu, memory, volumes } = taskDefinition ?? {};
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

const crashRun = async (world: World, plan: string, executor: Executor): Promise<RunAccepted & { readonly deaths: number; readonly done: SealedRun }> => {
  const { service } = await scene(world);
  await using scope = new AsyncDisposableStack();
  const exchanges: Record<string, string> = {};
  if (executor === 'lambda') {
    const copy = scope.use(await world.functions.copyOf('run-shard', { ASSAY_CRASH_AT: plan }));
    exchanges[world.functions.arnOf('run-shard')] = copy.arn;
  } else {
    const revision = scope.use(await taskDefinitionWith(world, 'ASSAY_CRASH_AT', plan));
    exchanges[revision.deployed] = revision.arn;
  }
  const run: Exchanges = exchanges;
  const accepted = await world.startRun({ service, executor, shards: SHARDS }, { run });
  await judged(world.who, accepted.runId, 240_000);
  const done = await sealedRun(world.who, accepted.runId);
  return { ...accepted, done, deaths: await deathsOf(world, accepted.runId, executor) };
};

const requestsOf = async (world: World, traceId: string): Promise<ReadonlyMap<string, number>> => {
  const { target } = await scene(world);
  const mine = target.hits.filter(({ headers }) => String(headers['traceparent'] ?? '').split('-')[1] === traceId);
  return new Map(CASES.map((id) => [id, mine.filter(({ path }) => path === `/${id}`).length]));
};

const describeRun = (done: SealedRun, deaths: number, requests: ReadonlyMap<string, number>): Seen => {
  const { view, results, evidence, evidenceCases, verdictCases } = done;
  const ids = results.map((result) => result.case);
  const counts = view.gate?.counts;
  const once = [ids, evidenceCases, verdictCases].every((found) => isEachOnce(found, CASES)) && counts?.passed === CASES.length && counts.failed + counts.errored + counts.skipped === 0;
  const attempts = view.progress.shards.map((shard) => shard.attempt);
  const perCase = [...requests.values()];
  const outcome =
    `gate ${view.gate?.answer ?? 'none'}; cases in results ${String(ids.length)}, gate ${String(counts?.passed ?? 0)} passed, evidence ${String(evidenceCases.length)}; ` +
    `attempts begun per shard ${attempts.join(', ')}; requests per case ${perCase.join(', ')}; ended by the signal ${String(deaths)}; ${view.state}, evidence ${evidence}`;
  const twiceAtMost = attempts.length === SHARDS && attempts.every((attempt) => attempt <= 2) && perCase.every((count) => count >= 1 && count <= 2);
  return { outcome, ok: once && twiceAtMost && deaths > 0 && view.gate?.answer === 'open' && view.state === 'sealed' && evidence === 'valid' };
};

const EXPECTED = `gate open; each of ${String(CASES.length)} cases once in results, gate and evidence; at most 2 attempts per shard and 2 requests per case; the signal came; sealed, evidence valid`;

const crash = (point: CrashPoint, signal: Signal, executor: Executor): Fault => ({
  fault: `runner ended by ${signal} ${point}`,
  executor,
  expected: EXPECTED,
  provoke: async (world) => {
    const { done, deaths } = await crashRun(world, `${point}:${signal}`, executor);
    return describeRun(done, deaths, await requestsOf(world, done.view.traceId));
  },
});

/** 12 points, 2 signals, 2 executors. */
export const crashes: readonly Fault[] = CRASH_POINTS.flatMap((point) =>
  SIGNALS.flatMap((signal) => (['lambda', 'fargate'] as const).map((executor) => crash(point, signal, executor))),
);
