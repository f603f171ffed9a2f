/** Values that are known by their form, whatever name they stand under. Each is found in time linear in the text. */
import type { LeakKind } from '#core/acts/inspect';
import { ibanAt, isCardNumber, isInternationalNumber, isSsn } from '#engines/redaction/number-rules';
import type { Tell } from '#engines/redaction/leak';

interface Form {
  readonly kind: LeakKind;
  /** Without it nothing can be found. */
  readonly mark?: string;
  readonly expression: RegExp;
  readonly holds?: (found: string, text: string, offset: number) => boolean;
}

const FREE = '(?<![A-Za-z0-9])';

/** Digits and letters in one, or both cases: a word of a language or a name in a program has neither. */
const looksRandom = (body: string): boolean =>
  (/\d/.test(body) && /[A-Za-z]/.test(body)) ||
  /^\d{8,}$/.test(body) ||
  (body.length >= 10 && /[a-z]/.test(body) && /[A-Z]/.test(body));

const bodyLooksRandom = (found: string): boolean => looksRandom(found.slice(found.indexOf('_') + 1));

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

const FORMS: readonly Form[] = [
  {
    kind: 'private-key',
    mark: 'PRIVATE KEY',
    expression: /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g,
  },
  {
    kind: 'card-number',
    // Track 1 (ISO/IEC 7813), with or without its sentinels.
    mark: '^',
    expression: /B\d{13,19}\^[^^\r\n"]{2,26}\^\d{4}/g,
    holds: (found) => isCardNumber(found.slice(1, found.indexOf('^'))),
  },
  {
    kind: 'card-number',
    expression:
      /(?<![A-Za-z0-9.])\d{13,19}(?![A-CE-Za-z0-9]|\.\d)|(?<![A-Za-z0-9.+_-])\d{4}([ +-])\d{4}\1\d{4}\1\d{4}(?![A-Za-z0-9_-]|\.\d)|(?<![A-Za-z0-9.+_-])\d{4}[ +-]\d{6}[ +-]\d{4,5}(?![A-Za-z0-9_-]|\.\d)/g,
    holds: isCardNumber,
  },
  {
    kind: 'card-number',
    expression: /(?<![A-Za-z0-9.+_-])\d{4}([ +-])\d{4}\1\d{4}\1\d{4}\1\d{3}(?![A-Za-z0-9_-]|\.\d)/g,
    holds: isCardNumber,
  },
  {
    kind: 'payment-key',
    mark: '_',
    expression: new RegExp(
      `(?<![A-Za-z0-9_])(?:(?:[sp]k|rk|cs)_(?:live|test)_[A-Za-z0-9]{8,}|whsec_[A-Za-z0-9+/=]{8,}|rzp_(?:live|test)_[A-Za-z0-9]{10,})`,
      'g',
    ),
  },
  {
    kind: 'payment-key',
    mark: '_',
    expression:
      /(?<![A-Za-z0-9_])(?:cus|pi|tok|pm|ch|src|seti|acct|card|ba)_[A-Za-z0-9]{8,}(?:_secret_[A-Za-z0-9]+)?(?![A-Za-z0-9_])/g,
    holds: bodyLooksRandom,
  },
  {
    kind: 'payment-key',
    expression:
      /(?<![A-Za-z0-9])(?:sq0[a-z]{3}-[A-Za-z0-9_-]{22,}|access_token\$(?:production|sandbox)\$[a-z0-9]{10,}\$[a-f0-9]{20,})/g,
  },
  {
    kind: 'ssn',
    mark: '-',
    expression: /(?<![A-Za-z0-9_.+-])\d{3}-\d{2}-\d{4}(?![A-Za-z0-9_-]|\.\d)/g,
    holds: isSsn,
  },
  {
    kind: 'phone',
    mark: '+',
    expression: /(?<![A-Za-z0-9_+])\+[1-9]\d{0,2}(?:[ .\-/]?\(?\d{1,14}\)?){1,6}(?![A-Za-z0-9_])/g,
    holds: (found) => isInternationalNumber(digitsOf(found)),
  },
  {
    kind: 'phone',
    expression:
      /(?<![A-Za-z0-9_.+-])(?:1[ .-])?(?:\([2-9]\d{2}\) ?[2-9]\d{2}[ .-]|[2-9]\d{2}[ .-][2-9]\d{2}[.-])\d{4}(?![A-Za-z0-9_-]|\.\d)/g,
  },
  {
    kind: 'bearer-token',
    mark: 'eyJ',
    expression: new RegExp(`${FREE}eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{4,}(?:\\.[A-Za-z0-9_-]*){0,3}`, 'g'),
  },
  { kind: 'api-key', expression: new RegExp(`${FREE}(?:AKIA|ASIA)[0-9A-Z]{16}(?![0-9A-Za-z])`, 'g') },
  {
    kind: 'api-key',
    expression: new RegExp(
      `${FREE}(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{22,}|glpat-[A-Za-z0-9_-]{20,}|xox[abeprs]-[A-Za-z0-9-]{10,}|AIza[A-Za-z0-9_-]{35}|npm_[A-Za-z0-9]{30,}|hf_[A-Za-z0-9]{30,}|dop_v1_[a-f0-9]{40,}|SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}|ya29\\.[A-Za-z0-9_-]{20,}|sk-[A-Za-z0-9_-]{20,})`,
      'g',
    ),
    holds: (found) => /\d/.test(found) || /[A-Z]/.test(found.slice(4)),
  },
  {
    // A password in an address; `***` and `{{…}}` are none.
    kind: 'password',
    mark: '://',
    expression: /(?<=[A-Za-z][A-Za-z0-9+.-]{1,20}:\/\/[^\s/:@"'\\<>]{0,100}:)(?!\*+@)[^\s/@"'\\{}<>$*]{1,200}(?=@)/g,
  },
];

const EMAIL_BEFORE = /(?<![A-Za-z0-9._%+*-])[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9_%+-])?$/;
const EMAIL_AFTER = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,8}(?:[A-Za-z]{2,24})(?![A-Za-z0-9_@])/;
/** Names of pictures for dense screens, addresses of repositories, and passwords before a host look like addresses of people. */
const NO_EMAIL_AFTER = /^\d+x\.(?:png|jpe?g|gif|svg|webp)$/i;
const NO_EMAIL_BEFORE = /(?:^|[\s"'=(])(?:git|ssh:\/\/git)$|:\/\/[^\s/@]*$/;
const LOCAL_CHARACTERS_MAX = 64;

/** Looks at each `@` only: most texts have few. */
const tellEmails = (text: string, tell: Tell): void => {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const host = EMAIL_AFTER.exec(text.slice(at + 1, at + 256))?.[0];
    if (host === undefined || NO_EMAIL_AFTER.test(host)) continue;
    const before = text.slice(Math.max(0, at - LOCAL_CHARACTERS_MAX - 40), at);
    const local = EMAIL_BEFORE.exec(before)?.[0];
    if (local === undefined || NO_EMAIL_BEFORE.test(before)) continue;
    tell('email', at - local.length, `${local}@${host}`);
  }
};

const IBAN_START = /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?=[ -]?[A-Za-z0-9]{4})/g;
/** 34 characters in groups of four. */
const IBAN_CHARACTERS_MAX = 43;

const tellIbans = (text: string, tell: Tell): void => {
  for (const { index } of text.matchAll(IBAN_START)) {
    const length = ibanAt(text.slice(index, index + IBAN_CHARACTERS_MAX));
    if (length !== undefined) tell('iban', index, text.slice(index, index + length));
  }
};

/** Tells every value of these kinds that has the form of one. */
export const tellForms = (text: string, kinds: ReadonlySet<string>, tell: Tell): void => {
  for (const { kind, mark, expression, holds } of FORMS) {
    if (!kinds.has(kind) || (mark !== undefined && !text.includes(mark))) continue;
    for (const match of text.matchAll(expression)) {
      const [found] = match;
      if (holds === undefined || holds(found, text, match.index)) tell(kind, match.index, found);
    }
  }
  if (kinds.has('email')) tellEmails(text, tell);
  if (kinds.has('iban')) tellIbans(text, tell);
};
