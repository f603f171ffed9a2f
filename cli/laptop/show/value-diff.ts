import type { Json } from '#core/units';

/** A line of a difference: in both, only expected, only found, or how many equal ones were left out. */
export interface DiffLine {
  readonly mark: ' ' | '-' | '+' | '…';
  readonly text: string;
}

/** Lines of either value that are compared; beyond it the beginning is. */
const LINES_MAX = 400;
/** Equal lines kept around each difference. */
const CONTEXT = 2;

const linesOf = (value: Json): readonly string[] =>
  JSON.stringify(value, sortedKeys, 2).split('\n').slice(0, LINES_MAX);

/** Objects compare without regard to the order of their fields, so they are shown in one. */
const sortedKeys = (_name: string, value: Json): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Lines without the comma that only says that another follows: its absence is no difference. */
const bare = (line: string): string => line.replace(/,$/u, '');

/** Longest common lines of both from each pair of places on, as a table of (a+1) x (b+1). */
const commonLengths = (a: readonly string[], b: readonly string[]): Uint16Array => {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        bare(a[i] ?? '') === bare(b[j] ?? '')
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  return lengths;
};

const allLines = (a: readonly string[], b: readonly string[]): DiffLine[] => {
  const lengths = commonLengths(a, b);
  const width = b.length + 1;
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && right !== undefined && bare(left) === bare(right)) {
      lines.push({ mark: ' ', text: right });
      i += 1;
      j += 1;
    } else if (
      right === undefined ||
      (left !== undefined && (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      lines.push({ mark: '-', text: left ?? '' });
      i += 1;
    } else {
      lines.push({ mark: '+', text: right });
      j += 1;
    }
  }
  return lines;
};

/** How two values differ, line by line, with what is equal left out but for a little around each difference. */
export const valueDiff = (expected: Json, got: Json): readonly DiffLine[] => {
  const lines = allLines(linesOf(expected), linesOf(got));
  const near = new Set<number>();
  for (const [at, { mark }] of lines.entries())
    if (mark !== ' ') for (let beside = at - CONTEXT; beside <= at + CONTEXT; beside += 1) near.add(beside);
  const shown: DiffLine[] = [];
  let hidden = 0;
  const tellHidden = (): void => {
    if (hidden > 0) shown.push({ mark: '…', text: `${String(hidden)} equal ${hidden === 1 ? 'line' : 'lines'}` });
    hidden = 0;
  };
  for (const [at, line] of lines.entries()) {
    if (near.has(at)) {
      tellHidden();
      shown.push(line);
    } else hidden += 1;
  }
  tellHidden();
  return shown;
};

/** Where two texts begin to differ, counted in characters. */
export const firstDifference = (a: string, b: string): number => {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
};
