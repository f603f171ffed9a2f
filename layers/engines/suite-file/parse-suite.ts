import type { SourcePlace, SuiteDefinition } from '#core/suite';
import { readSuite } from '#engines/suite-file/check-suite';
import type { ReadSuiteOptions, SuiteProblem } from '#engines/suite-file/check-suite';
import { readYaml } from '#engines/suite-file/read-yaml';
import type { FileProblem, ReadFile } from '#engines/suite-file/read-yaml';
import { shownFile } from '#engines/suite-file/suite-files';

export type { FileProblem } from '#engines/suite-file/read-yaml';
export type { SuiteFileReader } from '#engines/suite-file/suite-files';

export interface ParsedSuite {
  /** Expanded; only when there are no problems. */
  readonly suite?: SuiteDefinition;
  readonly problems: readonly FileProblem[];
  /** Allowed, but hardly meant: names that nobody uses, bodies that have no meaning. */
  readonly warnings: readonly FileProblem[];
}

/**
 * Reads a suite file in YAML or JSON, and the files that it names.
 *
 * Never throws, whatever the text. Every problem says where it is (file, line and column from 1, JSON Pointer), what was expected and
 * what came; unknown fields come with the nearest known name. Dependencies, variables, JSONPaths, regular expressions and JSON Schemas
 * are checked too, so that a suite without problems can be sent.
 *
 * @param text     at most SUITE_FILE_BYTES_MAX bytes
 * @param fileName as problems shall name it
 */
export const parseSuiteFile = (text: string, fileName: string, options: ReadSuiteOptions = {}): ParsedSuite =>
  readSuiteFile(readYaml(text, fileName), fileName, options);

/** The same for a file that has been read already. */
export const readSuiteFile = (file: ReadFile, fileName: string, options: ReadSuiteOptions = {}): ParsedSuite => {
  if (file.value === undefined) return { problems: file.problems, warnings: [] };
  const { suite, problems, warnings, sources } = readSuite(file.value, options);
  const place = (problem: SuiteProblem): FileProblem => placed(problem, { fileName, main: file, sources });
  return {
    ...(suite === undefined ? {} : { suite }),
    problems: problems.map(place),
    warnings: warnings.map(place),
  };
};

interface Files {
  readonly fileName: string;
  readonly main: ReadFile;
  readonly sources: ReadonlyMap<string, ReadFile>;
}

const placeIn = (source: string, pointer: string, what: 'key' | 'value', files: Files): SourcePlace => {
  const place = (files.sources.get(source) ?? files.main).placeOf(pointer, what);
  return source === '' ? place : { ...place, file: shownFile(files.fileName, source) };
};

const shown = ({ file, line, column }: SourcePlace): string => `${file}:${String(line)}:${String(column)}`;

/** Who included the fragment that a problem is in, the nearest first. */
const trail = ({ included = [], ready }: SuiteProblem, files: Files): string => {
  const places = included.map(({ file, pointer }) => shown(placeIn(file, pointer, 'value', files)));
  const of = ready === undefined ? '' : ` (in the ready-made fragment ${ready})`;
  return `${of}${places.length === 0 ? '' : ` (included at ${places.join(', from ')})`}`;
};

const placed = (problem: SuiteProblem, files: Files): FileProblem => {
  const { pointer, message, expected, got, at = 'value', file = '', data } = problem;
  const inSuite = placeIn(file, pointer, at, files);
  const place =
    data === undefined ? inSuite : { file: shownFile(files.fileName, data.file), line: data.line, column: 1 };
  const rows = data === undefined ? '' : ` (rows of ${shown(inSuite)})`;
  return {
    message: `${message}${rows}${trail(problem, files)}`,
    place,
    pointer,
    ...(expected === undefined ? {} : { expected }),
    ...(got === undefined ? {} : { got }),
  };
};

/** `suite.yaml:12:7: message`: the form that editors and CI logs turn into links. */
export const formatFileProblem = ({ place, message }: FileProblem): string => `${shown(place)}: ${message}`;
