/**
 * Cancel in each state that a run can be in. Targets hold their answers, and a proxy holds single calls of a function, so that each state
 * is reached and left on purpose; the state is read through the API right before the cancel.
 */
import type { RunView } from '#contracts/generated/types';
import type { Executor } from '#core/words';
import { judged, readRun, said, sealed, until } from './caller.ts';
import type { Fault } from './fault.ts';
import { isS3, startFaultyProxy } from './faulty-proxy.ts';
import { submitEvent } from './gateway-event.ts';
import type { Changes } from './machines.ts';
import { held, startTarget } from './target.ts';
import type { Target } from './target.ts';
import { get, register } from './world.ts';
import type { World } from './world.ts';

const HELD_MS = 60_000;

interface Cancelled {
  readonly stateBefore: string;
  readonly answer: string;
  readonly view: RunView;
}

const cancelled = async (world: World, runId: string, before: { readonly release: () => void }): Promise<Cancelled> => {
  const stateBefore = (await readRun(world.who, runId)).state;
  const answer = said(await world.who.call('POST', `/tests/run/${runId}/cancel`));
  before.release();
  await judged(world.who, runId, 180_000);
  return { stateBefore, answer, view: await sealed(world.who, runId, 180_000) };
};

const describe = ({ stateBefore, answer, view }: Cancelled): string =>
  `${stateBefore}: ${answer}; gate ${view.gate?.answer ?? 'none'}, ${view.stop === null ? 'no stop' : `stop ${view.stop.reason}`}; ${view.state}`;

const STOPPED = '202; gate inconclusive, stop cancelled; sealed';
const TOO_LATE = '409 run-already-over; gate open, no stop; sealed';

/** A function of the machine whose calls of S3 wait until they are released. */
const heldFunction = async (world: World, folder: string, machine: 'run' | 'finish', scope: AsyncDisposableStack) => {
  const open = Promise.withResolvers<void>();
  const here = Promise.withResolvers<void>();
  const proxy = scope.use(
    await startFaultyProxy(world.cloud.endpoint, (call) => {
      if (!isS3(call)) return 'pass';
      here.resolve();
      return { held: open.promise };
    }),
  );
  const copy = scope.use(await world.functions.copyOf(folder, { AWS_ENDPOINT_URL: proxy.url }));
  const changes: Changes = { [machine]: { [world.functions.arnOf(folder)]: copy.arn } };
  return { changes, arrived: here.promise, release: () => open.resolve() };
};

const inFunction = (state: string, folder: string, machine: 'run' | 'finish', expected: string): Fault => ({
  fault: `cancel while ${state}`,
  expected: `${state}: ${expected}`,
  provoke: async (world) => {
    await using target = await startTarget(['/one']);
    await using scope = new AsyncDisposableStack();
    const service = await register(world, { url: target.url, cases: [get('one')] });
    const hold = await heldFunction(world, folder, machine, scope);
    try {
      const { runId } = await world.startRun({ service, executor: 'lambda' }, hold.changes);
      await hold.arrived;
      await until(
        `state ${state}`,
        async () => ((await readRun(world.who, runId)).state === state ? true : undefined),
        30_000,
      );
      return describe(await cancelled(world, runId, hold));
    } finally {
      hold.release();
    }
  },
});

/** The run waits for an address of the target. */
const atTarget = (fault: string, executor: Executor, path: '/healthz' | '/slow'): Fault => ({
  fault: `cancel while ${fault}`,
  executor,
  expected: `running: ${STOPPED}; ${path === '/healthz' ? '0 requests of cases' : '2 requests of cases'}`,
  provoke: async (world) => {
    await using target: Target = await startTarget(['/quick']);
    const hold = held();
    target.routes.set(path, hold.answer);
    if (path === '/healthz') target.routes.set('/slow', (response) => void response.writeHead(200).end());
    const slow = get('slow', {
      dependsOn: ['quick'],
      timeoutMs: HELD_MS,
      request: { method: 'GET', path: '/slow', timeoutMs: HELD_MS },
    });
    const environment = path === '/healthz' ? { health: { path, timeoutMs: 30_000, tries: 1 } } : {};
    const service = await register(world, { url: target.url, cases: [get('quick'), slow], environment });
    const { runId } = await world.startRun({ service, executor });
    await hold.arrived;
    try {
      // A runner that waits for its target looks for a stop every 5 s; the probe is left to end by itself.
      const release = path === '/healthz' ? hold.release : () => undefined;
      return `${describe(await cancelled(world, runId, { release }))}; ${String(target.hits.length)} requests of cases`;
    } finally {
      hold.release();
    }
  },
});

const rightAway: Fault = {
  fault: 'cancel while accepted',
  expected: `accepted: ${STOPPED}; 0 requests of cases`,
  provoke: async (world) => {
    await using target = await startTarget(['/one']);
    const service = await register(world, { url: target.url, cases: [get('one')] });
    await using proxy = await startFaultyProxy(world.cloud.endpoint, (call) =>
      /StartExecution$/.test(call) ? 'refuse' : 'pass',
    );
    await using writer = await world.functions.copyOf('runs-writer', { AWS_ENDPOINT_URL: proxy.url });
    await world.functions.invoke(writer.arn, submitEvent({ service }, `cancel-${service}`));
    const { items } = await world.who.expect<{ readonly items: readonly { readonly runId: string }[] }>(
      200,
      'GET',
      `/tests/runs?service=${service}`,
    );
    const runId = items[0]?.runId ?? '';
    const stateBefore = (await readRun(world.who, runId)).state;
    const answer = said(await world.who.call('POST', `/tests/run/${runId}/cancel`));
    await until(
      'the reconciler ends it',
      async () => {
        await world.functions.invoke(world.functions.arnOf('reconcile'), {});
        return (await readRun(world.who, runId)).gate === null ? undefined : true;
      },
      180_000,
    );
    const view = await sealed(world.who, runId);
    return `${describe({ stateBefore, answer, view })}; ${String(target.hits.length)} requests of cases`;
  },
};

const afterSeal: Fault = {
  fault: 'cancel once sealed',
  expected: `sealed: ${TOO_LATE}`,
  provoke: async (world) => {
    await using target = await startTarget(['/one']);
    const service = await register(world, { url: target.url, cases: [get('one')] });
    const { runId } = await world.startRun({ service, executor: 'lambda' });
    await sealed(world.who, runId);
    return describe(await cancelled(world, runId, { release: () => undefined }));
  },
};

export const cancels: readonly Fault[] = [
  rightAway,
  atTarget('its target is probed on Lambda', 'lambda', '/healthz'),
  atTarget('its target is probed on Fargate', 'fargate', '/healthz'),
  atTarget('a shard runs on Lambda', 'lambda', '/slow'),
  atTarget('a shard runs on Fargate', 'fargate', '/slow'),
  afterSeal,
];

/** With a changed state machine. */
export const cancelsInFunctions: readonly Fault[] = [
  inFunction('planning', 'plan-run', 'run', STOPPED),
  inFunction('judging', 'judge-run', 'finish', TOO_LATE),
  inFunction('judged', 'seal-run', 'finish', TOO_LATE),
];
