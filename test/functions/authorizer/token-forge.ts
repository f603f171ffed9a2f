/** Keys and tokens of a made-up issuer, and every way to spoil them that the tests need. Tokens are put together by hand where a library would refuse to. */
import { createHmac } from 'node:crypto';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWK, JWTPayload } from 'jose';
import type { Issuer } from '#core/issuers';

export const ISSUER = 'https://tokens.example';
export const AUDIENCE = 'https://assay.example';
/** 2026-11-21T12:00:00Z, written out. */
export const NOW_S = 1_795_262_400;

export interface Signer {
  readonly alg: string;
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
  readonly publicPem: string;
}

export const newSigner = async (alg: string, kid: string): Promise<Signer> => {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = await exportJWK(publicKey);
  return {
    alg,
    kid,
    privateKey,
    publicJwk: { ...jwk, kid, alg, use: 'sig' },
    publicPem: await exportSPKI(publicKey),
  };
};

export const issuerOf = (...signers: readonly Signer[]): Issuer => ({
  issuer: ISSUER,
  audiences: [AUDIENCE],
  jwks: { keys: signers.map(({ publicJwk }) => publicJwk) },
  namespaces: [{ tenant: 'acme', claims: {} }],
});

export const goodClaims: JWTPayload = {
  iss: ISSUER,
  aud: AUDIENCE,
  sub: 'repo:acme/shop:ref:refs/heads/main',
  repository: 'acme/shop',
  iat: NOW_S - 10,
  nbf: NOW_S - 10,
  exp: NOW_S + 300,
  jti: 'token-1',
};

export const sign = (signer: Signer, claims: JWTPayload, header: Record<string, unknown> = {}): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: signer.alg, kid: signer.kid, typ: 'JWT', ...header })
    .sign(signer.privateKey);

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** alg none: header and claims, no signature. */
export const unsigned = (claims: JWTPayload, alg: string): string => `${part({ alg, typ: 'JWT' })}.${part(claims)}.`;

/** The classic confusion: an HMAC whose secret is the published public key. */
export const hmacWithPublicKey = (signer: Signer, claims: JWTPayload, secret: string): string => {
  const head = `${part({ alg: 'HS256', kid: signer.kid, typ: 'JWT' })}.${part(claims)}`;
  return `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`;
};

/** Other claims under a signature that was made for these. */
export const withClaims = (token: string, claims: JWTPayload): string => {
  const [header = '', , signature = ''] = token.split('.');
  return `${header}.${part(claims)}.${signature}`;
};

export const withHeader = (token: string, header: object): string => {
  const [, claims = '', signature = ''] = token.split('.');
  return `${part(header)}.${claims}.${signature}`;
};
