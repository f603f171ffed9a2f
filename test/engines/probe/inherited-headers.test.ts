import { expect, test } from '@jest/globals';
import type { SuiteDefinition } from '#core/suite';
import { runAtRoot } from '../functional/run-scripted.ts';

const suite: SuiteDefinition = {
  suite: 'a',
  service: 'shop',
  capability: 'data-quality',
  defaults: { headers: { authorization: 'Bearer {{token}}' } },
  cases: [
    {
      id: 'login',
      token: true,
      request: { method: 'POST', path: '/login' },
      checks: [{ status: 200 }],
      captures: { token: { path: '$.token' } },
    },
    {
      id: 'pages',
      checks: [],
      walk: { request: { path: '/items' }, items: '$.items', next: { url: '$.next' } },
    },
    {
      id: 'without',
      checks: [],
      walk: { request: { path: '/open', headers: { authorization: null } }, items: '$.items', next: { url: '$.next' } },
    },
  ],
};

test('requests that a person wrote into a probe carry the default headers of the suite, but for those they drop', async () => {
  const seen: string[] = [];
  const { results } = await runAtRoot(suite, (request, url) => {
    const sent = request.headers.find(([name]) => name === 'authorization')?.[1] ?? 'none';
    seen.push(`${url.pathname} ${sent}`);
    return { status: 200, json: url.pathname === '/login' ? { token: 'tok-12345678' } : { items: [1], next: null } };
  });

  expect([...results.values()].map(({ verdict }) => verdict)).toEqual(['passed', 'passed', 'passed']);
  expect(seen.sort()).toEqual(['/items Bearer tok-12345678', '/login none', '/open none']);
});
