/** Headers that all requests of a suite share, such as its authorization. */
import { expect, test } from '@jest/globals';
import type { CaseDefinition } from '#core/suite';
import { get, ok, runAtRoot as run, suiteOf, verdicts } from './run-scripted.ts';

const login: CaseDefinition = {
  id: 'login',
  token: true,
  request: { method: 'POST', path: '/login' },
  checks: [{ status: 200 }],
  captures: { token: { path: '$.token' } },
};
const defaults = { headers: { Authorization: 'Bearer {{token}}', 'X-Team': 'a' } };
const sentBy = async (cases: readonly CaseDefinition[]) => {
  const ran = await run(suiteOf(cases, { defaults }), () => ok({ token: 'secret-token-1' }));
  const headersOf = (path: string) =>
    Object.fromEntries(ran.http.requests.find(({ url }) => new URL(url).pathname === path)?.headers ?? []);
  return { ran, headersOf };
};

test('a case that fetches the token of the default headers goes without them', async () => {
  const { ran, headersOf } = await sentBy([get('a'), login]);

  expect(verdicts(ran)).toEqual({ login: 'passed', a: 'passed' });
  expect(headersOf('/login')).not.toHaveProperty('authorization');
  expect(headersOf('/login')).toMatchObject({ 'x-team': 'a' });
  expect(headersOf('/a')).toMatchObject({ authorization: 'Bearer secret-token-1' });
});

test('null leaves a default header out, and the case then needs no token', async () => {
  const open = get('open', { request: { method: 'GET', path: '/open', headers: { authorization: null } } });
  const { ran, headersOf } = await sentBy([open, { ...login, checks: [{ status: 500 }] }]);

  expect(ran.results.get('open')?.verdict).toBe('passed');
  expect(headersOf('/open')).not.toHaveProperty('authorization');
});
