/**
 * A bucket that would not keep what is written: the deployed sealer is pointed at buckets of its own that lack Object Lock in one way each.
 * Nothing may be written there, and the run must say why it has no evidence. The run is led by hand to its gate result, because no machine
 * may seal it meanwhile.
 */
import {
  CreateBucketCommand,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutObjectLockConfigurationCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openFunctions } from '../../bench/conformance/faults/functions.ts';
import type { Functions } from '../../bench/conformance/faults/functions.ts';
import { clientOf } from '../../local/published-names.ts';
import { invoke, portsOf, recordedOnly } from './behind.ts';
import { get, register } from './catalog.ts';
import type { Caller } from './plane.ts';
import { cloudOf, codeOf, readRun, runToGate, sealed, someone, unique } from './plane.ts';
import { json, startTarget } from './target.ts';

const cloud = cloudOf('plain');
const s3 = new S3Client({ ...clientOf(cloud.endpoint), forcePathStyle: true });
/** Longer than these tests take: until then the reconciler lets the run alone. */
const LET_ALONE_MS = 15 * 60_000;
let who: Caller;
let runId = '';
let functions: Functions;

/** A run with a gate result and without a seal. */
const judgedOnly = async (): Promise<string> => {
  await using target = await startTarget();
  target.routes.set('/one', json({ ok: true }));
  const { service } = await register(who, { target, suites: { only: [get('one')] } });
  const done = await runToGate(who, { service });
  const pointer = {
    tenant: 'local',
    runId: (await recordedOnly(cloud, done.runId, Date.now() + LET_ALONE_MS)).runId,
  };
  for (const [folder, more] of [
    ['plan-run', {}],
    ['run-shard', { shard: 0, retry: 0, redrive: 0 }],
    ['judge-run', {}],
  ] as const)
    expect([folder, await invoke(cloud, folder, { ...pointer, ...more })]).toMatchObject([folder, { failed: false }]);
  return pointer.runId;
};

beforeAll(async () => {
  who = await someone(cloud);
  runId = await judgedOnly();
  functions = await openFunctions(cloud.endpoint);
});

afterAll(() => {
  s3.destroy();
});

const makers: { readonly [what: string]: (Bucket: string) => Promise<unknown> } = {
  'without versions and lock': (Bucket) => s3.send(new CreateBucketCommand({ Bucket })),
  'with versions and without a lock': async (Bucket) => {
    await s3.send(new CreateBucketCommand({ Bucket }));
    await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
  },
  'with a lock and without a default retention': async (Bucket) => {
    await s3.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: true }));
    await s3.send(
      new PutObjectLockConfigurationCommand({ Bucket, ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled' } }),
    );
  },
};

test.each(Object.entries(makers))('a bucket %s gets nothing, and the run says so', async (_what, make) => {
  const bucket = unique('unlocked');
  await make(bucket);
  await using sealer = await functions.copyOf('seal-run', { EVIDENCE_BUCKET: bucket });

  const { failed } = await functions.invoke(sealer.arn, { tenant: 'local', runId });

  expect(failed).toBe(true);
  const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket: bucket }));
  expect([...Versions, ...DeleteMarkers]).toEqual([]);
  expect(await readRun(who, runId)).toMatchObject({
    state: 'judged',
    seal: null,
    gate: { answer: 'open' },
    sealError: { code: 'evidence-unlocked', message: expect.stringContaining(`${bucket} must have Object Lock`) },
  });
  const status = await who.assay(['status', runId]);
  expect(status.stdout).toContain('evidence-unlocked');
  const evidence = await who.call('GET', `/tests/run/${runId}/evidence`);
  expect({ status: evidence.status, code: codeOf(evidence) }).toEqual({ status: 409, code: 'evidence-not-sealed' });
});

test('with the lock in place again the same run is sealed, and its error is gone', async () => {
  const staged = await portsOf(cloud).staging.list(`v1/local/${runId}/`);
  expect(staged.length).toBeGreaterThan(0);

  expect(await invoke(cloud, 'seal-run', { tenant: 'local', runId })).toMatchObject({ failed: false });

  expect(await sealed(who, runId)).toMatchObject({ state: 'sealed', sealError: null });
});
