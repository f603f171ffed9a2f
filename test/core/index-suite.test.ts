/** The selection index knows what a suite needs without its body: held against the suite itself. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withDependencies } from '#core/dependency-graph';
import { dependenciesOf, indexSuite } from '#core/index-suite';
import type { CaseDefinition, SuiteDefinition } from '#core/suite';

const STORED = { id: 'shop.checkout', capability: 'functional', digest: 'd', key: 'k', advisory: false } as const;

/** Each case may need earlier ones, by statement or by a variable; the cases then come in any order. */
const suite = fc
  .array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 12 })
  .chain((needs) => {
    const cases = needs.map((of, at): CaseDefinition => {
      const earlier = at === 0 ? [] : [...new Set(of.map((one) => one % at))];
      const [first, ...rest] = earlier;
      return {
        id: `c${String(at)}`,
        ...(first === undefined ? {} : { dependsOn: [`c${String(first)}`] }),
        request: { method: 'GET', path: `/${rest.map((one) => `{{v${String(one)}}}`).join('/')}` },
        checks: [{ status: 200 }],
        captures: { [`v${String(at)}`]: { path: '$.id' } },
      };
    });
    return fc.shuffledSubarray(cases, { minLength: cases.length });
  })
  .map((cases): SuiteDefinition => ({ suite: 'checkout', service: 'shop', capability: 'functional', cases }));

test('dependencies of selected cases are those that planning adds', () => {
  fc.assert(
    fc.property(suite, fc.infiniteStream(fc.boolean()), (definition, chance) => {
      const selected = definition.cases.map(({ id }) => id).filter(() => chance.next().value === true);
      const planned = withDependencies(definition, selected).cases.map(({ id }) => id);

      const added = dependenciesOf(indexSuite(definition, STORED), selected);

      expect(added).toEqual(planned.filter((id) => !selected.includes(id)));
    }),
    { numRuns: 300 },
  );
});

test('a row names what the suite uses, and says nothing where there is nothing', () => {
  const plain: SuiteDefinition = {
    suite: 'checkout',
    service: 'shop',
    capability: 'functional',
    tags: ['smoke'],
    cases: [{ id: 'a', tags: ['x'], request: { method: 'GET', path: '/' }, checks: [] }],
  };

  expect(indexSuite(plain, STORED)).toEqual({ ...STORED, cases: [{ id: 'a', tags: ['smoke', 'x'] }] });
  expect(indexSuite({ ...plain, uses: ['user'] }, STORED).uses).toEqual(['user']);
});

test('a row from before the index knew dependencies has none', () => {
  expect(dependenciesOf({ ...STORED, cases: [{ id: 'a', tags: [] }] }, ['a', 'gone'])).toEqual([]);
});
