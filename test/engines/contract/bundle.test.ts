import { expect, test } from '@jest/globals';
import type { Json, JsonObject } from '#core/units';
import { bundleDocument } from '#engines/contract/bundle';
import { openContract } from '#engines/contract/open-contract';
import { validateResponse } from '#engines/contract/validate-response';
import { answer, documentOf } from './openapi-document.ts';

const FILES: { readonly [path: string]: Json } = {
  'schemas/order.yaml': {
    Order: { type: 'object', properties: { id: { $ref: '#/Id' }, kid: { $ref: './kid.yaml' } } },
    Id: { type: 'integer' },
  },
  'schemas/kid.yaml': { type: 'object', properties: { up: { $ref: 'order.yaml#/Order' }, name: { type: 'string' } } },
};
const read = (path: string) =>
  FILES[path] === undefined ? { problem: 'there is no such file' } : { value: FILES[path] };
const root = (ref: string): JsonObject => {
  const content = { 'application/json': { schema: { $ref: ref } } };
  return documentOf('3.1', { '/a': { get: { responses: { '200': { description: 'x', content } } } } });
};

test('files beside the document become part of it, circles between them included', () => {
  const { document, problems } = bundleDocument(root('schemas/order.yaml#/Order'), read);
  const contract = openContract(document);
  const [operation] = contract.operations;
  if (operation === undefined) throw new Error('expected an operation');

  expect([problems, contract.problems]).toEqual([[], []]);
  expect(validateResponse(operation, answer({ id: 1, kid: { up: { id: 2 }, name: 'a' } }))).toEqual([]);
  expect(validateResponse(operation, answer({ kid: { up: { id: 'x' } } })).map((one) => one.payloadPointer)).toEqual([
    '/kid/up/id',
  ]);
});

test('what is told of a place in another file names the file, also where two names look alike', () => {
  const files: { readonly [path: string]: Json } = {
    'a b/kid.yaml': { Id: { type: 'integer' }, up: { $ref: '../a_b/kid.yaml#/Id' } },
    'a_b/kid.yaml': { Id: { type: 'string' } },
  };
  const content = {
    'application/json': {
      schema: {
        properties: { id: { $ref: 'a%20b/kid.yaml#/Id' }, up: { $ref: 'a%20b/kid.yaml#/up' } },
      },
    },
  };
  const { document, problems } = bundleDocument(
    documentOf('3.1', { '/a': { get: { responses: { '200': { description: 'x', content } } } } }),
    (path) => ({ value: files[path] ?? null }),
  );
  const [operation] = openContract(document).operations;
  if (operation === undefined) throw new Error('expected an operation');

  expect(problems).toEqual([]);
  expect(validateResponse(operation, answer({ id: 'x', up: 7 })).map((one) => one.documentPointer)).toEqual([
    '/x-bundled/a_b~1kid.yaml/Id/type',
    '/x-bundled/a_b~1kid.yaml-2/Id/type',
  ]);
});

test.each([
  ['missing.yaml#/A', 'missing.yaml: there is no such file'],
  ['../out.yaml', 'expected a file beside the document, got ../out.yaml: it was not followed'],
  [
    'https://a.example/b.yaml',
    'expected a file beside the document, got https://a.example/b.yaml: it was not followed',
  ],
  ['/etc/passwd', 'expected a file beside the document, got /etc/passwd: it was not followed'],
])('%s is told and not followed', (ref, message) => {
  const { document, problems } = bundleDocument(root(ref), read);

  expect(problems.map((one) => one.message)).toEqual([message]);
  expect(openContract(document).problems).toHaveLength(1);
});
