/** Values where a document allows anything: what clients send there is often a language of its own, such as the filter of a search. */
import { setField } from '#core/json-types';
import type { Json } from '#core/units';
import type { SeededRandom } from '#engines/data/seeded-random';

/** Words that filters are written with, here and there. */
const OPERATORS =
  'and or not eq neq ne gt gte lt lte in nin inq between like ilike regexp exists near $and $or $not $gt $ne $in $regex $exists sort order fields limit'.split(
    ' ',
  );
const DEPTH_MAX = 3;

/** Letters, marks and spaces of a keyboard; now and then of other scripts. */
export const freeText = (random: SeededRandom, length: number): string => {
  const [low, high] =
    random.next() < 0.75
      ? [0x20, 0x7e]
      : random.pick([
          [0x00, 0x1f],
          [0xa1, 0x17f],
          [0x4e00, 0x4eff],
          [0x1f600, 0x1f64f],
        ]);
  return Array.from({ length }, () => String.fromCodePoint(random.int(low ?? 0x20, high ?? 0x7e))).join('');
};

const nameOf = (random: SeededRandom, words: readonly string[]): string => {
  const draw = random.next();
  if (draw < 0.45 && words.length > 0) return random.pick(words);
  return draw < 0.85 ? random.pick(OPERATORS) : freeText(random, random.int(0, 5));
};

const scalar = (random: SeededRandom, words: readonly string[]): Json => {
  switch (random.int(0, 6)) {
    case 0:
      return null;
    case 1:
      return random.next() < 0.5;
    case 2:
      return random.int(-10, 1_000);
    case 3:
      return random.int(-1_000_000, 1_000_000) / 64;
    case 4:
      return words.length > 0 ? random.pick(words) : 'x';
    default:
      return freeText(random, random.int(0, 8));
  }
};

/** Any JSON, up to three levels deep. @param words names of the document's fields, of which some may mean something */
export const freeJson = (random: SeededRandom, words: readonly string[], depth = 0): Json => {
  const draw = random.next();
  if (depth >= DEPTH_MAX || draw < 0.45) return scalar(random, words);
  return draw < 0.65
    ? Array.from({ length: random.int(0, 3) }, () => freeJson(random, words, depth + 1))
    : freeObject(random, words, depth);
};

export const freeObject = (random: SeededRandom, words: readonly string[], depth = 0): Json => {
  const made: { [name: string]: Json } = {};
  for (let count = random.int(0, 3); count > 0; count -= 1)
    setField(made, nameOf(random, words), freeJson(random, words, depth + 1));
  return made;
};
