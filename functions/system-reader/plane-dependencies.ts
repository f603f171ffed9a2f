import type { BlobStore } from '#ports/blob-store';
import type { Orchestrator } from '#ports/orchestrator';
import type { RunStore } from '#ports/run-store';
import type { Dependency } from './check-readiness.ts';

export interface PlaneStores {
  readonly runs: RunStore;
  readonly staging: BlobStore;
  readonly orchestrator: Orchestrator;
}

/** Asks for things that cannot be there: the cheapest question that needs the service, and our right to use it, to be answered. */
const NOBODY = { tenant: '-', runId: '-' } as const;
const NOTHING = 'v1/-/readiness';

/** What the plane cannot work without. */
export const planeDependencies = ({ runs, staging, orchestrator }: PlaneStores): readonly Dependency[] => [
  { name: 'table', probe: (signal) => runs.get(NOBODY.tenant, NOBODY.runId, signal) },
  { name: 'staging', probe: (signal) => staging.list(NOTHING, signal) },
  { name: 'orchestrator', probe: (signal) => orchestrator.runStatus(NOBODY, signal) },
];
