/** Expressions that no text of a bearable length matches, or that nobody can judge in time, cost next to nothing however often they stand. */
import { expect, test } from '@jest/globals';
import { textAgainstPattern, textOfPattern } from '#engines/generated/pattern/text-of-pattern';
import { seededRandomAt } from '#engines/data/seeded-random';

test.each(['^((a|aa)+)*b{1000000}$', '^(([a-z])+.)+[A-Z]([a-z]){30000}$'])(
  '%s is given up before a character is drawn',
  (source) => {
    const inner = seededRandomAt('s', source);
    let draws = 0;
    const random = {
      ...inner,
      int: (low: number, high: number) => {
        draws += 1;
        return inner.int(low, high);
      },
    };

    expect(textOfPattern(source, random, { min: 0, max: 100_000 })).toBeUndefined();
    textAgainstPattern(source, random, { min: 0, max: 100_000 });

    expect(draws).toBeLessThan(100);
  },
);
