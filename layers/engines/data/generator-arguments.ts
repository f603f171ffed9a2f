import type { Json } from '#core/units';

const QUOTES = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/su;

/** A text in quotes, or up to the next comma. */
const nextItem = (text: string): { readonly raw: string; readonly quoted: boolean } | undefined => {
  const quoted = QUOTES.exec(text)?.[0];
  if (quoted !== undefined) return { raw: quoted, quoted: true };
  if (/^["']/u.test(text)) return undefined;
  const comma = text.indexOf(',');
  return { raw: (comma < 0 ? text : text.slice(0, comma)).trimEnd(), quoted: false };
};

const unquoted = (raw: string): string => raw.slice(1, -1).replaceAll(/\\(.)/gsu, '$1');

/** Numbers, true, false and null as JSON has them; every other word is a text. */
const wordValue = (raw: string): Json => {
  if (!/^(?:-?\d|true$|false$|null$)/u.test(raw)) return raw;
  try {
    return JSON.parse(raw) as Json;
  } catch {
    // `01` and `2nd` begin like numbers and are words.
    return raw;
  }
};

/** Values between the parentheses of a generator, parted by commas; quotes keep commas, blanks and numbers as text. */
export const readArguments = (text: string): { readonly values: readonly Json[] } | { readonly problem: string } => {
  const values: Json[] = [];
  let left = text.trim();
  while (left !== '') {
    const item = nextItem(left);
    if (item === undefined) return { problem: 'expected a closing quote' };
    if (item.raw === '') return { problem: 'expected a value before ","' };
    values.push(item.quoted ? unquoted(item.raw) : wordValue(item.raw));
    left = left.slice(item.raw.length).trimStart();
    if (left === '') break;
    if (!left.startsWith(','))
      return { problem: `expected "," between values, got ${JSON.stringify(left.slice(0, 20))}` };
    left = left.slice(1).trimStart();
    if (left === '') return { problem: 'expected a value after ","' };
  }
  return { values };
};
