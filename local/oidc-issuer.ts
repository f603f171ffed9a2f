import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import path from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import type { JWK, JWTPayload } from 'jose';
import { assayFolder } from './places.ts';

/** Audience of every token for this plane, unless another one is asked for. */
export const AUDIENCE = 'assay';
/** As long as GitHub's job tokens live. */
const LIFETIME_SECONDS = 300;
const LIFETIME_SECONDS_MAX = 12 * 3600;
const BODY_BYTES_MAX = 64 * 1024;
const ALGORITHM = 'RS256';

export interface TokenRequest {
  /** All claims, `sub` among them. */
  readonly claims: JWTPayload;
  readonly audience?: string;
  /** May be negative, for a token that has expired already. */
  readonly lifetimeSeconds?: number;
}

/** An OpenID Connect issuer on the loopback interface, in the place of GitHub, GitLab or a company's login. */
export interface OidcIssuer {
  /** Value of `iss`. */
  readonly url: string;
  /** Whoever has it may mint tokens; in GitHub Actions it is called ACTIONS_ID_TOKEN_REQUEST_TOKEN. */
  readonly requestToken: string;
  mint(request: TokenRequest): Promise<string>;
  readonly stop: () => Promise<void>;
}

interface Keys {
  readonly sign: (payload: JWTPayload, issuer: string) => Promise<string>;
  readonly publicJwk: JWK;
}

/** The private key lies in `.assay`, so that tokens outlive a restart of the cloud as they would outlive one of the real issuer. */
const loadKeys = async (): Promise<Keys> => {
  const file = path.join(assayFolder(), 'oidc-key.json');
  if (!existsSync(file)) {
    const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
    writeFileSync(file, JSON.stringify(await exportJWK(privateKey)), { mode: 0o600 });
  }
  const jwk = JSON.parse(readFileSync(file, 'utf8')) as JWK;
  const key = await importJWK(jwk, ALGORITHM);
  const { kty = 'RSA', n = '', e = '' } = jwk;
  const kid = await calculateJwkThumbprint({ kty, n, e });
  return {
    publicJwk: { kty, n, e, kid, alg: ALGORITHM, use: 'sig' },
    sign: (payload, issuer) =>
      new SignJWT(payload).setProtectedHeader({ alg: ALGORITHM, kid, typ: 'JWT' }).setIssuer(issuer).sign(key),
  };
};

const mintWith =
  (keys: Keys, issuer: string) =>
  ({ claims, audience = AUDIENCE, lifetimeSeconds = LIFETIME_SECONDS }: TokenRequest): Promise<string> => {
    if (typeof claims.sub !== 'string' || claims.sub === '')
      throw new Error('claims must hold a text `sub`: who the token is for');
    if (!Number.isInteger(lifetimeSeconds) || lifetimeSeconds > LIFETIME_SECONDS_MAX) {
      throw new Error(
        `lifetimeSeconds must be a whole number of at most ${String(LIFETIME_SECONDS_MAX)}, got ${String(lifetimeSeconds)}`,
      );
    }
    const now = Math.floor(Date.now() / 1000);
    const issued = Math.min(now, now + lifetimeSeconds - 1);
    return keys.sign(
      {
        iat: issued,
        nbf: issued,
        jti: randomBytes(12).toString('hex'),
        ...claims,
        aud: audience,
        exp: now + lifetimeSeconds,
      },
      issuer,
    );
  };

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
};

const readJson = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > BODY_BYTES_MAX) throw new Error(`the body may have at most ${String(BODY_BYTES_MAX)} bytes`);
    chunks.push(chunk as Buffer);
  }
  return parsed(Buffer.concat(chunks).toString('utf8'), 'a JSON body such as {"claims":{"sub":"me"}}');
};

const parsed = (text: string, expected: string): unknown => {
  if (text === '') throw new Error(`expected ${expected}, got none`);
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`expected ${expected}, got text that is no JSON`);
  }
};

const objectOf = (value: unknown, what: string): Record<string, unknown> => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  const got = Array.isArray(value)
    ? 'a list'
    : value === undefined
      ? 'nothing'
      : value === null
        ? 'null'
        : typeof value;
  throw new Error(`expected ${what} to be a JSON object, got ${got}`);
};

const isAllowed = (request: IncomingMessage, requestToken: string): boolean => {
  // The scheme's case does not matter (RFC 9110, section 11.1); GitHub's own client writes it small.
  const given = Buffer.from((request.headers.authorization ?? '').replace(/^bearer +/i, ''));
  const wanted = Buffer.from(requestToken);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
};

/** `GET /token?claims=<base64url JSON>&audience=` is the form of GitHub Actions, `POST /token` takes a whole TokenRequest. */
const tokenRequestOf = async (request: IncomingMessage, url: URL): Promise<TokenRequest> => {
  if (request.method === 'POST') {
    const body = objectOf(await readJson(request), 'the body');
    return { ...body, claims: objectOf(body['claims'], 'claims') };
  }
  const expected = 'the query parameter claims: base64url of a JSON object such as {"sub":"me"}';
  const text = Buffer.from(url.searchParams.get('claims') ?? '', 'base64url').toString('utf8');
  const claims = objectOf(parsed(text, expected), 'claims');
  return { claims, audience: url.searchParams.get('audience') ?? AUDIENCE };
};

interface Desk {
  readonly issuer: string;
  readonly keys: Keys;
  readonly requestToken: string;
}

const respond = async (
  request: IncomingMessage,
  response: ServerResponse,
  { issuer, keys, requestToken }: Desk,
): Promise<void> => {
  const url = new URL(request.url ?? '/', issuer);
  if (url.pathname === '/.well-known/openid-configuration') {
    return answer(response, 200, {
      issuer,
      jwks_uri: `${issuer}/jwks`,
      id_token_signing_alg_values_supported: [ALGORITHM],
      response_types_supported: ['id_token'],
      subject_types_supported: ['public'],
    });
  }
  if (url.pathname === '/jwks') return answer(response, 200, { keys: [keys.publicJwk] });
  if (url.pathname !== '/token') return answer(response, 404, { message: `nothing at ${url.pathname}` });
  if (!isAllowed(request, requestToken))
    return answer(response, 401, {
      message:
        'expected the header Authorization: Bearer REQUEST_TOKEN with the requestToken of .assay/cloud.json, got none or another one',
    });
  try {
    answer(response, 200, { value: await mintWith(keys, issuer)(await tokenRequestOf(request, url)) });
  } catch (error) {
    answer(response, 400, { message: error instanceof Error ? error.message : String(error) });
  }
};

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });

/** Starts the issuer on a free port. Keys are RS256 and stay the same over restarts; the port, and so `iss`, does not. */
export const startOidcIssuer = async (): Promise<OidcIssuer> => {
  const keys = await loadKeys();
  const requestToken = randomBytes(24).toString('base64url');
  const desk = { issuer: '', keys, requestToken };
  const server = createServer((request, response) => {
    respond(request, response, desk).catch((error: unknown) => answer(response, 500, { message: String(error) }));
  });
  desk.issuer = `http://127.0.0.1:${String(await listen(server))}`;
  return {
    url: desk.issuer,
    requestToken,
    mint: async (request) => mintWith(keys, desk.issuer)(request),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/**
 * What a CI job gets from its platform: two variables with which it fetches its own token, as GitHub Actions lays them out.
 *
 * @returns ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN
 */
export const actionsEnvironment = (
  issuer: { readonly url: string; readonly requestToken: string },
  claims: JWTPayload,
): { readonly [name: string]: string } => ({
  ACTIONS_ID_TOKEN_REQUEST_URL: `${issuer.url}/token?claims=${Buffer.from(JSON.stringify(claims)).toString('base64url')}&api-version=2.0`,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: issuer.requestToken,
});
