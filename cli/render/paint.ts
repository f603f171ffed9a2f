import type { TextStream, World } from '../world.ts';

/** Colours text, or leaves it as it is where nobody would see the colour. */
export interface Paint {
  readonly enabled: boolean;
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
  cyan(text: string): string;
}

const wrap =
  (enabled: boolean, open: number, close: number) =>
  (text: string): string =>
    enabled && text !== '' ? `\u001B[${String(open)}m${text}\u001B[${String(close)}m` : text;

export const makePaint = (enabled: boolean): Paint => ({
  enabled,
  bold: wrap(enabled, 1, 22),
  dim: wrap(enabled, 2, 22),
  red: wrap(enabled, 31, 39),
  green: wrap(enabled, 32, 39),
  yellow: wrap(enabled, 33, 39),
  cyan: wrap(enabled, 36, 39),
});

/**
 * Whether to colour a stream: --no-color and NO_COLOR (any non-empty value, as no-color.org has it) forbid it, FORCE_COLOR asks for it,
 * else terminals that are not `dumb` get it.
 */
export const wantsColor = (world: World, stream: TextStream, flag: boolean): boolean => {
  const { NO_COLOR, FORCE_COLOR, TERM } = world.env;
  if (!flag || (NO_COLOR !== undefined && NO_COLOR !== '')) return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0') return true;
  return stream.isTTY && TERM !== 'dumb';
};

const CONTROL = new RegExp(
  '[\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]',
  'g',
);

/** Text of others made safe for a terminal: no control or direction marks, so that an answer of a tested API cannot move the cursor. */
export const plainText = (text: string): string =>
  text.replaceAll(CONTROL, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The same for what has to stay in its line, such as the name of a file: no line feed or tab either. */
export const plainLine = (text: string): string =>
  plainText(text).replaceAll('\n', '\\u000a').replaceAll('\t', '\\u0009');

/** One line of at most `width` characters; what was cut is marked. */
export const oneLine = (text: string, width: number): string => {
  const line = plainText(text.replaceAll(/\s*\r?\n\s*/g, ' '));
  return line.length <= width ? line : `${line.slice(0, Math.max(0, width - 1))}…`;
};
