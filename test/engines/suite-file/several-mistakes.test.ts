/** Suites with several mistakes at once, and merge keys of YAML: what is said, and where; places and words are literals. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseSuiteFile } from '#engines/suite-file/parse-suite';
import { GOOD, said } from './good-suite.ts';

test.each([
  ['a colon in a value', 'name: b: c: d', '2:7: expected YAML or JSON, got a second colon in one line'],
  ['a reserved character', 'name: @b', '2:7: expected YAML or JSON, got a value that begins with a character which'],
  ['a tab', 'name:\n\tx: 1', '3:1: expected YAML or JSON, got a tab in front of a line: indent with spaces'],
  ['an open quote', 'name: "b', 'expected YAML or JSON, got a quote or bracket that is not closed'],
])('%s is one problem in plain words, with what to do, whatever follows', (_name, line, words) => {
  const problems = said(`suite: a\n${line}\ncases:\n${'  - id: x\n    name: it says "a": b: c\n'.repeat(30)}`);

  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(words);
});

describe('I3: mistakes of form do not hide the others', () => {
  const withForm = (lines: string): string => `suite: a\nservice: b\nconcurrency: 11\ncases:\n${lines}`;
  const item = (id: string, more = ''): string =>
    `  - { id: ${id}, request: { method: GET, path: / }, checks: [{ status: 200 }]${more} }\n`;

  test.each([
    ['an unknown case', item('x', ', dependsOn: [y]'), '5:88: expected a case of this suite, got "y"'],
    ['a case id twice', item('x') + item('x'), '6:11: expected each case id once, got "x" again'],
    ['an unknown variable', item('x').replace('path: /', "path: '/{{nowhere}}'"), '5:44: unknown variable "nowhere"'],
    ['a JSONPath', item('x').replace('status: 200', "path: '$.a[', exists: true"), '5:66: expected a JSONPath'],
    [
      'a regular expression',
      item('x').replace('status: 200', "body: text, matches: '(('"),
      'expected a regular expression',
    ],
    [
      'a circle',
      item('x', ', dependsOn: [y]') + item('y', ', dependsOn: [x]'),
      'expected dependencies without a circle',
    ],
  ])('%s', (_name, lines, words) => {
    const problems = said(withForm(lines)).join('\n');

    expect(problems).toContain('s.yaml:3:14: expected at most 10, got 11');
    expect(problems).toContain(words);
  });

  test.each([
    ['uses: nowhere', item('x').replace('path: /', "path: '/{{nowhere}}'")],
    ['captres: { a: 1 }', item('x').replace('path: /', "path: '/{{a}}'")],
  ])('what may only look unknown because of %s is left out', (line, lines) => {
    const problems = said(`suite: a\nservice: b\n${line}\ncases:\n${lines}`);

    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('s.yaml:3');
  });

  test('any JSON in the place of any field gives problems and never throws', () => {
    const good = JSON.parse(JSON.stringify(parseSuiteFile(GOOD, 's.yaml').suite)) as { cases: object[] };
    const fields = ['id', 'request', 'checks', 'captures', 'dependsOn', 'token'];
    fc.assert(
      fc.property(
        fc.constantFrom(...fields),
        fc.jsonValue({ maxDepth: 2 }),
        fc.jsonValue({ maxDepth: 2 }),
        (field, a, b) => {
          const broken = { ...good, uses: b, defaults: a, cases: [{ ...good.cases[0], [field]: a }, b, good.cases[1]] };

          expect(parseSuiteFile(JSON.stringify(broken), 's.json').problems.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('I3: merge keys', () => {
  const merged = (lines: string): string =>
    `suite: a\nservice: b\nvariables:\n  base: &base { x: 1, y: 2 }\n  more: &more { y: 3, z: 4 }\n${lines}cases:\n${'  - { id: a, request: { method: GET, path: / }, checks: [{ status: 200 }] }\n'}`;
  const variables = (lines: string): unknown => parseSuiteFile(merged(lines), 's.yaml').suite?.variables;

  test.each([
    ['  v: { <<: *base, w: 0 }\n', { x: 1, y: 2, w: 0 }],
    ['  v: { y: 9, <<: *base }\n', { x: 1, y: 9 }],
    ['  v: { <<: *base, y: 9 }\n', { x: 1, y: 9 }],
    ['  v: { <<: [*base, *more] }\n', { x: 1, y: 2, z: 4 }],
    ['  v: { <<: [*more, { q: 5 }, *base] }\n', { x: 1, y: 3, z: 4, q: 5 }],
    ["  v: { '<<': 1 }\n", { '<<': 1 }],
  ])('%s', (lines, value) => {
    expect(variables(lines)).toMatchObject({ v: value });
    expect((variables(lines) as { v: object }).v).toEqual(value);
  });

  test.each([
    ['  v: { <<: 1 }\n', 's.yaml:6:12: expected an object, or a list of objects, to merge after "<<"'],
    ['  v: { <<: [*base, text] }\n', 's.yaml:6:20: expected an object, or a list of objects, to merge after "<<"'],
    ['  v: { <<: *nope }\n', 'expected an anchor "&nope" before this alias, got none'],
    ['  v: &v { <<: *v }\n', 'inside its own anchor'],
  ])('%s is refused', (lines, words) => {
    expect(said(merged(lines)).join('\n')).toContain(words);
  });

  test('a mistake in merged fields is placed where it stands', () => {
    const text = `suite: a\nservice: b\ncases:\n  - &one\n    id: x\n    request: { method: FETCH, path: / }\n    checks: [{ status: 200 }]\n  - { <<: *one, id: y }\n`;

    const problems = said(text);

    expect(problems.map((problem) => problem.split(': ')[0])).toEqual(['s.yaml:6:24', 's.yaml:6:24']);
  });

  test('a bomb of merge keys ends as soon as one of aliases', () => {
    const bomb = ['a0: &a0 { k: [x, x, x, x, x, x, x, x, x] }']
      .concat(
        Array.from(
          { length: 8 },
          (_one, at) =>
            `a${String(at + 1)}: &a${String(at + 1)} { <<: [${Array(9)
              .fill(`*a${String(at)}`)
              .join(', ')}] }`,
        ),
      )
      .join('\n');

    expect(said(bomb).join('\n')).toContain('once aliases are expanded');
  });
});
