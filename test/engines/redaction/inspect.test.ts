import { expect, test } from '@jest/globals';
import { inspect } from '#engines/redaction/inspect';
import { runProbe } from '../data-quality/probe-of-test.ts';

const requests = [{ path: '/logs' }];
const lines = { type: 'object', required: ['time', 'level'] };

test('clean logs pass with a check for each kind', async () => {
  const { failed, report } = await runProbe(inspect, { requests, lines }, () => ({
    text: '{"time":"t","level":"info","card":"***"}\n',
  }));

  expect([failed, report.checks.length]).toEqual([[], 13]);
});

test('what is found fails its kind, with place and form and without the value', async () => {
  const text = '{"time":"t","level":"info"}\n{"level":"info","card":"4111111111111111"}\n';
  const { failed, report } = await runProbe(inspect, { requests, lines }, () => ({ text }));

  expect(failed).toEqual([
    'no card-number in clear text: expected none, got 1, the first in GET /logs at line 2, column 25, $.card (****************)',
    'each line is as it must be: expected all 2 lines of GET /logs to be, got 1 that are not; line 2: expected the field "time", got none',
  ]);
  expect(JSON.stringify(report)).not.toContain('4111111111111111');
});

test('the answer that holds a value is not kept; a clean one is', async () => {
  const kept = async (text: string) => {
    const { report } = await runProbe(inspect, { requests }, () => ({ text, headers: { 'x-by': 'ann@example.org' } }));
    const { body, headers = [] } = report.exchange?.response ?? {};
    return [Buffer.from(body ?? []).toString(), headers.some(([, value]) => value.includes('ann@'))];
  };
  const clean = await runProbe(inspect, { requests, headers: false }, () => ({ text: 'all is well' }));

  expect(await kept('iban DE89370400440532013000, phone +49 30 901820')).toEqual(['', false]);
  expect(Buffer.from(clean.report.exchange?.response?.body ?? []).toString()).toBe('all is well');
});

test('headers are looked at, but for the cookies that an answer sets', async () => {
  const answer = { text: '', headers: { 'set-cookie': 'sid=abcdef123', 'x-debug': 'password=hunter2' } };
  const found = await runProbe(inspect, { requests }, () => answer);
  const without = await runProbe(inspect, { requests, headers: false }, () => answer);

  expect([found.failed.length, found.failed[0], without.failed]).toEqual([
    1,
    expect.stringContaining('no password in clear text'),
    [],
  ]);
});

test('a pattern that is none is no fault of the API', async () => {
  const { report } = await runProbe(inspect, { requests, patterns: [{ name: 'x', matches: '(' }] }, () => ({
    text: '',
  }));

  expect(report.failure).toMatchObject({ type: 'setup' });
});
