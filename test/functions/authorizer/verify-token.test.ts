/**
 * Proves that only tokens of a configured issuer's own keys get in: each forgery differs from a token that is accepted in one thing,
 * and the accepted one is checked beside it. Times are literals around a fixed clock.
 */
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { JWTPayload } from 'jose';
import { isProblem } from '#core/problems';
import { createKeySets } from '../../../functions/authorizer/key-sets.ts';
import { verifyToken } from '../../../functions/authorizer/verify-token.ts';
import { fixedClock, silentLog } from '../../doubles/index.ts';
import {
  AUDIENCE,
  goodClaims,
  hmacWithPublicKey,
  ISSUER,
  issuerOf,
  newSigner,
  NOW_S,
  sign,
  unsigned,
  withClaims,
  withHeader,
} from './token-forge.ts';
import type { Signer } from './token-forge.ts';

const noHttp = {
  send: async () => Promise.reject(new Error('nothing may be fetched for inline keys')),
  close: async () => Promise.resolve(),
};

let rsa: Signer;
let other: Signer;
let ec: Signer;
let ed: Signer;
let pss: Signer;

beforeAll(async () => {
  [rsa, other, ec, ed, pss] = await Promise.all([
    newSigner('RS256', 'rsa-1'),
    newSigner('RS256', 'rsa-2'),
    newSigner('ES256', 'ec-1'),
    newSigner('EdDSA', 'ed-1'),
    newSigner('PS256', 'pss-1'),
  ]);
});

const verifier = () => {
  const clock = fixedClock(NOW_S * 1000);
  return verifyToken({
    issuers: [issuerOf(rsa, ec, ed, pss)],
    keySets: createKeySets({ http: noHttp, clock, log: silentLog }),
    clock,
  });
};

const outcome = async (authorization: string | undefined): Promise<string> => {
  try {
    const { claims } = await verifier()(authorization);
    return `accepted ${claims.sub ?? ''}`;
  } catch (error) {
    return isProblem(error) ? error.code : `crash: ${String(error)}`;
  }
};
const tokenOutcome = async (token: string): Promise<string> => outcome(`Bearer ${token}`);

const accepted = 'accepted repo:acme/shop:ref:refs/heads/main';
const claims = (change: JWTPayload): JWTPayload => ({ ...goodClaims, ...change });
const without = (name: string): JWTPayload =>
  Object.fromEntries(Object.entries(goodClaims).filter(([key]) => key !== name));

describe('tokens that are right', () => {
  test('each allowed algorithm is accepted', async () => {
    const outcomes = await Promise.all(
      [rsa, ec, ed, pss].map(async (signer) => tokenOutcome(await sign(signer, goodClaims))),
    );

    expect(outcomes).toEqual([accepted, accepted, accepted, accepted]);
  });

  test('the scheme is read in any case', async () => {
    expect(await outcome(`bearer ${await sign(rsa, goodClaims)}`)).toBe(accepted);
  });

  test('an audience among others is enough', async () => {
    expect(await tokenOutcome(await sign(rsa, claims({ aud: ['https://else.example', AUDIENCE] })))).toBe(accepted);
  });

  test('a token without nbf and iat is accepted', async () => {
    expect(await tokenOutcome(await sign(rsa, { iss: ISSUER, aud: AUDIENCE, sub: 's', exp: NOW_S + 1 }))).toBe(
      'accepted s',
    );
  });
});

describe('times', () => {
  test.each([
    ['expired 59 s ago', { exp: NOW_S - 59 }, accepted],
    ['expired 61 s ago', { exp: NOW_S - 61 }, 'token-expired'],
    ['valid in 60 s', { nbf: NOW_S + 60 }, accepted],
    ['valid in 61 s', { nbf: NOW_S + 61 }, 'token-not-yet-valid'],
    ['issued in 60 s', { iat: NOW_S + 60 }, accepted],
    ['issued in 61 s', { iat: NOW_S + 61 }, 'token-not-yet-valid'],
  ])('a token that %s', async (_name, change, expected) => {
    expect(await tokenOutcome(await sign(rsa, claims(change)))).toBe(expected);
  });

  test('a token that never expires is refused', async () => {
    expect(await tokenOutcome(await sign(rsa, without('exp')))).toBe('token-malformed');
  });
});

describe('forged tokens', () => {
  test.each(['none', 'None', 'NONE', 'nOnE', ''])('no signature, alg "%s"', async (alg) => {
    expect(await tokenOutcome(unsigned(goodClaims, alg))).toBe('token-forged');
  });

  test('HS256 with the public key as secret, in each of its forms', async () => {
    const secrets = [rsa.publicPem, rsa.publicPem.trimEnd(), JSON.stringify(rsa.publicJwk), rsa.publicJwk.n ?? ''];

    const outcomes = await Promise.all(
      secrets.map((secret) => tokenOutcome(hmacWithPublicKey(rsa, goodClaims, secret))),
    );

    expect(outcomes).toEqual(['token-forged', 'token-forged', 'token-forged', 'token-forged']);
  });

  test('signed by a stranger under a known key id', async () => {
    expect(await tokenOutcome(await sign({ ...other, kid: 'rsa-1' }, goodClaims))).toBe('token-forged');
  });

  test('signed by a stranger under its own key id', async () => {
    expect(await tokenOutcome(await sign(other, goodClaims))).toBe('token-forged');
  });

  test('a key that the token brings itself, as jwk, jku or x5c', async () => {
    const headers = [
      { jwk: other.publicJwk, kid: undefined },
      { jku: 'https://evil.example/jwks.json' },
      { x5u: 'https://evil.example/c.pem' },
      { jwk: other.publicJwk, kid: 'rsa-1' },
    ];

    const outcomes = await Promise.all(
      headers.map(async (header) => tokenOutcome(await sign(other, goodClaims, header))),
    );

    expect(outcomes).toEqual(['token-forged', 'token-forged', 'token-forged', 'token-forged']);
  });

  test('a key of another kind than the algorithm says', async () => {
    expect(await tokenOutcome(await sign({ ...other, kid: 'ec-1' }, goodClaims))).toBe('token-forged');
  });

  test('an extension that must be understood and is not', async () => {
    const token = await sign(rsa, goodClaims);

    expect(await tokenOutcome(withHeader(token, { alg: 'RS256', kid: 'rsa-1', crit: ['exp'], exp: 1 }))).toBe(
      'token-forged',
    );
  });

  test('claims changed after signing', async () => {
    const token = await sign(rsa, goodClaims);

    expect(await tokenOutcome(withClaims(token, claims({ repository: 'acme/crown-jewels' })))).toBe('token-forged');
  });

  test('any changed character of claims or signature is refused', async () => {
    const token = await sign(ec, goodClaims);
    const from = token.indexOf('.') + 1;
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: from, max: token.length - 2 }),
        fc.integer({ min: 1, max: 63 }),
        async (at, by) => {
          const letter = token[at] ?? '';
          fc.pre(letter !== '.');
          const changed = alphabet[(alphabet.indexOf(letter) + by) % 64] ?? '';

          expect(await tokenOutcome(`${token.slice(0, at)}${changed}${token.slice(at + 1)}`)).not.toMatch(
            /^(accepted|crash)/,
          );
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('tokens for or of somebody else', () => {
  test.each([
    ['another audience', { aud: 'https://else.example' }, 'token-wrong-audience'],
    ['an audience that only begins alike', { aud: `${AUDIENCE}.evil.example` }, 'token-wrong-audience'],
    ['no audience', { aud: '' }, 'token-wrong-audience'],
    ['another issuer', { iss: 'https://evil.example' }, 'token-unknown-issuer'],
    ['an issuer with a slash more', { iss: `${ISSUER}/` }, 'token-unknown-issuer'],
  ])('%s', async (_name, change, expected) => {
    expect(await tokenOutcome(await sign(rsa, claims(change)))).toBe(expected);
  });

  test('whoever has no valid token learns no configured issuer', async () => {
    const token = await sign(rsa, claims({ iss: 'https://evil.example' }));

    const refused = verifier()(`Bearer ${token}`);

    await expect(refused).rejects.toMatchObject({ detail: expect.stringContaining('"https://evil.example"') });
    await expect(refused).rejects.not.toMatchObject({ detail: expect.stringContaining(ISSUER) });
  });

  test('claims without issuer', async () => {
    expect(await tokenOutcome(await sign(rsa, without('iss')))).toBe('token-unknown-issuer');
  });

  test('claims without audience', async () => {
    expect(await tokenOutcome(await sign(rsa, without('aud')))).toBe('token-wrong-audience');
  });
});

describe('texts that are no token', () => {
  test.each([undefined, '', '   '])('%p is a missing token', async (header) => {
    expect(await outcome(header)).toBe('token-missing');
  });

  test.each([
    'Bearer',
    'Bearer abc',
    'Bearer a.b',
    'Bearer a.b.c',
    'Basic dXNlcjpwYXNz',
    'Bearer a.b.c.d.e',
    'Bearer !!.??.**',
    'abc',
    'Bearer a.b.c, Bearer d.e.f',
  ])('%s', async (header) => {
    expect(await outcome(header)).toBe('token-malformed');
  });

  test('a JWS with two signatures', async () => {
    const [header, payload, signature] = (await sign(rsa, goodClaims)).split('.');
    const both = JSON.stringify({
      payload,
      signatures: [
        { protected: header, signature },
        { protected: header, signature: 'AAAA' },
      ],
    });

    expect(await outcome(`Bearer ${both}`)).toBe('token-malformed');
    expect(await outcome(`Bearer ${Buffer.from(both).toString('base64url')}`)).toBe('token-malformed');
  });

  test('a token larger than all headers may be', async () => {
    expect(await tokenOutcome(await sign(rsa, claims({ padding: 'x'.repeat(10_240) })))).toBe('token-malformed');
  });

  test('no text makes it crash', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
        expect(await outcome(text)).not.toMatch(/^(accepted|crash)/);
      }),
      { numRuns: 200 },
    );
  });
});
