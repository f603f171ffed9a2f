import type { Item } from '#aws/table-types';
import { problem } from '#core/problems';

/** Turns an item of one schema version into the next one. */
export type Upgrade = (item: Item) => Item;

/**
 * The item as today's code knows it. Old items stay as they were written and are lifted when they are read: there is no migration run.
 *
 * @param upgrades the step from version 1 to 2 first; none while 1 is the newest
 * @throws invariant-broken for an item of a newer version than this code knows: half of it would be read as if it were all
 */
export const upcast = (item: Item, upgrades: readonly Upgrade[] = []): Item => {
  const version = item['schemaVersion'];
  const newest = upgrades.length + 1;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1 || version > newest) {
    const place = `${String(item['pk'])} ${String(item['sk'])}`;
    throw problem('invariant-broken', `${place}: schemaVersion must be 1 to ${newest}, got ${String(version)}`);
  }
  return upgrades.slice(version - 1).reduce((lifted, upgrade) => upgrade(lifted), item);
};

const TABLE_ATTRIBUTES = /^(pk|sk|gsi[1-4](pk|sk)|putBy|updatedByWrite|expiresAtEpochSeconds)$/;

/** The domain's fields of an item, without keys, write tokens and expiry. */
export const withoutTableAttributes = (item: Item): Item =>
  Object.fromEntries(Object.entries(item).filter(([attribute]) => !TABLE_ATTRIBUTES.test(attribute)));
