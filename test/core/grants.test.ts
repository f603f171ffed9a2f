/** Rules that match one caller are added up: no rule takes away what another one gave (F1.2). */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Principal, TrustRule } from '#core/access';
import { grantsOfRules, readsPayload, withRight } from '#core/grants';
import { RIGHTS, mayDo, mayTouch } from '#core/role-matrix';
import { principalOf } from '#core/trust';
import { ROLES } from '#core/words';
import type { Role } from '#core/words';

const SERVICES = ['shop', 'other', 'third'];

const rule = (id: string, role: Role, projects: readonly string[], payloadRead = false): TrustRule => ({
  schemaVersion: 1,
  id,
  tenant: 'acme',
  issuer: 'https://issuer.test',
  claims: { organization: 'acme' },
  role,
  projects,
  payloadRead,
  createdBy: 'x',
  createdAtEpochMs: 0,
});

const principal = (...rules: TrustRule[]): Principal => principalOf(rules, { sub: 'me' });
const allows = (who: Principal, right: string, service: string): boolean => {
  const narrowed = withRight(who, right);
  return narrowed !== undefined && mayTouch(narrowed.projects, service);
};

describe('a rule that is added', () => {
  test('to a narrow project leaves what other rules give elsewhere', () => {
    const who = principal(rule('all', 'editor', ['*'], true), rule('planted', 'approver', ['shop']));

    expect(allows(who, 'catalog:write', 'other')).toBe(true);
    expect(allows(who, 'approval:give', 'other')).toBe(false);
    expect(allows(who, 'approval:give', 'shop')).toBe(true);
    expect(readsPayload(who, 'other')).toBe(true);
  });

  test('gives payloads of its own projects alone', () => {
    const who = principal(rule('all', 'viewer', ['*']), rule('one', 'viewer', ['shop'], true));

    expect([readsPayload(who, 'shop'), readsPayload(who, 'other')]).toEqual([true, false]);
  });

  test('does not make an owner of one project manage the access of all', () => {
    const who = principal(rule('own', 'owner', ['shop']), rule('adm', 'admin', ['*']));

    expect(withRight(who, 'access:manage')).toMatchObject({ role: 'owner', projects: ['shop'] });
  });
});

const anyRule = fc
  .record({
    id: fc.string({ minLength: 1, maxLength: 4 }),
    role: fc.constantFrom(...ROLES),
    projects: fc.oneof(fc.constant(['*']), fc.uniqueArray(fc.constantFrom(...SERVICES), { minLength: 1 })),
    payloadRead: fc.boolean(),
  })
  .map(({ id, role, projects, payloadRead }) => rule(id, role, projects, payloadRead));
const someRules = fc.array(anyRule, { minLength: 1, maxLength: 8 });
const anyRight = fc.constantFrom(...RIGHTS.filter((right) => right !== 'access:manage'));
const anyService = fc.constantFrom(...SERVICES);

test('F1.2: what rules give together is what any of them gives, right by right and service by service', () => {
  fc.assert(
    fc.property(someRules, anyRight, anyService, (rules, right, service) => {
      const alone = rules.some((one) => mayDo(one.role, right) && mayTouch(one.projects, service));

      expect(allows(principal(...rules), right, service)).toBe(alone);
    }),
    { numRuns: 500 },
  );
});

test('F1.2: one more rule never takes a right or the sight of payloads away', () => {
  fc.assert(
    fc.property(someRules, anyRule, anyRight, anyService, (rules, more, right, service) => {
      const before = principal(...rules);
      const after = principal(...rules, more);

      if (allows(before, right, service)) expect(allows(after, right, service)).toBe(true);
      if (readsPayload(before, service)) expect(readsPayload(after, service)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('F1.2: managing access never reaches beyond what rules of that role give', () => {
  fc.assert(
    fc.property(someRules, anyService, (rules, service) => {
      const narrowed = withRight(principal(...rules), 'access:manage');
      if (narrowed === undefined || !mayTouch(narrowed.projects, service)) return;

      expect(rules.some((one) => one.role === narrowed.role && mayTouch(one.projects, service))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('grants stay few, however many rules match', () => {
  const rules = Array.from({ length: 1000 }, (_, at) =>
    rule(`r${String(at)}`, ROLES[at % 6] ?? 'viewer', [SERVICES[at % 3] ?? ''], at % 2 === 0),
  );

  expect(grantsOfRules(rules).length).toBeLessThanOrEqual(12);
});
