import type { ClaimCondition } from '#core/access';
import type { Json } from '#core/units';

/** Verified claims of a token. */
export interface Claims {
  readonly [claim: string]: Json | undefined;
}

/**
 * Whether a text has the form of a glob in which `*` stands for any run of characters, also an empty one. No other character is
 * special. Linear in the text for each `*`: a hostile claim cannot make it slow, as it could a regular expression.
 */
export const matchesGlob = (glob: string, text: string): boolean => {
  const parts = glob.split('*');
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return text === glob;
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  let from = first.length;
  const end = text.length - last.length;
  for (const part of parts.slice(1, -1)) {
    const at = text.indexOf(part, from);
    if (at < 0 || at + part.length > end) return false;
    from = at + part.length;
  }
  return from <= end;
};

const matchesText = (condition: ClaimCondition, value: string): boolean => {
  if (typeof condition === 'string') return condition === value;
  if ('like' in condition) return matchesGlob(condition.like, value);
  return condition.includes(value);
};

/**
 * Whether one claim meets its condition. Numbers and booleans are compared as their JSON text; of an array claim (groups,
 * audiences) one element is enough; an absent, null or object claim meets nothing, not even `*`.
 */
export const meetsCondition = (condition: ClaimCondition, value: Json | undefined): boolean => {
  if (typeof value === 'string') return matchesText(condition, value);
  if (typeof value === 'number' || typeof value === 'boolean') return matchesText(condition, String(value));
  if (Array.isArray(value)) return value.some((item: Json) => typeof item === 'string' && matchesText(condition, item));
  return false;
};

/** A claim by its own name: what every object inherits is none. */
export const ownClaim = (claims: Claims, name: string): Json | undefined =>
  Object.hasOwn(claims, name) ? claims[name] : undefined;

/**
 * Claims that say nothing about who calls, or that callers choose themselves (GitHub lets a job name any audience): neither a rule nor a
 * namespace may rest on them alone.
 */
export const COMMON_CLAIMS = ['iss', 'aud', 'exp', 'iat', 'nbf', 'jti', 'azp', 'auth_time', 'typ', 'ver'];
