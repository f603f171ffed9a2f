import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv';
import suiteSchema from '../../contracts/suite.schema.json' with { type: 'json' };
import { buildGraph } from '#core/dependency-graph';
import type { GraphOptions } from '#core/dependency-graph';
import { isJsonObject } from '#core/json-types';
import type { Check, SuiteDefinition } from '#core/suite';
import type { Json } from '#core/units';
import { explainErrors } from '#engines/suite-file/explain-errors';
import type { SchemaProblem } from '#engines/suite-file/explain-errors';
import { besideForm, readablePart } from '#engines/suite-file/readable-part';
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

let compiled: ValidateFunction | undefined;
const validator = (): ValidateFunction => {
  // Strict mode would refuse the schema's own `if`/`then` without a repeated type; its shape is held by tests.
  compiled ??= new Ajv2020({ allErrors: true, verbose: true, strict: false }).compile(suiteSchema);
  return compiled;
};

const withDefaults = (value: Json): SuiteDefinition => {
  const { $schema: _schema, ...fields } = value as unknown as SuiteDefinition & { $schema?: string };
  return { ...fields, capability: fields.capability ?? 'functional' };
};

/**
 * Reads a suite from any JSON value: shape by suite.schema.json, then what a schema cannot say: dependencies, variables, JSONPaths,
 * regular expressions, JSON Schemas.
 *
 * @returns `suite` only when there are no problems; at most PROBLEMS_MAX problems, in the order of the file as far as it has one
 */
export const readSuite = (
  value: unknown,
  options: GraphOptions = {},
): { readonly suite?: SuiteDefinition; readonly problems: readonly SuiteProblem[] } => {
  const validate = validator();
  if (!validate(value)) {
    const form = explainErrors(validate.errors ?? []);
    const problems = form.map((problem) => ({ ...problem, code: 'schema' }));
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
  ...suite.cases.flatMap((item, at) => [
    ...item.checks.flatMap((check, index) => checkProblems(check, `/cases/${String(at)}/checks/${String(index)}`)),
    ...Object.entries(item.captures ?? {}).flatMap(([name, capture]) =>
      expressionProblems(
        capture as unknown as { readonly [field: string]: Json },
        `/cases/${String(at)}/captures/${name}`,
      ),
    ),
  ]),
];

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
