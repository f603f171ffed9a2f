/** `assay init`: what it proposes for credentials, probes and targets, and what it remarks on. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { run } from './run-command.ts';
import { cwd, environmentIn, init, suitesIn, write } from './init-of-test.ts';

describe('what init proposes', () => {
  const minimal = (paths: object, more: object = {}): object => ({
    openapi: '3.0.3',
    info: { title: 'T', version: '1' },
    paths,
    ...more,
  });
  const ok = { responses: { 200: { description: 'ok' } } };

  const secured = {
    security: [{ key: [] }],
    components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'x-api-key' } } },
  };

  test('on operations that ask for credentials 401 passes no case but those about credentials; the others say what they need', async () => {
    const body = { type: 'object', required: ['item'], properties: { item: { type: 'string' } } };
    const orders = {
      post: {
        operationId: 'order',
        requestBody: { required: true, content: { 'application/json': { schema: body } } },
        responses: { 201: { description: 'ok' }, 401: { description: 'who?' }, 409: { description: 'sold out' } },
      },
      get: {
        operationId: 'list',
        parameters: [{ name: 'page', in: 'query', required: true, schema: { type: 'integer' }, example: 1 }],
        ...ok,
      },
    };
    await write('api.json', minimal({ '/orders': orders }, secured));

    await init('api.json');
    const cases = (await suitesIn()).flatMap((suite) => suite.cases);

    expect(cases.map(({ id, checks }) => [id, checks[0]])).toEqual([
      ['list-works', { status: 200 }],
      ['list-no-credentials', { status: [401, 403] }],
      ['list-made-up-credentials', { status: [401, 403] }],
      ['list-page-missing', { status: [400, 422] }],
      ['list-page-wrong-type', { status: [400, 422] }],
      ['order-works', { status: 201 }],
      ['order-no-credentials', { status: 401 }],
      ['order-made-up-credentials', { status: 401 }],
      ['order-body-broken', { status: [400, 415, 422] }],
      ['order-item-missing', { status: [400, 422] }],
      ['order-item-wrong-type', { status: [400, 422] }],
      ['order-item-null', { status: [400, 422] }],
    ]);
    const needing = cases.filter(({ tags }) => tags?.includes('needs-credentials'));
    expect(needing.map(({ requires }) => requires)).toEqual(needing.map(() => [{ secret: 'key' }]));
    expect(needing).toHaveLength(8);
  });

  test('credentials are proposed as secrets of the tenant, with how to create them, and the proposal passes lint', async () => {
    await write('api.json', minimal({ '/a': { get: ok } }, secured));

    const { stdout } = await init('api.json', '--service', 'shop');
    const text = await readFile(path.join(cwd, 'assay/environment.yaml'), 'utf8');

    expect(text).toContain(`npm run -s secret -- assay/local/shop '{"key":"…"}'`);
    expect(text).toContain(`aws secretsmanager create-secret --name assay/TENANT/shop --secret-string '{"key":"…"}'`);
    expect(stdout).toContain('npm run -s secret -- assay/local/shop');
    expect((await environmentIn()).secrets).toEqual({
      key: { ref: 'assay/local/shop#key', hosts: ['127.0.0.1:8080'] },
    });
    expect(await run(['lint', 'assay'], { cwd })).toMatchObject({ exit: 0 });
  });

  test.each([
    ['/healthz', { path: '/healthz' }],
    ['/v1/health', { path: '/v1/health' }],
    ['/a/b/c/status', undefined],
    ['/orders', undefined],
  ])('the path %s gives the probe %j; without one a line explains it', async (place, health) => {
    await write('api.json', minimal({ [place]: { get: ok }, '/other': { get: ok } }));

    await init('api.json');
    const text = await readFile(path.join(cwd, 'assay/environment.yaml'), 'utf8');

    expect((await environmentIn()).health).toEqual(health);
    expect(text.includes('# health: { path: /healthz }')).toBe(health === undefined);
  });

  test('references that lead nowhere are said, once each', async () => {
    const nowhere = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Nope' } } } };
    const responses = { 200: { description: 'ok', ...nowhere }, 201: { description: 'ok', ...nowhere } };
    await write('api.json', minimal({ '/a': { get: { responses } } }));

    const { exit, stdout } = await init('api.json');

    expect(exit).toBe(0);
    expect(stdout).toContain('note: #/components/schemas/Nope leads nowhere (used 2 times)');
  });

  test.each([
    ['/v1', 'http://127.0.0.1:8080/v1', 'names no host'],
    ['./v1', 'http://127.0.0.1:8080/v1', 'names no host'],
    ['ws://x.example', 'http://127.0.0.1:8080', 'is no http or https address'],
  ])('the server %s is remarked on', async (url, target, words) => {
    await write('api.json', minimal({ '/a': { get: ok } }, { servers: [{ url }] }));

    const { stdout } = await init('api.json');
    const chosen = await init('api.json', '--force', '--target', 'https://x.example');

    expect((await environmentIn()).targets).toEqual({ default: 'https://x.example' });
    expect(stdout).toContain(`the document's server "${url}" ${words}, so the target is ${target}`);
    expect(chosen.stdout).not.toContain('note:');
  });
});
