/** Structure versions of an operation, and what changed between them (C10). */
import { canonicalDigest } from '#core/canonical-json';
import { EMPTY_STRUCTURE, mergeStructures, type Structure } from '#core/structure';
import { nextStructure, structureChanges, type ChangeBounds, type StructureChange } from '#core/structure-changes';

/** Whose answers they are. */
export interface StructurePlace {
  readonly service: string;
  /** `GET /orders/{id}` */
  readonly operation: string;
}

/** A change as it is kept, listed by `GET /drift` and told in events. */
export interface DriftRecord extends StructureChange, StructurePlace {
  /** RFC 3339, UTC. */
  readonly detectedAt: string;
  readonly runId: string;
}

/** What answers of an operation looked like from one time on. */
export interface StructureVersion extends StructurePlace {
  readonly schemaVersion: 1;
  /** From 1; each told change begins a new one. */
  readonly version: number;
  /** Times that this version was written, from 1: what a writer must have read to replace it. */
  readonly revision: number;
  readonly since: string;
  /** What later answers are compared with. */
  readonly structure: Structure;
  /** Answers since then that showed nothing new, until they are enough to be part of it. */
  readonly recent: Structure;
  /** Over `structure`: equal digests look equal. */
  readonly digest: string;
}

export interface Advance {
  /** What is to be stored in place of the reference. */
  readonly next: StructureVersion;
  /** Empty for the first structure of an operation, and when nothing changed. */
  readonly records: readonly DriftRecord[];
}

export interface AdvanceFacts extends StructurePlace {
  readonly runId: string;
  readonly nowMs: number;
}

/** Recent answers for each one of the reference before they become part of it. */
const RECENT_SHARE = 1;

const version = (
  { service, operation }: StructurePlace,
  fields: Omit<StructureVersion, 'schemaVersion' | 'service' | 'operation' | 'digest'>,
): StructureVersion => ({
  schemaVersion: 1,
  service,
  operation,
  ...fields,
  digest: canonicalDigest(fields.structure),
});

/** Changes that the new answers alone show, and those that show only together with the ones before; each place and type once. */
const seenNowOrTogether = (
  reference: StructureVersion,
  now: Structure,
  together: Structure,
  bounds: ChangeBounds,
): { readonly changes: readonly StructureChange[]; readonly seen: Structure } => {
  const alone = structureChanges(reference.structure, now, bounds);
  if (alone.length > 0) return { changes: alone, seen: now };
  return { changes: structureChanges(reference.structure, together, bounds), seen: together };
};

/**
 * What follows from new answers of an operation: the changes to tell, and the version to keep.
 *
 * Pure. A change is told once, because it is part of the version that is kept then; equal answers are silence.
 *
 * @param reference undefined for an operation that was never seen: its structure becomes version 1 in silence
 */
export const advance = (
  reference: StructureVersion | undefined,
  now: Structure,
  facts: AdvanceFacts,
  bounds: ChangeBounds = {},
): Advance => {
  const detectedAt = new Date(facts.nowMs).toISOString();
  if (reference === undefined) {
    const first = { version: 1, revision: 1, since: detectedAt, structure: now, recent: EMPTY_STRUCTURE };
    return { next: version(facts, first), records: [] };
  }
  const together = mergeStructures(reference.recent, now);
  const { changes, seen } = seenNowOrTogether(reference, now, together, bounds);
  const revision = reference.revision + 1;
  if (changes.length === 0) {
    const enough = together.samples >= reference.structure.samples * RECENT_SHARE;
    const kept = enough
      ? { structure: mergeStructures(reference.structure, together), recent: EMPTY_STRUCTURE }
      : { structure: reference.structure, recent: together };
    const { version: number, since } = reference;
    return { next: version(facts, { version: number, revision, since, ...kept }), records: [] };
  }
  const merged = mergeStructures(reference.structure, seen);
  const next = version(facts, {
    version: reference.version + 1,
    revision,
    since: detectedAt,
    structure: nextStructure(reference.structure, seen, merged, changes),
    recent: EMPTY_STRUCTURE,
  });
  const { service, operation, runId } = facts;
  return { next, records: changes.map((change) => ({ service, operation, ...change, detectedAt, runId })) };
};
