/** The engine runs whole suites against scripted answers: what depends on what, and what a try tells. */
import { describe, expect, test } from '@jest/globals';
import { HttpFailure } from '#engines/http/http-failure';
import { get, ok, run, suiteOf, verdicts } from './run-scripted.ts';

describe('dependencies', () => {
  test('a captured value reaches the cases that use it, with its type', async () => {
    const suite = suiteOf([
      get('show', {
        request: {
          method: 'POST',
          path: '/orders/{{order.id}}',
          json: { count: '{{order.count}}', note: 'n {{order.count}}' },
        },
      }),
      get('create', { captures: { order: { path: '$.order' } } }),
    ]);

    const ran = await run(suite, (_request, url) =>
      ok(url.pathname === '/v1/create' ? { order: { id: 'a/b', count: 2 } } : {}),
    );

    expect(ran.order).toEqual(['create', 'show']);
    expect(ran.http.requests[1]?.url).toBe('https://api.test/v1/orders/a%2Fb');
    expect(JSON.parse(Buffer.from(ran.http.requests[1]?.body ?? []).toString())).toEqual({ count: 2, note: 'n 2' });
  });

  test('everything that needs a failed case is skipped and says which, everything else runs', async () => {
    const suite = suiteOf([
      get('a'),
      get('b', { dependsOn: ['a'] }),
      get('c', { dependsOn: [{ case: 'b', kind: 'order' }] }),
      get('free'),
    ]);

    const ran = await run(suite, (_request, url) => ({ status: url.pathname === '/v1/a' ? 500 : 200 }));

    expect(verdicts(ran)).toEqual({ a: 'failed', b: 'skipped', c: 'skipped', free: 'passed' });
    expect(ran.results.get('b')?.because).toEqual({
      kind: 'dependency',
      case: 'a',
      reason: 'needs "a" (order), which failed',
      chain: ['a'],
    });
    expect(ran.results.get('c')?.because).toEqual({
      kind: 'dependency',
      case: 'b',
      reason: 'needs "b" (order), which was skipped',
      chain: ['a', 'b'],
    });
    expect(ran.http.requests).toHaveLength(2);
  });

  test('independent cases run side by side up to the limit of the suite', async () => {
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const suite = suiteOf(
      ['a', 'b', 'c', 'd', 'e'].map((id) => get(id)),
      { concurrency: 3 },
    );

    const ran = await run(suite, () => ({ after: gate }), {
      meanwhile: async (http) => {
        while (http.requests.length < 3) await new Promise((resolve) => setImmediate(resolve));
        expect(http.requests).toHaveLength(3);
        open();
      },
    });

    expect(ran.http.atOnce()).toBe(3);
    expect(ran.results.size).toBe(5);
  });

  test('a suite with a cycle sends nothing', async () => {
    const ran = await run(suiteOf([get('a', { dependsOn: ['b'] }), get('b', { dependsOn: ['a'] }), get('c')]), () =>
      ok(),
    );

    expect(verdicts(ran)).toEqual({ a: 'errored', b: 'errored', c: 'errored' });
    expect(ran.http.requests).toHaveLength(0);
    expect(ran.results.get('c')?.tries[0]?.failure?.message).toContain('a -> b -> a');
  });

  test('a variable that the environment lacks is told before anything is sent', async () => {
    const ran = await run(suiteOf([get('a')], { uses: ['tenantt'] }), () => ok());

    expect(ran.results.get('a')?.because?.reason).toContain('did you mean "tenant"?');
    expect(ran.http.requests).toHaveLength(0);
  });
});

describe('a try', () => {
  test('F1.1: its log message names the path as the suite has it, and a field the address that was asked', async () => {
    const asked = { method: 'GET', path: '/of/{{tenant}}', query: { user: '{{tenant}}' } } as const;
    const { lines } = await run(suiteOf([get('a', { request: asked })], { uses: ['tenant'] }), () => ok());

    expect(lines).toEqual([
      expect.objectContaining({
        message: 'GET /of/{{tenant}} 200 passed',
        fields: expect.objectContaining({ url: 'https://api.test/v1/of/acme?user=acme' }),
      }),
    ]);
  });

  test('evaluates all checks and tells expected, got and where', async () => {
    const suite = suiteOf([
      get('a', {
        checks: [
          { status: 201 },
          { path: '$.total', equals: 12, '>': 20 },
          { path: '$.items[*].id', contains: 2 },
          { path: '$.none', exists: false },
          { header: 'content-type', contains: 'json' },
          { schema: { type: 'object', required: ['missing'], properties: { total: { type: 'string' } } } },
        ],
      }),
    ]);

    const ran = await run(suite, () => ok({ total: 12, items: [{ id: 1 }, { id: 2 }] }));
    const [only] = ran.results.get('a')?.tries ?? [];

    expect(only?.checks.map(({ check, passed }) => [check, passed])).toEqual([
      ['status is 201', false],
      ['$.total equals 12', true],
      ['$.total > 20', false],
      ['$.items[*].id contains 2', true],
      ['$.none exists false', true],
      ['header content-type contains "json"', true],
      ['$ matches the schema', false],
      ['$ matches the schema', false],
    ]);
    expect(only?.checks[2]).toMatchObject({ expected: 20, got: 12, path: '$.total' });
    expect(only?.failure).toMatchObject({ phase: 'check' });
  });

  test.each([
    [{ path: '$.t', matches: '^(a+)+$' }, { t: `${'a'.repeat(50)}b` }, 'expected an end within 250 ms'],
    [{ path: '$.t', equals: '{{none}}' }, { t: 1 }, 'no variable "none"'],
    [{ path: '$.t.u', equals: 1 }, { t: 1 }, 'expected a value at $.t.u, got none'],
    [{ path: '$.t', length: 1 }, { t: 1 }, 'that has a length'],
  ])('%j of %j fails with words', async (check, json, words) => {
    const suite = suiteOf([get('a', { checks: [check] })], { uses: [] });
    const ran = await run(suite, () => ok(json));
    const message =
      ran.results.get('a')?.tries[0]?.checks[0]?.message ?? ran.results.get('a')?.tries[0]?.failure?.message;

    expect(message).toContain(words === 'no variable "none"' ? 'unknown variable "none"' : words);
  });

  test('of a body that is no JSON fails as parse, not as a missing value', async () => {
    const ran = await run(suiteOf([get('a', { checks: [{ path: '$.x', exists: false }] })]), () => ({
      text: '{"total": 12',
    }));

    expect(ran.results.get('a')?.verdict).toBe('failed');
    expect(ran.results.get('a')?.tries[0]?.failure?.type).toBe('parse');
  });

  test('without an answer is errored and names type and phase', async () => {
    const error = new HttpFailure('expected an answer within 10 ms, got none', {
      type: 'timeout',
      phase: 'wait',
      url: 'https://api.test/',
    });

    const ran = await run(suiteOf([get('a')]), () => ({ error }));

    expect(ran.results.get('a')?.verdict).toBe('errored');
    expect(ran.results.get('a')?.tries[0]?.failure).toEqual({
      type: 'timeout',
      phase: 'wait',
      message: 'expected an answer within 10 ms, got none',
    });
  });

  test('whose capture finds nothing fails and publishes nothing', async () => {
    const suite = suiteOf([
      get('a', { captures: { id: { path: '$.id' } } }),
      get('b', { request: { method: 'GET', path: '/{{id}}' } }),
    ]);

    const ran = await run(suite, () => ok({}));

    expect(verdicts(ran)).toEqual({ a: 'failed', b: 'skipped' });
    expect(ran.results.get('a')?.tries[0]?.failure?.phase).toBe('capture');
  });

  test('carries traceparent with the trace of the run and a span of its own', async () => {
    const ran = await run(suiteOf([get('a'), get('b')]), () => ok());
    const spans = ran.http.requests.map(({ headers }) => headers.find(([name]) => name === 'traceparent')?.[1] ?? '');

    expect(spans.every((span) => /^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01$/u.test(span))).toBe(true);
    expect(new Set(spans).size).toBe(2);
  });
});
