import { isReference, maskAfterScheme, maskKeyedText, mayHoldNamedValue, uniqueNames } from '#core/keyed-text';
import { maskPercentEncoded } from '#core/percent-encoded';
import { secretFinder, type SecretFinder } from '#core/secret-finder';
import type { KnownSecret } from '#core/secret-forms';
import { keyMatcher } from '#core/sensitive-keys';
import { maskSensitive } from '#core/sensitive-patterns';
import { setField } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';

export { scanForSecrets, type KnownSecret, type SecretHit } from '#core/secret-forms';
export { findSensitive, maskSensitive, type SensitiveHit, type SensitiveKind } from '#core/sensitive-patterns';
export { isSensitiveKey } from '#core/sensitive-keys';

/** What stands where a sensitive value was. */
export const MASK = '***';

/** Deeper JSON is replaced whole: nothing that is tested nests like this, and the walk must end. */
const DEPTH_MAX = 200;

/** Short texts that were looked at and held nothing, such as the names of headers and fields, come again with every case. */
const CLEAN_CHARACTERS_MAX = 100;
/** How many are remembered, and as many of those before them. */
const CLEAN_MAX = 1000;

/** Texts that hold nothing to mask. Those that come again stay, those that came once are forgotten. */
class CleanTexts {
  #recent = new Set<string>();
  #before = new Set<string>();

  has(text: string): boolean {
    if (this.#recent.has(text)) return true;
    if (!this.#before.has(text)) return false;
    this.add(text);
    return true;
  }

  add(text: string): void {
    if (this.#recent.size >= CLEAN_MAX) {
      this.#before = this.#recent;
      this.#recent = new Set();
    }
    this.#recent.add(text);
  }

  forget(): void {
    this.#recent.clear();
    this.#before.clear();
  }
}

export interface MaskerOptions {
  readonly secrets?: readonly KnownSecret[];
  /** Further parts of names whose values are masked. */
  readonly keys?: readonly string[];
  /** Where its secrets are kept, for who looks for them too; one of its own when absent. */
  readonly finder?: SecretFinder;
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
export const createMasker = ({ secrets = [], keys = [], finder = secretFinder() }: MaskerOptions = {}): Masker => {
  const known = new Set<string>();
  const isSensitive = keyMatcher(keys);
  let count = 0;
  const replaced = (): string => {
    count += 1;
    return MASK;
  };
  const addSecret = (name: string, value: string): void => {
    if (value === '' || known.has(value)) return;
    known.add(value);
    clean.forget();
    finder.add({ name, value });
  };
  const maskNamed = (text: string): string =>
    keys.length > 0 || mayHoldNamedValue(text) ? maskKeyedText(text, isSensitive, replaced) : text;
  const clean = new CleanTexts();
  const maskPlain = (text: string): string => {
    const patterns = maskSensitive(maskNamed(finder.replaceAll(text, replaced)));
    count += patterns.redactions;
    return patterns.text;
  };
  const maskText = (text: string): string => {
    const isShort = text.length <= CLEAN_CHARACTERS_MAX;
    if (text === '' || text === MASK || (isShort && clean.has(text))) return text;
    const masked = uniqueNames(maskPercentEncoded(maskPlain(text), maskPlain));
    if (isShort && masked === text) clean.add(text);
    return masked;
  };
  const maskPair = (pair: HeaderPairs[number]): HeaderPairs[number] => {
    const name = maskText(pair[0]);
    const value = isSensitive(pair[0]) ? maskHeaderValue(pair[1], replaced) : maskText(pair[1]);
    return name === pair[0] && value === pair[1] ? pair : [name, value];
  };
  const walk = jsonWalker({ isSensitive, maskText, replaced });
  for (const { name, value } of secrets) addSecret(name, value);
  return {
    addSecret,
    maskText,
    maskJson: (value) => walk(value, false, 0),
    maskHeaders: (pairs) => pairs.map(maskPair),
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
    return isArray(value) ? walkList(value, sensitive, depth) : walkObject(value, sensitive, depth);
  };
  const walkList = (list: readonly Json[], sensitive: boolean, depth: number): Json => {
    const masked = list.map((item) => walk(item, sensitive, depth + 1));
    return masked.every((item, at) => item === list[at]) ? list : masked;
  };
  // Nearly every object has nothing to mask: it stays itself, and only one that has is made anew.
  const walkObject = (value: JsonObject, sensitive: boolean, depth: number): Json => {
    const keys = Object.keys(value);
    const names = maskedNames(keys, maskText);
    const members = keys.map((key) => walk(value[key] as Json, sensitive || isSensitive(key), depth + 1));
    if (names === undefined && members.every((member, at) => member === value[keys[at] ?? ''])) return value;
    const result: { [name: string]: Json } = {};
    keys.forEach((key, at) => {
      setField(result, names?.get(key) ?? key, members[at] as Json);
    });
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
  const changed = new Map<string, string>();
  for (const name of names) {
    const text = maskText(name);
    if (text !== name) changed.set(name, text);
  }
  if (changed.size === 0) return undefined;
  const masked = new Map(names.map((name) => [name, changed.get(name) ?? name]));
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
