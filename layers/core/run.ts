import type { VerdictCounts } from '#core/case-result';
import type { Severity } from '#core/finding';
import type { GateAnswer, Capability, Executor, RunState, ShardState, StopReason } from '#core/words';

/** Tags that must all, any, or not be there; an array of strings means all. */
export type TagSelector =
  | readonly string[]
  | { readonly all?: readonly string[]; readonly any?: readonly string[]; readonly none?: readonly string[] };

export interface RunSelectors {
  readonly service?: string;
  readonly version?: string;
  readonly tags?: TagSelector;
  readonly capability?: Capability | readonly Capability[];
  /** Suite ids `service.suite`, or `suite` where the service is named. */
  readonly suites?: readonly string[];
  /** Case ids, `suite/case` or `case`. */
  readonly cases?: readonly string[];
}

/** D1's rules, first part. Absent fields take GATE_DEFAULTS (core/gate.ts). */
export interface GateRules {
  /** Most failed or errored blocking cases per risk. */
  readonly maxFailures?: {
    readonly low?: number;
    readonly medium?: number;
    readonly high?: number;
    readonly critical?: number;
  };
  readonly minCasesRan?: number;
  readonly requiredSuites?: readonly string[];
  /** Share 0 to 1 of requests without a judged answer. */
  readonly errorRate?: { readonly warn?: number; readonly fail?: number };
  readonly p95Ms?: { readonly warn?: number; readonly fail?: number };
  readonly flakeRate?: { readonly warn?: number; readonly fail?: number };
  /** Warnings of blocking cases, counted; every warning is listed whatever this says. */
  readonly maxWarnings?: { readonly fail?: number };
  /** Cases that may be skipped because what they require is not there (C1.2); 0 when absent. */
  readonly maxUnmetRequirements?: number;
  /** Findings of the service, of this run and of earlier ones (C7.2); off when absent. */
  readonly findings?: {
    /** Most open ones of a severity; any number of those left out. */
    readonly maxOpen?: { readonly [severity in Severity]?: number };
    /** What one does that was not fixed, or not looked at, in time. */
    readonly overdue?: 'shut' | 'warn';
  };
}

export interface GateReason {
  /** Stable code, kebab-case: `failures-over-limit`, `shard-lost`, … */
  readonly code: string;
  /** One sentence a person can act on; holds nothing that the target answered. */
  readonly message: string;
  /** What was expected and what came. Only for readers with `payload:read` (F1.1). */
  readonly detail?: string;
  /** `shut` and `inconclusive` decide; `warn` and `info` never do. */
  readonly effect: 'shut' | 'inconclusive' | 'warn' | 'info';
  readonly suite?: string;
  readonly case?: string;
  /** Evidence: path of the API or a file of the bundle. */
  readonly evidence?: string;
}

export interface GateResult {
  readonly answer: GateAnswer;
  readonly reasons: readonly GateReason[];
  readonly counts: VerdictCounts;
  readonly errorRate: number | null;
  readonly p95Ms: number | null;
  readonly degraded: boolean;
}

export interface RunError {
  readonly code: string;
  readonly message: string;
}

/** The run as the catalog holds it. */
export interface Run {
  readonly schemaVersion: 1;
  readonly tenant: string;
  readonly runId: string;
  readonly state: RunState;
  readonly name: string;
  readonly description?: string;
  readonly labels: { readonly [key: string]: string };
  readonly selectors: RunSelectors;
  readonly service: string;
  /** Version under test; null when nothing was registered or deployed yet. */
  readonly version: string | null;
  readonly environment: string;
  /** What the caller left open and how it was resolved, for the answer (A1.1). */
  readonly resolved: {
    readonly environment: string;
    readonly environmentFrom: string;
    readonly version: string | null;
    readonly versionFrom: string;
  };
  readonly suites: readonly string[];
  /** Capabilities of its suites, each once, sorted; absent for runs that were recorded before this field was. */
  readonly suiteTypes?: readonly Capability[];
  readonly gateRules: GateRules;
  readonly executor?: Executor;
  readonly shardLimit?: number;
  readonly failFast: boolean;
  readonly priority?: string;
  readonly idempotencyKeyHash?: string;
  readonly payloadHash: string;
  readonly traceId: string;
  readonly principal: string;
  readonly acceptedAtEpochMs: number;
  readonly deadlineEpochMs: number;
  readonly startedAtEpochMs?: number;
  /** Set by plan-run. */
  readonly planKey?: string;
  readonly planSha256?: string;
  readonly shards?: number;
  readonly cases?: number;
  readonly predictedMs?: number;
  readonly lastRecordedAtEpochMs?: number;
  readonly stopRequestedAtEpochMs?: number;
  readonly stopReason?: StopReason;
  readonly stopBy?: string;
  /** A reason to judge without results: plan failed, target unhealthy. */
  readonly error?: RunError;
  readonly frozen?: FrozenAttempts;
  readonly gate?: GateResult;
  readonly judgedAtEpochMs?: number;
  readonly sealedAtEpochMs?: number;
  readonly seal?: SealRecord;
  readonly sealError?: RunError;
  readonly rerunOf?: string;
  /** The first run of the chain of reruns. */
  readonly lineage?: readonly string[];
  /** For a rerun: exactly these cases, by suite id. */
  readonly onlyCases?: { readonly [suite: string]: readonly string[] };
}

/** One execution of a shard, as the shard item keeps it. */
export interface Attempt {
  readonly attempt: number;
  readonly nonce: string;
  readonly executor: Executor;
  readonly state: 'running' | 'recorded' | 'lost' | 'superseded' | 'late';
  readonly taskArn?: string;
  readonly startedAtEpochMs: number;
  readonly heartbeatAtEpochMs?: number;
  readonly endedAtEpochMs?: number;
  readonly stopCode?: string;
  readonly reason?: string;
  readonly counts?: VerdictCounts;
  /** Staging key and SHA-256 (hex) of the attempt's list of files; the unit that judge and sealer trust. */
  readonly attemptKey?: string;
  readonly attemptSha256?: string;
  /** True when the runner stopped early because a stop was requested. */
  readonly stopped?: boolean;
}

export interface Shard {
  readonly schemaVersion: 1;
  readonly tenant: string;
  readonly runId: string;
  readonly shard: number;
  readonly state: ShardState;
  readonly executor: Executor;
  readonly cases: number;
  readonly casesDone: number;
  readonly counts?: VerdictCounts;
  readonly predictedMs: number;
  /** 0 until the first attempt is claimed. */
  readonly attempt: number;
  readonly nonce?: string;
  readonly attempts: readonly Attempt[];
  readonly lostReason?: string;
}

/** The set of attempts that judge-run froze with one conditional write; judge, sealer and learner read only this. */
export interface FrozenAttempts {
  readonly frozenAtEpochMs: number;
  readonly attempts: readonly (Attempt & { readonly shard: number; readonly used: boolean })[];
}

export interface SealedObject {
  readonly key: string;
  readonly versionId: string;
  readonly sha256: string;
  readonly bytes: number;
}

export interface SealRecord {
  readonly bucket: string;
  readonly prefix: string;
  readonly manifest: SealedObject;
  readonly objects: number;
  readonly bytes: number;
}
