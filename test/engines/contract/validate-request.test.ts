/** Rows 14 to 16 for requests: parameters of every place, bodies of every kind, readOnly, undeclared parameters. */
import { describe, expect, test } from '@jest/globals';
import type { Json, JsonObject } from '#core/units';
import type { Contract } from '#engines/contract/model';
import { checkExchange } from '#engines/contract/check-exchange';
import { bytesOf, contractOf, taking } from './openapi-document.ts';
import { validateRequest } from '#engines/contract/validate-request';

interface Sent {
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: Uint8Array;
  readonly method?: string;
  readonly strict?: boolean;
}

const problems = (
  contract: Contract,
  url: string,
  { headers = [], body, method = 'GET', strict = false }: Sent = {},
) => {
  const request = { method, url, headers, ...(body === undefined ? {} : { body }) };
  return checkExchange(contract, { request }, { strict, requests: true }).problems.map(
    ({ kind, payloadPointer, severity, expected }) => [kind, payloadPointer, severity, expected],
  );
};

const get = (path: string, parameters: readonly Json[], more: JsonObject = {}): Contract =>
  contractOf('3.1', { [path]: { get: { parameters, responses: {}, ...more } } });

describe('parameters', () => {
  const contract = get('/orders/{id}', [
    { name: 'id', in: 'path', required: true, schema: { type: 'integer' } },
    { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 100 } },
    { name: 'X-Trace', in: 'header', required: true, schema: { type: 'string', minLength: 3 } },
    { name: 'session', in: 'cookie', schema: { type: 'string', pattern: '^s' } },
    { name: 'filter', in: 'query', content: { 'application/json': { schema: { type: 'object', required: ['a'] } } } },
  ]);
  const trace = ['x-trace', 'abc'] as const;

  test('what the document allows passes', () => {
    const sent = { headers: [trace, ['cookie', 'session=s1; other=2']] as const };

    expect(problems(contract, '/orders/7?limit=100&filter=%7B%22a%22%3A1%7D', sent)).toEqual([]);
  });

  test('each one that breaks its schema is told with its place and name', () => {
    const sent = {
      headers: [
        ['x-trace', 'ab'],
        ['cookie', 'session=x'],
      ] as const,
    };

    expect(problems(contract, '/orders/seven?limit=101&filter=%7B%7D', sent)).toEqual([
      ['path', 'id', 'error', 'integer'],
      ['query', 'limit', 'error', 'a number of at most 100'],
      ['header', 'X-Trace', 'error', 'at least 3 characters'],
      ['cookie', 'session', 'error', 'a text that matches "^s"'],
      ['query', 'filter', 'error', 'the field "a"'],
    ]);
  });

  test('a missing one is told only where it is required', () => {
    expect(problems(contract, '/orders/7')).toEqual([['header', 'X-Trace', 'error', 'the header parameter X-Trace']]);
  });

  test.each([
    [false, 'warning'],
    [true, 'error'],
  ])('row 16: undeclared query parameters and headers, strict=%s', (strict, severity) => {
    const sent = { headers: [trace, ['x-more', '1'], ['accept', '*/*'], ['user-agent', 'a']] as const, strict };

    expect(problems(contract, '/orders/7?debug=1', sent)).toEqual([
      ['query', 'debug', severity, 'only query parameters that the document names'],
      ['header', 'x-more', severity, 'only headers that the document names'],
    ]);
  });

  test("a key of the document's security is no undeclared parameter", () => {
    const secured = contractOf('3.1', {}, {});
    expect(secured.operations).toEqual([]);
    const document = get('/a', [], { security: [{ key: [] }] });
    expect(document.problems.map(({ pointer }) => pointer)).toEqual(['/paths/~1a/get/security/0']);
  });
});

describe('bodies', () => {
  test('row 15: readOnly is not needed in a request and must not be there', () => {
    const operation = taking('3.0', {
      type: 'object',
      required: ['id', 'name'],
      properties: { id: { type: 'integer', readOnly: true }, name: { type: 'string' } },
    });
    const sent = (value: Json): readonly string[][] =>
      validateRequest(operation, {
        pathParameters: {},
        query: '',
        headers: [['content-type', 'application/json']],
        body: bytesOf(value),
      }).map(({ kind, payloadPointer }) => [kind, payloadPointer]);

    expect(sent({ name: 'a' })).toEqual([]);
    expect(sent({ id: 1, name: 'a' })).toEqual([['read-only', '/id']]);
    expect(sent({})).toEqual([['body', '']]);
  });

  test('a needed body that is not there, and one that is not documented', () => {
    const needs = taking('3.1', { type: 'object' });

    expect(
      validateRequest(needs, { pathParameters: {}, query: '', headers: [] }).map(({ expected }) => expected),
    ).toEqual(['a body']);
    expect(problems(get('/a', []), '/a', { body: bytesOf(1) })[0]?.[3]).toBe('no body, as none is documented');
  });

  const form = (mediaType: string, encoding: JsonObject = {}): Contract => {
    const schema = {
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string' },
        age: { type: 'integer' },
        tags: { type: 'array', items: { type: 'string', maxLength: 2 } },
        place: { type: 'object', properties: { x: { type: 'integer' } } },
      },
    };
    const requestBody = { content: { [mediaType]: { schema, encoding } } };
    return contractOf('3.1', { '/a': { post: { requestBody, responses: {} } } });
  };
  const post = (contract: Contract, type: string, text: string) =>
    problems(contract, '/a', {
      method: 'POST',
      headers: [['content-type', type]],
      body: new TextEncoder().encode(text),
    });

  test('forms are read by their encoding', () => {
    const type = 'application/x-www-form-urlencoded';
    const contract = form(type, {
      tags: { style: 'form', explode: false },
      place: { contentType: 'application/json' },
    });

    expect(post(contract, type, 'name=a+b&age=3&tags=x,yy&place=%7B%22x%22%3A1%7D')).toEqual([]);
    expect(post(contract, type, 'age=x&tags=x,yyy&place=%7B%22x%22%3A%22%22%7D').map((one) => one[1])).toEqual([
      '',
      '/age',
      '/tags/1',
      '/place/x',
    ]);
  });

  test('parts of multipart bodies are read by their type', () => {
    const part = (name: string, text: string, type?: string): string =>
      `--b\r\ncontent-disposition: form-data; name="${name}"\r\n${type === undefined ? '' : `content-type: ${type}\r\n`}\r\n${text}\r\n`;
    const type = 'multipart/form-data; boundary=b';
    const contract = form('multipart/form-data');
    const good = [
      part('name', 'a'),
      part('age', '3'),
      part('tags', 'x'),
      part('tags', 'y'),
      part('place', '{"x":1}', 'application/json'),
    ];

    expect(post(contract, type, `${good.join('')}--b--\r\n`)).toEqual([]);
    expect(post(contract, type, `${part('age', 'x')}${part('place', '{"x":""}')}--b--`).map((one) => one[1])).toEqual([
      '',
      '/age',
      '/place/x',
    ]);
    expect(post(contract, 'multipart/form-data', 'x')[0]?.[3]).toBe('a multipart type with a boundary');
    expect(post(contract, type, 'no parts')[0]?.[3]).toBe('parts between lines of --b');
  });
});

test('a request that the document does not have warns, and fails when looked at strictly', () => {
  const exchange = { request: { method: 'GET', url: 'https://a.example/b?c=1', headers: [] } };
  const contract = get('/a', []);

  expect(checkExchange(contract, exchange)).toMatchObject({ checks: [], warnings: [{ kind: 'undeclared' }] });
  expect(checkExchange(contract, exchange, { strict: true }).checks).toMatchObject([{ passed: false, got: 'GET /b' }]);
});

test('checks of an exchange: one that passed, or each problem with its places', () => {
  const contract = get('/a', [], {
    responses: {
      '200': {
        description: 'x',
        content: { 'application/json': { schema: { type: 'object', properties: { a: { type: 'integer' } } } } },
      },
    },
  });
  const exchange = (value: Json) => ({
    request: { method: 'GET', url: 'https://a.example/a', headers: [] },
    response: { status: 200, headers: [['content-type', 'application/json']] as const, body: bytesOf(value) },
  });

  expect(checkExchange(contract, exchange({ a: 1, b: 2 }))).toMatchObject({
    operation: 'GET /a',
    checks: [{ check: 'the response keeps the contract', passed: true }],
    warnings: [{ kind: 'undeclared', message: expect.stringContaining('/b') }],
  });
  expect(checkExchange(contract, exchange({ a: 'x' })).checks).toEqual([
    {
      check: 'the response keeps the contract (body)',
      passed: false,
      expected: 'integer',
      got: 'string "x"',
      path: '/a',
      message:
        'GET /a, body /a: expected integer, got string "x" (document /paths/~1a/get/responses/200/content/application~1json/schema/properties/a/type)',
    },
  ]);
});
