/** Names can hold a secret as well as values: of headers, of fields in bodies and found values, of places, checks and cases. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createMasker } from '#core/masking';
import type { Json } from '#core/units';
import type { HttpResponse } from '#ports/http';
import { recordCheck, recordMessage, recordRequest, recordResponse } from '#engines/functional/record';
import { get, ok, run, suiteOf } from './run-scripted.ts';

const SECRET = 'k-very-quiet-15';
const masker = () => createMasker({ secrets: [{ name: 'apiKey', value: SECRET }] });

const answered = (body: string, headers: HttpResponse['headers'] = []): HttpResponse => ({
  status: 200,
  headers,
  body: Buffer.from(body),
  bodyBytes: Buffer.byteLength(body),
  truncated: false,
  url: 'https://api.test/',
  redirects: [],
  timingsMs: { dns: null, connect: null, tls: null, wait: 1, receive: 1, total: 2 },
});

describe('a name that is a secret is masked', () => {
  test('of a header that was sent, and of one that came', () => {
    const request = {
      method: 'GET',
      url: new URL('https://api.test/x'),
      headers: [[`x-${SECRET}`, 'v'] as const],
      sentText: '',
    };

    expect(recordRequest(request, masker(), 'masked').headers).toEqual([['x-***', 'v']]);
    expect(recordResponse(answered('', [[`x-${SECRET}`, 'v']]), () => '', masker(), 'masked').headers).toEqual([
      ['x-***', 'v'],
    ]);
  });

  test('of a field of a body, and two of them stay two', () => {
    const text = `{"${SECRET}":1,"of":{"${SECRET}-a":2,"${SECRET}-b":3}}`;

    const { body } = recordResponse(answered(text), () => text, masker(), 'masked');

    expect(JSON.parse(body ?? '')).toEqual({ '***': 1, of: { '***-a': 2, '***-b': 3 } });
  });

  test('of a field of a value that a check found or expected, and in its place and sentence', () => {
    const outcome = recordCheck(
      {
        check: `$['${SECRET}'] equals 1`,
        passed: false,
        path: `$['${SECRET}']`,
        expected: { [SECRET]: 1 },
        got: { [SECRET]: 2 },
        message: `no field "${SECRET}"`,
      },
      masker(),
      'masked',
    );

    expect(JSON.stringify(outcome)).not.toContain(SECRET);
    expect(outcome).toMatchObject({ check: "$['***'] equals 1", got: { '***': 2 }, expected: { '***': 1 } });
  });

  test('a sensitive name hides its value also where the value is all that was found', () => {
    const outcome = recordCheck(
      { check: '$.token equals "a"', passed: false, path: '$.token', got: 'anything' },
      masker(),
      'masked',
    );

    expect(outcome.got).toBe('***');
  });

  test('in results of a run that sends it as part of a name', async () => {
    const item = get('a', {
      name: 'asks with Bearer abcdefghijklmnop1234567890',
      request: { method: 'POST', path: '/a', json: { '{{apiKey}}': 1, key: '{{apiKey}}' } },
      checks: [{ path: '$', equals: {} }],
    });

    const { results, lines } = await run(suiteOf([item], { uses: ['apiKey'] }), () => ok({ [SECRET]: SECRET }), {
      secrets: { 'shop/key': SECRET },
    });

    const said = JSON.stringify([...results.values(), lines]);
    expect(said).not.toContain(SECRET);
    expect(said).not.toContain('abcdefghijklmnop1234567890');
    expect(results.get('a')?.verdict).toBe('failed');
  });
});

describe('no beginning of a known secret survives a cut', () => {
  const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789+/=_-';
  const secret = fc
    .array(fc.constantFrom(...alphabet), { minLength: 24, maxLength: 80 })
    .map((characters) => `S${characters.join('')}`);
  const padding = fc.constantFrom('lorem ipsum ', 'x ', '9 8 7 ');
  const nearCut = (cut: number) => fc.integer({ min: Math.max(0, cut - 90), max: cut + 10 });

  const expectNone = (said: unknown, value: string): void => {
    expect(JSON.stringify(said)).not.toContain(JSON.stringify(value.slice(0, 8)).slice(1, -1));
  };
  const padded = (pad: string, length: number): string => pad.repeat(Math.ceil(length / pad.length)).slice(0, length);

  test.each([120, 4000])('of what a schema did not like, with a cut at %i', async (cut) => {
    await fc.assert(
      fc.asyncProperty(secret, padding, nearCut(cut), async (value, pad, length) => {
        const echoed: Json = { note: `${padded(pad, length)} ${value} and more ${padded(pad, 200)}` };
        const item = get('a', {
          request: { method: 'GET', path: '/a', headers: { 'x-key': '{{apiKey}}' } },
          checks: [{ schema: { type: 'object', properties: { note: { type: 'integer' } } } }],
        });

        const ran = await run(suiteOf([item], { uses: ['apiKey'] }), () => ok(echoed), {
          secrets: { 'shop/key': value },
        });

        expect(ran.results.get('a')?.tries[0]?.checks[0]?.message).toMatch(/^expected .+, got "/);
        expectNone([...ran.results.values(), ran.lines], value);
      }),
      { numRuns: 100 },
    );
  });

  test('of a message, and of an address that is none', async () => {
    await fc.assert(
      fc.asyncProperty(secret, padding, nearCut(4000), nearCut(120), async (value, pad, long, short) => {
        const known = createMasker({ secrets: [{ name: 'k', value }] });
        const item = get('a', {
          request: { method: 'GET', path: `${padded('x', short + 1)}{{apiKey}}/${padded('y', 100)}` },
        });

        const { results } = await run(suiteOf([item], { uses: ['apiKey'] }), () => ok(), {
          secrets: { 'shop/key': value },
        });

        expectNone(recordMessage(`${padded(pad, long)} ${value} ${padded(pad, 300)}`, known), value);
        expectNone([...results.values()], value);
      }),
      { numRuns: 100 },
    );
  });
});

test('F2.1: with a capture policy that keeps no bodies, the sentence of a failure holds none of the answer either', async () => {
  const item = get('a', {
    checks: [{ schema: { type: 'object', required: ['id'], properties: { name: { type: 'integer' } } } }],
  });
  const environment = { name: 'test', targets: { default: 'https://api.test/v1' }, capture: 'none' } as const;

  const { results } = await run(suiteOf([item]), () => ok({ id: 1, name: 'customer-data' }), { job: { environment } });

  expect(results.get('a')?.verdict).toBe('failed');
  expect(JSON.stringify([...results.values()])).not.toContain('customer-data');
});
