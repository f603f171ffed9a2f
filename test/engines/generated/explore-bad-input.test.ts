/** Bad documents, bad targets and bad definitions: each a clear answer, never a crash or a hang. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Json, JsonObject } from '#core/units';
import { exploreOn } from './explore-on.ts';
import { SmallShop } from './small-shop.ts';
import { smallShopDocument } from './small-shop-document.ts';

const withOperation = (operation: Json): Json => ({
  openapi: '3.1.0',
  info: { title: 't', version: '1' },
  paths: { '/a': { get: operation } },
});
const ok: Json = { '200': { description: 'ok' } };

describe('documents', () => {
  test.each<readonly [string, Json]>([
    ['a list', []],
    ['null', null],
    ['asyncapi', { asyncapi: '3.0.0' }],
  ])('that are none are refused: %s', async (_what, document) => {
    await expect(exploreOn(() => ({ status: 200 }), document)).rejects.toThrow('expected an OpenAPI document');
  });

  test('an impossible constraint is told, and the rest is tested', async () => {
    const document = {
      ...(smallShopDocument as JsonObject),
      paths: {
        ...((smallShopDocument as JsonObject)['paths'] as JsonObject),
        '/never': {
          get: {
            parameters: [
              { name: 'q', in: 'query', required: true, schema: { type: 'integer', minimum: 2, maximum: 1 } },
            ],
            responses: ok,
          },
        },
      },
    };
    const shop = new SmallShop();

    const { reports } = await exploreOn((request) => shop.answer(request), document, {
      requestsMax: 500,
      rules: { 'unsupported-method': 'off' },
    });

    const never = reports.find(({ part }) => part?.name === 'GET /never');
    expect(never?.skipped).toBe(
      'GET /never: no request could be made: a required value is impossible, or the budget was spent before',
    );
    expect(reports.filter(({ skipped }) => skipped === undefined)).toHaveLength(8);
  });

  test('problems of the document are warnings', async () => {
    const { reports } = await exploreOn(
      () => ({ status: 200 }),
      withOperation({ parameters: [{ name: 'q', in: 'query', schema: { $ref: 'other.yaml#/Q' } }], responses: ok }),
      { requestsMax: 20 },
    );

    expect(
      reports[0]?.warnings
        ?.filter(({ kind }) => kind === 'document')
        .map(({ message }) => message)
        .join(),
    ).toContain('other.yaml');
  });

  test('values that no request can carry are left out', async () => {
    const schema = { type: 'object', required: ['a'], properties: { a: { type: 'string', enum: ['\ud800', 'b'] } } };
    const form = { required: true, content: { 'application/x-www-form-urlencoded': { schema } } };
    const document = {
      openapi: '3.1.0',
      info: { title: 't', version: '1' },
      paths: { '/a': { post: { requestBody: form, responses: ok } } },
    };

    const { sent } = await exploreOn(() => ({ status: 200 }), document, { requestsMax: 60 });

    expect(sent.map(({ body }) => body)).toContain('a=b');
  });

  test('schemas that contain themselves and patterns that take for ever end', async () => {
    const document = {
      ...(withOperation({
        parameters: [{ name: 'q', in: 'query', schema: { type: 'string', pattern: '^(a|a)*$', minLength: 40 } }],
        responses: ok,
      }) as JsonObject),
      components: { schemas: { A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } } },
    };

    const { sent } = await exploreOn(() => ({ status: 200 }), document, { requestsMax: 50 });

    expect(sent.length).toBe(50);
  });
});

describe('targets', () => {
  test('one that never answers is told, with nothing judged', async () => {
    const { reports } = await exploreOn(() => ({ status: 0 }), smallShopDocument, { requestsMax: 500 });

    expect(reports).toHaveLength(1);
    expect(reports[0]?.failure?.message).toMatch(
      /^expected answers from http:\/\/shop\.example\/: 20 requests in a row got no answer/u,
    );
  });

  test('one that a request brings down is a finding, and what was found before is told', async () => {
    const shop = new SmallShop('wrong-schema');
    let isDown = false;
    const { findings } = await exploreOn(
      (request) => {
        isDown ||= request.url.searchParams.get('limit') === '100';
        return isDown ? { status: 0 } : shop.answer(request);
      },
      smallShopDocument,
      { requestsMax: 1_000, headers: { Authorization: 'Bearer right' } },
    );

    expect(findings.map(({ operation, check, severity, place }) => [operation, check, severity, place])).toEqual([
      ['GET /orders', 'server-error', 'high', 'none'],
      ['GET /orders/{id}', 'response-schema', 'high', '2xx'],
    ]);
    expect(findings[0]?.request?.url).toContain('limit=100');
  });

  test('a run that is stopped tells what it found, and removes what it made', async () => {
    const shop = new SmallShop('wrong-schema');
    const told: string[] = [];
    const late: string[] = [];
    let sent = 0;
    const stop = new AbortController();

    const run = exploreOn(
      (request) => {
        sent += 1;
        if (sent === 300) stop.abort(new Error('stopped'));
        const answer = shop.answer(request);
        if (sent > 300) late.push(`${request.method} ${String(answer.status)}`);
        return answer;
      },
      smallShopDocument,
      { headers: { Authorization: 'Bearer right' } },
      { signal: stop.signal, tell: ({ findings = [] }) => told.push(...findings.map(({ check }) => check)) },
    );

    await expect(run).rejects.toThrow('stopped');
    expect(told).toEqual(['response-schema']);
    expect(new Set(late)).toEqual(new Set(['DELETE 204']));
  });

  test('a request that gets no answer twice is a finding when others are answered', async () => {
    const shop = new SmallShop();
    const { findings } = await exploreOn(
      (request) => (request.url.searchParams.get('status') === 'paid' ? { status: 0 } : shop.answer(request)),
      smallShopDocument,
      {
        requestsMax: 1_000,
        headers: { Authorization: 'Bearer right' },
      },
    );

    expect(findings.map(({ operation, check, severity }) => [operation, check, severity])).toEqual([
      ['GET /orders', 'no-answer', 'medium'],
    ]);
  });

  test('a login that is missing is told, and no fault', async () => {
    const shop = new SmallShop();
    const { findings, reports } = await exploreOn((request) => shop.answer(request), smallShopDocument, {
      requestsMax: 1_000,
    });

    expect(findings).toEqual([]);
    expect(reports.flatMap(({ warnings = [] }) => warnings.map(({ message }) => message))).toContain(
      'GET /account: every ordinary request was answered 401: give the login in `headers`',
    );
  });

  test('an operation that takes nothing is in doubt: it warns', async () => {
    const shop = new SmallShop();
    const { findings } = await exploreOn(
      (request) =>
        request.url.pathname === '/letters' && request.method === 'POST'
          ? { status: 400, body: { error: 'no' } }
          : shop.answer(request),
      smallShopDocument,
      {
        requestsMax: 1_000,
        headers: { Authorization: 'Bearer right' },
      },
    );

    expect(findings.map(({ operation, check, severity }) => [operation, check, severity])).toEqual([
      ['POST /letters', 'valid-refused', 'medium'],
    ]);
    expect(findings[0]?.message).toMatch(/none of \d+ valid requests was accepted; give `values`/u);
  });
});

describe('definitions', () => {
  const file = path.resolve(import.meta.dirname, '../../../layers/contracts/suite.schema.json');
  const { $defs } = JSON.parse(readFileSync(file, 'utf8')) as JsonObject;
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile({ $defs, $ref: '#/$defs/explore' });

  test.each<readonly [boolean, Json]>([
    [true, {}],
    [
      true,
      {
        document: 'api',
        target: 'default',
        operations: { only: ['GET *'], except: ['tag:admin'] },
        headers: { a: 'b' },
        values: { id: [1] },
        methods: 'safe',
        requestsMax: 10,
        secondsMax: 5,
        requestsPerSecond: 0.5,
        rules: { 'server-error': 'warn' },
        seed: 'x',
      },
    ],
    [false, { rules: { 'no-such-rule': 'warn' } }],
    [false, { rules: { 'server-error': 'maybe' } }],
    [false, { requestsMax: 0 }],
    [false, { requestsPerSecond: 0 }],
    [false, { operations: { only: [] } }],
    [false, { unknown: 1 }],
  ])('are taken: %s, %j', (expected, definition) => {
    expect(validate(definition)).toBe(expected);
  });
});
