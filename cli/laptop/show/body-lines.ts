import type { Json } from '#core/units';

/** A line of a body as it is shown; marked where a check looked that did not hold. */
export interface BodyLine {
  readonly text: string;
  readonly marked: boolean;
}

/** Characters of JSON that are read faster in one line. */
const SHORT = 80;

type Segments = readonly (string | number)[];

interface PlacedLine {
  readonly text: string;
  /** Of the value that begins here. */
  readonly path?: string;
}

const keyOf = (segments: Segments): string => segments.map((segment) => `/${String(segment)}`).join('');

/** The part of a JSONPath, or of a JSON Pointer behind one, that names a single place; what goes on beyond it is left out. */
export const placeOf = (path: string): Segments | undefined => {
  const [, jsonPath, pointer] = /^(\$.*?)(?: (\/\S*))?$/u.exec(path) ?? [];
  if (jsonPath === undefined) return undefined;
  const segments: (string | number)[] = [];
  let rest = jsonPath.slice(1);
  for (;;) {
    const match = /^(?:\.([A-Za-z_][\w-]*)|\[(\d+)\]|\['((?:[^'\\]|\\.)*)'\]|\["((?:[^"\\]|\\.)*)"\])/u.exec(rest);
    if (match === null) break;
    segments.push(match[2] === undefined ? (match[1] ?? match[3] ?? match[4] ?? '') : Number(match[2]));
    rest = rest.slice(match[0].length);
  }
  if (rest !== '' || pointer === undefined) return segments;
  return [...segments, ...pointer.split('/').slice(1)];
};

const write = (value: Json, segments: Segments, lead: string, tail: string, lines: PlacedLine[]): void => {
  const indent = '  '.repeat(segments.length);
  const path = keyOf(segments);
  const entries =
    typeof value === 'object' && value !== null
      ? Array.isArray(value)
        ? value.map((item: Json, at): [number, Json] => [at, item])
        : Object.entries(value)
      : [];
  if (entries.length === 0) {
    lines.push({ text: `${indent}${lead}${JSON.stringify(value)}${tail}`, path });
    return;
  }
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  lines.push({ text: `${indent}${lead}${open}`, path });
  for (const [at, [name, item]] of entries.entries()) {
    const label = typeof name === 'number' ? '' : `${JSON.stringify(name)}: `;
    write(item, [...segments, name], label, at < entries.length - 1 ? ',' : '', lines);
  }
  lines.push({ text: `${indent}${close}${tail}` });
};

/** Lines of JSON, each with the place of what begins there. */
const placedLines = (value: Json): readonly PlacedLine[] => {
  const lines: PlacedLine[] = [];
  write(value, [], '', '', lines);
  return lines;
};

const parsed = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
};

/** Lines of a place that is not there are those of what should hold it. */
const lineOf = (lines: readonly PlacedLine[], segments: Segments): number => {
  for (let length = segments.length; length > 0; length -= 1) {
    const at = lines.findIndex(({ path }) => path === keyOf(segments.slice(0, length)));
    if (at >= 0) return at;
  }
  return -1;
};

const window = (lines: readonly PlacedLine[], marked: ReadonlySet<number>, most: number): BodyLine[] => {
  const wanted = new Set<number>();
  for (const at of [...marked].sort((a, b) => a - b))
    for (const near of [at, at - 1, at + 1, at - 2, at + 2]) if (wanted.size < most) wanted.add(near);
  for (let at = 0; at < lines.length && wanted.size < most; at += 1) wanted.add(at);
  const shown: BodyLine[] = [];
  let hidden = 0;
  const tellHidden = (): void => {
    if (hidden > 0) shown.push({ text: `… ${String(hidden)} more ${hidden === 1 ? 'line' : 'lines'}`, marked: false });
    hidden = 0;
  };
  for (const [at, { text }] of lines.entries()) {
    if (wanted.has(at)) {
      tellHidden();
      shown.push({ text, marked: marked.has(at) });
    } else hidden += 1;
  }
  tellHidden();
  return shown;
};

/**
 * A body for people: JSON with its fields in lines, anything else as it is; of a long one what the paths point to and what stands around.
 *
 * @param paths of checks that did not hold
 */
export const bodyLines = (body: string, paths: readonly string[], most: number): readonly BodyLine[] => {
  const value = parsed(body);
  if (value === undefined)
    return window(
      body
        .trimEnd()
        .split(/\r?\n/u)
        .map((text) => ({ text })),
      new Set(),
      most,
    );
  const short = JSON.stringify(value);
  if (paths.length === 0 && short.length <= SHORT) return [{ text: short, marked: false }];
  const lines = placedLines(value);
  const marked = paths.flatMap((path) => {
    const segments = placeOf(path);
    const at = segments === undefined ? -1 : lineOf(lines, segments);
    return at < 0 ? [] : [at];
  });
  return window(lines, new Set(marked), most);
};
