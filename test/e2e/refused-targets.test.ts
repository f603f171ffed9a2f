/**
 * Where requests may not go. The local cloud allows this machine's loopback, so the refused addresses are link-local, private and
 * carrier-grade ones in every spelling: named by an environment, and by a redirect of the target.
 */
import { describe, expect, test } from '@jest/globals';
import { get, register } from './catalog.ts';
import { cloudOf, codeOf, resultsOf, runToGate, someone } from './plane.ts';
import type { Answerer } from './target.ts';
import { json, startTarget } from './target.ts';

const cloud = cloudOf('plain');

const REFUSED = [
  'http://169.254.169.254/latest/meta-data/',
  'http://2852039166/',
  'http://0xa9fea9fe/',
  'http://0251.0376.0251.0376/',
  'http://[::ffff:169.254.169.254]/',
  'http://[::ffff:a9fe:a9fe]/',
  'http://[64:ff9b::a9fe:a9fe]/',
  'http://[fd00:ec2::254]/',
  'http://169.254.170.2/v2/credentials',
  'http://10.0.0.1/',
  'http://192.168.1.1/',
  'http://100.64.0.1/',
  'http://0.0.0.0/',
];

const redirectTo =
  (location: string): Answerer =>
  (_hit, response) => {
    response.writeHead(302, { location }).end();
  };

test('a redirect to a refused address is not followed, in any spelling', async () => {
  await using target = await startTarget();
  REFUSED.forEach((url, index) => target.routes.set(`/r${String(index)}`, redirectTo(url)));
  const who = await someone(cloud);
  const cases = REFUSED.map((_url, index) =>
    get(`r${String(index)}`, { request: { method: 'GET', path: `/r${String(index)}`, followRedirects: true } }),
  );
  const { service } = await register(who, { target, suites: { only: cases } });

  const view = await runToGate(who, { service });

  expect(view.gate?.answer).not.toBe('open');
  const failures = (await resultsOf(who, view.runId)).map((result) => ({
    case: result.case,
    verdict: result.verdict,
    type: result.tries.at(-1)?.failure?.type,
  }));
  expect(failures.sort((a, b) => a.case.localeCompare(b.case, 'en', { numeric: true }))).toEqual(
    REFUSED.map((_url, index) => ({ case: `r${String(index)}`, verdict: 'errored', type: 'refused_target' })),
  );
});

test('a redirect loop ends as an error, not as a hang', async () => {
  await using target = await startTarget();
  target.routes.set('/loop', redirectTo('/loop'));
  const who = await someone(cloud);
  const { service } = await register(who, {
    target,
    suites: { only: [get('loop', { request: { method: 'GET', path: '/loop', followRedirects: true } })] },
  });

  const view = await runToGate(who, { service });

  expect(view.gate?.answer).not.toBe('open');
  expect((await resultsOf(who, view.runId))[0]).toMatchObject({ verdict: 'errored' });
  expect(target.hits.length).toBeLessThan(50);
});

describe('a run ends as inconclusive, with the reason,', () => {
  test('when its target is unhealthy', async () => {
    await using target = await startTarget();
    target.routes.set('/healthz', json({ status: 'down' }, 503));
    target.routes.set('/one', json({ ok: true }));
    const who = await someone(cloud);
    const { service } = await register(who, { target, suites: { only: [get('one')] } });

    const view = await runToGate(who, { service });

    expect(view).toMatchObject({ gate: { answer: 'inconclusive' }, error: { code: 'target-unhealthy' } });
    expect(target.hits).toHaveLength(0);
  });

  test('when its target cannot be resolved', async () => {
    const who = await someone(cloud);
    const { service } = await register(who, {
      target: { url: 'http://no-such-host.invalid' },
      suites: { only: [get('one')] },
    });

    const view = await runToGate(who, { service });

    expect(view).toMatchObject({ gate: { answer: 'inconclusive' }, error: { code: 'target-unhealthy' } });
  });
});

describe('a target that misbehaves errs its case and harms no other:', () => {
  const misbehaviours: { readonly [name: string]: Answerer } = {
    hang: () => undefined,
    reset: (_hit, response) => {
      response.destroy();
    },
    'length-lie': (_hit, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"ok":');
      response.socket?.end();
    },
    'invalid-json': (_hit, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":');
    },
    'ten-megabytes': (_hit, response) => {
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ ok: 'x'.repeat(10 * 1024 * 1024) }));
    },
  };

  test.each(Object.keys(misbehaviours))('%s', async (name) => {
    await using target = await startTarget();
    target.routes.set('/bad', misbehaviours[name] ?? (() => undefined));
    target.routes.set('/good', json({ ok: true }));
    const who = await someone(cloud);
    const checks = [{ path: '$.ok', equals: true }] as never;
    const bad = get('bad', { timeoutMs: 3_000, request: { method: 'GET', path: '/bad', timeoutMs: 2_000 }, checks });
    const { service } = await register(who, { target, suites: { only: [bad, get('good')] } });

    const view = await runToGate(who, { service });

    expect(view.gate?.answer).not.toBe('open');
    const results = await resultsOf(who, view.runId);
    expect(results.find((result) => result.case === 'good')).toMatchObject({ verdict: 'passed' });
    expect(['failed', 'errored']).toContain(results.find((result) => result.case === 'bad')?.verdict);
  });
});

test.each(REFUSED)('an environment that points at %s is refused itself, as target and as further host', async (url) => {
  const who = await someone(cloud);
  const { host, origin } = new URL(url);

  const asTarget = await who.call('PUT', '/environments/refused', { targets: { default: origin } });
  const asHost = await who.call('PUT', '/environments/refused', {
    targets: { default: 'http://127.0.0.1:1' },
    allowHosts: [host],
  });

  expect([asTarget, asHost].map(({ status }) => status)).toEqual([422, 422]);
  expect([asTarget, asHost].map(codeOf)).toEqual(['target-refused', 'target-refused']);
});
