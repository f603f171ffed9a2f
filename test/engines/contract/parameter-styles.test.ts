/**
 * Row 14: the cells of OpenAPI's table "Style Examples" (3.1.1, 4.8.12.4, and 3.2's cookie style), written out by hand: the encoder has to
 * give the text, the decoder has to give the value back. A property does the same for values that nobody wrote down.
 */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Json, JsonObject } from '#core/units';
import { cookiePairs, decodePairs, decodeText, queryPairs } from '#engines/contract/decode-parameter';
import { encodeParameter } from '#engines/contract/encode-parameter';
import type { Parameter, ParameterPlace } from '#engines/contract/model';
import { contractOf, only } from './openapi-document.ts';

const SCHEMAS: { readonly [kind: string]: JsonObject } = {
  empty: { type: 'string' },
  string: { type: 'string' },
  array: { type: 'array', items: { type: 'string' } },
  object: {
    type: 'object',
    properties: { R: { type: 'integer' }, G: { type: 'integer' }, B: { type: 'integer' } },
  },
};
const VALUES: { readonly [kind: string]: Json } = {
  empty: '',
  string: 'blue',
  array: ['blue', 'black', 'brown'],
  object: { R: 100, G: 200, B: 150 },
};

const parameterOf = (place: ParameterPlace, style: string, explode: boolean, schema: Json): Parameter => {
  const parameter = { name: 'color', in: place, required: true, style, explode, schema };
  const path = place === 'path' ? '/a/{color}' : '/a';
  const operation = only(contractOf('3.2', { [path]: { get: { parameters: [parameter], responses: {} } } }));
  const [found] = operation.parameters;
  if (found === undefined) throw new Error('expected a parameter');
  return found;
};

const decode = (parameter: Parameter, text: string): Json | undefined => {
  const { schema } = parameter;
  if (schema === undefined) throw new Error('expected a schema');
  const readable = { ...parameter, schema };
  const isText = parameter.in === 'path' || parameter.in === 'header';
  const pairs = parameter.in === 'cookie' ? cookiePairs(text) : queryPairs(text);
  const decoded = isText ? decodeText(readable, text) : decodePairs(readable, pairs);
  return decoded === undefined || !('value' in decoded) ? undefined : decoded.value;
};

/** place, style, explode, kind of value, text */
const TABLE: readonly (readonly [ParameterPlace, string, boolean, string, string])[] = [
  ['path', 'matrix', false, 'empty', ';color'],
  ['path', 'matrix', false, 'string', ';color=blue'],
  ['path', 'matrix', false, 'array', ';color=blue,black,brown'],
  ['path', 'matrix', false, 'object', ';color=R,100,G,200,B,150'],
  ['path', 'matrix', true, 'empty', ';color'],
  ['path', 'matrix', true, 'string', ';color=blue'],
  ['path', 'matrix', true, 'array', ';color=blue;color=black;color=brown'],
  ['path', 'matrix', true, 'object', ';R=100;G=200;B=150'],
  ['path', 'label', false, 'empty', '.'],
  ['path', 'label', false, 'string', '.blue'],
  ['path', 'label', false, 'array', '.blue,black,brown'],
  ['path', 'label', false, 'object', '.R,100,G,200,B,150'],
  ['path', 'label', true, 'empty', '.'],
  ['path', 'label', true, 'string', '.blue'],
  ['path', 'label', true, 'array', '.blue.black.brown'],
  ['path', 'label', true, 'object', '.R=100.G=200.B=150'],
  ['path', 'simple', false, 'empty', ''],
  ['path', 'simple', false, 'string', 'blue'],
  ['path', 'simple', false, 'array', 'blue,black,brown'],
  ['path', 'simple', false, 'object', 'R,100,G,200,B,150'],
  ['path', 'simple', true, 'string', 'blue'],
  ['path', 'simple', true, 'array', 'blue,black,brown'],
  ['path', 'simple', true, 'object', 'R=100,G=200,B=150'],
  ['header', 'simple', false, 'array', 'blue,black,brown'],
  ['header', 'simple', false, 'object', 'R,100,G,200,B,150'],
  ['header', 'simple', true, 'object', 'R=100,G=200,B=150'],
  ['query', 'form', false, 'empty', 'color='],
  ['query', 'form', false, 'string', 'color=blue'],
  ['query', 'form', false, 'array', 'color=blue,black,brown'],
  ['query', 'form', false, 'object', 'color=R,100,G,200,B,150'],
  ['query', 'form', true, 'empty', 'color='],
  ['query', 'form', true, 'string', 'color=blue'],
  ['query', 'form', true, 'array', 'color=blue&color=black&color=brown'],
  ['query', 'form', true, 'object', 'R=100&G=200&B=150'],
  ['query', 'spaceDelimited', false, 'array', 'color=blue%20black%20brown'],
  ['query', 'spaceDelimited', false, 'object', 'color=R%20100%20G%20200%20B%20150'],
  ['query', 'pipeDelimited', false, 'array', 'color=blue%7Cblack%7Cbrown'],
  ['query', 'pipeDelimited', false, 'object', 'color=R%7C100%7CG%7C200%7CB%7C150'],
  ['query', 'deepObject', true, 'object', 'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150'],
  ['cookie', 'form', false, 'array', 'color=blue,black,brown'],
  ['cookie', 'cookie', true, 'string', 'color=blue'],
  ['cookie', 'cookie', true, 'object', 'R=100; G=200; B=150'],
];

describe('row 14: the table of styles', () => {
  test.each(TABLE)('%s %s explode=%s %s is %j', (place, style, explode, kind, text) => {
    const parameter = parameterOf(place, style, explode, SCHEMAS[kind] ?? true);

    expect(encodeParameter(parameter, VALUES[kind] ?? null)).toBe(text);
    expect(decode(parameter, text)).toEqual(VALUES[kind]);
  });

  test('lists of numbers and booleans come back with their types', () => {
    const items = (type: string): JsonObject => ({ type: 'array', items: { type } });

    expect(decode(parameterOf('query', 'form', true, items('integer')), 'color=1&color=2')).toEqual([1, 2]);
    expect(decode(parameterOf('query', 'form', false, items('boolean')), 'color=true,false')).toEqual([true, false]);
    expect(decode(parameterOf('query', 'pipeDelimited', false, items('number')), 'color=1.5|2')).toEqual([1.5, 2]);
  });

  test('a text that is no number stays a text, so that the schema refuses it', () => {
    expect(decode(parameterOf('query', 'form', true, { type: 'integer' }), 'color=blue')).toBe('blue');
    expect(decode(parameterOf('query', 'form', true, { type: 'integer' }), 'color=')).toBe('');
  });

  test('reserved characters are escaped, or stay where the parameter allows it', () => {
    const parameter = parameterOf('query', 'form', true, { type: 'string' });

    expect(encodeParameter(parameter, 'a/b?c=d&e')).toBe('color=a%2Fb%3Fc%3Dd%26e');
    expect(encodeParameter({ ...parameter, allowReserved: true }, 'a/b?c')).toBe('color=a/b?c');
  });

  test('a delimiter inside an item survives, as it is escaped there and not between items', () => {
    const parameter = parameterOf('query', 'form', false, { type: 'array', items: { type: 'string' } });

    const text = encodeParameter(parameter, ['a,b', 'c']);

    expect(text).toBe('color=a%2Cb,c');
    expect(decode(parameter, text)).toEqual(['a,b', 'c']);
  });

  test.each([
    ['csv', 'color=blue,black', ['blue', 'black']],
    ['ssv', 'color=blue%20black', ['blue', 'black']],
    ['tsv', 'color=blue%09black', ['blue', 'black']],
    ['pipes', 'color=blue|black', ['blue', 'black']],
    ['multi', 'color=blue&color=black', ['blue', 'black']],
  ])('collectionFormat %s of 2.0', (collectionFormat, text, value) => {
    const parameter = { name: 'color', in: 'query', type: 'array', items: { type: 'string' }, collectionFormat };
    const operation = only(contractOf('2.0', { '/a': { get: { parameters: [parameter], responses: {} } } }));

    expect(decode(operation.parameters[0] as Parameter, text)).toEqual(value);
  });

  test.each([
    ['path', 'simple', false],
    ['path', 'matrix', true],
    ['path', 'matrix', false],
    ['query', 'form', true],
    ['query', 'form', false],
    ['query', 'pipeDelimited', false],
    ['query', 'spaceDelimited', false],
    ['cookie', 'form', false],
  ] as const)('what %s %s explode=%s encodes, it decodes', (place, style, explode) => {
    const parameter = parameterOf(place, style, explode, { type: 'array', items: { type: 'string' } });
    // A space or a pipe inside an item cannot be told from one between items in its own style: the table has no escape for it.
    const character = fc.constantFrom(...'abc-_.~0%é/?&=;€'.split(''));
    const item = fc.string({ unit: character, minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 5 }), (value) => {
        expect(decode(parameter, encodeParameter(parameter, value))).toEqual(value);
      }),
      { numRuns: 200 },
    );
  });
});
