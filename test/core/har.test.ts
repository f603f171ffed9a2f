/** The HAR of results is held against an own schema of the format, and searched for secrets with the forms that masking knows. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CaseResult, RecordedRequest, RecordedResponse, Try } from '#core/case-result';
import { harOf } from '#core/har';
import type { Har } from '#core/har';
import { createMasker, scanForSecrets } from '#core/masking';
import { resultOf } from './case-builder.ts';
import { HAR_SCHEMA } from './har-schema.ts';

const validate = new Ajv2020({ strict: true, formats: { uri: (value: string) => URL.canParse(value) } }).compile(
  HAR_SCHEMA,
);
const creator = { name: 'assay', version: '0.1.0' };
const AT = 1_760_000_000_000;

const request: RecordedRequest = {
  method: 'POST',
  url: 'https://api.example/orders?page=2&q=a%20b#part',
  headers: [
    ['content-type', 'application/x-www-form-urlencoded'],
    ['cookie', 'a=1; b=x=y'],
  ],
  body: 'name=x%20y&n=1',
  bodyBytes: 14,
};
const response: RecordedResponse = {
  status: 302,
  httpVersion: '2',
  headers: [
    ['content-type', 'application/json'],
    ['location', '/next'],
    ['set-cookie', 'sid=***; Path=/; HttpOnly'],
  ],
  body: '{"total":12}',
  bodyBytes: 100_000,
  bodyTruncated: true,
  timingsMs: { dns: 1, connect: 2, tls: 3, wait: 4, receive: 5 },
};
const tried = (more: Partial<Try> = {}): Try => ({
  try: 1,
  startedAtEpochMs: AT,
  durationMs: 15,
  verdict: 'passed',
  request,
  response,
  checks: [],
  ...more,
});
const result = (tries: readonly Try[], more: Partial<CaseResult> = {}): CaseResult => ({
  ...resultOf({ case: 'create', suite: 'shop.checkout' }),
  ...more,
  tries,
});
const valid = (har: Har): Har => {
  expect(validate(JSON.parse(JSON.stringify(har)))).toBe(true);
  return har;
};

describe('an entry', () => {
  test('holds request and answer with cookies, query, form and times', () => {
    const row = { flow: 'orders', number: 7 };

    const har = valid(harOf([result([tried()], { row })], creator));

    expect(har.log.entries[0]).toEqual({
      startedDateTime: '2025-10-09T08:53:20.000Z',
      time: 15,
      request: {
        method: 'POST',
        url: 'https://api.example/orders?page=2&q=a%20b#part',
        httpVersion: 'HTTP/2',
        cookies: [
          { name: 'a', value: '1' },
          { name: 'b', value: 'x=y' },
        ],
        headers: [
          { name: 'content-type', value: 'application/x-www-form-urlencoded' },
          { name: 'cookie', value: 'a=1; b=x=y' },
        ],
        queryString: [
          { name: 'page', value: '2' },
          { name: 'q', value: 'a%20b' },
        ],
        postData: {
          mimeType: 'application/x-www-form-urlencoded',
          text: 'name=x%20y&n=1',
          params: [
            { name: 'name', value: 'x%20y' },
            { name: 'n', value: '1' },
          ],
        },
        headersSize: -1,
        bodySize: 14,
      },
      response: {
        status: 302,
        statusText: '',
        httpVersion: 'HTTP/2',
        cookies: [{ name: 'sid', value: '***' }],
        headers: [
          { name: 'content-type', value: 'application/json' },
          { name: 'location', value: '/next' },
          { name: 'set-cookie', value: 'sid=***; Path=/; HttpOnly' },
        ],
        content: {
          size: 100_000,
          mimeType: 'application/json',
          text: '{"total":12}',
          comment: 'text is the beginning of the body',
        },
        redirectURL: '/next',
        headersSize: -1,
        bodySize: -1,
      },
      cache: {},
      timings: { blocked: -1, dns: 1, connect: 5, ssl: 3, send: 0, wait: 4, receive: 5 },
      _assay: { suite: 'shop.checkout', case: 'create', row: 7, try: 1, verdict: 'passed' },
    });
  });

  test('of a kept-alive connection has -1 for what was skipped', () => {
    const timingsMs = { dns: null, connect: null, tls: null, wait: 4, receive: 1 };

    const [entry] = harOf([result([tried({ response: { ...response, timingsMs } })])], creator).log.entries;

    expect(entry?.timings).toEqual({ blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait: 4, receive: 1 });
    expect(entry?.time).toBe(5);
  });

  test('without answer has status 0 and says why', () => {
    const { response: _none, ...silent } = tried({
      verdict: 'errored',
      failure: { type: 'timeout', phase: 'wait', message: 'expected an answer within 100 ms, got none' },
    });

    const [entry] = valid(harOf([result([silent])], creator)).log.entries;

    expect([entry?.response.status, entry?.response._error]).toEqual([
      0,
      'timeout: expected an answer within 100 ms, got none',
    ]);
  });
});

test('tries, retries and steps are entries, oldest first; a case without request leaves none', () => {
  const first = tried({
    startedAtEpochMs: AT + 50,
    retries: [{ atEpochMs: AT + 10, status: 503, waitMs: 20, why: 'http_5xx' }],
    steps: [
      { stage: 'teardown', name: 'remove', request, response, checks: [] },
      { stage: 'setup', name: 'make', request, checks: [] },
    ],
  });
  const { request: _none, ...skipped } = tried({ startedAtEpochMs: AT });

  const har = valid(
    harOf([result([skipped]), result([first, tried({ try: 2, startedAtEpochMs: AT + 900 })])], creator),
  );

  expect(
    har.log.entries.map(({ _assay, response: { status } }) => [
      _assay['try'],
      _assay['step'] ?? _assay['why'] ?? 'own',
      status,
    ]),
  ).toEqual([
    [1, 'http_5xx', 503],
    [1, 'make', 0],
    [1, 'own', 302],
    [1, 'remove', 302],
    [2, 'own', 302],
  ]);
});

test('row 29: no secret is in a HAR of masked results, in any form, wherever it stood', () => {
  const secret = fc
    .string({ unit: 'grapheme-ascii', minLength: 8, maxLength: 30 })
    .filter((value) => /[^*\s].*[^*\s].*[^*\s].*[^*\s]/.test(value) && value.trim() === value);
  fc.assert(
    fc.property(
      secret,
      fc.constantFrom('plain', 'url', 'twice', 'json', 'base64'),
      fc.string(),
      (value, form, around) => {
        const masker = createMasker({ secrets: [{ name: 'KEY', value }] });
        const shown = {
          plain: value,
          url: encodeURIComponent(value),
          twice: encodeURIComponent(encodeURIComponent(value)),
          json: JSON.stringify(value),
          base64: btoa(value),
        }[form];
        const url = masker.maskUrl(
          `https://api.example/a?k=${encodeURIComponent(shown)}&m=${encodeURIComponent(value)}`,
        );
        const headers = masker.maskHeaders([
          ['content-type', 'application/x-www-form-urlencoded'],
          ['cookie', `k=${encodeURIComponent(shown)}; m=${encodeURIComponent(value)}`],
          ['x-echo', shown],
          ['set-cookie', `k=${encodeURIComponent(value)}; Path=/`],
        ]);
        const body = masker.maskText(`k=${encodeURIComponent(value)}&m=${encodeURIComponent(shown)}&${around}`);
        const one = tried({
          request: { method: 'POST', url, headers, body, bodyBytes: 1 },
          response: { ...response, headers, body: masker.maskText(`${around}${shown}`) },
        });

        const written = JSON.stringify(valid(harOf([result([one])], creator)));

        expect(scanForSecrets(written, [{ name: 'KEY', value }])).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});
