/** Starts are counted as the state machine makes them: eight by each executor, one executor after the other, redrive after redrive. */
import { expect, test } from '@jest/globals';
import { attemptNumber } from '#core/attempt-number';

test('the first start is attempt 1, the first on Fargate after Lambda attempt 11, the first of a redrive attempt 21', () => {
  expect(attemptNumber({ retry: 0, redrive: 0 })).toBe(1);
  expect(attemptNumber({ retry: 0, redrive: 0, attemptBase: 10 })).toBe(11);
  expect(attemptNumber({ retry: 0, redrive: 1 })).toBe(21);
});

test('each further start has a higher number than all before', () => {
  const starts = [0, 1, 2].flatMap((redrive) =>
    [0, 10].flatMap((attemptBase) =>
      Array.from({ length: 8 }, (_, retry) => attemptNumber({ retry, redrive, attemptBase })),
    ),
  );

  expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
  expect(starts).toHaveLength(48);
});
