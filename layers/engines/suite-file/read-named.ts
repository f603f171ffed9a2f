/** Reads the files that a suite names: each once, within the bytes that all may have together. */
import path from 'node:path';
import { isJsonObject, jsonTypeOf } from '#core/json-types';
import type { Json } from '#core/units';
import { bundleDocument } from '#engines/contract/bundle';
import { readYaml } from '#engines/suite-file/read-yaml';
import { DATA_FILE_BYTES_MAX, NO_FILES, sourceFile } from '#engines/suite-file/suite-files';
import type { SuiteFileReader } from '#engines/suite-file/suite-files';

/** All files of a suite together; each is held once, however often it is named. */
const ALL_BYTES_MAX = 4 * DATA_FILE_BYTES_MAX;

export interface NamedFileProblem {
  readonly code: 'unreadable-file';
  /** Into the expanded suite. */
  readonly pointer: string;
  readonly message: string;
}

export interface Reading {
  readonly reader: SuiteFileReader | undefined;
  readonly contents: Map<string, Uint8Array>;
  readonly made: Map<string, Json>;
  readonly problems: NamedFileProblem[];
  bytes: number;
}

export type Make = (bytes: Uint8Array, file: string, reading: Reading) => Json;

/** What is wrong with the contents of a file. */
class Unreadable extends Error {}

const textOf = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Unreadable('expected text in UTF-8, got other bytes');
  }
};

const bytesOf = (file: string, reading: Reading): Uint8Array => {
  const known = reading.contents.get(file);
  if (known !== undefined) return known;
  if (reading.reader === undefined) throw new Unreadable(`${NO_FILES}, got a file`);
  const content = reading.reader(file, Math.min(DATA_FILE_BYTES_MAX, ALL_BYTES_MAX - reading.bytes));
  if ('problem' in content) throw new Unreadable(content.problem);
  reading.contents.set(file, content.bytes);
  reading.bytes += content.bytes.byteLength;
  return content.bytes;
};

export interface Place {
  readonly from: string;
  readonly reading: Reading;
}

/** What is made of a file; `kind` tells it from other things made of the same file. */
export interface Making {
  readonly kind: string;
  readonly make: Make;
}

/** What a file gives, or undefined after a problem. */
export const load = (
  named: Json,
  pointer: string,
  { kind, make }: Making,
  { from, reading }: Place,
): Json | undefined => {
  if (typeof named !== 'string') return undefined;
  const found = sourceFile(from, named);
  try {
    if ('problem' in found) throw new Unreadable(found.problem);
    const key = `${kind} ${found.file}`;
    const known = reading.made.get(key);
    if (known !== undefined) return known;
    const made = make(bytesOf(found.file, reading), found.file, reading);
    reading.made.set(key, made);
    return made;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    reading.problems.push({ code: 'unreadable-file', pointer, message: error.message });
    return undefined;
  }
};

const documentOf: Make = (bytes, file) => {
  const { value, problems } = readYaml(textOf(bytes), file);
  const [first] = problems;
  if (value !== undefined && first === undefined) return value;
  throw new Unreadable(
    first === undefined
      ? 'expected JSON or YAML'
      : `${file}:${String(first.place.line)}:${String(first.place.column)}: ${first.message}`,
  );
};

const listOfRows: Make = (bytes, file) => {
  let value: Json;
  try {
    value = JSON.parse(textOf(bytes).replace(/^\uFEFF/u, '')) as Json;
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(
      `${file}: expected JSON: ${error instanceof Error ? error.message.slice(0, 200) : 'not readable'}`,
    );
  }
  if (!Array.isArray(value)) throw new Unreadable(`${file}: expected a list of objects, got ${jsonTypeOf(value)}`);
  return value as Json;
};

const ROW_FILES: { readonly [extension: string]: Make } = {
  '.csv': (bytes) => ({ csv: textOf(bytes) }),
  '.json': listOfRows,
  '.jsonl': (bytes) => ({ jsonLines: textOf(bytes) }),
  '.ndjson': (bytes) => ({ jsonLines: textOf(bytes) }),
};

const rowsOfFile: Make = (bytes, file, reading) => {
  const make = ROW_FILES[path.posix.extname(file).toLowerCase()];
  if (make === undefined)
    throw new Unreadable(`expected a file of rows: ${Object.keys(ROW_FILES).join(', ')}, got ${JSON.stringify(file)}`);
  return make(bytes, file, reading);
};

const base64Of: Make = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');

const schemaOf: Make = (bytes, file, reading) => {
  const value = documentOf(bytes, file, reading);
  if (!isJsonObject(value)) throw new Unreadable(`${file}: expected a JSON Schema, got ${jsonTypeOf(value)}`);
  return value;
};

/** A document with the files that it refers to brought in; a reference that leads nowhere is told. */
const bundledOf: Make = (bytes, file, reading) => {
  const root = documentOf(bytes, file, reading);
  if (!isJsonObject(root)) return root;
  const { document, problems } = bundleDocument(root, (beside) => {
    const found = sourceFile(file, beside);
    if ('problem' in found) return found;
    try {
      return { value: documentOf(bytesOf(found.file, reading), found.file, reading) };
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return { problem: error.message };
    }
  });
  const [first] = problems;
  if (first !== undefined) throw new Unreadable(`${file}: ${first.message}`);
  return document;
};

export const DOCUMENT: Making = { kind: 'document', make: bundledOf };
export const ROWS: Making = { kind: 'rows', make: rowsOfFile };
export const BYTES: Making = { kind: 'bytes', make: base64Of };
export const SCHEMA: Making = { kind: 'schema', make: schemaOf };
