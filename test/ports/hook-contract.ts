/** What every HookStore must do. */
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { Hook, HookCall, HookStore } from '#ports/hook-store';
import { T0 } from './samples.ts';

const newHook = (): Hook => ({
  id: randomBytes(16).toString('hex'),
  tenant: 'acme',
  runId: 'r1',
  answers: [500, 'timeout', 200],
  delayMs: 20,
  openedAtEpochMs: T0,
  expiresAtEpochMs: T0 + 60_000,
});

const call = (text: string): HookCall => ({
  method: 'POST',
  search: 'a=1',
  headers: { 'content-type': 'application/json' },
  body: Uint8Array.from(Buffer.from(text)),
  atEpochMs: T0 + 5,
});

const textOf = (body: Uint8Array | undefined): string => Buffer.from(body ?? []).toString();

export const hookContract = (implementation: string, open: () => HookStore): void => {
  describe(`${implementation}: webhook URLs`, () => {
    test('a hook is found by its id as it was opened, and closed it is expired', async () => {
      const hooks = open();
      const hook = newHook();
      await hooks.open(hook);

      const found = await hooks.get(hook.id);
      await hooks.close(hook.id, T0 + 7);

      expect(found).toEqual(hook);
      expect(await hooks.get(hook.id)).toEqual({ ...hook, expiresAtEpochMs: T0 + 7 });
      expect(await hooks.get(newHook().id)).toBeUndefined();
    });

    test('calls are kept byte for byte in the order of their coming, and read from any number on', async () => {
      const hooks = open();
      const { id } = newHook();
      const bytes = Uint8Array.from([0, 255, 128, 10]);
      await hooks.keep(id, { ...call(''), body: bytes }, (number) => 200 + number);
      await hooks.keep(id, call('{"n":2}'), () => null);

      const all = await hooks.callsAfter(id, 0);
      const after = await hooks.callsAfter(id, 1);

      expect(all.map(({ number, answered }) => [number, answered])).toEqual([
        [1, 201],
        [2, null],
      ]);
      expect([...(all[0]?.body ?? [])]).toEqual([...bytes]);
      expect(after.map(({ body }) => textOf(body))).toEqual(['{"n":2}']);
      expect(after[0]).toMatchObject({ method: 'POST', search: 'a=1', atEpochMs: T0 + 5 });
      expect(await hooks.callsAfter(id, 2)).toEqual([]);
    });

    test('calls that come at once get one number each, without gaps', async () => {
      const hooks = open();
      const { id } = newHook();

      await Promise.all(Array.from({ length: 12 }, (_, at) => hooks.keep(id, call(String(at)), () => 200)));

      const all = await hooks.callsAfter(id, 0);
      expect(all.map(({ number }) => number)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
      expect(new Set(all.map(({ body }) => textOf(body))).size).toBe(12);
    });
  });
};
