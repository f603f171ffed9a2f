/** The engine runs whole suites against scripted answers and a clock that only the test moves. */
import { describe, expect, test } from '@jest/globals';
import type { CaseResult } from '#core/case-result';
import type { EnvironmentDefinition } from '#core/environment';
import { createMasker } from '#core/masking';
import type { CaseDefinition, SuiteDefinition } from '#core/suite';
import { HttpFailure } from '#engines/http/http-failure';
import { runSuites } from '#engines/functional/run-suites';
import type { SuitesToRun } from '#engines/functional/run-suites';
import { Stopped } from '#engines/functional/suite-context';
import type { EngineLogLine } from '#engines/functional/ports';
import { seededRandom } from '../../doubles/index.ts';
import { manualClock } from './manual-clock.ts';
import type { ManualClock } from './manual-clock.ts';
import { scriptedHttp } from './scripted-http.ts';
import type { Reply, ScriptedHttp } from './scripted-http.ts';

const ENVIRONMENT: EnvironmentDefinition = {
  name: 'test',
  targets: { default: 'https://api.test/v1', other: 'https://other.test' },
  variables: { tenant: 'acme', limit: 3 },
  secrets: { apiKey: { ref: 'shop/key', hosts: ['api.test'] } },
};

const get = (id: string, more: Partial<CaseDefinition> = {}): CaseDefinition => ({
  id,
  request: { method: 'GET', path: `/${id}` },
  checks: [{ status: 200 }],
  ...more,
});

const suiteOf = (cases: readonly CaseDefinition[], more: Partial<SuiteDefinition> = {}): SuiteDefinition => ({
  suite: 'checkout',
  service: 'shop',
  capability: 'functional',
  cases,
  ...more,
});

interface Ran {
  readonly results: ReadonlyMap<string, CaseResult>;
  readonly order: readonly string[];
  readonly http: ScriptedHttp;
  readonly lines: readonly EngineLogLine[];
  readonly stopped: string | undefined;
}

interface RunOptions {
  readonly job?: Partial<SuitesToRun>;
  readonly clock?: ManualClock;
  readonly stop?: AbortController;
  /** Moves time, stops and so on while the suites run. */
  readonly meanwhile?: (http: ScriptedHttp) => Promise<void>;
  readonly secrets?: { readonly [ref: string]: string };
}

const run = async (
  suite: SuiteDefinition,
  reply: Parameters<typeof scriptedHttp>[0],
  options: RunOptions = {},
): Promise<Ran> => {
  const http = scriptedHttp(reply);
  const results = new Map<string, CaseResult>();
  const order: string[] = [];
  const lines: EngineLogLine[] = [];
  const clock = options.clock ?? manualClock();
  const values = options.secrets ?? { 'shop/key': 'k-very-secret-1' };
  const secrets = {
    resolve: (ref: string) =>
      values[ref] === undefined ? Promise.reject(new Error('not there')) : Promise.resolve(values[ref]),
  };
  const job: SuitesToRun = {
    runId: 'r1',
    shard: 0,
    environment: ENVIRONMENT,
    suites: [{ id: 'shop.checkout', digest: '', definition: suite }],
    failFast: false,
    deadlineEpochMs: clock.nowMs() + 3_600_000,
    traceId: '0af7651916cd43dd8448eb211c80319c',
    ...options.job,
  };
  const sink = {
    caseDone: (result: CaseResult) => {
      expect(results.has(result.case)).toBe(false);
      results.set(result.case, result);
      order.push(result.case);
    },
    log: (line: EngineLogLine) => lines.push(line),
  };
  const running = runSuites(
    job,
    { http, clock, random: seededRandom(7), secrets, masker: createMasker() },
    sink,
    (options.stop ?? new AbortController()).signal,
  );
  await options.meanwhile?.(http);
  const { stopped } = await running;
  return { results, order, http, lines, stopped };
};

const verdicts = ({ results }: Ran): { readonly [id: string]: string } =>
  Object.fromEntries([...results].map(([id, result]) => [id, result.verdict]));
const ok = (json: unknown = {}): Reply => ({ json });

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
    expect(ran.results.get('b')?.because).toEqual({ case: 'a', reason: 'needs "a" (order), which failed' });
    expect(ran.results.get('c')?.because).toEqual({ case: 'b', reason: 'needs "b" (order), which was skipped' });
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

    expect(ran.results.get('a')?.tries[0]?.failure?.message).toContain('did you mean "tenant"?');
    expect(ran.http.requests).toHaveLength(0);
  });
});

describe('a try', () => {
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

describe('reruns', () => {
  const flaky = (_request: unknown, _url: URL, before: number): Reply => ({ status: before === 0 ? 503 : 200 });

  test('keep every try, and a pass after a failure is flaky', async () => {
    const clock = manualClock();
    const ran = await run(suiteOf([get('a', { reruns: 2, rerunDelayMs: 1000 })]), flaky, {
      clock,
      meanwhile: () => clock.advance(1000),
    });
    const result = ran.results.get('a');

    expect(result?.verdict).toBe('passed');
    expect(result?.flaky).toBe(true);
    expect(result?.tries.map(({ verdict }) => verdict)).toEqual(['failed', 'passed']);
  });

  test('are not made when the suite asks for none', async () => {
    const ran = await run(suiteOf([get('a')]), flaky);

    expect(ran.results.get('a')?.tries).toHaveLength(1);
  });
});

describe('secrets', () => {
  const withKey = (more: Partial<CaseDefinition['request']> = {}): CaseDefinition =>
    get('a', { request: { method: 'GET', path: '/a', headers: { authorization: 'Bearer {{apiKey}}' }, ...more } });

  test('reach the bound host and appear nowhere in what is kept', async () => {
    const ran = await run(suiteOf([withKey()], { uses: ['apiKey'] }), () =>
      ok({ echo: 'k-very-secret-1', b64: Buffer.from('xk-very-secret-1').toString('base64') }),
    );
    const kept = JSON.stringify([...ran.results.values(), ran.lines]);

    expect(ran.http.requests[0]?.headers).toContainEqual(['authorization', 'Bearer k-very-secret-1']);
    expect(ran.http.requests[0]?.secretHosts).toEqual([['api.test']]);
    expect(kept).not.toContain('k-very-secret-1');
    expect(kept).not.toContain(Buffer.from('xk-very-secret-1').toString('base64').slice(3, 18));
    expect(ran.results.get('a')?.tries[0]?.curl).toContain(`-H 'authorization: Bearer '"$APIKEY"''`);
  });

  test('towards another host are an error of the case and nothing is sent', async () => {
    const ran = await run(suiteOf([withKey({ target: 'other' })], { uses: ['apiKey'] }), () => ok());

    expect(ran.results.get('a')?.verdict).toBe('errored');
    expect(ran.results.get('a')?.tries[0]?.failure).toMatchObject({
      type: 'refused_target',
      message: 'expected the secret "apiKey" to go only to api.test, got other.test; nothing was sent',
    });
    expect(ran.http.requests).toHaveLength(0);
  });

  test('that come back in an answer cannot be captured and sent elsewhere', async () => {
    const suite = suiteOf(
      [
        { ...withKey(), captures: { stolen: { path: '$.echo' } } },
        get('b', { request: { method: 'POST', path: '/x', target: 'other', json: { v: 'is {{stolen}}' } } }),
      ],
      { uses: ['apiKey'] },
    );

    const ran = await run(suite, () => ok({ echo: 'k-very-secret-1' }));

    expect(verdicts(ran)).toEqual({ a: 'passed', b: 'errored' });
    expect(ran.http.requests).toHaveLength(1);
  });

  test('that cannot be read are an error of the case that says so without a value', async () => {
    const ran = await run(suiteOf([withKey()], { uses: ['apiKey'] }), () => ok(), { secrets: {} });

    expect(ran.results.get('a')?.tries[0]?.failure?.message).toBe(
      'expected the secret "apiKey" to be readable, got Error',
    );
    expect(ran.http.requests).toHaveLength(0);
  });

  test('captured tokens are masked like secrets', async () => {
    const suite = suiteOf([
      get('login', { token: true, captures: { session: { path: '$.x' } } }),
      get('b', { request: { method: 'GET', path: '/b', headers: { 'x-session': '{{session}}' } } }),
    ]);

    const ran = await run(suite, () => ok({ x: 'tok-123456789' }));

    expect(JSON.stringify([...ran.results.values()])).not.toContain('tok-123456789');
    expect(ran.http.requests[1]?.headers).toContainEqual(['x-session', 'tok-123456789']);
  });
});

describe('a stop', () => {
  const never = new Promise<void>(() => undefined);

  test('ends requests in flight and skips the rest with the reason', async () => {
    const stop = new AbortController();

    const ran = await run(
      suiteOf([get('a'), get('b', { dependsOn: ['a'] }), get('c')], { concurrency: 1 }),
      () => ({ after: never }),
      {
        stop,
        meanwhile: async (http) => {
          while (http.requests.length < 1) await new Promise((resolve) => setImmediate(resolve));
          stop.abort(new Stopped('cancelled'));
        },
      },
    );

    expect(verdicts(ran)).toEqual({ a: 'skipped', b: 'skipped', c: 'skipped' });
    expect(ran.results.get('c')?.because?.reason).toBe('the run was cancelled');
    expect(ran.stopped).toBe('cancelled');
  });

  test('by fail-fast comes from a blocking failure, not from an advisory one', async () => {
    const cases = [get('a', { advisory: true }), get('b', { dependsOn: [] }), get('c'), get('d')];
    const ran = await run(
      suiteOf(cases, { concurrency: 1 }),
      (_request, url) => ({ status: ['/v1/a', '/v1/b'].includes(url.pathname) ? 500 : 200 }),
      { job: { failFast: true } },
    );

    expect(verdicts(ran)).toEqual({ a: 'failed', b: 'failed', c: 'skipped', d: 'skipped' });
    expect(ran.stopped).toBe('fail-fast');
  });

  test('comes with the deadline of the run', async () => {
    const clock = manualClock();
    const ran = await run(suiteOf([get('a')]), () => ({ after: never }), {
      clock,
      job: { deadlineEpochMs: clock.nowMs() + 5000 },
      meanwhile: () => clock.advance(5000),
    });

    expect(verdicts(ran)).toEqual({ a: 'skipped' });
    expect(ran.stopped).toBe('deadline');
  });

  test('of a suite whose time is up errs what runs, skips the rest and leaves the run alone', async () => {
    const clock = manualClock();
    const ran = await run(
      suiteOf([get('a'), get('b')], { concurrency: 1, timeoutMs: 1000 }),
      () => ({ after: never }),
      { clock, meanwhile: () => clock.advance(1000) },
    );

    expect(verdicts(ran)).toEqual({ a: 'errored', b: 'skipped' });
    expect(ran.results.get('b')?.because?.reason).toBe('the time of the suite was up');
    expect(ran.stopped).toBeUndefined();
  });
});
