/** Requirement C3, row 6: fetched once for however many wait, fetched anew once when it expires or is refused. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sharedToken } from '#engines/client/shared-token';
import type { FetchedToken, SharedToken } from '#engines/client/shared-token';
import { virtualClock } from '../../doubles/time.ts';
import type { VirtualClock } from '../../doubles/time.ts';

/** A login whose n-th token is `token-n`, as slow and as short-lived as told. */
const login = (
  clock: VirtualClock,
  given: { takesMs?: number; expiresInMs?: number; failFirst?: number } = {},
): { token: SharedToken<string>; begun: () => number; stopped: () => number } => {
  let begun = 0;
  let stopped = 0;
  const fetch = async (signal: AbortSignal): Promise<FetchedToken<string>> => {
    const number = (begun += 1);
    signal.addEventListener('abort', () => (stopped += 1));
    await clock.sleep(given.takesMs ?? 50, signal);
    if (number <= (given.failFirst ?? 0)) throw new Error(`login ${String(number)} failed`);
    return {
      value: `token-${String(number)}`,
      ...(given.expiresInMs === undefined ? {} : { expiresInMs: given.expiresInMs }),
    };
  };
  return { token: sharedToken({ clock, fetch }), begun: () => begun, stopped: () => stopped };
};

describe('one login (row 6)', () => {
  test('50 users at once cause exactly one, in 10,000 random schedules also when the token is refused midway', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(30), { minLength: 50, maxLength: 50 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        async (delays, takesMs, callMs) => {
          const clock = virtualClock();
          const { token, begun } = login(clock, { takesMs });
          // The first 50 calls meet the first token while it is good; from 200 ms on only the second one is.
          const isGood = (value: string): boolean =>
            value === (clock.nowMs() < 1_800_000_000_200 ? 'token-1' : 'token-2');
          let calls = 0;
          const user = async (delay: number): Promise<boolean[]> => {
            const call = async (value: string): Promise<boolean> => {
              calls += 1;
              const good = isGood(value);
              if (delay % 3 === 0) await clock.sleep(callMs);
              return good;
            };
            if (delay > 25) await clock.sleep(delay);
            const early = await token.use(call, (good) => !good);
            if (delay % 5 === 0) await clock.sleep(Math.max(0, 1_800_000_000_300 - clock.nowMs()) + delay);
            else await clock.sleep(1_800_000_000_300 - clock.nowMs());
            return [early, await token.use(call, (good) => !good)];
          };

          const results = await clock.run(Promise.all(delays.map(user)));

          const refused = calls - 100;
          return begun() === 2 && results.flat().every(Boolean) && refused >= 1 && refused <= 50;
        },
      ),
      { numRuns: 10_000 },
    );
  });

  test('all 50 that were refused with one generation get the next one and act exactly once more', async () => {
    const clock = virtualClock();
    const { token, begun } = login(clock);
    const seen: string[] = [];
    const act = async (value: string): Promise<number> => {
      seen.push(value);
      await clock.sleep(10);
      return value === 'token-1' ? 401 : 200;
    };

    const statuses = await clock.run(
      Promise.all(Array.from({ length: 50 }, () => token.use(act, (status) => status === 401))),
    );

    expect(statuses).toEqual(Array(50).fill(200));
    expect(seen).toEqual([...Array<string>(50).fill('token-1'), ...Array<string>(50).fill('token-2')]);
    expect(begun()).toBe(2);
  });

  test('a target that refuses every token gets each user’s request twice, and each user one answer', async () => {
    const clock = virtualClock();
    const { token, begun } = login(clock);
    let calls = 0;
    const act = (): Promise<number> => Promise.resolve((calls += 1) > 0 ? 401 : 200);

    const statuses = await clock.run(
      Promise.all(Array.from({ length: 50 }, () => token.use(act, (status) => status === 401))),
    );

    expect(statuses).toEqual(Array(50).fill(401));
    expect([calls, begun()]).toEqual([100, 2]);
  });

  test('who was refused late, with a generation that is already replaced, causes no login', async () => {
    const clock = virtualClock();
    const { token, begun } = login(clock);
    const first = await clock.run(token.get());
    const second = await clock.run(token.refresh(first.generation));

    const late = await clock.run(token.refresh(first.generation));

    expect([late, second]).toEqual([
      { value: 'token-2', generation: 2 },
      { value: 'token-2', generation: 2 },
    ]);
    expect(begun()).toBe(2);
  });
});

describe('expiry (row 6)', () => {
  test.each([
    [3_600_000, 3_569_999, 3_570_000],
    [10_000, 8999, 9000],
  ])(
    'a token good for %d ms is used until %d ms after it was asked for, and not at %d',
    async (expiresInMs, lastMs, overMs) => {
      const clock = virtualClock();
      const { token, begun } = login(clock, { takesMs: 50, expiresInMs });
      await clock.run(token.get());

      await clock.advance(lastMs - 50);
      const still = await clock.run(token.get());
      await clock.advance(overMs - lastMs);
      const renewed = await clock.run(Promise.all([token.get(), token.get()]));

      expect(still.generation).toBe(1);
      expect(renewed.map(({ generation }) => generation)).toEqual([2, 2]);
      expect(begun()).toBe(2);
    },
  );

  test.each([0, -5])(
    'one that is over when it comes (%d ms) serves those who wait and nobody later',
    async (expiresInMs) => {
      const clock = virtualClock();
      const { token, begun } = login(clock, { expiresInMs });

      const both = await clock.run(Promise.all([token.get(), token.get()]));
      await clock.run(token.get());

      expect(both.map(({ value }) => value)).toEqual(['token-1', 'token-1']);
      expect(begun()).toBe(2);
    },
  );
});

describe('failure and giving up (row 6)', () => {
  test('a login that fails fails for all who wait and is tried again by the next one', async () => {
    const clock = virtualClock();
    const { token, begun } = login(clock, { failFirst: 1 });

    const outcomes = await clock.run(Promise.allSettled(Array.from({ length: 50 }, () => token.get())));
    const next = await clock.run(token.get());

    expect(outcomes.map((outcome) => outcome.status === 'rejected' && String(outcome.reason))).toEqual(
      Array(50).fill('Error: login 1 failed'),
    );
    expect(next).toEqual({ value: 'token-2', generation: 1 });
    expect(begun()).toBe(2);
  });

  test('a refused token is not handed out again when its refresh failed', async () => {
    const clock = virtualClock();
    const fetches = [
      (): FetchedToken<string> => {
        throw new Error('login is down');
      },
      (): FetchedToken<string> => ({ value: 'new' }),
    ];
    const token = sharedToken({
      clock,
      fetch: () => Promise.resolve().then(() => fetches.shift()?.() ?? { value: 'none' }),
    });
    const old = token.keep({ value: 'old' });

    await expect(token.refresh(old.generation)).rejects.toThrow('login is down');

    expect(await token.get()).toEqual({ value: 'new', generation: 2 });
  });

  test('one user who gives up stops nobody; the last one who does stops the login', async () => {
    const clock = virtualClock();
    const { token, stopped, begun } = login(clock);
    const [one, two] = [new AbortController(), new AbortController()];
    const gone = token.get(one.signal);
    const stays = token.get(two.signal);

    one.abort(new Error('first'));
    await expect(gone).rejects.toThrow('first');
    const afterFirst = stopped();
    two.abort(new Error('second'));
    await expect(stays).rejects.toThrow('second');

    expect([afterFirst, stopped()]).toEqual([0, 1]);
    expect(await clock.run(token.get())).toEqual({ value: 'token-2', generation: 1 });
    expect(begun()).toBe(2);
  });

  test('a login that nobody waited for any more does not replace what came after it', async () => {
    const clock = virtualClock();
    let number = 0;
    const deaf = async (): Promise<FetchedToken<string>> => {
      const value = `token-${String((number += 1))}`;
      await clock.sleep(value === 'token-1' ? 500 : 10);
      return { value };
    };
    const token = sharedToken({ clock, fetch: deaf });
    const stop = new AbortController();
    const gone = token.get(stop.signal);
    await clock.advance(1);
    stop.abort(new Error('gone'));
    await expect(gone).rejects.toThrow('gone');
    await clock.run(token.get());

    await clock.advance(1000);

    expect(await token.get()).toEqual({ value: 'token-2', generation: 1 });
  });

  test('a token that was fetched otherwise is used, and replaced like any', async () => {
    const clock = virtualClock();
    const { token, begun } = login(clock);

    const kept = token.keep({ value: 'captured', expiresInMs: 1000 });
    const used = await token.get();
    await clock.advance(900);
    const renewed = await clock.run(token.get());

    expect([kept, used]).toEqual(Array(2).fill({ value: 'captured', generation: 1 }));
    expect([renewed.value, begun(), token.fetches()]).toEqual(['token-1', 1, 1]);
  });
});
