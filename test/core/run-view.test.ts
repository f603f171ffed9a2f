import { expect, test } from '@jest/globals';
import type { Run, Shard } from '#core/run';
import { runView } from '#core/run-view';
import { newRun } from '../functions/workflow/world.ts';

const shard = (number: number): Shard => ({
  schemaVersion: 1,
  tenant: 'acme',
  runId: 'r1',
  shard: number,
  state: 'recorded',
  executor: 'lambda',
  cases: 1,
  casesDone: 1,
  predictedMs: 1,
  attempt: 1,
  attempts: [],
});
const statesOf = (run: Run) =>
  runView(run, [shard(0), shard(1)], {
    tenant: 'acme',
    role: 'viewer',
    subject: 's',
    issuer: 'i',
    ruleId: 'r',
    projects: ['*'],
    payloadRead: true,
  }).progress.shards.map(({ state, lostReason }) => [state, lostReason]);

test('a shard that recorded just after judging had read it is shown as lost, as the gate result counts it', () => {
  const used = { attempt: 1, nonce: 'n', executor: 'lambda', state: 'recorded', startedAtEpochMs: 1 } as const;
  const frozen = { frozenAtEpochMs: 5, attempts: [{ ...used, shard: 0, used: true }] };

  expect(statesOf(newRun({ state: 'judged', frozen }))).toEqual([
    ['recorded', null],
    ['lost', 'it recorded after the run was judged'],
  ]);
});

test('before anything is frozen a recorded shard is recorded', () => {
  expect(statesOf(newRun({ state: 'running' }))).toEqual([
    ['recorded', null],
    ['recorded', null],
  ]);
});
