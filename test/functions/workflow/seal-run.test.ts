import { expect, test } from '@jest/globals';
import { filePath, type EvidenceManifest } from '#core/manifest';
import { verifyBundle } from '#core/verify-bundle';
import { judgeRun } from '../../../functions/judge-run/judge-run.ts';
import { planRun } from '../../../functions/plan-run/plan-run.ts';
import { sealRun } from '../../../functions/seal-run/seal-run.ts';
import {
  faulty,
  never,
  POINTER,
  readyWorld,
  recordShard,
  suiteOf,
  theRun,
  type Fault,
  type Recording,
  type World,
} from './world.ts';

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
const PREFIX = `v1/acme/2025/10/09/${POINTER.runId}/`;

const manifestOf = async (world: World): Promise<EvidenceManifest> => {
  const { key, versionId } = (await theRun(world)).seal!.manifest;
  return JSON.parse(Buffer.from((await world.evidence.getVersion(key, versionId))!).toString()) as EvidenceManifest;
};
const pulled = async (world: World) => {
  const { manifest, prefix } = (await theRun(world)).seal!;
  const files = new Map([['manifest.json', (await world.evidence.getVersion(manifest.key, manifest.versionId))!]]);
  for (const { sha256, versionId } of (await manifestOf(world)).entries)
    files.set(filePath(sha256), (await world.evidence.getVersion(`${prefix}${filePath(sha256)}`, versionId))!);
  return { list: async () => [...files.keys()], read: async (path: string) => files.get(path) };
};
/** Every version of every key. */
const objects = (world: World) =>
  Object.fromEntries(
    [...world.evidence.keys].sort().map((key) => [key, world.evidence.versions(key).map(({ sha256 }) => sha256)]),
  );
/** What two ways of sealing agree on in two buckets: all but the digest of the manifest, which names the versions that a bucket gave. */
const contents = (world: World) => ({
  ...objects(world),
  [`${PREFIX}manifest.json`]: world.evidence.versions(`${PREFIX}manifest.json`).length,
});

test('a judged run is sealed: every file under its digest, the manifest last, the run sealed, staging tagged', async () => {
  const world = await judged();
  const answer = await seal(world);
  const run = await theRun(world);
  const manifest = await manifestOf(world);

  expect(run).toMatchObject({
    state: 'sealed',
    seal: { bucket: 'evidence', prefix: PREFIX, objects: world.evidence.keys.length },
  });
  expect(answer).toMatchObject({ manifestKey: `${PREFIX}manifest.json`, manifestSha256: run.seal!.manifest.sha256 });
  expect(world.evidence.keys.at(-1)).toBe(`${PREFIX}manifest.json`);
  expect(manifest.entries.map(({ path }) => path)).toEqual([
    'inputs/plan.json',
    'inputs/run.json',
    'inputs/suites/shop.checkout.json',
    ...['0000', '0001'].flatMap((shard) =>
      ['attempt.json', 'log.jsonl.gz', 'results.jsonl.gz'].map((file) => `shards/${shard}/attempt-01/${file}`),
    ),
    'verdict/junit.xml',
    'verdict/report-open.html',
    'verdict/report.html',
    'verdict/results.json',
  ]);
  expect(manifest).toMatchObject({
    gate: 'open',
    expectedTests: 4,
    planDigest: run.planSha256,
    window: { endEpochMs: run.frozen!.frozenAtEpochMs },
  });
  expect(manifest.entries.find(({ path }) => path === 'inputs/plan.json')?.sha256).toBe(run.planSha256);
  expect(manifest.entries.find(({ path }) => path.endsWith('0001/attempt-01/results.jsonl.gz'))).toMatchObject({
    source: { shard: 1, attempt: 1 },
    redactions: 2,
    mediaType: 'application/gzip',
  });
  expect(await verifyBundle(await pulled(world), { manifestSha256: run.seal!.manifest.sha256 })).toMatchObject({
    status: 'valid',
    anchored: true,
  });
  expect([...world.staging.tags.values()].every((tags) => tags['sealed'] === 'true')).toBe(true);
  expect(world.staging.tags.size).toBe(world.staging.objects.size);
  expect(world.metrics.total('RunsSealed')).toBe(1);
  expect(world.bus.events.at(-1)?.detailType).toBe('evidence.sealed');
});

test('I4: sealing again changes nothing', async () => {
  const world = await judged();
  const first = await seal(world);
  const before = [objects(world), await theRun(world)];
  world.clock.advance(60_000);

  expect(await seal(world)).toEqual(first);
  expect([objects(world), await theRun(world)]).toEqual(before);
  expect(world.metrics.total('RunsSealed')).toBe(1);
});

test('two sealers at once give the same objects', async () => {
  const alone = await judged();
  await seal(alone);
  const world = await judged();
  const [one, two] = await Promise.all([seal(world), seal(world)]);

  expect(one).toEqual(two);
  expect(contents(world)).toEqual(contents(alone));
  expect(Object.values(objects(world)).every((versions) => versions.length === 1)).toBe(true);
});

const CRASH = new Error('killed');
test.each(['before', 'after'] as const)(
  'a crash %s any call is made good by sealing again, with the same bytes',
  async (when) => {
    const whole = await judged();
    await seal(whole);
    for (let at = 1; ; at += 1) {
      const world = await judged();
      const fault: Fault = { calls: 0, at, when, error: CRASH };
      const broken = {
        ...world,
        runs: faulty(world.runs, fault),
        staging: faulty(world.staging, fault),
        evidence: faulty(world.evidence, fault),
      };
      const crashed = await sealRun(broken)(POINTER, never).then(
        () => false,
        (error: unknown) => error === CRASH,
      );
      const first =
        (await theRun(world)).seal?.manifest.sha256 ?? world.evidence.versions(`${PREFIX}manifest.json`)[0]?.sha256;
      const { manifestSha256 } = await seal(world);
      expect(contents(world)).toEqual(contents(whole));
      if (first !== undefined) expect(manifestSha256).toBe(first);
      expect((await verifyBundle(await pulled(world), { manifestSha256 })).status).toBe('valid');
      expect((await theRun(world)).state).toBe('sealed');
      if (!crashed && fault.calls < at) {
        expect(at).toBeGreaterThan(30);
        return;
      }
    }
  },
);

test('a newer version under the same key is not believed', async () => {
  const world = await judged();
  await seal(world);
  world.evidence.forge(`${PREFIX}manifest.json`, Buffer.from('{"schema":"assay/manifest/v1"}'));

  expect((await verifyBundle(await pulled(world))).status).toBe('valid');
});

test('what arrives after the freeze is not sealed', async () => {
  const world = await readyWorld({ shardLimit: 2 });
  await planRun(world)(POINTER, never);
  await recordShard(world, 0);
  await judgeRun(world)(POINTER, never);
  await recordShard(world, 1);
  await seal(world);

  expect(
    (await manifestOf(world)).entries.map(({ path }) => path).filter((path) => path.startsWith('shards/0001')),
  ).toEqual([]);
});

test('a run that was never planned is sealed too', async () => {
  const world = await readyWorld({ selectors: { service: 'shop', tags: ['none'] } });
  await planRun(world)(POINTER, never);
  await judgeRun(world)(POINTER, never);
  await seal(world);

  expect(await manifestOf(world)).toMatchObject({
    planDigest: null,
    expectedTests: 0,
    gate: 'inconclusive',
    entries: [
      { path: 'inputs/run.json' },
      { path: 'verdict/junit.xml' },
      { path: 'verdict/report-open.html' },
      { path: 'verdict/report.html' },
      { path: 'verdict/results.json' },
    ],
  });
});

test('secrets that stand in a suite are replaced in its sealed copy, names of fields are not', async () => {
  const cases = [
    {
      id: 'login',
      request: { method: 'POST', path: '/login', json: { user: 'ann', password: 'hunter2' } },
      checks: [{ status: 200 }, { schema: { properties: { token: { type: 'string' } } } }],
      captures: { token: { path: '$.token' } },
    },
    {
      id: 'me',
      request: { method: 'GET', path: '/me', headers: { authorization: 'Bearer {{token}}' } },
      checks: [{ status: 200 }],
    },
  ];
  const world = await readyWorld({ shardLimit: 1 }, [suiteOf('flow', [], { cases })]);
  await planRun(world)(POINTER, never);
  await recordShard(world, 0);
  await judgeRun(world)(POINTER, never);
  await seal(world);
  const entry = (await manifestOf(world)).entries.find(({ path }) => path === 'inputs/suites/shop.flow.json')!;
  const body = JSON.parse(
    Buffer.from((await world.evidence.getVersion(`${PREFIX}${filePath(entry.sha256)}`, entry.versionId))!).toString(),
  ) as object;

  expect(entry.redactions).toBe(1);
  expect(body).toMatchObject({
    cases: [
      { request: { json: { user: 'ann', password: '***' } }, captures: { token: { path: '$.token' } } },
      { request: { headers: { authorization: 'Bearer {{token}}' } } },
    ],
  });
});

test('a run that is not judged is not sealed', async () => {
  const world = await readyWorld();

  await expect(seal(world)).rejects.toMatchObject({ name: 'run-not-over' });
});
