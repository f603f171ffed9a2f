import { usageFailure } from '../../cli-failure.ts';
import { placesOf } from '../read-input.ts';

/** One command: its words, and where it begins. */
export interface ShellCommand {
  readonly words: readonly string[];
  /** `line:column` of its first word. */
  readonly place: string;
}

/** A shell variable inside a word; braces of these kinds are in no command. */
const OPEN = '\u0001';
const CLOSE = '\u0002';
export const SHELL_VARIABLE = new RegExp(`${OPEN}([A-Za-z_][A-Za-z0-9_]*)${CLOSE}`, 'g');

/** Windows: `^` escapes what follows, at the end of a line the line end. */
const isWindows = (text: string): boolean => /\^"|\^\r?\n/.test(text) && !/\\\r?\n/.test(text);
const fromWindows = (text: string): string => text.replaceAll(/\^\r?\n[ \t]*/g, ' ').replaceAll(/\^([\s\S])/g, '$1');

const ANSI: { readonly [letter: string]: string } = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
  e: '\u001B',
  '0': '\0',
};

interface Walk {
  readonly text: string;
  readonly shown: string;
  readonly placeOf: (offset: number) => string;
  at: number;
}

const fail = (walk: Walk, start: number, what: string): never => {
  throw usageFailure(`${walk.shown}:${walk.placeOf(start)}: ${what}`);
};

const single = (walk: Walk): string => {
  const start = walk.at;
  const end = walk.text.indexOf("'", start + 1);
  if (end < 0) return fail(walk, start, "expected a closing ', got the end");
  walk.at = end + 1;
  return walk.text.slice(start + 1, end);
};

/** `$'…'`: escapes as in C. */
const ansi = (walk: Walk): string => {
  const start = walk.at;
  let made = '';
  for (let at = start + 2; at < walk.text.length; at += 1) {
    const letter = walk.text[at] ?? '';
    if (letter === "'") {
      walk.at = at + 1;
      return made;
    }
    if (letter !== '\\') {
      made += letter;
      continue;
    }
    const hex = /^(?:u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|x([0-9a-fA-F]{1,2}))/.exec(
      walk.text.slice(at + 1, at + 10),
    );
    const next = walk.text[at + 1] ?? '';
    if (hex !== null) {
      const code = Number.parseInt(hex[1] ?? hex[2] ?? hex[3] ?? '0', 16);
      made += code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code);
      at += hex[0].length;
    } else {
      made += ANSI[next] ?? next;
      at += 1;
    }
  }
  return fail(walk, start, "expected a closing ', got the end");
};

const variableAt = (walk: Walk): string | undefined => {
  const found = /^\$(?:\{([A-Za-z_][A-Za-z0-9_]*)\}|([A-Za-z_][A-Za-z0-9_]*))/.exec(
    walk.text.slice(walk.at, walk.at + 200),
  );
  if (found === null) return undefined;
  walk.at += found[0].length;
  return `${OPEN}${found[1] ?? found[2] ?? ''}${CLOSE}`;
};

const double = (walk: Walk, windows: boolean): string => {
  const start = walk.at;
  let made = '';
  walk.at += 1;
  while (walk.at < walk.text.length) {
    const letter = walk.text[walk.at] ?? '';
    if (letter === '"') {
      walk.at += 1;
      return made;
    }
    const next = walk.text[walk.at + 1] ?? '';
    if (letter === '\\' && (windows ? '"\\' : '"\\$`\n').includes(next) && next !== '') {
      made += next === '\n' ? '' : next;
      walk.at += 2;
      continue;
    }
    const variable = letter === '$' && !windows ? variableAt(walk) : undefined;
    made += variable ?? letter;
    if (variable === undefined) walk.at += 1;
  }
  return fail(walk, start, 'expected a closing ", got the end');
};

/** Splits a text into commands and words as a shell does, as far as `curl` lines need it. Nothing is run or looked up. */
export const shellCommands = (raw: string, shown: string): ShellCommand[] => {
  const windows = isWindows(raw);
  const text = windows ? fromWindows(raw) : raw;
  const walk: Walk = { text, shown, placeOf: placesOf(text), at: 0 };
  const commands: ShellCommand[] = [];
  let words: string[] = [];
  let word: string | undefined;
  let start = 0;
  const endWord = (): void => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  const endCommand = (): void => {
    endWord();
    if (words.length > 0) commands.push({ words, place: walk.placeOf(start) });
    words = [];
  };
  while (walk.at < walk.text.length) {
    const letter = walk.text[walk.at] ?? '';
    const rest = walk.text.slice(walk.at, walk.at + 3);
    if (word === undefined && words.length === 0) start = walk.at;
    if (/^\\\r?\n/.test(rest)) walk.at += rest.startsWith('\\\r') ? 3 : 2;
    else if (
      letter === '\n' ||
      letter === ';' ||
      (letter === '|' && word === undefined) ||
      (letter === '&' && word === undefined) ||
      rest.startsWith('&&')
    ) {
      endCommand();
      walk.at += 1;
    } else if (/\s/.test(letter)) {
      endWord();
      walk.at += 1;
    } else if (letter === '#' && word === undefined) {
      const end = walk.text.indexOf('\n', walk.at);
      walk.at = end < 0 ? walk.text.length : end;
    } else if (letter === "'" && !windows) word = (word ?? '') + single(walk);
    else if (letter === '"') word = (word ?? '') + double(walk, windows);
    else if (rest.startsWith("$'")) word = (word ?? '') + ansi(walk);
    else if (letter === '$' && !windows) {
      const variable = variableAt(walk);
      word = (word ?? '') + (variable ?? '$');
      if (variable === undefined) walk.at += 1;
    } else if (letter === '\\' && !windows) {
      word = (word ?? '') + (walk.text[walk.at + 1] ?? '');
      walk.at += 2;
    } else {
      word = (word ?? '') + letter;
      walk.at += 1;
    }
  }
  endCommand();
  return commands;
};
