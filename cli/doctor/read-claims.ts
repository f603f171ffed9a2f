/** What a token says about itself. Nothing here is verified: only the plane can do that. */
export interface TokenClaims {
  readonly header: { readonly [name: string]: unknown };
  readonly claims: { readonly [name: string]: unknown };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const decodePart = (part: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** Header and claims of a JWT; undefined when the token is no JWT. The signature is left out. */
export const readClaims = (token: string): TokenClaims | undefined => {
  const [head, body, signature, ...rest] = token.split('.');
  if (head === undefined || body === undefined || signature === undefined || rest.length > 0) return undefined;
  const header = decodePart(head);
  const claims = decodePart(body);
  return header === undefined || claims === undefined ? undefined : { header, claims };
};

/** A time claim (seconds since the epoch) in milliseconds. */
export const timeClaimMs = (claims: TokenClaims['claims'], name: 'exp' | 'nbf' | 'iat'): number | undefined => {
  const value = claims[name];
  return typeof value === 'number' && Number.isFinite(value) ? value * 1000 : undefined;
};
