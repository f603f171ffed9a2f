/** Messages that come twice, or not at all. */
import type { RunAccepted } from '#contracts/generated/types';
import { TENANT } from '../../../local/cloud.ts';
import { judged, readRun, sealed, unique, until } from './caller.ts';
import type { Fault, Seen } from './fault.ts';
import { startFaultyProxy } from './faulty-proxy.ts';
import type { CallName, Verdict } from './faulty-proxy.ts';
import { submitEvent } from './gateway-event.ts';
import type { GatewayAnswer } from './gateway-event.ts';
import { executionsOf } from './same-key.ts';
import { sealedRun } from './sealed-run.ts';
import { held, startTarget } from './target.ts';
import { get, register } from './world.ts';
import type { World } from './world.ts';

const duplicateLambda: Fault = {
  fault: 'duplicate Lambda delivery',
  executor: 'lambda',
  expected: 'both deliveries answered without error; 1 attempt, 1 request per case, each case once; gate open',
  provoke: async (world) => {
    await using target = await startTarget(['/two']);
    const hold = held();
    target.routes.set('/one', hold.answer);
    const service = await register(world, { url: target.url, cases: [get('one'), get('two')] });
    const { runId } = await world.startRun({ service, executor: 'lambda', shards: 1 });
    await hold.arrived;
    const event = { tenant: TENANT, runId, shard: 0, retry: 0, redrive: 0 };
    const again = [1, 2].map(() => world.functions.invoke(world.functions.arnOf('run-shard'), event));
    // The duplicates have begun once they would have asked: the first delivery's requests are all there already.
    await until(
      'the other case of the first delivery',
      async () => (target.hits.length >= 2 ? true : undefined),
      30_000,
    );
    hold.release();
    const outcomes = await Promise.all(again);
    const { results, view } = await sealedRun(world.who, runId);
    const failed = outcomes.filter((one) => one.failed).length;
    const attempts = view.progress.shards.flatMap((shard) => shard.attempts).length;
    return (
      `${failed === 0 ? 'both deliveries answered without error' : `${String(failed)} deliveries failed`}; ${String(attempts)} attempt, ` +
      `${target.hits.length === 2 ? '1 request per case' : `${String(target.hits.length)} requests for 2 cases`}, ` +
      `${results.length === 2 ? 'each case once' : `${String(results.length)} results of 2 cases`}; gate ${view.gate?.answer ?? 'none'}`
    );
  },
};

const STARTS = /StartExecution$/;

interface LostStart {
  readonly answer: GatewayAnswer;
  readonly runId: string;
  readonly service: string;
  readonly key: string;
  readonly harmed: number;
}

/** Submits through a copy of runs-writer whose calls of StartExecution fail as `verdict` says. */
const loseStart = async (world: World, service: string, verdict: Verdict): Promise<LostStart> => {
  await using proxy = await startFaultyProxy(world.cloud.endpoint, (call: CallName) =>
    STARTS.test(call) ? verdict : 'pass',
  );
  await using writer = await world.functions.copyOf('runs-writer', { AWS_ENDPOINT_URL: proxy.url });
  const key = unique('key');
  const invoked = await world.machines.start(
    {},
    () => world.functions.invoke(writer.arn, submitEvent({ service }, key)),
    () => undefined,
  );
  const answer = invoked.answer as GatewayAnswer;
  const { items } = await world.who.expect<{ readonly items: readonly { readonly runId: string }[] }>(
    200,
    'GET',
    `/tests/runs?service=${service}`,
  );
  return { answer, runId: items[0]?.runId ?? '', service, key, harmed: proxy.harmed.length };
};

const describeEnd = async (world: World, { runId, harmed }: LostStart, requests: number): Promise<Seen> => {
  const { gate, error, progress } = await judged(world.who, runId, 180_000);
  const executions = await executionsOf(world, runId);
  const attempts = progress.shards.map((shard) => shard.attempt).join(' + ');
  const outcome = `recorded; ${String(executions)} execution, ${attempts} attempt, ${String(requests)} request; gate ${gate?.answer ?? 'none'}${error === null ? '' : `, ${error.code}: ${error.message}`}`;
  return harmed > 0 ? outcome : { outcome: `${outcome}; but StartExecution was never called`, ok: false };
};

const EXPECTED = 'recorded; 1 execution, 1 attempt, 1 request; gate open';

const startLost = (fault: string, verdict: Verdict, mend: (world: World, lost: LostStart) => Promise<void>): Fault => ({
  fault: `StartExecution lost after the record: ${fault}`,
  expected: EXPECTED,
  provoke: async (world) => {
    await using target = await startTarget(['/one']);
    const service = await register(world, { url: target.url, cases: [get('one')] });
    const lost = await loseStart(world, service, verdict);
    if (lost.runId === '') return { outcome: `not recorded; answered ${String(lost.answer.statusCode)}`, ok: false };
    await mend(world, lost);
    await judged(world.who, lost.runId, 180_000);
    return describeEnd(world, lost, target.hits.length);
  },
});

/** What a client does that got no answer: the same request again. */
const askAgain = async ({ who, machines }: World, { service, key, runId }: LostStart): Promise<void> => {
  const again = await machines.start(
    {},
    () => who.expect<RunAccepted>(202, 'POST', '/tests/run', { service }, { 'idempotency-key': key }),
    (accepted) => accepted.runId,
  );
  if (again.runId !== runId) throw new Error(`the same key gave another run: expected ${runId}, got ${again.runId}`);
};

/** Looks every second, as the schedule does every minute. */
const waitForReconciler = async (world: World, { runId }: LostStart): Promise<void> => {
  await until(
    'the reconciler starts it',
    async () => {
      await world.functions.invoke(world.functions.arnOf('reconcile'), {});
      return (await readRun(world.who, runId)).state === 'accepted' ? undefined : true;
    },
    120_000,
  );
};

const twoSealers: Fault = {
  fault: "two sealers at once (three beside the state machine's own)",
  expected: 'no sealer failed; one manifest; sealed, evidence valid; sealing again gives the same seal',
  provoke: async (world) => {
    await using target = await startTarget(['/one']);
    const service = await register(world, { url: target.url, cases: [get('one')] });
    const { runId } = await world.startRun({ service, executor: 'lambda' });
    await judged(world.who, runId);
    const seal = () => world.functions.invoke(world.functions.arnOf('seal-run'), { tenant: TENANT, runId });
    const outcomes = await Promise.all([seal(), seal(), seal()]);
    const first = await sealed(world.who, runId);
    const { evidence } = await sealedRun(world.who, runId);
    const again = await seal();
    const after = await readRun(world.who, runId);
    const failed = [...outcomes, again].filter((one) => one.failed).length;
    const manifests = new Set(
      [first, after].map((view) => `${view.seal?.manifest.sha256 ?? 'none'} ${view.seal?.manifest.versionId ?? ''}`),
    );
    const same = JSON.stringify(after.seal) === JSON.stringify(first.seal) ? 'the same seal' : 'another seal';
    return (
      `${failed === 0 ? 'no sealer failed' : `${String(failed)} sealers failed`}; ${manifests.size === 1 ? 'one manifest' : `${String(manifests.size)} manifests`}; ` +
      `${after.state}, evidence ${evidence}; sealing again gives ${same}`
    );
  },
};

export const deliveries: readonly Fault[] = [
  duplicateLambda,
  startLost('never reached, the client asks again', 'refuse', askAgain),
  startLost('its answer lost, the client asks again', 'drop-reply', askAgain),
  startLost('never reached, nobody asks again', 'refuse', waitForReconciler),
  twoSealers,
];
