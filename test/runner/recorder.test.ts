/** What the log of an attempt names in each line (G7), how often live pieces are written, and how long a secret source lives. */
import { expect, test } from '@jest/globals';
import { pulse } from '#runner/pulse';
import { recorder } from '#runner/recorder';
import { manualClock } from '../engines/functional/manual-clock.ts';
import { fixedClock, inMemoryBlobs, inMemoryRuns, recordingLog } from '../doubles/index.ts';
import { PLACE, TOKEN, world } from './shard-world.ts';

const CONTEXT = {
  service: 'assay-runner',
  runId: PLACE.runId,
  shard: 0,
  attempt: 1,
  traceId: '0af7651916cd43dd8448eb211c80319c',
  suiteTypes: new Map([['shop.checkout', 'functional'] as const]),
};

test('G7: every line names run, suite type and trace, and that there is no spec yet', () => {
  const made = recorder(manualClock(), CONTEXT, () => undefined);
  made.sink.log({ level: 'info', suite: 'shop.checkout', message: 'm' });

  expect(JSON.parse(made.takeLive())).toMatchObject({
    test_run_id: PLACE.runId,
    correlation_id: PLACE.runId,
    suite_type: 'functional',
    spec_hash: null,
    trace_id: CONTEXT.traceId,
  });
});

test('an attempt of hours leaves some hundred live pieces, not one every two seconds', async () => {
  const clock = fixedClock(0);
  const staging = inMemoryBlobs();
  const ended = new AbortController();
  let beats = 0;
  const made = {
    ...recorder(clock, CONTEXT, () => undefined),
    takeLive: () => {
      beats += 1;
      if (clock.nowMs() > 4 * 3_600_000) ended.abort();
      return 'x\n';
    },
  };
  const ports = { clock, staging, runs: inMemoryRuns(), log: recordingLog() } as unknown as Parameters<
    typeof pulse
  >[0]['ports'];
  await pulse({
    key: { ...PLACE, attempt: 1, nonce: 'n' },
    ports,
    recorder: made,
    stop: new AbortController(),
    ended: ended.signal,
  });

  expect(beats).toBeGreaterThan(50);
  expect(staging.objects.size).toBeLessThan(350);
});

test('each attempt opens a source of secrets of its own', async () => {
  const here = await world();
  let opened = 0;
  const openSecrets = () => {
    opened += 1;
    return { resolve: () => Promise.resolve(TOKEN) };
  };
  await here.start(1, { openSecrets });

  expect(opened).toBe(1);
});
