import { describe, expect, test } from '@jest/globals';
import type { DisturbDefinition } from '#core/acts/disturb';
import { disturbProblems } from '#engines/resilience/definition-problems';

const RIGHT: DisturbDefinition = {
  name: 'payments fail',
  hypothesis: 'orders are still taken',
  blastRadius: 'this test',
  steadyState: { cases: ['order'] },
  proxies: { payments: { upstream: 'https://payments.example' }, cache: { upstream: 'tcp://cache.example:6379' } },
  faults: [{ proxy: 'payments', fault: 'latency', latencyMs: 100 }],
  cases: ['order'],
};
const fault = (extra: object): DisturbDefinition => ({
  ...RIGHT,
  faults: [{ proxy: 'payments', ...extra } as DisturbDefinition['faults'][number]],
});
const proxy = (payments: DisturbDefinition['proxies'][string]): DisturbDefinition => ({
  ...RIGHT,
  proxies: { payments },
});

describe('definitions that cannot run', () => {
  test('a right one has no problem', () => {
    expect(disturbProblems(RIGHT)).toEqual([]);
  });

  test.each<[DisturbDefinition, string, string]>([
    [{ ...RIGHT, cases: [] }, '/cases', 'expected cases that run under the faults, or a case in "during", got neither'],
    [proxy({}), '/proxies/payments', 'expected exactly one of target and upstream, got none'],
    [
      proxy({ target: 'default', upstream: 'http://a.example' }),
      '/proxies/payments',
      'expected exactly one of target and upstream, got both',
    ],
    [
      proxy({ upstream: 'file:///etc/passwd' }),
      '/proxies/payments/upstream',
      'expected a URL with http, https, tcp, got file:///etc/passwd',
    ],
    [
      proxy({ upstream: 'tcp://a.example:1', http: true }),
      '/proxies/payments/http',
      'expected an upstream with http or https for a proxy that understands requests, got tcp',
    ],
    [
      { ...RIGHT, faults: [{ proxy: 'nobody', fault: 'down' }] },
      '/faults/0/proxy',
      'expected one of the proxies (payments, cache), got nobody',
    ],
    [
      { ...RIGHT, faults: [{ proxy: 'cache', fault: 'malformed_json' }] },
      '/faults/0/fault',
      'expected a fault of connections for a proxy without http, got malformed_json',
    ],
    [
      fault({ fault: 'latency', latencyMs: 10, jitterMs: 20 }),
      '/faults/0/jitterMs',
      'expected at most latencyMs (10), got 20',
    ],
    [
      fault({ fault: 'slicer', averageBytes: 10, variationBytes: 10 }),
      '/faults/0/variationBytes',
      'expected less than averageBytes (10), got 10',
    ],
    [
      fault({ fault: 'wrong_content_length', byBytes: 0 }),
      '/faults/0/byBytes',
      'expected a number other than 0, got 0: the length would be right',
    ],
    [
      fault({ fault: 'down', toxicity: 0.5 }),
      '/faults/0/toxicity',
      'expected 1 for "down", which hits everybody, got 0.5',
    ],
    [
      fault({ fault: 'wrong_host', instead: 'nowhere' }),
      '/faults/0/instead',
      'expected a URL with http, https, tcp, got nowhere',
    ],
    [
      fault({ fault: 'latency', latencyMs: 1, methods: ['GET'] }),
      '/faults/0',
      'expected no methods or pathPrefix beside a fault of connections, got them with latency',
    ],
    [
      { ...RIGHT, expect: { proxies: { nobody: {} } } },
      '/expect/proxies/nobody',
      'expected one of the proxies (payments, cache), got nobody',
    ],
    [
      { ...RIGHT, expect: { proxies: { cache: { retries: { min: 1 } } } } },
      '/expect/proxies/cache',
      'expected only connections for a proxy without http: it does not know requests',
    ],
    [
      { ...RIGHT, during: 'load', expect: { proxies: { payments: { duplicatesMax: 0 } } } },
      '/expect/proxies/payments',
      'expected no retries, sendsPerRequestMax or duplicatesMax beside "during": its requests cannot be told from those of the cases',
    ],
    [
      { ...RIGHT, cases: [], during: 'load', expect: { proxies: { payments: { breaker: { opensAfter: 3 } } } } },
      '/expect/proxies/payments/breaker',
      'expected cases that ask while the breaker is open, got none',
    ],
    [
      {
        ...RIGHT,
        proxies: {
          payments: { target: 'default', listen: 9000 },
          cache: { upstream: 'tcp://c.example:1', listen: 9000 },
        },
      },
      '/proxies/cache/listen',
      'expected a port of its own, got that of payments',
    ],
    [
      { ...RIGHT, proxies: { payments: { target: 'default' }, cache: { target: 'default' } } },
      '/proxies/cache/target',
      'expected a target of its own, got that of payments',
    ],
  ])('%#: %j', (definition, pointer, message) => {
    expect(disturbProblems(definition)).toContainEqual({ pointer, message });
  });
});
