import type { DriftRecord, StructurePlace, StructureVersion } from '#core/drift';
import type { StructureStore } from '#ports/structure-store';
import { copied } from './copied.ts';

export interface InMemoryStructures extends StructureStore {
  /** Every change that was kept, oldest first. */
  readonly records: () => readonly DriftRecord[];
}

const keyOf = ({ service, operation }: StructurePlace): string => JSON.stringify([service, operation]);

/** StructureStore in memory, with the semantics that test/ports/structure-contract.ts holds each store to. */
export const inMemoryStructures = (): InMemoryStructures => {
  const kept = new Map<string, StructureVersion>();
  const records: DriftRecord[] = [];
  return {
    records: () => copied(records),
    latest: async (place) => {
      await Promise.resolve();
      const found = kept.get(keyOf(place));
      return found === undefined ? undefined : copied(found);
    },
    put: async (next, changes) => {
      await Promise.resolve();
      const known = kept.get(keyOf(next));
      if ((known?.revision ?? 0) !== next.revision - 1) return false;
      kept.set(keyOf(next), copied(next));
      records.push(...copied(changes));
      return true;
    },
  };
};
