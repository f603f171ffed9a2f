/** Names inside the definitions of probes, with the places where a suite's author has to look. */
import { expect, test } from '@jest/globals';
import { referencedCases, referencedDocuments } from '#core/probe-references';
import type { CaseDefinition } from '#core/suite';

const caseOf = (acts: object): CaseDefinition => ({ id: 'x', ...acts }) as CaseDefinition;

test('a load names the cases of its mix', () => {
  const item = caseOf({
    load: {
      mix: [
        { name: 'a', case: 'list' },
        { name: 'b', request: {} },
        { name: 'c', case: 'pay' },
      ],
    },
  });

  expect(referencedCases(item)).toEqual([
    { name: 'list', pointer: '/load/mix/0/case' },
    { name: 'pay', pointer: '/load/mix/2/case' },
  ]);
});

test('an experiment names those of its steady state, its own, and the one that runs during it', () => {
  const item = caseOf({ disturb: { steadyState: { cases: ['up'] }, cases: ['a', 'b'], during: 'load' } });

  expect(referencedCases(item)).toEqual([
    { name: 'up', pointer: '/disturb/steadyState/cases/0' },
    { name: 'a', pointer: '/disturb/cases/0' },
    { name: 'b', pointer: '/disturb/cases/1' },
    { name: 'load', pointer: '/disturb/during' },
  ]);
});

test('documents are named by any probe, two by a comparison with one', () => {
  expect(referencedDocuments(caseOf({ scan: { document: 'api' } }))).toEqual([
    { name: 'api', pointer: '/scan/document' },
  ]);
  expect(referencedDocuments(caseOf({ golden: { reference: 'gold', document: 'api' } }))).toEqual([
    { name: 'api', pointer: '/golden/document' },
    { name: 'gold', pointer: '/golden/reference' },
  ]);
});

test.each([
  [{}],
  [{ request: { method: 'GET', path: '/' } }],
  [{ load: null }],
  [{ load: { mix: 'all' } }],
  [{ load: { mix: [null, 1, { case: 7 }] } }],
  [{ disturb: { steadyState: [], cases: { 0: 'a' }, during: ['b'] } }],
  [{ scan: { document: { name: 'api' } } }],
  [JSON.parse('{"scan":{"__proto__":{"document":"api"}}}')],
])('%j names nothing', (acts) => {
  expect([...referencedCases(caseOf(acts as object)), ...referencedDocuments(caseOf(acts as object))]).toEqual([]);
});
