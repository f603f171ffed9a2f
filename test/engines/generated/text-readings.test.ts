/**
 * Row 26 and section 2 item 9: in a path, query, header, cookie or form all is text, and a value that some server may rightly read as a
 * valid one is no invalid input (schemathesis#2900, #3073, #2726).
 */
import { describe, expect, test } from '@jest/globals';
import type { Json } from '#core/units';
import { isEmptyAgainstLimit, isInvalidAsForm, isInvalidAsText } from '#engines/generated/text-readings';
import { judgeOf } from './schema-of.ts';

const judge = judgeOf();

describe('a parameter', () => {
  test.each<readonly [Json, Json]>([
    [{ type: 'integer' }, 'text'],
    [{ type: 'integer' }, 1.5],
    [{ type: 'integer', minimum: 5 }, 4],
    [{ type: 'boolean' }, 'maybe'],
    [{ type: 'boolean' }, 42],
    [{ type: 'string', maxLength: 2 }, 'abc'],
    [{ type: 'string', enum: ['a'] }, 'A'],
    [{ type: 'array', items: { type: 'integer' } }, ['x']],
    [{ type: 'array', items: { type: 'integer' }, maxItems: 1 }, [1, 2]],
  ])('of %j is invalid as %j', (schema, value) => {
    expect(isInvalidAsText(judge, schema, value)).toBe(true);
  });

  test.each<readonly [string, Json, Json]>([
    ['a number is a text', { type: 'string' }, 42],
    ['a text of digits is a number', { type: 'integer' }, '42'],
    ['spaces around a number are dropped', { type: 'integer' }, ' 42 '],
    ['so are other ways to write it', { type: 'integer' }, '0x10'],
    ['and digits of other scripts', { type: 'integer' }, '٠١'],
    ['1 is true', { type: 'boolean' }, 1],
    ['no is false', { type: 'boolean' }, 'no'],
    ['nothing is sent for null', { type: 'integer' }, null],
    ['nothing is sent for an empty list', { type: 'array', minItems: 1 }, []],
    ['an empty text may count as absent', { type: 'integer' }, ''],
    ['one value is a list of one', { type: 'array', items: { type: 'string' }, minItems: 2 }, 'x'],
    ['a list is one value several times', { type: 'string', maxLength: 1 }, ['ab', 'cd']],
    ['an object is no parameter of text', { type: 'string' }, { a: 1 }],
  ])('is not called invalid where %s', (_why, schema, value) => {
    expect(isInvalidAsText(judge, schema, value)).toBe(false);
  });

  test('an empty text against a least length is plain', () => {
    expect(isEmptyAgainstLimit(judge, { type: 'string', minLength: 1 }, '')).toBe(true);
    expect(isEmptyAgainstLimit(judge, { type: ['string', 'null'], minLength: 1 }, '')).toBe(false);
    expect(isEmptyAgainstLimit(judge, { type: 'integer' }, '')).toBe(false);
  });
});

describe('a form', () => {
  const schema = {
    type: 'object',
    required: ['to'],
    properties: { to: { type: 'string', minLength: 2 }, copies: { type: 'integer' } },
  };

  test.each<readonly [boolean, Json]>([
    [true, { to: 'x' }],
    [true, { copies: 1 }],
    [true, { to: 'xy', copies: 'many' }],
    [false, { to: 'xy', copies: '1' }],
    [false, { to: 42 }],
    [false, { to: {} }],
    [false, { to: ['xy'] }],
    [false, { to: [[]] }],
    [false, { to: 'xy', copies: null }],
  ])('is invalid: %s for %j', (isInvalid, value) => {
    expect(isInvalidAsForm(judge, schema, value)).toBe(isInvalid);
  });
});
