/** What becomes of documents: of every version one form, of bad ones problems with a place, of hostile ones an end in time. */
import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '#core/units';
import { openContract } from '#engines/contract/open-contract';
import { resolve, selfContained } from '#engines/contract/schema-view';
import { validateResponse } from '#engines/contract/validate-response';
import { answer, answering, contractOf, documentOf, only } from './openapi-document.ts';

describe('what is no OpenAPI document', () => {
  test.each([
    [null, 'null'],
    [[], 'a list'],
    ['openapi', '"openapi"'],
    [{}, 'an empty object'],
    [{ a: 1 }, 'an object with a'],
    [{ openapi: '4.0.0' }, 'openapi: "4.0.0"'],
    [{ openapi: 3 }, 'openapi: 3'],
    [{ swagger: '1.2' }, 'swagger: "1.2"'],
    [{ asyncapi: '3.0.0' }, 'asyncapi: "3.0.0"'],
  ] as const)('%j', (document, got) => {
    expect(() => openContract(document)).toThrow(
      `expected an OpenAPI document (openapi: 3.0.x to 3.2.x, or swagger: "2.0"), got ${got}`,
    );
  });
});

describe('a document that breaks its own rules says where, and answers for the rest', () => {
  const pointers = (document: JsonObject): readonly string[] =>
    openContract(document).problems.map(({ pointer }) => pointer);
  const get = { responses: { '200': { description: 'ok' } } };

  test.each<[string, JsonObject, JsonObject, string]>([
    ['a path without slash', { a: { get } }, {}, '/paths/a'],
    ['a path item that is none', { '/x': [] }, {}, '/paths/~1x'],
    ['an operation that is none', { '/x': { get: 5 } }, {}, '/paths/~1x/get'],
    ['a status that is none', { '/x': { get: { responses: { '2000': {} } } } }, {}, '/paths/~1x/get/responses/2000'],
    [
      'a parameter without place',
      { '/x': { get: { ...get, parameters: [{ name: 'a', schema: {} }] } } },
      {},
      '/paths/~1x/get/parameters/0/in',
    ],
    ['a path parameter that nothing declares', { '/{id}': { get } }, {}, '/paths/~1{id}/get'],
    [
      'a style that the place does not have',
      { '/x': { get: { ...get, parameters: [{ name: 'a', in: 'query', style: 'matrix', schema: {} }] } } },
      {},
      '/paths/~1x/get/parameters/0/style',
    ],
    ['a reference that leads nowhere', {}, { A: { $ref: '#/components/schemas/None' } }, '/components/schemas/A/$ref'],
    ['a reference to another file', {}, { A: { $ref: 'other.yaml#/A' } }, '/components/schemas/A/$ref'],
    ['an expression that is none', {}, { A: { type: 'string', pattern: '(' } }, '/components/schemas/A/pattern'],
    [
      'a name pattern that is none',
      {},
      { A: { patternProperties: { '[': {} } } },
      '/components/schemas/A/patternProperties/[',
    ],
    ['a type that is none', {}, { A: { type: 'text' } }, '/components/schemas/A/type'],
    ['a limit that is none', {}, { A: { minLength: -1 } }, '/components/schemas/A/minLength'],
    ['bounds that exclude each other', {}, { A: { minimum: 5, maximum: 3 } }, '/components/schemas/A'],
    ['a list of values without any', {}, { A: { enum: [] } }, '/components/schemas/A/enum'],
    [
      'a schema that builds on itself',
      {},
      { A: { allOf: [{ $ref: '#/components/schemas/A' }] } },
      '/components/schemas/A',
    ],
    ['a format that is not known', {}, { A: { type: 'string', format: 'iban' } }, '/components/schemas/A/format'],
    [
      'security that nothing defines',
      { '/x': { get: { ...get, security: [{ none: [] }] } } },
      {},
      '/paths/~1x/get/security/0',
    ],
    [
      'a link to nothing',
      { '/x': { get: { responses: { '200': { description: '', links: { a: { operationId: 'none' } } } } } } },
      {},
      '/paths/~1x/get/responses/200/links/a',
    ],
  ])('%s', (_, paths, schemas, pointer) => {
    const document = documentOf('3.1', { ...paths, '/ok': { get } }, schemas);

    expect(pointers(document)).toEqual([pointer]);
    expect(openContract(document).find('GET', '/ok')?.operation.id).toBe('GET /ok');
  });

  test('an external reference is named, and what to do about it', () => {
    const { problems } = contractOf('3.0', {}, { A: { $ref: 'https://example.com/a.json#/A' } });

    expect(problems[0]?.message).toBe(
      '/components/schemas/A/$ref: expected a reference into the document (#/…): other documents are not fetched, bundle them first, got "https://example.com/a.json#/A"',
    );
  });

  test('what cannot be read is not checked, and nothing crashes', () => {
    const operation = answering('3.1', {
      type: 'object',
      properties: { a: { $ref: 'x.yaml' }, b: { type: 'string', pattern: '(' }, c: { type: 'integer' } },
    });

    expect(
      validateResponse(operation, answer({ a: 1, b: 'x', c: 'y' })).map(({ payloadPointer }) => payloadPointer),
    ).toEqual(['/c']);
  });
});

describe('one form for all versions', () => {
  test('paths: concrete before templated, below the servers and without them', () => {
    const get = { responses: {} };
    const document = {
      ...documentOf('3.1', {
        '/pets/{id}': { get },
        '/pets/mine': { get },
        '/pets/{id}.json': { get },
        '/{a}/{b}/c': { get },
      }),
      servers: [
        { url: 'https://api.example/{stage}/v1', variables: { stage: { default: 'live' } } },
        { url: '/other' },
      ],
    };
    const contract = openContract(document);
    const found = (path: string): readonly unknown[] => {
      const match = contract.find('get', path);
      return [match?.operation.path, match?.pathParameters];
    };

    expect(contract.servers).toEqual(['https://api.example/live/v1', '/other']);
    expect(found('/live/v1/pets/7')).toEqual(['/pets/{id}', { id: '7' }]);
    expect(found('/other/pets/mine?x=1')).toEqual(['/pets/mine', {}]);
    expect(found('/pets/a%2Fb')).toEqual(['/pets/{id}', { id: 'a%2Fb' }]);
    expect(found('/pets/7.json')).toEqual(['/pets/{id}.json', { id: '7' }]);
    expect(found('/pets/mine/c')).toEqual(['/{a}/{b}/c', { a: 'pets', b: 'mine' }]);
    expect(found('/pets')).toEqual([undefined, undefined]);
    expect(contract.find('POST', '/pets/7')).toBeUndefined();
  });

  test('2.0: host, consumes, formData and body become what they are in 3.x', () => {
    const contract = openContract({
      ...documentOf('2.0', {
        '/a': {
          post: {
            consumes: ['multipart/form-data'],
            parameters: [
              { name: 'file', in: 'formData', type: 'file', required: true },
              { name: 'n', in: 'formData', type: 'integer' },
            ],
            responses: {},
          },
        },
      }),
      host: 'api.example',
      basePath: '/v1',
      schemes: ['https', 'http'],
    });
    const { requestBody, servers } = only(contract);

    expect(servers).toEqual(['https://api.example/v1', 'http://api.example/v1']);
    expect(requestBody?.content.map(({ mediaType, schema }) => [mediaType, schema?.schema])).toEqual([
      [
        'multipart/form-data',
        {
          type: 'object',
          required: ['file'],
          properties: { file: { type: 'string', format: 'binary' }, n: { type: 'integer' } },
        },
      ],
    ]);
  });

  test('3.2: query and other methods are operations', () => {
    const get = { responses: {} };
    const { operations } = contractOf('3.2', { '/a': { query: get, additionalOperations: { COPY: get } } });

    expect(operations.map(({ id }) => id)).toEqual(['QUERY /a', 'COPY /a']);
  });

  test('3.1: $id, $anchor and $dynamicRef lead where they say', () => {
    const schemas = {
      Tree: {
        $id: 'https://x.example/tree',
        $dynamicAnchor: 'node',
        type: 'object',
        properties: { kids: { type: 'array', items: { $dynamicRef: '#node' } } },
      },
      Leaf: { $anchor: 'leaf', type: 'integer' },
    };
    const schema = {
      type: 'object',
      properties: { tree: { $ref: 'https://x.example/tree' }, leaf: { $ref: '#leaf' } },
    };
    const operation = answering('3.1', schema, schemas);

    expect(validateResponse(operation, answer({ tree: { kids: [{ kids: [] }] }, leaf: 1 }))).toEqual([]);
    expect(
      validateResponse(operation, answer({ tree: { kids: [{ kids: 1 }] }, leaf: 'x' })).map(
        ({ payloadPointer }) => payloadPointer,
      ),
    ).toEqual(['/tree/kids/0/kids', '/leaf']);
  });

  test('links name the operation that they lead to', () => {
    const ok = (links: JsonObject): JsonObject => ({ responses: { '200': { description: '', links } } });
    const contract = contractOf('3.1', {
      '/a': {
        post: ok({
          self: { operationId: 'read', parameters: { id: '$response.body#/id' } },
          again: { operationRef: '#/paths/~1a~1{id}/get' },
        }),
      },
      '/a/{id}': {
        get: {
          operationId: 'read',
          parameters: [{ name: 'id', in: 'path', required: true, schema: {} }],
          responses: {},
        },
      },
    });

    expect(contract.operations[0]?.responses[0]?.links.map(({ operation }) => operation)).toEqual([
      'GET /a/{id}',
      'GET /a/{id}',
    ]);
    expect(contract.operation('read')?.id).toBe('GET /a/{id}');
    expect(contract.problems).toEqual([]);
  });

  test('security: alternatives with the definitions of their schemes', () => {
    const contract = openContract({
      ...documentOf('3.1', { '/a': { get: { responses: {} }, post: { security: [], responses: {} } } }),
      security: [{ token: ['read'], key: [] }, {}],
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'Bearer' },
          key: { type: 'apiKey', in: 'header', name: 'X-Key' },
        },
      },
    });

    expect(contract.operations.map(({ security }) => security)).toEqual([[{ token: ['read'], key: [] }, {}], []]);
    expect(contract.securitySchemes).toEqual({
      token: { type: 'http', scheme: 'bearer' },
      key: { type: 'apiKey', in: 'header', name: 'X-Key' },
    });
  });

  test('a view can be resolved, and made to stand alone with what it leads to', () => {
    const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
    const contract = contractOf(
      '3.0',
      {},
      { A: { type: 'object', properties: { b: ref('B'), a: ref('A') } }, B: { type: 'string', nullable: true }, C: {} },
    );
    const view = contract.schemas['A'];
    if (view === undefined) throw new Error('expected the schema A');

    expect(resolve({ ...view, schema: { $ref: '#/$defs/B' } })).toMatchObject({
      schema: { type: ['string', 'null'] },
      pointer: '/components/schemas/B',
    });
    expect(Object.keys(selfContained(view)['$defs'] as JsonObject).sort()).toEqual(['A', 'B']);
  });
});
