import { expect, test } from '@jest/globals';
import { summarize, summaryText } from '../../local/demo/summary.ts';
import type { ToldRun, ToldStory } from '../../local/demo/story.ts';

const run = (more: Partial<ToldRun>): ToldRun => ({
  title: 'the shop',
  runId: 'r1',
  expected: 'open',
  gate: 'open',
  reasons: [],
  counts: { passed: 42 },
  exitCode: 0,
  seconds: 3.26,
  ...more,
});
const story = (runs: readonly ToldRun[], verified = true): ToldStory => ({
  url: 'http://x',
  runs,
  evidence: { runId: 'r1', folder: '/f', verified, said: '' },
});

test('a demo is as expected when each gate is and the evidence verified', () => {
  expect(summarize(story([run({}), run({ expected: 'shut', gate: 'shut' })]), 1, 2).asExpected).toBe(true);
});

test.each([
  ['a gate is not as expected', story([run({ gate: 'inconclusive' })])],
  ['a planted bug goes unnoticed', story([run({}), run({ expected: 'shut', gate: 'open' })])],
  ['the evidence does not verify', story([run({})], false)],
])('a demo is not as expected when %s', (_what, told) => {
  expect(summarize(told, 1, 2).asExpected).toBe(false);
  expect(summaryText(summarize(told, 1, 2))).toContain('NOT');
});

test('the reasons of a shut gate stand below its run', () => {
  const text = summaryText(
    summarize(
      story([
        run({ expected: 'shut', gate: 'shut', reasons: [{ code: 'case-failed', message: 'expected 1, got 2' }] }),
      ]),
      1,
      2,
    ),
  );

  expect(text).toContain(
    '- the shop: gate shut, 42 passed, 0 failed, 0 errored, 0 skipped, 3.3 s, run r1\n    case-failed: expected 1, got 2',
  );
});
