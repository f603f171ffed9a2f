import { mayHoldSensitiveName } from '#core/sensitive-keys';

/**
 * Masks values under sensitive names in text that is, or holds, JSON, a form or a query: character for character, so that numbers, white
 * space and broken ends (a body sample is cut off) stay as they were.
 */
export const maskKeyedText = (
  text: string,
  isSensitive: (name: string) => boolean,
  mask: (value: string) => string,
): string => {
  const start = text.trimStart()[0];
  const structured = start === '{' || start === '[' ? maskJsonText(text, isSensitive, mask) : text;
  return maskPairs(maskEmbeddedJson(structured, isSensitive, mask), isSensitive, mask);
};

/**
 * False only for a text that `maskKeyedText` leaves as it is, told without looking for every name: in each form a colon or an equals sign
 * joins name and value, and a name that is neither escaped nor percent-encoded stands in the text letter for letter.
 */
export const mayHoldNamedValue = (text: string): boolean =>
  (text.includes(':') || text.includes('=')) &&
  (text.includes('\\') || text.includes('%') || mayHoldSensitiveName(text));

/** A value that is only a reference, such as `{{token}}` or `Bearer {{token}}`, holds nothing to hide. */
export const isReference = (value: string): boolean => /^\s*(?:[A-Za-z]+\s+)?\{\{[^{}]*\}\}\s*$/.test(value);

const TOKEN = /"(?:[^"\\]|\\.)*"?|[{}[\],:]|[^\s{}[\],:"]+/gs;

interface Level {
  readonly object: boolean;
  readonly masked: boolean;
  key: boolean;
  sensitive: boolean;
}

/** Follows braces and brackets; below a sensitive name every scalar is masked. */
const maskJsonText = (
  text: string,
  isSensitive: (name: string) => boolean,
  mask: (value: string) => string,
): string => {
  const stack: Level[] = [];
  return text.replace(TOKEN, (token) => {
    const top = stack.at(-1);
    if (token === '{' || token === '[') {
      const masked = (top?.masked ?? false) || (top?.sensitive ?? false);
      stack.push({ object: token === '{', masked, key: token === '{', sensitive: masked });
      return token;
    }
    if (token === '}' || token === ']') stack.pop();
    else if (token === ',') Object.assign(top ?? {}, { key: top?.object ?? false, sensitive: top?.masked ?? false });
    else if (token === ':') Object.assign(top ?? {}, { key: false });
    else if (top?.key === true) top.sensitive = top.masked || isSensitive(unquote(token));
    else if (top?.sensitive === true) return maskToken(token, mask);
    return token;
  });
};

/** Masking can give several members of a JSON text one name; all but the first get a number, as in `maskJson`. */
export const uniqueNames = (text: string): string => {
  const start = text.trimStart()[0];
  if ((start !== '{' && start !== '[') || !text.includes('***')) return text;
  const levels: { readonly names: Set<string> | undefined; key: boolean }[] = [];
  return text.replace(TOKEN, (token) => {
    const top = levels.at(-1);
    if (token === '{' || token === '[')
      levels.push({ names: token === '{' ? new Set() : undefined, key: token === '{' });
    else if (token === '}' || token === ']') levels.pop();
    else if (token === ',' && top !== undefined) top.key = top.names !== undefined;
    else if (token === ':' && top !== undefined) top.key = false;
    else if (top?.key === true && top.names !== undefined) return uniqueName(token, top.names);
    return token;
  });
};

const uniqueName = (token: string, names: Set<string>): string => {
  let free = token;
  if (token.includes('***')) for (let number = 2; names.has(free); number += 1) free = `"***${String(number)}"`;
  names.add(free);
  return free;
};

const unquote = (token: string): string => {
  try {
    return String(JSON.parse(token));
  } catch {
    // A cut-off string has no end quote; its text is still a name to look at.
    return token.replaceAll('"', '');
  }
};

const maskToken = (token: string, mask: (value: string) => string): string => {
  if (/^(?:true|false|null)$/.test(token)) return token;
  const value = unquote(token);
  return value === '' || isReference(value) || value === '***' ? token : JSON.stringify(mask(value));
};

const EMBEDDED = /(\\+")([^"\\]{1,128})\1(\s*:\s*)\1((?:(?!(?<!\\)\1)[\s\S])*)(?<!\\)\1/g;

/** JSON inside a JSON string: `\"password\":\"…\"`, at any depth of escaping. */
const maskEmbeddedJson = (
  text: string,
  isSensitive: (name: string) => boolean,
  mask: (value: string) => string,
): string => (text.includes('\\"') ? replacePairs(text, EMBEDDED, isSensitive, mask) : text);

const NAME_START = /(?<=^|[?&;\s,({"'`]|\\n)/.source;
const UNQUOTED = new RegExp(`()${NAME_START}([A-Za-z][\\w.[\\]%-]{0,127})(\\s?=\\s?)(?!=)([^&\\s;,"'\`<>\\\\]+)`, 'g');
const ASSIGNED = new RegExp(`()${NAME_START}([A-Za-z][\\w.[\\]%-]{0,127})(\\s?=\\s?\\\\*["'])([^"'\\\\]+)`, 'g');
const QUOTED = /(")([^"\\]{1,128})"(\s*:\s*)"((?:[^"\\]|\\.)*)"/g;
/** A header as people write it: at the start of a line or a quoted word; the value goes to the end of either. */
const HEADER_LINE = /()(?<=^|[\r\n'"]|\\n)([A-Za-z][\w-]{0,63})(:[ \t]+)([^\r\n'"\\]+)/g;
const SHELL_REFERENCE = /^(?:[A-Za-z]+\s+)?\$\{?[A-Z][A-Z0-9_]*\}?$/;

/** `name=value` in forms, queries and log lines, header lines, and `"name": "value"` inside other text. */
const maskPairs = (text: string, isSensitive: (name: string) => boolean, mask: (value: string) => string): string => {
  const maskHeader = (value: string): string => (SHELL_REFERENCE.test(value) ? value : maskAfterScheme(value, mask));
  const pairs = [QUOTED, ASSIGNED, UNQUOTED].reduce((left, form) => replacePairs(left, form, isSensitive, mask), text);
  return replacePairs(pairs, HEADER_LINE, isSensitive, maskHeader);
};

/** Replaces a header's value but for the scheme of an authorization. */
export const maskAfterScheme = (value: string, mask: (value: string) => string): string => {
  const scheme = /^(?:bearer|basic|digest|apikey|token|negotiate)\s+/i.exec(value)?.[0] ?? '';
  const rest = value.slice(scheme.length);
  return rest === '***' || rest === '' ? value : `${scheme}${mask(rest)}`;
};

const replacePairs = (
  text: string,
  expression: RegExp,
  isSensitive: (name: string) => boolean,
  mask: (value: string) => string,
): string =>
  text.replace(expression, (whole, quote: string, name: string, between: string, value: string) => {
    const kept = value === '' || value === '***' || isReference(value) || !isSensitive(decode(name));
    return kept ? whole : `${quote}${name}${quote}${between}${quote}${mask(value)}${quote}`;
  });

const decode = (name: string): string => {
  try {
    return decodeURIComponent(name);
  } catch {
    // `%` that encodes nothing is part of the name.
    return name;
  }
};
