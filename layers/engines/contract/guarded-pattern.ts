/** Regular expressions of a document, which nobody here wrote: none may take time without end. */
import { bounded } from '#engines/functional/bounded';
import { readPattern } from '#engines/contract/schema-keywords';

/** Steps that are taken without a watch; some nanoseconds each. */
const STEPS_MAX = 1_000_000;
/** Longest text that even an expression which tries every way through it ends soon with. */
const HOSTILE_LENGTH_MAX = 18;
const PATTERN_MS_MAX = 250;

const withoutTexts = (source: string): string =>
  source.replaceAll(/\\./gsu, 'a').replaceAll(/\[(?:[^\]\\]|\\.)*\]/gsu, 'a');

/** How an expression's time grows with the text: the power of its length; Infinity where it may double with each character. */
export const growthOf = (source: string): number => {
  const plain = withoutTexts(source);
  const hasRepeatedGroup = /\)(?:[*+]|\{\d*,\d*\})/u.test(plain);
  if (hasRepeatedGroup || /\\[1-9k]|\(\?[=!<]/u.test(source)) return Infinity;
  const repeats = plain.match(/[*+]|\{\d*,\d*\}/gu)?.length ?? 0;
  return repeats + 1;
};

export interface GuardedPattern {
  readonly test: (text: string) => boolean;
  readonly toString: () => string;
}

/** @throws TookTooLong from `test`, for an expression that does not come to an end with this text */
export const guardedRegExp = (regex: RegExp): GuardedPattern => {
  const growth = growthOf(regex.source);
  const lengthMax = growth === Infinity ? HOSTILE_LENGTH_MAX : STEPS_MAX ** (1 / growth);
  return {
    test: (text) => (text.length <= lengthMax ? regex.test(text) : bounded(() => regex.test(text), PATTERN_MS_MAX)),
    toString: () => String(regex),
  };
};

/** @returns a pattern that everything matches when it cannot be read: documents are told so when they are opened */
export const guardedPattern = (source: string): GuardedPattern => guardedRegExp(readPattern(source) ?? /(?:)/u);
