/** Stops, progress and killed programs of a shard, against in-memory ports and a clock that only the test moves. */
import { describe, expect, test } from '@jest/globals';
import { epochMs } from '#core/units';
import { awaitShard } from '#runner/await-shard';
import { CRASH_POINTS } from '#runner/crash-points';
import type { AtPoint, CrashPoint } from '#runner/crash-points';
import { PLACE, world } from './shard-world.ts';

describe('a stop', () => {
  const never = new Promise<void>(() => undefined);
  const begun = async (http: { readonly requests: readonly unknown[] }): Promise<void> => {
    while (http.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
  };

  test('that people asked for is seen within 5 s and what was done is recorded', async () => {
    const here = await world({ reply: () => ({ after: never }) });

    const running = here.start(1);
    await begun(here.http);
    await here.runs.requestStop('acme', PLACE.runId, 'cancelled', 'me', epochMs(1));
    await here.clock.advance(5000);

    expect(await running).toBe('recorded');
    expect((await here.shard())?.counts?.skipped).toBe(4);
    expect((await here.shard())?.attempts[0]?.stopped).toBe(true);
    expect(here.token.answers).toEqual([{ output: {} }]);
  });

  test('of the machine while nobody stopped the run gives the shard back to be redone', async () => {
    const here = await world({ reply: () => ({ after: never }) });
    const terminate = new AbortController();

    const running = here.start(1, {}, terminate);
    await begun(here.http);
    terminate.abort(new Error('SIGTERM'));

    expect(await running).toBe('interrupted');
    expect((await here.shard())?.state).not.toBe('recorded');
    expect(here.token.answers).toMatchObject([{ error: 'TaskDied' }]);
  });

  test('of the machine while the run is being stopped records what was done', async () => {
    const here = await world({ reply: () => ({ after: never }) });
    const terminate = new AbortController();

    const running = here.start(1, {}, terminate);
    await begun(here.http);
    await here.runs.requestStop('acme', PLACE.runId, 'cancelled', 'me', epochMs(1));
    terminate.abort(new Error('SIGTERM'));

    expect(await running).toBe('recorded');
  });

  test('by fail-fast is asked of all shards', async () => {
    const here = await world({
      job: { failFast: true },
      reply: (url) => ({ status: url.pathname === '/b' ? 500 : 200 }),
    });

    expect(await here.start(1)).toBe('recorded');
    expect((await here.runs.get('acme', PLACE.runId))?.stopReason).toBe('fail-fast');
    expect((await here.shard())?.counts).toMatchObject({ passed: 1, failed: 1, skipped: 2 });
  });

  test('comes when another attempt took the shard over, and nothing is recorded', async () => {
    const here = await world({ reply: () => ({ after: never }) });

    const running = here.start(1);
    await begun(here.http);
    await here.runs.claimAttempt({ ...PLACE, attempt: 2, nonce: 'later', executor: 'fargate', atEpochMs: epochMs(1) });
    await here.clock.advance(12_000);

    expect(await running).toBe('superseded');
    expect(here.token.answers).toEqual([]);
  });
});

describe('a second delivery', () => {
  test('waits until the shard is recorded before it answers', async () => {
    const here = await world();
    await here.runs.claimAttempt({ ...PLACE, attempt: 1, nonce: 'first', executor: 'lambda', atEpochMs: epochMs(1) });
    let answered = false;

    const waiting = awaitShard(PLACE, here, new AbortController().signal).then(() => (answered = true));
    await here.clock.advance(5000);
    const before = answered;
    await here.start(2);
    await here.clock.advance(1000);
    await waiting;

    expect([before, answered]).toEqual([false, true]);
  });

  test('of a shard whose run is being judged answers at once', async () => {
    const here = await world();
    await here.runs.advance('acme', PLACE.runId, 'judging', {});

    expect(await here.start(1)).toBe('duplicate');
    expect(here.token.answers).toEqual([{ output: {} }]);
    await awaitShard(PLACE, here, new AbortController().signal);
  });
});

describe('progress', () => {
  test('and live log are written while the shard runs, and the state machine hears a heartbeat', async () => {
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const here = await world({ reply: (url) => (url.pathname === '/c' ? { after: gate } : {}) });

    const running = here.start(1);
    while (here.http.requests.length < 3) await new Promise((resolve) => setImmediate(resolve));
    await here.clock.advance(20_000);
    const during = await here.shard();
    const live = here.staging.objects.get(`live/v1/acme/${PLACE.runId}/0000-01/00001.jsonl`)?.body;
    open();
    await running;

    expect(during?.casesDone).toBe(2);
    expect(
      Buffer.from(live ?? [])
        .toString()
        .trim()
        .split('\n'),
    ).toHaveLength(2);
    expect(here.token.heartbeats).toBe(1);
  });
});

describe('a program killed at', () => {
  const killAt =
    (point: CrashPoint): AtPoint =>
    (at, attempt) =>
      at === point && attempt === 1 ? new Promise(() => undefined) : Promise.resolve();

  test.each(CRASH_POINTS.filter((point) => !['after-first-case', 'after-half'].includes(point)))(
    '%s is redone once by the next attempt and counted once',
    async (point) => {
      const here = await world();
      // The first program never comes back from the point, as if it had been killed there.
      void here.start(1, { atPoint: killAt(point) });
      await here.clock.advance(100);
      for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));

      const outcome = await here.start(2);
      const shard = await here.shard();

      const wasRecorded = ['after-record', 'after-success'].includes(point);
      expect(outcome).toBe(wasRecorded ? 'duplicate' : 'recorded');
      expect(shard?.state).toBe('recorded');
      expect(shard?.attempts.filter(({ state }) => state === 'recorded')).toHaveLength(1);
      expect(shard?.counts?.passed).toBe(4);
      expect(here.token.answers.at(-1)).toEqual({ output: {} });
    },
  );
});
