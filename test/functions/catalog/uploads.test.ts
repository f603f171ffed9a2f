/** Suites that come by upload: the link is bound to digest and length, and what lies there is believed only when it has that digest. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { makePlane, makeStockedPlane, principal, SUITE } from '../plane.ts';
import type { Plane } from '../plane.ts';

const as = principal();
const put = (plane: Plane, url: string, body: unknown) => plane.request('PUT', url, { as, body });

describe('uploads', () => {
  const announce = (plane: Plane, content: string, mediaType = 'application/json') =>
    plane.request('POST', '/uploads', {
      as,
      body: {
        sha256: createHash('sha256').update(content).digest('hex'),
        bytes: Buffer.byteLength(content),
        mediaType,
      },
    });
  const digestOf = (content: string): string => createHash('sha256').update(content).digest('hex');
  const keep = (plane: Plane, digest: string, content: string) =>
    plane.blobs.put(`v1/acme/uploads/${digest}`, new TextEncoder().encode(content), 'application/json');

  test('a link is bound to length and digest, and expires', async () => {
    const answer = await announce(makePlane(), 'abc');

    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      url: expect.stringContaining(`v1/acme/uploads/${digestOf('abc')}`),
      headers: expect.objectContaining({ 'content-length': '3' }),
      expiresAt: '2026-11-21T12:15:00.000Z',
    });
  });

  test.each([
    ['JSON', JSON.stringify({ ...SUITE, name: 'uploaded' })],
    [
      'YAML',
      `suite: checkout\nservice: shop\nname: uploaded\ncases:\n  - id: home\n    request: { method: GET, path: / }\n    checks: [{ status: 200 }]\n`,
    ],
  ])('a suite in %s is registered by its digest', async (_name, content) => {
    const plane = await makeStockedPlane();
    await keep(plane, digestOf(content), content);

    const answer = await put(plane, '/suites/shop.checkout', { upload: { sha256: digestOf(content) } });

    expect([answer.status, answer.body.name]).toEqual([200, 'uploaded']);
  });

  test('problems of an uploaded file have line and column', async () => {
    const plane = await makeStockedPlane();
    const content =
      'suite: checkout\nservice: shop\ncases:\n  - id: home\n    request: { method: GET, path: "/{{x}}" }\n    checks: [{ status: 200 }]\n';
    await keep(plane, digestOf(content), content);

    const answer = await put(plane, '/suites/shop.checkout', { upload: { sha256: digestOf(content) } });

    expect(answer.body.errors).toEqual([
      {
        pointer: '/cases/0/request/path',
        reason: expect.stringMatching(/^line 5, column \d+: unknown variable "x"/),
      },
    ]);
  });

  test('nothing uploaded, something else uploaded, too much announced', async () => {
    const plane = await makeStockedPlane();
    await keep(plane, digestOf('right'), 'wrong');

    const missing = await put(plane, '/suites/shop.checkout', { upload: { sha256: digestOf('nothing') } });
    const other = await put(plane, '/suites/shop.checkout', { upload: { sha256: digestOf('right') } });
    const large = await plane.request('POST', '/uploads', {
      as,
      body: { sha256: digestOf('x'), bytes: 9 * 1024 * 1024, mediaType: 'application/json' },
    });

    expect([missing.code, other.code, large.status, large.code]).toEqual([
      'upload-not-found',
      'upload-mismatch',
      413,
      'upload-too-large',
    ]);
  });

  test('an upload of another tenant is not found', async () => {
    const plane = await makeStockedPlane();
    const content = JSON.stringify(SUITE);
    await plane.blobs.put(
      `v1/umbrella/uploads/${digestOf(content)}`,
      new TextEncoder().encode(content),
      'application/json',
    );

    expect((await put(plane, '/suites/shop.checkout', { upload: { sha256: digestOf(content) } })).code).toBe(
      'upload-not-found',
    );
  });
});
