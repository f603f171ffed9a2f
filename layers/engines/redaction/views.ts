/** Other spellings of a line: what an escape or a percent sign hides stands in clear text all the same. */

export interface View {
  readonly text: string;
  /** Where in the line as it stands the character comes from. */
  readonly at: (offset: number) => number;
}

interface Piece {
  readonly whole: string;
  readonly index: number;
  readonly plain: string;
}

/** The text with each piece replaced, and the way back; undefined when there is none. */
const replaced = (view: View, pieces: readonly Piece[]): View | undefined => {
  if (pieces.length === 0) return undefined;
  /** Offsets in the new text from which on the old ones are further by so much. */
  const starts: number[] = [];
  const shifts: number[] = [];
  let text = '';
  let from = 0;
  for (const { whole, index, plain } of pieces) {
    text += view.text.slice(from, index) + plain;
    from = index + whole.length;
    starts.push(text.length);
    shifts.push(from - text.length);
  }
  text += view.text.slice(from);
  const shiftAt = (offset: number): number => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return shifts[low - 1] ?? 0;
  };
  return { text, at: (offset) => view.at(offset + shiftAt(offset)) };
};

/** Runs of percent-encoded bytes as the text they are; bytes that are no UTF-8 stay. */
const withoutPercents = (view: View): View | undefined =>
  replaced(
    view,
    Array.from(view.text.matchAll(/(?:%[0-9A-Fa-f]{2})+/g), ({ 0: whole, index }) => ({
      whole,
      index,
      plain: decoded(whole),
    })),
  );

const decoded = (whole: string): string => {
  try {
    return decodeURIComponent(whole);
  } catch {
    // One byte of another encoding in the run: each pair by itself, as far as it is ASCII.
    return whole.replaceAll(/%([0-7][0-9A-Fa-f])/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
};

const withoutUnicodeEscapes = (view: View): View | undefined =>
  replaced(
    view,
    Array.from(
      view.text.matchAll(/\\{1,16}(?:u00([2-7][0-9a-fA-F])|x([2-7][0-9a-fA-F])|\/)/g),
      ({ 0: whole, 1: wide, 2: narrow, index }) => {
        const hex = wide ?? narrow;
        return { whole, index, plain: hex === undefined ? '/' : String.fromCharCode(Number.parseInt(hex, 16)) };
      },
    ),
  );

const withoutPluses = (view: View): View => ({ text: view.text.replaceAll('+', ' '), at: view.at });

const ROUNDS_MAX = 3;

/**
 * The line in each spelling but its own: percent-encoding and JSON's escapes undone, up to three times, with `+` as a space where the line
 * is percent-encoded.
 */
export const hiddenViews = (line: string): readonly View[] => {
  const views: View[] = [];
  let view: View = { text: line, at: (offset) => offset };
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const percents = withoutPercents(view);
    if (percents !== undefined) views.push(percents, ...(percents.text.includes('+') ? [withoutPluses(percents)] : []));
    const escapes = withoutUnicodeEscapes(percents ?? view);
    if (escapes !== undefined) views.push(escapes);
    const next = escapes ?? percents;
    if (next === undefined) break;
    view = next;
  }
  return views;
};

const HIDES = /%[0-9A-Fa-f]{2}|\\(?:u00[2-7]|x[2-7]|\/)/g;

/** Lines of a text that hide something, by where they begin and end. */
export const hidingLines = (text: string): readonly (readonly [start: number, end: number])[] => {
  const lines: (readonly [number, number])[] = [];
  HIDES.lastIndex = 0;
  for (let match = HIDES.exec(text); match !== null; match = HIDES.exec(text)) {
    const start = text.lastIndexOf('\n', match.index) + 1;
    const newline = text.indexOf('\n', match.index);
    const end = newline < 0 ? text.length : newline;
    lines.push([start, end]);
    HIDES.lastIndex = end;
  }
  return lines;
};

/** Escapes of white space as spaces, character for character, so that what stands behind them is free of the letter before it. */
export const withoutSpaceEscapes = (text: string): string =>
  text.includes('\\') ? text.replaceAll(/\\[nrtbf]/g, '  ') : text;
