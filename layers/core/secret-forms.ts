import { base64Cores, encodedForms, type Encoding, type Form } from '#core/secret-encodings';
import { FOLDED_LENGTH_MIN, hostForms } from '#core/secret-host-forms';

/** A value that must never leave the runner, and the name that stands for it in messages. */
export interface KnownSecret {
  readonly name: string;
  readonly value: string;
}

/** Where a known secret stands in a text; never the value itself. */
export interface SecretHit {
  readonly name: string;
  /** UTF-16 offset of the hit. */
  readonly offset: number;
  readonly form: 'raw' | 'url' | 'json' | 'host' | Encoding;
}

/** Shorter secrets are found only where no letter or digit stands beside them: `a` must not blacken every word. */
const SUBSTRING_LENGTH_MIN = 4;

const BASE64_CORE_LENGTH_MIN = 4;

/**
 * One expression that finds all secrets in every spelling: as they are, percent-encoded (also twice, also partly), JSON-escaped at any
 * depth, inside base64 and base64url at each of the three alignments (also twice), in hex, in base32, back to front, and as host names have
 * it: in small letters or punycode. undefined when there is nothing to look for.
 */
export const secretExpression = (secrets: readonly KnownSecret[]): RegExp | undefined => {
  // The longest comes first, so that a secret that contains another one is masked whole.
  const forms = secrets
    .flatMap(({ value }) => formsOf(value))
    .sort((a, b) => b.weight - a.weight || (a.source < b.source ? -1 : 1));
  if (forms.length === 0) return undefined;
  return new RegExp([...new Set(forms.map((form) => form.source))].join('|'), 'gu');
};

/** Making an expression takes a hundred times as long as using it; one is forgotten together with its secret. */
const EXPRESSIONS = new WeakMap<KnownSecret, { readonly expression: RegExp | undefined }>();

/** The expression of one secret, made when it is first asked for. */
export const expressionOf = (secret: KnownSecret): RegExp | undefined => {
  const known = EXPRESSIONS.get(secret);
  if (known !== undefined) return known.expression;
  const expression = secretExpression([secret]);
  EXPRESSIONS.set(secret, { expression });
  return expression;
};

/** Every place of every secret in the text, by offset. The evidence that a file is clean is an empty answer. */
export const scanForSecrets = (text: string, secrets: readonly KnownSecret[]): readonly SecretHit[] => {
  const hits: SecretHit[] = [];
  for (const secret of secrets) {
    const expression = expressionOf(secret);
    // Asked first because it is the usual end, and listing all matches makes an expression anew each time.
    if (expression === undefined || text.search(expression) < 0) continue;
    for (const match of text.matchAll(expression)) {
      hits.push({ name: secret.name, offset: match.index, form: formOf(match[0], secret.value) });
    }
  }
  return hits.sort((a, b) => a.offset - b.offset || (a.name < b.name ? -1 : 1));
};

const formOf = (found: string, value: string): SecretHit['form'] => {
  if (found === value) return 'raw';
  const encoded = encodedForms(value).find(({ source }) => new RegExp(`^(?:${source})$`, 'u').test(found));
  if (encoded !== undefined) return encoded.encoding;
  if (isFolded(found, value)) return 'host';
  if (found.includes('\\')) return 'json';
  return found.includes('%') || found.length === value.length ? 'url' : 'base64';
};

const isFolded = (found: string, value: string): boolean =>
  found.toLowerCase() === value.toLowerCase() ||
  hostForms(value).some(({ source }) => new RegExp(`^(?:${source})$`, 'u').test(found));

const formsOf = (value: string): readonly Form[] => {
  if (value === '' || /^\*+$/.test(value)) return [];
  if (value.length < SUBSTRING_LENGTH_MIN)
    return [{ source: `(?<![A-Za-z0-9])${spelledOut(value, asItIs)}(?![A-Za-z0-9])`, weight: value.length }];
  // Host names and names of headers are written in small letters.
  const cases = value.length < FOLDED_LENGTH_MIN ? asItIs : bothCases;
  const spelled = { source: spelledOut(value, cases), weight: value.length };
  return [spelled, ...hostForms(value), ...base64Forms(value), ...encodedForms(value)];
};

/** A character as the letters that may stand in its place. */
type Cases = (character: string) => readonly string[];

const asItIs: Cases = (character) => [character];

// Not by `(?i:…)`: V8 forgets it in expressions that are too long for it to optimise (Node.js 24).
const bothCases: Cases = (character) => [...new Set([character, character.toLowerCase(), character.toUpperCase()])];

const spelledOut = (text: string, cases: Cases): string =>
  Array.from(text, (character) => `(?:${cases(character).flatMap(spellings).join('|')})`).join('');

/** One character in each of its spellings: itself, `%41` (or `%2541`), `+` for a space, a JSON escape behind any number of backslashes. */
const spellings = (character: string): readonly string[] => {
  // The longest spelling comes first: a secret's own `%` may be the start of `%25`.
  const options = [`%(?:25)*${percentDigits(character)}`, unicodeEscape(character)];
  const short = SHORT_ESCAPES.get(character);
  if (short !== undefined) options.push(`\\\\+${short}`);
  options.push(escape(character));
  if (character === ' ') options.push('\\+');
  return options;
};

const SHORT_ESCAPES = new Map([
  ['"', '"'],
  ['\\', '\\\\'],
  ['/', '/'],
  ['\n', 'n'],
  ['\r', 'r'],
  ['\t', 't'],
  ['\b', 'b'],
  ['\f', 'f'],
]);

const escape = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&');

const eitherCase = (hex: string): string => hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);

const percentDigits = (character: string): string =>
  Array.from(new TextEncoder().encode(character), (byte) => eitherCase(byte.toString(16).padStart(2, '0'))).join(
    '%(?:25)*',
  );

const unicodeEscape = (character: string): string =>
  character
    .split('')
    .map((unit) => `\\\\+u${eitherCase(unit.charCodeAt(0).toString(16).padStart(4, '0'))}`)
    .join('');

/**
 * The base64 characters that the secret alone decides, for each of the three places its first byte can take in a group of three. The
 * character on either side holds some of its bits too, so it is taken along.
 */
const base64Forms = (value: string): readonly Form[] =>
  base64Cores(new TextEncoder().encode(value)).flatMap((decided) => {
    if (decided.length < BASE64_CORE_LENGTH_MIN) return [];
    const core = Array.from(decided, base64Spellings).join('');
    return [{ source: `[A-Za-z0-9+/_-]?${core}[A-Za-z0-9+/_-]?=*`, weight: decided.length }];
  });

const base64Spellings = (character: string): string => {
  if (character === '+') return '(?:[+\\-]|%(?:25)*2[bB])';
  return character === '/' ? '(?:\\\\*\\/|_|%(?:25)*2[fF])' : character;
};
