/** Requests as they are sent: every place of a parameter and every kind of body, read back by Node's own parsers. */
import { describe, expect, test } from '@jest/globals';
import type { Json } from '#core/units';
import { openContract } from '#engines/contract/open-contract';
import type { Operation } from '#engines/contract/model';
import { canBeSent } from '#engines/generated/encode-parameter';
import { requestOf, type Inputs } from '#engines/generated/request-inputs';

const operationOf = (fields: { readonly [name: string]: Json }, path = '/things/{id}'): Operation => {
  const document: Json = {
    openapi: '3.1.0',
    info: { title: 't', version: '1' },
    paths: {
      [path]: { post: { responses: { '200': { description: 'ok', content: { 'application/json': {} } } }, ...fields } },
    },
  };
  return openContract(document).operations[0]!;
};

const ALWAYS = { headers: [], query: {} };
const parameter = (name: string, place: string, more: { readonly [name: string]: Json } = {}): Json => ({
  name,
  in: place,
  required: place === 'path',
  schema: {},
  ...more,
});

describe('parameters', () => {
  const operation = operationOf({
    parameters: [
      parameter('id', 'path'),
      parameter('list', 'query'),
      parameter('deep', 'query', { style: 'deepObject', explode: true, schema: { type: 'object' } }),
      parameter('pipes', 'query', { style: 'pipeDelimited', explode: false, schema: { type: 'array' } }),
      { name: 'filter', in: 'query', content: { 'application/json': { schema: { type: 'object' } } } },
      parameter('X-Trace', 'header'),
      parameter('session', 'cookie'),
    ],
  });
  const inputs: Inputs = {
    parameters: {
      'path:id': 'a b?',
      'query:list': [1, 'ä&'],
      'query:deep': { a: 1 },
      'query:pipes': ['x', 'y'],
      'query:filter': { where: null },
      'header:X-Trace': 'one two',
      'cookie:session': 'abc',
    },
  };

  test('are written in their styles', () => {
    const { path, headers } = requestOf(operation, inputs, { headers: [['Cookie', 'login=1']], query: { key: 'k' } });

    const url = new URL(`http://x${path}`);
    expect(url.pathname).toBe('/things/a%20b%3F');
    expect([...url.searchParams]).toEqual([
      ['list', '1'],
      ['list', 'ä&'],
      ['deep[a]', '1'],
      ['pipes', 'x|y'],
      ['filter', '{"where":null}'],
      ['key', 'k'],
    ]);
    expect(headers).toEqual([
      ['accept', 'application/json, */*;q=0.1'],
      ['x-trace', 'one two'],
      ['cookie', 'login=1; session=abc'],
    ]);
  });

  test.each<readonly [string, Json, boolean]>([
    ['path', 'x', true],
    ['path', '', false],
    ['path', '..', false],
    ['path', 'a/b', false],
    ['path', '%', true],
    ['header', 'fine', true],
    ['header', ' edge', false],
    ['header', 'line\nbreak', false],
    ['header', 'ä', false],
    ['cookie', 'a;b', true],
    ['cookie', 'ab', true],
    ['query', '\u0000', true],
    ['query', '\ud800', false],
  ])('in the %s %j can be sent: %s', (place, value, expected) => {
    const found = operationOf({
      parameters: [parameter('id', 'path'), ...(place === 'path' ? [] : [parameter('p', place)])],
    }).parameters.find((one) => one.in === place)!;

    expect(canBeSent(found, value)).toBe(expected);
  });
});

describe('bodies', () => {
  const sent = async (mediaType: string, schema: Json, value: Json, encoding: Json = {}): Promise<Response> => {
    const operation = operationOf({ requestBody: { content: { [mediaType]: { schema, encoding } } } }, '/things');
    const request = requestOf(
      operation,
      { parameters: {}, body: { media: operation.requestBody!.content[0]!, value } },
      ALWAYS,
    );
    return new Response(Buffer.from(request.body!), {
      headers: Object.fromEntries(request.headers!.filter(([name]) => name === 'content-type')),
    });
  };

  test('of JSON', async () => {
    expect(await (await sent('application/problem+json', {}, { a: [null, 1] })).json()).toEqual({ a: [null, 1] });
  });

  test('of forms', async () => {
    const form = await (
      await sent('application/x-www-form-urlencoded', {}, { a: 'x y', b: [1, 2], c: { d: 1 } })
    ).formData();

    expect([...form]).toEqual([
      ['a', 'x y'],
      ['b', '1'],
      ['b', '2'],
      ['c', '{"d":1}'],
    ]);
  });

  test('of several parts, files among them', async () => {
    const schema = {
      type: 'object',
      properties: { file: { type: 'string', format: 'binary' }, meta: { type: 'object' } },
    };

    const form = await (
      await sent('multipart/form-data', schema, { file: 'bytes', meta: { a: 1 }, text: 't' })
    ).formData();

    expect([await (form.get('file') as File).text(), (form.get('file') as File).name]).toEqual(['bytes', 'file.bin']);
    expect(form.get('text')).toBe('t');
    expect(form.get('meta')).toBe('{"a":1}');
  });

  test('of XML', async () => {
    const text = await (await sent('application/xml', { type: 'object' }, { name: 'a<b', list: [1, 2] })).text();

    expect(text).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><root><name>a&lt;b</name><list>1</list><list>2</list></root>',
    );
  });

  test('of text', async () => {
    expect(await (await sent('text/plain', {}, 'plain')).text()).toBe('plain');
  });
});
