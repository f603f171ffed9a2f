import { randomBytes } from 'node:crypto';
import { Refusal, type Answer } from './http-answer.ts';
import type { Shop } from './shop-state.ts';

const LIFETIME_SECONDS = 900;

/** POST /login: a token for a user; `lifetimeSeconds` 0 to 3600 shortens its life, so that expiry can be tried without waiting. */
export const login = (shop: Shop, body: Record<string, unknown>): Answer => {
  const { user, password, lifetimeSeconds = LIFETIME_SECONDS } = body;
  if (typeof user !== 'string' || typeof password !== 'string') {
    throw new Refusal(422, 'login-incomplete', 'user and password are required, both text');
  }
  if (
    typeof lifetimeSeconds !== 'number' ||
    !Number.isInteger(lifetimeSeconds) ||
    lifetimeSeconds < 0 ||
    lifetimeSeconds > 3600
  ) {
    throw new Refusal(422, 'bad-lifetime', 'lifetimeSeconds must be a whole number from 0 to 3600');
  }
  if (shop.users.get(user)?.password !== password) throw new Refusal(401, 'login-refused', 'user or password is wrong');
  const token = `shop_${randomBytes(24).toString('hex')}`;
  const expiresAtMs = shop.nowMs() + lifetimeSeconds * 1000;
  shop.sessions.set(token, { user, expiresAtMs });
  return {
    status: 200,
    body: {
      token,
      tokenType: 'Bearer',
      expiresInSeconds: lifetimeSeconds,
      expiresAt: new Date(expiresAtMs).toISOString(),
    },
    headers: { 'cache-control': 'no-store' },
  };
};

export interface Caller {
  readonly user: string;
  readonly token: string;
}

/** Who calls, by the Authorization header. @throws Refusal 401 */
export const requireCaller = (shop: Shop, authorization: string | undefined): Caller => {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) throw new Refusal(401, 'token-missing', 'expected the header Authorization: Bearer TOKEN');
  const session = shop.sessions.get(token);
  if (session === undefined) {
    if (shop.bugs.has('token-not-checked')) return { user: 'ada', token };
    throw new Refusal(401, 'token-unknown', 'this token was not made here or was logged out');
  }
  if (shop.nowMs() >= session.expiresAtMs && !shop.bugs.has('expiry-ignored')) {
    throw new Refusal(401, 'token-expired', 'this token has expired; log in again');
  }
  return { user: session.user, token };
};

/** GET /me */
export const whoAmI = (shop: Shop, caller: Caller): Answer => ({
  status: 200,
  body: { user: caller.user, role: shop.users.get(caller.user)?.role },
});

/** POST /logout */
export const logout = (shop: Shop, caller: Caller): Answer => {
  shop.sessions.delete(caller.token);
  return { status: 204 };
};
