/** Tokens that an API must refuse, made by hand: libraries rightly decline to make them. */
import {
  createHmac,
  createPublicKey,
  createSign,
  generateKeyPair,
  sign,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';
import { promisify } from 'node:util';
import { isJsonObject } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';

export interface ParsedToken {
  readonly header: JsonObject;
  readonly claims: JsonObject;
  /** The three parts as they were. */
  readonly parts: readonly [string, string, string];
}

const decoded = (part: string): Json | undefined => {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Json;
  } catch {
    return undefined;
  }
};

/** A token in compact form (RFC 7519); undefined for anything else. */
export const parseToken = (token: string): ParsedToken | undefined => {
  const [head = '', body = '', signature = '', ...rest] = token.split('.');
  const [header, claims] = [decoded(head), decoded(body)];
  return rest.length === 0 && isJsonObject(header) && isJsonObject(claims)
    ? { header, claims, parts: [head, body, signature] }
    : undefined;
};

/** `alg` of the header; empty where it is no text. */
export const algorithmOf = ({ header }: Pick<ParsedToken, 'header'>): string =>
  typeof header['alg'] === 'string' ? header['alg'] : '';

const encoded = (value: JsonObject): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export type Signer = (input: string) => string;

/** @param algorithm HS256, HS384 or HS512 */
export const sharedSigner = (algorithm: string, secret: string | Uint8Array): Signer => {
  const digest = `sha${algorithm.slice(2)}`;
  return (input) => createHmac(digest, secret).update(input).digest('base64url');
};

/** @param algorithm RS, PS or ES with 256, 384 or 512, or EdDSA */
export const keySigner = (algorithm: string, key: KeyObject | string): Signer => {
  const digest = `sha${algorithm.slice(2)}`;
  if (algorithm === 'EdDSA') return (input) => sign(null, Buffer.from(input), key).toString('base64url');
  if (algorithm.startsWith('ES'))
    return (input) =>
      sign(digest, Buffer.from(input), { key: key as string, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  if (algorithm.startsWith('PS'))
    // 6 is RSA_PKCS1_PSS_PADDING (RFC 8017); the salt is as long as the digest (RFC 7518, section 3.5).
    return (input) =>
      sign(digest, Buffer.from(input), { key: key as string, padding: 6, saltLength: -1 }).toString('base64url');
  return (input) => createSign(digest).update(input).sign(key, 'base64url');
};

export const tokenOf = (header: JsonObject, claims: JsonObject, signer: Signer | undefined): string => {
  const input = `${encoded(header)}.${encoded(claims)}`;
  return `${input}.${signer === undefined ? '' : signer(input)}`;
};

export interface OwnKey {
  readonly algorithm: string;
  readonly signer: Signer;
  /** The public half, as a token or a key set holds it. */
  readonly jwk: JsonObject;
}

const makePair = promisify(generateKeyPair);
const RSA_BITS = 2048;

/** A key pair of the family of an algorithm, made now and known to nobody. */
export const ownKey = async (algorithm: string, kid: string): Promise<OwnKey> => {
  const isCurve = algorithm.startsWith('ES');
  const pair = isCurve
    ? await makePair('ec', { namedCurve: 'P-256' })
    : await makePair('rsa', { modulusLength: RSA_BITS });
  const name = isCurve ? 'ES256' : 'RS256';
  const jwk = pair.publicKey.export({ format: 'jwk' }) as JsonWebKey & JsonObject;
  return { algorithm: name, signer: keySigner(name, pair.privateKey), jwk: { ...jwk, kid, alg: name, use: 'sig' } };
};

/** Forms of a public key that a careless verifier takes for the text of a shared secret. */
export const keyTexts = (publicKey: string): readonly string[] => {
  const trimmed = publicKey.trim();
  const spki = createPublicKey(publicKey).export({ format: 'pem', type: 'spki' }).toString();
  return [...new Set([publicKey, trimmed, `${trimmed}\n`, spki, spki.trim()])];
};

/** The first signing key of a key set as PEM. */
export const publicKeyIn = (keySet: Json | undefined, kid: Json | undefined): string | undefined => {
  const keys =
    isJsonObject(keySet) && Array.isArray(keySet['keys']) ? (keySet['keys'] as Json[]).filter(isJsonObject) : [];
  const key = keys.find((one) => kid !== undefined && one['kid'] === kid) ?? keys[0];
  if (key === undefined) return undefined;
  try {
    return createPublicKey({ key: key, format: 'jwk' }).export({ format: 'pem', type: 'spki' }).toString();
  } catch {
    return undefined;
  }
};

/** Secrets of tutorials, defaults and lists of leaks. */
const WEAK_SECRETS = [
  'secret',
  'password',
  '123456',
  'changeme',
  'your-256-bit-secret',
  'your_jwt_secret',
  'jwt_secret',
  'jwtsecret',
  'secretkey',
  'secret-key',
  'secret_key',
  'mysecret',
  'my-secret',
  'supersecret',
  'super-secret',
  'super_secret',
  'random',
  'key',
  'test',
  'dev',
  'development',
  'admin',
  'token',
  'jwt',
  'default',
  'qwerty',
  'letmein',
  'example_key',
  'privatekey',
  'your-secret-key',
  'your_secret_key',
  'your-secret',
  'keyboard cat',
  'shhhhh',
  'shhhhhhared-secret',
  'topsecret',
  'S3cr3t',
  'Secret',
  'SECRET',
  'hs256-secret',
  '1234567890',
  '',
];

/** The weak secret that a token is signed with, found without sending anything. */
export const weakSecretOf = ({ header, parts: [head, body, signature] }: ParsedToken): string | undefined => {
  const algorithm = algorithmOf({ header });
  if (!/^HS(?:256|384|512)$/u.test(algorithm)) return undefined;
  return WEAK_SECRETS.find((secret) => sharedSigner(algorithm, secret)(`${head}.${body}`) === signature);
};
