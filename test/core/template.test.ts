import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SubstitutionError, findVariables, substitute, substituteText } from '#core/template';
import type { Json } from '#core/units';

const VALUES: { readonly [name: string]: Json } = {
  id: 7,
  flag: true,
  none: null,
  name: 'Ann',
  user: { tags: ['a', 'b'], 'first-name': 'X', deep: { n: 1.5 } },
};
const lookup = (name: string): Json | undefined => (Object.hasOwn(VALUES, name) ? VALUES[name] : undefined);
const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;
/** A text without braces and backslashes: no template. */
const plain = fc.string().map((text) => text.replaceAll(/[{}\\]/gu, ''));

describe('C3: a text', () => {
  test('C3: that is nothing but one variable becomes the variable, whatever its type', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(substitute('{{ x }}', { lookup: () => value })).toEqual(value);
      }),
      { numRuns: 200 },
    );
  });

  test('C3: around a variable stays, and the value becomes text', () => {
    fc.assert(
      fc.property(plain, plain, json, (before, after, value) => {
        fc.pre(before !== '' || after !== '');
        const text = typeof value === 'string' ? value : JSON.stringify(value);

        expect(substituteText(`${before}{{x}}${after}`, { lookup: () => value })).toBe(`${before}${text}${after}`);
      }),
      { numRuns: 200 },
    );
  });

  test('C3: of a value is never read as a template again', () => {
    expect(substituteText('a {{x}}', { lookup: () => '{{name}}' })).toBe('a {{name}}');
  });

  test('C3: without variables comes back as it was, at any depth', () => {
    fc.assert(
      fc.property(json, (value) => {
        fc.pre(!JSON.stringify(value).includes('{{'));
        expect(substitute(value, { lookup })).toEqual(value);
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['{{id}}', 7],
    ['{{ user.tags[1] }}', 'b'],
    ['{{user.first-name}}', 'X'],
    ['{{user.deep.n}}', 1.5],
    ['{{none}}', null],
    ['n={{id}}&f={{flag}}&x={{none}}', 'n=7&f=true&x=null'],
    ['\\{{id}}', '{{id}}'],
    ['{{user.deep}}!', '{"n":1.5}!'],
  ])('%s gives %j', (text, expected) => {
    expect(substituteText(text, { lookup })).toEqual(expected);
  });

  test.each([
    ['{{nobody}}', 'no variable "nobody" is known'],
    ['a {{user.tags[5]}}', 'to have 5, got a list without it'],
    ['{{user.constructor}}', 'to have "constructor", got an object without it'],
    ['{{id', 'got the end of the text'],
    ['{{7*7}}', 'got {{7*7}}'],
    ['{{}}', 'got {{}}'],
  ])('%s is an error that says why', (text, words) => {
    expect(() => substituteText(text, { lookup }, '/p')).toThrow(words);
    expect(() => substituteText(text, { lookup }, '/p')).toThrow(SubstitutionError);
  });
});

test('C3: every use is found with its place', () => {
  const { uses, problems } = findVariables(
    { a: ['x {{id}}', { 'b/c': '{{user.tags[0]}}{{ name }}' }], d: '{{oops' },
    '/r',
  );

  expect(uses.map(({ name, pointer }) => [name, pointer])).toEqual([
    ['id', '/r/a/0'],
    ['user', '/r/a/1/b~1c'],
    ['name', '/r/a/1/b~1c'],
  ]);
  expect(problems.map(({ pointer }) => pointer)).toEqual(['/r/d']);
});

test('C3: a field named __proto__ stays a field', () => {
  const value = JSON.parse('{"__proto__":{"polluted":"{{id}}"}}') as Json;

  expect(JSON.stringify(substitute(value, { lookup }))).toBe('{"__proto__":{"polluted":7}}');
  expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined();
});
