/** Reruns, secrets and stops, against scripted answers and a clock that only the test moves. */
import { describe, expect, test } from '@jest/globals';
import type { CaseDefinition } from '#core/suite';
import { Stopped } from '#engines/functional/suite-context';
import { manualClock } from './manual-clock.ts';
import { get, ok, run, suiteOf, verdicts } from './run-scripted.ts';
import type { Reply } from './scripted-http.ts';

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
  });

  test('stand by their name in the command of a try that failed; one that passed has none', async () => {
    const suite = suiteOf([{ ...withKey(), checks: [{ status: 201 }] }, get('b')], { uses: ['apiKey'] });

    const ran = await run(suite, () => ok());

    expect(ran.results.get('a')?.tries[0]?.curl).toContain(`-H 'authorization: Bearer '"$APIKEY"''`);
    expect(ran.results.get('b')?.tries[0]).not.toHaveProperty('curl');
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

  test('that cannot be read are no failure of the case: it is skipped and says so without a value', async () => {
    const ran = await run(suiteOf([withKey()], { uses: ['apiKey'] }), () => ok(), { secrets: {} });

    expect(ran.results.get('a')?.tries[0]?.failure?.message).toBe(
      'expected the secret "apiKey" to be readable, got Error',
    );
    expect(ran.results.get('a')?.tries[0]?.failure?.type).toBe('setup');
    expect(ran.results.get('a')).toMatchObject({
      verdict: 'skipped',
      because: { reason: 'expected the secret "apiKey" to be readable, got Error' },
    });
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
