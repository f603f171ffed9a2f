/** A case with several findings: the worst first, each once, each with the request that shows it. */
import { expect, test } from '@jest/globals';
import type { CaseResult, CheckOutcome } from '#core/case-result';
import type { Finding } from '#core/finding';
import { makePaint } from '../../../cli/render/paint.ts';
import { caseBlock } from '../../../cli/laptop/show/case-block.ts';

const finding = (check: string, severity: Finding['severity'], title: string, place?: string): Finding => ({
  fingerprint: check,
  check,
  title,
  severity,
  operation: 'GET /books',
  ...(place === undefined ? {} : { place }),
  message: `expected no ${check}, got one`,
  curl: `curl http://books.example/${check}`,
});

const FINDINGS = [
  finding('response-schema', 'high', 'An answer that does not fit', '/items/0/genre'),
  finding('server-error', 'high', 'The server fails'),
  finding('ignored-auth', 'critical', 'The login is not looked at'),
  finding('body-size', 'low', 'Bodies can be large'),
];

const asCheck = ({ severity, title, operation = '', place, message }: Finding): CheckOutcome => ({
  check: `no ${severity} finding: ${title} in ${operation}`,
  passed: false,
  ...(place === undefined ? {} : { path: place }),
  message,
});

const result = {
  id: 'library.api/generated',
  suite: 'library.api',
  case: 'generated',
  name: 'generated',
  verdict: 'failed',
  flaky: false,
  advisory: false,
  warnings: [],
  findings: FINDINGS,
  tries: [
    {
      try: 1,
      startedAtEpochMs: 0,
      durationMs: 1,
      verdict: 'failed',
      curl: 'curl http://books.example/response-schema',
      checks: [
        { check: 'ignored-auth: The login is not looked at', passed: false, warn: true, message: 'said already' },
        { check: 'body-size: Bodies can be large', passed: false, warn: true, message: 'said here alone' },
        ...FINDINGS.slice(0, 3).map(asCheck),
      ],
      sent: { requests: 9, requestErrors: 0 },
    },
  ],
  startedAtEpochMs: 0,
  durationMs: 1,
} as unknown as CaseResult;

test('findings are told by severity, and none of them without its request', () => {
  const lines = caseBlock(result, [], makePaint(false), 120).split('\n');
  const titles = lines.filter((line) => line.includes(' finding: '));

  expect(titles).toEqual([
    '  ✗ no critical finding: The login is not looked at in GET /books',
    '  ✗ no high finding: An answer that does not fit in GET /books',
    '  ✗ no high finding: The server fails in GET /books',
  ]);
  expect(lines.filter((line) => line.includes('curl '))).toEqual([
    '    repeat  curl http://books.example/ignored-auth',
    '    repeat  curl http://books.example/server-error',
    '  repeat    curl http://books.example/response-schema',
  ]);
});

test('a warning that repeats a finding is left out, another one is kept', () => {
  const text = caseBlock(result, [], makePaint(false), 120);

  expect(text).not.toContain('said already');
  expect(text).toContain('said here alone');
});
