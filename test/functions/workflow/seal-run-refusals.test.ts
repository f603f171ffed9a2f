import { expect, test } from '@jest/globals';
import { problem } from '#core/problems';
import { attemptPrefix, livePieceKey, verdictKey } from '#core/staging-keys';
import { judgeRun } from '../../../functions/judge-run/judge-run.ts';
import { planRun } from '../../../functions/plan-run/plan-run.ts';
import { sealRun } from '../../../functions/seal-run/seal-run.ts';
import { never, POINTER, readyWorld, recordShard, suiteOf, theRun, type Recording, type World } from './world.ts';

const judged = async (
  recording: Recording = {},
  suites = [suiteOf('checkout', ['a', 'b', 'c', 'd'])],
): Promise<World> => {
  const world = await readyWorld({ shardLimit: 2 }, suites);
  await planRun(world)(POINTER, never);
  for (const shard of [0, 1]) await recordShard(world, shard, recording);
  await judgeRun(world)(POINTER, never);
  return world;
};
const seal = (world: World) => sealRun(world)(POINTER, never);
test.each<[string, Recording]>([
  ['in a log', { logLine: 'got sk_live_abcdefgh12345678' }],
  ['in the results', { cases: { a: { name: 'pays with 4111 1111 1111 1111' } } }],
])(
  'a value that looks sensitive %s refuses the seal, names file and kind, and never the value',
  async (_, recording) => {
    const world = await judged(recording);

    await expect(seal(world)).rejects.toMatchObject({ name: 'sensitive-evidence' });
    const { sealError, state } = await theRun(world);
    expect(state).toBe('judged');
    expect(sealError?.code).toBe('sensitive-evidence');
    expect(sealError?.message).toMatch(
      /^(shards\/000\d\/attempt-01\/(log|results)\.jsonl\.gz|verdict\/.*) holds what looks like a (payment provider key|card number) in line \d+$/,
    );
    expect(JSON.stringify([sealError, world.log.lines, world.bus.events])).not.toMatch(/sk_live_abc|4111 1111/);
    expect(world.evidence.keys).toEqual([]);
    expect(world.metrics.total('SealFailures')).toBe(1);
  },
);

const RESULTS = `${attemptPrefix(POINTER, 0, 1)}results.jsonl.gz`;
test.each<[string, (world: World) => Promise<void> | void, string]>([
  ['a changed result', (world) => world.staging.put(RESULTS, Buffer.from('x'), 'application/gzip'), 'digest-mismatch'],
  [
    'a result that is gone',
    (world) => {
      world.staging.remove(RESULTS);
    },
    'results-invalid',
  ],
  [
    'a changed list of files',
    (world) => world.staging.put(`${attemptPrefix(POINTER, 0, 1)}attempt.json`, Buffer.from('{}'), 'application/json'),
    'digest-mismatch',
  ],
  [
    'a changed verdict',
    (world) =>
      world.staging.put(
        verdictKey(POINTER),
        Buffer.from(JSON.stringify({ runId: POINTER.runId, gate: { answer: 'shut' } })),
        'application/json',
      ),
    'digest-mismatch',
  ],
  [
    'a verdict that is gone',
    (world) => {
      world.staging.remove(verdictKey(POINTER));
    },
    'results-invalid',
  ],
])('%s refuses the seal and says so on the run', async (_, harm, code) => {
  const world = await judged();
  await harm(world);

  await expect(seal(world)).rejects.toMatchObject({ name: code });
  expect((await theRun(world)).sealError?.code).toBe(code);
  expect(world.evidence.keys).toEqual([]);
});

test('a bucket that lost its lock is given nothing, and the run says so', async () => {
  const world = await judged();
  world.evidence.unlock();

  await expect(seal(world)).rejects.toMatchObject({ name: 'evidence-unlocked' });
  expect(await theRun(world)).toMatchObject({ state: 'judged', sealError: { code: 'evidence-unlocked' } });
  expect(world.evidence.keys).toEqual([]);
  expect(world.metrics.total('SealFailures')).toBe(1);
});

test('throttling is handed on for a retry without a seal failure, and a later seal clears an earlier error', async () => {
  const world = await judged();
  const slow = {
    ...world.evidence,
    bucket: 'evidence',
    putOnce: () => Promise.reject(problem('dependency-unavailable', 'slow down')),
  };

  await expect(sealRun({ ...world, evidence: slow })(POINTER, never)).rejects.toMatchObject({
    name: 'dependency-unavailable',
  });
  expect([(await theRun(world)).sealError, world.metrics.total('SealFailures')]).toEqual([undefined, 0]);
  await world.runs.recordSealError('acme', POINTER.runId, { code: 'digest-mismatch', message: 'm' });
  await seal(world);
  expect((await theRun(world)).sealError).toBeUndefined();
});

test('pieces of the live log are not tagged one by one: they expire by a rule of their own', async () => {
  const world = await judged();
  const piece = livePieceKey(POINTER, 0, 1, 1);
  await world.staging.put(piece, Buffer.from('{}'), 'application/x-ndjson');
  await seal(world);

  expect(piece).toBe(`live/v1/acme/${POINTER.runId}/0000-01/00001.jsonl`);
  expect([...world.staging.tags.keys()].filter((key) => key.startsWith('live/'))).toEqual([]);
  expect(world.staging.tags.size).toBeGreaterThan(3);
});
