/** G7: what a function says of a run it has read carries the run's trace, the kinds of its suites and the spec it is judged against. */
import { expect, test } from '@jest/globals';
import { recordingLog } from '../../doubles/index.ts';
import { closeRun } from '../../../functions/close-run/close-run.ts';
import { judgeRun } from '../../../functions/judge-run/judge-run.ts';
import { learnRun } from '../../../functions/learn-run/learn-run.ts';
import { planRun } from '../../../functions/plan-run/plan-run.ts';
import { reconcile } from '../../../functions/reconcile/reconcile.ts';
import { sealRun } from '../../../functions/seal-run/seal-run.ts';
import { never, newRun, POINTER, readyWorld, recordShard, RUN_ID, type World } from './world.ts';

const FIELDS = { trace_id: '0'.repeat(32), suite_type: 'contract,functional', spec_hash: null };

const judged = async (): Promise<World> => {
  const world = await readyWorld({ shardLimit: 1 });
  await planRun(world)(POINTER, never);
  await recordShard(world, 0);
  await judgeRun(world)(POINTER, never);
  return world;
};

test.each<[string, (world: World) => Promise<unknown>]>([
  ['plan-run', (world) => planRun(world)(POINTER, never)],
  ['judge-run', (world) => judgeRun(world)(POINTER, never)],
  ['seal-run', (world) => sealRun(world)(POINTER, never)],
  ['learn-run', (world) => learnRun(world)(POINTER, never)],
  ['close-run', (world) => closeRun(world)({ ...POINTER, machine: 'test-run', status: 'FAILED' }, never)],
  [
    'close-run of a finish-run',
    (world) => closeRun(world)({ ...POINTER, machine: 'finish-run', status: 'FAILED' }, never),
  ],
])('%s', async (_name, act) => {
  const log = recordingLog();
  const world = { ...(await judged()), log };

  await act(world);
  log.info('after');

  expect(log.lines.at(-1)?.fields).toMatchObject(FIELDS);
});

test('reconcile, whose lines are about one run each', async () => {
  const world = await readyWorld();
  await world.runs.claim(newRun({ runId: `r${'1'.repeat(26)}`, traceId: '1'.repeat(32), suiteTypes: ['security'] }));
  world.clock.advance(60_000);

  await reconcile(world)(undefined, never);

  const told = world.log.lines.filter(({ message }) => message === 'run mended').map(({ fields }) => fields);
  expect(told).toEqual([
    expect.objectContaining({ ...FIELDS, test_run_id: RUN_ID, correlation_id: RUN_ID }),
    expect.objectContaining({ trace_id: '1'.repeat(32), suite_type: 'security', spec_hash: null }),
  ]);
  world.log.info('after');
  expect(world.log.lines.at(-1)?.fields).toEqual({});
});

test('a run that was recorded before its kinds were has none to tell', async () => {
  const world = await readyWorld();
  const { suiteTypes: _types, ...old } = newRun({ runId: `r${'2'.repeat(26)}` });
  await world.runs.claim(old);

  await closeRun(world)({ tenant: old.tenant, runId: old.runId, machine: 'test-run', status: 'TIMED_OUT' }, never);

  expect(world.log.lines[0]).toMatchObject({ level: 'warn', fields: { suite_type: null } });
});
