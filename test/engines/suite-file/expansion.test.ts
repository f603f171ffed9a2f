/** Setup, teardown and rows become plain cases; what grows beyond bounds is ended; what is expanded stays as it is. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readSuite } from '#engines/suite-file/check-suite';
import { CASE, HEAD, parse, said } from './suite-text.ts';

describe('bombs end soon, with a problem', () => {
  const levels = (make: (level: number) => string): string =>
    `${HEAD}fragments:\n${Array.from({ length: 10 }, (_one, level) => `  f${String(level)}: ${make(level)}\n`).join('')}`;
  const ten = (text: (index: number) => string): string =>
    Array.from({ length: 10 }, (_one, index) => text(index)).join(', ');

  test.each([
    [
      'ten levels of ten includes',
      levels((level) =>
        level === 0
          ? `{ cases: [${CASE}] }`
          : `{ include: [${ten((at) => `{ fragment: f${String(level - 1)}, as: p${String(at)} }`)}] }`,
      ),
      'expected at most 10000 includes',
    ],
    [
      'a text that grows tenfold at each level',
      levels((level) =>
        level === 0
          ? "{ parameters: { t: {} }, cases: [{ id: x, request: { method: POST, path: /, body: '{{t}}' }, checks: [{ status: 200 }] }] }"
          : `{ parameters: { t: { default: abcdefghij } }, include: [{ fragment: f${String(level - 1)}, with: { t: '${'{{t}}'.repeat(10)}' } }] }`,
      ),
      'characters larger, got more',
    ],
    [
      'a list that grows tenfold at each level',
      levels((level) =>
        level === 0
          ? "{ parameters: { t: {} }, cases: [{ id: x, request: { method: POST, path: /, json: '{{t}}' }, checks: [{ status: 200 }] }] }"
          : `{ parameters: { t: { default: 1 } }, include: [{ fragment: f${String(level - 1)}, with: { t: [${ten(() => "'{{t}}'")}] } }] }`,
      ),
      'characters larger, got more',
    ],
  ])('%s', (_name, text, words) => {
    expect(said(`${text}include: [{ fragment: f9 }]\n`).join('\n')).toContain(words);
  });

  test('eleven levels are one too many', () => {
    const deep = Array.from(
      { length: 12 },
      (_one, at) =>
        `  f${String(at)}: { ${at === 0 ? `cases: [${CASE}]` : `include: [{ fragment: f${String(at - 1)} }]`} }\n`,
    ).join('');

    expect(said(`${HEAD}fragments:\n${deep}include: [{ fragment: f11 }]\n`).join('\n')).toContain(
      'at most 10 levels deep',
    );
  });
});

describe('setup, teardown and rows', () => {
  const text = `${HEAD}setup:
  - { id: s1, request: { method: GET, path: /s }, checks: [{ status: 200 }] }
cases:
  - { id: each, rows: [{ n: 1 }, { n: 2 }], request: { method: GET, path: '/{{row.n}}' }, checks: [{ status: 200 }] }
teardown:
  - { id: t1, request: { method: DELETE, path: '/{{row.n}}' }, checks: [{ status: 2xx }] }
`;

  test('become stages and flows', () => {
    const { suite } = parse(text.replace("'/{{row.n}}' }, checks: [{ status: 2xx", '/t }, checks: [{ status: 2xx'));

    expect(suite?.cases.map(({ id, stage, flow }) => [id, stage, flow])).toEqual([
      ['s1', 'setup', undefined],
      ['each', undefined, 'each'],
      ['t1', 'teardown', undefined],
    ]);
    expect(suite?.flows).toEqual({ each: { rows: [{ n: 1 }, { n: 2 }] } });
  });

  test.each([
    ['a place in teardown', (all: string) => all, '8:48: expected "row" only in a case with rows or of a flow'],
    [
      'a field that no row has',
      (all: string) => all.replace("GET, path: '/{{row.n}}", "GET, path: '/{{row.m}}"),
      '6:75: unknown field in "row.m"',
    ],
    ['a row that is none', (all: string) => all.replace('{ n: 2 }', '2'), '6:34: expected an object, got 2'],
    [
      'both rows and flow',
      (all: string) => all.replace('id: each,', 'id: each, flow: f,'),
      'it does not go with the fields beside it',
    ],
    [
      'a flow of the same name',
      (all: string) => all.replace('setup:', 'flows: { each: { rows: [{ n: 1 }] } }\nsetup:'),
      'expected no flow of the name of a case with rows',
    ],
    [
      'another stage',
      (all: string) => all.replace('id: s1,', 'id: s1, stage: teardown,'),
      '4:22: expected no other stage than that of the list "setup"',
    ],
    [
      'a circle through setup',
      (all: string) => all.replace('id: s1,', 'id: s1, dependsOn: [each],'),
      'expected a setup case to need only what runs before it',
    ],
  ])('%s is told', (_name, change, words) => {
    expect(said(change(text)).join('\n')).toContain(words);
  });
});

test('what is expanded stays as it is when it is read again', () => {
  const word = fc.constantFrom('alice', 'bob', 'carol');
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 1 }),
      fc.array(fc.jsonValue({ maxDepth: 2 }), { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      (names, values, isSetup) => {
        const text = {
          suite: 'a',
          service: 'b',
          fragments: {
            f: {
              parameters: { v: {} },
              cases: [
                {
                  id: 'x',
                  rows: values.map((v) => ({ v })),
                  request: { method: 'POST', path: '/{{run.row}}', json: ['{{v}}', 'say {{v}}', '{{row.v}}'] },
                  checks: [{ status: 200 }],
                },
              ],
            },
          },
          include: names.map((as, at) => ({ fragment: 'f', as, with: { v: values[at % values.length] ?? null } })),
          [isSetup ? 'setup' : 'teardown']: [
            { id: 's', request: { method: 'GET', path: '/' }, checks: [{ status: 200 }] },
          ],
        };
        // A file holds what JSON can say: a -0 stands in none.
        const first = readSuite(JSON.parse(JSON.stringify(text)));

        if (first.suite === undefined) expect(JSON.stringify(values)).toContain('{{');
        else expect(readSuite(JSON.parse(JSON.stringify(first.suite))).suite).toEqual(first.suite);
      },
    ),
    { numRuns: 200 },
  );
});
