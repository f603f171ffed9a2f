/** Where a text stops being JSON. */
export interface JsonFault {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  readonly expected: string;
  /** What stands there; `the end` when the text is over. */
  readonly got: string;
}

const SPACE = /[ \t\n\r]*/y;
const SCALAR =
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const NAME = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

type Wanted = 'value' | 'value or ]' | 'name' | 'name or }' | ':' | ', or ]' | ', or }' | 'end';

const WORDS: { readonly [wanted in Wanted]: string } = {
  value: 'a value',
  'value or ]': 'a value or "]"',
  name: 'a member name in double quotes',
  'name or }': 'a member name in double quotes or "}"',
  ':': '":"',
  ', or ]': '"," or "]"',
  ', or }': '"," or "}"',
  end: 'nothing more',
};

const lengthAt = (expression: RegExp, text: string, at: number): number => {
  expression.lastIndex = at;
  return expression.exec(text)?.[0].length ?? 0;
};

const after = (open: readonly string[]): Wanted => {
  const last = open.at(-1);
  if (last === undefined) return 'end';
  return last === '[' ? ', or ]' : ', or }';
};

interface Step {
  readonly length: number;
  readonly wanted: Wanted;
}

const punctuation = (char: string, wanted: Wanted, open: string[]): Step | undefined => {
  if (wanted === ':' && char === ':') return { length: 1, wanted: 'value' };
  if (wanted === ', or ]' && char === ',') return { length: 1, wanted: 'value' };
  if (wanted === ', or }' && char === ',') return { length: 1, wanted: 'name' };
  const closes = (char === ']' && wanted.endsWith(']')) || (char === '}' && wanted.endsWith('}'));
  if (!closes) return undefined;
  open.pop();
  return { length: 1, wanted: after(open) };
};

const opening = (char: string, wanted: Wanted, open: string[]): Step | undefined => {
  if (wanted !== 'value' && wanted !== 'value or ]') return undefined;
  if (char !== '[' && char !== '{') return undefined;
  open.push(char);
  return { length: 1, wanted: char === '[' ? 'value or ]' : 'name or }' };
};

const stepAt = (text: string, at: number, wanted: Wanted, open: string[]): Step | undefined => {
  const char = text[at] ?? '';
  const found = punctuation(char, wanted, open) ?? opening(char, wanted, open);
  if (found !== undefined) return found;
  if (wanted === 'name' || wanted === 'name or }') {
    const length = lengthAt(NAME, text, at);
    return length === 0 ? undefined : { length, wanted: ':' };
  }
  if (wanted !== 'value' && wanted !== 'value or ]') return undefined;
  const length = lengthAt(SCALAR, text, at);
  return length === 0 ? undefined : { length, wanted: after(open) };
};

/** Line and column, from 1, of an offset. */
export const placeOf = (text: string, at: number): { line: number; column: number } => {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return { line, column: at - before.lastIndexOf('\n') };
};

const gotAt = (text: string, at: number): string => {
  if (at >= text.length) return 'the end';
  return JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0));
};

/**
 * The first place at which a text is not JSON (RFC 8259); undefined when it is. `JSON.parse` names a place only for some faults.
 */
export const findJsonFault = (text: string): JsonFault | undefined => {
  const open: string[] = [];
  let wanted: Wanted = 'value';
  let at = lengthAt(SPACE, text, 0);
  while (at < text.length) {
    const step = stepAt(text, at, wanted, open);
    if (step === undefined) return { ...placeOf(text, at), expected: WORDS[wanted], got: gotAt(text, at) };
    at += step.length;
    wanted = step.wanted;
    at += lengthAt(SPACE, text, at);
  }
  return wanted === 'end' ? undefined : { ...placeOf(text, at), expected: WORDS[wanted], got: 'the end' };
};
