import type { GraphOptions } from '#core/dependency-graph';
import { isJsonObject } from '#core/json-types';
import type { SuiteDefinition } from '#core/suite';
import type { Json, JsonObject } from '#core/units';
import { expandSuite } from '#engines/suite-file/expand-suite';
import type { ExpandedSuite } from '#engines/suite-file/expand-suite';
import type { ReadFile } from '#engines/suite-file/file-problem';
import { withNamedFiles } from '#engines/suite-file/named-files';
import type { WithFiles } from '#engines/suite-file/named-files';
import { placeOfExpanded } from '#engines/suite-file/origins';
import type { Place, Written } from '#engines/suite-file/origins';
import { besideForm, readablePart } from '#engines/suite-file/readable-part';
import type { RuleProblem } from '#engines/suite-file/rule-problem';
import { CASES_MAX, FORM_PROBLEMS_MAX, caseFormProblems, formProblems } from '#engines/suite-file/suite-form';
import { suiteProblems } from '#engines/suite-file/suite-rules';
import type { SuiteFileReader } from '#engines/suite-file/suite-files';
import { suiteWarnings } from '#engines/suite-file/suite-warnings';

/** What is wrong with a suite, where it was written: said alike for files, pushed bodies and jobs. */
export interface SuiteProblem {
  /** JSON Pointer into the file that `file` names. */
  readonly pointer: string;
  readonly message: string;
  readonly code: string;
  readonly expected?: string;
  readonly got?: string;
  /** Whether the name of the field is at fault, or its value. */
  readonly at?: 'key' | 'value';
  /** A file of fragments, relative to the folder of the suite's file; absent for the suite itself. */
  readonly file?: string;
  /** The includes that led to the place, the nearest first. */
  readonly included?: readonly Written[];
  /** The ready-made fragment that the problem is in; the place is its include then. */
  readonly ready?: string;
  /** Line of a file of rows that the problem is in. */
  readonly data?: { readonly file: string; readonly line: number };
}

export interface ReadSuiteOptions extends GraphOptions {
  /** Reads the files that a suite names; without it such a name is a problem. */
  readonly readFile?: SuiteFileReader;
}

export interface SuiteReading {
  /** Expanded; only when there are no problems. */
  readonly suite?: SuiteDefinition;
  readonly problems: readonly SuiteProblem[];
  /** Allowed, but hardly meant. */
  readonly warnings: readonly SuiteProblem[];
  /** Files of fragments that were read, by their names in problems. */
  readonly sources: ReadonlyMap<string, ReadFile>;
}

/** More than anybody repairs at a time. */
export const PROBLEMS_MAX = 100;

/** Said before the form is looked at: a list of a million would keep a function busy for half a minute. */
const tooManyCases = (value: unknown): SuiteProblem | undefined => {
  const cases = isJsonObject(value) ? value['cases'] : undefined;
  if (!Array.isArray(cases) || cases.length <= CASES_MAX) return undefined;
  const expected = `at most ${String(CASES_MAX)} cases in one suite`;
  const got = String(cases.length);
  const message = `expected ${expected}, got ${got}; split it into several suites`;
  return { pointer: '/cases', code: 'schema', message, expected, got, at: 'key' };
};

const withDefaults = (value: JsonObject): SuiteDefinition => {
  const fields = value as unknown as SuiteDefinition;
  return { ...fields, capability: fields.capability ?? 'functional' };
};

const capped = (problems: readonly SuiteProblem[]): readonly SuiteProblem[] => {
  const different = [
    ...new Map(problems.map((one) => [`${one.file ?? ''}#${one.pointer} ${one.message}`, one])).values(),
  ];
  return different.length <= PROBLEMS_MAX
    ? different
    : [
        ...different.slice(0, PROBLEMS_MAX),
        { pointer: '', code: 'more', message: `and ${String(different.length - PROBLEMS_MAX)} more problems` },
      ];
};

const written = ({
  file,
  pointer,
  included,
  ready,
}: Place): Pick<SuiteProblem, 'pointer' | 'file' | 'included' | 'ready'> => ({
  pointer,
  ...(file === '' ? {} : { file }),
  ...(included.length === 0 ? {} : { included }),
  ...(ready === undefined ? {} : { ready }),
});

/** Messages name places of the expanded suite, which nobody wrote. */
const inWords = (message: string, { origins }: ExpandedSuite): string =>
  message.replace(/\/cases\/\d+/gu, (pointer) => {
    const { file, pointer: place } = placeOfExpanded(origins, pointer);
    return file === '' ? place : `${file}#${place}`;
  });

const ruleProblem = ({ pointer, message, ...rest }: RuleProblem, expanded: ExpandedSuite): SuiteProblem => ({
  ...rest,
  message: inWords(message, expanded),
  ...written(placeOfExpanded(expanded.origins, pointer)),
});

/** What is wrong with the form of the suite, of its fragments, of what its includes give and of the files that it names. */
const problemsOfForm = (value: JsonObject, expanded: ExpandedSuite, files: WithFiles): SuiteProblem[] => {
  const form = formProblems(value).map((problem) => ({ ...problem, code: 'schema' }));
  if (form.length >= FORM_PROBLEMS_MAX) return form;
  const cases = (files.value['cases'] ?? []) as readonly Json[];
  const numbers = expanded.included;
  const found = caseFormProblems(numbers.map((at) => cases[at] ?? null));
  // An id was looked at where it is written, and its prefix where it is included.
  const ofIncluded = found
    .filter(({ pointer }) => !/^\/cases\/\d+\/id$/u.test(pointer))
    .map((problem) => {
      const pointer = problem.pointer.replace(
        /^\/cases\/(\d+)/u,
        (_all, at: string) => `/cases/${String(numbers[Number(at)])}`,
      );
      return { ...problem, code: 'schema', ...written(placeOfExpanded(expanded.origins, pointer)) };
    });
  return [
    ...form,
    ...expanded.library.problems.map(({ at, where, ...rest }) => ({
      ...rest,
      ...written({ ...at, included: [] }),
      ...(where === undefined ? {} : { at: where }),
    })),
    ...expanded.problems.map(({ at, where, ...rest }) => ({
      ...rest,
      ...written(at),
      ...(where === undefined ? {} : { at: where }),
    })),
    ...files.problems.map((problem) => ruleProblem(problem, expanded)),
    ...ofIncluded,
  ];
};

/** What can be said of the rest of a suite whose form is wrong somewhere. */
const meaningBeside = (
  form: readonly SuiteProblem[],
  expanded: ExpandedSuite,
  files: WithFiles,
  options: GraphOptions,
): SuiteProblem[] => {
  const readable = readablePart(files.value);
  if (readable === undefined) return [];
  const found = suiteProblems(readable, options, files.rowFiles).map((problem) => ruleProblem(problem, expanded));
  return besideForm(found, form, readable);
};

/**
 * Reads a suite from any JSON value, in the form of files or as it is stored: shape by suite.schema.json, then setup, fragments and rows are
 * expanded and the files that are named are read, then what a schema cannot say is checked: dependencies, variables, generated values,
 * rows, headers, JSONPaths, regular expressions, JSON Schemas.
 *
 * @returns `suite` only when there are no problems; at most PROBLEMS_MAX problems, in the order of the file as far as it has one
 */
export const readSuite = (value: unknown, options: ReadSuiteOptions = {}): SuiteReading => {
  const nothing = { warnings: [], sources: new Map<string, ReadFile>() };
  const excess = tooManyCases(value);
  if (excess !== undefined) return { ...nothing, problems: [excess] };
  if (!isJsonObject(value)) {
    const problems = formProblems(value).map((problem) => ({ ...problem, code: 'schema' }));
    return { ...nothing, problems: capped(problems) };
  }
  const expanded = expandSuite(value, options.readFile);
  const { sources } = expanded.library;
  const files = withNamedFiles(expanded.value, expanded.origins, options.readFile);
  const form = problemsOfForm(value, expanded, files);
  if (form.length > 0) {
    const beside = form.length >= FORM_PROBLEMS_MAX ? [] : meaningBeside(form, expanded, files, options);
    return { ...nothing, sources, problems: capped([...form, ...beside]) };
  }
  const suite = withDefaults(files.value);
  const problems = suiteProblems(suite, options, files.rowFiles).map((problem) => ruleProblem(problem, expanded));
  if (problems.length > 0) return { ...nothing, sources, problems: capped(problems) };
  const fragments = isJsonObject(value['fragments']) ? value['fragments'] : {};
  const warnings = suiteWarnings(suite, fragments, expanded.usedFragments);
  return { suite, problems: [], warnings: warnings.map((one) => ruleProblem(one, expanded)), sources };
};
