import type { RequestTemplate } from '#core/suite';

/** A resource that a case created in the system under test, and how to remove it. */
export interface LedgerEntry {
  /** 32 hex digits. */
  readonly id: string;
  /** `service.suite` */
  readonly suite: string;
  readonly case: string;
  readonly row?: number;
  readonly name: string;
  readonly environment: string;
  /** Filled in but for secrets and tokens, which are still `{{names}}`. */
  readonly remove: RequestTemplate;
  /** Statuses (404) and classes (2xx) that count as removed. */
  readonly gone: readonly (number | string)[];
  readonly createdAtEpochMs: number;
}

/** Remembers what runs created until it is removed, also beyond the death of a runner (C1.1). */
export interface ResourceLedger {
  created(entry: LedgerEntry): Promise<void>;
  removed(id: string): Promise<void>;
}

/** Whose entries they are, and what somebody needs who removes them when nobody of the run is left. */
export interface LedgerRun {
  readonly tenant: string;
  readonly runId: string;
  /** Digests of the run's suites by `service.suite`. */
  readonly digests: ReadonlyMap<string, string>;
  /** Base URLs of the environment as the run knows them: elsewhere the same path would be somebody else's resource. */
  readonly targets: { readonly [name: string]: string };
}

/** A resource that nobody has removed yet. */
export interface LeftResource {
  readonly tenant: string;
  readonly runId: string;
  readonly suiteDigest: string;
  readonly targets: { readonly [name: string]: string };
  readonly entry: LedgerEntry;
  /** `stuck` after TRIES_UNTIL_STUCK tries; `given-up` ones are tried no more. */
  readonly state: 'left' | 'stuck' | 'given-up';
  /** Times that somebody set out to remove it. */
  readonly tries: number;
  readonly firstTryAtEpochMs?: number;
  /** Not to be looked at before; while somebody holds it, the end of his lease. */
  readonly nextTryAtEpochMs: number;
  /** Why the last try did not remove it; masked. */
  readonly reason?: string;
}

/** The ledgers of all runs, as the janitor sees them. Every change names the state that was read: of two who change it, one hears false. */
export interface LeftResources {
  /** The ledger that the runner of one shard writes to. */
  ofRun(run: LedgerRun): ResourceLedger;
  /** Left and stuck ones whose next try is due, longest due first; equal shares of all tenants. */
  due(nowEpochMs: number, limit: number, signal?: AbortSignal): Promise<readonly LeftResource[]>;
  /** Sets out to remove it: nobody else does so before `untilEpochMs`. @returns it with the try counted; undefined when somebody else was first */
  lease(
    resource: LeftResource,
    lease: { readonly nowEpochMs: number; readonly untilEpochMs: number },
    signal?: AbortSignal,
  ): Promise<LeftResource | undefined>;
  postpone(resource: LeftResource, nextTryAtEpochMs: number, reason?: string, signal?: AbortSignal): Promise<boolean>;
  giveUp(resource: LeftResource, reason: string, signal?: AbortSignal): Promise<boolean>;
  /** Stuck ones of all tenants, given up ones left out. */
  stuck(limit: number, signal?: AbortSignal): Promise<readonly LeftResource[]>;
}
