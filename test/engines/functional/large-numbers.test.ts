/** Whole numbers beyond 2^53 - 1 lose digits when JSON is read (row 4): whatever depends on those digits says so, and nothing else does. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Capture, Check } from '#core/suite';
import type { Json } from '#core/units';
import { answerOf } from '#engines/functional/answer';
import { captureValue } from '#engines/functional/captures';
import { evaluateCheck } from '#engines/functional/checks';
import { withMovedNumbers } from '#engines/functional/large-numbers';
import { optionsWith } from './answer-of-json.ts';

const answer = (text: string) =>
  answerOf({
    status: 200,
    headers: [['content-type', 'application/json']],
    body: Buffer.from(text),
    bodyBytes: Buffer.byteLength(text),
    truncated: false,
    url: 'https://api.test/',
    redirects: [],
    timingsMs: { dns: null, connect: null, tls: null, wait: 1, receive: 1, total: 2 },
  });
const check = (text: string, wanted: Check, variables: { readonly [name: string]: Json } = {}) =>
  evaluateCheck(wanted, answer(text), optionsWith(variables)).map(({ passed, message }) => [
    passed,
    message?.includes('lose digits') ?? false,
  ]);
const capture = (text: string, wanted: Capture): string => {
  const captured = captureValue(wanted, answer(text));
  return 'problem' in captured ? captured.problem : 'captured';
};

const IDS =
  '{"a":9007199254740993,"b":9007199254740992,"c":5,"list":[9007199254740993,9007199254740992],"text":"9007199254740993"}';

describe('checks', () => {
  test.each<[string, Check]>([
    ['a rounded variable seems equal', { path: '$.a', equals: '{{big}}' }],
    ['and not seems to fail', { path: '$.a', not: '{{big}}' }],
    ['inside an object', { path: '$', contains: { a: '{{big}}' } }],
    ['in a list of values', { path: '$.a', in: [1, '{{big}}'] }],
    ['two numbers seem to be the same', { path: '$.list', unique: true }],
    ['of a schema', { schema: { properties: { list: { uniqueItems: true } } } }],
    ['of one value alone', { schema: { properties: { a: { const: 9007199254740992 } } } }],
  ])('%s: that depends on lost digits', (_, wanted) => {
    expect(check(IDS, wanted, { big: Number('9007199254740993') })).toEqual([[false, true]]);
  });

  test.each<[string, Check, boolean]>([
    ['a small field beside them', { path: '$.c', equals: 5 }, true],
    ['another number', { path: '$.a', equals: 5 }, false],
    ['order against a number that keeps its digits', { path: '$.a', '>': 9007199254740991 }, true],
    ['its type', { path: '$.a', type: 'integer' }, true],
    ['its presence', { path: '$.a', exists: true }, true],
    ['the same digits as text', { path: '$.text', equals: '9007199254740993' }, true],
    ['the raw body', { body: '', contains: '"a":9007199254740993' } as unknown as Check, true],
    ['a field of an object that has one elsewhere', { path: '$', contains: { c: 5 } }, true],
    ['the length of a list', { path: '$.list', length: 2 }, true],
    ['a list in the order of their digits, which rounding hides', { path: '$.list', sorted: 'descending' }, true],
  ])('%s is judged as ever', (_, wanted, passes) => {
    expect(check(IDS, wanted).at(0)).toEqual([passes, false]);
  });

  test('the same digits twice are the same, different digits in order are in order', () => {
    const snowflakes = '[1752345678901234561,1752345678901234562,1752345678901234563]';

    expect(check(snowflakes, { path: '$', sorted: 'ascending' })).toEqual([[true, false]]);
    expect(check('[1752345678901234561,1752345678901234561]', { path: '$', unique: false })).toEqual([[true, false]]);
    expect(check('{"id":9007199254740993,"id":5}', { path: '$.id', equals: 5 })).toEqual([[true, false]]);
    expect(
      check('{"id":5,"id":9007199254740993}', { path: '$.id', equals: '{{big}}' }, { big: 9007199254740992 }),
    ).toEqual([[false, true]]);
  });
});

describe('captures', () => {
  test.each<[string, string]>([
    ['{"o":{"deep":[{"id":12345678901234567890}]}}', '$.o'],
    ['{"list":[1,9007199254740993]}', '$.list[*]'],
    ['{"o":{"id":5,"id":9007199254740993}}', '$.o'],
  ])('%s is not captured at %s', (text, path) => {
    expect(capture(text, { path })).toContain(`expected numbers of at most 2^53 - 1 in what stands at ${path}`);
  });

  test.each<[string, string]>([
    ['{"o":{"id":9007199254740991},"other":9007199254740993}', '$.o'],
    ['{"o":{"id":"9007199254740993","price":0.12345678901234567}}', '$.o'],
    ['{"o":{"id":9007199254740993,"id":5}}', '$.o'],
    ['{"o":{"quote":"\\\\\\"9007199254740993, "}}', '$.o'],
  ])('%s is captured at %s', (text, path) => {
    expect(capture(text, { path })).toBe('captured');
  });
});

describe('moving numbers', () => {
  test('keeps everything else of any JSON as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.bigInt({ min: 2n ** 53n, max: 2n ** 70n }), (value, large) => {
        const text = `{"large":${String(large)},"value":${JSON.stringify(value)}}`;
        const moved = JSON.parse(withMovedNumbers(text) ?? '{}') as { readonly large: number; readonly value: unknown };
        const read = JSON.parse(text) as { readonly large: number; readonly value: unknown };
        const safe = JSON.stringify(read.value, (_key, one: unknown) =>
          typeof one === 'number' && Math.abs(one) > 2 ** 53 ? 0 : one,
        );

        expect(
          JSON.stringify(moved.value, (_key, one: unknown) =>
            typeof one === 'number' && Math.abs(one) > 2 ** 53 ? 0 : one,
          ),
        ).toBe(safe);
        expect(moved.large).toBeGreaterThan(read.large);
      }),
    );
  });

  test('different whole numbers stay different and in order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.bigInt({ min: -(2n ** 66n), max: 2n ** 66n }), { minLength: 2, maxLength: 50 }),
        (numbers) => {
          const large = numbers.filter((one) => one > 2n ** 53n || one < -(2n ** 53n)).sort((a, b) => (a < b ? -1 : 1));
          const text = `[${large.join(',')}]`;
          const moved = JSON.parse(withMovedNumbers(text) ?? text) as number[];

          for (const [at, one] of moved.entries()) if (at > 0) expect(one).toBeGreaterThan(moved[at - 1] ?? 0);
        },
      ),
    );
  });

  test('texts, fractions and small numbers give nothing to move', () => {
    expect(
      withMovedNumbers('{"a":"12345678901234567890","b":0.1234567890123456789,"c":9007199254740991}'),
    ).toBeUndefined();
    expect(withMovedNumbers('{"a":1}')).toBeUndefined();
  });

  test('a hundred thousand of them, a text that never ends and a number of a million digits come to an end', () => {
    const many = `[${Array.from({ length: 100_000 }, (_, at) => String(10n ** 17n + BigInt(at * 7))).join(',')}]`;

    expect(JSON.parse(withMovedNumbers(many) ?? '')).toHaveLength(100_000);
    expect(withMovedNumbers(`"${'\\'.repeat(1_000_001)}`)).toBeUndefined();
    expect(withMovedNumbers(`[${'9'.repeat(1_000_000)}]`)).toBeUndefined();
  });
});
