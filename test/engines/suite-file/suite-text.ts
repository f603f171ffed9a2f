/** Suites as people write them, and what is said about them. */
import { formatFileProblem, parseSuiteFile } from '#engines/suite-file/parse-suite';
import type { ParsedSuite } from '#engines/suite-file/parse-suite';
import type { SuiteFileReader } from '#engines/suite-file/suite-files';

export const HEAD = 'suite: a\nservice: b\n';
/** One line of a case. */
export const CASE = '{ id: x, request: { method: GET, path: / }, checks: [{ status: 200 }] }';

/** Files by their path from the folder of the suite. */
export type Files = { readonly [file: string]: string | Uint8Array };

export const readerOf =
  (files: Files): SuiteFileReader =>
  (file, bytesMax) => {
    const content = files[file];
    if (content === undefined) return { problem: `expected to read ${file}, but there is no such file` };
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return bytes.byteLength > bytesMax ? { problem: `expected at most ${String(bytesMax)} bytes` } : { bytes };
  };

export const parse = (text: string, files?: Files): ParsedSuite =>
  parseSuiteFile(text, 'suites/s.yaml', files === undefined ? {} : { readFile: readerOf(files) });

/** Problems as editors and CI logs show them. */
export const said = (text: string, files?: Files): string[] => parse(text, files).problems.map(formatFileProblem);
