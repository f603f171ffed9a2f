/** Documents and values that nobody means well with: each is told, none is waited for. */
import { describe, expect, test } from '@jest/globals';
import type { Json, JsonObject } from '#core/units';
import { openContract } from '#engines/contract/open-contract';
import { validateResponse } from '#engines/contract/validate-response';
import { answer, answering, contractOf, documentOf } from './openapi-document.ts';

describe('hostile documents end', () => {
  test('references that only lead to each other', () => {
    const home = '#/components/schemas';
    const operation = answering('3.1', { $ref: `${home}/A` }, { A: { $ref: `${home}/B` }, B: { $ref: `${home}/A` } });

    expect(validateResponse(operation, answer({}))).toEqual([]);
  });

  test('parameters and responses that only lead to each other', () => {
    const ref = (name: string): JsonObject => ({ $ref: `#/components/responses/${name}` });
    const document = {
      ...documentOf('3.1', { '/a': { get: { responses: { '200': ref('A') } } } }),
      components: { responses: { A: ref('B'), B: ref('A') } },
    };

    expect(openContract(document).problems).toHaveLength(1);
  });

  test('schemas deeper than anybody writes them', () => {
    let schema: JsonObject = { type: 'string' };
    for (let level = 0; level < 5000; level += 1) schema = { type: 'array', items: schema };

    expect(contractOf('3.1', {}, { A: schema }).problems).toHaveLength(1);
  });

  test('a long chain of references needs no stack', () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, at): [string, Json] => [
        `S${String(at)}`,
        { type: 'object', properties: { next: { $ref: `#/components/schemas/S${String(at + 1)}` } } },
      ]),
    );

    expect(contractOf('3.1', {}, { ...schemas, S5000: { type: 'integer' } }).problems).toEqual([]);
  });

  test('an expression that tries every way through a text is told, not waited for', () => {
    const operation = answering('3.1', { type: 'string', pattern: '^(a+)+$' });

    expect(validateResponse(operation, answer(`${'a'.repeat(40)}!`)).map(({ expected }) => expected)).toEqual([
      'an end of the check in time',
    ]);
    expect(validateResponse(operation, answer('aaa'))).toEqual([]);
  });

  test('a value nested without end under a circular schema', () => {
    const ref = '#/components/schemas/Node';
    const operation = answering('3.1', { $ref: ref }, { Node: { type: 'array', items: { $ref: ref } } });
    const body = new TextEncoder().encode(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);

    const found = validateResponse(operation, { status: 200, headers: [['content-type', 'application/json']], body });

    expect(found.map(({ expected }) => expected)).toEqual(['a value that is not nested so deep']);
  });

  test('names that objects have from their prototype are names like others', () => {
    const schema = {
      type: 'object',
      properties: JSON.parse('{"__proto__":{"type":"string"},"constructor":{"type":"integer"}}') as Json,
    };
    const operation = answering('3.1', schema);
    const value = JSON.parse('{"__proto__":"x","constructor":"y","toString":1}') as Json;

    expect(validateResponse(operation, answer(value)).map(({ payloadPointer }) => payloadPointer)).toEqual([
      '/constructor',
      '/toString',
    ]);
  });
});

test('a union that leads back to itself is told when it would be tried in every way', () => {
  const ref = { $ref: '#/components/schemas/Node' };
  const kid = (type: string): JsonObject => ({ type: 'object', properties: { kid: ref, end: { type } } });
  const operation = answering('3.1', ref, { Node: { anyOf: [kid('string'), kid('boolean')] } });
  let value: Json = { end: 5 };
  for (let level = 0; level < 40; level += 1) value = { kid: value };

  expect(validateResponse(operation, answer(value)).map(({ expected }) => expected)).toEqual([
    'an end of the check in time',
  ]);
  expect(validateResponse(operation, answer({ kid: { kid: { end: true } } }))).toEqual([]);
});
