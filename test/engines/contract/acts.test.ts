/** The acts `examples` (C13) and `compare` (C5.2), against functions that answer as an API would. */
import { describe, expect, test } from '@jest/globals';
import type { CompareDefinition } from '#core/acts/compare';
import type { Json } from '#core/units';
import { compare } from '#engines/contract/compare/compare';
import { examples } from '#engines/contract/examples/examples';
import type { ProbeReport } from '#engines/probe/probe';
import { documentOf } from './openapi-document.ts';
import { probeOn, type Answered } from './probe-on.ts';

const failed = (reports: readonly ProbeReport[]): readonly unknown[] =>
  reports.flatMap(({ part, checks }) =>
    checks.filter(({ passed, warn }) => !passed && warn !== true).map(({ path }) => [part?.name, path]),
  );

describe('examples', () => {
  const order = (example: Json, id: Json = 7): Json =>
    documentOf('3.1', {
      '/orders/{id}': {
        get: {
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' }, example: id }],
          responses: {
            '200': {
              description: 'An order',
              content: {
                'application/json': {
                  schema: { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } },
                  example,
                },
              },
            },
          },
        },
      },
      '/plain': { get: { responses: { '200': { description: 'Nothing' } } } },
    });
  const run = (document: Json, answer: Answered | undefined, execute: 'none' | 'safe' = 'none') =>
    probeOn(examples, { execute }, document, { default: () => answer });

  test('good examples pass, and operations without one are named in a warning', async () => {
    const { reports, sent } = await run(order({ id: 7 }), { status: 200 });

    expect([failed(reports), sent]).toEqual([[], []]);
    expect(reports.map(({ part }) => part?.name)).toEqual(['GET /orders/{id}', 'document']);
    expect(reports.at(-1)?.warnings?.[0]?.message).toBe('1 operations have no example: GET /plain');
  });

  test('an example that breaks its schema is told with its place', async () => {
    const { reports } = await run(order({ id: 'x' }, 'seven'), { status: 200 });

    expect(failed(reports)).toEqual([
      ['GET /orders/{id}', '/paths/~1orders~1{id}/get/parameters/0/example'],
      ['GET /orders/{id}', '/paths/~1orders~1{id}/get/responses/200/content/application~1json/example'],
    ]);
  });

  test.each<[string, Answered | undefined, number]>([
    ['works', { status: 200, body: { id: 7 } }, 0],
    ['is not found', { status: 404, body: {} }, 1],
    ['answers what the document does not allow', { status: 200, body: { id: 'x' } }, 1],
    ['gets no answer', undefined, 1],
  ])('an example that is sent %s', async (_, answer, count) => {
    const { reports, sent } = await run(order({ id: 7 }), answer, 'safe');

    expect(sent).toEqual(['default GET /orders/7']);
    expect(failed(reports)).toHaveLength(count);
  });

  test('examples and defaults inside schemas are looked at too', async () => {
    const schemas = {
      A: { type: 'object', properties: { a: { type: 'integer', example: 'x' }, b: { type: 'string', default: 5 } } },
    };
    const document = documentOf('3.0', { '/plain': { get: { responses: { '200': { description: 'x' } } } } }, schemas);

    const { reports } = await run(document, { status: 200 });

    expect(failed(reports)).toEqual([
      ['document', '/components/schemas/A/properties/a/example'],
      ['document', '/components/schemas/A/properties/b/default'],
    ]);
  });
});

describe('compare', () => {
  const definition: CompareDefinition = { candidate: 'new', requests: [{ path: '/orders' }] };
  const run = (old: Answered, now: Answered | undefined, more: Partial<CompareDefinition> = {}) =>
    probeOn(compare, { ...definition, ...more }, {}, { default: () => old, new: () => now });
  const counts = (reports: readonly ProbeReport[]): unknown =>
    (reports[0]?.details?.differences as { readonly counts: unknown }).counts;
  const ok = (body: Json, headers: Answered['headers'] = []): Answered => ({ status: 200, body, headers });

  test.each<[string, Answered, Answered | undefined, string]>([
    ['a status', ok({}), { status: 201, body: {} }, 'breaking'],
    ['a field that is gone', ok({ a: 1, b: 2 }), ok({ a: 1 }), 'breaking'],
    ['a field that is gone from an element', ok([{ a: 1 }, { a: 2 }]), ok([{ a: 1 }, {}]), 'breaking'],
    ['another kind', ok({ a: 1 }), ok({ a: '1' }), 'breaking'],
    ['an object where a text was', ok({ a: 'x' }), ok({ a: { b: 1 } }), 'breaking'],
    ['null where none was', ok({ a: 1 }), ok({ a: null }), 'breaking'],
    ['a header that is gone', ok({}, [['x-page', '1']]), ok({}), 'breaking'],
    ['no answer', ok({}), undefined, 'breaking'],
    ['another value', ok({ a: 1 }), ok({ a: 2 }), 'value'],
    ['an element less', ok([{ a: 1 }, { a: 2 }]), ok([{ a: 1 }]), 'value'],
    ['a field more', ok({ a: 1 }), ok({ a: 1, b: 2 }), 'compatible'],
    ['a header more', ok({}), ok({}, [['x-page', '1']]), 'compatible'],
  ])('%s', async (_, old, now, expected) => {
    const { reports } = await run(old, now);

    expect(counts(reports)).toEqual({ breaking: 0, value: 0, compatible: 0, latency: 0, [expected]: 1 });
    expect(failed(reports)).toHaveLength(expected === 'compatible' ? 0 : 1);
  });

  test('equal answers differ in nothing, in what is theirs alone neither', async () => {
    const { reports, sent } = await run(
      ok({ a: [1] }, [['date', '1']]),
      ok({ a: [1] }, [
        ['date', '2'],
        ['etag', 'x'],
      ]),
    );

    expect([failed(reports), reports[0]?.warnings]).toEqual([[], undefined]);
    expect(sent).toEqual(['default GET /orders', 'new GET /orders']);
  });

  test('values that are ignored or tolerated do not differ', async () => {
    const rules = {
      ignore: ['$.at'],
      tolerances: [{ path: '$.price', absolute: 1 }],
      lists: [{ path: '$.tags', anyOrder: true as const }],
    };

    const { reports } = await run(
      ok({ at: 1, price: 10, tags: [1, 2] }),
      ok({ at: 2, price: 10.5, tags: [2, 1] }),
      rules,
    );

    expect(failed(reports)).toEqual([]);
  });

  test('a slower candidate fails by its distribution, and is not judged on few answers', async () => {
    const slow = { ...ok({}), durationMs: 200 };
    const latency = { ratioMax: 2, slackMs: 10 };

    expect(failed((await run(ok({}), slow, { latency, repeat: 30 })).reports)).toEqual([['GET /orders', 'latency']]);
    expect(failed((await run(ok({}), ok({}), { latency, repeat: 30 })).reports)).toEqual([]);
    expect((await run(ok({}), slow, { latency })).reports[0]?.warnings?.[0]?.kind).toBe('compare-latency');
  });

  test('methods that change something are refused until they are allowed', async () => {
    const requests = [{ method: 'POST', path: '/orders' }];

    const refused = await run(ok({}), ok({}), { requests });
    const allowed = await run(ok({}), ok({}), { requests, methods: 'all' });

    expect([refused.reports[0]?.failure?.type, refused.sent]).toEqual(['setup', []]);
    expect(allowed.sent).toEqual(['default POST /orders', 'new POST /orders']);
  });

  test('requests made from a document are the same for the same seed, and secrets are masked', async () => {
    const parameters = [
      { name: 'limit', in: 'query', required: true, schema: { type: 'integer', minimum: 1, maximum: 500 } },
    ];
    const document = documentOf('3.1', { '/a': { get: { parameters, responses: {} }, delete: { responses: {} } } });
    const targets = { default: () => ok({ a: 'topsecret' }), new: () => ok({ a: 'x' }) };
    const once = () => probeOn(compare, { candidate: 'new', document: 'api', seed: 's' }, document, targets);

    const [first, second] = [await once(), await once()];

    expect(first.sent).toEqual(second.sent);
    expect(first.sent.every((one) => one.includes('GET /a?limit='))).toBe(true);
    expect(JSON.stringify(first.reports.map(({ checks, details }) => [checks, details]))).not.toContain('topsecret');
  });
});
