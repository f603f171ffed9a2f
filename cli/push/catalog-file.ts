import type { EnvironmentDefinition } from '#core/environment';
import type { ServiceDefinition } from '#core/catalog';
import type { SuiteDefinition } from '#core/suite';
import type { Json } from '#core/units';
import { isJsonObject } from '#core/json-types';
import { findSensitive } from '#core/masking';
import { parseSuiteFile, type FileProblem } from '#engines/suite-file/parse-suite';
import { readYaml, type ReadFile } from '#engines/suite-file/read-yaml';
import { definitionProblems } from './definition-problems.ts';

/** A file of the catalog, told by what is in it and not by its name. */
export type CatalogFile =
  | { readonly kind: 'service'; readonly file: string; readonly id: string; readonly definition: ServiceDefinition }
  | {
      readonly kind: 'environment';
      readonly file: string;
      readonly id: string;
      readonly definition: EnvironmentDefinition;
    }
  | { readonly kind: 'suite'; readonly file: string; readonly id: string; readonly definition: SuiteDefinition }
  | { readonly kind: 'other'; readonly file: string; readonly why: string }
  | { readonly kind: 'invalid'; readonly file: string; readonly problems: readonly FileProblem[] };

const PROBLEMS_MAX = 100;

const textsOf = function* (
  value: Json,
  pointer: string,
): Generator<{ readonly text: string; readonly pointer: string }> {
  if (typeof value === 'string') yield { text: value, pointer };
  else if (Array.isArray(value))
    for (const [at, item] of (value as readonly Json[]).entries()) yield* textsOf(item, `${pointer}/${String(at)}`);
  else if (isJsonObject(value)) {
    for (const [name, item] of Object.entries(value)) {
      yield* textsOf(item, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    }
  }
};

/** Values that look like secrets or card numbers: the plane refuses them, so it is said here with the place. The value is not repeated. */
const sensitiveProblems = (read: ReadFile): FileProblem[] =>
  read.value === undefined
    ? []
    : Array.from(textsOf(read.value, ''))
        .flatMap(({ text, pointer }) =>
          findSensitive(text).map(({ kind }) => ({
            pointer,
            place: read.placeOf(pointer),
            message: `expected a reference such as {{name}} to a secret of the environment, got what looks like a ${kind.replaceAll('-', ' ')}`,
          })),
        )
        .slice(0, PROBLEMS_MAX);

const suiteFile = (text: string, file: string, read: ReadFile): CatalogFile => {
  const { suite, problems } = parseSuiteFile(text, file);
  const all = [...problems, ...sensitiveProblems(read)];
  if (suite === undefined || all.length > 0) return { kind: 'invalid', file, problems: all };
  return { kind: 'suite', file, id: `${suite.service}.${suite.suite}`, definition: suite };
};

const named = (read: ReadFile, field: string, what: string): FileProblem[] =>
  isJsonObject(read.value) && typeof read.value[field] === 'string'
    ? []
    : [{ pointer: '', place: read.placeOf(''), message: `expected a field "${field}" with the ${what}, got none` }];

const definitionFile = (file: string, read: ReadFile, kind: 'service' | 'environment'): CatalogFile => {
  const [field, schema] =
    kind === 'service' ? (['service', 'ServiceRequest'] as const) : (['name', 'EnvironmentRequest'] as const);
  const problems = [
    ...named(read, field, kind === 'service' ? 'id of the service' : 'name of the environment'),
    ...definitionProblems(schema, read),
    ...sensitiveProblems(read),
  ];
  if (problems.length > 0 || !isJsonObject(read.value)) return { kind: 'invalid', file, problems };
  const { $schema: _schema, ...definition } = read.value;
  const name = definition[field];
  const id = typeof name === 'string' ? name : '';
  return kind === 'service'
    ? { kind, file, id, definition: definition as unknown as ServiceDefinition }
    : { kind, file, id, definition: definition as unknown as EnvironmentDefinition };
};

/**
 * Reads one file: a suite has `cases` (or `suite`), an environment `targets`, a service `owner` (or `service`) without cases. Anything else is
 * `other`, so that a folder may hold specs and notes beside its suites.
 */
export const readCatalogFile = (text: string, file: string): CatalogFile => {
  const read = readYaml(text, file);
  const { value } = read;
  if (value === undefined) return { kind: 'invalid', file, problems: read.problems };
  if (!isJsonObject(value)) return { kind: 'other', file, why: 'it holds no object' };
  const has = (field: string): boolean => Object.hasOwn(value, field);
  if (has('openapi') || has('swagger') || has('asyncapi')) return { kind: 'other', file, why: 'it is an API document' };
  if (has('cases') || has('suite')) return suiteFile(text, file, read);
  if (read.problems.length > 0) return { kind: 'invalid', file, problems: read.problems };
  if (has('targets')) return definitionFile(file, read, 'environment');
  if (has('service') || (has('owner') && !has('name'))) return definitionFile(file, read, 'service');
  return { kind: 'other', file, why: 'it is no suite (cases), environment (targets) or service (service, owner)' };
};
