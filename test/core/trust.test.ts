/**
 * Trust rules against claims. Globs are held against an independent oracle (a recursive definition); the choice of a rule against its
 * invariants: order is irrelevant, one more rule takes nothing away, nobody is let in without a matching rule.
 */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { ClaimCondition, TrustRule } from '#core/access';
import type { Problem } from '#core/problems';
import { roleStrength } from '#core/role-matrix';
import { matchesGlob, matchTrustRule, meetsCondition, principalOf, ruleMatches } from '#core/trust';
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

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return (error as Problem).code;
  }
  return 'nothing thrown';
};

const globOracle = (glob: string, text: string): boolean => {
  if (glob === '') return text === '';
  if (glob.startsWith('*')) return globOracle(glob.slice(1), text) || (text !== '' && globOracle(glob, text.slice(1)));
  return text.startsWith(glob.charAt(0)) && text !== '' && globOracle(glob.slice(1), text.slice(1));
};

test('F1.1: a glob matches what its definition says', () => {
  const letters = (alphabet: string, maxLength: number): fc.Arbitrary<string> =>
    fc.array(fc.constantFrom(...alphabet), { maxLength }).map((found) => found.join(''));
  fc.assert(
    fc.property(letters('ab*.', 7), letters('ab.', 9), (glob, text) => {
      expect(matchesGlob(glob, text)).toBe(globOracle(glob, text));
    }),
    { numRuns: 3000 },
  );
});

test('a hostile claim does not make a glob slow', () => {
  const startedAt = performance.now();

  expect(matchesGlob(`${'*a'.repeat(200)}b`, 'a'.repeat(100_000))).toBe(false);

  expect(performance.now() - startedAt).toBeLessThan(500);
});

test.each<[string, ClaimCondition, unknown, boolean]>([
  ['the same text', 'main', 'main', true],
  ['another case', 'main', 'Main', false],
  ['one of a list', ['main', 'dev'], 'dev', true],
  ['none of a list', ['main', 'dev'], 'prod', false],
  ['a glob', { like: 'refs/heads/*' }, 'refs/heads/x', true],
  ['a glob that would match within', { like: 'heads/*' }, 'refs/heads/x', false],
  ['a star in a plain text', 'refs/*', 'refs/x', false],
  ['a number', '42', 42, true],
  ['true', 'true', true, true],
  ['one element of an array', 'ops', ['dev', 'ops'], true],
  ['no element of an array', 'ops', ['dev'], false],
  ['an absent claim', { like: '*' }, undefined, false],
  ['null', { like: '*' }, null, false],
  ['an object', { like: '*' }, { toString: 'x' }, false],
])('a condition and %s', (_words, condition, value, expected) => {
  expect(meetsCondition(condition, value as never)).toBe(expected);
});

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

  expect(codeOf(() => matchTrustRule([found], claims, NOW))).toBe('no-trust-rule');
  expect(codeOf(() => matchTrustRule([], claims, NOW))).toBe('no-trust-rule');
  expect(() => matchTrustRule([found], claims, NOW)).toThrow(/repository "acme\/shop"/);
  expect(() => matchTrustRule([found], claims, NOW)).not.toThrow(/secret_claim/);
});

test('rules of two tenants need X-Assay-Tenant, which then decides', () => {
  const rules = [rule(), rule({ tenant: 'globex', role: 'viewer' })];

  expect(codeOf(() => matchTrustRule(rules, claims, NOW))).toBe('tenant-ambiguous');
  expect(() => matchTrustRule(rules, claims, NOW)).toThrow(/acme, globex.*X-Assay-Tenant/);
  expect(matchTrustRule(rules, claims, NOW, 'globex').role).toBe('viewer');
  expect(codeOf(() => matchTrustRule(rules, claims, NOW, 'initech'))).toBe('no-trust-rule');
});

test('naming a tenant does not let in without a rule of it', () => {
  expect(codeOf(() => matchTrustRule([rule()], claims, NOW, 'globex'))).toBe('no-trust-rule');
});

test('the strongest role wins, then the more specific conditions, then the lower id', () => {
  const glob = { repository: { like: 'acme/*' } };
  const weak = rule({ id: 'a', role: 'viewer' });
  const strong = rule({ id: 'z', role: 'editor', claims: glob });

  expect(matchTrustRule([weak, strong], claims, NOW).id).toBe('z');
  expect(matchTrustRule([rule({ id: 'b', claims: glob }), rule({ id: 'c' })], claims, NOW).id).toBe('c');
  expect(matchTrustRule([rule({ id: 'c' }), rule({ id: 'b' })], claims, NOW).id).toBe('b');
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

        expect(matchTrustRule(turned, claims, NOW)).toBe(matchTrustRule(rules, claims, NOW));
      },
    ),
    { numRuns: 300 },
  );
});

test('F1.1: one more rule of the tenant never makes the role weaker', () => {
  fc.assert(
    fc.property(rulesById, anyRule, (rules, more) => {
      if (!rules.some((found) => ruleMatches(found, claims, NOW))) return;
      const before = matchTrustRule(rules, claims, NOW);
      const after = matchTrustRule([...rules, { ...more, id: 'more' }], claims, NOW);

      expect(roleStrength(after.role)).toBeGreaterThanOrEqual(roleStrength(before.role));
    }),
    { numRuns: 300 },
  );
});

test('F1.1: a chosen rule always matches; a token without a matching rule is never let in', () => {
  fc.assert(
    fc.property(rulesById, (rules) => {
      const anyMatches = rules.some((found) => ruleMatches(found, claims, NOW));

      if (anyMatches) expect(ruleMatches(matchTrustRule(rules, claims, NOW), claims, NOW)).toBe(true);
      else expect(codeOf(() => matchTrustRule(rules, claims, NOW))).toBe('no-trust-rule');
    }),
    { numRuns: 300 },
  );
});

test('the principal has tenant, role and projects of the rule and the subject of the token', () => {
  const found = principalOf(rule({ projects: ['shop'], payloadRead: true }), {
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
  const found = principalOf(rule(), { ...claims, sub: 'x'.repeat(300) });

  expect(found.subject).toBe('sha256:0d4e2ca9e9cbced7a7a5380eb29e1a3783b9b6d0db72de36a1051038e1c1fbc7');
});
