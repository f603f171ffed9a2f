/** Rows 14 to 16: what an answer may look like. Each rule has an answer that keeps it and one that breaks it. */
import { describe, expect, test } from '@jest/globals';
import type { Json, JsonObject } from '#core/units';
import type { ContractProblem } from '#engines/contract/contract-problem';
import type { Operation } from '#engines/contract/model';
import { validateResponse } from '#engines/contract/validate-response';
import { answer, answering, bytesOf, contractOf, only } from './openapi-document.ts';

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
const responding = (responses: JsonObject): Operation => only(contractOf('3.1', { '/a': { get: { responses } } }));
const json = (schema: JsonObject): JsonObject => ({ description: 'x', content: { 'application/json': { schema } } });

describe('row 14: status', () => {
  const operation = responding({
    '200': json({ type: 'object', required: ['exact'] }),
    '2XX': json({ type: 'object', required: ['range'] }),
    default: json({ type: 'object', required: ['other'] }),
  });

  test.each([
    [200, 'exact'],
    [201, 'range'],
    [404, 'other'],
    [503, 'other'],
  ])('%d is held against the closest answer', (status, field) => {
    expect(
      validateResponse(operation, answer({ [field]: 1 }, status)).filter((one) => one.severity === 'error'),
    ).toEqual([]);
    expect(validateResponse(operation, answer({}, status)).map(short)).toEqual([
      ['body', '', `the field "${field}"`, 'none'],
    ]);
  });

  test('a status that is not documented warns, and fails when looked at strictly (row 16)', () => {
    const narrow = responding({ '200': json({}) });

    expect(validateResponse(narrow, answer({}, 418)).map((one) => [one.severity, ...short(one)])).toEqual([
      ['warning', 'status', 'status', 'one of 200', '418'],
    ]);
    expect(validateResponse(narrow, answer({}, 418), { strict: true })[0]).toMatchObject({
      severity: 'error',
      undeclared: true,
      documentPointer: '/paths/~1a/get/responses',
    });
  });
});

describe('row 14: media type', () => {
  const operation = responding({
    '200': {
      description: 'x',
      content: {
        'application/json': { schema: { type: 'object', required: ['plain'] } },
        'application/vnd.shop+json; version=2': { schema: { type: 'object', required: ['second'] } },
        'text/*': { schema: { type: 'string', maxLength: 3 } },
      },
    },
  });
  const asked = (mediaType: string, text: string): readonly Short[] =>
    validateResponse(operation, {
      status: 200,
      headers: [['Content-Type', mediaType]],
      body: new TextEncoder().encode(text),
    })
      .filter(({ severity }) => severity === 'error')
      .map(short);

  test.each([
    ['application/json', '{"plain":1}'],
    ['application/json; charset=UTF-8', '{"plain":1}'],
    ['APPLICATION/JSON', '{"plain":1}'],
    ['application/vnd.shop+json; version=2', '{"second":1}'],
    ['application/vnd.shop+json;charset=utf-8; version="2"', '{"second":1}'],
    ['text/plain', 'abc'],
    ['text/html; charset=utf-8', 'abc'],
  ])('%s is documented', (mediaType, text) => {
    expect(asked(mediaType, text)).toEqual([]);
  });

  test.each([
    ['application/xml', '<a/>'],
    ['application/vnd.shop+json; version=3', '{"second":1}'],
    ['application/problem+json', '{"plain":1}'],
  ])('%s is not', (mediaType, text) => {
    const expected = 'one of application/json, application/vnd.shop+json; version=2, text/*';

    expect(asked(mediaType, text)).toEqual([['media-type', 'content-type', expected, mediaType]]);
  });

  test('a body of the right type is still held against the schema', () => {
    expect(asked('text/plain', 'abcd')).toEqual([['body', '', 'at most 3 characters', 'string "abcd"']]);
    expect(asked('application/json', '{"plain":')).toEqual([['body', '', 'JSON', String.raw`"{\"plain\":"`]]);
    expect(asked('application/json', '')[0]?.[2]).toContain('a body');
  });

  test('a body without Content-Type is told, and looked at where only one type is documented', () => {
    const one = responding({ '200': json({ type: 'object', required: ['a'] }) });

    const problems = validateResponse(one, { status: 200, headers: [], body: bytesOf({}) });

    expect(problems.map(short)).toEqual([
      ['media-type', 'content-type', 'application/json', 'no Content-Type'],
      ['body', '', 'the field "a"', 'none'],
    ]);
  });
});

describe('row 14: headers', () => {
  const operation = responding({
    '200': {
      description: 'x',
      headers: {
        'X-Limit': { required: true, schema: { type: 'integer', minimum: 1 } },
        'X-Tags': { schema: { type: 'array', items: { enum: ['a', 'b'] } } },
        'X-Page': { content: { 'application/json': { schema: { type: 'object', required: ['next'] } } } },
      },
    },
  });
  const sent = (...headers: readonly (readonly [string, string])[]): readonly Short[] =>
    validateResponse(operation, { status: 200, headers, body: new Uint8Array() }).map(short);

  test('documented headers pass, whatever their case', () => {
    expect(sent(['x-limit', '5'], ['X-TAGS', 'a,b'], ['x-page', '{"next":1}'])).toEqual([]);
  });

  test('a missing, a wrong and an unreadable one are told each', () => {
    expect(sent(['x-tags', 'a, c'], ['x-page', '{}'])).toEqual([
      ['header', 'x-limit', 'the header X-Limit', 'none'],
      ['header', 'x-tags/1', 'one of ["a","b"]', 'string "c"'],
      ['header', 'x-page', 'the field "next"', 'none'],
    ]);
    expect(sent(['x-limit', '0'])).toEqual([['header', 'x-limit', 'a number of at least 1', 'integer 0']]);
  });

  test("row 16: an undeclared header is told, HTTP's own are not", () => {
    expect(sent(['x-limit', '1'], ['date', 'now'], ['etag', '"1"'], ['x-debug', '1'])).toEqual([
      ['header', 'x-debug', 'only headers that the document names', 'the header x-debug'],
    ]);
  });
});

describe('row 15', () => {
  test.each([
    ['2.0', { type: 'string', 'x-nullable': true }],
    ['3.0', { type: 'string', nullable: true }],
    ['3.0', { type: 'string', enum: ['a'], nullable: true }],
    ['3.1', { type: ['string', 'null'] }],
    ['3.2', { anyOf: [{ type: 'string' }, { type: 'null' }] }],
  ])('%s: null is allowed by %j', (version, schema) => {
    const operation = answering(version, { type: 'object', properties: { a: schema } });

    expect(errors(operation, { a: null })).toEqual([]);
    expect(errors(operation, { a: 1 })).toContainEqual(['body', '/a', expect.anything(), 'integer 1']);
  });

  test.each(['2.0', '3.0', '3.1', '3.2'])('%s: null is not allowed where nothing says so', (version) => {
    expect(errors(answering(version, { type: 'string' }), null)).toEqual([['body', '', 'string', 'null']]);
  });

  test('3.0: nullable beside a reference is taken by its word', () => {
    const operation = answering('3.0', { $ref: '#/components/schemas/A', nullable: true }, { A: { type: 'string' } });

    expect(errors(operation, null)).toEqual([]);
    expect(errors(operation, 1)).toHaveLength(1);
  });

  test('a list of types allows each of them and nothing else', () => {
    const operation = answering('3.1', { type: ['integer', 'string'] });

    expect(errors(operation, 1)).toEqual([]);
    expect(errors(operation, 'x')).toEqual([]);
    expect(errors(operation, true)).toEqual([['body', '', 'integer or string', 'true']]);
  });

  test.each(['2.0', '3.0'])('%s: exclusiveMinimum is a flag', (version) => {
    const operation = answering(version, { type: 'number', minimum: 3, exclusiveMinimum: true });

    expect(errors(operation, 3.1)).toEqual([]);
    expect(errors(operation, 3)).toEqual([['body', '', 'a number greater than 3', 'integer 3']]);
  });

  test('writeOnly: a needed field is not needed in an answer, and must not be there', () => {
    const schema = {
      type: 'object',
      required: ['id', 'password'],
      properties: { id: { type: 'integer', readOnly: true }, password: { type: 'string', writeOnly: true } },
    };
    const operation = answering('3.0', schema);

    expect(errors(operation, { id: 1 })).toEqual([]);
    expect(errors(operation, { id: 1, password: 'x' })).toEqual([
      ['write-only', '/password', 'no such field, as it is writeOnly', 'string "x"'],
    ]);
    expect(errors(operation, {})).toEqual([['body', '', 'the field "id"', 'none']]);
  });

  test('circular references are followed as deep as the value goes', () => {
    const ref = '#/components/schemas/Node';
    const node = { type: 'object', required: ['name'], properties: { name: { type: 'string' }, next: { $ref: ref } } };
    const operation = answering('3.1', { $ref: ref }, { Node: node });

    expect(errors(operation, { name: 'a', next: { name: 'b', next: { name: 'c' } } })).toEqual([]);
    expect(errors(operation, { name: 'a', next: { name: 'b', next: {} } })).toEqual([
      ['body', '/next/next', 'the field "name"', 'none'],
    ]);
  });

  test.each([
    ['3.0', { type: 'string', format: 'date-time' }, '2026-11-21T10:00:00Z', 'yesterday'],
    ['3.1', { type: 'string', pattern: '^a+$' }, 'aa', 'b'],
    ['3.1', { type: 'array', uniqueItems: true }, [1, 2], [1, 1]],
    ['3.1', { type: 'array', prefixItems: [{ type: 'string' }], items: { type: 'integer' } }, ['a', 1], [1, 1]],
    ['3.1', { type: 'object', patternProperties: { '^x': { type: 'integer' } } }, { x1: 1 }, { x1: 'a' }],
    ['3.1', { if: { required: ['a'] }, then: { required: ['b'] } }, { a: 1, b: 1 }, { a: 1 }],
    ['3.1', { const: 5 }, 5, 6],
    ['3.0', { type: 'integer', multipleOf: 5 }, 10, 11],
  ] as const)('%s %j takes %j and not %j', (version, schema, good, bad) => {
    const operation = answering(version, schema);

    expect(errors(operation, good)).toEqual([]);
    expect(errors(operation, bad)).not.toEqual([]);
  });
});

test('a problem names the operation, both places, what was expected and what came', () => {
  const operation = answering(
    '3.0',
    { $ref: '#/components/schemas/Order' },
    {
      Order: {
        type: 'object',
        properties: { lines: { type: 'array', items: { type: 'object', properties: { 'a/b': { type: 'integer' } } } } },
      },
    },
  );

  expect(validateResponse(operation, answer({ lines: [{}, { 'a/b': 'x' }] }))).toEqual([
    {
      kind: 'body',
      severity: 'error',
      operation: 'GET /',
      documentPointer: '/components/schemas/Order/properties/lines/items/properties/a~1b/type',
      payloadPointer: '/lines/1/a~1b',
      expected: 'integer',
      got: 'string "x"',
      message: 'GET /, body /lines/1/a~1b: expected integer, got string "x"',
    },
  ]);
});

test.each([
  ['application/jsonl', '{"a":1}\n{"a":"x"}\n', '/1/a'],
  ['application/json-seq', '\u001e{"a":1}\n\u001e{"a":"x"}\n', '/1/a'],
  ['text/event-stream', 'data: 1\n\ndata: x\nretry: y\n\n', ''],
])('3.2: every item of a stream of %s has the itemSchema', (mediaType, text, place) => {
  const itemSchema = { type: 'object', properties: { a: { type: 'integer' }, retry: { type: 'integer' } } };
  const content = { [mediaType]: { itemSchema } };
  const operation = only(contractOf('3.2', { '/a': { get: { responses: { '200': { description: 'x', content } } } } }));
  const observed = {
    status: 200,
    headers: [['content-type', mediaType]] as const,
    body: new TextEncoder().encode(text),
  };

  const found = validateResponse(operation, observed).filter(({ severity }) => severity === 'error');

  expect(found.map(({ payloadPointer }) => payloadPointer)).toEqual([place === '' ? '/1/retry' : place]);
});
