import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document, Node } from 'yaml';
import { isJsonObject, pointerSegment } from '#core/json-types';
import type { SourcePlace } from '#core/suite';
import type { Json } from '#core/units';
import { isMergeKey, mergeSources, placeFinder, startOf } from '#engines/suite-file/yaml-places';
import type { PlaceOf } from '#engines/suite-file/yaml-places';

/** A file of 10,000 cases is about 4 MB; beyond this nobody wrote it by hand. */
export const SUITE_FILE_BYTES_MAX = 8 * 1024 * 1024;
/** Values after aliases are expanded: a nine-line alias bomb would make 10^9 of them. */
export const VALUES_MAX = 500_000;
/** Nesting in the file; JSON bodies of real APIs stay below 30. */
export const DEPTH_MAX = 100;

export interface FileProblem {
  readonly message: string;
  readonly place: SourcePlace;
  /** JSON Pointer (RFC 6901) into the file; empty for the whole of it. */
  readonly pointer: string;
  /** What was expected and what came, where a message alone would not do for a program. */
  readonly expected?: string;
  readonly got?: string;
}

export interface ReadFile {
  /** undefined when the text is no JSON value; then `problems` says why. */
  readonly value?: Json;
  readonly problems: readonly FileProblem[];
  readonly placeOf: PlaceOf;
}

interface Walk {
  readonly document: Document;
  readonly report: (message: string, node: Node | null, pointer: string) => void;
  values: number;
  readonly open: Set<Node>;
}

/** Ends the walk at once: what follows an exhausted budget would be noise. */
class TooMuch extends Error {}

const numberOf = (node: Node & { source?: string }, value: number, pointer: string, walk: Walk): Json => {
  if (!Number.isFinite(value)) {
    walk.report('expected a JSON value, got a number without a JSON form (.inf or .nan)', node, pointer);
  } else if (Number.isInteger(value) && !Number.isSafeInteger(value) && /^[-+]?\d+$/u.test(node.source ?? '')) {
    walk.report(
      `expected a number of at most 2^53 - 1, got ${node.source ?? ''}, which would lose digits; write it in quotes`,
      node,
      pointer,
    );
  }
  return value;
};

const keyOf = (key: unknown, pointer: string, walk: Walk): string | undefined => {
  const node = key as Node;
  if (
    isScalar(key) &&
    (typeof key.value === 'string' || typeof key.value === 'number' || typeof key.value === 'boolean')
  ) {
    return typeof key.value === 'string' ? key.value : ((key as { source?: string }).source ?? String(key.value));
  }
  walk.report('expected a field name of text, got a field name that is empty, a list or an object', node, pointer);
  return undefined;
};

const valueOf = (node: unknown, pointer: string, depth: number, walk: Walk): Json => {
  walk.values += 1;
  if (walk.values > VALUES_MAX) {
    walk.report(
      `expected at most ${String(VALUES_MAX)} values, got more once aliases are expanded`,
      node as Node,
      pointer,
    );
    throw new TooMuch();
  }
  if (depth > DEPTH_MAX) {
    walk.report(`expected at most ${String(DEPTH_MAX)} levels of nesting, got more`, node as Node, pointer);
    throw new TooMuch();
  }
  if (node === null || node === undefined) return null;
  if (isAlias(node)) {
    const target = node.resolve(walk.document) as Node | undefined;
    if (target === undefined) {
      walk.report(`expected an anchor "&${node.source}" before this alias, got none`, node, pointer);
      return null;
    }
    if (walk.open.has(target)) {
      walk.report(`expected a value that ends, got the alias "*${node.source}" inside its own anchor`, node, pointer);
      return null;
    }
    return valueOf(target, pointer, depth + 1, walk);
  }
  if (isScalar(node)) return scalarOf(node as Node & { value: unknown }, pointer, walk);
  walk.open.add(node as Node);
  const value = isSeq(node)
    ? node.items.map((item, at) => valueOf(item, `${pointer}/${String(at)}`, depth + 1, walk))
    : mapOf(node as Node, pointer, depth, walk);
  walk.open.delete(node as Node);
  return value;
};

const scalarOf = (node: Node & { value: unknown }, pointer: string, walk: Walk): Json => {
  const { value } = node;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return numberOf(node, value, pointer, walk);
  walk.report('expected a JSON value, got a YAML value without a JSON form', node, pointer);
  return null;
};

// defineProperty keeps a field named __proto__ a plain field.
const put = (result: { [key: string]: Json }, key: string, value: Json): void => {
  Object.defineProperty(result, key, { value, enumerable: true, writable: true, configurable: true });
};

const mapOf = (node: Node, pointer: string, depth: number, walk: Walk): Json => {
  const result: { [key: string]: Json } = {};
  if (!isMap(node)) return result;
  for (const pair of node.items) {
    if (isMergeKey(pair.key)) {
      for (const source of mergeSources(pair.value, walk.document))
        for (const [key, value] of Object.entries(mergedOf(source, pointer, depth, walk)))
          // What stands in the object itself goes before what is merged in, and the first merged before the others.
          if (!Object.hasOwn(result, key)) put(result, key, value);
      continue;
    }
    const key = keyOf(pair.key, pointer, walk);
    if (key === undefined) continue;
    put(result, key, valueOf(pair.value, `${pointer}/${pointerSegment(key)}`, depth + 1, walk));
  }
  return result;
};

const mergedOf = (source: unknown, pointer: string, depth: number, walk: Walk): { readonly [key: string]: Json } => {
  const value = valueOf(source, pointer, depth + 1, walk);
  if (isJsonObject(value)) return value;
  const target = isAlias(source) ? source.resolve(walk.document) : source;
  // An anchor that is missing or goes in circles has been reported already.
  if (target !== undefined && !isMap(target))
    walk.report(
      'expected an object, or a list of objects, to merge after "<<", got another value',
      source as Node,
      pointer,
    );
  return {};
};

const refuse = (file: string, message: string): ReadFile => {
  const place = { file, line: 1, column: 1 };
  return { problems: [{ message, place, pointer: '' }], placeOf: () => place };
};

/**
 * Reads YAML 1.2 or JSON into a JSON value and remembers where everything stood.
 *
 * Never throws, whatever the text: garbage, deep nesting, alias bombs and documents beyond SUITE_FILE_BYTES_MAX become problems.
 */
export const readYaml = (text: string, file: string): ReadFile => {
  const bytes = Buffer.byteLength(text);
  if (bytes > SUITE_FILE_BYTES_MAX)
    return refuse(file, `expected at most ${String(SUITE_FILE_BYTES_MAX)} bytes, got ${String(bytes)}`);
  if (text.trim() === '') return refuse(file, 'expected a suite, got an empty file');
  if (file.toLowerCase().endsWith('.json')) return readJson(text, file);
  return readPositioned(text, file);
};

/** JSON by its own strict rules; positions are looked for only when somebody asks. */
const readJson = (text: string, file: string): ReadFile => {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (error) {
    return refuseAt(file, text, error);
  }
  if (isDeeper(value, DEPTH_MAX))
    return refuse(file, `expected at most ${String(DEPTH_MAX)} levels of nesting, got more`);
  let positioned: ReadFile | undefined;
  return {
    value,
    problems: [],
    placeOf: (pointer, what) => (positioned ??= readPositioned(text, file)).placeOf(pointer, what),
  };
};

const isDeeper = (value: Json, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((item: Json) => isDeeper(item, levels - 1)));

/** Where the parser gave up on a text, when it did not reach its end; undefined for one that only goes on. */
const giveUpAt = (text: string): number | undefined => {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const position = /position (\d+)/u.exec(said)?.[1];
    if (position !== undefined)
      return Number(position) >= text.length || said.startsWith('Unterminated') ? undefined : Number(position);
    return said.includes('end of JSON') ? undefined : text.length;
  }
};

/** Not every message of the parser has a position, so the longest beginning that could still become JSON is searched for. */
const jsonErrorOffset = (text: string): number => {
  let good = 0;
  let bad = text.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (giveUpAt(text.slice(0, middle)) === undefined) good = middle;
    else bad = middle;
  }
  return Math.min(good, text.length);
};

const refuseAt = (file: string, text: string, error: unknown): ReadFile => {
  const said = error instanceof Error ? error.message : 'text that is not JSON';
  const offset = jsonErrorOffset(text);
  const before = text.slice(0, offset).split('\n');
  const place = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  const reason = said
    .replace(/ in JSON at position.*| \(line \d+ column \d+\)/u, '')
    .replace(/,? *"[\s\S]*is not valid JSON/u, '');
  return {
    problems: [{ message: `expected JSON, got text that is not: ${reason}`, place, pointer: '' }],
    placeOf: () => place,
  };
};

const readPositioned = (text: string, file: string): ReadFile => {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false, version: '1.2' });
    return readDocument(document, file, lines);
  } catch (error) {
    // The parser is recursive: only nesting of thousands of levels gets here.
    const what = error instanceof RangeError ? 'nesting too deep to read' : 'text that the YAML reader could not read';
    return refuse(file, `expected YAML or JSON of at most ${String(DEPTH_MAX)} levels, got ${what}`);
  }
};

const readDocument = (document: Document.Parsed, file: string, lines: LineCounter): ReadFile => {
  const at = (offset: number): { line: number; col: number } => lines.linePos(offset);
  const placeOf = placeFinder(document, file, at);
  const problems: FileProblem[] = [];
  const add = (message: string, offset: number, pointer: string): void => {
    const { line, col } = at(offset);
    problems.push({ message, place: { file, line: Math.max(1, line), column: Math.max(1, col) }, pointer });
  };
  const troubles = [...document.errors, ...document.warnings];
  if (troubles.some((trouble) => trouble.message.includes('call stack'))) {
    return refuse(file, `expected at most ${String(DEPTH_MAX)} levels of nesting, got thousands`);
  }
  for (const trouble of troubles) add(firstSentence(trouble.message), trouble.pos[0], '');
  if (problems.length > 0) return { problems: problems.slice(0, 20), placeOf };
  const walk: Walk = {
    document,
    values: 0,
    open: new Set(),
    report: (message, node, pointer) => {
      add(message, startOf(node) ?? 0, pointer);
    },
  };
  try {
    const value = valueOf(document.contents, '', 0, walk);
    return problems.length > 0 ? { problems, placeOf } : { value, problems, placeOf };
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return { problems, placeOf };
  }
};

const firstSentence = (message: string): string =>
  `expected YAML or JSON, got text that is neither: ${(message.split('\n')[0] ?? '').replace('; please use YAML.parseAllDocuments()', '')}`;
