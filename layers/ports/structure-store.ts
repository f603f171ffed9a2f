import type { DriftRecord, StructurePlace, StructureVersion } from '#core/drift';

/** Keeps what answers of each operation look like, version by version, and the changes between them (C10). */
export interface StructureStore {
  /** The version that answers are compared with; undefined for an operation that was never seen. */
  latest(place: StructurePlace, signal?: AbortSignal): Promise<StructureVersion | undefined>;
  /**
   * Replaces the version that was read, or adds the next one, together with the changes that led to it: both or neither.
   *
   * @param next `revision` is one more than that of the version that was read, 1 for the first
   * @returns false when another run was quicker: read again and compare again, so that no change is told twice
   */
  put(next: StructureVersion, changes: readonly DriftRecord[], signal?: AbortSignal): Promise<boolean>;
}
