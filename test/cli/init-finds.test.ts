/**
 * What `assay init` writes for a document is run against servers that keep to the document and servers that do not: every way of not keeping
 * to it is found by a case that says so, and where it is kept nothing fails.
 */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { CaseResult } from '#core/case-result';
import { startShop, SHOP_PASSWORD_DEFAULT } from '../../examples/shop/server.ts';
import { initFolder } from './init-folder.ts';
import { LIBRARY_DOCUMENT, startLibrary, type Flaw } from './library-server.ts';

const SHOP = path.resolve(import.meta.dirname, '../../examples/shop/openapi.yaml');
const newFolder = async () => initFolder(await mkdtemp(path.join(tmpdir(), 'assay-finds-')));

const runLibrary = async (
  ...flaws: readonly Flaw[]
): Promise<{ failed: string[]; results: CaseResult[]; left: number }> => {
  const folder = await newFolder();
  await folder.write('api.json', LIBRARY_DOCUMENT);
  expect(await folder.init('api.json')).toMatchObject({ exit: 0 });
  const library = await startLibrary(flaws);
  try {
    const results = await folder.runAt(
      library.url,
      { loginPassword: 'open-sesame' },
      { loginEmail: 'ada@example.com' },
    );
    const failed = results.filter((one) => one.verdict !== 'passed').map((one) => one.case);
    return { failed, results, left: library.books.size };
  } finally {
    await library.close();
  }
};

describe('row 1: suites from a document, against a server', () => {
  test('a server that keeps to its document passes every case, and nothing that was made is left behind', async () => {
    const { failed, results, left } = await runLibrary();

    expect(failed).toEqual([]);
    expect(results.length).toBeGreaterThan(50);
    expect(left).toBe(0);
    for (const kind of ['positive', 'negative', 'boundary'])
      expect(results.filter((one) => one.tags.includes(kind)).length).toBeGreaterThan(5);
  });

  test.each<[Flaw, string]>([
    ['title-not-needed', 'add-book-title-missing'],
    ['any-genre', 'add-book-genre-unknown-choice'],
    ['limit-not-held', 'list-books-limit-too-large'],
    ['unknown-is-200', 'get-book-book-id-unknown'],
    ['open-to-all', 'get-book-no-credentials'],
    ['any-token', 'remove-book-made-up-credentials'],
    ['answer-without-pages', 'get-book-works'],
    ['delete-does-nothing', 'remove-book-is-gone'],
  ])('the flaw %s is found by the case %s', async (flaw, found) => {
    const { failed } = await runLibrary(flaw);

    expect(failed).toContain(found);
  });

  test('the example shop passes but where it answers 400 to what its document only has 422 for', async () => {
    const folder = await newFolder();
    await folder.init(SHOP);
    const shop = await startShop();

    const results = await folder.runAt(shop.url, { loginPassword: SHOP_PASSWORD_DEFAULT });
    await shop.close();

    expect(
      results
        .filter((one) => one.verdict !== 'passed')
        .map((one) => one.case)
        .sort(),
    ).toEqual(['add-line-body-broken', 'place-order-body-broken']);
    expect(results.length).toBeGreaterThan(80);
  });

  test('a bug of the shop that its document rules out is found', async () => {
    const folder = await newFolder();
    await folder.init(SHOP);
    const shop = await startShop({ bugs: ['500-on-checkout'] });

    const results = await folder.runAt(shop.url, { loginPassword: SHOP_PASSWORD_DEFAULT });
    await shop.close();

    expect(results.find((one) => one.case === 'place-order-works')?.verdict).toBe('failed');
  });
});

describe('what is not done by itself', () => {
  const op = (more: object = {}): object => ({ responses: { '200': { description: 'ok' } }, ...more });
  const id = { name: 'thingId', in: 'path', required: true, schema: { type: 'string' }, example: 'real-one' };

  test('nothing is changed or removed that the suite did not make itself; what is missing stands in the file', async () => {
    const folder = await newFolder();
    await folder.write('api.json', {
      openapi: '3.0.3',
      info: { title: 'T', version: '1' },
      paths: {
        '/things/{thingId}': { parameters: [id], get: op(), delete: op(), put: op() },
        '/caches': { delete: op() },
        '/reset': { post: op() },
        '/me': {
          patch: op({
            requestBody: {
              content: {
                'application/json': {
                  schema: { type: 'object', required: ['a'], properties: { a: { type: 'integer' } } },
                },
              },
            },
          }),
        },
      },
    });

    const { exit, stdout } = await folder.init('api.json');
    const cases = await folder.cases();
    const text = await folder.texts();

    expect(exit).toBe(0);
    const changing = cases.filter(({ request }) => !['GET', 'HEAD'].includes(request?.method ?? ''));
    expect(changing.filter(({ tags }) => tags?.includes('positive'))).toEqual([]);
    expect(changing.some(({ request }) => request?.path.includes('real-one'))).toBe(false);
    expect(text).toContain('a {thingId} that may be changed');
    expect(stdout).toContain('note: DELETE /caches has no case');
    expect(stdout).toContain('note: POST /reset has no case');
  });

  test('ids come from where they are made, links and lists included, and the token endpoint of OAuth 2 gives the token', async () => {
    const folder = await newFolder();
    const thing = { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } };
    const answer = (schema: object) => ({ description: 'ok', content: { 'application/json': { schema } } });
    await folder.write('api.json', {
      openapi: '3.2.0',
      info: { title: 'T', version: '1' },
      security: [{ machine: ['read'] }],
      paths: {
        '/users': {
          get: op({
            responses: { '200': answer({ type: 'object', properties: { items: { type: 'array', items: thing } } }) },
          }),
        },
        '/users/{user_id}': {
          get: op({ parameters: [{ name: 'user_id', in: 'path', required: true, schema: { type: 'integer' } }] }),
        },
        '/search': { query: op(), additionalOperations: { LINK: op() } },
      },
      components: {
        securitySchemes: {
          machine: {
            type: 'oauth2',
            flows: { clientCredentials: { tokenUrl: 'https://login.example.com/token', scopes: {} } },
          },
        },
      },
    });

    const { stdout } = await folder.init('api.json');
    const cases = await folder.cases();
    const environment = await folder.environment();

    const list = cases.find((one) => one.request?.path === '/users' && one.captures !== undefined);
    expect(list?.captures).toEqual({ userId: { path: '$.items[0].id' } });
    expect(cases.some((one) => one.request?.path === '/users/{{userId}}')).toBe(true);
    expect(cases.find((one) => one.token === true)?.request).toMatchObject({
      target: 'oauth',
      path: '/token',
      form: { grant_type: 'client_credentials', scope: 'read' },
    });
    expect(environment.targets['oauth']).toBe('https://login.example.com');
    expect(environment.secrets?.['oauthClientSecret']?.hosts).toEqual(['login.example.com']);
    expect(cases.some((one) => one.request?.method === 'QUERY')).toBe(true);
    expect(stdout).toContain('note: LINK /search was left out');
  });
});
