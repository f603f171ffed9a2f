import { canonicalJson } from '#core/canonical-json';
import type { Json } from '#core/units';
import { wellFormed } from '#core/well-formed';

const plain = (value: unknown): string => canonicalJson(wellFormed(JSON.parse(JSON.stringify(value ?? null)) as Json));

/** Equal as JSON: whatever the order of keys, however often they were stored, and as files hold text that is not well formed. */
export const sameJson = (one: unknown, other: unknown): boolean => plain(one) === plain(other);
