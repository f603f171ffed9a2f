import type { Capability, Executor } from '#core/words';
import type { EnvironmentDefinition } from '#core/environment';
import type { SecretScan } from '#core/secret-scan';
import type { SuiteDefinition } from '#core/suite';

export interface PlannedSuite {
  readonly id: string;
  readonly capability: Capability;
  /** SHA-256 (hex) of the stored suite, and its key in the catalog bucket. */
  readonly digest: string;
  readonly key: string;
  readonly advisory: boolean;
  readonly cases: number;
}

export interface PlannedShard {
  readonly shard: number;
  readonly executor: Executor;
  readonly predictedMs: number;
  /** Case ids by suite id; dependencies of a case are always in its shard. */
  readonly cases: { readonly [suite: string]: readonly string[] };
  readonly caseCount: number;
  /** Which part of its loads this shard sends; all parts begin at once. Absent for a shard without load. */
  readonly part?: { readonly index: number; readonly of: number };
}

/** The plan of a run: one JSON file in staging, named by the run item with its digest. */
export interface Plan {
  readonly schema: 'assay/plan/v1';
  readonly tenant: string;
  readonly runId: string;
  readonly service: string;
  readonly version: string | null;
  readonly environment: EnvironmentDefinition;
  readonly suites: readonly PlannedSuite[];
  readonly shards: readonly PlannedShard[];
  readonly cases: number;
  readonly probeOn: 'none' | Executor;
}

/** What one runner is given: everything but secrets. */
export interface ShardJob {
  readonly schema: 'assay/job/v1';
  readonly tenant: string;
  readonly runId: string;
  readonly shard: number;
  /** Shards of the run: they share its rate limits. */
  readonly shards: number;
  readonly environment: EnvironmentDefinition;
  /** Suites cut down to this shard's cases. */
  readonly suites: readonly { readonly id: string; readonly digest: string; readonly definition: SuiteDefinition }[];
  /** Which part of its loads the shard sends: their definitions stand here whole, as the suite has them. */
  readonly part?: PlannedShard['part'];
  /** Shards that send parts of one load, this one included: none begins before all are ready. */
  readonly together?: readonly number[];
  readonly failFast: boolean;
  readonly deadlineEpochMs: number;
  readonly traceId: string;
}

/** One file an attempt left in staging. */
export interface AttemptFile {
  /** `results.jsonl.gz`, `log.jsonl.gz`, `attachments/…`: path below the attempt's prefix. */
  readonly path: string;
  readonly key: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly redactions: number;
}

/** Written last by an attempt: names every file it left. */
export interface AttemptManifest {
  readonly schema: 'assay/attempt/v1';
  readonly tenant: string;
  readonly runId: string;
  readonly shard: number;
  readonly attempt: number;
  readonly nonce: string;
  readonly startedAtEpochMs: number;
  readonly endedAtEpochMs: number;
  readonly stopped: boolean;
  readonly files: readonly AttemptFile[];
  readonly runner: { readonly version: string; readonly node: string; readonly image?: string };
  /** Result of the scan of every file for every secret the shard used (raw, URL, base64, JSON-escaped and more). */
  readonly secretScan: SecretScan;
}
