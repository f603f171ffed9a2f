/**
 * Namespaces. Their two promises are held as properties over values made to be confused (prefixes of each other, other case, stars): of two that
 * do not overlap no token lies in both, and a rule that is within one matches no token outside it.
 */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { ClaimCondition } from '#core/access';
import { meetsCondition } from '#core/claim-conditions';
import { namespacesOfToken, overlap, reasonsOutside, showNamespace } from '#core/claim-namespaces';
import type { ClaimNamespace, OwnedValue } from '#core/claim-namespaces';

const owns = (tenant: string, ...values: readonly OwnedValue[]): ClaimNamespace => ({
  tenant,
  claims: { repository_owner: values },
});
const isWithin = (namespace: ClaimNamespace, condition: ClaimCondition): boolean =>
  reasonsOutside(namespace, { repository_owner: condition }).length === 0;

describe('two namespaces', () => {
  test.each<[string, ClaimNamespace, ClaimNamespace, boolean]>([
    ['of different texts', owns('a', 'acme'), owns('b', 'globex'), false],
    ['of a text and a longer one', owns('a', 'acme'), owns('b', 'acme-evil'), false],
    ['of one text', owns('a', 'acme'), owns('b', 'globex', 'acme'), true],
    ['of one text in two cases', owns('a', 'acme'), owns('b', 'ACME'), true],
    ['of a beginning and a text with it', owns('a', { like: 'acme*' }), owns('b', 'acme-evil'), true],
    ['of a beginning and a text without it', owns('a', { like: 'acme/*' }), owns('b', 'acme-evil/x'), false],
    ['of a beginning and a longer one', owns('a', { like: 'acme-*' }), owns('b', { like: 'acme-evil-*' }), true],
    ['of a beginning and another case of it', owns('a', { like: 'acme-*' }), owns('b', 'Acme-evil'), true],
    ['of beginnings that part', owns('a', { like: 'acme/*' }), owns('b', { like: 'acme-evil/*' }), false],
    ['of which one is everything', owns('a', 'acme'), { tenant: 'b', claims: {} }, true],
    ['that ask different claims', owns('a', 'acme'), { tenant: 'b', claims: { environment: ['prod'] } }, true],
    [
      'that part in one of two claims',
      { tenant: 'a', claims: { repository_owner: ['acme'], environment: ['prod'] } },
      { tenant: 'b', claims: { repository_owner: ['acme'], environment: ['dev'] } },
      false,
    ],
  ])('%s overlap: %#', (_words, one, other, expected) => {
    expect([overlap(one, other), overlap(other, one)]).toEqual([expected, expected]);
  });

  test('with letters whose lower case depends on their neighbours still overlap', () => {
    expect(overlap(owns('a', { like: 'ΑΣ*' }), owns('b', 'ΑΣΑ'))).toBe(true);
  });
});

describe('a condition', () => {
  const namespace = owns('acme', 'acme', { like: 'acme/*' });

  test.each<[ClaimCondition, boolean]>([
    ['acme', true],
    ['acme/shop', true],
    ['acme-evil', false],
    ['Acme', false],
    ['acme/*', true],
    [['acme', 'acme/shop'], true],
    [['acme', 'globex'], false],
    [[], false],
    [{ like: 'acme/*' }, true],
    [{ like: 'acme/shop-*-x' }, true],
    [{ like: 'acme' }, true],
    [{ like: 'acme*' }, false],
    [{ like: '*' }, false],
    [{ like: '*acme/shop' }, false],
    [{ like: 'ac*me/shop' }, false],
  ])('%j is within: %s', (condition, expected) => {
    expect(isWithin(namespace, condition)).toBe(expected);
  });

  test('that is missing or outside is told with what was expected and what came', () => {
    expect(reasonsOutside(namespace, { ref: 'x' })).toEqual([
      {
        pointer: '/claims',
        reason:
          'expected a condition on repository_owner within "acme" or "acme/*", which the deploy gives to tenant acme; got none',
      },
    ]);
    expect(
      reasonsOutside({ tenant: 'acme', claims: { 'https://x/~org': ['acme'] } }, { 'https://x/~org': ['a', 'b'] }),
    ).toEqual([{ pointer: '/claims/https:~1~1x~1~0org', reason: expect.stringMatching(/; got "a", "b"$/) }]);
  });

  test('on a name that every object inherits is none', () => {
    expect(reasonsOutside({ tenant: 'acme', claims: { constructor: ['x'] } }, {})).toHaveLength(1);
  });

  test('is needed for each claim of the namespace, and none where all tokens are the tenant’s', () => {
    const two: ClaimNamespace = { tenant: 'acme', claims: { org: ['acme'], team: ['shop'] } };

    expect(reasonsOutside(two, { org: 'acme' })).toHaveLength(1);
    expect(reasonsOutside(two, { org: 'acme', team: 'shop' })).toEqual([]);
    expect(reasonsOutside({ tenant: 'acme', claims: {} }, { sub: 'x' })).toEqual([]);
  });
});

test('namespaces are shown in words', () => {
  expect(showNamespace(owns('acme', 'acme', { like: 'acme-*' }))).toBe('repository_owner "acme" or "acme-*"');
  expect(showNamespace({ tenant: 'acme', claims: {} })).toBe('all tokens');
});

const word = fc
  .array(fc.constantFrom('a', 'a', 'A', '/'), { minLength: 1, maxLength: 3 })
  .map((found) => found.join(''));
const owned: fc.Arbitrary<OwnedValue> = fc.oneof(
  word,
  word.map((text) => ({ like: `${text}*` })),
);
const ownedClaims = fc.dictionary(fc.constantFrom('x', 'y'), fc.array(owned, { minLength: 1, maxLength: 2 }), {
  maxKeys: 2,
});
const tokenClaims = fc.record({ x: word, y: word });
const glob = fc
  .array(fc.constantFrom('a', 'a', 'A', '/', '*'), { minLength: 1, maxLength: 4 })
  .map((found) => ({ like: found.join('') }));
const anyCondition: fc.Arbitrary<ClaimCondition> = fc.oneof(word, glob, fc.array(word, { minLength: 1, maxLength: 2 }));

test('F1.1: of two namespaces that do not overlap no token with one value for each claim lies in both', () => {
  let apart = 0;
  fc.assert(
    fc.property(ownedClaims, ownedClaims, tokenClaims, (one, other, token) => {
      const both = [
        { tenant: 'acme', claims: one },
        { tenant: 'globex', claims: other },
      ] as const;
      if (overlap(both[0], both[1])) return;
      apart += 1;
      expect(namespacesOfToken(both, token).length).toBeLessThan(2);
    }),
    { numRuns: 5000 },
  );
  expect(apart).toBeGreaterThan(200);
});

test('F1.1: what meets a condition within a namespace lies in the namespace', () => {
  let met = 0;
  fc.assert(
    fc.property(fc.array(owned, { minLength: 1, maxLength: 2 }), anyCondition, word, (values, condition, value) => {
      const namespace = owns('acme', ...values);
      if (!isWithin(namespace, condition) || !meetsCondition(condition, value)) return;
      met += 1;
      expect(namespacesOfToken([namespace], { repository_owner: value })).toEqual([namespace]);
    }),
    { numRuns: 20_000 },
  );
  expect(met).toBeGreaterThan(100);
});
