import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyResult, LocalJWKSet } from 'jose';
import type { Issuer } from '#core/issuers';
import { problem } from '#core/problems';
import type { Clock } from '#ports/clock';
import type { KeySets } from './key-sets.ts';

/** Asymmetric only: with HS256 the public key would be the secret, and `none` is no signature at all (RFC 8725, section 3.1). */
export const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const;
/** Clocks of issuer and plane may differ by this much. */
export const CLOCK_SKEW_S = 60;
/** GitHub's tokens are about 2 KB; API Gateway takes 10,240 bytes of headers. */
const TOKEN_CHARACTERS_MAX = 10_240;

export interface VerifiedToken {
  readonly issuer: Issuer;
  readonly claims: JWTPayload;
}

export interface VerifyTokenPorts {
  readonly issuers: readonly Issuer[];
  readonly keySets: KeySets;
  readonly clock: Clock;
}

const bearerOf = (authorization: string | undefined): string => {
  const text = authorization?.trim() ?? '';
  if (text === '') throw problem('token-missing', 'expected the header Authorization: Bearer <token>, got none');
  const found = /^bearer +([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*)$/i.exec(text)?.[1];
  if (found === undefined)
    throw problem(
      'token-malformed',
      'expected Authorization: Bearer <header>.<claims>.<signature>, a JWT of three parts',
    );
  if (found.length > TOKEN_CHARACTERS_MAX) {
    throw problem(
      'token-malformed',
      `expected a token of at most ${String(TOKEN_CHARACTERS_MAX)} characters, got ${String(found.length)}`,
    );
  }
  return found;
};

const issuerOf = (token: string, issuers: readonly Issuer[]): Issuer => {
  let named: unknown;
  try {
    const { alg } = decodeProtectedHeader(token);
    if (!ALGORITHMS.some((known) => known === alg)) {
      throw problem(
        'token-forged',
        `expected a signature by one of ${ALGORITHMS.join(', ')}, got ${JSON.stringify(alg) ?? 'none named'}`,
      );
    }
    named = decodeJwt(token).iss;
  } catch (error) {
    if (error instanceof Error && error.name === 'token-forged') throw error;
    throw problem('token-malformed', 'the header or the claims of the token cannot be read', { cause: error });
  }
  const found = issuers.find(({ issuer }) => issuer === named);
  if (found !== undefined) return found;
  // Which ones are is not told: nothing is known of this caller.
  throw problem('token-unknown-issuer', `the issuer ${JSON.stringify(named) ?? '(none)'} is not configured`);
};

const refusal = (error: unknown, issuer: Issuer): Error => {
  if (error instanceof errors.JWTExpired)
    return problem('token-expired', `the token expired more than ${String(CLOCK_SKEW_S)} s ago`, { cause: error });
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'aud')
      return problem('token-wrong-audience', `expected the audience ${issuer.audiences.join(' or ')}`, {
        cause: error,
      });
    if (error.claim === 'nbf')
      return problem('token-not-yet-valid', `the token becomes valid more than ${String(CLOCK_SKEW_S)} s from now`, {
        cause: error,
      });
    return problem('token-malformed', `the claim ${error.claim} is missing or not what it must be`, { cause: error });
  }
  // A key of another kind or size than the algorithm asks for is a TypeError of the library; it is a forgery all the same.
  if (error instanceof errors.JOSEError || error instanceof TypeError)
    return problem('token-forged', 'the signature does not verify with a key of the issuer', { cause: error });
  return error instanceof Error ? error : new Error(String(error));
};

/**
 * Checks a bearer token: configured issuer, allowed algorithm, signature by a key that the issuer publishes (never one that the token
 * brings), `exp`, `nbf` and `iat` with CLOCK_SKEW_S, exact audience. `exp` must be there.
 *
 * @throws token-missing, token-malformed, token-unknown-issuer, token-forged, token-expired, token-not-yet-valid, token-wrong-audience,
 *         dependency-unavailable when the issuer's keys cannot be had
 * @see RFC 7519, RFC 8725
 */
export const verifyToken =
  ({ issuers, keySets, clock }: VerifyTokenPorts) =>
  async (authorization: string | undefined, signal?: AbortSignal): Promise<VerifiedToken> => {
    const token = bearerOf(authorization);
    const issuer = issuerOf(token, issuers);
    const nowMs = clock.nowMs();
    const verify = (keys: LocalJWKSet): Promise<JWTVerifyResult> =>
      jwtVerify(token, keys, {
        algorithms: [...ALGORITHMS],
        issuer: issuer.issuer,
        audience: [...issuer.audiences],
        clockTolerance: CLOCK_SKEW_S,
        currentDate: new Date(nowMs),
        requiredClaims: ['exp'],
      });
    const verifyWithFreshKeys = async (missing: Error): Promise<JWTVerifyResult> => {
      const keys = await keySets.refetch(issuer, signal);
      if (keys === undefined) throw missing;
      return verify(keys);
    };
    const keys = await keySets.keysOf(issuer, signal);

    let claims: JWTPayload;
    try {
      ({ payload: claims } = await verify(keys).catch((error: unknown) => {
        if (error instanceof errors.JWKSNoMatchingKey) return verifyWithFreshKeys(error);
        throw error;
      }));
    } catch (error) {
      throw refusal(error, issuer);
    }
    if (claims.iat !== undefined && claims.iat > nowMs / 1000 + CLOCK_SKEW_S) {
      throw problem('token-not-yet-valid', `the token was issued more than ${String(CLOCK_SKEW_S)} s from now`);
    }
    return { issuer, claims };
  };
