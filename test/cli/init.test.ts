/**
 * `assay init`: what it writes is read back by the parser that `assay push` uses. Documents with odd corners stand below; init-finds.test.ts
 * runs what is written.
 */
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { EnvironmentDefinition } from '#core/environment';
import type { SuiteDefinition } from '#core/suite';
import { readSuite } from '../examples/run-suite-files.ts';
import { run, type Ran } from './run-command.ts';

const SHOP = path.resolve(import.meta.dirname, '../../examples/shop/openapi.yaml');
let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'assay-init-'));
});

const suitesIn = async (folder = 'assay'): Promise<SuiteDefinition[]> => {
  const place = path.join(cwd, folder, 'suites');
  return (await readdir(place)).sort().map((name) => readSuite(path.join(place, name)));
};
const environmentIn = async (folder = 'assay'): Promise<EnvironmentDefinition> =>
  parse(await readFile(path.join(cwd, folder, 'environment.yaml'), 'utf8')) as EnvironmentDefinition;
const write = async (name: string, content: unknown): Promise<void> => {
  await mkdir(path.dirname(path.join(cwd, name)), { recursive: true });
  await writeFile(path.join(cwd, name), typeof content === 'string' ? content : JSON.stringify(content));
};
const init = (file: string, ...flags: readonly string[]): Promise<Ran> => run(['init', file, ...flags], { cwd });

describe('the example shop', () => {
  test('there are positive, negative and boundary cases', async () => {
    await init(SHOP);
    const tags = (await suitesIn()).flatMap((suite) => suite.cases.map((one) => one.tags ?? []));

    for (const [kind, least] of [
      ['positive', 11],
      ['negative', 40],
      ['boundary', 10],
    ] as const)
      expect(tags.filter((one) => one.includes(kind)).length).toBeGreaterThanOrEqual(least);
  });

  test('what it wrote has no lint problem, and a second init overwrites nothing without --force', async () => {
    await init(SHOP);
    await writeFile(path.join(cwd, 'assay/service.yaml'), 'service: mine\nowner: me\n');

    const again = await init(SHOP);
    const kept = await readFile(path.join(cwd, 'assay/service.yaml'), 'utf8');
    const forced = await init(SHOP, '--force');
    const lint = await run(['lint', 'assay'], { cwd });

    expect(again.exit).toBe(64);
    expect(again.stderr).toContain('would be overwritten');
    expect(kept).toBe('service: mine\nowner: me\n');
    expect(forced.exit).toBe(0);
    expect(lint).toMatchObject({ exit: 0, stderr: '' });
  });
});

describe('documents with odd corners', () => {
  const minimal = (paths: object, more: object = {}): object => ({
    openapi: '3.0.3',
    info: { title: 'T', version: '1' },
    paths,
    ...more,
  });
  const ok = { responses: { 200: { description: 'ok' } } };

  test('2.0 with form fields, base path and a key in the query', async () => {
    await write('api.json', {
      swagger: '2.0',
      info: { title: 'Old API', version: 'v 2' },
      host: 'api.example.com',
      basePath: '/v2/',
      schemes: ['https'],
      securityDefinitions: { 'api-key': { type: 'apiKey', in: 'query', name: 'key' } },
      security: [{ 'api-key': [] }],
      paths: {
        '/pets/{petId}': {
          parameters: [{ name: 'petId', in: 'path', type: 'integer', required: true }],
          post: {
            parameters: [{ name: 'name', in: 'formData', type: 'string', required: true }],
            responses: { 200: { description: 'ok', schema: { $ref: '#/definitions/Pet' } } },
          },
        },
      },
      definitions: {
        Pet: {
          type: 'object',
          required: ['id'],
          properties: { id: { type: 'integer' }, parent: { $ref: '#/definitions/Pet' } },
        },
      },
    });

    const { exit } = await init('api.json');
    const [suite] = await suitesIn();

    expect(exit).toBe(0);
    expect((await environmentIn()).targets).toEqual({ default: 'https://api.example.com/v2' });
    expect((await environmentIn()).secrets).toEqual({
      apiKey: { ref: 'assay/local/old-api#apiKey', hosts: ['api.example.com'] },
    });
    expect(suite?.cases.map((one) => one.id)).toEqual([
      'post-pets-pet-id-no-credentials',
      'post-pets-pet-id-made-up-credentials',
      'post-pets-pet-id-pet-id-unknown',
      'post-pets-pet-id-pet-id-wrong-type',
      'post-pets-pet-id-name-missing',
    ]);
    expect(suite?.cases[2]?.request).toEqual({
      method: 'POST',
      path: '/pets/999999937',
      query: { key: '{{apiKey}}' },
      form: { name: 'example' },
    });
  });

  test('files that are referred to are followed, circles between them too', async () => {
    await write(
      'api.yaml',
      'openapi: 3.1.0\ninfo: { title: Split, version: "1" }\npaths:\n  /a:\n    $ref: ./paths/a.yaml\n',
    );
    await write(
      'paths/a.yaml',
      "get:\n  responses:\n    '200':\n      description: ok\n      content:\n        application/json:\n          schema:\n            $ref: '../schemas.yaml#/Node'\n",
    );
    await write('schemas.yaml', "Node:\n  type: object\n  properties:\n    next:\n      $ref: '#/Node'\n");

    const { exit } = await init('api.yaml');
    const [suite] = await suitesIn();

    expect(exit).toBe(0);
    expect(suite?.cases[0]?.checks[2]).toEqual({
      schema: {
        $ref: '#/$defs/Node',
        $defs: { Node: { type: 'object', properties: { next: { $ref: '#/$defs/Node' } } } },
      },
    });
  });

  test('examples with braces, secrets and card numbers become values that a suite may hold', async () => {
    const example = {
      braces: '{{not a variable',
      card: '4111111111111111',
      jwt: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
    };
    await write(
      'api.json',
      minimal({
        '/pay': { post: { requestBody: { required: true, content: { 'application/json': { example } } }, ...ok } },
      }),
    );

    const { exit } = await init('api.json');
    const text = await readFile(path.join(cwd, 'assay/suites/pay.yaml'), 'utf8');

    expect(exit).toBe(0);
    expect(text).not.toContain('4111111111111111');
    expect(text).not.toContain('eyJhbGciOiJIUzI1NiJ9');
    expect(JSON.stringify((await suitesIn())[0]?.cases[0]?.request?.json)).toContain('\\\\{{not a variable');
  });

  test('ids stay unique, however alike or long operation ids are', async () => {
    const long = 'a'.repeat(100);
    await write(
      'api.json',
      minimal({
        '/a': { get: { operationId: 'Get_Thing', ...ok }, head: { operationId: 'get-thing', ...ok } },
        '/b': { get: { operationId: long, ...ok }, head: { operationId: `${long}b`, ...ok } },
        '/ü/ß': { get: { operationId: '日本', tags: ['日本'], ...ok } },
      }),
    );

    const { exit } = await init('api.json');
    const ids = (await suitesIn()).flatMap((suite) => suite.cases.map((one) => `${suite.suite}/${one.id}`));

    expect(exit).toBe(0);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(5);
  });

  test.each([
    [
      'a suite',
      'suite: x\nservice: y\ncases: []\n',
      'is no OpenAPI document: expected openapi: 3.x or swagger: "2.0", got an object with suite, service, cases',
    ],
    ['AsyncAPI', { asyncapi: '3.0.0' }, 'got an AsyncAPI document'],
    ['version 4', { openapi: '4.0.0' }, 'got openapi: "4.0.0"'],
    ['a list', [], 'expected an object, got a list'],
    ['no operations', minimal({}), 'describes no operations'],
    ['only webhooks', { openapi: '3.1.0', webhooks: { a: {}, b: {} } }, 'only 2 webhooks'],
    ['broken YAML', 'openapi: 3.0.0\n  paths: {', 'is neither JSON nor YAML'],
  ])('%s is a clear error and no file', async (_name, content, text) => {
    await write('api.yaml', content);

    const { exit, stderr } = await init('api.yaml');

    expect(exit).toBe(64);
    expect(stderr).toContain(text);
    expect(await readdir(cwd)).toEqual(['api.yaml']);
  });

  test('a file that is not there is named', async () => {
    const { exit, stderr } = await init('nowhere.yaml');

    expect(exit).toBe(64);
    expect(stderr).toContain('cannot read nowhere.yaml: there is no such file or folder');
  });
});
