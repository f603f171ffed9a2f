/**
 * Reports are read by browsers, pull requests and other programs. Hostile texts stand wherever an API could put some; the page is taken
 * apart with a regular expression that knows only tags, so that markup from outside cannot hide.
 */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CaseResult } from '#core/case-result';
import { summarise } from '#core/case-summary';
import type { Finding } from '#core/finding';
import { ctrfDocument } from '#core/report/ctrf';
import { htmlReport } from '#core/report/html/html-report';
import { markdownSummary } from '#core/report/markdown';
import type { RunReport } from '#core/report/run-report';
import { withoutPayload } from '#core/report/without-payload';

const HOSTILE = `</title></style><script>alert(1)</script><img src=x onerror=alert(1)>" ' & \u202e | [x](javascript:1) @team`;

const finding = (over: Partial<Finding> = {}): Finding => ({
  fingerprint: 'a'.repeat(32),
  check: 'bola-read',
  title: 'Object of another user is readable',
  severity: 'high',
  operation: 'GET /orders/{id}',
  owasp: 'API1:2023',
  cwe: 'CWE-639',
  message: `expected 403, got 200 with ${HOSTILE}`,
  curl: `curl -sS 'https://shop.example/${HOSTILE}'`,
  ...over,
});

const result = (over: Partial<CaseResult> = {}): CaseResult => ({
  suite: 'shop.checkout',
  case: 'pay',
  name: `pays ${HOSTILE}`,
  capability: 'functional',
  risk: 'high',
  tags: [],
  advisory: false,
  verdict: 'failed',
  flaky: false,
  warnings: [],
  tries: [
    {
      try: 1,
      startedAtEpochMs: 1_795_262_400_000,
      durationMs: 120,
      verdict: 'failed',
      checks: [{ check: '$.total equals 12', passed: false, expected: 12, got: HOSTILE, path: '$.total' }],
    },
  ],
  findings: [finding()],
  startedAtEpochMs: 1_795_262_400_000,
  durationMs: 120,
  ...over,
});

const counts = {
  passed: 1,
  failed: 1,
  errored: 0,
  skipped: 1,
  flaky: 0,
  warnings: 0,
  checks: 2,
  requests: 2,
  requestErrors: 0,
};

const report = (results: readonly CaseResult[]): RunReport => ({
  runId: 'r0',
  name: HOSTILE,
  service: 'shop',
  version: '1.2.3',
  environment: 'staging',
  gate: {
    answer: 'shut',
    reasons: [{ code: 'case-failed', message: `pay failed ${HOSTILE}`, detail: HOSTILE, effect: 'shut' }],
    counts,
    errorRate: 0.5,
    p95Ms: 123.4,
    degraded: false,
  },
  cases: results.map((one, shard) => summarise(one, shard)),
  missing: [{ suite: 'shop.checkout', case: 'ship', reason: HOSTILE }],
  lostShards: [{ shard: 3, reason: HOSTILE }],
});

const passed = result({ case: 'cart', verdict: 'passed', findings: [], tries: [] });
const skipped = result({ case: 'sign', verdict: 'skipped', tries: [], findings: [], because: { reason: HOSTILE } });
const all = report([result(), passed, skipped]);

const tagsOf = (page: string): string[] =>
  [...page.replace(/<style>[^<]*<\/style>/u, '').matchAll(/<\/?([a-z0-9]+)/giu)].map(([, name]) => name ?? '');

describe('the page', () => {
  test('is made of known tags, whatever texts are in it, and holds no script, link out or request', () => {
    const page = htmlReport(all);

    const known =
      `html head meta title style body header main footer section p h1 h2 h3 a div ul li dl dt dd span details summary pre code
      table caption thead tbody tr th td svg rect line text title strong polyline g`.split(/\s+/u);
    expect(tagsOf(page).filter((tag) => !known.includes(tag))).toEqual([]);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toMatch(/(?:src|href)="(?!#)/u);
    expect(page).not.toMatch(/url\(|@import/u);
    expect(page).not.toContain('\u202e');
    expect(page).toContain("default-src 'none'");
  });

  test('answers first, then says why with expected and got, and lists what did not run', () => {
    const page = htmlReport(all);

    expect(page).toContain('<h1>Gate shut: shop 1.2.3</h1>');
    expect(page.indexOf('pay failed')).toBeLessThan(page.indexOf('<main>'));
    expect(page).toContain('$.total equals 12: expected 12');
    expect(page).toContain('shop.checkout/ship');
    expect(page).toContain('Shard 3');
  });

  test('equal facts give equal bytes', () => {
    expect(htmlReport(report([result(), passed]))).toBe(htmlReport(report([result(), passed])));
  });

  test('of ten thousand cases is made at once and cut where nobody reads on', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ({ ...passed, case: `c${String(at)}` }));

    const page = htmlReport(report(many));

    expect(page).toContain('The first 2000 of 10000 cases that passed');
    expect(page.length).toBeLessThan(3_000_000);
  });

  test('no text can leave its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const page = htmlReport(report([result({ name: text, findings: [finding({ title: text, message: text })] })]));

        expect(tagsOf(page)).toEqual(
          tagsOf(htmlReport(report([result({ name: 'x', findings: [finding({ title: 'x', message: 'x' })] })]))),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('for readers without payload', () => {
  test('nothing of what the target answered is left in any form', () => {
    const secret = 'answered-4711';
    const told = result({
      findings: [finding({ message: secret, curl: secret, place: secret })],
      tries: [
        {
          ...(result().tries[0] as CaseResult['tries'][number]),
          checks: [{ check: '$.a equals 1', passed: false, got: secret, path: '$.a' }],
        },
      ],
    });
    const blind = withoutPayload({
      ...report([told]),
      gate: { ...all.gate, reasons: [{ code: 'case-failed', message: 'pay failed', detail: secret, effect: 'shut' }] },
    });

    const texts = [
      htmlReport(blind),
      markdownSummary(blind),
      JSON.stringify(ctrfDocument(blind, { name: 'assay', version: '1' })),
    ];

    expect(texts.filter((text) => text.includes(secret))).toEqual([]);
    expect(texts.every((text) => text.includes('Object of another user') || text.includes('a'.repeat(32)))).toBe(true);
  });
});

describe('markdown', () => {
  test('begins with the answer, holds no markup from outside and mentions nobody', () => {
    const text = markdownSummary(all);

    expect(text.split('\n')[0]).toBe('### Gate shut: shop 1.2.3 on staging');
    expect(text).not.toMatch(/<(?!\/?(?:details|summary)>)/u);
    expect(text).not.toContain('@team');
    expect(text).not.toContain('](javascript');
    expect(text).toContain('| high | Object of another user is readable |');
  });

  test('fits into a comment however many cases failed', () => {
    const many = Array.from({ length: 5000 }, (_, at) => result({ case: `c${String(at)}` }));

    expect(markdownSummary(report(many)).length).toBeLessThanOrEqual(65_536);
  });
});

describe('CTRF', () => {
  test('counts each verdict once; errored counts as failed, missing as other', () => {
    const document = ctrfDocument(report([result(), passed, skipped, result({ case: 'x', verdict: 'errored' })]), {
      name: 'assay',
      version: '1.0.0',
    });

    expect(document).toMatchObject({
      reportFormat: 'CTRF',
      specVersion: '0.0.0',
      results: {
        summary: { tests: 5, passed: 1, failed: 2, skipped: 1, pending: 0, other: 1, start: 1_795_262_400_000 },
        environment: { healthy: false, appVersion: '1.2.3' },
      },
    });
  });
});
