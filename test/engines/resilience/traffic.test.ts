import { describe, expect, test } from '@jest/globals';
import { breakerFigures, trafficFigures } from '#engines/resilience/traffic';
import type { SeenRequest } from '#ports/fault-proxy';

const seen = (more: Partial<SeenRequest> = {}): SeenRequest => ({
  atEpochMs: 0,
  method: 'POST',
  path: '/charges',
  bodySha256: 'a',
  keySha256: '',
  forwarded: true,
  status: 201,
  ...more,
});

describe('retries', () => {
  test('the same request in one run is a retry, in another run it is not', () => {
    expect(trafficFigures([[seen(), seen()], [seen()]])).toMatchObject({ retries: 1, sendsPerRequestMax: 2 });
  });

  test.each<[string, Partial<SeenRequest>]>([
    ['method', { method: 'PUT' }],
    ['path', { path: '/refunds' }],
    ['body', { bodySha256: 'b' }],
  ])('another %s is another request', (_, other) => {
    expect(trafficFigures([[seen(), seen(other)]])).toMatchObject({ retries: 0, duplicates: 0 });
  });

  test('a body with a time in it is the same request when its key is the same', () => {
    const sends = [seen({ keySha256: 'k', bodySha256: 'a' }), seen({ keySha256: 'k', bodySha256: 'b' })];

    expect(trafficFigures([sends])).toMatchObject({ retries: 1, duplicates: 0 });
  });

  test('nothing seen is nothing repeated', () => {
    expect(trafficFigures([])).toEqual({ retries: 0, sendsPerRequestMax: 0, duplicates: 0 });
  });
});

describe('repeated effects', () => {
  test.each<[string, readonly SeenRequest[], number]>([
    ['without a key each further arrival is one', [seen(), seen(), seen()], 2],
    ['with one key there is none', [seen({ keySha256: 'k' }), seen({ keySha256: 'k' })], 0],
    ['a key for each send helps nobody', [seen({ keySha256: 'k' }), seen({ keySha256: 'l' })], 1],
    ['what never arrived has no effect', [seen({ forwarded: false }), seen()], 0],
    ['PUT, GET and DELETE may be repeated', [seen({ method: 'PUT' }), seen({ method: 'PUT' })], 0],
    ['PATCH may not', [seen({ method: 'PATCH' }), seen({ method: 'PATCH' })], 1],
  ])('%s', (_, sends, duplicates) => {
    expect(trafficFigures([sends]).duplicates).toBe(duplicates);
  });
});

describe('breakers', () => {
  const bad = (atEpochMs: number): SeenRequest => seen({ status: 503, atEpochMs });

  test('counts what came after so many failures in a row', () => {
    const requests = [bad(1), seen(), bad(3), seen({ status: null, atEpochMs: 4 }), bad(5), seen()];

    expect(breakerFigures(requests, 2)).toEqual({ openAtEpochMs: 4, requestsAfter: 2 });
    expect(breakerFigures(requests, 3)).toEqual({ openAtEpochMs: 5, requestsAfter: 1 });
    expect(breakerFigures(requests, 4)).toBeUndefined();
  });

  test('an answer of the upstream that a fault spoiled is a failure', () => {
    expect(breakerFigures([seen({ fault: 'malformed_json' })], 1)).toMatchObject({ requestsAfter: 0 });
  });
});
