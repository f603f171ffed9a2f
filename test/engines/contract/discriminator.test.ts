/** Row 15: a discriminator chooses the schema, in each of its forms. */
import { expect, test } from '@jest/globals';
import type { Json, JsonObject } from '#core/units';
import type { Operation } from '#engines/contract/model';
import { validateResponse } from '#engines/contract/validate-response';
import { answer, answering } from './openapi-document.ts';

const messages = (operation: Operation, value: Json): readonly string[] =>
  validateResponse(operation, answer(value)).map(({ payloadPointer, expected }) => `${payloadPointer} ${expected}`);

const kind = (field: string): JsonObject => ({
  type: 'object',
  required: ['kind'],
  properties: { kind: { type: 'string' }, [field]: { type: 'number' } },
});
const SHAPES: JsonObject = { Circle: kind('radius'), Square: kind('width') };
const refs = ['Circle', 'Square'].map((name) => ({ $ref: `#/components/schemas/${name}` }));

// Without the discriminator both members match each value: the union alone would refuse them all.
test.each(['oneOf', 'anyOf'])('%s: the value names the member by its mapping or by its name', (union) => {
  const schema = {
    [union]: refs,
    discriminator: { propertyName: 'kind', mapping: { round: '#/components/schemas/Circle', sq: 'Square' } },
  };
  const operation = answering('3.0', schema, SHAPES);

  expect(messages(operation, { kind: 'round', radius: 1 })).toEqual([]);
  expect(messages(operation, { kind: 'Circle', radius: 1 })).toEqual([]);
  expect(messages(operation, { kind: 'sq', width: 1 })).toEqual([]);
  expect(messages(operation, { kind: 'round', radius: 'x' })).toEqual(['/radius number']);
  expect(messages(operation, { kind: 'oval' })).toEqual(['/kind one of ["Circle","Square","round","sq"]']);
});

test('a member without a name decides for values that name none', () => {
  const schema = { oneOf: [...refs, { type: 'object', required: ['odd'] }], discriminator: { propertyName: 'kind' } };
  const operation = answering('3.1', schema, {
    Circle: { ...kind('radius'), required: ['kind', 'radius'] },
    Square: { ...kind('width'), required: ['kind', 'width'] },
  });

  expect(messages(operation, { kind: 'other', odd: 1 })).toEqual([]);
  expect(messages(operation, { kind: 'Circle' })).toEqual([' the field "radius"']);
});

const pets = (version: string): JsonObject => {
  const home = version === '2.0' ? '#/definitions' : '#/components/schemas';
  const parent = { $ref: `${home}/Pet` };
  return {
    Pet: {
      type: 'object',
      required: ['petType'],
      properties: { petType: { type: 'string' }, friend: parent },
      discriminator: version === '2.0' ? 'petType' : { propertyName: 'petType' },
    },
    Cat: { allOf: [parent, { type: 'object', required: ['lives'], properties: { lives: { type: 'integer' } } }] },
    Lion: { allOf: [{ $ref: `${home}/Cat` }, { type: 'object', required: ['mane'] }] },
  };
};

test.each(['2.0', '3.0', '3.1'])('%s: heirs by allOf are chosen too, those of heirs included', (version) => {
  const home = version === '2.0' ? '#/definitions' : '#/components/schemas';
  const operation = answering(version, { $ref: `${home}/Pet` }, pets(version));

  expect(messages(operation, { petType: 'Pet' })).toEqual([]);
  expect(messages(operation, { petType: 'Cat', lives: 9 })).toEqual([]);
  expect(messages(operation, { petType: 'Cat' })).toEqual([' the field "lives"']);
  expect(messages(operation, { petType: 'Lion', lives: 1 })).toEqual([' the field "mane"']);
  expect(messages(operation, { petType: 'Pet', friend: { petType: 'Cat', lives: 'x' } })).toEqual([
    '/friend/lives integer',
  ]);
  expect(messages(operation, { petType: 'Dog' })).toEqual(['/petType one of ["Cat","Lion","Pet"]']);
});

test('3.2: values without a mapping go to defaultMapping', () => {
  const schema = { oneOf: refs, discriminator: { propertyName: 'kind', defaultMapping: 'Square' } };
  const operation = answering('3.2', schema, { Circle: kind('radius'), Square: { ...kind('width'), required: [] } });

  expect(messages(operation, { width: 2 })).toEqual([]);
  expect(messages(operation, { width: 'x' })).toEqual(['/width number']);
});

test('a union whose members build on it is no endless circle', () => {
  const home = '#/components/schemas';
  const operation = answering(
    '3.0',
    { $ref: `${home}/Pet` },
    {
      Pet: {
        type: 'object',
        required: ['petType'],
        properties: { petType: { type: 'string' } },
        oneOf: [{ $ref: `${home}/Cat` }],
        discriminator: { propertyName: 'petType' },
      },
      Cat: { allOf: [{ $ref: `${home}/Pet` }, { type: 'object', required: ['lives'] }] },
    },
  );

  expect(messages(operation, { petType: 'Cat', lives: 1 })).toEqual(['/lives only fields that the document names']);
  expect(messages(operation, { petType: 'Cat' })).toEqual([' the field "lives"']);
});

test('a failed union without discriminator tells what its nearest member lacks', () => {
  const operation = answering('3.1', {
    oneOf: [
      { type: 'object', required: ['type', 'a'], properties: { type: { const: 'a' } } },
      { type: 'object', required: ['type', 'b'], properties: { type: { const: 'b' }, b: { type: 'integer' } } },
      { type: 'string' },
    ],
  });

  expect(messages(operation, { type: 'b', b: 'x' })).toEqual(['/b integer']);
  expect(messages(operation, 5)).toEqual([' one of the documented forms, which none matches']);
});
