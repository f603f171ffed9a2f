import type { VerdictCounts } from '#core/case-result';
import type { SelectionIndex, StoredEnvironment, StoredService } from '#core/catalog';
import type { PlannedShard } from '#core/plan';
import type { Attempt, FrozenAttempts, GateResult, Run, RunError, SealRecord, Shard } from '#core/run';
import type { EpochMs } from '#core/units';
import type { Executor, RunState, StopReason } from '#core/words';
import type { Page, PageRequest } from '#ports/page';

/** Everything that POST /tests/run needs, in one read. */
export interface SubmissionFacts {
  readonly existing?: Run;
  readonly service?: StoredService;
  readonly selection?: SelectionIndex;
  readonly environment?: StoredEnvironment;
}

export interface RunFilter {
  readonly service?: string;
  readonly environment?: string;
  readonly state?: RunState;
  /** `key=value` */
  readonly label?: string;
  readonly fromEpochMs?: number;
  readonly toEpochMs?: number;
}

export interface AttemptClaim {
  readonly tenant: string;
  readonly runId: string;
  readonly shard: number;
  /** Counted by the state machine: 1 for the first start of the shard, then one more for each retry. */
  readonly attempt: number;
  readonly nonce: string;
  readonly executor: Executor;
  readonly taskArn?: string;
  readonly atEpochMs: EpochMs;
}

/** Points at one attempt; every write of a runner carries it and fails once the attempt was superseded or frozen. */
export interface AttemptKey {
  readonly tenant: string;
  readonly runId: string;
  readonly shard: number;
  readonly attempt: number;
  readonly nonce: string;
}

export interface RunStore {
  /** One consistent read. `runId` is given when an Idempotency-Key derives it. `existing` is as `list` shows it: without frozen set and reasons. */
  loadForSubmission(
    query: { tenant: string; service: string; runId?: string; environment?: string },
    signal?: AbortSignal,
  ): Promise<SubmissionFacts>;
  /**
   * Conditional put of the run and its label rows, one call. The first run under this id wins; `created` is false when it was there
   * before, and `run` is then as `list` shows it.
   */
  claim(run: Run, signal?: AbortSignal): Promise<{ readonly run: Run; readonly created: boolean }>;
  get(tenant: string, runId: string, signal?: AbortSignal): Promise<Run | undefined>;
  /** Why the run shall stop, undefined while nobody asked: a read of two fields, for those who look every few seconds. */
  getStop(tenant: string, runId: string, signal?: AbortSignal): Promise<StopReason | undefined>;
  /** Run and shards in one query. */
  getWithShards(
    tenant: string,
    runId: string,
    signal?: AbortSignal,
  ): Promise<{ readonly run: Run; readonly shards: readonly Shard[] } | undefined>;
  /** Newest first; `fromEpochMs` inclusive, `toEpochMs` exclusive. Listed runs carry no frozen set, and their gate no reasons. */
  list(tenant: string, filter: RunFilter, page: PageRequest, signal?: AbortSignal): Promise<Page<Run>>;
  /**
   * Runs not yet sealed nor set aside and accepted before `olderThan`, oldest first, over all tenants with a service: what the reconciler
   * looks at. Above the limit each tenant has an equal share. As `list` shows them.
   */
  listOpen(olderThan: EpochMs, limit: number, signal?: AbortSignal): Promise<readonly Run[]>;
  /** Takes a run out of `listOpen` for good, because nothing that is repeated will seal it; a seal that comes all the same is kept. Repeatable. */
  setAside(tenant: string, runId: string, signal?: AbortSignal): Promise<void>;
  /** The oldest runs that were set aside and are not sealed, shared and shown as in `listOpen`. */
  listSetAside(limit: number, signal?: AbortSignal): Promise<readonly Run[]>;

  /**
   * Moves forward only; false when the run was already there or beyond. From `judging` on no attempt can be claimed: move there
   * before the shards are read and frozen, so that an attempt is either seen or told that it came late.
   */
  advance(tenant: string, runId: string, to: RunState, fields: Partial<Run>, signal?: AbortSignal): Promise<boolean>;
  /** First stop wins; false when one was requested before or the run is being judged already. */
  requestStop(
    tenant: string,
    runId: string,
    reason: StopReason,
    by: string,
    at: EpochMs,
    signal?: AbortSignal,
  ): Promise<boolean>;
  /** First error wins; nothing changes after the gate result. */
  recordError(tenant: string, runId: string, error: RunError, signal?: AbortSignal): Promise<void>;

  /** Repeatable: a shard that is there already is left alone. */
  putShards(tenant: string, runId: string, shards: readonly PlannedShard[], signal?: AbortSignal): Promise<void>;
  /**
   * Takes the shard for one attempt when its number is higher than any before, the shard is neither recorded nor lost, and the run is
   * neither being judged nor frozen. The attempt before it becomes `superseded`. The same claim (number and nonce) may be repeated.
   * undefined: a duplicate or too late; it must do nothing but look at the shard and answer its own task token.
   */
  claimAttempt(claim: AttemptClaim, signal?: AbortSignal): Promise<Shard | undefined>;
  /** Progress for people; false when this attempt no longer holds the shard. */
  heartbeat(
    key: AttemptKey,
    progress: { casesDone: number; counts: VerdictCounts },
    at: EpochMs,
    signal?: AbortSignal,
  ): Promise<boolean>;
  /** Ends an attempt with its results; repeatable. false: superseded, given up or frozen; it is then kept as `late`, never counted. */
  recordAttempt(
    key: AttemptKey,
    outcome: { counts: VerdictCounts; casesDone: number; attemptKey: string; attemptSha256: string; stopped: boolean },
    at: EpochMs,
    signal?: AbortSignal,
  ): Promise<boolean>;
  /** Ends an attempt without results (killed, crashed, or never started); the shard stays open for another one. */
  failAttempt(
    key: Omit<AttemptKey, 'nonce'>,
    reason: string,
    stopCode: string | undefined,
    at: EpochMs,
    signal?: AbortSignal,
  ): Promise<void>;
  /** Gives the shard up unless it was recorded; false when it was recorded or given up before. A lost shard stays lost. */
  markLost(
    tenant: string,
    runId: string,
    shard: number,
    reason: string,
    at: EpochMs,
    signal?: AbortSignal,
  ): Promise<boolean>;
  getShard(tenant: string, runId: string, shard: number, signal?: AbortSignal): Promise<Shard | undefined>;

  /** One conditional write; the first set wins and is returned to everybody. Late attempts fail from then on. */
  freeze(tenant: string, runId: string, set: FrozenAttempts, signal?: AbortSignal): Promise<FrozenAttempts>;
  /** First gate wins. At most 500 reasons are kept, deciding ones first, and one that counts the rest. */
  recordGate(tenant: string, runId: string, gate: GateResult, at: EpochMs, signal?: AbortSignal): Promise<Run>;
  /** Repeatable with the same manifest; `evidence-conflict` for another one, `invariant-broken` before the gate result. */
  recordSeal(tenant: string, runId: string, seal: SealRecord, at: EpochMs, signal?: AbortSignal): Promise<void>;
  recordSealError(tenant: string, runId: string, error: RunError, signal?: AbortSignal): Promise<void>;
}

export type { Attempt };
