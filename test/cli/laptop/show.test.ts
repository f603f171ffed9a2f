/** The parts of a failure: differences of values, bodies cut to what matters. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CaseResult } from '#core/case-result';
import { placeText } from '../../../cli/laptop/show/case-block.ts';
import { bodyLines, placeOf } from '../../../cli/laptop/show/body-lines.ts';
import { firstDifference, valueDiff } from '../../../cli/laptop/show/value-diff.ts';

const shown = (lines: readonly { readonly mark: string; readonly text: string }[]): string[] =>
  lines.map(({ mark, text }) => `${mark}${text}`);

test('the name of a part, which the tested API or a tool chose, stays in its line and moves no cursor', () => {
  const told = placeText({
    suite: 'shop.api',
    case: 'generated',
    row: { flow: 'generated', number: 2, name: 'a\u001b[2J\u202eb\n✓ shop.api/other' },
    tries: [{ sent: { requests: 1, requestErrors: 0 } }],
  } as unknown as CaseResult);

  expect(told).toBe('shop.api/generated[2 a\\u001b[2J\\u202eb ✓ shop.api/other]');
});

describe('the difference of two values', () => {
  test('shows what is not the same and two lines around it', () => {
    const one = { a: 1, b: { c: [1, 2, 3], d: 'x' }, e: 1, f: 2, g: 3 };

    expect(shown(valueDiff(one, { ...one, b: { c: [1, 9, 3], d: 'x' } }))).toEqual([
      '…3 equal lines',
      '     "c": [',
      '       1,',
      '-      2,',
      '+      9,',
      '       3',
      '     ],',
      '…6 equal lines',
    ]);
  });

  test('does not mind the order of fields, nor a comma that only says that more follows', () => {
    expect(shown(valueDiff({ a: 1, b: 2 }, { b: 2, a: 1 }))).toEqual(['…4 equal lines']);
    expect(shown(valueDiff([1], [1, 2])).filter((line) => /^[-+]/u.test(line))).toEqual(['+  2']);
  });

  test('equal values have none, and the marked lines rebuild both sides', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(value, value, (a, b) => {
        const same = valueDiff(a as never, a as never);
        const lines = valueDiff(a as never, b as never);

        expect(same.every(({ mark }) => mark === ' ' || mark === '…')).toBe(true);
        expect(lines.filter(({ mark }) => mark === '-').length).toBeLessThanOrEqual(
          JSON.stringify(a, null, 2).split('\n').length,
        );
        if (JSON.stringify(a) === JSON.stringify(b)) expect(lines.some(({ mark }) => mark === '+')).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  test('of two texts begins at the first other character', () => {
    expect(firstDifference('jumps over', 'jumped over')).toBe(4);
    expect(firstDifference('abc', 'abcd')).toBe(3);
    expect(firstDifference('', 'x')).toBe(0);
  });
});

describe('where a check looked', () => {
  test.each([
    ['$', []],
    ['$.a.b', ['a', 'b']],
    ["$['a b'][2].c", ['a b', 2, 'c']],
    ['$["a"]', ['a']],
    ['$.lines[*].price', ['lines']],
    ['$..price', []],
    ['$.a /0/b', ['a', '0', 'b']],
    ['status', undefined],
    ['content-type', undefined],
  ])('%s', (path, segments) => {
    expect(placeOf(path)).toEqual(segments);
  });
});

describe('a body', () => {
  test('is cut to what checks point to, which is marked', () => {
    const body = JSON.stringify({ list: Array.from({ length: 50 }, (_, at) => ({ n: at })), last: 1 });
    const lines = bodyLines(body, ['$.list[40].n', '$.nothing'], 10);

    expect(lines.filter(({ marked }) => marked).map(({ text }) => text.trim())).toEqual(['"n": 40']);
    expect(lines.length).toBeLessThanOrEqual(13);
    expect(lines.some(({ text }) => /^… \d+ more lines$/u.test(text))).toBe(true);
  });

  test('a field that is missing marks what should hold it', () => {
    const lines = bodyLines('{"a":{"b":1}}', ['$.a.c.d'], 10);

    expect(lines.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['  "a": {']);
  });

  test('that is no JSON stays as it is, short JSON stays in one line', () => {
    expect(bodyLines('<b>\n</b>\n', [], 10).map(({ text }) => text)).toEqual(['<b>', '</b>']);
    expect(bodyLines('{"a": [1, 2]}', [], 10).map(({ text }) => text)).toEqual(['{"a":[1,2]}']);
    expect(bodyLines('{}', ['$.a'], 10).map(({ text }) => text)).toEqual(['{}']);
  });
});
