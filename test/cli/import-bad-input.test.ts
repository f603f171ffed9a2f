/** What `assay init` says of input that is broken, huge or hostile: where it is and what was expected, in bounded time, and no file. */
import { mkdtemp, open, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { initFolder, type InitFolder } from './init-folder.ts';

let folder: InitFolder;
beforeEach(async () => {
  folder = initFolder(await mkdtemp(path.join(tmpdir(), 'assay-bad-')));
});

const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const document = (paths: object, more: object = {}): object => ({
  openapi: '3.0.3',
  info: { title: 'T', version: '1' },
  paths,
  ...more,
});

describe('bad input', () => {
  test.each<[string, string, string, string]>([
    [
      'broken JSON',
      'a.json',
      '{\n  "openapi": "3.0.0",\n  "info": }\n',
      'a.json is not JSON: a.json:3:11: expected JSON, got',
    ],
    [
      'broken YAML',
      'a.yaml',
      'openapi: 3.0.0\ninfo: [1, 2\npaths: {}\n',
      'a.yaml is neither JSON nor YAML: a.yaml:3:1:',
    ],
    ['deep JSON', 'a.json', `{"openapi":"3.0.0","x":${deep(100_000)}}`, 'nested deeper than 400 levels'],
    ['deep YAML', 'a.yaml', `openapi: 3.0.0\nx: ${deep(100_000)}`, 'nested deeper than 400 levels'],
    [
      'an alias bomb',
      'a.yaml',
      `openapi: 3.0.0\na: &a [x,x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
        .split('')
        .map(
          (name, at) =>
            `${name}: &${name} [${Array.from({ length: 10 }, () => `*${'abcdefghi'[at] ?? ''}`).join(',')}]`,
        )
        .join('\n')}`,
      'more aliases',
    ],
    [
      'a Postman collection as a document',
      'a.json',
      '{"info":{"schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},"item":[]}',
      'got a Postman collection (give --from postman)',
    ],
  ])('%s', async (_name, file, text, words) => {
    await folder.write(file, text);

    const { exit, stderr } = await folder.init('--from', 'openapi', file);

    expect([exit, stderr]).toEqual([64, expect.stringContaining(words)]);
    expect(await readdir(folder.cwd)).toEqual([file]);
  });

  test.each<[string, unknown, string]>([
    ['version 1', { id: 'x', requests: [] }, 'is a Postman collection of version 1'],
    [
      'another version',
      { info: { schema: 'https://schema.getpostman.com/json/collection/v3.0.0/collection.json' }, item: [] },
      'expected 2.0 or 2.1',
    ],
    [
      'no collection',
      { swagger: '2.0' },
      'is no Postman collection: expected info and a list item, got an object with swagger',
    ],
    ['no requests', { info: {}, item: [{ name: 'empty', item: [] }] }, 'holds no requests'],
    [
      'deep folders',
      `{"info":{},"item":${'[{"item":'.repeat(5000)}[]${'}]'.repeat(5000)}}`,
      'nested deeper than 400 levels',
    ],
  ])('a collection: %s', async (_name, content, words) => {
    await folder.write('c.json', content);

    const { exit, stderr } = await folder.init('--from', 'postman', 'c.json');

    expect([exit, stderr]).toEqual([64, expect.stringContaining(words)]);
  });

  test.each(['openapi', 'postman', 'har', 'curl'])('100 MB are refused by %s before they are read', async (format) => {
    const file = await open(path.join(folder.cwd, 'big.json'), 'w');
    await file.truncate(100 * 1024 * 1024);
    await file.close();

    const { exit, stderr } = await folder.init('--from', format, 'big.json');

    expect([exit, stderr]).toEqual([
      64,
      expect.stringMatching(/big\.json is larger than \d+ MB: it has (?:100|95\.4) MB/),
    ]);
  });

  test('references that refer to themselves are said, and the rest is written', async () => {
    const schemas = {
      A: { $ref: '#/components/schemas/B' },
      B: { $ref: '#/components/schemas/A' },
      Tree: { type: 'object', required: ['next'], properties: { next: { $ref: '#/components/schemas/Tree' } } },
    };
    const body = { required: true, content: { 'application/json': { schema: { $ref: '#/components/schemas/Tree' } } } };
    const responses = {
      '201': { description: 'ok', content: { 'application/json': { schema: { $ref: '#/components/schemas/A' } } } },
    };
    await folder.write(
      'a.json',
      document({ '/a': { post: { requestBody: body, responses } } }, { components: { schemas } }),
    );

    const { exit, stdout } = await folder.init('a.json');

    expect(exit).toBe(0);
    expect(stdout).toContain('#/components/schemas/A only refers back to itself');
  });

  test('hostile patterns and scripts end in time', async () => {
    const schema = {
      type: 'object',
      required: ['a'],
      properties: { a: { type: 'string', pattern: '^(a+)+$', minLength: 40 } },
    };
    const body = { required: true, content: { 'application/json': { schema } } };
    await folder.write(
      'a.json',
      document({ '/a': { post: { requestBody: body, responses: { '200': { description: 'ok' } } } } }),
    );
    const exec = [
      `${'('.repeat(20_000)}`,
      `x = ${'a.'.repeat(20_000)}b`,
      '`${`'.repeat(50),
      'pm.test("a", function () {',
    ];
    await folder.write('c.json', {
      info: {},
      item: [
        {
          name: 'a',
          request: 'http://127.0.0.1/',
          event: exec.map((line) => ({ listen: 'test', script: { exec: line } })),
        },
      ],
    });

    expect(await folder.init('a.json')).toMatchObject({ exit: 0 });
    expect(await folder.init('c.json', '--from', 'postman', '--dir', 'c')).toMatchObject({ exit: 0 });
  });

  test('more operations than anybody starts with are cut, and it is said', async () => {
    const paths = Object.fromEntries(
      Array.from({ length: 2_000 }, (_one, at) => [
        `/p${String(at)}/{id}`,
        {
          get: {
            parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
            security: [{ k: [] }],
            responses: { '200': { description: 'ok' } },
          },
        },
      ]),
    );
    await folder.write(
      'a.json',
      document(paths, { components: { securitySchemes: { k: { type: 'http', scheme: 'bearer' } } } }),
    );

    const { exit, stdout } = await folder.init('a.json', '--json');
    const { cases, remarks } = JSON.parse(stdout) as { cases: number; remarks: string[] };

    expect([exit, cases]).toEqual([0, 10_000]);
    expect(remarks.filter((one) => one.includes('left out'))).toHaveLength(2);
  }, 60_000);
});
