import { expect, test } from '@jest/globals';
import type { EnvironmentDefinition } from '#core/environment';
import { HttpFailure } from '#engines/http/http-failure';
import { probeEnvironment } from '#runner/probe';
import { fixedClock, seededRandom } from '../doubles/index.ts';
import { scriptedHttp } from '../engines/functional/scripted-http.ts';
import type { Reply } from '../engines/functional/scripted-http.ts';

const environment: EnvironmentDefinition = {
  name: 'test',
  targets: { default: 'https://api.test/v1/' },
  health: { path: '/healthz' },
};

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const probe = async (
  reply: (before: number) => Reply,
  given: EnvironmentDefinition = environment,
  stopAfterTries = Infinity,
) => {
  const http = scriptedHttp((_request, _url, before) => reply(before));
  const clock = fixedClock();
  const context = {
    clock,
    httpFor: () => http,
    random: seededRandom(1),
    traceId: TRACE,
    isStopped: () => Promise.resolve(http.requests.length >= stopAfterTries),
  };
  const found = await probeEnvironment(given, context, new AbortController().signal);
  return { found, requests: http.requests, urls: http.requests.map(({ url }) => url), sleeps: clock.sleeps };
};

test('A1.3: a healthy target is asked once, below its base path', async () => {
  expect(await probe(() => ({ status: 204 }))).toMatchObject({
    found: 'healthy',
    urls: ['https://api.test/v1/healthz'],
    sleeps: [],
  });
});

test('A1.3: a target that becomes healthy at the third try is healthy', async () => {
  const { found, sleeps } = await probe((before) => ({ status: before < 2 ? 503 : 200 }));

  expect(found).toBe('healthy');
  expect(sleeps).toEqual([1000, 1000]);
});

test('A1.3: an unhealthy target is told with what was expected and what came', async () => {
  expect((await probe(() => ({ status: 503 }))).found).toEqual({
    trouble: 'GET https://api.test/v1/healthz was not healthy in 3 tries: expected a 2xx status, got 503',
  });
});

test('A1.3: a target that does not answer is unhealthy with the reason', async () => {
  const error = new HttpFailure('expected api.test to resolve, got no such name', {
    type: 'dns',
    phase: 'resolve',
    url: 'https://api.test',
  });

  expect((await probe(() => ({ error }))).found).toEqual({ trouble: expect.stringContaining('got no such name') });
});

test('A1.3: an environment without health address is not asked', async () => {
  expect((await probe(() => ({}), { name: 'test', targets: { default: 'https://api.test' } })).urls).toEqual([]);
});

test('A4: a run that shall stop is not probed on, and its target is not blamed', async () => {
  expect(await probe(() => ({ status: 503 }), environment, 1)).toMatchObject({ found: 'stopped', sleeps: [1000] });
});

test('G7: each try carries the trace of the run with a span of its own', async () => {
  const { requests } = await probe(() => ({ status: 503 }));
  const parents = requests.map(({ headers }) => new Map(headers).get('traceparent') ?? '');

  expect(new Set(parents).size).toBe(3);
  for (const parent of parents) expect(parent).toMatch(new RegExp(`^00-${TRACE}-[0-9a-f]{16}-01$`, 'u'));
});
