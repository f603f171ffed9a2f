import { isReference, maskAfterScheme, maskKeyedText, uniqueNames } from '#core/keyed-text';
import { secretExpression, type KnownSecret } from '#core/secret-forms';
import { keyMatcher } from '#core/sensitive-keys';
import { maskSensitive } from '#core/sensitive-patterns';
import type { Json } from '#core/units';

export { scanForSecrets, type KnownSecret, type SecretHit } from '#core/secret-forms';
export { findSensitive, maskSensitive, type SensitiveHit, type SensitiveKind } from '#core/sensitive-patterns';
export { isSensitiveKey } from '#core/sensitive-keys';

/** What stands where a sensitive value was. */
export const MASK = '***';

/** Deeper JSON is replaced whole: nothing that is tested nests like this, and the walk must end. */
const DEPTH_MAX = 200;

export interface MaskerOptions {
  readonly secrets?: readonly KnownSecret[];
  /** Further parts of names whose values are masked. */
  readonly keys?: readonly string[];
}

export type HeaderPairs = readonly (readonly [string, string])[];

/** Removes what must not be written anywhere. Mask before cutting text off: half a secret is not recognised. */
export interface Masker {
  /** A secret learned on the way, such as a captured token. Empty values are ignored. */
  addSecret(name: string, value: string): void;
  /**
   * Free text, bodies (JSON, forms, cut-off ones too), log lines, curl commands. Known secrets in every form, values under sensitive
   * names, and values that `findSensitive` knows by their form; the answer gives no hit there.
   */
  maskText(text: string): string;
  /** A parsed value: the same, at any depth; numbers and names too. Names stay apart: `***`, `***2`, … */
  maskJson(value: Json): Json;
  /** Names are masked as text; values of sensitive headers are replaced whole; the scheme of `authorization` stays. */
  maskHeaders(pairs: HeaderPairs): HeaderPairs;
  maskUrl(url: string): string;
  /** Values replaced so far. */
  redactions(): number;
}

/** A masker with its own count; names in messages are for people, values never appear. */
export const createMasker = ({ secrets = [], keys = [] }: MaskerOptions = {}): Masker => {
  const known = new Map<string, KnownSecret>(secrets.map((secret) => [secret.value, secret]));
  const isSensitive = keyMatcher(keys);
  let expression = secretExpression([...known.values()]);
  let count = 0;
  const replaced = (): string => {
    count += 1;
    return MASK;
  };
  const maskKnown = (text: string): string => (expression === undefined ? text : text.replace(expression, replaced));
  const maskText = (text: string): string => {
    if (text === '' || text === MASK) return text;
    const patterns = maskSensitive(maskKeyedText(maskKnown(text), isSensitive, replaced));
    count += patterns.redactions;
    return uniqueNames(patterns.text);
  };
  const walk = jsonWalker({ isSensitive, maskText, replaced });
  return {
    addSecret: (name, value) => {
      if (value === '' || known.has(value)) return;
      known.set(value, { name, value });
      expression = secretExpression([...known.values()]);
    },
    maskText,
    maskJson: (value) => walk(value, false, 0),
    maskHeaders: (pairs) =>
      pairs.map(
        ([name, value]) =>
          [maskText(name), isSensitive(name) ? maskHeaderValue(value, replaced) : maskText(value)] as const,
      ),
    maskUrl: maskText,
    redactions: () => count,
  };
};

interface Walk {
  readonly isSensitive: (name: string) => boolean;
  readonly maskText: (text: string) => string;
  readonly replaced: () => string;
}

const jsonWalker = ({ isSensitive, maskText, replaced }: Walk) => {
  const scalar = (value: string | number, sensitive: boolean): Json => {
    const text = String(value);
    if (sensitive) return text === '' || text === MASK || isReference(text) ? value : replaced();
    const masked = maskText(text);
    return masked === text ? value : masked;
  };
  const walk = (value: Json, sensitive: boolean, depth: number): Json => {
    if (value === null || typeof value === 'boolean') return value;
    if (typeof value === 'string' || typeof value === 'number') return scalar(value, sensitive);
    if (depth >= DEPTH_MAX) return replaced();
    if (isArray(value)) return value.map((item) => walk(item, sensitive, depth + 1));
    const names = maskedNames(Object.keys(value), maskText);
    const members = Object.entries(value).map(
      ([key, member]) => [names.get(key) ?? MASK, walk(member, sensitive || isSensitive(key), depth + 1)] as const,
    );
    return Object.fromEntries(members);
  };
  return walk;
};

/** What each name becomes. A name that is masked must not push out another member: `***`, `***2`, … */
const maskedNames = (names: readonly string[], maskText: (text: string) => string): ReadonlyMap<string, string> => {
  const masked = new Map(names.map((name) => [name, maskText(name)]));
  const taken = new Set(names.filter((name) => masked.get(name) === name));
  for (const [name, text] of masked) {
    if (text === name) continue;
    let free = text;
    for (let number = 2; taken.has(free); number += 1) free = `${MASK}${String(number)}`;
    taken.add(free);
    masked.set(name, free);
  }
  return masked;
};

const isArray = (value: Json): value is readonly Json[] => Array.isArray(value);

const maskHeaderValue = (value: string, replaced: () => string): string =>
  isReference(value) ? value : maskAfterScheme(value, replaced);
