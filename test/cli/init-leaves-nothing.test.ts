/** What the written suites make is removed again (row 2): by its own removal also where the parent goes too, and where a bad request was taken. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { smallApi, type SmallApi } from './laptop/small-api.ts';
import { initFolder, type InitFolder } from './init-folder.ts';

const json = (schema: object): object => ({ content: { 'application/json': { schema } } });
const thing = (name: string): object => ({
  type: 'object',
  required: ['id', name],
  properties: { id: { type: 'string' }, [name]: { type: 'string' } },
});
const draft = (name: string): object => ({
  type: 'object',
  required: [name],
  properties: { [name]: { type: 'string', minLength: 3, maxLength: 30 } },
});
const id = (name: string): object => ({ name, in: 'path', required: true, schema: { type: 'string' } });
const maker = (name: string): object => ({
  requestBody: { required: true, ...json(draft(name)) },
  responses: {
    '201': { description: 'made', ...json(thing(name)) },
    '409': { description: 'too many' },
    '422': { description: 'no' },
  },
});
const DOCUMENT = {
  openapi: '3.1.0',
  info: { title: 'Projects', version: '1' },
  paths: {
    '/projects': { post: { operationId: 'make-project', tags: ['all'], ...maker('title') } },
    '/projects/{projectId}': {
      parameters: [id('projectId')],
      delete: {
        operationId: 'remove-project',
        tags: ['all'],
        responses: { '204': { description: 'gone' }, '404': { description: 'none' } },
      },
    },
    '/projects/{projectId}/tasks': {
      parameters: [id('projectId')],
      post: { operationId: 'make-task', tags: ['all'], ...maker('words') },
    },
    '/tasks/{taskId}': {
      parameters: [id('taskId')],
      delete: {
        operationId: 'remove-task',
        tags: ['all'],
        responses: { '204': { description: 'gone' }, '404': { description: 'none' } },
      },
    },
  },
};

let api: SmallApi;
let folder: InitFolder;
let things: Set<string>;
/** Takes every body, as an API without validation does. */
let isLax: boolean;
let isFull: boolean;
beforeEach(async () => {
  things = new Set();
  isLax = false;
  isFull = false;
  let made = 0;
  folder = initFolder(await mkdtemp(path.join(tmpdir(), 'assay-leaves-')));
  api = await smallApi(({ method, path: at, body }) => {
    if (method === 'DELETE') return { status: things.delete(at) ? 204 : 404 };
    const field = at === '/projects' ? 'title' : 'words';
    let text: unknown;
    try {
      text = (JSON.parse(body) as { readonly [name: string]: unknown })[field];
    } catch {
      // A body that is no JSON has no text.
    }
    const isGood = typeof text === 'string' && text.length >= 3 && text.length <= 30;
    if (!isLax && !isGood) return { status: 422, json: {} };
    if (isFull) return { status: 409, json: {} };
    made += 1;
    const own = String(made);
    things.add(`${at === '/projects' ? '/projects' : '/tasks'}/${own}`);
    return { status: 201, json: { id: own, [field]: text ?? '' } };
  });
  await folder.write('api.json', DOCUMENT);
  expect(await folder.init('api.json')).toMatchObject({ exit: 0 });
});
afterEach(() => api.close());

describe('row 2: nothing stays', () => {
  test('of children that have a removal of their own elsewhere, and no case fails for what was not made', async () => {
    const results = await folder.runAt(api.url);

    // A project that nobody has is not told apart here.
    const failed = results.filter((one) => one.verdict !== 'passed').map((one) => one.case);
    expect(failed).toEqual(['make-task-project-id-unknown']);
    expect(results.length).toBeGreaterThan(15);
    expect([...things]).toEqual([]);
  });

  test('of bad requests that were taken', async () => {
    isLax = true;

    const results = await folder.runAt(api.url);

    expect(results.filter((one) => one.verdict === 'failed').length).toBeGreaterThan(5);
    expect([...things]).toEqual([]);
  });

  test('a case that takes a conflict as its answer needs no id of what was not made', async () => {
    isFull = true;

    const results = await folder.runAt(api.url);

    const atLimit = results.filter(
      (one) => one.case.startsWith('make-project-title-') && one.tags.includes('boundary'),
    );
    expect(atLimit.map((one) => one.verdict)).toEqual(atLimit.map(() => 'passed'));
    expect(atLimit.length).toBeGreaterThan(1);
  });
});
