/** Bearer tokens that let nobody in; the forged ones are signed with a key of our own under the issuer's name. */
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { ownerClaims, TENANT } from '../../../local/cloud.ts';
import { callPlane } from '../../../local/plane-call.ts';
import { said } from './caller.ts';
import type { Fault } from './fault.ts';
import type { World } from './world.ts';

const OWNER = ownerClaims(TENANT);

const ask = async ({ cloud }: World, authorization: string | undefined): Promise<string> => {
  const headers = authorization === undefined ? {} : { authorization };
  return said(await callPlane(cloud.url, { method: 'GET', path: '/tests/runs', headers }));
};

const token = (fault: string, expected: string, make: (world: World) => Promise<string> | string): Fault => ({
  fault,
  expected,
  provoke: async (world) => ask(world, `Bearer ${await make(world)}`),
});

const headerOf = (jwt: string): { readonly kid: string } =>
  JSON.parse(Buffer.from(jwt.split('.')[0] ?? '', 'base64url').toString('utf8')) as { readonly kid: string };

/** The claims and the key id of a good token, signed by another key of the same kind. */
const forged = async ({ cloud }: World): Promise<string> => {
  const good = await cloud.tokenFor(OWNER);
  const { privateKey } = await generateKeyPair('RS256');
  return new SignJWT(OWNER)
    .setProtectedHeader({ alg: 'RS256', kid: headerOf(good).kid })
    .setIssuer(cloud.issuer.url)
    .setAudience('assay')
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(privateKey);
};

/** A good token's claims replaced under its signature. */
const altered = async ({ cloud }: World): Promise<string> => {
  const [header = '', payload = '', signature = ''] = (await cloud.tokenFor({ sub: 'somebody' })).split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as object;
  return [header, Buffer.from(JSON.stringify({ ...claims, ...OWNER })).toString('base64url'), signature].join('.');
};

const unsigned = async ({ cloud }: World): Promise<string> => {
  const [, payload = ''] = (await cloud.tokenFor(OWNER)).split('.');
  return `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${payload}.`;
};

/** The issuer's public key used as the secret of a symmetric signature. */
const confused = async ({ cloud }: World): Promise<string> => {
  const { keys } = (await (await fetch(`${cloud.issuer.url}/jwks`)).json()) as {
    readonly keys: readonly { readonly n: string; readonly kid: string }[];
  };
  const key = keys[0];
  return new SignJWT(OWNER)
    .setProtectedHeader({ alg: 'HS256', kid: key?.kid ?? '' })
    .setIssuer(cloud.issuer.url)
    .setAudience('assay')
    .setExpirationTime('5m')
    .sign(Buffer.from(key?.n ?? '', 'base64url'));
};

/** Brings its own key in its header. */
const selfKeyed = async ({ cloud }: World): Promise<string> => {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  return new SignJWT(OWNER)
    .setProtectedHeader({ alg: 'RS256', jwk: await exportJWK(publicKey) })
    .setIssuer(cloud.issuer.url)
    .setAudience('assay')
    .setExpirationTime('5m')
    .sign(privateKey);
};

/** Well made, by somebody whom nobody trusts. */
const foreign = async (): Promise<string> => {
  const { privateKey } = await generateKeyPair('RS256');
  return new SignJWT(OWNER)
    .setProtectedHeader({ alg: 'RS256', kid: 'foreign' })
    .setIssuer('https://issuer.example')
    .setAudience('assay')
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(privateKey);
};

export const badTokens: readonly Fault[] = [
  { fault: 'token missing', expected: '401 token-missing', provoke: (world) => ask(world, undefined) },
  token('token that is none', '401 token-malformed', () => 'not-a-token'),
  token('token expired', '401 token-expired', ({ cloud }) => cloud.tokenFor(OWNER, { lifetimeSeconds: -600 })),
  token('token of the wrong audience', '401 token-wrong-audience', ({ cloud }) =>
    cloud.tokenFor(OWNER, { audience: 'somebody-else' }),
  ),
  token('token forged: signed by another key', '401 token-forged', forged),
  token('token forged: claims replaced', '401 token-forged', altered),
  token('token forged: alg none', '401 token-forged', unsigned),
  token('token forged: public key as HMAC secret', '401 token-forged', confused),
  token('token forged: brings its own key', '401 token-forged', selfKeyed),
  token('token of an unknown issuer', '401 token-unknown-issuer', foreign),
  token('token without a matching trust rule', '403 no-trust-rule', ({ cloud }) =>
    cloud.tokenFor({ sub: 'nobody@nowhere' }),
  ),
];
