/** Tokens of the garage: RS256, checked as RFC 8725 asks, unless a flaw says otherwise. */
import { createHmac, createPublicKey, createVerify, createSign, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { Garage } from './garage-state.ts';
import { isFields, type Fields } from './http-answer.ts';

const ISSUER = 'https://garage.example';
const AUDIENCE = 'garage-api';
const LIFE_S = 3600;
/** With `jwt-weak`. */
const GUESSED = 'secret';

const encoded = (value: Fields): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const hmac = (key: string, input: string): string => createHmac('sha256', key).update(input).digest('base64url');

const sameText = (left: string, right: string): boolean =>
  left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));

export const issueToken = ({ flaws, privateKey, nowMs }: Garage, user: string): string => {
  const iat = Math.floor(nowMs() / 1000);
  const isWeak = flaws.has('jwt-weak');
  const header = encoded({ alg: isWeak ? 'HS256' : 'RS256', typ: 'JWT', kid: 'garage-1' });
  const claims = encoded({
    iss: ISSUER,
    aud: AUDIENCE,
    sub: user,
    iat,
    ...(flaws.has('jwt-no-exp') ? {} : { exp: iat + LIFE_S }),
  });
  const input = `${header}.${claims}`;
  return `${input}.${isWeak ? hmac(GUESSED, input) : createSign('sha256').update(input).sign(privateKey, 'base64url')}`;
};

const parsed = (part: string): Fields | undefined => {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

interface Token {
  readonly header: Fields;
  readonly claims: Fields;
  readonly input: string;
  readonly signature: string;
}

const verifiedBy = (key: KeyObject, { input, signature }: Token): boolean =>
  signature !== '' && createVerify('sha256').update(input).verify(key, Buffer.from(signature, 'base64url'));

const keyFromJwk = (jwk: unknown): KeyObject | undefined => {
  try {
    return isFields(jwk) ? createPublicKey({ key: jwk, format: 'jwk' }) : undefined;
  } catch {
    return undefined;
  }
};

/** With `jwt-jku`: only loopback is ever asked, this is an example. */
const fetchedKey = async (jku: unknown): Promise<KeyObject | undefined> => {
  if (typeof jku !== 'string' || !URL.canParse(jku) || new URL(jku).hostname !== '127.0.0.1') return undefined;
  try {
    const set: unknown = await (await fetch(jku, { signal: AbortSignal.timeout(2000) })).json();
    return isFields(set) && Array.isArray(set['keys']) ? keyFromJwk(set['keys'][0]) : undefined;
  } catch {
    return undefined;
  }
};

/** What a careless lookup of the key would give for a key id. */
const carelessKey = ({ flaws }: Garage, kid: unknown): string | undefined => {
  if (typeof kid !== 'string') return undefined;
  if (flaws.has('jwt-kid-file') && kid.endsWith('/dev/null')) return '';
  return flaws.has('jwt-kid-query') ? /UNION SELECT '([^']*)'?/u.exec(kid)?.[1] : undefined;
};

const isSigned = async (garage: Garage, token: Token): Promise<boolean> => {
  const { flaws, publicKey } = garage;
  const { header, input, signature } = token;
  if (flaws.has('jwt-unchecked')) return signature !== '';
  if (flaws.has('jwt-none') && String(header['alg']).toLowerCase() === 'none') return true;
  if (flaws.has('jwt-stripped') && signature === '' && header['alg'] === 'RS256') return true;
  if (header['alg'] === 'HS256') {
    const keys = [
      flaws.has('jwt-weak') ? GUESSED : undefined,
      flaws.has('jwt-confused') ? publicKey.export({ format: 'pem', type: 'spki' }).toString() : undefined,
      carelessKey(garage, header['kid']),
    ];
    return keys.some((key) => key !== undefined && sameText(hmac(key, input), signature));
  }
  if (header['alg'] !== 'RS256' || flaws.has('jwt-weak')) return false;
  const own = flaws.has('jwt-embedded') ? keyFromJwk(header['jwk']) : undefined;
  const fetched = flaws.has('jwt-jku') ? await fetchedKey(header['jku']) : undefined;
  return [publicKey, own, fetched].some((key) => key !== undefined && verifiedBy(key, token));
};

const isInTime = ({ flaws, nowMs }: Garage, { exp, nbf }: Fields): boolean => {
  const now = Math.floor(nowMs() / 1000);
  if (typeof exp !== 'number' ? !flaws.has('jwt-no-exp') : exp <= now && !flaws.has('jwt-expired')) return false;
  return typeof nbf !== 'number' || nbf <= now || flaws.has('jwt-early');
};

/** Whose token it is; undefined when it is refused. */
export const userOfToken = async (garage: Garage, text: string): Promise<string | undefined> => {
  const [head = '', body = '', signature = '', ...rest] = text.split('.');
  const [header, claims] = [parsed(head), parsed(body)];
  if (header === undefined || claims === undefined || rest.length > 0) return undefined;
  const token = { header, claims, input: `${head}.${body}`, signature };
  if (!(await isSigned(garage, token)) || !isInTime(garage, claims)) return undefined;
  if (claims['aud'] !== AUDIENCE && !garage.flaws.has('jwt-any-audience')) return undefined;
  if (claims['iss'] !== ISSUER && !garage.flaws.has('jwt-any-issuer')) return undefined;
  return garage.users.has(String(claims['sub'])) ? String(claims['sub']) : undefined;
};
