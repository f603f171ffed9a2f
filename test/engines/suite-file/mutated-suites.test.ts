/** Valid suites with random changes: reading them never throws, and says of each problem where it is, inside a file that there is. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Json } from '#core/units';
import { readSuite } from '#engines/suite-file/check-suite';
import { parseSuiteFile } from '#engines/suite-file/parse-suite';
import { PAGES, examplesOf } from '../../docs/examples.ts';
import { SCRIPTS } from '../../docs/scripts.ts';
import { readerOf } from './suite-text.ts';

const examples = PAGES.flatMap(examplesOf);
const filesOf = (id: string): { readonly [file: string]: string } => SCRIPTS[id]?.files ?? {};
const definitions = examples.map(({ id, text }) => {
  const { suite } = parseSuiteFile(text, 's.yaml', { readFile: readerOf(filesOf(id)) });
  return suite as unknown as Json;
});

const placesIn = (value: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] => [
  path,
  ...(typeof value === 'object' && value !== null
    ? Object.entries<Json>(value).flatMap(([name, item]) => placesIn(item, [...path, name]))
    : []),
];

const changed = (value: Json, [first, ...rest]: readonly (string | number)[], by: Json | undefined): Json => {
  if (first === undefined || typeof value !== 'object' || value === null) return by ?? null;
  const entries = Object.entries<Json>(value).flatMap(([name, item]): [string, Json][] => {
    if (name !== String(first)) return [[name, item]];
    return rest.length === 0 && by === undefined ? [] : [[name, changed(item, rest, by)]];
  });
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
};

const something = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    '{{row.x}}',
    '{{persona.x.y}}',
    '{{$now+1',
    '{{$randomInt(5,1)}}',
    '{{',
    '$..[?',
    '((',
    'setup',
    '../../x',
    -1,
    1e99,
  ),
  fc
    .constantFrom('rows', 'flow', 'request', 'file', 'every', 'include', 'poll')
    .map((field) => ({ [field]: [{}, 1, 'x'] })),
) as fc.Arbitrary<Json>;

test('text with a piece cut out, put in or doubled gives a suite or problems with places', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...examples),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(30),
      fc.oneof(
        fc.constantFrom('', '\n', '  ', '- ', '{', '}', ': ', '{{x}}', "'", 'id: x', 'null'),
        fc.string({ maxLength: 5 }),
      ),
      ({ id, text }, where, cut, added) => {
        const at = Math.floor(where * text.length);
        const mutated = text.slice(0, at) + added + text.slice(at + cut);
        const { suite, problems } = parseSuiteFile(mutated, 's.yaml', { readFile: readerOf(filesOf(id)) });

        expect(suite !== undefined || problems.length > 0).toBe(true);
        for (const { place, message } of problems) {
          expect(place.file === 's.yaml' || place.file in filesOf(id)).toBe(true);
          expect(place.line).toBeGreaterThanOrEqual(1);
          expect(place.line).toBeLessThanOrEqual((filesOf(id)[place.file] ?? mutated).split('\n').length + 1);
          expect(place.column).toBeGreaterThanOrEqual(1);
          expect(message).not.toBe('');
        }
      },
    ),
    { numRuns: 1500 },
  );
});

test('any value in the place of any other gives a suite or problems, and a suite can be read again', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...definitions),
      fc.nat(),
      fc.option(something, { nil: undefined }),
      (definition, number, by) => {
        const places = placesIn(definition);
        const mutated = changed(definition, places[number % places.length] ?? [], by);
        const { suite, problems } = readSuite(mutated);

        expect(suite !== undefined || problems.length > 0).toBe(true);
        // As JSON has it, which knows no -0.
        const written = JSON.stringify(suite ?? null);
        if (suite !== undefined) expect(readSuite(JSON.parse(written)).suite).toEqual(JSON.parse(written));
      },
    ),
    { numRuns: 1500 },
  );
});

test('the name of a webhook that is no text is a problem of form, said once', () => {
  const { problems } = readSuite({
    suite: 'a',
    service: 'b',
    webhooks: { paid: {} },
    cases: [{ id: 'told', receive: { webhook: -1 }, checks: [{ path: '$', length: 1 }] }],
  });

  expect(problems.map(({ pointer }) => pointer)).toEqual(['/cases/0/receive/webhook']);
});
