import type { LoadEntry } from '#core/acts/load';
import type { LoadLimits } from '#core/load-plan';
import type { SubstituteOptions } from '#core/template';
import type { LoadHost, LoadTransport, PreparedRequest, StartLine } from '#ports/load-transport';

/** One request with its values, and what its checks may use. */
export interface Iteration {
  readonly request: PreparedRequest;
  readonly options: SubstituteOptions;
}

/** Fills entries in. */
export interface LoadRequests {
  /** True when every iteration would be the same: it is filled in once a second then, for tokens that are renewed. */
  readonly isFixed: (entry: LoadEntry) => boolean;
  /**
   * @param number of the iteration in the whole load: equal seeds and numbers give equal requests
   * @throws what cannot be filled in
   */
  readonly prepare: (entry: LoadEntry, number: number) => Iteration;
  /** Called once a second while the load runs: fetches tokens that are about to expire. */
  readonly refresh?: () => Promise<void>;
}

/** Figures while a load runs; of this shard, since its beginning where nothing else is said. */
export interface LoadProgress {
  readonly atMs: number;
  readonly ofMs: number;
  readonly users: number;
  /** Answers a second since the last figures. */
  readonly rps: number;
  readonly requests: number;
  readonly failed: number;
  readonly p50: number | undefined;
  readonly p95: number | undefined;
  readonly p99: number | undefined;
}

/** What a load needs beside the context of a probe. */
export interface LoadPorts {
  readonly transport: (connections: number) => LoadTransport;
  readonly host: LoadHost;
  readonly requests: LoadRequests;
  /** Of the environment, for all shards together. */
  readonly limits?: LoadLimits;
  /** Where several shards share the load. */
  readonly startLine?: StartLine;
  readonly onProgress?: (progress: LoadProgress) => void;
}
