/** What a probe may do: reach allowed hosts only, never carry a secret elsewhere, keep nothing unmasked; and what it is told otherwise. */
import { expect, test } from '@jest/globals';
import type { CaseDefinition } from '#core/suite';
import { caseContext } from '#engines/functional/suite-context';
import { REMOVING_MS_MAX } from '#engines/probe/probe';
import { probeContext } from '#engines/probe/probe-context';
import { SECRET, openContext } from './open-context.ts';
import type { OpenOptions } from './open-context.ts';

const ITEM: CaseDefinition = { id: 'look', scan: {}, checks: [] };
const OTHER: CaseDefinition = { id: 'other', request: { method: 'GET', path: '/other' }, checks: [{ status: 204 }] };

const open = async (options: OpenOptions = {}) => {
  const opened = await openContext([ITEM, OTHER], options);
  const context = caseContext(opened.context, ITEM.id);
  return { ...opened, probe: probeContext(ITEM, 'scan', context), context };
};

test('a path goes below the base URL of the target, named or not', async () => {
  const { probe, http } = await open();

  await probe.send({ method: 'GET', path: '/a?b=1' });
  await probe.send({ method: 'GET', path: '/c', target: 'other' });

  expect(http.requests.map(({ url }) => url)).toEqual(['https://api.test/v1/a?b=1', 'https://other.test/c']);
});

test.each([
  [{ method: 'GET', path: 'a' }, 'expected a path that begins with "/", got "a"'],
  [{ method: 'GET', path: '/a', target: 'none' }, 'to have the target "none", got default, other'],
  [{ method: 'GET', path: '/a', headers: [['host', 'evil.test']] as const }, 'host'],
])('%j is a failure of its exchange, and nothing is sent', async (request, message) => {
  const { probe, http } = await open();

  const { failure, response } = await probe.send(request);

  expect(failure?.message).toContain(message);
  expect([response, http.requests.length]).toEqual([undefined, 0]);
});

test('a secret in a header does not go to a host that it is not bound to', async () => {
  const { probe, http, context } = await open();
  await context.vault.load(new Set(['apiKey']), context.signal);

  const refused = await probe.send({ method: 'GET', path: '/a', target: 'other', headers: [['x-key', SECRET]] });
  const sent = await probe.send({ method: 'GET', path: '/a', headers: [['x-key', SECRET]] });

  expect(refused.failure).toBeDefined();
  expect(sent.failure).toBeUndefined();
  expect(http.requests.map(({ url }) => new URL(url).host)).toEqual(['api.test']);
});

test('what is recorded holds no secret: neither request, response nor the line to repeat it', async () => {
  const { probe, context } = await open({ reply: () => ({ json: { echo: SECRET } }) });
  await context.vault.load(new Set(['apiKey']), context.signal);

  const exchange = await probe.send({
    method: 'POST',
    path: `/a?key=${SECRET}`,
    headers: [['x-key', SECRET]],
    body: SECRET,
  });
  const recorded = probe.record(exchange);

  expect(JSON.stringify(exchange.response?.body.toString())).toContain(SECRET);
  expect(JSON.stringify(recorded)).not.toContain(SECRET);
  expect(recorded.curl).toContain('$');
});

test('an answer that is missing is a failure with its type, never an exception', async () => {
  const { probe } = await open({ reply: () => ({ error: new TypeError('connection reset') }) });

  const exchange = await probe.send({ method: 'GET', path: '/a' });

  expect([exchange.response, typeof exchange.failure?.message]).toEqual([undefined, 'string']);
});

test('what removes things is sent after a stop, too, and only so long', async () => {
  const { probe, http, clock, stop } = await open();
  const removal = { method: 'DELETE', path: '/things/1', removes: true } as const;
  stop.abort(new Error('over'));

  const { response } = await probe.send(removal);
  await expect(probe.send({ method: 'DELETE', path: '/things/2' })).rejects.toThrow('over');
  await clock.advance(REMOVING_MS_MAX);
  await expect(probe.send(removal)).rejects.toThrow('over');

  expect(response?.status).toBe(200);
  expect(http.requests.map(({ url }) => url)).toEqual(['https://api.test/v1/things/1']);
});

test('after a stop nothing is sent any more', async () => {
  const { probe, http, stop } = await open();
  stop.abort(new Error('over'));

  await expect(probe.send({ method: 'GET', path: '/a' })).rejects.toThrow('over');
  expect(http.requests).toHaveLength(0);
});

test('a document is found by name, or alone without one; a name that is missing says what there is', async () => {
  const one = await open({ suite: { documents: { api: { openapi: '3.1.0' } } } });
  const two = await open({ suite: { documents: { api: { a: 1 }, old: { a: 2 } } } });

  expect(one.probe.document()).toEqual({ openapi: '3.1.0' });
  expect(two.probe.document('old')).toEqual({ a: 2 });
  expect(() => two.probe.document()).toThrow("expected the name of one of the suite's documents (api, old), got none");
  expect(() => two.probe.document('new')).toThrow('(api, old), got "new"');
});

test('another case of the suite is run outside of the results', async () => {
  const { probe } = await open({ reply: (_request, url) => ({ status: url.pathname.endsWith('/other') ? 204 : 200 }) });

  const entry = await probe.runCase('other');

  expect(entry.verdict).toBe('passed');
  await expect(probe.runCase('nobody')).rejects.toThrow('expected the suite to have the case "nobody"');
});

test('stand-ins need a runner with listeners of its own', async () => {
  const { probe } = await open();

  await expect(probe.runCase('other', { default: 'http://127.0.0.1:1' })).rejects.toThrow('listeners of its own');
});

test('through a stand-in a secret of the target may pass, and goes nowhere else', async () => {
  const reached: string[] = [];
  const self = {
    send: (request: { readonly url: string; readonly headers: readonly (readonly [string, string])[] }) => {
      reached.push(request.url);
      return Promise.resolve({
        status: 204,
        headers: [],
        body: new Uint8Array(),
        bodyBytes: 0,
        truncated: false,
        url: request.url,
        redirects: [],
        timingsMs: { dns: null, connect: null, tls: null, wait: 1, receive: 1, total: 2 },
      });
    },
    close: () => Promise.resolve(),
  };
  const machines = { httpToSelf: () => self } as never;
  const secretCase: CaseDefinition = {
    id: 'other',
    request: { method: 'GET', path: '/other', headers: { 'x-key': '{{apiKey}}' } },
    checks: [{ status: 204 }],
  };
  const opened = await openContext([ITEM, secretCase], { ports: { machines } });
  const probe = probeContext(ITEM, 'disturb', caseContext(opened.context, ITEM.id));

  const entry = await probe.runCase('other', { default: 'http://127.0.0.1:4001' });

  expect(entry.verdict).toBe('passed');
  expect(reached).toEqual(['http://127.0.0.1:4001/other']);
  expect(opened.http.requests).toHaveLength(0);
});

test('equal runs have equal seeds, and each case its own', async () => {
  const { context } = await openContext([ITEM, OTHER]);

  const [one, again, other] = [ITEM, ITEM, OTHER].map(
    (item) => probeContext(item, 'scan', caseContext(context, item.id)).seed,
  );

  expect(one).toBe(again);
  expect(one).not.toBe(other);
});
