import { InvalidArgumentError } from 'commander';
import type { TagSelector } from '#core/run';
import { usageFailure } from '../cli-failure.ts';

/** Collects a repeatable option. */
export const collect = (value: string, earlier: readonly string[] | undefined): readonly string[] => [
  ...(earlier ?? []),
  value,
];

/** `90s`, `10m`, `1h`, or seconds. @returns milliseconds */
export const durationOption = (text: string): number => {
  const match = /^(\d{1,6}(?:\.\d+)?)(ms|s|m|min|h)?$/.exec(text.trim());
  const factor = { ms: 1, s: 1000, m: 60_000, min: 60_000, h: 3_600_000 }[match?.[2] ?? 's'];
  const value = Number(match?.[1]) * (factor ?? Number.NaN);
  if (!Number.isFinite(value) || value <= 0)
    throw new InvalidArgumentError('Expected a duration such as 90s, 10m or 1h.');
  return value;
};

/** A whole number within bounds. */
export const wholeOption =
  (min: number, max: number) =>
  (text: string): number => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= min && value <= max))
      throw new InvalidArgumentError(`Expected a whole number from ${String(min)} to ${String(max)}.`);
    return value;
  };

/** `key=value` pairs. @throws CliFailure usage */
export const labelsOption = (pairs: readonly string[]): { readonly [key: string]: string } =>
  Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1 || at === pair.length - 1) throw usageFailure(`--label must be key=value, got ${pair}`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );

/**
 * Tags as people write them: `--tag a` and `a+b` must all be there, `a,b` one of them, `!a` must not be there; repeated flags must all hold.
 *
 * @throws CliFailure usage for an empty tag, or for two or-lists, which the API cannot express
 */
export const tagsOption = (expressions: readonly string[]): TagSelector | undefined => {
  const all: string[] = [];
  const any: string[] = [];
  const none: string[] = [];
  for (const expression of expressions) {
    for (const term of expression.split('+').map((part) => part.trim())) {
      const names = term
        .replace(/^!/, '')
        .split(',')
        .map((name) => name.trim());
      if (names.some((name) => name === '' || name.startsWith('!'))) {
        throw usageFailure(`--tag must look like a, a+b, a,b or !a, got ${expression}`);
      }
      if (term.startsWith('!')) none.push(...names);
      else if (names.length === 1) all.push(...names);
      else if (any.length > 0)
        throw usageFailure(
          'only one list a,b of tags can be given',
          'use tags that all must be there (a+b) for the rest',
        );
      else any.push(...names);
    }
  }
  if (all.length + any.length + none.length === 0) return undefined;
  if (any.length + none.length === 0) return all;
  return {
    ...(all.length > 0 ? { all } : {}),
    ...(any.length > 0 ? { any } : {}),
    ...(none.length > 0 ? { none } : {}),
  };
};

/** A run id as the plane makes them; checked here so that a mistyped one is no request. */
export const runIdArgument = (text: string): string => {
  const id = text.trim().toLowerCase();
  if (!/^r[0-9a-hjkmnp-tv-z]{26}$/.test(id))
    throw usageFailure(
      `expected the id of a run, which is an r and 26 letters and digits, got ${JSON.stringify(text)}`,
      '`assay run` prints the id of the run that it starts',
    );
  return id;
};
