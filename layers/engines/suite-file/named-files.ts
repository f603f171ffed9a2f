/** Contents of the files that an expanded suite names, put where they are named. */
import path from 'node:path';
import { isJsonObject, jsonTypeOf, pointerSegment } from '#core/json-types';
import { asText } from '#core/template';
import type { Json, JsonObject } from '#core/units';
import { rewriteFields } from '#engines/suite-file/fragment-texts';
import type { TextRules } from '#engines/suite-file/fragment-texts';
import type { Origins } from '#engines/suite-file/origins';
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

export interface WithFiles {
  readonly value: JsonObject;
  readonly problems: readonly NamedFileProblem[];
  /** Files of rows, by flow. */
  readonly rowFiles: ReadonlyMap<string, string>;
}

interface Reading {
  readonly reader: SuiteFileReader | undefined;
  readonly contents: Map<string, Uint8Array>;
  readonly made: Map<string, Json>;
  readonly problems: NamedFileProblem[];
  bytes: number;
}

type Make = (bytes: Uint8Array, file: string) => Json;

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

interface Place {
  readonly from: string;
  readonly reading: Reading;
}

/** What is made of a file; `kind` tells it from other things made of the same file. */
interface Making {
  readonly kind: string;
  readonly make: Make;
}

/** What a file gives, or undefined after a problem. */
const load = (named: Json, pointer: string, { kind, make }: Making, { from, reading }: Place): Json | undefined => {
  if (typeof named !== 'string') return undefined;
  const found = sourceFile(from, named);
  try {
    if ('problem' in found) throw new Unreadable(found.problem);
    const key = `${kind} ${found.file}`;
    const known = reading.made.get(key);
    if (known !== undefined) return known;
    const made = make(bytesOf(found.file, reading), found.file);
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

const rowsOfFile: Make = (bytes, file) => {
  const make = ROW_FILES[path.posix.extname(file).toLowerCase()];
  if (make === undefined)
    throw new Unreadable(`expected a file of rows: ${Object.keys(ROW_FILES).join(', ')}, got ${JSON.stringify(file)}`);
  return make(bytes, file);
};

const base64Of: Make = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');

const schemaOf: Make = (bytes, file) => {
  const value = documentOf(bytes, file);
  if (!isJsonObject(value)) throw new Unreadable(`${file}: expected a JSON Schema, got ${jsonTypeOf(value)}`);
  return value;
};

const ROWS: Making = { kind: 'rows', make: rowsOfFile };
const BYTES: Making = { kind: 'bytes', make: base64Of };
const SCHEMA: Making = { kind: 'schema', make: schemaOf };

type Fill = (value: Json, pointer: string, place: Place) => Json;

const each = (value: Json, pointer: string, place: Place, fill: Fill): Json => {
  if (!Array.isArray(value)) return value;
  const list = value as readonly Json[];
  let changed = false;
  const filled = list.map((item, at) => {
    const result = fill(item, `${pointer}/${String(at)}`, place);
    changed ||= result !== item;
    return result;
  });
  return changed ? filled : list;
};

/** Replaces fields of an object where that changes them; the object itself when nothing changes. */
const fields = (value: Json, pointer: string, place: Place, fills: { readonly [name: string]: Fill }): Json => {
  if (!isJsonObject(value)) return value;
  let result: JsonObject = value;
  for (const [name, fill] of Object.entries(fills)) {
    const item = Object.hasOwn(value, name) ? value[name] : undefined;
    if (item === undefined) continue;
    const filled = fill(item, `${pointer}/${name}`, place);
    if (filled !== item) result = { ...result, [name]: filled };
  }
  return result;
};

const fillCheck: Fill = (check, pointer, place) =>
  fields(check, pointer, place, {
    schema: (schema, at) => {
      // `file` is no word of JSON Schema, so an object of nothing else names one.
      if (!isJsonObject(schema) || Object.keys(schema).length !== 1 || schema['file'] === undefined) return schema;
      return load(schema['file'], `${at}/file`, SCHEMA, place) ?? {};
    },
  });

const fillPart = (part: Json, pointer: string, place: Place): Json => {
  if (!isJsonObject(part) || part['file'] === undefined) return part;
  const { file, ...rest } = part;
  const base64 = load(file, `${pointer}/file`, BYTES, place);
  const fileName = typeof file === 'string' ? path.posix.basename(file) : '';
  return { fileName, ...rest, base64: base64 ?? '' };
};

const NO_RULES: TextRules = {
  args: new Map(),
  renamed: new Set(),
  prefix: '',
  spend: () => undefined,
  report: () => undefined,
};

const fillRequest: Fill = (request, pointer, place) =>
  fields(request, pointer, place, {
    multipart: (parts, at) =>
      isJsonObject(parts) && Object.values(parts).some((part) => isJsonObject(part) && part['file'] !== undefined)
        ? rewriteFields(parts, at, NO_RULES, (part, here) => fillPart(part, here, place))
        : parts,
  });

const fillChecks: Fill = (checks, pointer, place) => each(checks, pointer, place, fillCheck);
const fillSteps: Fill = (steps, pointer, place) =>
  each(steps, pointer, place, (step, at) => fields(step, at, place, { request: fillRequest, checks: fillChecks }));

const fillCase: Fill = (item, pointer, place) =>
  fields(item, pointer, place, {
    request: fillRequest,
    checks: fillChecks,
    setup: fillSteps,
    teardown: fillSteps,
    poll: (poll, at) => fields(poll, at, place, { until: fillChecks }),
    receive: (receive, at) => fields(receive, at, place, { where: fillChecks }),
    consume: (consume, at) => fields(consume, at, place, { where: fillChecks }),
  });

const fillRows = (flow: Json, pointer: string, place: Place, remember: (file: string) => void): Json =>
  fields(flow, pointer, place, {
    rows: (rows, at) => {
      if (!isJsonObject(rows) || rows['file'] === undefined) return rows;
      const made = load(rows['file'], `${at}/file`, ROWS, place);
      const found = sourceFile(place.from, asText(rows['file']));
      if ('file' in found) remember(found.file);
      if (made === undefined) return [{}];
      return isJsonObject(made) && Object.hasOwn(made, 'csv') && rows['types'] !== undefined
        ? { ...made, types: rows['types'] }
        : made;
    },
  });

/**
 * Reads the files that a suite names: rows, parts of bodies, JSON Schemas. Each is found from the file that names it.
 *
 * @param value an expanded suite, of any form
 */
export const withNamedFiles = (value: JsonObject, origins: Origins, reader: SuiteFileReader | undefined): WithFiles => {
  const reading: Reading = { reader, contents: new Map(), made: new Map(), problems: [], bytes: 0 };
  const rowFiles = new Map<string, string>();
  const cases = each(value['cases'] ?? null, '/cases', { from: '', reading }, (item, pointer) => {
    const at = Number(pointer.slice('/cases/'.length));
    return fillCase(item, pointer, { from: origins.cases[at]?.file ?? '', reading });
  });
  const { flows } = value;
  const filledFlows = isJsonObject(flows)
    ? Object.fromEntries(
        Object.entries(flows).map(([id, flow]) => {
          const from = origins.flows.get(id)?.file ?? '';
          const filled = fillRows(flow, `/flows/${pointerSegment(id)}`, { from, reading }, (file) =>
            rowFiles.set(id, file),
          );
          return [id, filled];
        }),
      )
    : flows;
  return {
    value: {
      ...value,
      ...(filledFlows === undefined ? {} : { flows: filledFlows }),
      ...(value['cases'] === undefined ? {} : { cases }),
    },
    problems: reading.problems,
    rowFiles,
  };
};
