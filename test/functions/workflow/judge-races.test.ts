/** Judges that meet: what one wrote is never left beside what another one recorded. And what the state machine caught becomes the run's. */
import { expect, test } from '@jest/globals';
import { readFailedRunPointer } from '#lambda/workflow-input';
import { junitKey, verdictKey } from '#core/staging-keys';
import type { GateResult } from '#core/run';
import type { VerdictDocument } from '#core/verdict-document';
import { judgeRun } from '../../../functions/judge-run/judge-run.ts';
import { planRun } from '../../../functions/plan-run/plan-run.ts';
import { sealRun } from '../../../functions/seal-run/seal-run.ts';
import { never, POINTER, readyWorld, recordShard, theRun, type World } from './world.ts';

const recorded = async (): Promise<World> => {
  const world = await readyWorld({ shardLimit: 2 });
  await planRun(world)(POINTER, never);
  for (const shard of [0, 1]) await recordShard(world, shard);
  return world;
};
const verdict = async (world: World): Promise<VerdictDocument> =>
  JSON.parse(Buffer.from((await world.staging.get(verdictKey(POINTER)))!.body).toString()) as VerdictDocument;

/** The gate of a judge that was first: the same answer, told otherwise. */
const otherGate = (gate: GateResult): GateResult => ({
  ...gate,
  reasons: [{ code: 'other-judge', message: 'somebody else was first', effect: 'info' }, ...gate.reasons],
});

test('of two judges with the same answer and other reasons the files tell what was recorded', async () => {
  const world = await recorded();
  const runs = {
    ...world.runs,
    recordGate: async (...[tenant, runId, gate, at]: Parameters<typeof world.runs.recordGate>) => {
      await world.runs.recordGate(tenant, runId, otherGate(gate), at);
      return world.runs.recordGate(tenant, runId, gate, at);
    },
  };
  await judgeRun({ ...world, runs })(POINTER, never);

  expect((await verdict(world)).gate).toEqual((await theRun(world)).gate);
  expect((await verdict(world)).gate.reasons[0]?.code).toBe('other-judge');
});

test('files that a slower judge left of another gate are not sealed, and are written anew by judging again', async () => {
  const world = await recorded();
  await judgeRun(world)(POINTER, never);
  const right = await verdict(world);
  const wrong = Buffer.from(JSON.stringify({ ...right, gate: otherGate(right.gate) }));
  await world.staging.put(verdictKey(POINTER), wrong, 'application/json');

  await expect(sealRun(world)(POINTER, never)).rejects.toMatchObject({ name: 'digest-mismatch' });
  await judgeRun(world)(POINTER, never);
  expect(await verdict(world)).toEqual(right);
  await expect(sealRun(world)(POINTER, never)).resolves.toMatchObject({ runId: POINTER.runId });
});

test('a file with more reasons than the run item keeps is left whole', async () => {
  const world = await recorded();
  await judgeRun(world)(POINTER, never);
  const right = await verdict(world);
  const many = Array.from({ length: 700 }, (_, n) => ({ code: `c${n}`, message: 'm', effect: 'info' }) as const);
  const gate = { ...right.gate, reasons: many };
  await world.staging.put(verdictKey(POINTER), Buffer.from(JSON.stringify({ ...right, gate })), 'application/json');
  const run = { ...(await theRun(world)), gate: { ...gate, reasons: [...many.slice(0, 500), MORE] } };
  const runs = { ...world.runs, getWithShards: async () => Promise.resolve({ run, shards: [] }) };
  await judgeRun({ ...world, runs })(POINTER, never);

  expect((await verdict(world)).gate.reasons).toHaveLength(700);
});
const MORE = {
  code: 'more-reasons',
  message: '200 more reasons are not listed here; the results name every case.',
  effect: 'info',
} as const;

test('what the state machine caught is the error of the run, masked, and counted', async () => {
  const world = await recorded();
  const cause = '{"errorMessage":"password=hunter2","trace":[]}';
  const input = readFailedRunPointer({ ...POINTER, error: { Error: 'States.Timeout', Cause: cause } });

  expect(await judgeRun(world)(input, never)).toMatchObject({ answer: 'inconclusive' });
  const { error } = await theRun(world);
  expect(error).toMatchObject({
    code: 'run-machine-failed',
    message: expect.stringMatching(/^The state machine of the run caught States\.Timeout/),
  });
  expect(error?.message).not.toContain('hunter2');
  expect(world.metrics.total('RunsFailed')).toBe(1);
  await judgeRun(world)(input, never);
  expect(world.metrics.total('RunsFailed')).toBe(1);
});

test('an error that the run has already stands, and a run that was stopped has none', async () => {
  const world = await recorded();
  await world.runs.recordError('acme', POINTER.runId, { code: 'target-unhealthy', message: 'm' });
  const input = readFailedRunPointer({ ...POINTER, error: { Error: 'TaskDied' } });
  await judgeRun(world)(input, never);
  const stopped = await recorded();
  await stopped.runs.requestStop('acme', POINTER.runId, 'cancelled', 'ann', stopped.clock.nowMs());
  await judgeRun(stopped)(input, never);

  expect((await theRun(world)).error?.code).toBe('target-unhealthy');
  expect((await theRun(stopped)).error).toBeUndefined();
  expect(stopped.metrics.total('RunsFailed')).toBe(0);
});

test('without an error the input is two ids, and the files lie where they were', async () => {
  expect(readFailedRunPointer({ ...POINTER, plan: {} })).toEqual(POINTER);
  const world = await recorded();
  await judgeRun(world)(readFailedRunPointer(POINTER), never);

  expect(world.staging.objects.has(junitKey(POINTER))).toBe(true);
  expect(world.log.lines.every(({ level }) => level !== 'error')).toBe(true);
});
