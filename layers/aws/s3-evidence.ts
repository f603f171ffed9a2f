import { createHash } from 'node:crypto';

import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

import { awsCall, errorName, errorStatus, retried } from '#aws/aws-failure';
import { lazily, until } from '#aws/client-options';
import type { BucketConfig } from '#aws/s3-blobs';
import { linkSeconds, s3Client } from '#aws/s3-client';
import { problem } from '#core/problems';
import type { EvidenceStore, LockedVersion } from '#ports/blob-store';

/** Racing writers of one key: S3 answers 409 to all while it decides, and 412 to the losers afterwards. */
const CONFLICT_RETRY = { attemptsMax: 8, baseMs: 50, capMs: 2_000 } as const;

const sha256 = (body: Uint8Array): Buffer => createHash('sha256').update(body).digest();
const isRace = (error: unknown): boolean =>
  errorName(error) === 'ConditionalRequestConflict' || errorStatus(error) === 409;
const isTaken = (error: unknown): boolean => errorName(error) === 'PreconditionFailed' || errorStatus(error) === 412;

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
  const input = {
    Bucket,
    Key,
    Body: body,
    ContentType: mediaType,
    IfNoneMatch: '*',
    ChecksumSHA256: digest.toString('base64'),
  };
  try {
    const put = await retried(
      CONFLICT_RETRY,
      isRace,
      () => client.send(new PutObjectCommand(input), until(signal)),
      signal,
    );
    if (put.VersionId === undefined)
      throw problem('invariant-broken', `${Bucket} must keep versions, the put of ${Key} gave none`);
    return { versionId: put.VersionId, sha256: digest.toString('hex'), bytes: body.byteLength };
  } catch (error) {
    if (isRace(error))
      throw problem('dependency-unavailable', `S3 kept answering 409 for ${Key}`, {
        cause: error,
        retryAfterSeconds: 5,
      });
    if (!isTaken(error)) throw error;
    const there = await versionThere(place, signal);
    if (there.sha256 === digest.toString('hex')) return there;
    throw problem('evidence-conflict', `${Key}: expected SHA-256 ${digest.toString('hex')}, found ${there.sha256}`, {
      cause: error,
    });
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
