/** Targets that a suite names are found wherever requests stand, and compared with those of an environment (C1). */
import { expect, test } from '@jest/globals';
import type { SuiteDefinition } from '#core/suite';
import { targetsOf, unknownTargets } from '#core/suite-targets';

const SUITE: SuiteDefinition = {
  suite: 's',
  service: 'shop',
  capability: 'functional',
  cases: [
    {
      id: 'a',
      setup: [{ request: { method: 'POST', path: '/', target: 'seed' } }],
      request: { method: 'GET', path: '/' },
      checks: [{ status: 200 }],
      creates: [{ delete: { path: '/a', target: 'admin' } }],
      teardown: [{ request: { method: 'POST', path: '/', target: 'clean' } }],
    },
    { id: 'b', request: { method: 'GET', path: '/', target: 'payment' }, checks: [{ status: 200 }] },
    { id: 'c', request: { method: 'GET', path: '/', target: 'payment' }, checks: [{ status: 200 }] },
    { id: 'd', receive: { webhook: 'paid' }, checks: [{ path: '$', length: 1 }] },
  ],
};

test('requests of cases, steps and removals name targets, each told once', () => {
  expect(targetsOf(SUITE)).toEqual([
    { name: 'seed', pointer: '/cases/0/setup/0/request/target' },
    { name: 'default', pointer: '' },
    { name: 'admin', pointer: '/cases/0/creates/0/delete/target' },
    { name: 'clean', pointer: '/cases/0/teardown/0/request/target' },
    { name: 'payment', pointer: '/cases/1/request/target' },
  ]);
});

test("a suite's own default target stands for requests that name none", () => {
  expect(targetsOf({ ...SUITE, defaults: { target: 'other' } })).toContainEqual({
    name: 'other',
    pointer: '/defaults/target',
  });
});

test('one that is not there is told with the one that is near', () => {
  expect(unknownTargets(SUITE, ['default', 'seed', 'admin', 'clean', 'payments'])).toEqual([
    {
      name: 'payment',
      pointer: '/cases/1/request/target',
      message:
        'expected one of the environment\'s targets (default, seed, admin, clean, payments), got "payment" (did you mean "payments"?)',
    },
  ]);
});
