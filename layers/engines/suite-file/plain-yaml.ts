/**
 * Reads the YAML that suites are written in: blocks, lists and objects in brackets, plain and quoted texts on one line, `|` texts. Ten times as
 * fast as the YAML library, which files of thousands of cases need. Whatever is beyond that, or wrong, is left to the library: this reader
 * never guesses, so a value it gives is the value the library gives.
 */
import type { Json } from '#core/units';
import { readFlow } from '#engines/suite-file/plain-flow';
import { keyAt, plainValue, quotedAt } from '#engines/suite-file/plain-scalars';
import { LeftToLibrary, leave, mark } from '#engines/suite-file/plain-source';
import type { Fields, Marks, Source } from '#engines/suite-file/plain-source';

const isDash = ({ text }: Source, at: number): boolean => {
  if (text[at] !== '-') return false;
  const next = text[at + 1];
  return next === ' ' || next === '\n' || next === undefined;
};

/** Skips empty lines and comments; `indent` becomes that of the next line with content, or -1 at the end. */
const toContent = (source: Source): void => {
  const { text } = source;
  for (;;) {
    const line = source.at;
    let at = line;
    while (text[at] === ' ') at += 1;
    if (at >= text.length) {
      source.at = at;
      source.indent = -1;
      return;
    }
    if (text[at] === '#') {
      const end = text.indexOf('\n', at);
      source.at = end < 0 ? text.length : end + 1;
    } else if (text[at] === '\n') source.at = at + 1;
    else {
      source.at = at;
      source.indent = at - line;
      return;
    }
  }
};

/** Ends a line on which only a comment may still stand. */
const endLine = (source: Source): void => {
  const { text } = source;
  const from = source.at;
  while (text[source.at] === ' ') source.at += 1;
  if (text[source.at] === '#' && source.at > from) {
    const end = text.indexOf('\n', source.at);
    source.at = end < 0 ? text.length : end;
  }
  if (source.at < text.length && text[source.at] !== '\n') leave(source);
  source.at = Math.min(text.length, source.at + 1);
  toContent(source);
};

/** Whether nothing but a comment follows on this line. */
const isLineOver = ({ text }: Source, at: number): boolean =>
  at >= text.length || text[at] === '\n' || (text[at] === '#' && text[at - 1] === ' ');

/** `|` and `|-`; `parent` is the indentation that the text has to exceed. */
const literal = (source: Source, parent: number): string => {
  const { text } = source;
  const keepsBreak = text[source.at + 1] !== '-';
  source.at += keepsBreak ? 1 : 2;
  if (text[source.at] !== '\n') leave(source);
  source.at += 1;
  const lines: string[] = [];
  let indent = -1;
  while (source.at < text.length) {
    const found = text.indexOf('\n', source.at);
    const end = found < 0 ? text.length : found;
    let first = source.at;
    while (text[first] === ' ') first += 1;
    if (first === end) {
      // Spaces on an empty line count when they are more than the indentation, and an empty line at the beginning may hide it.
      if (indent < 0 || first - source.at > indent) leave(source);
      lines.push('');
    } else {
      const depth = first - source.at;
      if (indent < 0) indent = depth;
      if (text[first] === '\t' || indent <= parent) leave(source);
      if (depth < indent) {
        if (depth > parent || text[first] === '#') leave(source);
        break;
      }
      lines.push(text.slice(source.at + indent, end));
    }
    source.at = Math.min(text.length, end + 1);
  }
  while (lines.at(-1) === '') lines.pop();
  if (lines.length === 0) leave(source);
  toContent(source);
  return lines.join('\n') + (keepsBreak ? '\n' : '');
};

/** The value that begins on this line after a `-` or a name. */
const inline = (source: Source, parent: number, depth: number): Json => {
  const { text } = source;
  const first = text[source.at];
  if (first === '|') {
    source.count();
    return literal(source, parent);
  }
  let value: Json;
  if (first === '{' || first === '[') value = readFlow(source, parent, depth);
  else {
    source.count();
    if (first === '"' || first === "'") value = quotedAt(source);
    else {
      const found = text.indexOf('\n', source.at);
      const line = text.slice(source.at, found < 0 ? text.length : found);
      value = plainValue(source, line);
    }
  }
  endLine(source);
  // A deeper line would go on with the text.
  if (source.indent > parent) leave(source);
  return value;
};

/** The value of a `-` or a name of indentation `parent`, whose own line is over. */
const below = (source: Source, parent: number, dashes: boolean, depth: number): Json => {
  endLine(source);
  if (source.indent > parent || (dashes && source.indent === parent && isDash(source, source.at)))
    return block(source, depth);
  return leave(source);
};

const sequence = (source: Source, depth: number): Json => {
  const { indent, text } = source;
  const items: Json[] = [];
  const starts = source.marks === undefined ? undefined : mark(source.marks, items);
  while (source.indent === indent && isDash(source, source.at)) {
    const dash = source.at;
    let at = dash + 1;
    while (text[at] === ' ') at += 1;
    source.at = at;
    let value: Json;
    let start = at;
    if (isLineOver(source, at)) {
      source.at = dash + 1;
      value = below(source, indent, false, depth + 1);
      start = source.started;
    } else if (isDash(source, at) || keyAt(source, at) !== undefined) {
      source.indent = indent + at - dash;
      value = block(source, depth + 1);
    } else value = inline(source, indent, depth + 1);
    starts?.set(String(items.length), { key: -1, value: start });
    items.push(value);
  }
  if (source.indent > indent) leave(source);
  return items;
};

const mapping = (source: Source, depth: number): Json => {
  const { indent, text } = source;
  const fields: Fields = {};
  const starts = source.marks === undefined ? undefined : mark(source.marks, fields);
  while (source.indent === indent) {
    const key = keyAt(source, source.at) ?? leave(source);
    if (Object.hasOwn(fields, key.name)) leave(source);
    const keyStart = source.at;
    let at = key.end;
    while (text[at] === ' ') at += 1;
    let value: Json;
    let start = at;
    if (isLineOver(source, at)) {
      source.at = key.end;
      value = below(source, indent, true, depth + 1);
      start = source.started;
    } else {
      source.at = at;
      value = inline(source, indent, depth + 1);
    }
    starts?.set(key.name, { key: keyStart, value: start });
    fields[key.name] = value;
  }
  if (source.indent > indent) leave(source);
  return fields;
};

const block = (source: Source, depth: number): Json => {
  const started = source.at;
  source.count();
  source.enter(depth);
  const value = isDash(source, source.at) ? sequence(source, depth) : mapping(source, depth);
  source.started = started;
  return value;
};

export type PlainRead =
  | { readonly value: Json }
  /** Where the reader left off: it is said of files that are too large for the library. */
  | { readonly leftAt: number }
  /** Where the value stands that was one too many. */
  | { readonly fullAt: number }
  /** Where the nesting gets too deep. */
  | { readonly deepAt: number };

/**
 * @param text     with line breaks of `\n` only
 * @param most     values before it is given up
 * @param levelMax levels of nesting before it is given up
 * @param marks    filled with where everything stands
 */
export const readPlain = (text: string, most: number, levelMax: number, marks?: Marks): PlainRead => {
  let values = 0;
  let isFull = false;
  let isDeep = false;
  const source: Source = {
    text,
    at: 0,
    indent: 0,
    started: 0,
    marks,
    count: () => {
      values += 1;
      if (values <= most) return;
      isFull = true;
      leave(source);
    },
    enter: (depth) => {
      if (depth <= levelMax) return;
      isDeep = true;
      leave(source);
    },
  };
  try {
    if (/[\t\r\ufeff\u0085\u2028\u2029]/u.test(text)) leave(source);
    toContent(source);
    if (source.indent < 0) leave(source);
    const value = block(source, 0);
    if (source.indent >= 0) leave(source);
    return { value };
  } catch (error) {
    // A RangeError is of a regular expression over a line of millions of characters.
    if (!(error instanceof LeftToLibrary || error instanceof RangeError)) throw error;
    if (isDeep) return { deepAt: source.at };
    return isFull ? { fullAt: source.at } : { leftAt: source.at };
  }
};
