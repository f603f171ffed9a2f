/** Ready-made fragments (C1.4): what they ask for, and that a wrong server is told from a right one. */
import { describe, expect, test } from '@jest/globals';
import type { SuiteDefinition } from '#core/suite';
import { runAtRoot, verdicts } from '../functional/run-scripted.ts';
import { HEAD, parse, said } from './suite-text.ts';

const suiteFrom = (include: string): SuiteDefinition => {
  const { suite, problems } = parse(`${HEAD}include: [${include}]\n`);
  if (suite === undefined) throw new Error(JSON.stringify(problems));
  return { ...suite, defaults: { retry: false } };
};

describe('assay/id-probes', () => {
  const include = "{ fragment: assay/id-probes, with: { path: '/orders/{id}', kind: integer } }";
  const paths = (suite: SuiteDefinition): (string | undefined)[] => suite.cases.map(({ request }) => request?.path);

  test('tries negative, zero, very large, wrong type, empty, unknown and special ids', () => {
    const suite = suiteFrom(include);

    expect(suite.cases[0]?.id).toBe('id-probes-negative');
    expect(paths(suite)).toEqual(
      expect.arrayContaining([
        '/orders/-1',
        '/orders/0',
        '/orders/2147483648',
        '/orders/9007199254740993',
        '/orders/9223372036854775808',
        '/orders/abc',
        '/orders/',
        '/orders/1999999973',
        '/orders/%27%20OR%20%271%27%3D%271',
      ]),
    );
    expect(new Set(suite.cases.map(({ id }) => id)).size).toBe(suite.cases.length);
  });

  test('takes what a kind has, leaves out what is skipped, and can be included twice', () => {
    const suite = suiteFrom(
      "{ fragment: assay/id-probes, as: a, with: { path: '/a/{id}', kind: uuid, skip: [empty], method: DELETE } }, { fragment: assay/id-probes, with: { path: '/b/{id}/c?x={id}' } }",
    );

    expect(paths(suite)).toContain('/a/not-a-uuid');
    expect(paths(suite)).not.toContain('/a/');
    expect(paths(suite)).toContain('/b/-1/c?x=-1');
    expect(suite.cases[0]).toMatchObject({ id: 'a-negative', request: { method: 'DELETE', retry: false } });
  });

  test.each([
    [400, 'passed'],
    [404, 'passed'],
    [200, 'failed'],
    [500, 'failed'],
    [401, 'failed'],
  ])('an answer of %d: %s', async (status, verdict) => {
    const ran = await runAtRoot(suiteFrom(include), () => ({ status, json: {} }));

    expect(new Set(Object.values(verdicts(ran)))).toEqual(new Set([verdict]));
  });

  test.each([
    ["{ path: '/orders' }", '3:54: expected a path with {id} where the id stands, got "/orders"'],
    ["{ path: '/o/{id}', kind: integr }", '(did you mean "integer"?)'],
    ["{ path: '/o/{id}', skip: [emty] }", 'expected some of negative, zero'],
    ["{ path: '/o/{id}', expect: [404, 500] }", 'expected statuses of 400 to 499, got 500'],
    ["{ path: '/o/{id}', expects: 404 }", 'unknown parameter "expects" (did you mean "expect"?)'],
    ["{ path: '/o/{id}', headers: { A: '{{tkn}}' } }", 'unknown variable "tkn"'],
    ["{ path: '/o/{id}', method: FETCH }", 'expected one of "GET"'],
    ['{}', 'expected an argument for "path"'],
  ])('with %s is refused', (args, words) => {
    expect(said(`${HEAD}include: [{ fragment: assay/id-probes, with: ${args} }]\n`).join('\n')).toContain(words);
  });
});

test('assay/health asks for a status in time, and for what the body says', async () => {
  const suite = suiteFrom(
    '{ fragment: assay/health, with: { path: /healthz, checks: [{ path: $.status, equals: ok }] } }',
  );

  expect(verdicts(await runAtRoot(suite, () => ({ json: { status: 'ok' } })))).toEqual({ 'health-answers': 'passed' });
  expect(verdicts(await runAtRoot(suite, () => ({ json: { status: 'down' } })))).toEqual({
    'health-answers': 'failed',
  });
  expect(verdicts(await runAtRoot(suite, () => ({ status: 503, json: { status: 'ok' } })))).toEqual({
    'health-answers': 'failed',
  });
});

describe('assay/caching', () => {
  const suite = suiteFrom('{ fragment: assay/caching, with: { path: /rates, cacheControl: max-age, vary: [accept] } }');
  const headers = [
    ['etag', '"v1"'],
    ['cache-control', 'max-age=60'],
    ['vary', 'accept, origin'],
    ['content-type', 'application/json'],
  ] as const;
  const known = (request: { readonly headers: readonly (readonly [string, string])[] }): boolean =>
    request.headers.some(([name, value]) => name.toLowerCase() === 'if-none-match' && value === '"v1"');

  test('passes where all is well', async () => {
    const ran = await runAtRoot(suite, (request) =>
      known(request) ? { status: 304, headers } : { headers, text: request.method === 'HEAD' ? '' : '{"eur":1}' },
    );

    expect(verdicts(ran)).toEqual({
      'caching-first': 'passed',
      'caching-not-modified': 'passed',
      'caching-changed': 'passed',
      'caching-head': 'passed',
    });
  });

  test.each([
    ['no 304', 'caching-not-modified', () => ({ headers, text: '{}' })],
    [
      'always 304',
      'caching-changed',
      (_known: boolean, isConditional: boolean) => (isConditional ? { status: 304, headers } : { headers, text: '{}' }),
    ],
    [
      'no max-age',
      'caching-first',
      () => ({
        headers: headers.map(([name, value]) => [name, name === 'cache-control' ? 'no-store' : value] as const),
        text: '{}',
      }),
    ],
    [
      'HEAD with another tag',
      'caching-head',
      (_known: boolean, _conditional: boolean, method: string) => ({
        headers: method === 'HEAD' ? [['etag', '"v2"'] as const, ...headers.slice(1)] : headers,
        text: '',
      }),
    ],
  ])('%s fails %s', async (_name, id, reply) => {
    const ran = await runAtRoot(suite, (request) =>
      reply(
        known(request),
        request.headers.some(([name]) => name.toLowerCase() === 'if-none-match'),
        request.method,
      ),
    );

    expect(ran.results.get(id)?.verdict).toBe('failed');
  });
});
