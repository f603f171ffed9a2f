import type { CatalogFile } from '../push/catalog-file.ts';
import { plainLine, plainText, type Paint } from './paint.ts';

/** `suites/auth.yaml:12:7: message`, one a line: the form that editors and CI logs turn into links. */
export const fileProblemsText = (files: readonly CatalogFile[], paint: Paint): string =>
  files
    .flatMap((one) =>
      one.kind === 'invalid'
        ? [...one.problems].sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
        : [],
    )
    .map(({ place, message, pointer }) => {
      const where = paint.bold(`${plainLine(place.file)}:${String(place.line)}:${String(place.column)}:`);
      return `${where} ${plainText(message)}${pointer === '' ? '' : paint.dim(` (${plainText(pointer)})`)}\n`;
    })
    .join('');

/** Files of a folder that are none of ours although they look like it, and those that cannot be read: left out, one a line. */
export const leftOutText = (files: readonly CatalogFile[], paint: Paint): string =>
  `${foreignText(files, paint)}${unreadText(files, paint)}`;

const foreignText = (files: readonly CatalogFile[], paint: Paint): string =>
  files
    .flatMap((one) => (one.kind === 'other' && one.isTold === true ? [one] : []))
    .map(({ file, why }) => `${paint.yellow('note:')} ${plainLine(file)} is left out: ${plainText(why)}\n`)
    .join('');

const unreadText = (files: readonly CatalogFile[], paint: Paint): string =>
  files
    .flatMap((one) => (one.kind === 'other' ? (one.problems ?? []).slice(0, 1) : []))
    .map(({ place, message }) => {
      const where = `${plainLine(place.file)}:${String(place.line)}:${String(place.column)}:`;
      return `${paint.yellow('warning:')} ${where} ${plainText(message)}; left out, because it does not look like a suite, environment or service\n`;
    })
    .join('');

/** What is allowed in suites but hardly meant, one a line. */
export const warningsText = (files: readonly CatalogFile[], paint: Paint): string =>
  files
    .flatMap((one) => (one.kind === 'suite' ? one.warnings : []))
    .map(({ place, message }) => {
      const where = `${place.file}:${String(place.line)}:${String(place.column)}:`;
      return `${paint.yellow('warning:')} ${where} ${plainText(message)}\n`;
    })
    .join('');

export const problemCount = (files: readonly CatalogFile[]): number =>
  files.reduce((sum, one) => sum + (one.kind === 'invalid' ? Math.max(1, one.problems.length) : 0), 0);
