import { guardedPattern } from '#engines/contract/guarded-pattern';
import { TookTooLong } from '#engines/functional/bounded';

/** Expressions that did not come to an end once: they are not asked again. */
const hopeless = new Set<string>();
const HOPELESS_MAX = 10_000;

/** It did not come to an end once, so nothing is known of it any more. */
export const isHopeless = (source: string): boolean => hopeless.has(source);

/** Whether a text matches a stranger's expression; undefined where that cannot be known in time. */
export const matchesPattern = (source: string, text: string): boolean | undefined => {
  if (hopeless.has(source)) return undefined;
  try {
    return guardedPattern(source).test(text);
  } catch (error) {
    if (!(error instanceof TookTooLong)) throw error;
    if (hopeless.size >= HOPELESS_MAX) hopeless.clear();
    hopeless.add(source);
    return undefined;
  }
};

/** For the compiler of schemas: what cannot be known counts as no match. */
export const watchedPattern = (
  source: string,
): { readonly test: (text: string) => boolean; readonly toString: () => string } => ({
  test: (text) => matchesPattern(source, text) ?? false,
  toString: () => source,
});
