/** Whatever a file holds, parsing answers with a suite or with problems that say where; these tests hold places and words in literals. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseSuiteFile } from '#engines/suite-file/parse-suite';
import { GOOD, said } from './good-suite.ts';

describe('I3: a good file', () => {
  test('gives the suite, with its defaults filled in', () => {
    const { suite, problems } = parseSuiteFile(GOOD, 's.yaml');

    expect(problems).toEqual([]);
    expect(suite?.capability).toBe('functional');
    expect(suite?.cases.map(({ id }) => id)).toEqual(['login', 'list']);
  });

  test('gives the same suite in JSON and in YAML', () => {
    const { suite } = parseSuiteFile(GOOD, 's.yaml');
    const { capability: _capability, ...written } = suite ?? {};

    expect(parseSuiteFile(JSON.stringify(written), 's.json').suite).toEqual(suite);
    expect(parseSuiteFile(JSON.stringify(written), 's.yaml').suite).toEqual(suite);
  });

  test('may use anchors and aliases', () => {
    const text = GOOD.replace('checks: [{ status: 200 }]', 'checks: &ok [{ status: 200 }]').concat(
      '  - { id: more, request: { method: GET, path: /m }, checks: *ok }\n',
    );

    expect(parseSuiteFile(text, 's.yaml').suite?.cases[2]?.checks).toEqual([{ status: 200 }]);
  });
});

describe('I3: a mistake is told with file, line, column, what was expected and what came', () => {
  test.each([
    ['casees: []', 's.yaml:3:1: unknown field "casees" (did you mean "cases"?)'],
    ['variables: { run: 1 }\ncases: []', 's.yaml:3:14: expected a field name: a letter or underscore'],
    ['concurrency: 11\ncases: []', 's.yaml:3:14: expected at most 10, got 11'],
    ['risk: huge\ncases: []', 's.yaml:3:7: expected one of "low", "medium", "high", "critical", got "huge"'],
    ['tags: smoke\ncases: []', 's.yaml:3:7: expected a list, got "smoke"'],
    ['cases: []', 's.yaml:3:8: expected a list of at least this many elements: 1, got []'],
  ])('%s', (line, words) => {
    expect(said(`suite: a\nservice: b\n${line}\n`).some((problem) => problem.startsWith(words))).toBe(true);
  });

  test.each([
    [
      'checks: [{}]',
      '5:14: expected exactly one of "status", "path", "header", "body", "schema", "timeMs", "bodyBytes", got no fields',
    ],
    ['checks: [{ path: $.a, header: b, equals: 1 }]', 'got the fields "path", "header", "equals"'],
    ['checks: [{ path: $.a }]', 'expected an operator such as equals, exists, matches'],
    ['checks: [{ body: text }]', 'beside "body", got none'],
    ['checks: [{ status: 2xy }]', '5:24: expected a status such as 201'],
    ['checks: [{ path: $.a, equal: 1 }]', 'unknown field "equal" (did you mean "equals"?)'],
    ['checks: [{ path: "$.a[", equals: 1 }]', '5:22: expected a JSONPath (RFC 9535), got "$.a["'],
    ['checks: [{ path: $.a, matches: "((" }]', 'expected a regular expression'],
    ['checks: [{ schema: { type: strin } }]', 'expected a JSON Schema'],
    ['checks: [{ schema: { $ref: "https://elsewhere.test/x" } }]', 'without outside references'],
    [
      'checks: [{ status: 200 }]\n    captures: { a: { regex: x, from: { head: y } } }',
      'unknown field "head" (did you mean "header"?)',
    ],
    [
      'checks: [{ status: 200 }]\n    captures: { a: { path: $.a, group: 1 } }',
      'expected the field "regex" beside "group"',
    ],
    [
      'checks: [{ status: 200 }]\n    dependsOn: [{ case: a, kind: datta }]',
      'expected one of "order", "data", "token", got "datta"',
    ],
    ['checks: [{ status: 200 }]\n    dependsOn: [b]', '6:17: expected a case of this suite, got "b"'],
    ['checks: [{ path: $.a, equals: "{{tokne}}" }]', '5:35: unknown variable "tokne"'],
  ])('in a case: %s', (lines, words) => {
    const text = `suite: a\nservice: b\ncases:\n  - { id: a, request: { method: GET, path: / },\n      ${lines.replaceAll('\n    ', ',\n    ')} }\n`;

    expect(said(text).join('\n')).toContain(
      words.replace(
        /^(\d+):(\d+)/u,
        (_all, row: string, column: string) => `${row}:${String(Number(column) + (row === '5' ? 2 : 0))}`,
      ),
    );
  });

  test('a cycle is told with its path', () => {
    const text = `suite: a\nservice: b\ncases:\n  - { id: a, request: { method: GET, path: '/{{x}}' }, checks: [{ status: 200 }] }\n  - { id: b, dependsOn: [a], request: { method: GET, path: / }, checks: [{ status: 200 }], captures: { x: { status: true } } }\n`;

    expect(said(text)).toEqual(['s.yaml:4:5: expected dependencies without a circle, got a (uses {{x}}) -> b -> a']);
  });

  test('each problem carries the JSON Pointer of its place', () => {
    expect(
      parseSuiteFile('suite: a\nservice: b\ncases:\n  - id: A\n', 's.yaml').problems.map(({ pointer }) => pointer),
    ).toContain('/cases/0/id');
  });
});

describe('I3: a file that is no suite', () => {
  test.each([
    ['', 's.yaml:1:1: expected a suite, got an empty file'],
    ['just words', 's.yaml:1:1: expected an object, got "just words"'],
    ['suite: a\nsuite: b', 's.yaml:2:1: expected each field once, got "suite" a second time'],
    ['a: b\n---\nc: d', 's.yaml:2:1: expected YAML or JSON, got a second document after "---": one file holds one'],
    ['a: [1, 2', 's.yaml:1:9: expected YAML or JSON'],
    ['a: *nope', 's.yaml:1:4: expected an anchor "&nope" before this alias, got none'],
    ['a: &a [*a]', 's.yaml:1:8: expected a value that ends, got the alias "*a" inside its own anchor'],
    ['a: .nan', 's.yaml:1:4: expected a JSON value'],
    ['a: 12345678901234567890', 's.yaml:1:4: expected a number of at most 2^53 - 1'],
    ['a: !!binary aGk=', 's.yaml:1:13: expected a JSON value'],
    ['? [a]\n: 1', 's.yaml:1:3: expected a field name of text'],
    [`${'['.repeat(100_000)}`, 'expected at most 100 levels of nesting'],
    [`a: ${'['.repeat(150)}${']'.repeat(150)}`, 'expected at most 100 levels of nesting'],
    ['x'.repeat(9_000_000), 's.yaml:1:1: expected at most 8 MB, got 8.6 MB'],
  ])('%#', (text, words) => {
    expect(said(text).join('\n')).toContain(words);
  });

  test.each([
    ['{"suite":"a",}', 's.json:1:14: expected JSON'],
    ['{\n  "suite": nope\n}', 's.json:2:1'],
    ['[', 's.json:1:2'],
  ])('%s is refused as JSON', (text, words) => {
    expect(said(text, 's.json').join('\n')).toContain(words);
  });

  test('an alias bomb ends within two seconds', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'.split('').map(
        (name, at) =>
          `${name}: &${name} [${Array(9)
            .fill(`*${'abcdefg'[at] ?? ''}`)
            .join(',')}]`,
      ),
    ].join('\n');

    expect(said(bomb).join('\n')).toContain('once aliases are expanded');
  });

  test('I3: any text gives problems with a place inside the text, and never throws', () => {
    const piece = fc.constantFrom(
      'suite: a\n',
      'service: b\n',
      'cases:\n',
      '  - id: ',
      '{',
      '}',
      '[',
      ']',
      ': ',
      '- ',
      '"',
      "'",
      '&a ',
      '*a ',
      '{{',
      '|\n',
      '\t',
      '#',
      '!!x ',
      '? ',
      '%YAML',
      '\u0000',
      'é',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
        ),
        (text) => {
          const { suite, problems } = parseSuiteFile(text, 'f');
          const lines = text.split('\n');

          expect(suite !== undefined || problems.length > 0).toBe(true);
          for (const { place } of problems) {
            expect(place.line).toBeGreaterThanOrEqual(1);
            expect(place.line).toBeLessThanOrEqual(lines.length + 1);
            expect(place.column).toBeGreaterThanOrEqual(1);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
