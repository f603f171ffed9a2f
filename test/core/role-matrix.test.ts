/** F1 is written down here once more by hand; properties hold for every pair of roles and any words that are neither role nor right. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { mayDo, mayTouch, RIGHTS, ROLE_MATRIX, roleStrength } from '#core/role-matrix';
import { ROLES } from '#core/words';

const READS = ['run:read', 'catalog:read', 'access:read', 'plane:read'];
const F1: { readonly [role: string]: readonly string[] } = {
  viewer: READS,
  executor: [...READS, 'run:start'],
  editor: [...READS, 'run:start', 'catalog:write'],
  approver: [...READS, 'run:start', 'catalog:write', 'approval:give'],
  admin: [...READS, 'run:start', 'catalog:write', 'approval:give', 'access:manage'],
  owner: [...READS, 'run:start', 'catalog:write', 'approval:give', 'access:manage', 'tenant:remove'],
};

test.each(Object.keys(F1))('F1: %s may do what the requirement says and nothing else', (role) => {
  expect(RIGHTS.filter((right) => mayDo(role, right)).sort()).toEqual([...(F1[role] ?? [])].sort());
});

test('F1: the matrix has every role, and every right is somebody’s', () => {
  expect(Object.keys(ROLE_MATRIX)).toEqual(['viewer', 'executor', 'editor', 'approver', 'admin', 'owner']);
  expect(RIGHTS.filter((right) => !mayDo('owner', right))).toEqual([]);
});

test('F1: a stronger role may do all that a weaker one may', () => {
  const role = fc.constantFrom(...ROLES);
  fc.assert(
    fc.property(role, role, fc.constantFrom(...RIGHTS), (one, other, right) => {
      const [weaker, stronger] = roleStrength(one) <= roleStrength(other) ? [one, other] : [other, one];

      expect(!mayDo(weaker, right) || mayDo(stronger, right)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('F1: words that the matrix does not know may do nothing (default deny)', () => {
  const inherited = fc.constantFrom('toString', '__proto__', 'constructor', 'length', 'Owner', ' owner', '');
  const word = fc
    .oneof(inherited, fc.string())
    .filter((text) => !ROLES.some((role) => role === text) && !RIGHTS.some((right) => right === text));
  fc.assert(
    fc.property(word, (text) => {
      expect(RIGHTS.some((right) => mayDo(text, right))).toBe(false);
      expect(ROLES.some((role) => mayDo(role, text))).toBe(false);
      expect(roleStrength(text)).toBe(-1);
    }),
    { numRuns: 200 },
  );
});

test('no role brings the right to see payloads', () => {
  expect(ROLES.filter((role) => mayDo(role, 'payload:read'))).toEqual([]);
});

test('projects are compared as they are; only a star alone means all', () => {
  expect(mayTouch(['shop'], 'shop')).toBe(true);
  expect(mayTouch(['*'], 'shop')).toBe(true);
  expect(mayTouch(['sho*'], 'shop')).toBe(false);
  expect(mayTouch(['shop'], 'shop2')).toBe(false);
  expect(mayTouch([], 'shop')).toBe(false);
});
