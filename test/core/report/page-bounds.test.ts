/** A page holds what a person can read: the most telling first, and how many more there are. */
import { expect, test } from '@jest/globals';
import type { ExploreCoverage } from '#core/acts/explore';
import type { CaseResult } from '#core/case-result';
import { summarise } from '#core/case-summary';
import type { Finding } from '#core/finding';
import { htmlReport } from '#core/report/html/html-report';
import type { RunReport } from '#core/report/run-report';
import type { Json } from '#core/units';
import { resultOf } from '../case-builder.ts';

const pageOf = (results: readonly CaseResult[]): string =>
  htmlReport({
    runId: 'r1',
    name: 'nightly',
    service: 'shop',
    version: null,
    environment: 'staging',
    gate: { answer: 'shut', reasons: [], counts: {}, errorRate: null, p95Ms: null } as unknown as RunReport['gate'],
    cases: results.map((result) => summarise(result, 0)),
    missing: [],
    lostShards: [],
  });

const many = <Item>(count: number, make: (at: number) => Item): Item[] =>
  Array.from({ length: count }, (_, at) => make(at));

test('of ten thousand cases that failed a page shows a thousand, and says how many more there are', () => {
  const page = pageOf(many(10_000, (at) => resultOf({ case: `c${String(at)}`, verdict: 'failed' })));

  expect(page.split('<details open>')).toHaveLength(1001);
  expect(page).toContain('<p>9000 more failed or errored; the results have them all.</p>');
});

test('of many findings a page shows the most severe', () => {
  const finding = (at: number): Finding => ({
    fingerprint: at.toString(16).padStart(32, '0'),
    check: 'bola-read',
    title: at === 1500 ? 'the one that counts' : 'an odd header',
    severity: at === 1500 ? 'critical' : 'info',
    message: 'm',
  });
  const page = pageOf(
    many(20, (row) => resultOf({ case: `c${String(row)}`, findings: many(100, (at) => finding(row * 100 + at)) })),
  );

  expect(page).toContain('the one that counts');
  expect(page).toContain('<p>1000 more, none of them more severe; the results have them all.</p>');
});

test('coverage of an exploration is a line for each operation, as the engine leaves it', () => {
  const coverage = (operation: string): ExploreCoverage => ({
    operation,
    requests: 41,
    requestErrors: 2,
    statuses: { 200: 30, 400: 9 },
    statusesMissed: ['404'],
    mediaTypesSent: [],
    mediaTypesMissed: ['text/csv'],
    constraints: [
      { place: 'query:limit', constraint: 'maximum', valid: 1, invalid: 1, validOf: 1, invalidOf: 1 },
      { place: 'query:limit', constraint: 'minimum', valid: 1, invalid: 0, validOf: 1, invalidOf: 1 },
    ],
  });
  const part = (operation: string, number: number): CaseResult =>
    resultOf({
      case: 'explore',
      row: { flow: 'explore', number, name: operation },
      details: { coverage: coverage(operation) as unknown as Json },
    });

  const page = pageOf([part('GET /orders', 1), part('POST /orders', 2)]);
  const cells = [...page.slice(page.indexOf('what was exercised')).matchAll(/<td>([^<]*)<\/td>/gu)].map(
    ([, cell]) => cell,
  );

  expect(page).toContain('shop.checkout/explore: what was exercised');
  expect(cells.slice(0, 7)).toEqual(['GET /orders', '41', '2', '200: 30, 400: 9', '404', 'text/csv', '1 of 2']);
  expect(cells[7]).toBe('POST /orders');
});
