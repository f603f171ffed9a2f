/** Contents of the files that an expanded suite names, put where they are named. */
import path from 'node:path';
import { isJsonObject, pointerSegment } from '#core/json-types';
import { asText } from '#core/template';
import type { Json, JsonObject } from '#core/units';
import { rewriteFields } from '#engines/suite-file/fragment-texts';
import type { TextRules } from '#engines/suite-file/fragment-texts';
import type { Origins } from '#engines/suite-file/origins';
import { BYTES, DOCUMENT, ROWS, SCHEMA, load } from '#engines/suite-file/read-named';
import type { NamedFileProblem, Place, Reading } from '#engines/suite-file/read-named';
import { sourceFile } from '#engines/suite-file/suite-files';
import type { SuiteFileReader } from '#engines/suite-file/suite-files';

export type { NamedFileProblem } from '#engines/suite-file/read-named';

export interface WithFiles {
  readonly value: JsonObject;
  readonly problems: readonly NamedFileProblem[];
  /** Files of rows, by flow. */
  readonly rowFiles: ReadonlyMap<string, string>;
}

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

/** Bytes for a tool: what a file holds is its own, and no template. */
const fillToolFiles: Fill = (files, pointer, place) =>
  isJsonObject(files)
    ? Object.fromEntries(
        Object.entries(files).map(([name, file]) => {
          if (!isJsonObject(file) || file['file'] === undefined) return [name, file];
          const base64 = load(file['file'], `${pointer}/${pointerSegment(name)}/file`, BYTES, place);
          return [name, { base64: base64 ?? '' }];
        }),
      )
    : files;

/** Rows of a load's entries, as flows have them. */
const fillMix: Fill = (mix, pointer, place) =>
  each(mix, pointer, place, (entry, at) => fillRows(entry, at, place, () => undefined));

const fillCase: Fill = (item, pointer, place) =>
  fields(item, pointer, place, {
    request: fillRequest,
    checks: fillChecks,
    setup: fillSteps,
    teardown: fillSteps,
    poll: (poll, at) => fields(poll, at, place, { until: fillChecks }),
    receive: (receive, at) => fields(receive, at, place, { where: fillChecks }),
    consume: (consume, at) => fields(consume, at, place, { where: fillChecks }),
    tool: (tool, at) => fields(tool, at, place, { files: fillToolFiles }),
    load: (definition, at) => fields(definition, at, place, { mix: fillMix }),
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

/** `file` is no field of an OpenAPI document, so an object of nothing else names one. */
const fillDocument: Fill = (document, pointer, place) => {
  if (!isJsonObject(document) || Object.keys(document).length !== 1 || document['file'] === undefined) return document;
  return load(document['file'], `${pointer}/file`, DOCUMENT, place) ?? {};
};

const fillDocuments: Fill = (documents, pointer, place) =>
  isJsonObject(documents)
    ? Object.fromEntries(
        Object.entries(documents).map(([name, document]) => [
          name,
          fillDocument(document, `${pointer}/${pointerSegment(name)}`, place),
        ]),
      )
    : documents;

/**
 * Reads the files that a suite names: rows, parts of bodies, JSON Schemas, OpenAPI documents. Each is found from the file that names it.
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
      ...(value['documents'] === undefined
        ? {}
        : { documents: fillDocuments(value['documents'], '/documents', { from: '', reading }) }),
      ...(value['cases'] === undefined ? {} : { cases }),
    },
    problems: reading.problems,
    rowFiles,
  };
};
