import { createHash } from 'node:crypto';

import {
  GetObjectCommand,
  GetObjectLockConfigurationCommand,
  HeadObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

import { awsCall, errorName, errorStatus } from '#aws/aws-failure';
import { lazily, until } from '#aws/client-options';
import { putIfNew } from '#aws/put-if-new';
import type { BucketConfig } from '#aws/s3-blobs';
import { linkSeconds, s3Client } from '#aws/s3-client';
import { problem } from '#core/problems';
import type { EvidenceStore, LockedVersion } from '#ports/blob-store';

const sha256 = (body: Uint8Array): Buffer => createHash('sha256').update(body).digest();
interface Place {
  readonly client: S3Client;
  readonly Bucket: string;
  readonly Key: string;
}

const read = async (
  { client, Bucket, Key }: Place,
  versionId: string,
  signal?: AbortSignal,
): Promise<Uint8Array | undefined> => {
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key, VersionId: versionId }), until(signal));
    return Body === undefined ? new Uint8Array() : await Body.transformToByteArray();
  } catch (error) {
    if (['NoSuchKey', 'NoSuchVersion', 'NotFound'].includes(errorName(error))) return undefined;
    // S3 answers 400 InvalidArgument to a version id that it never gave.
    if (errorName(error) === 'InvalidArgument' && errorStatus(error) === 400) return undefined;
    throw error;
  }
};

/** The current version of a key, its digest as S3 checked it at the upload; without one the bytes are read. */
const versionThere = async (place: Place, signal?: AbortSignal): Promise<LockedVersion> => {
  const { client, Bucket, Key } = place;
  const head = await client.send(new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }), until(signal));
  const versionId = head.VersionId;
  if (versionId === undefined) throw problem('invariant-broken', `${Bucket} must keep versions, ${Key} has none`);
  if (head.ChecksumSHA256 !== undefined && head.ContentLength !== undefined) {
    return { versionId, sha256: Buffer.from(head.ChecksumSHA256, 'base64').toString('hex'), bytes: head.ContentLength };
  }
  const body = await read(place, versionId, signal);
  if (body === undefined)
    throw problem('invariant-broken', `${Bucket}/${Key} lost its version ${versionId} while it was read`);
  return { versionId, sha256: sha256(body).toString('hex'), bytes: body.byteLength };
};

const putOnce = async (
  place: Place,
  body: Uint8Array,
  mediaType: string,
  signal?: AbortSignal,
): Promise<LockedVersion> => {
  const { client, Bucket, Key } = place;
  const digest = sha256(body);
  const put = await putIfNew(
    client,
    { Bucket, Key, Body: body, ContentType: mediaType, ChecksumSHA256: digest.toString('base64') },
    signal,
  );
  if (put !== undefined) {
    if (put.VersionId === undefined)
      throw problem('invariant-broken', `${Bucket} must keep versions, the put of ${Key} gave none`);
    return { versionId: put.VersionId, sha256: digest.toString('hex'), bytes: body.byteLength };
  }
  const there = await versionThere(place, signal);
  if (there.sha256 === digest.toString('hex')) return there;
  throw problem('evidence-conflict', `${Key}: expected SHA-256 ${digest.toString('hex')}, found ${there.sha256}`);
};

const NO_LOCK = [
  'ObjectLockConfigurationNotFoundError',
  'ObjectLockConfigurationNotFound',
  'NoSuchObjectLockConfiguration',
];

/** A put without lock headers is locked by the bucket's default alone, so without one it would be no evidence. */
const requireLock = async (client: S3Client, Bucket: string, signal?: AbortSignal): Promise<void> => {
  const wanted = `${Bucket} must have Object Lock with a default retention`;
  try {
    const { ObjectLockConfiguration: lock } = await client.send(
      new GetObjectLockConfigurationCommand({ Bucket }),
      until(signal),
    );
    const { Mode, Days, Years } = lock?.Rule?.DefaultRetention ?? {};
    const lasts = (Days ?? 0) > 0 || (Years ?? 0) > 0;
    if (lock?.ObjectLockEnabled === 'Enabled' && Mode !== undefined && lasts) return;
    const got = JSON.stringify({ enabled: lock?.ObjectLockEnabled, mode: Mode, days: Days, years: Years });
    throw problem('evidence-unlocked', `${wanted}, got ${got}`);
  } catch (error) {
    if (!NO_LOCK.includes(errorName(error))) throw error;
    throw problem('evidence-unlocked', `${wanted}, got no lock`, { cause: error });
  }
};

/**
 * The locked bucket. `If-None-Match: *` alone is not write-once (a delete marker lifts it), so callers keep the version that they are
 * given and read by it. Default retention applies: no lock header is sent, and the writer needs no right over retention.
 */
export const s3Evidence = (config: BucketConfig): EvidenceStore => {
  const { bucket } = config;
  const client = lazily(() => s3Client(config));
  return {
    bucket,
    requireLock: (signal) => awsCall('S3 GetObjectLockConfiguration', () => requireLock(client(), bucket, signal)),
    putOnce: (key, body, mediaType, signal) =>
      awsCall('S3 PutObject', () => putOnce({ client: client(), Bucket: bucket, Key: key }, body, mediaType, signal)),
    getVersion: (key, versionId, signal) =>
      awsCall('S3 GetObject', () => read({ client: client(), Bucket: bucket, Key: key }, versionId, signal)),
    presignVersion: (key, versionId, seconds) =>
      getSignedUrl(client(), new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }), {
        expiresIn: linkSeconds(seconds),
      }),
  };
};
