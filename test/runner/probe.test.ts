import { expect, test } from '@jest/globals';
import type { EnvironmentDefinition } from '#core/environment';
import { HttpFailure } from '#engines/http/http-failure';
import { probeEnvironment } from '#runner/probe';
import { fixedClock } from '../doubles/index.ts';
import { scriptedHttp } from '../engines/functional/scripted-http.ts';
import type { Reply } from '../engines/functional/scripted-http.ts';

const environment: EnvironmentDefinition = {
  name: 'test',
  targets: { default: 'https://api.test/v1/' },
  health: { path: '/healthz' },
};

const probe = async (reply: (before: number) => Reply, given: EnvironmentDefinition = environment) => {
  const http = scriptedHttp((_request, _url, before) => reply(before));
  const clock = fixedClock();
  const trouble = await probeEnvironment(given, { clock, httpFor: () => http }, new AbortController().signal);
  return { trouble, urls: http.requests.map(({ url }) => url), sleeps: clock.sleeps };
};

test('A1.3: a healthy target is asked once, below its base path', async () => {
  expect(await probe(() => ({ status: 204 }))).toEqual({
    trouble: undefined,
    urls: ['https://api.test/v1/healthz'],
    sleeps: [],
  });
});

test('A1.3: a target that becomes healthy at the third try is healthy', async () => {
  const { trouble, sleeps } = await probe((before) => ({ status: before < 2 ? 503 : 200 }));

  expect(trouble).toBeUndefined();
  expect(sleeps).toEqual([1000, 1000]);
});

test('A1.3: an unhealthy target is told with what was expected and what came', async () => {
  expect((await probe(() => ({ status: 503 }))).trouble).toBe(
    'GET https://api.test/v1/healthz was not healthy in 3 tries: expected a 2xx status, got 503',
  );
});

test('A1.3: a target that does not answer is unhealthy with the reason', async () => {
  const error = new HttpFailure('expected api.test to resolve, got no such name', {
    type: 'dns',
    phase: 'resolve',
    url: 'https://api.test',
  });

  expect((await probe(() => ({ error }))).trouble).toContain('got no such name');
});

test('A1.3: an environment without health address is not asked', async () => {
  expect((await probe(() => ({}), { name: 'test', targets: { default: 'https://api.test' } })).urls).toEqual([]);
});
