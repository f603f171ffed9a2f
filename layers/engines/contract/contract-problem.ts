import { pointerSegment, shortJson } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import type { ErrorObject, UnionParams } from '#engines/contract/compiler';
import type { Operation } from '#engines/contract/model';
import { gist } from '#engines/contract/gist';
import { sourceOf } from '#engines/contract/normalise-schema';
import { FOREIGN } from '#engines/contract/projection';
import type { SchemaErrors } from '#engines/contract/validators';

export const PROBLEM_KINDS = [
  'operation',
  'status',
  'media-type',
  'header',
  'path',
  'query',
  'querystring',
  'cookie',
  'body',
  'read-only',
  'write-only',
] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** Where a request or response and its document disagree. The same form for all operations (C5). */
export interface ContractProblem {
  readonly kind: ProblemKind;
  /** `warning` for what is undeclared and not looked at strictly; it feeds drift (C10). */
  readonly severity: 'error' | 'warning';
  /** `GET /orders/{id}`. */
  readonly operation: string;
  /** JSON Pointer into the document. */
  readonly documentPointer: string;
  /** JSON Pointer into the body; of a header, parameter or status its name. */
  readonly payloadPointer: string;
  readonly expected: string;
  readonly got: string;
  /** Operation, place, expected and got in a sentence. Holds values of the payload: mask it before it is kept. */
  readonly message: string;
  /** The document does not speak of it. */
  readonly undeclared?: true;
}

export interface ProblemPlace {
  readonly kind: ProblemKind;
  readonly documentPointer: string;
  readonly payloadPointer: string;
}

/** What a check of one exchange needs to know of itself. */
export interface Judging {
  readonly operation: Operation;
  readonly strict: boolean;
}

const placeWords = ({ kind, payloadPointer }: ProblemPlace): string => {
  if (kind === 'status' || kind === 'media-type' || kind === 'operation') return kind.replace('-', ' ');
  const where = payloadPointer === '' ? '' : ` ${payloadPointer}`;
  return `${['read-only', 'write-only'].includes(kind) ? 'body' : kind}${where}`;
};

export const problem = (judging: Judging, place: ProblemPlace, expected: string, got: string): ContractProblem => ({
  ...place,
  severity: 'error',
  operation: judging.operation.id,
  expected,
  got,
  message: `${judging.operation.id}, ${placeWords(place)}: expected ${expected}, got ${got}`,
});

/** Something that the document does not speak of: an error when it is looked at strictly. */
export const undeclared = (judging: Judging, place: ProblemPlace, expected: string, got: string): ContractProblem => ({
  ...problem(judging, place, expected, got),
  severity: judging.strict ? 'error' : 'warning',
  undeclared: true,
});

const typeNames = (type: Json | undefined): string =>
  Array.isArray(type) ? type.join(' or ') : shortJson(type).replaceAll('"', '');

const BOUNDS: { readonly [keyword: string]: string } = {
  minLength: 'at least {} characters',
  maxLength: 'at most {} characters',
  minItems: 'at least {} items',
  maxItems: 'at most {} items',
  minProperties: 'at least {} fields',
  maxProperties: 'at most {} fields',
  minimum: 'a number of at least {}',
  maximum: 'a number of at most {}',
  exclusiveMinimum: 'a number greater than {}',
  exclusiveMaximum: 'a number less than {}',
  multipleOf: 'a multiple of {}',
  pattern: 'a text that matches {}',
  format: 'format {}',
  const: '{}',
  enum: 'one of {}',
};

const unionExpectation = ({ passing }: UnionParams): string =>
  passing.length === 0
    ? 'one of the documented forms, which none matches'
    : `exactly one of the documented forms, of which ${String(passing.length)} match`;

/** What a keyword asks for, in words. */
const expectation = ({ keyword, params, schema, message }: ErrorObject): string => {
  const bound = BOUNDS[keyword];
  if (bound !== undefined) return bound.replace('{}', () => shortJson(schema as Json));
  const facts = params as JsonObject;
  switch (keyword) {
    case 'type':
      return typeNames(facts['type']);
    case 'required':
    case 'dependentRequired':
      return `the field ${shortJson(facts['missingProperty'])}`;
    case 'additionalProperties':
      return `no field ${shortJson(facts['additionalProperty'])}`;
    case 'unevaluatedProperties':
      return `no field ${shortJson(facts['unevaluatedProperty'])}`;
    case 'uniqueItems':
      return `items that differ (${shortJson(facts['i'])} and ${shortJson(facts['j'])} are equal)`;
    case 'oneOf':
    case 'anyOf':
      return unionExpectation(params as unknown as UnionParams);
    case FOREIGN:
      return `no such field, as it is ${String(schema)}`;
    case 'false schema':
      return 'nothing here';
    default:
      return (message ?? keyword).replace(/^must be /u, '').replace(/^must /u, 'to ');
  }
};

const extraField = (params: JsonObject): string => {
  const name = params['additionalProperty'] ?? params['unevaluatedProperty'];
  return typeof name === 'string' ? `/${pointerSegment(name)}` : '';
};

const kindOf = (place: ProblemPlace, { keyword, schema }: ErrorObject): ProblemKind => {
  if (keyword !== FOREIGN || place.kind !== 'body') return place.kind;
  return schema === 'readOnly' ? 'read-only' : 'write-only';
};

/** Errors that lead: those inside a union's nearest branch instead of the union, no echo of a condition. */
const leading = (errors: readonly ErrorObject[], above = ''): readonly ErrorObject[] =>
  errors.flatMap((error) => {
    if (error.keyword === 'if') return [];
    const here = { ...error, instancePath: above + error.instancePath };
    const { nearest } = error.params as unknown as Partial<UnionParams>;
    return nearest === undefined ? [here] : leading(nearest, here.instancePath);
  });

/** Errors of a schema as problems of one place; a value that could not be checked is one. */
export const schemaProblems = (
  judging: Judging,
  place: ProblemPlace,
  { errors, unchecked }: SchemaErrors,
): readonly ContractProblem[] => {
  if (unchecked !== undefined) return [problem(judging, place, unchecked, 'none')];
  const found = new Map<string, ContractProblem>();
  for (const error of leading(errors)) {
    const { keyword, parentSchema, params, instancePath, data } = error;
    const source = sourceOf(parentSchema) ?? place.documentPointer;
    const isOwn = keyword !== FOREIGN && keyword !== 'false schema' && !source.endsWith('/discriminator/propertyName');
    const own: ProblemPlace = {
      kind: kindOf(place, error),
      documentPointer: isOwn ? `${source}/${pointerSegment(keyword)}` : source,
      payloadPointer: `${place.payloadPointer}${instancePath}${extraField(params as JsonObject)}`,
    };
    const expected = expectation(error);
    const got = keyword === 'required' ? 'none' : gist(data as Json);
    found.set(`${own.payloadPointer} ${expected}`, problem(judging, own, expected, got));
  }
  return [...found.values()];
};
