import { bounded } from '#engines/functional/bounded';

/** Expressions that hold a row's value differ from row to row. */
const COMPILED_MAX = 10_000;
/** Compiled once per expression. */
const compiled = new Map<string, RegExp>();

const regexOf = (source: string): RegExp => {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const regex = new RegExp(source, 'u');
  if (compiled.size >= COMPILED_MAX) compiled.clear();
  compiled.set(source, regex);
  return regex;
};

/** Why a text is no regular expression, or undefined when it is one. */
export const regexProblem = (source: string): string | undefined => {
  try {
    regexOf(source);
    return undefined;
  } catch (error) {
    const reason =
      error instanceof Error ? error.message.replace(/^Invalid regular expression: /u, '') : 'not readable';
    return `expected a regular expression (JavaScript, flag u), got ${reason}`;
  }
};

/**
 * Matches in bounded time.
 *
 * @returns the match, or null
 * @throws TookTooLong for an expression that backtracks without end on this text
 */
export const matchRegex = (source: string, text: string): RegExpExecArray | null => {
  const regex = regexOf(source);
  return bounded(() => regex.exec(text));
};
