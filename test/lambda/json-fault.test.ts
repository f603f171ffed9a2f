/** JSON.parse is the oracle for whether a text is JSON; places are literals, and for any spoilt text the prefix before the place is sound. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { findJsonFault } from '#lambda/json-fault';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test.each<[string, number, number, string, string]>([
  ['', 1, 1, 'a value', 'the end'],
  ['{"a": x}', 1, 7, 'a value', '"x"'],
  ['{"a": 1,}', 1, 9, 'a member name in double quotes', '"}"'],
  ["{'a': 1}", 1, 2, 'a member name in double quotes or "}"', '"\'"'],
  ['[1, 2', 1, 6, '"," or "]"', 'the end'],
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3, '"," or "}"', '"\\""'],
  ['{"a" 1}', 1, 6, '":"', '"1"'],
  ['[1] // why', 1, 5, 'nothing more', '"/"'],
  ['["tab\there"]', 1, 2, 'a value or "]"', '"\\""'],
  ['[1 2]', 1, 4, '"," or "]"', '"2"'],
  ['[NaN]', 1, 2, 'a value or "]"', '"N"'],
  ['[01]', 1, 3, '"," or "]"', '"1"'],
  ['\ufeff{}', 1, 1, 'a value', '"\ufeff"'],
])('in %j the fault is at line %i, column %i: expected %s, got %s', (text, line, column, expected, got) => {
  expect(findJsonFault(text)).toEqual({ line, column, expected, got });
});

test('a text has a fault exactly when JSON.parse refuses it', () => {
  const tokens = fc.array(
    fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '\\',
      '1',
      '-',
      '.5',
      'e3',
      'true',
      'nul',
      ' ',
      '\n',
      '\u0000',
    ),
    { maxLength: 9 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        tokens.map((found) => found.join('')),
        fc.json(),
        fc.string(),
      ),
      (text) => {
        expect(findJsonFault(text) === undefined).toBe(isJson(text));
      },
    ),
    { numRuns: 3000 },
  );
});

test('a spoilt text has its fault at or before the first spoilt character or where a text lost its end', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(), (value, turn) => {
      const text = JSON.stringify(value);
      const at = turn % text.length;
      const spoilt = `${text.slice(0, at)}\u0001${text.slice(at)}`;

      const fault = findJsonFault(spoilt);

      expect(fault).toBeDefined();
      expect(fault?.line).toBe(1);
      expect(fault?.column).toBeLessThanOrEqual(at + 1);
    }),
    { numRuns: 500 },
  );
});

test('deep nesting does not exhaust the stack', () => {
  expect(findJsonFault('['.repeat(500_000))).toMatchObject({ column: 500_001, got: 'the end' });
});
