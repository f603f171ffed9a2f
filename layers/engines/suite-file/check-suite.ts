import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv';
import suiteSchema from '../../contracts/suite.schema.json' with { type: 'json' };
import { buildGraph } from '#core/dependency-graph';
import type { GraphOptions } from '#core/dependency-graph';
import { isJsonObject, pointerSegment } from '#core/json-types';
import type { Check, SuiteDefinition } from '#core/suite';
import type { Json } from '#core/units';
import { explainErrors } from '#engines/suite-file/explain-errors';
import type { SchemaProblem } from '#engines/suite-file/explain-errors';
import { besideForm, readablePart } from '#engines/suite-file/readable-part';
import { headerNameProblem } from '#engines/functional/connection-headers';
import { pathProblem } from '#engines/functional/json-path';
import { regexProblem } from '#engines/functional/bounded-regex';
import { schemaProblem } from '#engines/functional/schema-checks';

/** What is wrong with a suite, by JSON Pointer: said alike for files, pushed bodies and jobs. */
export interface SuiteProblem {
  readonly pointer: string;
  readonly message: string;
  readonly code: string;
  readonly expected?: string;
  readonly got?: string;
  /** Whether the name of the field is at fault, or its value. */
  readonly at?: 'key' | 'value';
}

/** More than anybody repairs at a time. */
export const PROBLEMS_MAX = 100;

/** Problems of form beyond which the rest of a suite is not looked at. */
const FORM_PROBLEMS_MAX = 1000;

/** Cases of one suite. Said before the form is looked at: a list of a million would keep a function busy for half a minute. */
const CASES_MAX = suiteSchema.properties.cases.maxItems;

const tooManyCases = (value: unknown): SuiteProblem | undefined => {
  const cases = isJsonObject(value) ? value['cases'] : undefined;
  if (!Array.isArray(cases) || cases.length <= CASES_MAX) return undefined;
  const expected = `at most ${String(CASES_MAX)} cases in one suite`;
  const got = String(cases.length);
  const message = `expected ${expected}, got ${got}; split it into several suites`;
  return { pointer: '/cases', code: 'schema', message, expected, got, at: 'key' };
};

let compiled: ValidateFunction | undefined;
const validator = (): ValidateFunction => {
  // Strict mode would refuse the schema's own `if`/`then` without a repeated type; its shape is held by tests.
  compiled ??= new Ajv2020({ allErrors: true, verbose: true, strict: false }).compile(suiteSchema);
  return compiled;
};

/** Cases that are validated at once: the validator's time goes with the square of the errors that it finds in one go. */
const CASES_AT_ONCE = 100;

const renumbered = (error: ErrorObject, from: number): ErrorObject => ({
  ...error,
  instancePath: error.instancePath.replace(
    /^\/cases\/(\d+)/u,
    (_all, index: string) => `/cases/${String(Number(index) + from)}`,
  ),
});

/** What suite.schema.json says against a suite; of more than FORM_PROBLEMS_MAX errors at least so many. */
const formErrors = (value: unknown): readonly ErrorObject[] => {
  const validate = validator();
  if (!isJsonObject(value) || !Array.isArray(value['cases']) || value['cases'].length <= CASES_AT_ONCE)
    return validate(value) ? [] : (validate.errors ?? []);
  const cases = value['cases'] as readonly Json[];
  const errors: ErrorObject[] = [];
  for (let from = 0; from < cases.length && errors.length <= FORM_PROBLEMS_MAX; from += CASES_AT_ONCE)
    if (!validate({ ...value, cases: cases.slice(from, from + CASES_AT_ONCE) }))
      for (const error of validate.errors ?? []) errors.push(renumbered(error, from));
  return errors;
};

const withDefaults = (value: Json): SuiteDefinition => {
  const { $schema: _schema, ...fields } = value as unknown as SuiteDefinition & { $schema?: string };
  return { ...fields, capability: fields.capability ?? 'functional' };
};

/**
 * Reads a suite from any JSON value: shape by suite.schema.json, then what a schema cannot say: dependencies, variables, headers, JSONPaths,
 * regular expressions, JSON Schemas.
 *
 * @returns `suite` only when there are no problems; at most PROBLEMS_MAX problems, in the order of the file as far as it has one
 */
export const readSuite = (
  value: unknown,
  options: GraphOptions = {},
): { readonly suite?: SuiteDefinition; readonly problems: readonly SuiteProblem[] } => {
  const excess = tooManyCases(value);
  if (excess !== undefined) return { problems: [excess] };
  const errors = formErrors(value);
  if (errors.length > 0) {
    const form = explainErrors(errors, FORM_PROBLEMS_MAX);
    const problems = form.map((problem) => ({ ...problem, code: 'schema' }));
    if (form.length >= FORM_PROBLEMS_MAX) return { problems: capped(problems) };
    return { problems: capped([...problems, ...meaningBeside(value, form, options)]) };
  }
  const suite = withDefaults(value as Json);
  const problems = meaningProblems(suite, options);
  return problems.length === 0 ? { suite, problems } : { problems: capped(problems) };
};

const capped = (problems: readonly SuiteProblem[]): readonly SuiteProblem[] =>
  problems.length <= PROBLEMS_MAX
    ? problems
    : [
        ...problems.slice(0, PROBLEMS_MAX),
        { pointer: '', code: 'more', message: `and ${String(problems.length - PROBLEMS_MAX)} more problems` },
      ];

/** What can be said of the rest of a suite whose form is wrong somewhere. */
const meaningBeside = (value: unknown, form: readonly SchemaProblem[], options: GraphOptions): SuiteProblem[] => {
  const readable = readablePart(value);
  return readable === undefined ? [] : besideForm(meaningProblems(readable, options), form, readable);
};

const meaningProblems = (suite: SuiteDefinition, options: GraphOptions): SuiteProblem[] => [
  ...buildGraph(suite, options).problems.map(({ code, pointer, message }) => ({ code, pointer, message })),
  ...headerProblems(suite.defaults?.headers, '/defaults/headers'),
  ...suite.cases.flatMap((item, at) => [
    ...headerProblems(item.request.headers, `/cases/${String(at)}/request/headers`),
    ...item.checks.flatMap((check, index) => checkProblems(check, `/cases/${String(at)}/checks/${String(index)}`)),
    ...Object.entries(item.captures ?? {}).flatMap(([name, capture]) =>
      expressionProblems(
        capture as unknown as { readonly [field: string]: Json },
        `/cases/${String(at)}/captures/${name}`,
      ),
    ),
  ]),
];

const headerProblems = (headers: object | undefined, pointer: string): SuiteProblem[] =>
  Object.keys(headers ?? {}).flatMap((name) => {
    const message = headerNameProblem(name);
    return message === undefined
      ? []
      : [{ code: 'refused-header', pointer: `${pointer}/${pointerSegment(name)}`, message, at: 'key' as const }];
  });

const EXPRESSIONS: { readonly [field: string]: (text: string) => string | undefined } = {
  path: pathProblem,
  at: pathProblem,
  matches: regexProblem,
  regex: regexProblem,
};

const expressionProblems = (fields: { readonly [field: string]: Json }, pointer: string): SuiteProblem[] =>
  Object.entries(EXPRESSIONS).flatMap(([field, problemOf]) => {
    const text = fields[field];
    if (typeof text !== 'string' || (field === 'matches' && text.includes('{{'))) return [];
    const message = problemOf(text);
    return message === undefined ? [] : [{ code: 'bad-expression', pointer: `${pointer}/${field}`, message }];
  });

const checkProblems = (check: Check, pointer: string): SuiteProblem[] => {
  const fields = check as unknown as { readonly [field: string]: Json };
  const problems = expressionProblems(fields, pointer);
  if (!('schema' in check) || !isJsonObject(check.schema)) return problems;
  const message = schemaProblem(check.schema);
  return message === undefined
    ? problems
    : [...problems, { code: 'bad-schema', pointer: `${pointer}/schema`, message }];
};
