/**
 * DynamoDB or S3 answers as a throttled one does, for a share of the calls: a proxy on the loopback interface says so to copies of the
 * functions, whose AWS_ENDPOINT_URL points at it. The share is taken evenly from the stream of calls, so that every run is harmed alike.
 */
import type { Executor } from '#core/words';
import { judged, unique } from './caller.ts';
import { taskDefinitionWith } from './crashes.ts';
import type { Fault, Seen } from './fault.ts';
import { isDynamo, isS3, startFaultyProxy } from './faulty-proxy.ts';
import type { CallName, FaultyProxy, Verdict } from './faulty-proxy.ts';
import { submitEvent } from './gateway-event.ts';
import type { GatewayAnswer } from './gateway-event.ts';
import type { Changes } from './machines.ts';
import { executionsOf } from './same-key.ts';
import { isEachOnce, sealedRun } from './sealed-run.ts';
import { startTarget } from './target.ts';
import { get, register } from './world.ts';
import type { World } from './world.ts';

const CASES = ['one', 'two', 'three', 'four'] as const;

/** Calls by which one knows that planning, shards, judging and sealing went through the proxy. */
const STEPS: readonly RegExp[] = [
  /PUT .*plan\.json/,
  /PUT .*results\.jsonl\.gz/,
  /PUT .*verdict\/results\.json/,
  /PUT .*manifest\.json/,
];

/** Throttles `share` of the calls that `concerns` picks. */
const someOf = (concerns: (call: CallName) => boolean, share: number): ((call: CallName) => Verdict) => {
  let due = 0;
  return (call) => {
    if (!concerns(call)) return 'pass';
    due += share;
    if (due < 1) return 'pass';
    due -= 1;
    return 'throttle';
  };
};

/** Every step of a run through the proxy: plan, shards, judge, seal, learn. */
const throughProxy = async (
  world: World,
  proxy: FaultyProxy,
  executor: Executor,
  scope: AsyncDisposableStack,
): Promise<Changes> => {
  const { functions } = world;
  const copies = async (folders: readonly string[]): Promise<Record<string, string>> => {
    const exchanges: Record<string, string> = {};
    for (const folder of folders)
      exchanges[functions.arnOf(folder)] = scope.use(
        await functions.copyOf(folder, { AWS_ENDPOINT_URL: proxy.url }),
      ).arn;
    return exchanges;
  };
  const finish = await copies(['judge-run', 'seal-run', 'learn-run']);
  const run = await copies(executor === 'lambda' ? ['plan-run', 'run-shard'] : ['plan-run']);
  if (executor === 'lambda') return { run, finish };
  // The emulator gives tasks an AWS_ENDPOINT_URL of its own, after their definition's: it is replaced as the program starts.
  const script = encodeURIComponent(`process.env.AWS_ENDPOINT_URL='${proxy.url}'`);
  const revision = scope.use(
    await taskDefinitionWith(world, 'NODE_OPTIONS', `--import=data:text/javascript,${script}`),
  );
  return { run: { ...run, [revision.deployed]: revision.arn }, finish };
};

interface Service {
  readonly name: string;
  readonly concerns: (call: CallName) => boolean;
}

const DYNAMO: Service = { name: 'DynamoDB', concerns: isDynamo };
const S3: Service = { name: 'S3', concerns: isS3 };

const wholeRun = ({ name, concerns }: Service, executor: Executor, share: number): Fault => ({
  fault: `${name} throttled: ${String(share * 100)} % of the calls of a whole run`,
  executor,
  expected:
    'calls were throttled, planning, shards, judging and sealing among them; gate open, each case once, 1 request per case; sealed, evidence valid',
  provoke: async (world): Promise<Seen> => {
    await using target = await startTarget(CASES.map((id) => `/${id}`));
    await using scope = new AsyncDisposableStack();
    const proxy = scope.use(await startFaultyProxy(world.cloud.endpoint, someOf(concerns, share)));
    const service = await register(world, { url: target.url, cases: CASES.map((id) => get(id)) });
    const { runId } = await world.startRun(
      { service, executor, shards: 2 },
      await throughProxy(world, proxy, executor, scope),
    );
    await judged(world.who, runId, 180_000);
    const { view, results, evidence, evidenceCases } = await sealedRun(world.who, runId);
    const steps = STEPS.filter((step) => proxy.calls.some((call) => step.test(call))).length;
    const once =
      isEachOnce(
        results.map((result) => result.case),
        CASES,
      ) && isEachOnce(evidenceCases, CASES);
    const outcome =
      `${String(proxy.harmed.length)} of ${String(proxy.calls.filter(concerns).length)} calls were throttled, in ${String(steps)} of ${String(STEPS.length)} steps; gate ${view.gate?.answer ?? 'none'}, ` +
      `${once ? 'each case once' : `${String(results.length)} results of ${String(CASES.length)} cases`}, ` +
      `${String(target.hits.length)} requests of ${String(CASES.length)} cases; ${view.state}, evidence ${evidence}`;
    return {
      outcome,
      ok:
        proxy.harmed.length > 0 &&
        steps === STEPS.length &&
        once &&
        target.hits.length === CASES.length &&
        view.gate?.answer === 'open' &&
        view.state === 'sealed' &&
        evidence === 'valid',
    };
  },
});

/** POST /tests/run while the table answers nothing else. */
const submission: Fault = {
  fault: 'DynamoDB throttled: every call of POST /tests/run',
  expected: '503 dependency-unavailable with Retry-After; 0 executions; the same request then starts 1',
  provoke: async (world) => {
    await using target = await startTarget(['/one']);
    const service = await register(world, { url: target.url, cases: [get('one')] });
    await using proxy = await startFaultyProxy(world.cloud.endpoint, someOf(isDynamo, 1));
    await using writer = await world.functions.copyOf('runs-writer', { AWS_ENDPOINT_URL: proxy.url });
    const key = unique('key');
    const invoked = (await world.functions.invoke(writer.arn, submitEvent({ service }, key))).answer as GatewayAnswer;
    const { code } = JSON.parse(invoked.body) as { readonly code?: string };
    const retryAfter = Object.keys(invoked.headers ?? {}).some((name) => name.toLowerCase() === 'retry-after');
    const { items } = await world.who.expect<{ readonly items: readonly unknown[] }>(
      200,
      'GET',
      `/tests/runs?service=${service}`,
    );
    const after = await world.machines.start(
      {},
      () =>
        world.who.expect<{ readonly runId: string }>(
          202,
          'POST',
          '/tests/run',
          { service },
          { 'idempotency-key': key },
        ),
      ({ runId }) => runId,
    );
    await judged(world.who, after.runId);
    return (
      `${String(invoked.statusCode)} ${code ?? ''} ${retryAfter ? 'with' : 'without'} Retry-After; ${String(items.length)} executions; ` +
      `the same request then starts ${String(await executionsOf(world, after.runId))}`
    );
  },
};

export const throttles: readonly Fault[] = [
  ...[DYNAMO, S3].flatMap((service) =>
    (['lambda', 'fargate'] as const).map((executor) => wholeRun(service, executor, 0.3)),
  ),
  submission,
];
