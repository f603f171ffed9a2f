import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document, Node } from 'yaml';
import { fromPointer, isJsonObject, pointerSegment, shortJson } from '#core/json-types';
import { sizeBeside, sizeText } from '#core/size-text';
import type { SourcePlace } from '#core/suite';
import type { Json } from '#core/units';
import { FILE_PROBLEMS_MAX, placesIn, refuseFile } from '#engines/suite-file/file-problem';
import type { FileProblem, ReadFile } from '#engines/suite-file/file-problem';
import type { Mark, Marks } from '#engines/suite-file/plain-source';
import { readPlain } from '#engines/suite-file/plain-yaml';
import { readJson, tooManyValues } from '#engines/suite-file/read-json';
import type { FileBounds } from '#engines/suite-file/read-json';
import { aliasResolver, isMergeKey, mergeSources, placeFinder, startOf } from '#engines/suite-file/yaml-places';
import type { PlaceOf, Resolve } from '#engines/suite-file/yaml-places';
import { syntaxProblems } from '#engines/suite-file/yaml-words';

/** A file of 10,000 cases is about 4 MB; beyond this nobody wrote it by hand. */
export const SUITE_FILE_BYTES_MAX = 8 * 1024 * 1024;
/** Values after aliases are expanded: a nine-line alias bomb would make 10^9 of them. */
export const VALUES_MAX = 500_000;
/** Nesting in the file; JSON bodies of real APIs stay below 30. */
export const DEPTH_MAX = 100;

export type { FileProblem, ReadFile } from '#engines/suite-file/file-problem';

interface Walk {
  readonly resolve: Resolve;
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
    const target = walk.resolve(node);
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
  // Not asked of the library, which compares each name with all others.
  const named = new Set<string>();
  for (const pair of node.items) {
    if (isMergeKey(pair.key)) {
      for (const source of mergeSources(pair.value, walk.resolve))
        for (const [key, value] of Object.entries(mergedOf(source, pointer, depth, walk)))
          // What stands in the object itself goes before what is merged in, and the first merged before the others.
          if (!Object.hasOwn(result, key)) put(result, key, value);
      continue;
    }
    const key = keyOf(pair.key, pointer, walk);
    if (key === undefined) continue;
    if (named.has(key))
      walk.report(
        `expected each field once, got ${shortJson(key)} a second time`,
        pair.key as Node,
        `${pointer}/${pointerSegment(key)}`,
      );
    named.add(key);
    put(result, key, valueOf(pair.value, `${pointer}/${pointerSegment(key)}`, depth + 1, walk));
  }
  return result;
};

const mergedOf = (source: unknown, pointer: string, depth: number, walk: Walk): { readonly [key: string]: Json } => {
  const value = valueOf(source, pointer, depth + 1, walk);
  if (isJsonObject(value)) return value;
  const target = isAlias(source) ? walk.resolve(source) : source;
  // An anchor that is missing or goes in circles has been reported already.
  if (target !== undefined && !isMap(target))
    walk.report(
      'expected an object, or a list of objects, to merge after "<<", got another value',
      source as Node,
      pointer,
    );
  return {};
};

/**
 * Lines, list elements, fields, brackets and the like of a file that only the YAML library can read: so many of them take it about 2 s and
 * half a gigabyte.
 */
export const LIBRARY_MARKS_MAX = 250_000;

const MARKS = new Set('\n,:[]{}"\'!&*|>%@`\\'.split('').map((mark) => mark.charCodeAt(0)));
const DASHES = new Set([0x2d, 0x3f]);

/** As many as `most` + 1 of what the library makes a token of. */
const marksIn = (text: string, most: number): number => {
  let marks = 0;
  for (let at = 0; at < text.length && marks <= most; at += 1) {
    const code = text.charCodeAt(at);
    if (MARKS.has(code) || (DASHES.has(code) && /^\s?$/u.test(text.charAt(at + 1)))) marks += 1;
  }
  return marks;
};

const BOUNDS: FileBounds = { valuesMax: VALUES_MAX, depthMax: DEPTH_MAX };

/**
 * Reads YAML 1.2 or JSON into a JSON value and remembers where everything stood.
 *
 * Never throws, whatever the text: garbage, deep nesting, alias bombs and documents beyond SUITE_FILE_BYTES_MAX become problems. Takes time
 * linear in the text, at most about 2 s.
 */
export const readYaml = (text: string, file: string): ReadFile => {
  const bytes = Buffer.byteLength(text);
  if (bytes > SUITE_FILE_BYTES_MAX)
    return refuseFile(
      file,
      `expected at most ${sizeText(SUITE_FILE_BYTES_MAX)}, got ${sizeBeside(bytes, SUITE_FILE_BYTES_MAX)}`,
    );
  if (text.trim() === '') return refuseFile(file, 'expected a suite, got an empty file');
  if (file.toLowerCase().endsWith('.json')) return readJson(text, file, BOUNDS);
  // JSON by another name, as uploads have it, is read as JSON: YAML that only begins like it is not.
  const json = /^\s*[[{]/u.test(text) ? readJson(text, file, BOUNDS) : undefined;
  if (json?.isJson === true) return json;
  // Columns stay as they are: what is left out stands at the end of lines.
  return readYamlText(text.includes('\r') ? text.replaceAll('\r\n', '\n') : text, file);
};

const readYamlText = (text: string, file: string): ReadFile => {
  const plain = readPlain(text, VALUES_MAX, DEPTH_MAX);
  const at = placesIn(text, file);
  if ('value' in plain) return { value: plain.value, problems: [], placeOf: plainPlaces(text, at) };
  if ('fullAt' in plain) return refuseFile(file, tooManyValues(VALUES_MAX), at(plain.fullAt));
  if ('deepAt' in plain)
    return refuseFile(file, `expected at most ${String(DEPTH_MAX)} levels of nesting, got more`, at(plain.deepAt));
  if (marksIn(text, LIBRARY_MARKS_MAX) <= LIBRARY_MARKS_MAX) return readPositioned(text, file, at(plain.leftAt));
  return refuseFile(
    file,
    `expected plain YAML from here on (no anchors, aliases, tags, tabs, or texts over several lines other than after "|"), as in every file of more than ${String(LIBRARY_MARKS_MAX)} lines, commas, colons, quotes and brackets, got something else; simplify it, split the suite or write it as JSON`,
    at(plain.leftAt),
  );
};

/** Reads the text a second time for its places, when somebody asks for the first. */
const plainPlaces = (text: string, at: (offset: number) => SourcePlace): PlaceOf => {
  let read: { readonly value: Json; readonly marks: Marks } | undefined;
  return (pointer, what = 'value') => {
    if (read === undefined) {
      const marks: Marks = new Map();
      const again = readPlain(text, VALUES_MAX, DEPTH_MAX, marks);
      read = { value: 'value' in again ? again.value : null, marks };
    }
    let node: Json | undefined = read.value;
    let offset = text.search(/^ *[^\s#]/mu);
    offset += /^ */u.exec(text.slice(offset, offset + 1000))?.[0].length ?? 0;
    for (const segment of fromPointer(pointer)) {
      const found: Mark | undefined =
        typeof node === 'object' && node !== null ? read.marks.get(node)?.get(segment) : undefined;
      if (found === undefined) break;
      offset = what === 'key' && found.key >= 0 ? found.key : found.value;
      node = (node as { readonly [name: string]: Json })[segment];
    }
    return at(offset);
  };
};

/** @param leftAt where the quick reader left off: nearest to what the library breaks down at without saying where */
const readPositioned = (text: string, file: string, leftAt: SourcePlace): ReadFile => {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      uniqueKeys: false,
      prettyErrors: false,
      version: '1.2',
    });
    return readDocument(document, file, lines, leftAt);
  } catch (error) {
    // The parser is recursive: only nesting of thousands of levels gets here.
    const what = error instanceof RangeError ? 'nesting too deep to read' : 'text that the YAML reader could not read';
    return refuseFile(file, `expected YAML or JSON of at most ${String(DEPTH_MAX)} levels, got ${what}`, leftAt);
  }
};

const readDocument = (document: Document.Parsed, file: string, lines: LineCounter, leftAt: SourcePlace): ReadFile => {
  const at = (offset: number): { line: number; col: number } => lines.linePos(offset);
  const resolve = aliasResolver(document);
  const placeOf = placeFinder(document, resolve, file, at);
  const problems: FileProblem[] = [];
  const add = (message: string, offset: number, pointer: string): void => {
    if (problems.length >= FILE_PROBLEMS_MAX) return;
    const { line, col } = at(offset);
    problems.push({ message, place: { file, line: Math.max(1, line), column: Math.max(1, col) }, pointer });
  };
  const troubles = [...document.errors, ...document.warnings];
  if (troubles.some((trouble) => trouble.message.includes('call stack'))) {
    return refuseFile(file, `expected at most ${String(DEPTH_MAX)} levels of nesting, got thousands`, leftAt);
  }
  for (const { message, offset } of syntaxProblems(document.errors, document.warnings)) add(message, offset, '');
  if (problems.length > 0) return { problems: problems.slice(0, FILE_PROBLEMS_MAX), placeOf };
  const walk: Walk = {
    resolve,
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
