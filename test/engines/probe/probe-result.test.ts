/** One report of an engine becomes one result, in which a secret stands nowhere, wherever the engine left it. */
import { expect, test } from '@jest/globals';
import type { CaseResult } from '#core/case-result';
import type { EnvironmentDefinition } from '#core/environment';
import type { Finding } from '#core/finding';
import type { CaseDefinition } from '#core/suite';
import { caseContext } from '#engines/functional/suite-context';
import { probeContext } from '#engines/probe/probe-context';
import { probeResult } from '#engines/probe/probe-result';
import type { ProbeReport } from '#engines/probe/probe';
import { SECRET, openContext } from './open-context.ts';

const ITEM: CaseDefinition = { id: 'look', scan: {}, checks: [] };
const CARD = '4111111111111111';

const resultOf = async (
  report: Partial<ProbeReport>,
  capture: NonNullable<EnvironmentDefinition['capture']> = 'masked',
): Promise<CaseResult> => {
  const { context: suite } = await openContext([ITEM], { environment: { capture } });
  const context = caseContext(suite, ITEM.id);
  context.ports.masker.addSecret('apiKey', SECRET);
  const probe = probeContext(ITEM, 'scan', context);
  const whole: ProbeReport = { checks: [], requests: 3, requestErrors: 1, ...report };
  return probeResult(whole, { number: 1, startedAtEpochMs: context.ports.clock.nowMs() }, ITEM, context, probe);
};

const finding = (more: Partial<Finding> = {}): Finding => ({
  fingerprint: 'c0ffee00c0ffee00c0ffee00c0ffee00',
  check: 'bola-read',
  title: 'Objects of others can be read',
  severity: 'high',
  operation: 'GET /orders/{id}',
  message: 'expected 403, got 200',
  ...more,
});

const everywhere = (text: string): Partial<ProbeReport> => ({
  part: { name: `part ${text}`, values: { note: `a ${text}` } },
  checks: [
    { check: `is ${text}`, passed: false, expected: text, got: `${text}!`, path: '$.x', message: `got ${text}` },
  ],
  findings: [
    finding({
      title: `title ${text}`,
      message: `message ${text}`,
      remedy: `remedy ${text}`,
      severityReason: `because ${text}`,
      operation: `GET /${text}`,
      place: `/body/${text}`,
      curl: `curl -H 'x-key: ${text}'`,
      request: { method: 'GET', url: `https://api.test/${text}`, headers: [['x-key', text]], body: text, bodyBytes: 1 },
    }),
  ],
  warnings: [{ kind: 'drift', message: `warned of ${text}` }],
  failure: { type: 'setup', phase: 'check', message: `no ${text}` },
  details: { drift: { deep: [{ text: `x ${text}` }] }, load: { said: text } },
});

test.each([
  ['a secret', SECRET],
  ['a secret in base64', Buffer.from(SECRET).toString('base64')],
  ['the number of a card', CARD],
])('%s stands nowhere in a result, wherever the engine left it', async (_what, text) => {
  const result = await resultOf(everywhere(text));

  expect(JSON.stringify(result)).not.toContain(text);
  expect(JSON.stringify(result)).toContain('***');
});

test('what identifies a finding survives masking, so that the next run knows it again', async () => {
  const { findings } = await resultOf(everywhere(SECRET));

  expect(findings?.[0]).toMatchObject({
    fingerprint: 'c0ffee00c0ffee00c0ffee00c0ffee00',
    check: 'bola-read',
    severity: 'high',
  });
});

test.each([
  ['critical', 'failed', 0],
  ['high', 'failed', 0],
  ['medium', 'passed', 1],
  ['low', 'passed', 1],
  ['info', 'passed', 1],
] as const)('a finding of severity %s: %s, %p warnings', async (severity, verdict, warnings) => {
  const result = await resultOf({ findings: [finding({ severity })] });

  expect([result.verdict, result.warnings.length]).toEqual([verdict, warnings]);
});

test('a failing finding is a check that names it', async () => {
  const { tries } = await resultOf({ findings: [finding()] });

  expect(tries[0]?.checks).toEqual([
    {
      check: 'no high finding: Objects of others can be read in GET /orders/{id}',
      passed: false,
      message: 'expected 403, got 200',
    },
  ]);
  expect(tries[0]?.failure?.message).toContain('expected 403, got 200');
});

test('a suppressed finding neither fails nor is forgotten', async () => {
  const suppressed = { reason: 'known', until: '2027-01-01', approver: 'ann' };

  const result = await resultOf({ findings: [finding({ suppressed })], checks: [{ check: 'ran', passed: true }] });

  expect(result.verdict).toBe('passed');
  expect(result.findings?.[0]?.suppressed).toEqual(suppressed);
});

test('a check that only warns does not fail the case', async () => {
  const { verdict } = await resultOf({ checks: [{ check: 'is quick', passed: false, warn: true }] });

  expect(verdict).toBe('passed');
});

test('requests of a probe are counted with its try', async () => {
  const { tries } = await resultOf({ checks: [{ check: 'ran', passed: true }] });

  expect(tries[0]?.sent).toEqual({ requests: 3, requestErrors: 1 });
});

test.each(['none', { allowlist: ['id'] }] as const)(
  'capture %j: what answers said is in no words of a result',
  async (capture) => {
    const said = 'bob-of-the-answer';
    const result = await resultOf(
      {
        checks: [
          { check: '$.name equals ann', passed: false, expected: 'ann', got: said, path: '$.name', message: said },
        ],
        findings: [finding({ place: `/${said}`, message: `got ${said}` }), finding({ severity: 'low', message: said })],
        details: { differences: [{ old: said }], drift: { fresh: said }, load: { p95: 3 } },
      },
      capture,
    );

    expect(JSON.stringify(result)).not.toContain(said);
    expect(result.findings?.[0]).toMatchObject({ check: 'bola-read', operation: 'GET /orders/{id}' });
    expect(result.details).toEqual({ load: { p95: 3 } });
  },
);
