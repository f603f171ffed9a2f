/** What `cancel`, `status` and `logs` say of runs that are over, of runners that died, and of ids that cannot be. */
import { expect, test } from '@jest/globals';
import { assay, plane } from './plane-of-test.ts';
import { problem } from './scripted-plane.ts';
import { judged, openView, RUN_ID, shard, view } from './wire-samples.ts';

const RUN = `/tests/run/${RUN_ID}`;

test('a cancelled run that is over is not said to be being cancelled', async () => {
  const stop = { reason: 'cancelled' as const, by: 'ada', at: '2026-11-21T12:00:00Z' };
  plane.on(`POST ${RUN}/cancel`, {
    status: 202,
    json: judged({ answer: 'inconclusive' }, { stop, state: 'sealed' }),
  });

  const { exit, stdout } = await assay(['cancel', RUN_ID]);

  expect(exit).toBe(0);
  expect(stdout).toBe(`run ${RUN_ID} was cancelled already: gate inconclusive, sealed\n`);
});

const [running] = shard().attempts;
const died = {
  ...running!,
  state: 'lost' as const,
  executor: 'fargate' as const,
  reason: 'Host EC2 terminated',
  stopCode: 'SpotInterruption',
};
const retried = shard({
  state: 'recorded',
  attempt: 2,
  attempts: [died, { ...running!, attempt: 2, state: 'recorded' }],
});
const lost = shard({ shard: 1, state: 'lost', lostReason: 'its task died each time', attempts: [died] });

test.each([
  ['runs', view()],
  ['is over', openView],
])('status of a run that %s shows the attempts of shards that needed several or were lost', async (_, base) => {
  const progress = { ...base.progress, shards: [retried, lost, shard({ shard: 2, state: 'recorded' })] };
  plane.on(`GET ${RUN}`, { json: { ...base, progress } });

  const { stdout } = await assay(['status', RUN_ID]);

  expect(stdout.slice(stdout.indexOf('  shard 0  recorded'))).toBe(
    [
      '  shard 0  recorded',
      '    attempt 1 on fargate lost: Host EC2 terminated (SpotInterruption)',
      '    attempt 2 on lambda recorded',
      '  shard 1  lost: its task died each time',
      '    attempt 1 on fargate lost: Host EC2 terminated (SpotInterruption)',
      '',
    ].join('\n'),
  );
});

test('logs say why a case failed', async () => {
  const line = {
    at: '2026-11-21T12:00:00.000Z',
    level: 'warn',
    message: 'case failed',
    shard: 0,
    suite: 's.a',
    case: 'x',
  };
  plane.on(`GET ${RUN}/logs`, {
    json: { items: [{ ...line, reason: 'status is 200: got 500' }], next: null, complete: true },
  });

  const { stdout } = await assay(['logs', RUN_ID]);

  expect(stdout).toBe('2026-11-21T12:00:00.000Z  warn   shard 0  s.a/x  case failed: status is 200: got 500\n');
});

test('logs of a case that the run has not are wrong use', async () => {
  const reason = 'expected the id of a case of the run, without its suite, got "nosuch"';
  plane.on(`GET ${RUN}/logs`, problem(400, 'validation-failed', 'Not valid', reason));

  const { exit, stderr } = await assay(['logs', RUN_ID, '--case', 'nosuch']);

  expect(exit).toBe(64);
  expect(stderr).toContain(reason);
});

test('what is no run id is refused in words that a person would use', async () => {
  const { exit, stderr } = await assay(['status', 'nosuch']);

  expect(exit).toBe(64);
  expect(stderr).toBe(
    'error: usage: expected the id of a run, which is an r and 26 letters and digits, got "nosuch"\nhint: `assay run` prints the id of the run that it starts\n',
  );
  expect(plane.seen).toHaveLength(0);
});

test.each([
  ['another API', { status: 401, json: { error: 'unauthorized' } }, 'hint: is this a plane?'],
  ['a plane', problem(401, 'token-invalid', 'Invalid token', 'x'), 'hint: `assay token` shows the token that was sent'],
])('a 401 of %s is told as such', async (_, answer, words) => {
  plane.on('POST /tests/run', answer);

  const { exit, stderr } = await assay(['run', '-s', 'shop']);

  expect(exit).toBe(77);
  expect(stderr).toContain(words);
});

test('a rerun of nothing and an environment that is not there come with what to do', async () => {
  plane.on(`POST ${RUN}/rerun`, problem(409, 'nothing-to-rerun', 'Nothing', 'x'));
  plane.on('POST /tests/run', problem(422, 'unknown-environment', 'Unknown', 'x'));

  const again = await assay(['rerun', RUN_ID]);
  const elsewhere = await assay(['run', '-s', 'shop', '--env', 'nowhere']);

  expect(again.stderr).toContain('start a new run with `assay run`');
  expect(elsewhere.stderr).toContain('push it first: `assay push`; or name another one with --env');
});
