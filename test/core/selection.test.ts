import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { IndexedSuite, SelectionIndex } from '#core/catalog';
import { selectCases, selectOnly } from '#core/selection';
import { matchesTags } from '#core/tag-selector';
import type { Capability } from '#core/words';

const suite = (id: string, capability: Capability, cases: Record<string, readonly string[]>): IndexedSuite => ({
  id: `shop.${id}`,
  capability,
  digest: 'd',
  key: 'k',
  advisory: false,
  cases: Object.entries(cases).map(([caseId, tags]) => ({ id: caseId, tags })),
});
const INDEX: SelectionIndex = {
  service: 'shop',
  revision: 1,
  suites: [
    suite('checkout', 'functional', { pay: ['critical', 'slow'], refund: ['critical'], list: [] }),
    suite('auth', 'contract', { login: ['critical'], list: ['slow'] }),
  ],
};
const ids = (selection: ReturnType<typeof selectCases>) =>
  selection.suites.flatMap((entry) => entry.cases.map((id) => `${entry.id}/${id}`));

test.each([
  [{}, ['shop.auth/login', 'shop.auth/list', 'shop.checkout/pay', 'shop.checkout/refund', 'shop.checkout/list']],
  [{ suites: ['checkout'] }, ['shop.checkout/pay', 'shop.checkout/refund', 'shop.checkout/list']],
  [{ suites: ['shop.auth'], tags: ['critical'] }, ['shop.auth/login']],
  [{ tags: ['critical', 'slow'] }, ['shop.checkout/pay']],
  [{ tags: { any: ['critical', 'slow'], none: ['slow'] } }, ['shop.auth/login', 'shop.checkout/refund']],
  [{ tags: { all: ['critical'], none: ['slow'] }, capability: 'functional' as const }, ['shop.checkout/refund']],
  [{ capability: ['contract'] as const }, ['shop.auth/login', 'shop.auth/list']],
  [{ cases: ['list'] }, ['shop.auth/list', 'shop.checkout/list']],
  [{ cases: ['checkout/list', 'shop.auth/login'] }, ['shop.auth/login', 'shop.checkout/list']],
  [{ cases: ['pay'], suites: ['auth'] }, []],
])('%j selects %j', (selectors, expected) => {
  const selection = selectCases(INDEX, selectors);

  expect(ids(selection)).toEqual(expected);
  expect(selection.cases).toBe(expected.length);
  expect([...selection.unknownSuites, ...selection.unknownCases]).toEqual([]);
});

test('suites and cases that are not there are told as they were written', () => {
  const selection = selectCases(INDEX, {
    suites: ['nope', 'checkout', 'nope'],
    cases: ['pay', 'gone', 'auth/pay', 'nope/pay'],
  });

  expect(selection.unknownSuites).toEqual(['nope']);
  expect(selection.unknownCases).toEqual(['gone', 'auth/pay', 'nope/pay']);
  expect(ids(selection)).toEqual(['shop.checkout/pay']);
});

test('a rerun selects exactly the cases it names, and tells those that are gone', () => {
  const selection = selectOnly(INDEX, { 'shop.checkout': ['pay', 'gone'], 'shop.auth': ['list'] });

  expect(ids(selection)).toEqual(['shop.auth/list', 'shop.checkout/pay']);
  expect(selection.unknownCases).toEqual(['shop.checkout/gone']);
});

test('one more selector never selects more, and the order of suites in the index does not matter', () => {
  const tag = fc.constantFrom('a', 'b', 'c');
  const anySuite = fc
    .record({
      id: fc.constantFrom('s1', 's2', 's3'),
      cases: fc.dictionary(fc.constantFrom('x', 'y', 'z'), fc.array(tag)),
    })
    .map(({ id, cases }) => suite(id, 'functional', cases));
  fc.assert(
    fc.property(
      fc.uniqueArray(anySuite, { selector: (entry) => entry.id }),
      fc.array(tag),
      fc.array(tag),
      (suites, all, none) => {
        const index = { service: 'shop', revision: 1, suites };
        const wide = ids(selectCases(index, { tags: { all } }));
        const narrow = ids(selectCases(index, { tags: { all, none } }));

        expect(wide).toEqual(expect.arrayContaining(narrow));
        expect(ids(selectCases({ ...index, suites: [...suites].reverse() }, { tags: { all } }))).toEqual(wide);
      },
    ),
    { numRuns: 200 },
  );
});

test('tags are compared exactly', () => {
  expect(matchesTags(['Critical'], ['critical'])).toBe(false);
  expect(matchesTags([], { any: [] })).toBe(true);
  expect(matchesTags([], undefined)).toBe(true);
});
