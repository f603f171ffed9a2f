/** Row 16: what a document does not name warns, and fails when looked at strictly. */
import { describe, expect, test } from '@jest/globals';
import type { Json, JsonObject } from '#core/units';
import type { ContractProblem } from '#engines/contract/contract-problem';
import type { Operation } from '#engines/contract/model';
import { validateResponse } from '#engines/contract/validate-response';
import { answer, answering, contractOf, only } from './openapi-document.ts';

type Short = readonly [string, string, string, string];
const short = ({ kind, payloadPointer, expected, got }: ContractProblem): Short => [
  kind,
  payloadPointer,
  expected,
  got,
];
const errors = (operation: Operation, value: Json, strict = false): readonly Short[] =>
  validateResponse(operation, answer(value), { strict })
    .filter(({ severity }) => severity === 'error')
    .map(short);
const warnings = (operation: Operation, value: Json): readonly string[] =>
  validateResponse(operation, answer(value))
    .filter(({ severity }) => severity === 'warning')
    .map(({ payloadPointer }) => payloadPointer);

const responding = (responses: JsonObject): Operation => only(contractOf('3.1', { '/a': { get: { responses } } }));

describe('row 16: strict', () => {
  const withExtra = (additionalProperties: Json | undefined): Operation =>
    answering('3.1', {
      type: 'object',
      properties: { id: { type: 'integer' } },
      ...(additionalProperties === undefined ? {} : { additionalProperties }),
    });

  test.each([[undefined], [true], [{}], [{ type: 'string' }]])(
    'an undeclared field fails with additionalProperties %j, and only warns otherwise',
    (additionalProperties) => {
      const operation = withExtra(additionalProperties);

      expect(errors(operation, { id: 1, more: 'x' }, true)).toEqual([
        ['body', '/more', 'only fields that the document names', 'the field /more'],
      ]);
      expect(errors(operation, { id: 1, more: 'x' })).toEqual([]);
      expect(warnings(operation, { id: 1, more: 'x' })).toEqual(['/more']);
      expect(errors(operation, { id: 1 }, true)).toEqual([]);
    },
  );

  test('with additionalProperties false it fails either way, once', () => {
    expect(errors(withExtra(false), { id: 1, more: 'x' })).toEqual([
      ['body', '/more', 'no field "more"', 'an object with id, more'],
    ]);
    expect(errors(withExtra(false), { id: 1, more: 'x' }, true)).toHaveLength(1);
  });

  test('fields of all parts of allOf, and of the member of a union that matches, are declared', () => {
    const operation = answering('3.1', {
      allOf: [{ type: 'object', properties: { a: {} } }],
      oneOf: [
        { required: ['b'], properties: { b: { type: 'string' } } },
        { required: ['c'], properties: { c: { type: 'string' } } },
      ],
    });

    expect(warnings(operation, { a: 1, b: 'x' })).toEqual([]);
    expect(warnings(operation, { a: 1, b: 'x', d: 1 })).toEqual(['/d']);
  });

  test('a map and a free object have no undeclared names, what is in a map is looked at', () => {
    const map = answering('3.1', { type: 'object', additionalProperties: { type: 'object', properties: { a: {} } } });

    expect(warnings(map, { x: { a: 1 }, y: { a: 1, b: 2 } })).toEqual(['/y/b']);
    expect(warnings(answering('3.1', { type: 'object' }), { x: 1 })).toEqual([]);
    expect(warnings(answering('3.1', {}), { x: 1 })).toEqual([]);
  });

  test('the same field of each element of a list is told once', () => {
    const operation = answering('3.1', { type: 'array', items: { type: 'object', properties: { a: {} } } });

    expect(warnings(operation, [{ a: 1 }, { a: 1, b: 1 }, { b: 2 }])).toEqual(['/1/b']);
  });

  test('a body that no answer documents is undeclared', () => {
    const operation = responding({ '204': { description: 'x' }, '200': { description: 'x' } });

    expect(validateResponse(operation, answer({ a: 1 })).map(short)).toEqual([
      ['body', '', 'no body, as none is documented', '7 bytes'],
    ]);
    expect(validateResponse(operation, { status: 204, headers: [], body: new Uint8Array() }, { strict: true })).toEqual(
      [],
    );
  });
});
