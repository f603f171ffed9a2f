import type { StepRecord } from '#core/case-result';
import type { DependencyGraph } from '#core/dependency-graph';
import type { EnvironmentDefinition } from '#core/environment';
import type { KnownSecret } from '#core/masking';
import type { SuiteDefinition } from '#core/suite';
import type { Json } from '#core/units';
import type { RequestSender } from '#engines/functional/send-request';
import type { CaseSink, EnginePorts } from '#engines/functional/ports';
import type { ContractCheck } from '#engines/functional/contract-check';
import type { CreatedLog } from '#engines/functional/created-resources';
import type { SecretVault } from '#engines/functional/secret-vault';
import type { TokenKeeper } from '#engines/functional/token-keeper';
import type { Scope } from '#engines/functional/variables';
import type { CookieJar } from '#ports/http';
import type { OpenCatcher } from '#ports/webhook-catcher';

/** Milliseconds until a request without an answer is errored (C4). */
export const TIMEOUT_MS_DEFAULT = 10_000;
/** Milliseconds before a failed case is run again (A3.1). */
export const RERUN_DELAY_MS_DEFAULT = 1000;

/** Milliseconds that teardown and removal may take after a stop (C1.1); a Fargate task is killed 120 s after it was told to end. */
export const CLEANUP_MS_MAX = 60_000;

/** Everything the cases of one suite share. */
export interface SuiteContext {
  readonly id: string;
  readonly suite: SuiteDefinition;
  readonly graph: DependencyGraph;
  readonly environment: EnvironmentDefinition;
  readonly traceId: string;
  readonly runId: string;
  /** Everything generated follows from it. */
  readonly seed: string;
  readonly ports: EnginePorts;
  readonly sink: CaseSink;
  readonly vault: SecretVault;
  readonly scope: Scope;
  readonly tokens: TokenKeeper;
  /** Present where the suite names a contract. */
  readonly contract?: ContractCheck;
  readonly created: CreatedLog;
  readonly sender: RequestSender;
  /** Of this row, or of all cases without one; absent where the suite wants none. */
  readonly cookies?: CookieJar;
  /** Open webhook catchers by name. */
  readonly catchers: ReadonlyMap<string, OpenCatcher>;
  /** Captured tokens by variable, so that commands in reports can name them. */
  readonly tokenValues: KnownSecret[];
  /** Aborted when the run stops or the suite's time is up. */
  readonly signal: AbortSignal;
  /** For what cleans up: aborted only CLEANUP_MS_MAX after `signal`. */
  readonly cleanup: AbortSignal;
  /** Makes a generated value for a case; equal arguments give equal values. */
  readonly generate: (expression: string, place: string, atEpochMs: number) => Json;
}

/** What all tries of one case, in one row, share. */
export interface CaseContext extends SuiteContext {
  readonly caseId: string;
  /** Variables that steps of the case captured. */
  readonly local: Map<string, Json>;
  /** Generated values by their place, so that another try sends the same. */
  readonly generated: Map<string, { readonly expression: string; readonly value: Json }>;
  readonly steps: StepRecord[];
}

/** Why the rest of a suite is not run. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  readonly reason: 'cancelled' | 'fail-fast' | 'deadline' | 'suite-timeout';
  constructor(reason: Stopped['reason']) {
    super(STOP_WORDS[reason]);
    this.reason = reason;
  }
}

const STOP_WORDS: { readonly [reason in Stopped['reason']]: string } = {
  cancelled: 'the run was cancelled',
  'fail-fast': 'another case failed and the run stops at the first failure',
  deadline: 'the deadline of the run was reached',
  'suite-timeout': 'the time of the suite was up',
};

/** The stop behind an abort, whatever the signal was given. */
export const stopOf = (signal: AbortSignal): Stopped =>
  signal.reason instanceof Stopped ? signal.reason : new Stopped('cancelled');

/** A fresh start for one case, in the row of the suite's scope. */
export const caseContext = (suite: SuiteContext, caseId: string): CaseContext => ({
  ...suite,
  caseId,
  local: new Map(),
  generated: new Map(),
  steps: [],
});
