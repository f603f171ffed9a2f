import { exists, isNew } from '#aws/expression';
import { hookCallKey, hookKey } from '#aws/keys';
import { upcast, withoutTableAttributes } from '#aws/schema-version';
import { openTable, type Table, type TableConfig } from '#aws/table';
import type { Item } from '#aws/table-types';
import { problem } from '#core/problems';
import { HOOK_CALLS_MAX, type Hook, type HookStore, type StoredCall } from '#ports/hook-store';

/** Calls at once that want the same number: each loser takes the next one. */
const RACES_MAX = 50;
/** Hooks and calls are of no use after their run; an hour covers clocks and late readers. */
const KEPT_SECONDS = 3600;

const fieldsOf = (item: Item): Item => {
  const { schemaVersion: _version, ...fields } = withoutTableAttributes(upcast(item));
  return fields;
};

const expiryOf = (expiresAtEpochMs: number): number => Math.floor(expiresAtEpochMs / 1000) + KEPT_SECONDS;

const FIRST = 'CALL#0000';
const LAST = 'CALL#~';

const lastNumber = async (table: Table, id: string, signal?: AbortSignal): Promise<number> => {
  const range = { pk: hookKey(id).pk, between: [FIRST, LAST] as const, newestFirst: true, limit: 1 };
  const [last] = (await table.query(range, signal)).items;
  return last === undefined ? 0 : Number(last['number']);
};

const keep =
  (table: Table): HookStore['keep'] =>
  async (id, call, answered, signal) => {
    const expiresAtEpochSeconds = expiryOf(call.atEpochMs + 24 * 3_600_000);
    let number = (await lastNumber(table, id, signal)) + 1;
    for (let races = 0; races < RACES_MAX; races += 1, number += 1) {
      if (number > HOOK_CALLS_MAX) return undefined;
      const stored: StoredCall = { ...call, number, answered: answered(number) };
      const item = { schemaVersion: 1, ...stored, ...hookCallKey(id, number), expiresAtEpochSeconds };
      if ((await table.put({ item, where: isNew }, signal)).written) return stored;
    }
    throw problem('dependency-unavailable', 'too many calls to one webhook at once', { retryAfterSeconds: 1 });
  };

/** Webhook URLs and what came to them, in the one table; docs/data-model.md lists the keys. */
export const dynamoHooks = (config: TableConfig): HookStore => {
  const table = openTable(config);
  return {
    open: async (hook, signal) => {
      const item = { schemaVersion: 1, ...hook, expiresAtEpochSeconds: expiryOf(hook.expiresAtEpochMs) };
      await table.put({ item: { ...item, ...hookKey(hook.id) }, where: isNew }, signal);
    },
    get: async (id, signal) => {
      const item = await table.get(hookKey(id), signal);
      return item === undefined ? undefined : (fieldsOf(item) as unknown as Hook);
    },
    keep: keep(table),
    callsAfter: async (id, known, signal) => {
      const between = [hookCallKey(id, known + 1).sk, LAST] as const;
      const items = await table.queryAll({ pk: hookKey(id).pk, between }, signal);
      return items.map((item) => fieldsOf(item) as unknown as StoredCall);
    },
    close: async (id, atEpochMs, signal) => {
      await table.update(hookKey(id), { set: [[['expiresAtEpochMs'], atEpochMs]], where: exists }, signal);
    },
  };
};
