import type { CheckOutcome } from '#core/case-result';
import type { Json } from '#core/units';
import { oneLine, plainText, type Paint } from '../../render/paint.ts';
import { firstDifference, valueDiff } from './value-diff.ts';

const DIFF_LINES_MAX = 40;

const isStructured = (value: Json | undefined): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0;

const shown = (value: Json | undefined, width: number): string =>
  value === undefined ? 'nothing' : oneLine(JSON.stringify(value), width);

/** Long texts that begin alike: where they part is what one looks for. */
const caret = (expected: string, got: string): string | undefined => {
  const at = firstDifference(expected, got);
  return expected.length > 16 && got.length > 16 && at > 8 ? `${' '.repeat(at)}^` : undefined;
};

const pairLines = ({ expected, got }: CheckOutcome, paint: Paint, width: number): string[] => {
  const texts = [shown(expected, width), shown(got, width)] as const;
  const mark = typeof expected === 'string' && typeof got === 'string' ? caret(...texts) : undefined;
  return [
    `    expected  ${paint.green(texts[0])}`,
    `    got       ${paint.red(texts[1])}`,
    ...(mark === undefined || mark.length > width ? [] : [`              ${paint.yellow(mark)}`]),
  ];
};

const diffLines = (expected: Json, got: Json, paint: Paint, width: number): string[] => {
  const lines = valueDiff(expected, got);
  const coloured = (mark: string, text: string): string =>
    mark === '-' ? paint.green(text) : mark === '+' ? paint.red(text) : paint.dim(text);
  const told = lines.slice(0, DIFF_LINES_MAX);
  return [
    `    ${paint.green('- expected')}  ${paint.red('+ got')}`,
    ...told.map(({ mark, text }) => `    ${coloured(mark, `${mark} ${oneLine(text, width)}`)}`),
    ...(lines.length > told.length ? [paint.dim(`    … ${String(lines.length - told.length)} more lines`)] : []),
  ];
};

const detail = (check: CheckOutcome, paint: Paint, width: number): string[] => {
  const { expected, got, message, path } = check;
  // A message says what was expected and what came, in better words than both values beside each other.
  if (message !== undefined && message !== '') {
    const where = path === undefined || message.includes(path) || check.check.startsWith(path) ? '' : ` (at ${path})`;
    return [`    ${oneLine(`${message}${where}`, width * 3)}`];
  }
  if (hasDiff(check)) return diffLines(expected ?? null, got ?? null, paint, width);
  if (expected === undefined && got === undefined) return [];
  const at = path === undefined || check.check.startsWith(path) ? [] : [`    at        ${plainText(path)}`];
  return [...at, ...pairLines(check, paint, width)];
};

/** Whether a check is told as a difference of its two values, which then need not be told elsewhere. */
export const hasDiff = ({ expected, got, message }: CheckOutcome): boolean =>
  (message === undefined || message === '') && isStructured(expected) && isStructured(got);

/** Below a difference, the value in the title would be its third telling. */
const TITLE_BESIDE_DIFF = 56;

/**
 * A check that did not hold, with what was expected and what came.
 *
 * @param isTitled its title stands above already: a schema says several things
 */
export const checkLines = (check: CheckOutcome, isTitled: boolean, paint: Paint, columns: number): string[] => {
  const mark = check.warn === true ? paint.yellow('!') : paint.red('✗');
  const title = oneLine(check.check, hasDiff(check) ? TITLE_BESIDE_DIFF : columns);
  return [...(isTitled ? [] : [`  ${mark} ${paint.bold(title)}`]), ...detail(check, paint, Math.max(40, columns - 14))];
};
