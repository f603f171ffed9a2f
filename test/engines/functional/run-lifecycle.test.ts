/** What happens around cases: setup and teardown, tokens, polls, requirements, what was created. */
import { describe, expect, test } from '@jest/globals';
import type { CaseDefinition } from '#core/suite';
import { manualClock } from './manual-clock.ts';
import { get, ok, runAtRoot as run, suiteOf, verdicts } from './run-scripted.ts';
import { Stopped } from '#engines/functional/suite-context';

const pathsOf = (requests: readonly { readonly method: string; readonly url: string }[]): string[] =>
  requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`);

describe('setup and teardown (C1.1)', () => {
  const staged: CaseDefinition[] = [
    get('a'),
    get('prepare', { stage: 'setup', captures: { base: { path: '$.id' } } }),
    get('b', { request: { method: 'GET', path: '/{{base}}' } }),
    get('clean', { stage: 'teardown' }),
  ];

  test('of a suite run before and after everything else', async () => {
    const ran = await run(suiteOf(staged), () => ok({ id: 'x' }));

    expect(ran.order[0]).toBe('prepare');
    expect(ran.order.at(-1)).toBe('clean');
  });

  test('that failed keeps the cases from running, and teardown runs all the same', async () => {
    const ran = await run(suiteOf(staged), (_request, url) => (url.pathname === '/prepare' ? { status: 404 } : ok()));

    expect(verdicts(ran)).toEqual({ prepare: 'failed', a: 'skipped', b: 'skipped', clean: 'passed' });
    expect(ran.results.get('a')?.because?.kind).toBe('setup');
  });

  test('whose teardown fails warns and is advisory', async () => {
    const ran = await run(suiteOf(staged), (_request, url) =>
      url.pathname === '/clean' ? { status: 404 } : ok({ id: 'x' }),
    );

    expect(ran.results.get('clean')).toMatchObject({ verdict: 'failed', advisory: true });
    expect(ran.results.get('clean')?.warnings[0]?.kind).toBe('teardown');
  });

  test('of a case run around each try, and its teardown also after a failure', async () => {
    const step = (path: string) => ({ request: { method: 'POST', path } });
    const item = get('a', {
      setup: [{ ...step('/make'), captures: { made: { path: '$.id' } } }],
      request: { method: 'GET', path: '/things/{{made}}' },
      teardown: [{ request: { method: 'DELETE', path: '/things/{{made}}' } }],
    });
    const ran = await run(suiteOf([item]), (request, url) =>
      request.method === 'GET' ? { status: 404 } : ok({ id: url.pathname === '/make' ? 7 : 0 }),
    );

    expect(pathsOf(ran.http.requests)).toEqual(['POST /make', 'GET /things/7', 'DELETE /things/7']);
    expect(ran.results.get('a')?.verdict).toBe('failed');
    expect(ran.results.get('a')?.tries[0]?.steps?.map(({ stage }) => stage)).toEqual(['setup', 'teardown']);
  });

  test('also runs its teardown when the run is cancelled in the middle of the case', async () => {
    const stop = new AbortController();
    const item = get('a', { teardown: [{ request: { method: 'DELETE', path: '/left' } }] });
    const ran = await run(
      suiteOf([item, get('clean', { stage: 'teardown' })]),
      (request) =>
        request.method === 'GET' && request.url.endsWith('/a') ? { after: new Promise(() => undefined) } : ok(),
      {
        stop,
        meanwhile: async (http) => {
          while (http.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
          stop.abort(new Stopped('cancelled'));
        },
      },
    );

    expect(pathsOf(ran.http.requests)).toEqual(['GET /a', 'DELETE /left', 'GET /clean']);
    expect(verdicts(ran)).toEqual({ a: 'skipped', clean: 'passed' });
  });
});

describe('a token (row 6)', () => {
  const login: CaseDefinition = {
    id: 'login',
    token: { refreshOn: [401], expiresIn: '$.expires_in' },
    request: { method: 'POST', path: '/login' },
    checks: [{ status: 200 }],
    captures: { token: { path: '$.token' } },
  };
  const user = (id: string): CaseDefinition =>
    get(id, { request: { method: 'GET', path: `/${id}`, headers: { authorization: 'Bearer {{token}}' } } });

  test('that has expired is fetched once for fifty users, who each send once more', async () => {
    let logins = 0;
    const users = Array.from({ length: 50 }, (_, at) => user(`u${String(at)}`));
    const ran = await run(suiteOf([login, ...users], { concurrency: 10 }), (request, url) => {
      if (url.pathname === '/login') return ok({ token: `secret-token-${String((logins += 1))}` });
      const [, value = ''] = request.headers.find(([name]) => name === 'authorization') ?? [];
      return value.endsWith('-1') ? { status: 401 } : ok();
    });

    expect(logins).toBe(2);
    expect(Object.values(verdicts(ran)).every((verdict) => verdict === 'passed')).toBe(true);
    expect(ran.results.get('u0')).toMatchObject({ flaky: false });
    expect(ran.results.get('u0')?.tries[0]?.retries?.map(({ why, status }) => [why, status])).toEqual([
      ['token-refreshed', 401],
    ]);
    expect(JSON.stringify([...ran.results.values()])).not.toContain('secret-token');
  });

  test('is not fetched again for a 401 that the case expects', async () => {
    const refused = { ...user('refused'), checks: [{ status: 401 }] };
    const ran = await run(suiteOf([login, refused]), (_request, url) =>
      url.pathname === '/login' ? ok({ token: 'secret-token-1' }) : { status: 401 },
    );

    expect(pathsOf(ran.http.requests)).toEqual(['POST /login', 'GET /refused']);
    expect(verdicts(ran)).toEqual({ login: 'passed', refused: 'passed' });
  });

  test('is fetched anew before it expires', async () => {
    const clock = manualClock();
    let logins = 0;
    const late = { ...user('late'), setup: [{ request: { method: 'POST', path: '/wait' } }] };
    const ran = await run(
      suiteOf([login, late]),
      (_request, url) => {
        if (url.pathname === '/wait') return { ...ok(), after: clock.advance(120_000) };
        return url.pathname === '/login'
          ? ok({ token: `secret-token-${String((logins += 1))}`, expires_in: 60 })
          : ok();
      },
      { clock },
    );

    expect(logins).toBe(2);
    expect(verdicts(ran)).toMatchObject({ late: 'passed' });
  });

  test('that cannot be fetched again errors the case and says why', async () => {
    let logins = 0;
    const ran = await run(suiteOf([login, user('a')]), (_request, url) => {
      if (url.pathname !== '/login') return { status: 401 };
      logins += 1;
      return logins === 1 ? ok({ token: 'secret-token-1' }) : { status: 403 };
    });

    expect(ran.results.get('a')).toMatchObject({ verdict: 'errored' });
    expect(ran.results.get('a')?.tries[0]?.failure).toMatchObject({ type: 'setup', phase: 'token' });
  });
});

describe('a poll (C3, row 11)', () => {
  const polling = (more: Partial<NonNullable<CaseDefinition['poll']>> = {}): CaseDefinition =>
    get('job', { poll: { until: [{ path: '$.state', equals: 'done' }], everyMs: 100, deadlineMs: 1000, ...more } });

  test('sends again until the condition holds and checks the last answer', async () => {
    const clock = manualClock();
    const ran = await run(suiteOf([polling()]), (_r, _u, before) => ok({ state: before < 3 ? 'busy' : 'done' }), {
      clock,
      meanwhile: () => clock.advance(1000),
    });

    expect(ran.results.get('job')?.verdict).toBe('passed');
    expect(ran.results.get('job')?.tries[0]?.polls).toBe(4);
  });

  test('that takes too long fails and names the condition', async () => {
    const clock = manualClock();
    const ran = await run(suiteOf([polling()]), () => ok({ state: 'busy' }), {
      clock,
      meanwhile: () => clock.advance(5000),
    });

    const failure = ran.results.get('job')?.tries[0]?.failure;
    expect(failure).toMatchObject({ type: 'timeout', phase: 'poll' });
    expect(failure?.message).toContain('$.state equals "done"');
  });
});

describe('requirements (C1.2)', () => {
  test('that are not met skip the case with that reason', async () => {
    const item = get('partner', { requires: [{ secret: 'partnerKey' }, { capability: 'webhooks' }] });
    const ran = await run(suiteOf([item, get('other')]), () => ok());

    expect(ran.results.get('partner')?.because).toEqual({
      kind: 'requires',
      reason: 'requires the secret "partnerKey" and the capability "webhooks", which is not there',
    });
    expect(ran.results.get('other')?.verdict).toBe('passed');
  });
});

describe('what a case creates (C1.1)', () => {
  const create = (id: string): CaseDefinition => ({
    id,
    request: { method: 'POST', path: `/${id}` },
    checks: [{ status: 201 }],
    captures: { [`${id}Id`]: { path: '$.id' } },
    creates: [{ name: `thing {{${id}Id}}`, delete: { path: `/things/{{${id}Id}}` } }],
  });
  const answers = (request: { readonly method: string }, url: URL) =>
    request.method === 'POST' ? { status: 201, json: { id: `of/${url.pathname.slice(1)}` } } : { status: 204 };

  test('is removed at the end, newest first, and the removal is kept with the case', async () => {
    const ran = await run(suiteOf([create('a'), { ...create('b'), dependsOn: ['a'] }]), answers);

    expect(ran.http.requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toEqual([
      'POST /a',
      'POST /b',
      'DELETE /things/of%2Fb',
      'DELETE /things/of%2Fa',
    ]);
    expect(ran.results.get('a')?.tries[0]?.steps).toMatchObject([{ stage: 'remove', name: 'thing of/a' }]);
  });

  test('is removed also when the checks of the case failed', async () => {
    const ran = await run(suiteOf([{ ...create('a'), checks: [{ path: '$.id', equals: 'other' }] }]), answers);

    expect(pathsOf(ran.http.requests)).toEqual(['POST /a', 'DELETE /things/of%2Fa']);
    expect(ran.results.get('a')?.verdict).toBe('failed');
  });

  test('and cannot be removed is a warning that names it', async () => {
    const ran = await run(suiteOf([create('a')]), (request, url) =>
      request.method === 'DELETE' ? { status: 409 } : answers(request, url),
    );

    expect(ran.results.get('a')?.verdict).toBe('passed');
    expect(ran.results.get('a')?.warnings).toEqual([
      { kind: 'left-behind', message: '"thing of/a" was created and could not be removed: status 409' },
    ]);
  });

  test('is written down before anything else happens and struck off when it is gone', async () => {
    const told: string[] = [];
    const ledger = {
      created: (entry: { readonly name: string }) => Promise.resolve(void told.push(`created ${entry.name}`)),
      removed: () => Promise.resolve(void told.push('removed')),
    };
    await run(suiteOf([create('a')]), answers, { ports: { ledger } });

    expect(told).toEqual(['created thing of/a', 'removed']);
  });
});

describe('generated values (C3.2)', () => {
  const item: CaseDefinition = {
    id: 'a',
    reruns: 1,
    rerunDelayMs: 0,
    request: { method: 'POST', path: '/a', json: { id: '{{$uuid}}', mail: '{{mail}}', age: '{{$randomInt(18,99)}}' } },
    checks: [{ status: 200 }],
  };
  const suite = suiteOf([item, { ...item, id: 'b' }], { variables: { mail: '{{$fake.email}}' } });
  const sentBy = async (seed: string) => {
    const clock = manualClock();
    const ran = await run(suite, (_r, _u, before) => (before === 0 ? { status: 404 } : ok()), {
      clock,
      job: { seed },
      meanwhile: () => clock.advance(10),
    });
    return ran.http.requests.map(
      ({ body }) => JSON.parse(new TextDecoder().decode(body)) as { id: string; mail: string },
    );
  };

  test('are the same in every try and every run with the same seed, and others with another', async () => {
    const [one, again, other] = [await sentBy('s1'), await sentBy('s1'), await sentBy('s2')];

    expect(again).toEqual(one);
    expect(other[0]?.id).not.toBe(one[0]?.id);
    expect(new Set(one.map(({ id }) => id)).size).toBe(2);
    expect(new Set(one.map(({ mail }) => mail)).size).toBe(1);
  });

  test('are kept with the result', async () => {
    const ran = await run(suite, () => ok());

    expect(Object.keys(ran.results.get('a')?.generated ?? {})).toEqual(['$uuid', '$randomInt(18,99)']);
  });
});

test('a captured number that has lost its digits fails the case instead of naming something else', async () => {
  const item = get('a', { captures: { id: { path: '$.id' } } });
  const ran = await run(suiteOf([item]), () => ({ text: '{"id":12345678901234567890}' }));

  expect(ran.results.get('a')?.tries[0]?.failure).toMatchObject({ phase: 'capture' });
  expect(ran.results.get('a')?.tries[0]?.failure?.message).toContain('at most 2^53 - 1 at $.id');
});
