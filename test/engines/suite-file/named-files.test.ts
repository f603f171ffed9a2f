/** Files that a suite names: contents are put where they are named; mistakes are told where somebody can repair them. */
import { describe, expect, test } from '@jest/globals';
import { HEAD, parse, said } from './suite-text.ts';

const rows = (source: string): string =>
  `${HEAD}cases:\n  - { id: x, rows: ${source}, request: { method: GET, path: '/{{row.n}}' }, checks: [{ status: 200 }] }\n`;

describe('rows', () => {
  test.each([
    [
      'data.csv',
      'n,m\n1,2\n',
      '{ file: data.csv, types: { n: number } }',
      { csv: 'n,m\n1,2\n', types: { n: 'number' } },
    ],
    ['deep/data.jsonl', '{"n":1}\n', '{ file: ./deep/data.jsonl }', { jsonLines: '{"n":1}\n' }],
    ['../data.json', '[{"n":1}]', '{ file: ../data.json }', [{ n: 1 }]],
  ])('of %s become part of the suite', (file, text, source, expected) => {
    const { suite, problems } = parse(rows(source), { [file]: text });

    expect(problems).toEqual([]);
    expect(suite?.flows).toEqual({ x: { rows: expected } });
  });

  test('a mistake in a file of rows is told with file and line, and with who wants them', () => {
    expect(said(rows('{ file: ../d/data.csv, types: { n: number } }'), { '../d/data.csv': 'n\n1\n\nmany\n' })).toEqual([
      'd/data.csv:4:1: row 2: expected a number such as 3 or -0.5 in column "n", got "many" (rows of suites/s.yaml:4:20)',
    ]);
  });

  test.each([
    ['data.csv', 'm\n1\n', 'unknown field in "row.n" (did you mean "m"?): a row of "x" has m'],
    ['data.csv', '', 'expected a first line with the names of the columns, got an empty text'],
    ['data.csv', new Uint8Array([0xff, 0xfe]), '4:28: expected text in UTF-8, got other bytes'],
    ['data.json', '{"n":1}', '4:28: data.json: expected a list of objects, got object'],
    ['data.json', '[1]', 'data.json:1:1: row 1: expected an object of fields, got integer'],
    ['data.json', '[', '4:28: data.json: expected JSON'],
    ['data.jsonl', '{"n":1}\n[]', 'data.jsonl:2:1: row 2: expected a JSON object in one line'],
    ['data.xlsx', 'PK', '4:28: expected a file of rows: .csv, .json, .jsonl, .ndjson, got "data.xlsx"'],
    ['data.csv', new Uint8Array(64 * 1024 * 1024 + 1), '4:28: expected at most 67108864 bytes'],
  ])('%s %#', (file, content, words) => {
    expect(said(rows(`{ file: ${file} }`), { [file]: content }).join('\n')).toContain(words);
  });

  test('are found from the file of fragments that names them', () => {
    const { suite, problems } = parse(`${HEAD}fragmentsFrom: [../lib/f.yaml]\ninclude: [{ fragment: f }]\n`, {
      '../lib/f.yaml':
        "fragments:\n  f:\n    cases:\n      - { id: x, rows: { file: ./d.csv }, request: { method: GET, path: '/{{row.n}}' }, checks: [{ status: 200 }] }\n",
      '../lib/d.csv': 'n\n1\n',
    });

    expect(problems).toEqual([]);
    expect(suite?.flows).toEqual({ x: { rows: { csv: 'n\n1\n' } } });
  });

  test('are a problem where there are no files', () => {
    expect(said(rows('{ file: data.csv }')).join('\n')).toContain('4:28: expected everything in the suite itself');
  });
});

describe('bodies and schemas', () => {
  const text = `${HEAD}cases:
  - id: x
    setup: [{ request: { method: POST, path: /, multipart: { again: { file: a.txt, fileName: b.txt } } } }]
    request: { method: POST, path: /, multipart: { doc: { file: ./a.txt, contentType: text/plain }, note: { value: hi } } }
    checks: [{ schema: { file: order.schema.yaml }, at: $.order }]
    poll: { until: [{ schema: { file: order.schema.yaml } }] }
`;
  const files = { 'a.txt': 'hello', 'order.schema.yaml': 'type: object\nrequired: [id]\n' };

  test('are read into the suite', () => {
    const { suite, problems } = parse(text, files);
    const [item] = suite?.cases ?? [];

    expect(problems).toEqual([]);
    expect(item?.request?.multipart).toEqual({
      doc: { base64: 'aGVsbG8=', fileName: 'a.txt', contentType: 'text/plain' },
      note: { value: 'hi' },
    });
    expect(item?.setup?.[0]?.request.multipart).toEqual({ again: { base64: 'aGVsbG8=', fileName: 'b.txt' } });
    expect(item?.checks[0]).toEqual({ schema: { type: 'object', required: ['id'] }, at: '$.order' });
    expect(item?.poll?.until).toEqual([{ schema: { type: 'object', required: ['id'] } }]);
  });

  test.each([
    [{ ...files, 'order.schema.yaml': 'type: [' }, '7:32: order.schema.yaml:1:'],
    [{ ...files, 'order.schema.yaml': '- 1' }, '7:32: order.schema.yaml: expected a JSON Schema, got array'],
    [{ ...files, 'order.schema.yaml': 'type: strin' }, '7:24: expected a JSON Schema'],
    [{ 'order.schema.yaml': 'type: object' }, '6:65: expected to read a.txt, but there is no such file'],
  ])('are told of when they are wrong %#', (given, words) => {
    expect(said(text, given).join('\n')).toContain(words);
  });
});
