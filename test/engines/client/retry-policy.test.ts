/** Requirement C4, row 8: who is sent again and when. The bounds of the waits are written out here as literals. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Retry } from '#core/case-result';
import { decideRetry } from '#engines/client/retry-policy';
import type { Outcome, RetrySituation } from '#engines/client/retry-policy';
import { failure, response } from './scripted-answers.ts';

const NOW = Date.UTC(2026, 10, 20, 12, 0, 0);
const status = (code: number, retryAfter?: string): Outcome => ({
  response: response(code, retryAfter === undefined ? [] : [['Retry-After', retryAfter]]),
});
const decide = (outcome: Outcome, given: Partial<RetrySituation> = {}): ReturnType<typeof decideRetry> =>
  decideRetry({
    outcome,
    method: 'GET',
    rules: undefined,
    isExpected: () => false,
    earlier: [],
    nowMs: NOW,
    random: () => 0.5,
    ...given,
  });
const after = (...why: Retry['why'][]): { why: Retry['why'] }[] => why.map((reason) => ({ why: reason }));

describe('waits (C4, row 8)', () => {
  test('10,000 waits after network failures and 5xx lie in [0, min(cap, 500 * 2^n)]', () => {
    const ceilings = [500, 1000, 2000, 4000, 8000];
    fc.assert(
      fc.property(
        fc.nat(4),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.option(fc.integer({ min: 1, max: 20_000 }), { nil: undefined }),
        fc.constantFrom<Outcome>(status(500), status(503), { failure: failure() }),
        (n, drawn, waitMsMax, outcome) => {
          const rules = { max: 5, ...(waitMsMax === undefined ? {} : { waitMsMax }) };

          const decision = decide(outcome, {
            rules,
            earlier: after(...Array<'network'>(n).fill('network')),
            random: () => drawn,
          });

          const ceiling = Math.min(waitMsMax ?? 30_000, ceilings[n] ?? 0);
          const waitMs = decision?.waitMs ?? Number.NaN;
          // Full jitter: the draw decides over the whole range, no part of the wait is fixed.
          return waitMs >= 0 && waitMs <= ceiling && Math.abs(waitMs - drawn * ceiling) <= 0.5;
        },
      ),
      { numRuns: 10_000 },
    );
  });

  test('10,000 waits after 429 are 1, 2, 4, 8, 8 s plus 0 to 1 s, or what Retry-After says, never beyond the cap', () => {
    const steps = [1000, 2000, 4000, 8000, 8000];
    fc.assert(
      fc.property(
        fc.nat(4),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.integer({ min: 1, max: 40_000 }),
        fc.option(fc.integer({ min: -100, max: 100 }), { nil: undefined }),
        fc.boolean(),
        (n, drawn, waitMsMax, seconds, asDate) => {
          const asked = asDate ? new Date(NOW + (seconds ?? 0) * 1000).toUTCString() : String(seconds);

          const decision = decide(status(429, seconds === undefined ? undefined : asked), {
            rules: { waitMsMax },
            earlier: after(...Array<'rate_limited'>(n).fill('rate_limited')),
            random: () => drawn,
          });

          const isUnderstood = seconds !== undefined && (asDate || seconds >= 0);
          const low = isUnderstood ? Math.max(0, seconds) * 1000 : (steps[n] ?? 0);
          const waitMs = decision?.waitMs ?? Number.NaN;
          const high = isUnderstood ? low : low + 1000;
          return waitMs >= Math.min(waitMsMax, low) && waitMs <= Math.min(waitMsMax, high);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  test('a 503 that says how long is waited for as told', () => {
    expect(decide(status(503, '7'))).toEqual({ why: 'http_5xx', waitMs: 7000, asAsked: true });
    expect(decide(status(503, 'Fri, 20 Nov 2026 12:00:09 GMT'))?.waitMs).toBe(9000);
    expect(decide(status(503, '3600'))).toEqual({ why: 'http_5xx', waitMs: 30_000, asAsked: false });
  });

  test('Retry-After of other statuses means nothing', () => {
    expect(decide(status(500, '7'))?.waitMs).toBe(250);
  });
});

describe('how often (C4, row 8)', () => {
  test('network failures and 5xx together 3 times, 429 5 times', () => {
    expect(decide(status(500), { earlier: after('network', 'http_5xx') })?.why).toBe('http_5xx');
    expect(decide(status(500), { earlier: after('network', 'http_5xx', 'network') })).toBeUndefined();
    expect(decide(status(429), { earlier: after(...Array<'rate_limited'>(4).fill('rate_limited')) })?.why).toBe(
      'rate_limited',
    );
    expect(decide(status(429), { earlier: after(...Array<'rate_limited'>(5).fill('rate_limited')) })).toBeUndefined();
  });

  test('mixed reasons end after 5', () => {
    const earlier = after('rate_limited', 'network', 'rate_limited', 'http_5xx', 'rate_limited');

    expect(decide(status(429), { earlier })).toBeUndefined();
    expect(decide(status(500), { earlier })).toBeUndefined();
    expect(decide(status(500), { earlier: earlier.slice(0, 4) })?.why).toBe('http_5xx');
  });

  test('a token that was fetched anew is no retry of these', () => {
    expect(decide(status(500), { rules: { max: 1 }, earlier: after('token-refreshed') })?.why).toBe('http_5xx');
  });

  test('the rules replace both limits, and switch retries off', () => {
    expect(decide(status(500), { rules: { max: 1 }, earlier: after('network') })).toBeUndefined();
    expect(decide(status(429), { rules: { max: 1 }, earlier: after('rate_limited') })).toBeUndefined();
    expect(decide(status(500), { rules: { max: 0 } })).toBeUndefined();
    expect(decide(status(429), { rules: false })).toBeUndefined();
  });
});

describe('who is sent again (C4, row 8)', () => {
  test.each([200, 201, 302, 304, 400, 401, 403, 404, 408, 409, 422, 425])('%d never', (code) => {
    expect(decide(status(code))).toBeUndefined();
  });

  test.each([429, 500, 502, 503])('%d not when the case expects it', (code) => {
    expect(decide(status(code))).toBeDefined();
    expect(decide(status(code), { isExpected: (got) => got === code })).toBeUndefined();
    expect(decide(status(code), { isExpected: (got) => got === 200 })).toBeDefined();
  });

  test.each(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE', 'QUERY'])(
    '%s after 5xx and a lost answer',
    (method) => {
      expect(decide(status(500), { method })?.why).toBe('http_5xx');
      expect(decide({ failure: failure({ sent: true }) }, { method })?.why).toBe('network');
    },
  );

  test.each(['POST', 'PATCH', 'CONNECT', 'get'])('%s only when asked, or when nothing was sent', (method) => {
    expect(decide(status(503, '1'), { method })).toBeUndefined();
    expect(decide({ failure: failure({ sent: true }) }, { method })).toBeUndefined();
    expect(decide({ failure: failure({ sent: false, phase: 'connect' }) }, { method })?.why).toBe('network');
    expect(decide(status(503, '1'), { method, rules: { nonIdempotent: true } })?.why).toBe('http_5xx');
    expect(decide({ failure: failure({ sent: true }) }, { method, rules: { nonIdempotent: true } })?.why).toBe(
      'network',
    );
    expect(decide(status(429, '1'), { method })?.why).toBe('rate_limited');
  });

  test.each([
    ['a refused target', { type: 'refused_target', phase: 'resolve' }],
    ['a setup failure', { type: 'setup', phase: 'send' }],
    ['an unreadable answer', { type: 'parse', phase: 'receive' }],
    ['a bad certificate', { type: 'tls', phase: 'tls', cause: { code: 'CERT_HAS_EXPIRED' } }],
    ['a certificate of another name', { type: 'tls', phase: 'tls', cause: { code: 'ERR_TLS_CERT_ALTNAME_INVALID' } }],
    ['TLS trouble of no known kind', { type: 'tls', phase: 'tls' }],
    ['redirects without end', { type: 'connection', phase: 'redirect' }],
  ] as const)('%s never, also where nothing was sent', (_name, detail) => {
    expect(decide({ failure: failure({ ...detail, sent: false }) })).toBeUndefined();
  });

  test.each([
    ['a timeout', { type: 'timeout', phase: 'wait' }],
    ['a name that did not resolve', { type: 'dns', phase: 'resolve' }],
    ['a refused connection', { type: 'connection', phase: 'connect' }],
    ['a handshake that was cut off', { type: 'tls', phase: 'tls', cause: { code: 'ECONNRESET' } }],
  ] as const)('%s', (_name, detail) => {
    expect(decide({ failure: failure(detail) })?.why).toBe('network');
  });
});
