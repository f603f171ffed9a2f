/** Targets that are not there, are not well, or misbehave; the target of a misbehaviour answers another case as it should. */
import type { CaseResult, RunView } from '#contracts/generated/types';
import { freePort } from '../../../local/free-port.ts';
import { judged, resultsOf, said, unique } from './caller.ts';
import type { Fault } from './fault.ts';
import { json, startTarget } from './target.ts';
import type { Answerer } from './target.ts';
import { get, register } from './world.ts';
import type { World } from './world.ts';

const health = { path: '/healthz', tries: 1 };

const runToGate = async (world: World, body: object): Promise<RunView> =>
  judged(world.who, (await world.startRun(body)).runId);

const describeGate = ({ gate, error }: RunView): string => `${gate?.answer ?? 'no gate'}, ${error?.code ?? 'no error'}`;

const absent = (fault: string, url: () => Promise<string>): Fault => ({
  fault,
  expected: 'inconclusive, target-unhealthy',
  provoke: async (world) => {
    const service = await register(world, { url: await url(), cases: [get('one')], environment: { health } });
    return describeGate(await runToGate(world, { service }));
  },
});

const unhealthy: Fault = {
  fault: 'target unhealthy (503)',
  expected: 'inconclusive, target-unhealthy; 0 requests of cases',
  provoke: async (world) => {
    await using target = await startTarget(['/one']);
    target.routes.set('/healthz', json({ status: 'down' }, 503));
    const service = await register(world, { url: target.url, cases: [get('one')], environment: { health } });
    return `${describeGate(await runToGate(world, { service }))}; ${String(target.hits.length)} requests of cases`;
  },
};

const unresolvedInCase: Fault = {
  fault: 'target unresolvable, found by a case',
  expected: 'not open; errored dns in resolve',
  provoke: async (world) => {
    const service = await register(world, { url: 'http://no-such-host.invalid', cases: [get('one')] });
    const view = await runToGate(world, { service });
    return `${view.gate?.answer === 'open' ? 'open' : 'not open'}; ${describeCase(await resultsOf(world.who, view.runId), 'one')}`;
  },
};

const describeCase = (results: readonly CaseResult[], id: string): string => {
  const found = results.find((result) => result.case === id);
  const failure = found?.tries.at(-1)?.failure;
  return `${found?.verdict ?? 'no result'}${failure === undefined ? '' : ` ${failure.type} in ${failure.phase}`}`;
};

const refusedEnvironment: Fault = {
  fault: 'target refused: an environment at a metadata address',
  expected: '422 target-refused',
  provoke: async ({ who }) =>
    said(await who.call('PUT', `/environments/${unique('env')}`, { targets: { default: 'http://169.254.169.254' } })),
};

const misbehaves = (fault: string, expected: string, answer: Answerer, more: object = {}): Fault => ({
  fault,
  expected: `not open; bad: ${expected}; good: passed`,
  provoke: async (world) => {
    await using target = await startTarget(['/good']);
    target.routes.set('/bad', answer);
    const checks = [{ path: '$.ok', equals: true }] as never;
    const bad = get('bad', { request: { method: 'GET', path: '/bad', timeoutMs: 2_000, ...more }, checks });
    const service = await register(world, { url: target.url, cases: [bad, get('good')] });
    const view = await runToGate(world, { service, executor: 'lambda' });
    const results = await resultsOf(world.who, view.runId);
    const answered = view.gate?.answer === 'open' ? 'open' : 'not open';
    return `${answered}; bad: ${describeCase(results, 'bad')}; good: ${describeCase(results, 'good')}`;
  },
});

const lies: Answerer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"ok":', () => response.socket?.end());
};

const trickles: Answerer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 200);
  response.once('close', () => clearInterval(timer));
};

const TEN_MEGABYTES = 10 * 1024 * 1024;

export const badTargets: readonly Fault[] = [
  refusedEnvironment,
  absent('target refused: nobody listens there', async () => `http://127.0.0.1:${String(await freePort())}`),
  absent('target unresolvable', async () => 'http://no-such-host.invalid'),
  unresolvedInCase,
  unhealthy,
  misbehaves('target hangs', 'errored timeout in wait', () => undefined),
  misbehaves('target hangs after its headers', 'errored timeout in receive', trickles),
  misbehaves(
    'target resets the connection',
    'errored connection in wait',
    (response) => void response.socket?.resetAndDestroy(),
  ),
  misbehaves('target lies about its length', 'errored connection in receive', lies),
  misbehaves('target sends 10 MB', 'failed parse in check', json({ ok: true, padding: 'x'.repeat(TEN_MEGABYTES) })),
  misbehaves('target sends invalid JSON', 'failed parse in check', (response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":');
  }),
  misbehaves(
    'target sends a redirect loop',
    'errored connection in redirect',
    (response) => void response.writeHead(302, { location: '/bad' }).end(),
    { followRedirects: true },
  ),
];
