/**
 * Files made to keep a reader busy. Each took from five seconds to minutes, or all memory, before it was bounded: what is refused, and
 * with which words, shows that the bound was met and not the end of the file.
 */
import { describe, expect, test } from '@jest/globals';
import { formatFileProblem, parseSuiteFile } from '#engines/suite-file/parse-suite';

const HEAD = 'suite: a\nservice: b\n';
const CASE = '{ id: a, request: { method: GET, path: / }, checks: [{ status: 200 }] }';
const many = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('');
const filled = (piece: string): string => piece.repeat(Math.floor((8 * 1024 * 1024 - 100) / piece.length));

const firstProblem = (text: string, file: string): string =>
  parseSuiteFile(text, file).problems.map(formatFileProblem)[0] ?? '';

describe('a file is refused with file, line and column', () => {
  test.each<[string, string, string]>([
    [
      '100,000 cases',
      `${HEAD}cases:\n${many(100_000, (at) => ` - ${CASE.replace('id: a', `id: c${String(at)}`)}\n`)}`,
      's.yaml:62503:48: expected at most 500000 values',
    ],
    [
      '100,000 small cases',
      `${HEAD}cases:\n${many(100_000, (at) => ` - { id: c${String(at)} }\n`)}`,
      's.yaml:3:1: expected at most 10000 cases in one suite, got 100000',
    ],
    [
      'an alias bomb',
      [
        'a: &a [x,x,x,x,x,x,x,x,x]',
        ...[...'bcdefgh'].map(
          (name, at) =>
            `${name}: &${name} [${Array(9)
              .fill(`*${'abcdefg'[at] ?? ''}`)
              .join(',')}]`,
        ),
      ].join('\n'),
      's.yaml:1:18: expected at most 500000 values',
    ],
    [
      'a bomb of merged objects',
      `a: &b0 { k: 1 }\n${many(
        30,
        (at) =>
          `b${String(at)}: &b${String(at + 1)} { <<: [${Array(9)
            .fill(`*b${String(at)}`)
            .join(',')}] }\n`,
      )}`,
      's.yaml:1:13: expected at most 500000 values',
    ],
    ['60,000 aliases', `a: &a 1\nb: [${'*a,'.repeat(60_000)}1]\n`, 's.yaml:1:1: expected the field "cases"'],
    ['8 MB of nesting', `a: ${filled('[')}`, 's.yaml:1:104: expected at most 100 levels of nesting'],
    ['8 MB of nested lists', filled('- '), 's.yaml:1:203: expected at most 100 levels of nesting'],
    ['8 MB of tags', filled('!a '), 's.yaml:1:1: expected plain YAML from here on'],
    ['8 MB of anchors', filled('&a '), 's.yaml:1:1: expected plain YAML from here on'],
    ['8 MB of quotes', filled('"'), 's.yaml:1:1: expected plain YAML from here on'],
    ['8 MB of bad escapes', `"${filled('\\u')}"`, 's.yaml:1:1: expected plain YAML from here on'],
    ['8 MB of one text', `${HEAD}name: "${filled('x')}"\n`, 's.yaml:1:1: expected the field "cases"'],
    ['8 MB of one text in brackets', `${HEAD}name: [${filled('x ')}]\n`, 's.yaml:1:1: expected the field "cases"'],
    [
      '200,000 fields in one case',
      `${HEAD}cases:\n  - {${many(200_000, (at) => `k${String(at)}: 1, `)}z: 1 }\n`,
      's.yaml:4:5: expected exactly one of "request", "receive", "publish", "consume"',
    ],
    [
      '100,000 names beside an anchor',
      `a: &x 1\n${many(100_000, (at) => `k${String(at)}: 1\n`)}`,
      's.yaml:1:1: expected the field "cases"',
    ],
  ])('%s', (_name, text, words) => {
    expect(firstProblem(text, 's.yaml').slice(0, words.length)).toBe(words);
  });

  test.each<[string, string, string]>([
    [
      'nesting',
      `${'['.repeat(4_000_000)}${']'.repeat(4_000_000)}`,
      's.json:1:102: expected at most 100 levels of nesting',
    ],
    ['elements', `{"cases":[${'0,'.repeat(4_000_000)}0]}`, 's.json:1:1000007: expected at most 500000 values'],
    [
      'bad cases',
      `{"suite":"a","service":"b","cases":[${Array(9999).fill('{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6,"g":7,"h":8}').join(',')}]}`,
      's.json:1:37: expected exactly one of "request", "receive", "publish", "consume"',
    ],
  ])('too much JSON: %s', (_name, text, words) => {
    expect(firstProblem(text, 's.json').slice(0, words.length)).toBe(words);
  });
});

describe('names', () => {
  test.each([
    ['s.yaml', `${HEAD}__proto__: { polluted: 1 }\ncases: [${CASE}]\n`, 's.yaml:3:1: unknown field "__proto__"'],
    ['s.json', '{"suite":"a","service":"b",\n"__proto__":{"x":1},"cases":[]}', 's.json:2:1: unknown field "__proto__"'],
    [
      's.yaml',
      `${HEAD}suite: x\ncases: [${CASE}]\n`,
      's.yaml:3:1: expected each field once, got "suite" a second time',
    ],
    [
      's.yaml',
      `${HEAD}cases:\n  - ${CASE.replace('path: /', 'path: /, path: /b')}\n`,
      's.yaml:4:47: expected each field once, got "path" a second time',
    ],
    ['s.json', '{"suite":"a",\n "\\u0073uite":"b"}', 's.json:2:2: expected each field once, got "suite" a second time'],
    ['upload', '{"suite":"a",\n "suite":"b"}', 'upload:2:2: expected each field once, got "suite" a second time'],
    ['s.json', '{"variables":{"a":12345678901234567890}}', 's.json:1:19: expected a number of at most 2^53 - 1'],
  ])('%s: %s', (file, text, words) => {
    expect(
      parseSuiteFile(text, file)
        .problems.map(formatFileProblem)
        .some((said) => said.startsWith(words)),
    ).toBe(true);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

test('10,000 cases are read, in YAML and in JSON, and with line ends of Windows', () => {
  const yaml = `${HEAD}cases:\n${many(10_000, (at) => `  - id: c${String(at)}\n    request: { method: GET, path: /items/${String(at)} }\n    checks:\n      - status: 200\n      - path: $.id\n        equals: ${String(at)}\n`)}`;
  const { suite, problems } = parseSuiteFile(yaml, 's.yaml');

  expect(problems).toEqual([]);
  expect(suite?.cases).toHaveLength(10_000);
  expect(parseSuiteFile(JSON.stringify(suite), 'upload').suite).toEqual(suite);
  expect(parseSuiteFile(yaml.replaceAll('\n', '\r\n'), 's.yaml').suite).toEqual(suite);
  expect(parseSuiteFile(yaml.replace('id: c9999', 'id: c0'), 's.yaml').problems.map(formatFileProblem)).toEqual([
    's.yaml:59998:9: expected each case id once, got "c0" again (first at /cases/0)',
  ]);
});
