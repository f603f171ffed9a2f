/**
 * Trust rules against claims. The choice of a rule is held against its invariants: order is irrelevant, one more rule takes nothing away,
 * nobody is let in without a matching rule, and whatever rules other tenants have changes nothing.
 */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { ClaimCondition, TrustRule } from '#core/access';
import { namespacesOfToken } from '#core/claim-namespaces';
import type { ClaimNamespace } from '#core/claim-namespaces';
import type { Problem } from '#core/problems';
import { roleStrength } from '#core/role-matrix';
import { matchTrustRules, namespaceOfToken, principalOf, ruleMatches } from '#core/trust';
import { epochMs } from '#core/units';
import { ROLES } from '#core/words';

const NOW = epochMs(1_800_000_000_000);
const ISSUER = 'https://token.actions.githubusercontent.com';

const rule = (changes: Partial<TrustRule> = {}): TrustRule => ({
  schemaVersion: 1,
  id: 'ci',
  tenant: 'acme',
  issuer: ISSUER,
  claims: { repository: 'acme/shop' },
  role: 'executor',
  projects: ['*'],
  payloadRead: false,
  createdBy: 'deploy',
  createdAtEpochMs: 0,
  ...changes,
});

const claims = {
  iss: ISSUER,
  sub: 'repo:acme/shop:ref:refs/heads/main',
  aud: 'assay',
  repository: 'acme/shop',
  ref: 'refs/heads/main',
};

/** All tokens of the issuer are acme's. */
const whole: ClaimNamespace = { tenant: 'acme', claims: {} };
const choose = (rules: readonly TrustRule[], namespace = whole): TrustRule =>
  matchTrustRules(rules, { claims, namespace }, NOW)[0] as TrustRule;

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return (error as Problem).code;
  }
  return 'nothing thrown';
};

test('a rule matches only when all of its conditions hold', () => {
  expect(ruleMatches(rule({ claims: { repository: 'acme/shop', ref: 'refs/heads/main' } }), claims, NOW)).toBe(true);
  expect(ruleMatches(rule({ claims: { repository: 'acme/shop', ref: 'refs/heads/dev' } }), claims, NOW)).toBe(false);
});

test('a rule without conditions lets nobody in', () => {
  expect(ruleMatches(rule({ claims: {} }), claims, NOW)).toBe(false);
});

test('a rule of another issuer or audience does not match', () => {
  expect(ruleMatches(rule({ issuer: 'https://other.example' }), claims, NOW)).toBe(false);
  expect(ruleMatches(rule({ audience: 'other' }), claims, NOW)).toBe(false);
  expect(ruleMatches(rule({ audience: 'assay' }), claims, NOW)).toBe(true);
});

test('a rule ends at its expiry, to the millisecond', () => {
  expect(ruleMatches(rule({ expiresAtEpochMs: NOW + 1 }), claims, NOW)).toBe(true);
  expect(ruleMatches(rule({ expiresAtEpochMs: NOW }), claims, NOW)).toBe(false);
});

test('names that objects inherit are no claims', () => {
  expect(ruleMatches(rule({ claims: { toString: { like: '*' } } }), claims, NOW)).toBe(false);
  expect(ruleMatches(rule({ claims: { constructor: { like: '*' } } }), claims, NOW)).toBe(false);
});

test('no matching rule is no-trust-rule, and the detail shows who called but not what rules ask for', () => {
  const found = rule({ claims: { secret_claim: 'x' } });

  expect(codeOf(() => choose([found]))).toBe('no-trust-rule');
  expect(codeOf(() => choose([]))).toBe('no-trust-rule');
  expect(() => choose([found])).toThrow(/repository "acme\/shop"/);
  expect(() => choose([found])).not.toThrow(/secret_claim/);
});

/** Two tenants on one issuer, as a deploy binds them. */
const shared: { readonly namespaces: readonly ClaimNamespace[] } = {
  namespaces: [
    { tenant: 'acme', claims: { repository: [{ like: 'acme/*' }] } },
    { tenant: 'globex', claims: { repository: [{ like: 'globex/*' }] } },
  ],
};
const acme = namespaceOfToken(shared, claims);

test('a token is of the tenant whose namespace it lies in, whatever it says itself', () => {
  expect(acme.tenant).toBe('acme');
  expect(namespaceOfToken(shared, { ...claims, tenant: 'globex' }).tenant).toBe('acme');
  expect(namespaceOfToken(shared, claims, 'acme').tenant).toBe('acme');
});

test.each([
  ['of another owner', { repository: 'initech/shop' }],
  ['of an owner whose name begins alike', { repository: 'acme-evil/shop' }],
  ['in another case', { repository: 'Acme/shop' }],
  ['without the claim', { repository: undefined }],
  ['with an object for the claim', { repository: { text: 'acme/shop' } }],
])('a token %s is nobody’s, and what is told does not show what would be right', (_words, change) => {
  const act = (): unknown => namespaceOfToken(shared, { ...claims, ...change });

  expect(codeOf(act)).toBe('no-trust-rule');
  expect(act).not.toThrow(/globex|acme\/\*/);
});

test('naming a tenant makes no token its own', () => {
  expect(codeOf(() => namespaceOfToken(shared, claims, 'globex'))).toBe('no-trust-rule');
  expect(codeOf(() => namespaceOfToken(shared, claims, 'initech'))).toBe('no-trust-rule');
  expect(codeOf(() => namespaceOfToken({ namespaces: [] }, claims))).toBe('no-trust-rule');
});

test('a token that several values put into two namespaces needs X-Assay-Tenant, which then decides', () => {
  const groups: ClaimNamespace[] = [
    { tenant: 'globex', claims: { groups: ['globex-ops'] } },
    { tenant: 'acme', claims: { groups: ['acme-ops'] } },
  ];
  const both = { ...claims, groups: ['acme-ops', 'globex-ops'] };

  expect(codeOf(() => namespaceOfToken({ namespaces: groups }, both))).toBe('tenant-ambiguous');
  expect(() => namespaceOfToken({ namespaces: groups }, both)).toThrow(/acme, globex.*X-Assay-Tenant/);
  expect(namespaceOfToken({ namespaces: groups }, both, 'globex').tenant).toBe('globex');
});

describe('an admin of another tenant', () => {
  const theirs = rule({ id: 'bait', tenant: 'globex', role: 'owner' });

  test('attracts no token by a rule that matches it', () => {
    expect(choose([rule(), theirs], acme).tenant).toBe('acme');
  });

  test('gets no token when the own rule is over or gone', () => {
    expect(codeOf(() => choose([theirs], acme))).toBe('no-trust-rule');
    expect(codeOf(() => choose([rule({ expiresAtEpochMs: NOW }), theirs], acme))).toBe('no-trust-rule');
  });
});

test.each<[string, TrustRule['claims'], boolean]>([
  ['the repository', { repository: 'acme/shop' }, true],
  ['a glob within', { repository: { like: 'acme/s*' } }, true],
  ['a glob that begins wider', { repository: { like: 'acme*' } }, false],
  ['a glob with its star in front', { repository: { like: '*acme/shop' } }, false],
  ['a list that reaches outside', { repository: ['acme/shop', 'globex/shop'] }, false],
  ['another claim alone', { ref: 'refs/heads/main' }, false],
])('of rules that a deploy left behind one with %s is believed: %#', (_words, conditions, believed) => {
  const found = [rule({ claims: conditions })];

  expect(ruleMatches(found[0] ?? rule(), claims, NOW)).toBe(true);
  expect(codeOf(() => choose(found, acme))).toBe(believed ? 'nothing thrown' : 'no-trust-rule');
});

test('the strongest role wins, then the more specific conditions, then the lower id', () => {
  const glob = { repository: { like: 'acme/*' } };
  const weak = rule({ id: 'a', role: 'viewer' });
  const strong = rule({ id: 'z', role: 'editor', claims: glob });

  expect(choose([weak, strong]).id).toBe('z');
  expect(choose([rule({ id: 'b', claims: glob }), rule({ id: 'c' })]).id).toBe('c');
  expect(choose([rule({ id: 'c' }), rule({ id: 'b' })]).id).toBe('b');
});

const condition: fc.Arbitrary<ClaimCondition> = fc.oneof(
  fc.constantFrom('acme/shop', 'acme/other'),
  fc.constant(['acme/shop', 'acme/x']),
  fc.constantFrom({ like: 'acme/*' }, { like: '*' }, { like: 'x*' }),
);
const anyRule: fc.Arbitrary<TrustRule> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    role: fc.constantFrom(...ROLES),
    repository: condition,
    payloadRead: fc.boolean(),
  })
  .map(({ id, role, repository, payloadRead }) => rule({ id, role, payloadRead, claims: { repository } }));
const rulesById = fc.uniqueArray(anyRule, { selector: ({ id }) => id, maxLength: 5 });

test('F1.1: the order in which rules are read never changes the choice', () => {
  fc.assert(
    fc.property(
      rulesById.filter((rules) => rules.some((found) => ruleMatches(found, claims, NOW))),
      fc.nat(),
      (rules, turn) => {
        const at = turn % rules.length;
        const turned = [...rules.slice(at), ...rules.slice(0, at)].reverse();

        expect(choose(turned)).toBe(choose(rules));
      },
    ),
    { numRuns: 300 },
  );
});

test('F1.1: one more rule of the tenant never makes the role weaker', () => {
  fc.assert(
    fc.property(rulesById, anyRule, (rules, more) => {
      if (!rules.some((found) => ruleMatches(found, claims, NOW))) return;
      const before = choose(rules);
      const after = choose([...rules, { ...more, id: 'more' }]);

      expect(roleStrength(after.role)).toBeGreaterThanOrEqual(roleStrength(before.role));
    }),
    { numRuns: 300 },
  );
});

test('F1.1: a chosen rule always matches; a token without a matching rule is never let in', () => {
  fc.assert(
    fc.property(rulesById, (rules) => {
      const anyMatches = rules.some((found) => ruleMatches(found, claims, NOW));

      if (anyMatches) expect(ruleMatches(choose(rules), claims, NOW)).toBe(true);
      else expect(codeOf(() => choose(rules))).toBe('no-trust-rule');
    }),
    { numRuns: 300 },
  );
});

test('F1.1: whatever rules other tenants have changes neither tenant nor rule of a token', () => {
  const foreign = anyRule.chain((found) =>
    fc
      .record({
        id: fc.constantFrom('a', 'b', 'zz'),
        tenant: fc.constantFrom('globex', 'initech'),
        expired: fc.boolean(),
      })
      .map(({ id, tenant, expired }) =>
        rule({ ...found, id, tenant, role: 'owner', ...(expired ? { expiresAtEpochMs: 1 } : {}) }),
      ),
  );
  const outcome = (rules: readonly TrustRule[]): unknown => {
    try {
      return choose(rules, namespaceOfToken(shared, claims));
    } catch (error) {
      return (error as Problem).code;
    }
  };
  fc.assert(
    fc.property(rulesById, fc.array(foreign, { maxLength: 5 }), (own, others) => {
      expect(outcome([...others, ...own])).toEqual(outcome(own));
      expect(namespacesOfToken(shared.namespaces, claims)).toHaveLength(1);
    }),
    { numRuns: 300 },
  );
});

test('the principal has tenant, role and projects of the rule and the subject of the token', () => {
  const found = principalOf([rule({ projects: ['shop'], payloadRead: true })], {
    ...claims,
    tenant: 'globex',
    role: 'owner',
    jti: 't1',
  });

  expect(found).toEqual({
    tenant: 'acme',
    role: 'executor',
    subject: 'repo:acme/shop:ref:refs/heads/main',
    issuer: ISSUER,
    ruleId: 'ci',
    projects: ['shop'],
    payloadRead: true,
    tokenId: 't1',
  });
});

test('a subject too long for a log line is replaced by its digest', () => {
  const found = principalOf([rule()], { ...claims, sub: 'x'.repeat(300) });

  expect(found.subject).toBe('sha256:0d4e2ca9e9cbced7a7a5380eb29e1a3783b9b6d0db72de36a1051038e1c1fbc7');
});
