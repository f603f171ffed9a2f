import type { GraphOptions } from '#core/dependency-graph';
import type { SuiteDefinition } from '#core/suite';
import { readSuite } from '#engines/suite-file/check-suite';
import type { SuiteProblem } from '#engines/suite-file/check-suite';
import { readYaml } from '#engines/suite-file/read-yaml';
import type { FileProblem, ReadFile } from '#engines/suite-file/read-yaml';

export type { FileProblem } from '#engines/suite-file/read-yaml';

export interface ParsedSuite {
  /** Only when there are no problems. */
  readonly suite?: SuiteDefinition;
  readonly problems: readonly FileProblem[];
}

/**
 * Reads a suite file in YAML or JSON.
 *
 * Never throws, whatever the text. Every problem says where it is (file, line and column from 1, JSON Pointer), what was expected and
 * what came; unknown fields come with the nearest known name. Dependencies, variables, JSONPaths, regular expressions and JSON Schemas
 * are checked too, so that a suite without problems can be sent.
 *
 * @param text     at most SUITE_FILE_BYTES_MAX bytes
 * @param fileName as problems shall name it
 */
export const parseSuiteFile = (text: string, fileName: string, options: GraphOptions = {}): ParsedSuite => {
  return readSuiteFile(readYaml(text, fileName), options);
};

/** The same for a file that has been read already. */
export const readSuiteFile = (file: ReadFile, options: GraphOptions = {}): ParsedSuite => {
  if (file.value === undefined) return { problems: file.problems };
  const { suite, problems } = readSuite(file.value, options);
  if (suite !== undefined) return { suite, problems: [] };
  return { problems: problems.map((problem) => placed(problem, file)) };
};

const placed = ({ pointer, message, expected, got, at }: SuiteProblem, file: ReadFile): FileProblem => ({
  message,
  place: file.placeOf(pointer, at ?? 'value'),
  pointer,
  ...(expected === undefined ? {} : { expected }),
  ...(got === undefined ? {} : { got }),
});

/** `suite.yaml:12:7: message`: the form that editors and CI logs turn into links. */
export const formatFileProblem = ({ place, message }: FileProblem): string =>
  `${place.file}:${String(place.line)}:${String(place.column)}: ${message}`;
