import { expect, test } from '@jest/globals';
import { CRASH_POINTS, crashAt, parseCrashPlan } from '#runner/crash-points';
import { readTask } from '#runner/read-task';
import { parseRanges } from '#core/private-ranges';
import { RUNNER_VERSION } from '#runner/version';
import packageJson from '../../package.json' with { type: 'json' };

test('there are twelve points', () => {
  expect(new Set(CRASH_POINTS).size).toBe(12);
});

test('a plan names point, signal and attempt', () => {
  expect(parseCrashPlan('after-record:SIGKILL:2')).toEqual({ point: 'after-record', signal: 'SIGKILL', attempt: 2 });
  expect(parseCrashPlan('after-job:SIGTERM')?.attempt).toBe(1);
  expect(parseCrashPlan('')).toBeUndefined();
});

test.each(['nowhere:SIGTERM', 'after-job', 'after-job:SIGINT', 'after-job:SIGTERM:0', 'after-job:SIGTERM:1:2'])(
  '%s is refused',
  (text) => {
    expect(() => parseCrashPlan(text)).toThrow('ASSAY_CRASH_AT: expected');
  },
);

test('the signal is sent at the planned point of the planned attempt only', async () => {
  const sent: string[] = [];
  const at = crashAt({ point: 'after-job', signal: 'SIGTERM', attempt: 2 }, (signal) => sent.push(signal));

  await at('after-job', 1);
  await at('after-claim', 2);
  await at('after-job', 2);

  expect(sent).toEqual(['SIGTERM']);
});

test('a task is read from its environment, and words for zero are zero', () => {
  const env = {
    ASSAY_COMMAND: 'shard',
    ASSAY_TENANT: 't',
    ASSAY_RUN_ID: 'r',
    ASSAY_SHARD: '3',
    ASSAY_RETRY: '1',
    ASSAY_REDRIVE: 'None',
  };

  const task = { command: 'shard', tenant: 't', runId: 'r', shard: 3, retry: 1, redrive: 0 };
  expect(readTask(env)).toEqual({ ...task, attemptBase: 0 });
  expect(readTask({ ...env, ASSAY_ATTEMPT_BASE: '10' })).toEqual({ ...task, attemptBase: 10 });
  expect(() => readTask({ ...env, ASSAY_SHARD: 'x' })).toThrow('ASSAY_SHARD: expected');
  expect(() => readTask({ ...env, ASSAY_TENANT: '' })).toThrow('ASSAY_TENANT');
});

test('a range with a typo stops the start', () => {
  expect(parseRanges('127.0.0.0/8, ::1/128')).toHaveLength(2);
  expect(parseRanges(undefined)).toEqual([]);
  expect(() => parseRanges('10.0.0.0/33')).toThrow('PRIVATE_RANGES: expected');
});

test('the version is that of the package', () => {
  expect(RUNNER_VERSION).toBe(packageJson.version);
});
