/** A body of 1 MB can have hundreds of thousands of faults: a caller reads the first few, and a function spends no time on the rest. */
import { expect, jest, test } from '@jest/globals';

import { explainErrors, FAULTS_MAX } from '#contracts/explain-errors';
import { validateSuiteRequest } from '#contracts/generated/validators';

test('faults without end are cut before they are put into words', () => {
  const reads = { count: 0 };
  const error = (at: number) => ({
    instancePath: `/labels/${String(at)}`,
    keyword: 'additionalProperties',
    params: {
      get additionalProperty() {
        reads.count += 1;
        return `name-${String(at)}`;
      },
    },
    parentSchema: { properties: { a: {} } },
  });

  const found = explainErrors(Array.from({ length: 100_000 }, (_, at) => error(at)));

  expect(found).toHaveLength(FAULTS_MAX);
  expect(reads.count).toBeLessThan(10 * FAULTS_MAX);
});

test('of many faults each is looked at a few times at most: names and choices too', () => {
  let looks = 0;
  const counted = (keyword: string, at: number, params: object) => ({
    keyword,
    params: params as { readonly [name: string]: unknown },
    data: `x${String(at)}`,
    get instancePath() {
      looks += 1;
      return '/labels';
    },
  });
  const errors = Array.from({ length: 20_000 }, (_, at) => [
    counted('pattern', at, { pattern: '^a' }),
    counted('propertyNames', at, { propertyName: `x${String(at)}` }),
    counted('required', at, { missingProperty: 'a' }),
    { ...counted('oneOf', at, {}), instancePath: `/${String(at)}` },
  ]).flat();
  looks = 0;

  const found = explainErrors(errors);

  expect(found[0]).toEqual({ pointer: '/labels/x0', reason: 'expected a text of the form ^a, got "x0"' });
  expect(found).toHaveLength(FAULTS_MAX);
  expect(looks).toBeLessThan(20 * errors.length);
});

test('errors of many cases are gathered without copying those that were there at each of them', () => {
  const bodyOf = (cases: number): object => ({
    suite: 'checkout',
    service: 'shop',
    cases: Array.from({ length: cases }, () => ({})),
  });
  const concat = jest.spyOn(Array.prototype, 'concat');
  try {
    expect(validateSuiteRequest(bodyOf(2_000))).toBe(false);
    expect(concat).not.toHaveBeenCalled();
  } finally {
    concat.mockRestore();
  }
  // Eighteen for each case: the sixteen things that it could do, that it does none, and the id that every case must have; one for the list.
  expect(validateSuiteRequest.errors).toHaveLength(18 * 2_000 + 1);
});
