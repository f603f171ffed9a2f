/** Path of names and indexes to a value: live, so it holds only while the visitor runs. */
export type LivePath = readonly (string | number)[];

export interface JsonVisitor {
  /** Each value at its beginning; `key` is where its name stands, or -1 in a list. A number between `start` and `end` is as it was written. The walk ends with `false`. */
  readonly value?: (path: LivePath, start: number, end: number, key: number) => boolean;
  /** A name that its object has already; `key` is where it stands the second time. */
  readonly repeated?: (path: LivePath, key: number) => void;
}

interface Open {
  /** Of an object; a list has none. */
  readonly names: Set<string> | undefined;
  index: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Index of the quote that ends the text beginning at `at`. */
const closingQuote = (text: string, at: number): number => {
  for (let end = text.indexOf('"', at + 1); end > 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === BACKSLASH) before -= 1;
    // An odd number of backslashes escapes the quote.
    if ((end - before) % 2 === 1) return end;
  }
  return text.length - 1;
};

const nameAt = (text: string, from: number, to: number): string => {
  const raw = text.slice(from + 1, to);
  return raw.includes('\\') ? (JSON.parse(text.slice(from, to + 1)) as string) : raw;
};

const isDelimiter = (code: number): boolean =>
  code === 0x2c || code === 0x5d || code === 0x7d || code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/**
 * Goes once through a text that JSON.parse has read already, for what JSON.parse does not tell: places, repeated names, numbers as written.
 * Takes time linear in the text, and no stack.
 *
 * @param text JSON; of anything else the visitor hears nonsense, but this ends
 */
export const walkJson = (text: string, { value, repeated }: JsonVisitor): void => {
  const open: Open[] = [];
  const path: (string | number)[] = [];
  let key = -1;
  let goesOn = true;
  const begin = (start: number, end: number): void => {
    const last = open.at(-1);
    if (last !== undefined && last.names === undefined) path[open.length - 1] = last.index++;
    goesOn = value?.(path, start, end, key) ?? true;
    key = -1;
  };
  const quoted = (at: number): number => {
    const end = closingQuote(text, at);
    const names = open.at(-1)?.names;
    if (names === undefined || key >= 0) {
      begin(at, end + 1);
      return end;
    }
    const name = nameAt(text, at, end);
    path[open.length - 1] = name;
    path.length = open.length;
    key = at;
    if (names.has(name)) repeated?.(path, at);
    names.add(name);
    return end;
  };
  for (let at = 0; at < text.length && goesOn; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = quoted(at);
    else if (code === 0x7b || code === 0x5b) {
      begin(at, at);
      open.push({ names: code === 0x7b ? new Set() : undefined, index: 0 });
    } else if (code === 0x7d || code === 0x5d) {
      open.pop();
      path.length = Math.min(path.length, open.length);
    } else if (code !== 0x3a && !isDelimiter(code)) {
      const start = at;
      while (at + 1 < text.length && !isDelimiter(text.charCodeAt(at + 1))) at += 1;
      begin(start, at + 1);
    }
  }
};
