import { createHash } from 'node:crypto';

import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  PutObjectTaggingCommand,
  type ListObjectsV2CommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

import { awsCall, errorName, errorStatus } from '#aws/aws-failure';
import { lazily, until, type Endpoint } from '#aws/client-options';
import { putIfNew } from '#aws/put-if-new';
import { linkSeconds, s3Client } from '#aws/s3-client';
import type { BlobStore, StoredBlob } from '#ports/blob-store';

export interface BucketConfig extends Endpoint {
  readonly bucket: string;
}

const base64Sha256 = (body: Uint8Array): string => createHash('sha256').update(body).digest('base64');
const isMissing = (error: unknown): boolean =>
  errorName(error) === 'NoSuchKey' || errorName(error) === 'NotFound' || errorStatus(error) === 404;

/** undefined where the object is not there. */
const unlessMissing = async <T>(send: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await send();
  } catch (error) {
    // A missing bucket is a wrong configuration, not a missing object.
    if (isMissing(error) && errorName(error) !== 'NoSuchBucket') return undefined;
    throw error;
  }
};

/** An attachment's name as RFC 6266 and RFC 8187 write it; quotes and control characters never reach the header. */
const attachment = (name: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`;

type Connection = { readonly Bucket: string; readonly client: () => S3Client };

const upload = (Bucket: string, key: string, body: Uint8Array, mediaType: string) => ({
  Bucket,
  Key: key,
  Body: body,
  ContentType: mediaType,
  ChecksumSHA256: base64Sha256(body),
});

const objects = ({ Bucket, client }: Connection): Pick<BlobStore, 'get' | 'put' | 'putNew' | 'list' | 'tag'> => ({
  get: (key, signal) =>
    awsCall('S3 GetObject', () =>
      unlessMissing(async (): Promise<StoredBlob> => {
        const { Body, ContentType } = await client().send(new GetObjectCommand({ Bucket, Key: key }), until(signal));
        const body = Body === undefined ? new Uint8Array() : await Body.transformToByteArray();
        return ContentType === undefined ? { body } : { body, mediaType: ContentType };
      }),
    ),
  put: async (key, body, mediaType, signal) => {
    const command = new PutObjectCommand(upload(Bucket, key, body, mediaType));
    await awsCall('S3 PutObject', () => client().send(command, until(signal)));
  },
  putNew: async (key, body, mediaType, signal) => {
    const put = await awsCall('S3 PutObject', () => putIfNew(client(), upload(Bucket, key, body, mediaType), signal));
    return put !== undefined;
  },
  list: async (prefix, signal) => {
    const found: { key: string; bytes: number }[] = [];
    let token: string | undefined;
    do {
      const command = new ListObjectsV2Command({
        Bucket,
        Prefix: prefix,
        ...(token === undefined ? {} : { ContinuationToken: token }),
      });
      const answer: ListObjectsV2CommandOutput = await awsCall('S3 ListObjectsV2', () =>
        client().send(command, until(signal)),
      );
      for (const { Key, Size } of answer.Contents ?? [])
        if (Key !== undefined) found.push({ key: Key, bytes: Size ?? 0 });
      token = answer.NextContinuationToken;
    } while (token !== undefined);
    return found;
  },
  tag: async (key, tags, signal) => {
    const TagSet = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
    const command = new PutObjectTaggingCommand({ Bucket, Key: key, Tagging: { TagSet } });
    // Tags steer expiry: an object that is gone has nothing left to expire.
    await awsCall('S3 PutObjectTagging', () => unlessMissing(() => client().send(command, until(signal))));
  },
});

const links = ({ Bucket, client }: Connection): Pick<BlobStore, 'presignGet' | 'presignPut'> => ({
  presignGet: async (key, seconds, downloadName) => {
    const disposition = downloadName === undefined ? {} : { ResponseContentDisposition: attachment(downloadName) };
    return getSignedUrl(client(), new GetObjectCommand({ Bucket, Key: key, ...disposition }), {
      expiresIn: linkSeconds(seconds),
    });
  },
  presignPut: async (...[key, sha256, bytes, mediaType, seconds]) => {
    const checksum = Buffer.from(sha256, 'hex').toString('base64');
    const command = new PutObjectCommand({
      Bucket,
      Key: key,
      ContentLength: bytes,
      ContentType: mediaType,
      ChecksumSHA256: checksum,
    });
    // Signed as headers, length and digest bind the upload: S3 refuses other bytes.
    const bound = new Set(['content-length', 'content-type', 'x-amz-checksum-sha256']);
    const url = await getSignedUrl(client(), command, {
      expiresIn: linkSeconds(seconds),
      signableHeaders: bound,
      unhoistableHeaders: bound,
    });
    return {
      url,
      headers: { 'content-length': String(bytes), 'content-type': mediaType, 'x-amz-checksum-sha256': checksum },
    };
  },
});

/** Staging or catalog bucket. */
export const s3Blobs = (config: BucketConfig): BlobStore => {
  const connection = { Bucket: config.bucket, client: lazily(() => s3Client(config)) };
  return { ...objects(connection), ...links(connection) };
};
