/** C14: items answered by cases and by people, and the score. Every state of an item is one line of a table. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { scoreReadiness, type Checklist, type ChecklistItem, type ReadinessCase } from '#core/readiness';
import { readinessMarkup, readinessText } from '#core/readiness-text';
import '../property-seed.ts';

const NOW_MS = Date.UTC(2026, 10, 21, 12);

const result = (name: string, fields: Partial<ReadinessCase> = {}): ReadinessCase => {
  const slash = name.indexOf('/');
  return {
    suite: `shop.${name.slice(0, slash)}`,
    case: name.slice(slash + 1),
    tags: [],
    verdict: 'passed',
    flaky: false,
    advisory: false,
    warnings: [],
    ...fields,
  };
};

const checklist = (items: readonly ChecklistItem[], requiredScore?: number): Checklist => ({
  checklist: 'release',
  name: 'Release',
  ...(requiredScore === undefined ? {} : { requiredScore }),
  sections: [{ id: 'all', name: 'All', items }],
});

const item = (fields: Partial<ChecklistItem>): ChecklistItem => ({ id: 'it', text: 'It works.', ...fields });
const stateOf = (one: ChecklistItem, results: readonly ReadinessCase[] = []): string => {
  const scored = scoreReadiness(checklist([one]), results, NOW_MS).sections[0]?.items[0];
  return `${scored?.state ?? 'none'}: ${scored?.reason ?? ''}`;
};

test.each<[string, readonly string[], readonly ReadinessCase[], string]>([
  [
    'all passed',
    ['api/a', 'api/b'],
    [result('api/a'), result('api/b'), result('other/x', { verdict: 'failed' })],
    'pass: 2 passed',
  ],
  ['all of a suite', ['api/*'], [result('api/a'), result('api/b')], 'pass: 2 passed'],
  ['with the service', ['shop.api/a'], [result('api/a')], 'pass: 1 passed'],
  ['another service', ['bank.api/a'], [result('api/a')], 'skip: no case ran'],
  [
    'one row failed',
    ['api/a'],
    [result('api/a'), result('api/a', { verdict: 'failed' })],
    'fail: did not pass: shop.api/a',
  ],
  ['one errored', ['api/a'], [result('api/a', { verdict: 'errored' })], 'fail: did not pass: shop.api/a'],
  [
    'an advisory one failed',
    ['api/*'],
    [result('api/a'), result('api/b', { verdict: 'failed', advisory: true })],
    'warn: advisory cases did not pass: shop.api/b',
  ],
  ['warnings', ['api/a'], [result('api/a', { warnings: [{}] })], 'warn: with warnings or flaky: shop.api/a'],
  ['flaky', ['api/a'], [result('api/a', { flaky: true })], 'warn: with warnings or flaky: shop.api/a'],
  ['one of two is missing', ['api/a', 'api/b'], [result('api/a')], 'warn: no case ran for api/b'],
  [
    'one of two is skipped',
    ['api/*'],
    [result('api/a'), result('api/b', { verdict: 'skipped' })],
    'warn: skipped: shop.api/b',
  ],
  ['all are skipped', ['api/a'], [result('api/a', { verdict: 'skipped' })], 'skip: skipped: shop.api/a'],
  ['nothing ran', ['api/a'], [], 'skip: no case ran'],
])('automatic: %s', (_, cases, results, state) => {
  expect(stateOf(item({ automatic: { cases } }), results)).toBe(state);
});

test('cases are found by tag too', () => {
  expect(
    stateOf(item({ automatic: { tags: ['pci'] } }), [result('api/a', { tags: ['pci', 'x'] }), result('api/b')]),
  ).toBe('pass: 1 passed');
});

const signOff = { who: 'O. Owner', role: 'service owner', date: '2026-11-20' };
test.each<[string, NonNullable<ChecklistItem['manual']>, string]>([
  [
    'with evidence and sign-off',
    { state: 'pass', evidence: 'OPS-1', signOff },
    'pass: O. Owner (service owner), 2026-11-20',
  ],
  ['without evidence', { state: 'pass', signOff }, 'warn: expected evidence for a pass, got none'],
  ['without sign-off', { state: 'pass', evidence: 'OPS-1' }, 'warn: expected a sign-off for a pass, got none'],
  [
    'signed tomorrow',
    { state: 'pass', evidence: 'x', signOff: { ...signOff, date: '2026-11-22' } },
    'warn: expected a sign-off of today or before, got 2026-11-22',
  ],
  [
    'signed too long ago',
    { state: 'pass', evidence: 'x', signOff, validDays: 1 },
    'warn: expected a sign-off of the last 1 days, got 2026-11-20',
  ],
  ['failed', { state: 'fail', evidence: 'no restore yet' }, 'fail: no restore yet'],
])('manual: %s', (_, manual, state) => {
  expect(stateOf(item({ manual }))).toBe(state);
});

test('the score is passed items of all items; warn, fail and skip do not count; it is never rounded up', () => {
  const items = (pass: number, other: number): ChecklistItem[] => [
    ...Array.from({ length: pass }, (_, at) => item({ id: `p${String(at)}`, automatic: { cases: ['api/a'] } })),
    ...Array.from({ length: other }, (_, at) => item({ id: `o${String(at)}`, manual: { state: 'warn' } })),
  ];
  const score = (pass: number, other: number) => {
    const { score: value, verdict } = scoreReadiness(checklist(items(pass, other)), [result('api/a')], NOW_MS);
    return [value, verdict];
  };

  expect(score(19, 1)).toEqual([95, 'ready']);
  expect(score(18, 1)).toEqual([94.7, 'not-ready']);
  expect(score(2, 1)).toEqual([66.6, 'not-ready']);
  expect(score(0, 0)).toEqual([null, 'not-ready']);
});

test('one more item that does not pass never makes a checklist ready', () => {
  const states = fc.array(fc.constantFrom('pass' as const, 'warn' as const, 'fail' as const, 'skip' as const), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(
      states,
      fc.constantFrom('warn' as const, 'fail' as const, 'skip' as const),
      fc.integer({ min: 0, max: 100 }),
      (list, more, required) => {
        const items = [...list, more].map((state, at) =>
          item({ id: `i${String(at)}`, manual: { state, evidence: 'x', signOff } }),
        );
        const before = scoreReadiness(checklist(items.slice(0, -1), required), [], NOW_MS);
        const after = scoreReadiness(checklist(items, required), [], NOW_MS);

        if (list.length > 0 && before.verdict === 'not-ready') expect(after.verdict).toBe('not-ready');
      },
    ),
  );
});

const NESTED: Checklist = {
  checklist: 'production',
  name: 'Production <1>',
  requiredScore: 50,
  sections: [
    {
      id: 'security',
      name: 'Security',
      items: [
        item({
          id: 'headers',
          text: 'Headers & cookies are set.',
          run: 'assay test x',
          automatic: { cases: ['api/a'] },
        }),
      ],
      sections: [{ id: 'pci', name: 'PCI', items: [item({ id: 'logs', automatic: { cases: ['logs/clean'] } })] }],
    },
    {
      id: 'people',
      name: 'People',
      items: [item({ id: 'on-call', manual: { state: 'pass', evidence: 'OPS-2', signOff } })],
    },
  ],
};

test('sections have subtotals, and what has no case or no item is listed', () => {
  const report = scoreReadiness(NESTED, [result('api/a'), result('api/z')], NOW_MS);

  expect(report.sections.map(({ score, counts }) => [score, counts.pass, counts.skip])).toEqual([
    [50, 1, 1],
    [100, 1, 0],
  ]);
  expect(report.sections[0]?.sections[0]?.score).toBe(0);
  expect(report).toMatchObject({
    verdict: 'ready',
    score: 66.6,
    itemsWithoutCase: ['logs'],
    casesWithoutItem: ['shop.api/z'],
  });
});

test('as text, and as markup with every text escaped', () => {
  const report = scoreReadiness(NESTED, [result('api/a'), result('api/z')], NOW_MS);

  expect(readinessText(report)).toBe(
    [
      'Production <1>: ready, 66.6 % of 50 %',
      '  Security: 50 % (1 of 2)',
      '    PASS Headers & cookies are set.',
      '    PCI: 0 % (0 of 1)',
      '      SKIP It works. (no case ran)',
      '  People: 100 % (1 of 1)',
      '    PASS It works.',
      'items without case: logs',
      'cases without item: shop.api/z',
      '',
    ].join('\n'),
  );
  expect(readinessMarkup(report)).toContain('Production &lt;1&gt;: ready');
  expect(readinessMarkup(report)).toContain('Headers &amp; cookies are set.<br><small>assay test x</small>');
});
