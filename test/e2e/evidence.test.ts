/**
 * Sealed evidence, attacked with the account's own root credentials over S3: deletes, overwrites, shortening, a forged newer version.
 * What the API answers and what the verifier says afterwards is the proof.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  DeleteObjectCommand,
  GetObjectLockConfigurationCommand,
  GetObjectRetentionCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  PutObjectRetentionCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { EvidenceView, RunView } from '#contracts/generated/types';
import { clientOf } from '../../local/published-names.ts';
import { executionsNamed, invoke } from './behind.ts';
import { get, patient, register } from './catalog.ts';
import type { Caller } from './plane.ts';
import { cloudOf, evidenceOf, judged, readRun, runToGate, sealed, someone, startRun } from './plane.ts';
import { held, json, startTarget } from './target.ts';

const cloud = cloudOf('plain');
const s3 = new S3Client({ ...clientOf(cloud.endpoint), forcePathStyle: true });
const Bucket = cloud.names['records/evidence-bucket'] ?? '';
const folder = mkdtempSync(path.join(tmpdir(), 'assay-e2e-'));
let who: Caller;
let view: RunView;
let evidence: EvidenceView;

const errorName = async (attempt: Promise<unknown>): Promise<string> => {
  try {
    await attempt;
    return 'none';
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
};

beforeAll(async () => {
  await using target = await startTarget();
  target.routes.set('/one', json({ ok: true }));
  who = await someone(cloud);
  const { service } = await register(who, { target, suites: { only: [get('one')] } });
  view = await sealed(who, (await runToGate(who, { service })).runId);
  evidence = await evidenceOf(who, view.runId);
});

afterAll(() => {
  s3.destroy();
  rmSync(folder, { recursive: true, force: true });
});

test('the bucket locks every new version by default', async () => {
  const { ObjectLockConfiguration } = await s3.send(new GetObjectLockConfigurationCommand({ Bucket }));

  expect(ObjectLockConfiguration).toMatchObject({
    ObjectLockEnabled: 'Enabled',
    Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 1 } },
  });
});

test('every file of the bundle is locked until a day after it was written', async () => {
  for (const { key, versionId } of [evidence.manifest, ...evidence.files]) {
    const { Retention } = await s3.send(new GetObjectRetentionCommand({ Bucket, Key: key, VersionId: versionId }));
    expect(Retention?.Mode).toBe('GOVERNANCE');
    expect((Retention?.RetainUntilDate?.getTime() ?? 0) - Date.now()).toBeGreaterThan(23 * 3_600_000);
  }
});

test('a locked version cannot be deleted', async () => {
  const { key, versionId } = evidence.manifest;

  expect(await errorName(s3.send(new DeleteObjectCommand({ Bucket, Key: key, VersionId: versionId })))).toBe(
    'AccessDenied',
  );
});

test('its retention cannot be shortened or taken away', async () => {
  const { key, versionId } = evidence.manifest;
  const shorten = (RetainUntilDate: Date) =>
    s3.send(
      new PutObjectRetentionCommand({
        Bucket,
        Key: key,
        VersionId: versionId,
        Retention: { Mode: 'GOVERNANCE', RetainUntilDate },
      }),
    );

  expect(await errorName(shorten(new Date(Date.now() + 60_000)))).toBe('AccessDenied');
  const { Retention } = await s3.send(new GetObjectRetentionCommand({ Bucket, Key: key, VersionId: versionId }));
  expect((Retention?.RetainUntilDate?.getTime() ?? 0) - Date.now()).toBeGreaterThan(23 * 3_600_000);
});

test('a conditional overwrite is refused', async () => {
  const attempt = s3.send(new PutObjectCommand({ Bucket, Key: evidence.manifest.key, Body: '{}', IfNoneMatch: '*' }));

  expect(await errorName(attempt)).toBe('PreconditionFailed');
});

test('a forged newer version is not believed: API, links and verifier go by the version that was sealed', async () => {
  const forged = JSON.stringify({ schema: 'assay/manifest/v1', forged: true });
  for (const { key } of [evidence.manifest, ...evidence.files.slice(0, 1)])
    await s3.send(new PutObjectCommand({ Bucket, Key: key, Body: forged }));
  await s3.send(new DeleteObjectCommand({ Bucket, Key: evidence.files.at(-1)?.key ?? '' }));

  const now = await evidenceOf(who, view.runId);
  const served = await (await fetch(now.manifest.url)).text();
  const out = path.join(folder, 'forged');
  const pulled = await who.assay(['evidence', 'pull', view.runId, '--out', out]);
  const verified = await who.assay(['evidence', 'verify', out]);

  expect(now.manifest.versionId).toBe(evidence.manifest.versionId);
  expect(createHash('sha256').update(served).digest('hex')).toBe(evidence.manifest.sha256);
  expect([pulled.exitCode, verified.exitCode]).toEqual([0, 0]);
});

test('a forged bundle on disk is found out', async () => {
  const out = path.join(folder, 'disk');
  await who.assay(['evidence', 'pull', view.runId, '--out', out]);
  writeFileSync(path.join(out, 'files', 'f'.repeat(64)), 'not listed');
  writeFileSync(path.join(out, 'manifest.json'), '{}');

  const { exitCode } = await who.assay(['evidence', 'verify', out]);

  expect([1, 2]).toContain(exitCode);
});

test('before it is sealed there is no evidence to hand out', async () => {
  await using target = await startTarget();
  const hold = held();
  target.routes.set('/one', hold.answer);
  const { service } = await register(who, { target, suites: { only: [patient('one')] } });
  const { runId } = await startRun(who, { service });

  const answer = await who.call('GET', `/tests/run/${runId}/evidence`);

  hold.release();

  expect(answer).toMatchObject({ status: 409, body: { code: 'evidence-not-sealed' } });
  await judged(who, runId);
});

test('sealers that run at once and again leave one bundle: the same manifest, one version of each object', async () => {
  await using target = await startTarget();
  target.routes.set('/one', json({ ok: true }));
  const { service } = await register(who, { target, suites: { only: [get('one')] } });
  const { runId } = await startRun(who, { service });
  await judged(who, runId);
  const pointer = { tenant: 'local', runId };

  const outcomes = await Promise.all([
    invoke(cloud, 'seal-run', pointer),
    invoke(cloud, 'seal-run', pointer),
    invoke(cloud, 'seal-run', pointer),
  ]);

  expect(outcomes.map(({ failed }) => failed)).toEqual([false, false, false]);
  const done = await sealed(who, runId);
  const again = await invoke(cloud, 'seal-run', pointer);
  expect(again.failed).toBe(false);
  expect((await readRun(who, runId)).seal).toEqual(done.seal);
  const { Versions = [], DeleteMarkers = [] } = await s3.send(
    new ListObjectVersionsCommand({ Bucket, Prefix: done.seal?.prefix }),
  );
  expect(DeleteMarkers).toEqual([]);
  expect(new Set(Versions.map(({ Key }) => Key)).size).toBe(Versions.length);
  expect(await executionsNamed(cloud, 'finish', `${runId}-finish`)).toBe(1);
});
