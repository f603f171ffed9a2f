/**
 * SARIF 2.1.0. What the standard and code hosts require is checked by hand here: required properties, closed vocabularies, indexes that lead
 * somewhere, and bytes that do not depend on the order of what came in.
 */
import fc from 'fast-check';
import { expect, test } from '@jest/globals';
import type { CaseSummary } from '#core/case-summary';
import { fingerprintOf, SEVERITIES, type Finding, type Severity } from '#core/finding';
import { SARIF_RESULTS_MAX, sarifLog } from '#core/sarif';

const finding = (check: string, operation: string | undefined, severity: Severity): Finding => ({
  fingerprint: fingerprintOf({ check, ...(operation === undefined ? {} : { operation }) }),
  check,
  ...(operation === undefined ? {} : { operation }),
  severity,
  title: `Title of ${check}`,
  severityReason: 'because of this',
  cwe: 'CWE-639',
  owasp: 'API1:2023',
  wfc: 'F204',
  asvs: 'V4.2.1',
  message: 'expected one thing, got another',
  remedy: 'Do this.',
  request: {
    method: 'GET',
    url: 'https://api.example/orders/7',
    headers: [['authorization', 'Bearer ***']],
    bodyBytes: 0,
  },
  response: {
    status: 200,
    headers: [['content-type', 'application/json']],
    body: '{}',
    bodyBytes: 2,
    timingsMs: { dns: null, connect: null, tls: null, wait: 1, receive: 0 },
  },
  curl: "curl -sS -X GET 'https://api.example/orders/7'",
});

const summary = (suite: string, findings: readonly Finding[], rows?: readonly CaseSummary[]): CaseSummary =>
  ({ suite, case: 'scan', findings, ...(rows === undefined ? {} : { rows }) }) as unknown as CaseSummary;

interface Log {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: {
          readonly name: string;
          readonly semanticVersion: string;
          readonly rules: readonly { readonly id: string; readonly [name: string]: unknown }[];
        };
      };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly [name: string]: unknown;
      }[];
      readonly properties?: unknown;
    },
  ];
}
const logOf = (cases: readonly CaseSummary[]): Log => sarifLog(cases, '1.2.3') as unknown as Log;

test('one finding: its rule, its result, where it is, what shows it', () => {
  const log = logOf([summary('shop.security', [finding('bola-read', 'GET /orders/{id}', 'high')])]);

  expect(log).toEqual({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Assay',
            semanticVersion: '1.2.3',
            rules: [
              {
                id: 'bola-read',
                name: 'BolaRead',
                shortDescription: { text: 'Title of bola-read' },
                fullDescription: { text: 'Title of bola-read: because of this.' },
                help: { text: 'Do this.' },
                defaultConfiguration: { level: 'error' },
                properties: {
                  tags: ['security', 'external/cwe/cwe-639', 'owasp-API1:2023', 'asvs-V4.2.1', 'wfc-F204'],
                  'security-severity': '8.0',
                  precision: 'high',
                },
              },
            ],
          },
        },
        columnKind: 'utf16CodeUnits',
        results: [
          {
            ruleId: 'bola-read',
            ruleIndex: 0,
            level: 'error',
            message: { text: 'GET /orders/{id}: expected one thing, got another' },
            locations: [
              {
                physicalLocation: { artifactLocation: { uri: 'openapi.yaml' }, region: { startLine: 1 } },
                logicalLocations: [
                  { fullyQualifiedName: 'shop GET /orders/{id}', name: 'GET /orders/{id}', kind: 'resource' },
                ],
              },
            ],
            partialFingerprints: {
              'assayFinding/v1': fingerprintOf({ check: 'bola-read', operation: 'GET /orders/{id}' }),
            },
            webRequest: {
              protocol: 'HTTP',
              method: 'GET',
              target: 'https://api.example/orders/7',
              headers: { authorization: 'Bearer ***' },
            },
            webResponse: {
              protocol: 'HTTP',
              statusCode: 200,
              headers: { 'content-type': 'application/json' },
              body: { text: '{}' },
            },
            properties: { severity: 'high', curl: "curl -sS -X GET 'https://api.example/orders/7'" },
          },
        ],
      },
    ],
  });
});

test('no finding is a run without results, which closes alerts', () => {
  expect(logOf([summary('shop.security', [])]).runs[0].results).toEqual([]);
});

test('a suppressed finding is in it with who accepted it until when', () => {
  const accepted = {
    ...finding('csrf', 'POST /a', 'high'),
    suppressed: { reason: 'known and planned', until: '2027-01-01', approver: 'ada' },
  };

  expect(logOf([summary('shop.a', [accepted])]).runs[0].results[0]?.['suppressions']).toEqual([
    { kind: 'external', status: 'accepted', justification: 'known and planned (until 2027-01-01, approved by ada)' },
  ]);
});

test('the same finding of two cases stands once; of two services twice; those of rows are there', () => {
  const one = finding('csrf', 'POST /a', 'high');
  const log = logOf([
    summary('shop.a', [one]),
    summary('shop.b', [one]),
    summary('bank.a', [], [summary('bank.a', [one])]),
  ]);

  expect(log.runs[0].results).toHaveLength(2);
});

const anyFinding = fc
  .record({
    check: fc.constantFrom('a', 'b-c', 'd'),
    operation: fc.option(fc.constantFrom('GET /x', 'GET /y'), { nil: undefined }),
    severity: fc.constantFrom(...SEVERITIES),
  })
  .map(({ check, operation, severity }) => finding(check, operation, severity));
const anyCases = fc.array(fc.tuple(fc.constantFrom('shop.a', 'bank.b'), fc.array(anyFinding, { maxLength: 5 })), {
  maxLength: 5,
});

test('every result has a rule of its id, a level of the standard, a message and a place', () => {
  fc.assert(
    fc.property(anyCases, (cases) => {
      const [{ tool, results }] = logOf(cases.map(([suite, findings]) => summary(suite, findings))).runs;
      const ids = tool.driver.rules.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const result of results) {
        expect(ids[result.ruleIndex]).toBe(result.ruleId);
        expect(['none', 'note', 'warning', 'error']).toContain(result.level);
        expect((result['message'] as { text: string }).text).not.toBe('');
        expect(result['locations']).toHaveLength(1);
      }
    }),
    { numRuns: 100 },
  );
});

test('row 12: the same findings in another order give the same bytes', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyFinding, { maxLength: 8, selector: ({ fingerprint }) => fingerprint }),
      (findings) => {
        const forwards = JSON.stringify(sarifLog([summary('shop.a', findings)], '1.0.0'));
        const backwards = JSON.stringify(
          sarifLog(
            findings.toReversed().map((one) => summary('shop.a', [one])),
            '1.0.0',
          ),
        );
        expect(backwards).toBe(forwards);
      },
    ),
    { numRuns: 100 },
  );
});

test('beyond what hosts read the least severe are left out, and how many', () => {
  const many = Array.from({ length: SARIF_RESULTS_MAX + 2 }, (_, at) =>
    finding('a', `GET /${String(at)}`, at === 0 ? 'critical' : 'low'),
  );
  const [run] = logOf([summary('shop.a', many)]).runs;

  expect(run.results).toHaveLength(5000);
  expect(run.results[0]).toMatchObject({ level: 'error' });
  expect(run.properties).toEqual({ findingsLeftOut: 2 });
});
