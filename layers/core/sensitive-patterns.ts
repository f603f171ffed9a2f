import { mayHoldSensitive } from '#core/sensitive-hints';

export const SENSITIVE_KINDS = [
  'private-key',
  'jwt',
  'bearer-token',
  'basic-credentials',
  'aws-access-key',
  'payment-provider-key',
  'service-token',
  'url-password',
  'card-number',
] as const;
export type SensitiveKind = (typeof SENSITIVE_KINDS)[number];

/** A value that looks sensitive by its form alone; the value is not in the hit. */
export interface SensitiveHit {
  readonly kind: SensitiveKind;
  /** UTF-16 offset and length in the text that was searched. */
  readonly offset: number;
  readonly length: number;
}

interface Pattern {
  readonly kind: SensitiveKind;
  readonly expression: RegExp;
  /** What replaces a hit; named groups are kept. */
  readonly replacement: string;
  /** A further condition that an expression cannot state. */
  readonly holds?: (found: string) => boolean;
}

/** Luhn's check digit (ISO/IEC 7812-1 annex B) over a text of digits. */
export const passesLuhn = (digits: string): boolean => {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 0 && sum % 10 === 0;
};

/** Issuers' prefixes with the lengths they give out: Visa, Mastercard, American Express, Discover, Diners, JCB. */
const CARD_FORMS =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|(?:5[1-5]\d{2}|222[1-9]|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}|3[47]\d{13}|(?:6011|65\d{2}|64[4-9]\d)\d{12,15}|3(?:0[0-5]|[689]\d)\d{11}|35(?:2[89]|[3-8]\d)\d{12,15})$/;

const isCardNumber = (found: string): boolean => {
  const digits = found.replaceAll(/[ -]/g, '');
  return CARD_FORMS.test(digits) && passesLuhn(digits);
};

const isBasicCredentials = (found: string): boolean => {
  const encoded = found.slice(found.search(/\s\S*$/)).trim();
  try {
    return atob(encoded.replaceAll('-', '+').replaceAll('_', '/')).includes(':');
  } catch {
    // Not base64, so it is prose such as "Basic authentication".
    return false;
  }
};

const FREE = '(?<![A-Za-z0-9])';

/** Order matters: the widest form comes first, so that a part of it is not what gets masked. */
const PATTERNS: readonly Pattern[] = [
  {
    kind: 'private-key',
    expression:
      /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:(?!-----END)[^"]){0,20000}(?:-----END [A-Z0-9 ]{0,40}-----)?/g,
    replacement: '***',
  },
  {
    kind: 'jwt',
    expression: new RegExp(`${FREE}eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{4,}(?:\\.[A-Za-z0-9_-]*){0,3}`, 'g'),
    replacement: '***',
  },
  {
    kind: 'bearer-token',
    expression: new RegExp(
      `${FREE}(?<scheme>bearer(?:\\s|%20|\\+)+)(?=[A-Za-z0-9._~+/-]{0,200}[0-9]|[A-Za-z0-9._~+/-]{20})[A-Za-z0-9._~+/-]{8,}=*`,
      'gi',
    ),
    replacement: '$<scheme>***',
  },
  {
    kind: 'basic-credentials',
    expression: new RegExp(`${FREE}(?<scheme>basic\\s+)[A-Za-z0-9+/_-]{8,}={0,2}`, 'gi'),
    replacement: '$<scheme>***',
    holds: isBasicCredentials,
  },
  {
    kind: 'aws-access-key',
    expression: new RegExp(`${FREE}(?:AKIA|ASIA)[0-9A-Z]{16}(?![0-9A-Z])`, 'g'),
    replacement: '***',
  },
  {
    kind: 'payment-provider-key',
    expression: new RegExp(`${FREE}(?:[rs]k_(?:live|test)_[A-Za-z0-9]{8,}|whsec_[A-Za-z0-9+/=]{16,})`, 'g'),
    replacement: '***',
  },
  {
    kind: 'service-token',
    expression: new RegExp(
      `${FREE}(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{22,}|glpat-[A-Za-z0-9_-]{20,}|xox[abeprs]-[A-Za-z0-9-]{10,}|AIza[A-Za-z0-9_-]{35})`,
      'g',
    ),
    replacement: '***',
  },
  {
    kind: 'url-password',
    expression: /(?<user>[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@"'\\]{0,200}:)(?!\*\*\*@)[^\s/@"'\\]{1,200}@/gi,
    replacement: '$<user>***@',
  },
  {
    // Track 1 of a card's stripe (ISO/IEC 7813): its format code is a letter before the number.
    kind: 'card-number',
    expression: /(?<![A-Za-z0-9])B\d{13,19}\^[^^\r\n"\\]{2,26}\^\d{4,}/g,
    replacement: '***',
    holds: (found) => isCardNumber(found.slice(1, found.indexOf('^'))),
  },
  {
    kind: 'card-number',
    expression: /(?<![A-Za-z0-9.+_-])\d{4}(?:[ -]\d{4}){3}[ -]\d{3}(?![A-Za-z0-9_-]|\.\d)/g,
    replacement: '***',
    holds: isCardNumber,
  },
  {
    kind: 'card-number',
    expression:
      /(?<![A-Za-z0-9.+])\d{13,19}(?![A-Za-z0-9]|\.\d)|(?<![A-Za-z0-9.+_-])\d{4}(?:[ -]\d{4}){3}(?![A-Za-z0-9_-]|\.\d)|(?<![A-Za-z0-9.+_-])\d{4}[ -]\d{6}[ -]\d{4,5}(?![A-Za-z0-9_-]|\.\d)/g,
    replacement: '***',
    holds: isCardNumber,
  },
];

const ESCAPE = /\\+(?:u00([2-7][0-9a-fA-F])|([nrtbf/]))/g;
/** Quote and backslash stay escaped: without their backslash the JSON around them would be another. */
const STAYING = /^(?:22|5c|7f)$/i;

/**
 * The text with JSON's escapes undone, at any depth, as far as it stays the JSON it was: ASCII as itself, line ends as U+2028, which is white
 * space like them but needs no escape.
 */
const unescaped = (text: string): string =>
  text.includes('\\')
    ? text.replace(ESCAPE, (whole, hex: string | undefined, letter: string | undefined) => {
        if (hex !== undefined) return STAYING.test(hex) ? whole : String.fromCharCode(Number.parseInt(hex, 16));
        if (letter === '/') return '/';
        return letter === 'b' ? '\uFFFD' : '\u2028';
      })
    : text;

const hitsIn = (text: string): readonly SensitiveHit[] =>
  PATTERNS.flatMap(({ kind, expression, holds }) =>
    Array.from(text.matchAll(expression))
      .filter(([found]) => holds?.(found) ?? true)
      .map((match) => ({ kind, offset: match.index, length: match[0].length })),
  );

/**
 * Values that look like credentials or card numbers, by offset: what the sealer runs over every file, knowing no secret. Overlapping
 * kinds are all told. Of a kind that only escapes (`\u0041KIA…`) hide, the offset is that in the text with the escapes undone.
 */
export const findSensitive = (text: string): readonly SensitiveHit[] => {
  if (!mayHoldSensitive(text)) return [];
  const plain = unescaped(text);
  const hits = hitsIn(text);
  const kinds = new Set(hits.map(({ kind }) => kind));
  const hidden = plain === text ? [] : hitsIn(plain).filter(({ kind }) => !kinds.has(kind));
  return [...hits, ...hidden].sort((a, b) => a.offset - b.offset);
};

/** Rounds until nothing is found: masking one value can free the edge of its neighbour. Each round removes at least one value. */
const ROUNDS_MAX = 1000;

interface Masked {
  readonly text: string;
  readonly redactions: number;
}

/** The text without any hit of `findSensitive`, also as a JSON string, and how many were replaced. */
export const maskSensitive = (text: string): Masked => {
  if (!mayHoldSensitive(text)) return { text, redactions: 0 };
  let masked = maskSpelled(text);
  for (const spell of [unescaped, (left: string) => unescaped(JSON.stringify(left).slice(1, -1))]) {
    const spelled = spell(masked.text);
    if (spelled === masked.text) continue;
    const again = maskSpelled(spelled);
    // What was escaped stays so unless the escapes hid something.
    if (again.redactions > 0) masked = { text: again.text, redactions: masked.redactions + again.redactions };
  }
  return masked;
};

const maskSpelled = (text: string): Masked => {
  let redactions = 0;
  let masked = text;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const before = redactions;
    for (const { expression, replacement, holds } of PATTERNS) {
      masked = masked.replace(expression, (...args: readonly unknown[]) => {
        const found = String(args[0]);
        if (holds?.(found) === false) return found;
        redactions += 1;
        const groups = args.at(-1);
        return replacement.replace(/\$<(\w+)>/g, (_, name: string) => groupOf(groups, name));
      });
    }
    if (redactions === before) break;
  }
  return { text: masked, redactions };
};

const groupOf = (groups: unknown, name: string): string => {
  const found: unknown =
    typeof groups === 'object' && groups !== null ? (groups as Record<string, unknown>)[name] : undefined;
  return typeof found === 'string' ? found : '';
};
