import { isReference, maskAfterScheme, maskKeyedText, mayHoldNamedValue, uniqueNames } from '#core/keyed-text';
import { secretFinder } from '#core/secret-finder';
import type { KnownSecret } from '#core/secret-forms';
import { keyMatcher } from '#core/sensitive-keys';
import { maskSensitive } from '#core/sensitive-patterns';
import { setField } from '#core/json-types';
import type { Json } from '#core/units';

export { scanForSecrets, type KnownSecret, type SecretHit } from '#core/secret-forms';
export { findSensitive, maskSensitive, type SensitiveHit, type SensitiveKind } from '#core/sensitive-patterns';
export { isSensitiveKey } from '#core/sensitive-keys';

/** What stands where a sensitive value was. */
export const MASK = '***';

/** Deeper JSON is replaced whole: nothing that is tested nests like this, and the walk must end. */
const DEPTH_MAX = 200;

/** Short texts that were looked at and held nothing, such as the names of headers and fields, come again with every case. */
const CLEAN_CHARACTERS_MAX = 40;
/** How many are remembered until all are looked at anew. */
const CLEAN_MAX = 2000;

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
  const known = new Set<string>();
  const finder = secretFinder();
  const isSensitive = keyMatcher(keys);
  let count = 0;
  const replaced = (): string => {
    count += 1;
    return MASK;
  };
  const addSecret = (name: string, value: string): void => {
    if (value === '' || known.has(value)) return;
    known.add(value);
    clean.clear();
    finder.add({ name, value });
  };
  const maskNamed = (text: string): string =>
    keys.length > 0 || mayHoldNamedValue(text) ? maskKeyedText(text, isSensitive, replaced) : text;
  const clean = new Set<string>();
  const maskText = (text: string): string => {
    if (text === '' || text === MASK || clean.has(text)) return text;
    const patterns = maskSensitive(maskNamed(finder.replaceAll(text, replaced)));
    count += patterns.redactions;
    const masked = uniqueNames(patterns.text);
    if (masked === text && text.length <= CLEAN_CHARACTERS_MAX) {
      if (clean.size >= CLEAN_MAX) clean.clear();
      clean.add(text);
    }
    return masked;
  };
  const walk = jsonWalker({ isSensitive, maskText, replaced });
  for (const { name, value } of secrets) addSecret(name, value);
  return {
    addSecret,
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
    const result: { [name: string]: Json } = {};
    for (const [key, member] of Object.entries(value))
      setField(result, names?.get(key) ?? key, walk(member, sensitive || isSensitive(key), depth + 1));
    return result;
  };
  return walk;
};

/**
 * What each name becomes; undefined when all stay, as nearly always. A name that is masked must not push out another member: `***`,
 * `***2`, …
 */
const maskedNames = (
  names: readonly string[],
  maskText: (text: string) => string,
): ReadonlyMap<string, string> | undefined => {
  let changed = false;
  const texts = names.map((name) => {
    const text = maskText(name);
    changed ||= text !== name;
    return text;
  });
  if (!changed) return undefined;
  const masked = new Map(names.map((name, at) => [name, texts[at] ?? MASK]));
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
