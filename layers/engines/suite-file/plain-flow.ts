import type { Json } from '#core/units';
import { isOrdinary, keyAt, quotedAt, resolvePlain } from '#engines/suite-file/plain-scalars';
import { leave, mark } from '#engines/suite-file/plain-source';
import type { Fields, Source } from '#engines/suite-file/plain-source';

const PLAIN = /(?:[^\s,[\]{}:#]|:(?=[\w/])| +(?=[^\s,[\]{}:#]))+/uy;

/** Skips spaces and line breaks; the next line has to be deeper than what the list or object belongs to. */
const skipSpaces = (source: Source, parent: number): void => {
  const { text } = source;
  let line = -1;
  while (text[source.at] === ' ' || text[source.at] === '\n') {
    if (text[source.at] === '\n') line = source.at + 1;
    source.at += 1;
  }
  if (line >= 0 && source.at - line <= parent) leave(source);
};

const flowValue = (source: Source, parent: number, depth: number): Json => {
  const first = source.text[source.at];
  if (first === '{' || first === '[') return readFlow(source, parent, depth);
  source.count();
  if (first === '"' || first === "'") return quotedAt(source);
  PLAIN.lastIndex = source.at;
  const text = PLAIN.exec(source.text)?.[0] ?? leave(source);
  const value = resolvePlain(source, text);
  source.at += text.length;
  return value;
};

/** Whether another member follows. */
const goesOn = (source: Source, parent: number, close: string): boolean => {
  skipSpaces(source, parent);
  const found = source.text[source.at];
  source.at += 1;
  if (found === close) return false;
  if (found !== ',') leave(source, source.at - 1);
  skipSpaces(source, parent);
  return true;
};

/** The name of a field, with the colon after it. */
const flowKey = (source: Source): string => {
  const first = source.text[source.at];
  if (first !== '"' && first !== "'") {
    const key = keyAt(source, source.at) ?? leave(source);
    source.at = key.end;
    return key.name;
  }
  const name = quotedAt(source);
  if (source.text[source.at] !== ':' || !isOrdinary(name)) leave(source);
  source.at += 1;
  return name;
};

/** A list or object in brackets, without comments in it. */
export const readFlow = (source: Source, parent: number, depth: number): Json => {
  source.count();
  source.enter(depth);
  const close = source.text[source.at] === '{' ? '}' : ']';
  const items: Json[] = [];
  const fields: Fields = {};
  const starts = source.marks === undefined ? undefined : mark(source.marks, close === '}' ? fields : items);
  source.at += 1;
  skipSpaces(source, parent);
  let more = source.text[source.at] !== close;
  if (!more) source.at += 1;
  while (more) {
    const keyStart = source.at;
    const name = close === '}' ? flowKey(source) : String(items.length);
    if (close === '}' && Object.hasOwn(fields, name)) leave(source);
    skipSpaces(source, parent);
    const start = source.at;
    const value = flowValue(source, parent, depth + 1);
    starts?.set(name, { key: close === '}' ? keyStart : -1, value: start });
    if (close === '}') fields[name] = value;
    else items.push(value);
    more = goesOn(source, parent, close);
  }
  return close === '}' ? fields : items;
};
