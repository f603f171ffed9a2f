/** Keys over HTTP: what is fetched when, by a scripted client that counts and a clock that only moves when told. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { isProblem } from '#core/problems';
import type { Issuer } from '#core/issuers';
import type { HttpClient } from '#ports/http';
import { createKeySets } from '../../../functions/authorizer/key-sets.ts';
import { verifyToken } from '../../../functions/authorizer/verify-token.ts';
import { fixedClock, silentLog } from '../../doubles/index.ts';
import { AUDIENCE, goodClaims, ISSUER, newSigner, NOW_S, sign } from './token-forge.ts';
import type { Signer } from './token-forge.ts';

let first: Signer;
let second: Signer;
beforeAll(async () => {
  [first, second] = await Promise.all([newSigner('ES256', 'k1'), newSigner('ES256', 'k2')]);
});

const JWKS_URI = 'https://keys.example/jwks.json';
const DISCOVERY = `${ISSUER}/.well-known/openid-configuration`;
const MINUTE_MS = 60_000;

type Page = { readonly status?: number; readonly body: unknown; readonly truncated?: boolean } | Error;

const setUp = (issuer: Partial<Issuer> = { jwksUri: JWKS_URI }) => {
  const clock = fixedClock(NOW_S * 1000);
  const pages = new Map<string, Page>();
  const fetched: string[] = [];
  const http: HttpClient = {
    send: async ({ url, followRedirects, bodyBytesMax, timeoutMs }) => {
      expect([followRedirects, bodyBytesMax, timeoutMs]).toEqual([false, 262_144, 3_000]);
      fetched.push(url);
      await Promise.resolve();
      const page = pages.get(url) ?? { status: 404, body: {} };
      if (page instanceof Error) throw page;
      const body = new TextEncoder().encode(JSON.stringify(page.body));
      const timingsMs = { dns: null, connect: null, tls: null, wait: 0, receive: 0, total: 0 };
      return {
        status: page.status ?? 200,
        headers: [],
        body,
        bodyBytes: body.length,
        truncated: page.truncated ?? false,
        url,
        redirects: [],
        timingsMs,
      };
    },
    close: () => Promise.resolve(),
  };
  const verify = verifyToken({
    issuers: [{ issuer: ISSUER, audiences: [AUDIENCE], namespaces: [], ...issuer }],
    keySets: createKeySets({ http, clock, log: silentLog }),
    clock,
  });
  const publish = (...signers: readonly Signer[]): void => {
    pages.set(JWKS_URI, { body: { keys: signers.map(({ publicJwk }) => publicJwk) } });
  };
  const come = async (signer: Signer): Promise<string> => {
    const exp = clock.nowMs() / 1000 + 300;
    try {
      await verify(`Bearer ${await sign(signer, { ...goodClaims, exp })}`);
      return 'accepted';
    } catch (error) {
      return isProblem(error) ? error.code : String(error);
    }
  };
  return { clock, pages, fetched, publish, come };
};

test('keys are fetched once for ten minutes', async () => {
  const { clock, fetched, publish, come } = setUp();
  publish(first);
  await come(first);
  clock.advance(10 * MINUTE_MS - 1);
  await come(first);
  const before = fetched.length;
  clock.advance(1);
  await come(first);

  expect([before, fetched.length]).toEqual([1, 2]);
});

test('fifty callers at once share one fetch', async () => {
  const { fetched, publish, come } = setUp();
  publish(first);

  const outcomes = await Promise.all(Array.from({ length: 50 }, () => come(first)));

  expect([new Set(outcomes), fetched.length]).toEqual([new Set(['accepted']), 1]);
});

test('a new key is found by one more fetch, a stranger’s key causes at most one a minute', async () => {
  const { clock, fetched, publish, come } = setUp();
  publish(first);
  await come(first);
  clock.advance(MINUTE_MS);
  publish(first, second);
  const rotated = await come(second);
  publish(first);
  const strange = await newSigner('ES256', 'k3');
  const refused: string[] = [];
  for (let tries = 0; tries < 20; tries += 1) refused.push(await come(strange));

  expect(rotated).toBe('accepted');
  expect(new Set(refused)).toEqual(new Set(['token-forged']));
  expect(fetched).toHaveLength(2);

  clock.advance(MINUTE_MS);
  await come(strange);
  await come(strange);

  expect(fetched).toHaveLength(3);
});

test('a key that the issuer withdrew is refused after ten minutes', async () => {
  const { clock, publish, come } = setUp();
  publish(first, second);
  await come(first);
  publish(first);
  clock.advance(10 * MINUTE_MS);

  expect([await come(first), await come(second)]).toEqual(['accepted', 'token-forged']);
});

test('while the issuer is down the last keys hold for an hour, asked for once a minute', async () => {
  const { clock, pages, fetched, publish, come } = setUp();
  publish(first);
  await come(first);
  pages.set(JWKS_URI, new Error('connection refused'));
  clock.advance(11 * MINUTE_MS);
  const outcomes = [await come(first), await come(first), await come(first)];
  const asked = fetched.length;
  clock.advance(50 * MINUTE_MS);

  expect([outcomes, asked]).toEqual([['accepted', 'accepted', 'accepted'], 2]);
  expect(await come(first)).toBe('dependency-unavailable');
});

describe('answers that are no keys', () => {
  test.each<[string, Page]>([
    ['a 500', { status: 500, body: {} }],
    ['a redirect', { status: 302, body: {} }],
    ['too much', { body: { keys: [] }, truncated: true }],
    ['another shape', { body: [] }],
    ['a thousand keys', { body: { keys: Array.from({ length: 1_000 }, () => ({ kty: 'EC' })) } }],
    ['nothing', new Error('timeout')],
  ])('%s blames nobody’s token', async (_name, page) => {
    const { pages, come } = setUp();
    pages.set(JWKS_URI, page);

    expect(await come(first)).toBe('dependency-unavailable');
  });

  test('symmetric, private and encryption keys are not used', async () => {
    const { pages, come } = setUp();
    pages.set(JWKS_URI, {
      body: {
        keys: [
          { kty: 'oct', k: 'c2VjcmV0', kid: 'k1', alg: 'HS256' },
          { ...first.publicJwk, d: 'AAAA' },
          { ...first.publicJwk, use: 'enc' },
        ],
      },
    });

    expect(await come(first)).toBe('token-forged');
  });
});

describe('discovery', () => {
  const discovered = (document: object) => {
    const world = setUp({});
    world.pages.set(DISCOVERY, { body: document });
    world.publish(first);
    return world;
  };

  test('finds the keys of the issuer', async () => {
    const { come, fetched } = discovered({ issuer: ISSUER, jwks_uri: JWKS_URI });

    expect([await come(first), fetched]).toEqual(['accepted', [DISCOVERY, JWKS_URI]]);
  });

  test.each([
    ['another issuer', { issuer: 'https://evil.example', jwks_uri: JWKS_URI }],
    ['no keys', { issuer: ISSUER }],
    ['plain http', { issuer: ISSUER, jwks_uri: 'http://keys.example/jwks.json' }],
    ['a file', { issuer: ISSUER, jwks_uri: 'file:///etc/passwd' }],
  ])('a document that names %s is not believed', async (_name, document) => {
    const { come, fetched } = discovered(document);

    expect([await come(first), fetched]).toEqual(['dependency-unavailable', [DISCOVERY]]);
  });
});
