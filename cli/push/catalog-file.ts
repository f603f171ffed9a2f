import type { EnvironmentDefinition } from '#core/environment';
import type { ServiceDefinition } from '#core/catalog';
import type { SuiteDefinition } from '#core/suite';
import { isJsonObject } from '#core/json-types';
import type { Json } from '#core/units';
import { sensitivePlaces } from '#core/sensitive-places';
import { environmentProblems } from '#engines/suite-file/environment-problems';
import { readSuiteFile, type FileProblem, type ParsedSuite } from '#engines/suite-file/parse-suite';
import { readYaml, type ReadFile } from '#engines/suite-file/read-yaml';
import { definitionProblems } from './definition-problems.ts';
import { foreignBeginning, foreignObject, isForeignJson } from './foreign-file.ts';
import type { BesideReader } from './read-beside.ts';

/** A file of the catalog, told by what is in it and not by its name. */
export type CatalogFile =
  | { readonly kind: 'service'; readonly file: string; readonly id: string; readonly definition: ServiceDefinition }
  | {
      readonly kind: 'environment';
      readonly file: string;
      readonly id: string;
      readonly definition: EnvironmentDefinition;
    }
  | {
      readonly kind: 'suite';
      readonly file: string;
      readonly id: string;
      readonly definition: SuiteDefinition;
      /** Further files that went into it. */
      readonly reads: readonly string[];
      /** Allowed, but hardly meant. */
      readonly warnings: ParsedSuite['warnings'];
    }
  | {
      readonly kind: 'other';
      readonly file: string;
      readonly why: string;
      /** It cannot be read, but does not look like one of ours either: said as a warning. */
      readonly problems?: readonly FileProblem[];
      /** It belongs to suites that name it, and is checked with them. */
      readonly isPart?: true;
      /** Said as a note: it lies among suites and looks a little like one. */
      readonly isTold?: true;
    }
  | {
      readonly kind: 'invalid';
      readonly file: string;
      readonly problems: readonly FileProblem[];
      readonly reads?: readonly string[];
    };

/** Values that look like secrets or card numbers: the plane refuses them, so it is said here with the place. The value is not repeated. */
const sensitiveProblems = (read: ReadFile): FileProblem[] =>
  read.value === undefined
    ? []
    : sensitivePlaces(read.value).map(({ pointer, kind }) => ({
        pointer,
        place: read.placeOf(pointer),
        message: `expected a reference such as {{name}} to a secret of the environment, got what looks like a ${kind.replaceAll('-', ' ')}`,
      }));

/** Secrets that came in with other files: told at the suite, because a table of rows has no places of its own. */
const broughtSecrets = (suite: SuiteDefinition, read: ReadFile): FileProblem[] =>
  sensitivePlaces(suite as unknown as Json).map(({ pointer, kind }) => ({
    pointer: '',
    place: read.placeOf(''),
    message: `expected no secrets in the files that this suite names, got what looks like a ${kind.replaceAll('-', ' ')} at ${pointer} of what they make`,
  }));

const suiteFile = (file: string, read: ReadFile, beside: BesideReader | undefined): CatalogFile => {
  const options = beside === undefined ? {} : { readFile: beside.read };
  const { suite, problems, warnings } = readSuiteFile(read, file, options);
  const reads = beside?.names() ?? [];
  const own = sensitiveProblems(read);
  const brought = suite === undefined || own.length > 0 || reads.length === 0 ? [] : broughtSecrets(suite, read);
  const all = [...problems, ...own, ...brought];
  if (suite === undefined || all.length > 0) return { kind: 'invalid', file, problems: all, reads };
  return { kind: 'suite', file, id: `${suite.service}.${suite.suite}`, definition: suite, reads, warnings };
};

const named = (read: ReadFile, field: string, what: string): FileProblem[] =>
  isJsonObject(read.value) && typeof read.value[field] === 'string'
    ? []
    : [{ pointer: '', place: read.placeOf(''), message: `expected a field "${field}" with the ${what}, got none` }];

const meaningProblems = (read: ReadFile): FileProblem[] =>
  environmentProblems(read.value as unknown as EnvironmentDefinition).map((one) => ({
    ...one,
    place: read.placeOf(one.pointer),
  }));

const definitionFile = (file: string, read: ReadFile, kind: 'service' | 'environment'): CatalogFile => {
  const [field, schema] =
    kind === 'service' ? (['service', 'ServiceRequest'] as const) : (['name', 'EnvironmentRequest'] as const);
  const formProblems = [
    ...named(read, field, kind === 'service' ? 'id of the service' : 'name of the environment'),
    ...definitionProblems(schema, read),
  ];
  const problems = [
    ...formProblems,
    ...(kind === 'environment' && formProblems.length === 0 ? meaningProblems(read) : []),
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

/** A field that only files of the catalog have, wherever it stands: when in doubt a broken file is one of ours and stops a push. */
const CATALOG_FIELD = /(?:^|[{,])\s*["']?(?:suite|cases|targets|service|owner)["']?\s*:/m;

const unreadable = (text: string, file: string, { problems }: ReadFile): CatalogFile =>
  CATALOG_FIELD.test(text) && !isForeignJson(text)
    ? { kind: 'invalid', file, problems }
    : { kind: 'other', file, why: 'it cannot be read', problems };

const foreign = (file: string, what: string): CatalogFile => ({
  kind: 'other',
  file,
  why: `it is ${what}`,
  isTold: true,
});

/**
 * Reads one file: a suite has `cases` (or `suite`), an environment `targets`, a service `owner` (or `service`) without cases. Anything else is
 * `other`, so that a folder may hold specs and notes beside its suites.
 *
 * @param beside reads files that a suite names; without it such a name is a problem
 */
export const readCatalogFile = (text: string, file: string, beside?: BesideReader): CatalogFile => {
  const beginning = foreignBeginning(text);
  if (beginning !== undefined) return foreign(file, beginning);
  const read = readYaml(text, file);
  const { value } = read;
  if (value === undefined) return unreadable(text, file, read);
  if (!isJsonObject(value)) return { kind: 'other', file, why: 'it holds no object' };
  const has = (field: string): boolean => Object.hasOwn(value, field);
  if (has('fragments') && !has('suite') && !has('cases'))
    return {
      kind: 'other',
      file,
      why: 'it holds fragments, which are checked with the suites that name it',
      isPart: true,
    };
  if (has('openapi') || has('swagger') || has('asyncapi')) return { kind: 'other', file, why: 'it is an API document' };
  const what = foreignObject(value);
  if (what !== undefined) return foreign(file, what);
  if (has('cases') || has('suite')) return suiteFile(file, read, beside);
  if (read.problems.length > 0) return { kind: 'invalid', file, problems: read.problems };
  if (has('targets')) return definitionFile(file, read, 'environment');
  if (has('service') || (has('owner') && !has('name'))) return definitionFile(file, read, 'service');
  return { kind: 'other', file, why: 'it is no suite (cases), environment (targets) or service (service, owner)' };
};
