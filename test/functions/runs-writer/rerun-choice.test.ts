/** Which cases a rerun takes when cases were skipped, or ran in several shards. */
import { expect, test } from '@jest/globals';
import { makeStockedPlane, principal } from '../plane.ts';
import { makeJudgedRun } from '../recorded-run.ts';
import type { ShardPlan } from '../recorded-run.ts';

const as = principal();

/** Cases of the rerun, or the code of its refusal. */
const rerunOf = async (shards: readonly ShardPlan[], only?: string): Promise<unknown> => {
  const plane = await makeStockedPlane();
  const first = await makeJudgedRun(
    plane,
    shards,
    async () => (await plane.request('POST', '/tests/run', { as, body: { service: 'shop' } })).runId,
  );
  const answer = await plane.request('POST', `/tests/run/${first.runId}/rerun`, {
    as,
    body: only === undefined ? {} : { only },
  });
  const run = await plane.runs.get('acme', answer.runId);
  return answer.status === 202 ? run?.onlyCases?.['shop.checkout'] : answer.code;
};

const planned = ['login', 'pay'];

test.each([
  [undefined, ['login', 'pay']],
  ['failed', ['login', 'pay']],
  ['lost', ['pay']],
])('a case that a failure kept from running goes with it: only %s', async (only, expected) => {
  const verdicts = { login: 'failed', pay: { skippedAfter: 'login' } } as const;

  expect(await rerunOf([{ planned, verdicts }], only)).toEqual(expected);
});

test.each([
  [undefined, ['pay']],
  ['lost', ['pay']],
  ['failed', 'nothing-to-rerun'],
])('a case that a stop came before is as good as lost: only %s', async (only, expected) => {
  expect(await rerunOf([{ planned, verdicts: { login: 'passed', pay: 'skipped' } }], only)).toEqual(expected);
});

test('a case that waited for one that a stop came before is lost and not failed', async () => {
  const shards = [{ planned, verdicts: { login: 'skipped', pay: { skippedAfter: 'login' } } }] as const;

  expect(await rerunOf(shards, 'lost')).toEqual(['login', 'pay']);
  expect(await rerunOf(shards, 'failed')).toBe('nothing-to-rerun');
});

test.each([
  ['failed', 'passed'],
  ['passed', 'failed'],
] as const)('a case of several shards counts with its worst outcome: %s, then %s', async (first, second) => {
  const shards: readonly ShardPlan[] = [
    { planned: ['login'], verdicts: { login: first } },
    { planned, verdicts: { login: second, pay: 'passed' } },
  ];

  expect(await rerunOf(shards)).toEqual(['login']);
});
