/** Tokens of a script as far as reading what it expects needs them. */
export interface Token {
  readonly kind: 'name' | 'number' | 'text' | 'template' | 'regex' | 'mark' | 'end';
  /** Name, mark, source of a regular expression, or the value of a text. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** A line ends before it: a statement may end there. */
  readonly afterLine: boolean;
}

export class ScriptProblem extends Error {
  override readonly name = 'ScriptProblem';
}

const MARKS = [
  '>>>=',
  '...',
  '===',
  '!==',
  '**=',
  '<<=',
  '>>=',
  '&&=',
  '||=',
  '??=',
  '=>',
  '==',
  '!=',
  '<=',
  '>=',
  '&&',
  '||',
  '??',
  '?.',
  '++',
  '--',
  '+=',
  '-=',
  '*=',
  '/=',
  '%=',
  '**',
  '<<',
  '>>',
] as const;

const NAME = /[\p{L}\p{N}_$]+/uy;
const NUMBER = /(?:0[xX][0-9a-fA-F]+|\d[\d_]*\.?\d*(?:[eE][+-]?\d+)?|\.\d+)n?/y;
const REGEX = /\/((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/[a-z]*/y;
const SPACE = /(?:[\s\u00A0\uFEFF]+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y;

const ESCAPES: { readonly [letter: string]: string } = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
};

const ESCAPE =
  /\\(?:u\{(?<long>[0-9a-fA-F]{1,6})\}|u(?<four>[0-9a-fA-F]{4})|x(?<two>[0-9a-fA-F]{2})|(?<line>\r?\n)|(?<letter>[\s\S]))/g;

/** The text behind a quoted literal's inside. */
export const unescapeText = (inside: string): string => {
  let made = '';
  let from = 0;
  for (const found of inside.matchAll(ESCAPE)) {
    const { long, four, two, line, letter = '' } = found.groups ?? {};
    const hex = long ?? four ?? two;
    made += inside.slice(from, found.index);
    if (hex !== undefined) made += String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff));
    else if (line === undefined) made += ESCAPES[letter] ?? letter;
    from = found.index + found[0].length;
  }
  return made + inside.slice(from);
};

const matchAt = (expression: RegExp, text: string, at: number): string | undefined => {
  expression.lastIndex = at;
  return expression.exec(text)?.[0];
};

const closing = (text: string, at: number): number => {
  const quote = text[at] ?? '';
  for (let place = at + 1; place < text.length; place += 1) {
    if (text[place] === '\\') place += 1;
    else if (text[place] === quote) return place;
    else if (quote !== '`' && text[place] === '\n') break;
  }
  throw new ScriptProblem('a text that does not end');
};

/** After these a `/` begins a regular expression. */
const beforeRegex = (last: Token | undefined): boolean =>
  last === undefined ||
  (last.kind === 'mark' && last.value !== ')' && last.value !== ']' && last.value !== '}') ||
  (last.kind === 'name' && ['return', 'typeof', 'case', 'in', 'of'].includes(last.value));

const tokenAt = (text: string, at: number, last: Token | undefined): Omit<Token, 'afterLine'> => {
  const letter = text[at] ?? '';
  const own = (kind: Token['kind'], value: string, length: number): Omit<Token, 'afterLine'> => ({
    kind,
    value,
    start: at,
    end: at + length,
  });
  if (letter === '"' || letter === "'") {
    const end = closing(text, at);
    return own('text', unescapeText(text.slice(at + 1, end)), end + 1 - at);
  }
  if (letter === '`') {
    const end = closing(text, at);
    return own('template', text.slice(at + 1, end), end + 1 - at);
  }
  const number = /[\d.]/.test(letter) ? matchAt(NUMBER, text, at) : undefined;
  if (number !== undefined) return own('number', number.replaceAll('_', '').replace(/n$/, ''), number.length);
  const name = matchAt(NAME, text, at);
  if (name !== undefined) return own('name', name, name.length);
  if (letter === '/' && beforeRegex(last)) {
    const regex = matchAt(REGEX, text, at);
    if (regex !== undefined) return own('regex', regex, regex.length);
  }
  const mark = MARKS.find((one) => text.startsWith(one, at)) ?? letter;
  return own('mark', mark, mark.length);
};

/** @throws ScriptProblem for a text that does not end */
export const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    const space = matchAt(SPACE, text, at) ?? '';
    at += space.length;
    const afterLine = space.includes('\n') || tokens.length === 0;
    if (at >= text.length) return [...tokens, { kind: 'end', value: '', start: at, end: at, afterLine: true }];
    const token = { ...tokenAt(text, at, tokens.at(-1)), afterLine };
    tokens.push(token);
    at = token.end;
  }
};
