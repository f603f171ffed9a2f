import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import type { RunRecords } from '#engines/results/run-records';
import { readResults } from '../../../functions/judge-run/read-results.ts';
import { never } from './world.ts';

const ATTEMPT = { shard: 3, attempt: 1, attemptKey: 'k', attemptSha256: 'd' };

const recordsWith = (text: string): RunRecords =>
  ({ attemptFile: () => Promise.resolve(gzipSync(text)) }) as unknown as RunRecords;

test('F1.1: what is wrong with a line is told without a word of it: the reason of a lost shard is for everybody', async () => {
  const { results, unreadable } = await readResults([ATTEMPT], recordsWith('{"got":maria@shop.example}\n'), never);

  expect(results.cases.size).toBe(0);
  expect(unreadable).toEqual([{ shard: 3, reason: 'its results cannot be used: a line is no JSON' }]);
});
