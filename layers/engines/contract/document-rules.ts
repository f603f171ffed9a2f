/** Documents against the OpenAPI Initiative's own JSON Schemas: what a version allows, field by field (row 13). */
import schema20 from '@seriousme/openapi-schema-validator/schemas/v2.0/schema.json' with { type: 'json' };
import schema30 from '@seriousme/openapi-schema-validator/schemas/v3.0/schema.json' with { type: 'json' };
import schema31 from '@seriousme/openapi-schema-validator/schemas/v3.1/schema.json' with { type: 'json' };
import schema32 from '@seriousme/openapi-schema-validator/schemas/v3.2/schema.json' with { type: 'json' };
import * as draft04 from 'ajv-draft-04';
import type { Ajv, ErrorObject, Options, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { pointerSegment, shortJson } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import { valueAt } from '#engines/contract/document-reader';
import { gist } from '#engines/contract/gist';
import type { DocumentProblem, SpecVersion } from '#engines/contract/model';
import { openContract, versionOf } from '#engines/contract/open-contract';
import { bounded } from '#engines/functional/bounded';

const SCHEMAS: { readonly [version in SpecVersion]: object } = {
  '2.0': schema20,
  '3.0': schema30,
  '3.1': schema31,
  '3.2': schema32,
};

/** Of 2.0 and 3.0 unions of unions are told: only the deepest places help. */
const TOLD_MAX = 50;
const VALIDATE_MS_MAX = 10_000;

const OPTIONS: Options = { strict: false, allErrors: true, verbose: true, logger: false, validateSchema: false };

// The package is CommonJS: Node and bundlers disagree on where its default export lies.
const AjvDraft04 = ((draft04.default as unknown as { default?: typeof draft04.default }).default ??
  draft04.default) as unknown as new (options: Options) => Ajv;

const compilers = new Map<SpecVersion, ValidateFunction>();

const validatorFor = (version: SpecVersion): ValidateFunction => {
  const known = compilers.get(version);
  if (known !== undefined) return known;
  const isOld = version === '2.0' || version === '3.0';
  const ajv = isOld ? new AjvDraft04(OPTIONS) : new Ajv2020(OPTIONS);
  for (const [name, format] of Object.entries(fullFormats)) ajv.addFormat(name, format);
  const made = ajv.compile(SCHEMAS[version]);
  compilers.set(version, made);
  return made;
};

const EXPECTATIONS: { readonly [keyword: string]: (error: ErrorObject) => string } = {
  required: ({ params }) => `the field ${shortJson((params as JsonObject)['missingProperty'])}`,
  enum: ({ schema }) => `one of ${shortJson(schema as Json)}`,
  const: ({ schema }) => shortJson(schema as Json),
  pattern: ({ schema }) => `a text that matches ${shortJson(schema as Json)}`,
  format: ({ schema }) => `format ${shortJson(schema as Json)}`,
  type: ({ schema }) => shortJson(schema as Json).replaceAll('"', ''),
  additionalProperties: () => 'only fields that the specification names',
  unevaluatedProperties: () => 'only fields that the specification names',
};

const extraName = (params: JsonObject): string | undefined => {
  const name = params['additionalProperty'] ?? params['unevaluatedProperty'];
  return typeof name === 'string' ? name : undefined;
};

/** Says that something below did not fit, not what. */
const SUMMARIES = new Set(['oneOf', 'anyOf', 'if', 'not']);

const problemOf = (document: Json, error: ErrorObject): DocumentProblem => {
  const extra = extraName(error.params as JsonObject);
  const pointer = `${error.instancePath}${extra === undefined ? '' : `/${pointerSegment(extra)}`}`;
  const expected = EXPECTATIONS[error.keyword]?.(error) ?? (error.message ?? error.keyword).replace(/^must /u, '');
  const got = error.keyword === 'required' ? 'none' : gist(valueAt(document, pointer));
  const message = `${pointer === '' ? 'the document' : pointer}: expected ${expected}, got ${got}`;
  return { pointer, severity: 'error', expected, got, message };
};

/** Errors worth telling: the deepest ones of each place, as those above only say that something below is wrong. */
const telling = (errors: readonly ErrorObject[]): readonly ErrorObject[] => {
  const plain = errors.filter(({ keyword }) => !SUMMARIES.has(keyword));
  const kept = plain.length > 0 ? plain : errors;
  const isAbove = (path: string): boolean =>
    kept.some(({ instancePath }) => instancePath !== path && instancePath.startsWith(`${path}/`));
  const deepest = kept.filter(({ instancePath }) => !isAbove(instancePath));
  return deepest.length > 0 ? deepest : kept;
};

/** Where a document is not what the specification of its version allows; empty when it is. */
export const specificationProblems = (document: JsonObject, version: SpecVersion): readonly DocumentProblem[] => {
  const validate = validatorFor(version);
  if (bounded(() => validate(document), VALIDATE_MS_MAX)) return [];
  const found = new Map<string, DocumentProblem>();
  for (const error of telling(validate.errors ?? []).slice(0, TOLD_MAX)) {
    const problem = problemOf(document, error);
    if (!found.has(problem.pointer)) found.set(problem.pointer, problem);
  }
  return [...found.values()];
};

/**
 * Everything that is wrong with a document: what its specification does not allow, and what only shows when it is read (references that
 * lead nowhere, patterns that are none, parameters without a place in the path).
 *
 * @throws TypeError for a value that is no OpenAPI document; TookTooLong
 */
export const documentProblems = (document: Json): readonly DocumentProblem[] => {
  const read = openContract(document).problems;
  const version = versionOf(document);
  if (version === undefined) return read;
  const found = specificationProblems(document as JsonObject, version);
  const places = new Set(found.map(({ pointer }) => pointer));
  return [...found, ...read.filter(({ pointer }) => !places.has(pointer))];
};
