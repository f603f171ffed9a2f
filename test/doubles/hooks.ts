import { HOOK_CALLS_MAX, type Hook, type HookStore, type StoredCall } from '#ports/hook-store';

/** A HookStore in memory, with the semantics that test/ports/hook-contract.ts holds it and the DynamoDB adapter to. */
export const inMemoryHooks = (): HookStore => {
  const hooks = new Map<string, Hook>();
  const calls = new Map<string, StoredCall[]>();
  const later = async <T>(act: () => T, signal?: AbortSignal): Promise<T> => {
    await Promise.resolve();
    signal?.throwIfAborted();
    return act();
  };
  return {
    open: (hook, signal) => later(() => void (hooks.has(hook.id) || hooks.set(hook.id, hook)), signal),
    get: (id, signal) => later(() => hooks.get(id), signal),
    keep: (id, call, answered, signal) =>
      later(() => {
        const kept = calls.get(id) ?? [];
        if (kept.length >= HOOK_CALLS_MAX) return undefined;
        const number = kept.length + 1;
        const stored = { ...call, number, answered: answered(number) };
        calls.set(id, [...kept, stored]);
        return stored;
      }, signal),
    callsAfter: (id, known, signal) => later(() => (calls.get(id) ?? []).slice(known), signal),
    close: (id, expiresAtEpochMs, signal) =>
      later(() => {
        const hook = hooks.get(id);
        if (hook !== undefined) hooks.set(id, { ...hook, expiresAtEpochMs });
      }, signal),
  };
};
