/** What the gate says of the run as a whole: its error and stop, and shards that were lost or tried again. */
import { expect, test } from '@jest/globals';
import { judge, type GateFacts } from '#core/gate';
import { facts, type Sketch } from './gate-facts.ts';

const told = (given: GateFacts): readonly string[] =>
  judge(given).reasons.map(({ effect, code, message }) => `${effect} ${code}: ${message}`);
const A: Sketch = { case: 'a' };
const planned = new Set(['shop.checkout/a', 'shop.checkout/b']);

test('what an error of the run kept from running is told once and decides nothing', () => {
  const lostShards = [0, 1, 2].map((shard) => ({ shard, reason: 'it was not started' }));
  const error = { code: 'target-unhealthy', message: 'The target is not healthy.' };
  const given = facts([], { planned, lostShards, error, rules: { requiredSuites: ['checkout'] } });

  expect(judge(given).answer).toBe('inconclusive');
  expect(told(given)).toEqual([
    'inconclusive target-unhealthy: The target is not healthy.',
    'info shard-lost: 3 shards (0, 1, 2) were lost, each because it was not started. Their cases have no result.',
    'info required-suite-not-run: The required suite checkout did not run.',
  ]);
});

test('an error leaves known failures and cases without result as they are seen', () => {
  const error = { code: 'run-machine-failed', message: 'The state machine of the run caught X.' };
  const given = facts([{ ...A, verdict: 'failed' }], { planned, error });

  expect(judge(given).answer).toBe('shut');
  expect(told(given)).toContain('info cases-without-result: 1 planned case left no result: shop.checkout/b.');
});

test('shards that were lost for different reasons are told apart', () => {
  const lostShards = [
    { shard: 4, reason: 'its task died' },
    { shard: 1, reason: 'it was not started' },
    { shard: 0, reason: 'its task died' },
  ];

  expect(told(facts([A], { lostShards }))).toEqual([
    'inconclusive shard-lost: 2 shards (0, 4) were lost, each because its task died. Their cases have no result.',
    'inconclusive shard-lost: Shard 1 was lost: it was not started. Its cases have no result.',
  ]);
});

test.each<[string, readonly Sketch[], string]>([
  ['passed', [A, { case: 'b' }], 'after every case had its result, but before the run was judged'],
  ['is missing', [A], 'before every case had run'],
  [
    'was skipped by the stop',
    [A, { case: 'b', verdict: 'skipped', because: { reason: 'the run was cancelled' } }],
    'before every case had run',
  ],
  [
    'was skipped because of another one',
    [
      { ...A, verdict: 'failed' },
      { case: 'b', verdict: 'skipped', because: { case: 'a', reason: 'needs a' } },
    ],
    'after every case had its result, but before the run was judged',
  ],
])('a stop says truly when it came: the last case %s', (_, cases, when) => {
  const given = facts(cases, { planned, stop: { reason: 'cancelled', by: 'ann' } });

  expect(judge(given).answer).not.toBe('open');
  expect(told(given)).toContain(`inconclusive cancelled: The run was cancelled (by ann) ${when}.`);
});

test('cases that a stop kept from running are one line with their number', () => {
  const skipped = (name: string, more = ''): Sketch => ({
    case: name,
    verdict: 'skipped',
    because: { reason: `the run was cancelled${more}` },
  });
  const cases = [A, ...['b', 'c', 'd', 'e', 'f'].map((name) => skipped(name)), skipped('g', ' while the case ran')];

  expect(told(facts(cases)).filter((line) => line.includes('case-skipped'))).toEqual([
    'inconclusive case-skipped: 6 cases were skipped, because the run was cancelled: shop.checkout/b, shop.checkout/c, shop.checkout/d, shop.checkout/e, shop.checkout/f and 1 more.',
  ]);
});

test('a shard that needed more than one attempt is told and decides nothing', () => {
  const given = facts([A], { retriedShards: [{ shard: 0, attempts: 2, reason: 'attempt 1 on lambda was lost: x' }] });

  expect(judge(given).answer).toBe('open');
  expect(told(given)).toEqual(['info shard-retried: Shard 0 needed 2 attempts: attempt 1 on lambda was lost: x.']);
});

test.each<[readonly Sketch[], string]>([
  [[{ case: 'a', verdict: 'errored' }], '1 case of medium risk errored, 0 allowed.'],
  [
    [
      { case: 'a', verdict: 'errored' },
      { case: 'b', verdict: 'failed' },
    ],
    '2 cases of medium risk failed or errored, 0 allowed.',
  ],
])('failures are called what they are', (cases, message) => {
  expect(judge(facts(cases)).reasons[0]?.message).toBe(message);
});
