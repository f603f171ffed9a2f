/** What logs say of runners that died, and of cases and shards that a run has not. */
import { expect, test } from '@jest/globals';
import { epochMs } from '#core/units';
import { makeStockedPlane, principal, type Plane } from '../plane.ts';
import { makeJudgedRun, planRun } from '../recorded-run.ts';

const as = principal();
const start = async (plane: Plane): Promise<string> =>
  (await plane.request('POST', '/tests/run', { as, body: { service: 'shop' } })).runId;
const logsOf = (plane: Plane, runId: string, query = '') =>
  plane.request('GET', `/tests/run/${runId}/logs?limit=1000${query}`, { as });
const items = (body: unknown) =>
  (body as { items: readonly { level: string; message: string; shard: number }[] }).items.map(
    ({ level, message, shard }) => `${level} ${String(shard)} ${message}`,
  );

const claim = (plane: Plane, runId: string, attempt: number) =>
  plane.runs.claimAttempt({
    ...{ tenant: 'acme', runId, shard: 0, attempt, nonce: `n${String(attempt)}` },
    executor: 'fargate',
    atEpochMs: plane.clock.nowMs(),
  });

test('an attempt that died is a warning, and page after page gives the same lines', async () => {
  const plane = await makeStockedPlane();
  const runId = await start(plane);
  const run = await plane.runs.get('acme', runId);
  await planRun(plane, run!, [{ planned: ['login'] }]);
  await claim(plane, runId, 1);
  await plane.runs.failAttempt(
    { tenant: 'acme', runId, shard: 0, attempt: 1 },
    'Essential container exited',
    'EssentialContainerExited',
    epochMs(plane.clock.nowMs()),
  );
  await claim(plane, runId, 2);
  const line = (message: string): string =>
    `${JSON.stringify({ at: '2026-11-21T12:00:01.000Z', level: 'info', message })}\n`;
  await plane.staging.put(
    `live/v1/acme/${runId}/0000-02/00001.jsonl`,
    new TextEncoder().encode(line('one') + line('two')),
    'application/jsonl',
  );

  const all = items((await logsOf(plane, runId)).body);
  const first = await plane.request('GET', `/tests/run/${runId}/logs?limit=1`, { as });
  const second = await plane.request('GET', `/tests/run/${runId}/logs?limit=1&cursor=${String(first.body['next'])}`, {
    as,
  });

  expect(all).toEqual(['warn 0 attempt 1 on fargate was lost: Essential container exited', 'info 0 one', 'info 0 two']);
  expect([...items(first.body), ...items(second.body)]).toEqual(all.slice(0, 2));
});

test('a shard that was given up is an error, with the reason', async () => {
  const plane = await makeStockedPlane();
  const shards = [{ planned: ['login'], verdicts: { login: 'passed' as const } }, { planned: ['pay'] }];
  const { runId } = await makeJudgedRun(plane, shards, () => start(plane));

  expect(items((await logsOf(plane, runId, '&shard=1')).body)).toEqual(['error 1 shard 1 was lost: killed']);
});

test.each([
  ['shard=77', '/shard', 'expected a shard of the run, 0 to 1, got 77'],
  ['case=logn', '/case', 'expected the id of a case of the run, without its suite, got "logn" (did you mean "login"?)'],
])('%s of a run that has none is refused', async (query, pointer, reason) => {
  const plane = await makeStockedPlane();
  const shards = [
    { planned: ['login'], verdicts: { login: 'passed' as const } },
    { planned: ['pay'], verdicts: { pay: 'passed' as const } },
  ];
  const { runId } = await makeJudgedRun(plane, shards, () => start(plane));

  const { status, code, body } = await logsOf(plane, runId, `&${query}`);

  expect([status, code]).toEqual([400, 'validation-failed']);
  expect(body).toMatchObject({ errors: [{ pointer, reason, in: 'query' }] });
});

test('a case and a shard of the run without lines of their own are no mistake', async () => {
  const plane = await makeStockedPlane();
  const shards = [{ planned: ['login', 'pay'], verdicts: { login: 'passed' as const } }];
  const { runId } = await makeJudgedRun(plane, shards, () => start(plane));

  expect((await logsOf(plane, runId, '&case=pay&level=error&shard=0')).status).toBe(200);
});
