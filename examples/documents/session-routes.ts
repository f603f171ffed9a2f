import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Archive } from './documents-state.ts';
import { Refusal, wholeNumber, type Answer } from './http-answer.ts';

const LIFETIME_SECONDS = 900;
const WAIT_MS_MAX = 5000;

export interface Caller {
  readonly user: string;
  readonly token: string;
}

const check = (archive: Archive, user: unknown, password: unknown): string => {
  if (typeof user !== 'string' || typeof password !== 'string')
    throw new Refusal(422, 'login-incomplete', 'user and password are required, both text');
  if (archive.passwords.get(user) !== password) throw new Refusal(401, 'login-refused', 'user or password is wrong');
  if (archive.faults.has('login-500')) throw new Refusal(500, 'login-broke', 'nobody can log in');
  return user;
};

const openSession = (archive: Archive, user: string, seconds: number): { token: string; expiresAtMs: number } => {
  const token = `doc_${randomBytes(24).toString('hex')}`;
  const expiresAtMs = archive.nowMs() + seconds * 1000;
  archive.sessions.set(token, { user, expiresAtMs });
  return { token, expiresAtMs };
};

/** POST /sessions: a token; `lifetimeSeconds` 0 to 3600 shortens its life, so that expiry can be tried without waiting long. */
export const login = (archive: Archive, body: Record<string, unknown>): Answer => {
  const { lifetimeSeconds = LIFETIME_SECONDS } = body;
  const user = check(archive, body['user'], body['password']);
  const seconds = wholeNumber('lifetimeSeconds', String(lifetimeSeconds), 0, 3600);
  const { token, expiresAtMs } = openSession(archive, user, seconds);
  // Kept apart by lifetime: what expires for one user must not end the sessions of others.
  const key = `${user} ${String(seconds)}`;
  const first = archive.firstTokens.get(key);
  if (first === undefined) archive.firstTokens.set(key, token);
  const given = archive.faults.has('old-token-again') && seconds < LIFETIME_SECONDS ? (first ?? token) : token;
  return {
    status: 200,
    body: {
      token: given,
      tokenType: 'Bearer',
      user,
      expiresIn: seconds,
      expiresAt: new Date(expiresAtMs).toISOString(),
    },
    headers: { 'cache-control': 'no-store' },
  };
};

/** POST /login: the form of the web page; a cookie and the way home. */
export const formLogin = (archive: Archive, form: URLSearchParams): Answer => {
  const user = check(archive, form.get('user') ?? undefined, form.get('password') ?? undefined);
  const { token } = openSession(archive, user, LIFETIME_SECONDS);
  const cookie = { 'set-cookie': `sid=${token}; Path=/; HttpOnly; SameSite=Lax` };
  return { status: 303, headers: { location: '/home', ...(archive.faults.has('cookie-missing') ? {} : cookie) } };
};

const tokenOf = (request: IncomingMessage): string => {
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const cookie = /(?:^|;\s*)sid=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  const token = bearer ?? cookie;
  if (token !== undefined) return token;
  throw new Refusal(
    401,
    'token-missing',
    'expected the header Authorization: Bearer TOKEN, or the cookie of the login',
  );
};

/** Who calls, by token or cookie. @throws Refusal 401 */
export const callerOf = (archive: Archive, request: IncomingMessage): Caller => {
  const token = tokenOf(request);
  const session = archive.sessions.get(token);
  if (session === undefined) throw new Refusal(401, 'token-unknown', 'this token was not made here or was logged out');
  if (archive.nowMs() >= session.expiresAtMs && !archive.faults.has('expired-token-works'))
    throw new Refusal(401, 'token-expired', 'this token has expired; log in again');
  return { user: session.user, token };
};

/** GET /me and GET /home. `waitMs` answers later: what a long poll without news does. */
export const whoAmI = (caller: Caller): Answer => ({
  status: 200,
  body: { user: caller.user },
  headers: { 'cache-control': 'no-store' },
});

export const waitMsOf = (query: URLSearchParams): number =>
  wholeNumber('waitMs', query.get('waitMs') ?? '0', 0, WAIT_MS_MAX);

/** DELETE /sessions/current, and POST /logout of the web page. */
export const logout = (archive: Archive, caller: Caller): Answer => {
  if (!archive.faults.has('logout-forgets')) archive.sessions.delete(caller.token);
  return { status: 204, headers: { 'set-cookie': 'sid=; Path=/; Max-Age=0' } };
};
