/** Row 25: what is forged is what the attack needs: jose, which knows nothing of this code, verifies or refuses it. */
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { compactVerify, importJWK, SignJWT } from 'jose';
import { expect, test } from '@jest/globals';
import {
  keySigner,
  keyTexts,
  ownKey,
  parseToken,
  publicKeyIn,
  sharedSigner,
  tokenOf,
  weakSecretOf,
} from '#engines/security/token-forge';

const CLAIMS = { sub: 'ada', n: 1 };

test.each(['HS256', 'HS384', 'HS512'])(
  '%s: a token signed with a shared secret is verified with it and with no other',
  async (alg) => {
    const token = tokenOf({ alg }, CLAIMS, sharedSigner(alg, 'a secret of some length'));

    const { payload } = await compactVerify(token, Buffer.from('a secret of some length'));

    expect(JSON.parse(Buffer.from(payload).toString())).toEqual(CLAIMS);
    await expect(compactVerify(token, Buffer.from('another secret of some length'))).rejects.toThrow(
      'signature verification failed',
    );
  },
);

test.each(['RS256', 'RS512', 'PS256', 'ES256', 'EdDSA'])(
  '%s: a token signed with a private key is verified with its public one',
  async (alg) => {
    const pair =
      alg === 'EdDSA'
        ? generateKeyPairSync('ed25519')
        : alg.startsWith('ES')
          ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
          : generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();

    await expect(compactVerify(tokenOf({ alg }, CLAIMS, keySigner(alg, pem)), pair.publicKey)).resolves.toBeDefined();
  },
);

test.each(['RS256', 'ES256'])('%s: a key of our own verifies what it signed', async (alg) => {
  const key = await ownKey(alg, 'kid-1');

  const { protectedHeader } = await compactVerify(
    tokenOf({ alg, kid: 'kid-1' }, CLAIMS, key.signer),
    await importJWK(key.jwk, alg),
  );

  expect(protectedHeader).toEqual({ alg, kid: 'kid-1' });
  expect(key.jwk).not.toHaveProperty('d');
});

test('a token without a signer ends with its dot', () => {
  expect(tokenOf({ alg: 'none' }, CLAIMS, undefined)).toMatch(/^[\w-]+\.[\w-]+\.$/u);
});

test('the parts of a token of somebody else are read; what is none is not', async () => {
  const token = await new SignJWT(CLAIMS)
    .setProtectedHeader({ alg: 'HS256', kid: 'k' })
    .sign(Buffer.from('secret'.repeat(8)));

  expect(parseToken(token)).toMatchObject({ header: { alg: 'HS256', kid: 'k' }, claims: CLAIMS });
  for (const text of ['', 'a.b', 'a.b.c', `${token}.x`, 'no token at all']) expect(parseToken(text)).toBeUndefined();
});

test.each(['secret', 'changeme', 'your-256-bit-secret'])(
  'the weak secret "%s" is found without a request',
  async (secret) => {
    const token = tokenOf({ alg: 'HS256' }, CLAIMS, sharedSigner('HS256', secret));

    expect(weakSecretOf(parseToken(token)!)).toBe(secret);
  },
);

test('a long secret and a public key are not taken for weak ones', async () => {
  const strong = tokenOf({ alg: 'HS256' }, CLAIMS, sharedSigner('HS256', 'b3f9c1d27a5e48f0b3f9c1d27a5e48f0'));
  const key = await ownKey('ES256', 'x');

  expect(weakSecretOf(parseToken(strong)!)).toBeUndefined();
  expect(weakSecretOf(parseToken(tokenOf({ alg: 'ES256' }, CLAIMS, key.signer))!)).toBeUndefined();
});

test('the public key of a key set is found by its id, in the forms that are tried as a secret', () => {
  const pairs = ['a', 'b'].map((kid) => ({ kid, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) }));
  const keys = pairs.map(({ kid, publicKey }) => ({ ...publicKey.export({ format: 'jwk' }), kid }));
  const wanted = pairs[1]!.publicKey.export({ format: 'pem', type: 'spki' }).toString();

  const found = publicKeyIn({ keys }, 'b')!;

  expect(createPublicKey(found).equals(createPublicKey(wanted))).toBe(true);
  expect(keyTexts(wanted.trim())).toEqual(expect.arrayContaining([wanted, wanted.trim()]));
  expect(publicKeyIn({ keys: [] }, 'b')).toBeUndefined();
  expect(publicKeyIn({ keys: [{ kty: 'odd' }] }, 'b')).toBeUndefined();
});
