/** What every BlobStore and EvidenceStore must do. */
import { createHash } from 'node:crypto';

import { describe, expect, test } from '@jest/globals';

import type { BlobStore, EvidenceStore } from '#ports/blob-store';
import { newTenant } from './samples.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const plain = (body: Uint8Array | undefined): string | undefined =>
  body === undefined ? undefined : Buffer.from(body).toString();

export const blobContract = (implementation: string, open: () => BlobStore): void => {
  describe(`${implementation}: blobs`, () => {
    test('what was put is got, a key that is not there gives undefined', async () => {
      const blobs = open();
      const key = `v1/${newTenant()}/a b/ü+&.json`;

      await blobs.put(key, bytes('first'), 'text/plain');
      await blobs.put(key, bytes('second'), 'application/json');

      const found = await blobs.get(key);
      expect([plain(found?.body), found?.mediaType]).toEqual(['second', 'application/json']);
      expect(await blobs.get(`${key}/no`)).toBeUndefined();
    });

    test('a key that must be new is written once, also by many at once', async () => {
      const blobs = open();
      const key = `v1/${newTenant()}/plan.json`;

      const written = await Promise.all(
        ['a', 'b', 'c', 'd'].map(async (text) => [text, await blobs.putNew(key, bytes(text), 'text/plain')] as const),
      );

      const winners = written.filter(([, isNew]) => isNew).map(([text]) => text);
      expect(winners).toHaveLength(1);
      expect(await blobs.putNew(key, bytes('late'), 'text/plain')).toBe(false);
      expect(plain((await blobs.get(key))?.body)).toBe(winners[0]);
    });

    test('an empty body is a body', async () => {
      const blobs = open();
      const key = `v1/${newTenant()}/empty`;

      await blobs.put(key, new Uint8Array(), 'text/plain');

      expect((await blobs.get(key))?.body.byteLength).toBe(0);
    });

    test('a list holds what begins with the prefix, sorted, with sizes', async () => {
      const blobs = open();
      const prefix = `v1/${newTenant()}/`;
      for (const name of ['b', 'a/2', 'a/1', 'ab']) await blobs.put(`${prefix}${name}`, bytes(name), 'text/plain');

      expect(await blobs.list(`${prefix}a/`)).toEqual([
        { key: `${prefix}a/1`, bytes: 3 },
        { key: `${prefix}a/2`, bytes: 3 },
      ]);
      expect(await blobs.list(`${prefix}none`)).toEqual([]);
    });

    test('tagging works on what is there and forgives what has expired', async () => {
      const blobs = open();
      const key = `v1/${newTenant()}/x`;
      await blobs.put(key, bytes('x'), 'text/plain');

      await expect(blobs.tag(key, { sealed: 'true' })).resolves.toBeUndefined();
      await expect(blobs.tag(`${key}-gone`, { sealed: 'true' })).resolves.toBeUndefined();
      expect(plain((await blobs.get(key))?.body)).toBe('x');
    });

    test('a PUT link names the headers that bind length, type and digest', async () => {
      const link = await open().presignPut('v1/t/uploads/x', sha256('hello'), 5, 'application/json', 60);

      expect(link.headers).toEqual({
        'content-length': '5',
        'content-type': 'application/json',
        'x-amz-checksum-sha256': 'LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=',
      });
    });

    test('an aborted call rejects', async () => {
      await expect(open().get('v1/x', AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    });
  });
};

export const evidenceContract = (
  implementation: string,
  open: () => EvidenceStore & { forge(key: string, body: Uint8Array): Promise<string> | string },
): void => {
  describe(`${implementation}: evidence`, () => {
    test('a key is written once and read by its version', async () => {
      const evidence = open();
      const key = `v1/${newTenant()}/manifest.json`;

      const first = await evidence.putOnce(key, bytes('{}'), 'application/json');

      expect(first).toEqual({ versionId: first.versionId, sha256: sha256('{}'), bytes: 2 });
      expect(plain(await evidence.getVersion(key, first.versionId))).toBe('{}');
      expect(await evidence.getVersion(`${key}x`, first.versionId)).toBeUndefined();
    });

    test('the same bytes again give the version that is there, other bytes are a conflict (F9, F24)', async () => {
      const evidence = open();
      const key = `v1/${newTenant()}/manifest.json`;
      const first = await evidence.putOnce(key, bytes('{}'), 'application/json');

      expect(await evidence.putOnce(key, bytes('{}'), 'application/json')).toEqual(first);
      await expect(evidence.putOnce(key, bytes('[]'), 'application/json')).rejects.toMatchObject({
        name: 'evidence-conflict',
        detail: expect.stringContaining(key),
      });
      expect(plain(await evidence.getVersion(key, first.versionId))).toBe('{}');
    });

    test('sealers that race end with one version', async () => {
      const evidence = open();
      const key = `v1/${newTenant()}/files/x`;

      const puts = await Promise.all(
        Array.from({ length: 12 }, () => evidence.putOnce(key, bytes('same'), 'text/plain')),
      );

      expect(new Set(puts.map(({ versionId }) => versionId)).size).toBe(1);
    });

    test('a newer version that somebody forged is not what the kept version gives', async () => {
      const evidence = open();
      const key = `v1/${newTenant()}/manifest.json`;
      const { versionId } = await evidence.putOnce(key, bytes('true'), 'application/json');

      const forged = await evidence.forge(key, bytes('false'));

      expect(forged).not.toBe(versionId);
      expect(plain(await evidence.getVersion(key, versionId))).toBe('true');
      await expect(evidence.putOnce(key, bytes('true'), 'application/json')).rejects.toMatchObject({
        name: 'evidence-conflict',
      });
    });
  });
};
