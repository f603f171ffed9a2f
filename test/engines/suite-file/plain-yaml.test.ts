/**
 * The quick reader against the YAML library: whatever text it gives a value for, the library gives the same value and the same places.
 * Texts are made from the pieces that YAML is made of, so that they are nearly right; the reader may leave any of them to the library.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LineCounter, parseDocument } from 'yaml';
import { toPointer } from '#core/json-types';
import type { Json } from '#core/units';
import { aliasResolver, placeFinder } from '#engines/suite-file/yaml-places';
import { readPlain } from '#engines/suite-file/plain-yaml';
import { readYaml } from '#engines/suite-file/read-yaml';

const pathsIn = (value: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, item]) => pathsIn(item, [...path, key]))]
    : [path];

/** @returns whether the quick reader read it */
const expectSame = (text: string): boolean => {
  const plain = readPlain(text, 1000, 50);
  if (!('value' in plain)) return false;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false, version: '1.2' });
  expect({ text, found: [...document.errors, ...document.warnings].map(({ message }) => message) }).toEqual({
    text,
    found: [],
  });
  expect({ text, value: plain.value }).toEqual({ text, value: document.toJS() as Json });
  const library = placeFinder(document, aliasResolver(document), 's.yaml', (offset) => lines.linePos(offset));
  const own = readYaml(text, 's.yaml').placeOf;
  for (const pointer of pathsIn(plain.value).map(toPointer))
    for (const what of ['key', 'value'] as const)
      expect({ text, pointer, what, place: own(pointer, what) }).toEqual({
        text,
        pointer,
        what,
        place: library(pointer, what),
      });
  return true;
};

const pieces = [
  ...['a: ', 'b:', 'c: ', '"d": ', "'e': ", 'x-y: ', '$f: ', '200: ', 'null: ', 'path: $.a[0].b'],
  ...['- ', '-', '\n', '\n', '\n  ', '\n  ', '\n    ', '\n ', ' ', '  ', '\n- ', '\n  - ', '\n\n'],
  ...['{ ', '}', ' }', '[', ']', ', ', ',', '|\n', '|-\n', '>\n', '#', ' # why', ':', '{{x}}', '"{{x}}"'],
  ...['1', '-1', '0.5', '1e3', '007', '0x1f', '2xx', '1_0', '.5', '+1', '-', 'true', 'True', 'null', '~', 'no', '-0'],
  ...[
    'word',
    'two words',
    "it's",
    'http://h.test/a?b=c',
    '/a/b',
    '2024-01-01',
    'a#b',
    'a: b',
    '"q\\u00e9\\n"',
    "'it''s'",
  ],
  ...[
    '&a ',
    '*a',
    '!!str ',
    '? ',
    '---\n',
    '...',
    '%',
    '@',
    '`',
    '\t',
    '\r\n',
    'é',
    '\ufeff',
    '<<: ',
    '\\',
    '=',
    '"',
    "'",
  ],
];

test('any text made of the pieces of YAML is read as the library reads it, or left to it', () => {
  let read = 0;
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join('')),
      (text) => {
        if (expectSame(text)) read += 1;
      },
    ),
    { numRuns: 20_000 },
  );

  expect(read).toBeGreaterThan(300);
});

const SUITE = readFileSync(new URL('../../../examples/shop/suites/checkout.yaml', import.meta.url), 'utf8');

test('a suite that is spoilt at a few places is read as the library reads it, or left to it', () => {
  let read = 0;
  const spoil = fc.tuple(fc.nat(SUITE.length), fc.nat(4), fc.constantFrom('', ...pieces));
  fc.assert(
    fc.property(fc.array(spoil, { minLength: 1, maxLength: 3 }), (changes) => {
      const text = changes.reduce(
        (before, [at, cut, piece]) => before.slice(0, at) + piece + before.slice(at + cut),
        SUITE,
      );
      if (expectSame(text)) read += 1;
    }),
    { numRuns: 300 },
  );

  expect(read).toBeGreaterThan(20);
});

test.each([
  ['blocks', 'a:\n  b: 1\n  c:\n    - x\n    - d: 2\n      e: [1, { f: g }]\nh:\n- 1\n-  - 2\n   - 3\n'],
  ['comments and empty lines', '# a\n\na: b # c\n\n  # d\ne: f#g\n'],
  ['texts in quotes', 'a: "\\u00e9 \\"x\\" # no"\nb: \'it\'\'s: so\'\n"c d": 1\n'],
  ['texts after |', 'a: |\n  one\n   two\n\n  three\n\nb:\n  - |-\n    x # y\n  - z\n'],
  ['brackets over several lines', 'a: [\n    1,\n    { b: 2,\n      c: "d" }\n  ]\ne: 1\n'],
  ['names in brackets', 'a: { "b":1, c: [], d: {}, e: http://h.test/x, f: $.a.b }\n'],
])('%s are read without the library', (_name, text) => {
  expect(expectSame(text)).toBe(true);
});
