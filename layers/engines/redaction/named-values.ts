/** Values that are known by the name before them: `password=…`, `"cvv": "…"`, `Cookie: …`, `<token>…`. */
import type { LeakKind } from '#core/acts/inspect';
import { isSsn } from '#engines/redaction/number-rules';
import { VALUE_CHARACTERS_MAX, type Tell } from '#engines/redaction/leak';

/** Names, longest first where one begins another; what stands before them may be part of the name. */
const NAME = new RegExp(
  [
    'authorization',
    'bearer',
    '(?:set-?)?cookies?',
    'jsessionid|phpsessid|connect\\.sid|asp\\.net_sessionid|session[-_]?(?:token|cookie)',
    'pass(?:word|wd|phrase|code)|\\bpwd|_pwd|\\bpin',
    'api[-_ ]?(?:key|token|secret)|access[-_]?key(?:[-_]?id)?|(?:client|app|consumer)[-_]?(?:secret|key)|secret[-_]?(?:access[-_]?)?key|subscription[-_]?key|private[-_]?key|auth[-_]?key',
    'secret|token|jwt',
    'cvv2?|cvc2?|\\bcsc|security[-_ ]?code|card[-_ ]?(?:code|verification(?:[-_ ]?(?:value|code|number))?)',
    'ssn|social[-_ ]?security(?:[-_ ]?(?:number|no))?',
    'phone(?:[-_ ]?(?:number|no))?|mobile(?:[-_ ]?(?:number|no))?|\\btel(?:ephone)?|msisdn|\\bfax',
  ].join('|'),
  'gi',
);

/** Between name and value: the rest of the name, quotes with or without backslashes, and what joins them. */
const JOIN =
  /(?:[-_]?(?:confirm(?:ation)?|again|\d{1,2}))?[\\"'`\]]{0,8}(?:(\s{0,3}(?:=>|:=|[:=|])\s{0,3})[\\[]{0,6}(["'`]?)|>(?=[^\s"'`<>]))/iy;
const COOKIE_JOIN = /[\\"'`\]]{0,8}\s{0,3}[:=>]\s{0,3}[[{\\"'`\s]{0,8}/iy;
const QUOTED = new RegExp(`[^"'\`\\\\\\r\\n]{1,${String(VALUE_CHARACTERS_MAX)}}`, 'y');
const PLAIN = new RegExp(`[^\\s"'\`,;&<>)}\\]\\\\|]{1,${String(VALUE_CHARACTERS_MAX)}}`, 'y');
const COOKIE = /[A-Za-z0-9_.!#$%&*+^`~-]{1,100}(?:=|[\\"']{1,4}\s{0,2}:\s{0,2}[\\"']{1,4})([^\s;,"'\\]{2,2000})/y;
const BEARER = /(?:\s|%20|\+)+([A-Za-z0-9._~+/-]{8,2000}=*)/y;
const CREDENTIALS = /^(?:(basic|bearer|digest|token|apikey|negotiate|aws4-hmac-sha256)\s+)?(\S.*)$/i;

const matchAt = (expression: RegExp, text: string, at: number): RegExpExecArray | null => {
  expression.lastIndex = at;
  return expression.exec(text);
};

const MASK =
  /^[*•xX#._\-\s…█]+$|\*{3}|•{3}|x{4,}|X{4,}|\[?(?:redacted|masked|filtered|hidden|removed|omitted|scrubbed|censored|sanitized)\]?/i;
/** References, placeholders, and words that say what would stand there. */
const PLACEHOLDER =
  /^(?:\{\{|\$\{|\$\(|\$[A-Za-z_]|<|%[({]?[a-z(]|@|process\.env|os\.environ|env\.|System\.getenv|(?:null|none|nil|undefined|true|false|string|str|text|number|integer|boolean|object|any|unknown|required|optional|missing|invalid|empty|n\/a|not|yes|no|self|this)\b[^A-Za-z0-9]*$)/i;

/** Whether a value says that there is none to see. */
export const isMasked = (value: string): boolean => MASK.test(value) || PLACEHOLDER.test(value);

interface Value {
  readonly name: string;
  readonly text: string;
  readonly quoted: boolean;
  /** Name and value touch: `name=value`. */
  readonly assigned: boolean;
}

const hasDigit = (text: string): boolean => /\d/.test(text);

/** Prose and programs have names before colons too: without quotes only what no word is counts. */
const isSecretText = ({ text, quoted, assigned }: Value, least: number): boolean => {
  if (text.length < least || isMasked(text)) return false;
  if (quoted) return true;
  if (/[([]/.test(text)) return false;
  return hasDigit(text) || (assigned && /^[^.]+$/.test(text));
};

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

/** Tokens of pages and of programs are no credentials. */
const isOtherToken = (before: string): boolean =>
  /(?:next|page|paging|continuation|previous|prev|sync|start|cancell?ation|syntax|lexer|end|of|pagination)[-_ ]?$/i.test(
    before,
  );

type Rule = (value: Value, before: string) => LeakKind | undefined;

const when =
  (kind: LeakKind, holds: (value: Value, before: string) => boolean): Rule =>
  (value, before) =>
    holds(value, before) ? kind : undefined;

const RULES: readonly (readonly [RegExp, Rule])[] = [
  [/^(?:cvv|cvc|csc|security|card)/i, when('card-code', ({ text }) => /^\d{3,4}$/.test(text.trim()))],
  [
    /^(?:ssn|social)/i,
    when('ssn', ({ text }) => /^\d{3}[ -]?\d{2}[ -]?\d{4}$/.test(text.trim()) && isSsn(text.trim())),
  ],
  [
    /^(?:phone|mobile|tel|msisdn|fax)/i,
    when(
      'phone',
      ({ text }) => /^\+?[\d\s()./-]{7,24}$/.test(text) && digitsOf(text).length >= 7 && digitsOf(text).length <= 15,
    ),
  ],
  [/pin$/i, when('password', ({ text }) => /^\d{4,8}$/.test(text))],
  [/pass|pwd/i, when('password', (value) => isSecretText(value, value.quoted ? 1 : 3))],
  [
    /key|api|client|app|consumer/i,
    when('api-key', (value) => isSecretText(value, 8) && (hasDigit(value.text) || value.text.length >= 16)),
  ],
  [/session/i, when('cookie', (value) => isSecretText(value, 8))],
  [/secret/i, when('password', (value) => isSecretText(value, 6) && !/\s\S+\s/.test(value.text))],
  [
    /token|jwt/i,
    when(
      'bearer-token',
      (value, before) =>
        isSecretText(value, 8) &&
        !/\s/.test(value.text) &&
        (hasDigit(value.text) || value.text.length >= 20) &&
        !isOtherToken(before),
    ),
  ],
];

const credentials = (text: string): readonly [LeakKind, string] | undefined => {
  const [, scheme = '', rest = ''] = CREDENTIALS.exec(text) ?? [];
  // A digest or signature proves a secret without showing it.
  if (rest.length < 6 || isMasked(rest) || /^(?:digest|aws4)/i.test(scheme)) return undefined;
  if (scheme.toLowerCase() === 'basic') return isUserAndPassword(rest) ? ['password', rest] : undefined;
  return /[\d=]|.{20}/.test(rest) ? ['bearer-token', rest] : undefined;
};

/** Base64 of `user:password` (RFC 7617). */
const isUserAndPassword = (text: string): boolean => {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/')).includes(':');
  } catch {
    // Not base64, so it is prose such as "Basic authentication".
    return false;
  }
};

const cookieNames = /cookies?$/i;
const sessionNames = /^(?:jsessionid|phpsessid|connect\.sid|asp\.net_sessionid)$/i;

const tellCookie = (text: string, end: number, tell: Tell): void => {
  const join = matchAt(COOKIE_JOIN, text, end);
  if (join === null) return;
  const at = end + join[0].length;
  const found = matchAt(COOKIE, text, at);
  const value = found?.[1];
  if (found !== null && value !== undefined && !isMasked(value))
    tell('cookie', at + found[0].length - value.length, value);
};

const valueAfter = (name: string, text: string, end: number): (Value & { readonly offset: number }) | undefined => {
  const join = matchAt(JOIN, text, end);
  if (join === null) return undefined;
  const offset = end + join[0].length;
  const quoted = join[2] !== '' && join[2] !== undefined;
  const value = matchAt(quoted ? QUOTED : PLAIN, text, offset)?.[0];
  if (value === undefined) return undefined;
  return { name, text: value, quoted: quoted || join[1] === undefined, assigned: join[1] === '=', offset };
};

const tellNamed = (name: string, text: string, at: number, tell: Tell): void => {
  const value = valueAfter(name, text, at + name.length);
  if (value === undefined) return;
  if (/^authorization$/i.test(name)) {
    // A header goes to the end of its line or quotes, scheme and all.
    const whole = value.quoted
      ? value.text
      : (/^[^"'\r\n,\\]{1,2000}/.exec(text.slice(value.offset, value.offset + VALUE_CHARACTERS_MAX))?.[0] ?? '');
    const found = credentials(whole.trim());
    if (found !== undefined) tell(found[0], value.offset + whole.indexOf(found[1]), found[1]);
    return;
  }
  if (sessionNames.test(name)) {
    if (value.text.length >= 6 && !isMasked(value.text)) tell('cookie', value.offset, value.text);
    return;
  }
  const before = text.slice(Math.max(0, at - 16), at);
  const kind = RULES.find(([names]) => names.test(name))?.[1](value, before);
  if (kind !== undefined) tell(kind, value.offset, value.text);
};

/** Tells every value that stands under a name that promises one. Kinds that are not looked for are the caller's to leave out. */
export const tellNamedValues = (text: string, tell: Tell): void => {
  for (const match of text.matchAll(NAME)) {
    const [name] = match;
    const end = match.index + name.length;
    if (/^bearer$/i.test(name)) {
      const token = matchAt(BEARER, text, end);
      const value = token?.[1];
      if (token !== null && value !== undefined && !isMasked(value) && (hasDigit(value) || value.length >= 20))
        tell('bearer-token', end + token[0].length - value.length, value);
    } else if (cookieNames.test(name)) tellCookie(text, end, tell);
    else tellNamed(name, text, match.index, tell);
  }
};
