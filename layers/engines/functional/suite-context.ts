import type { EnvironmentDefinition } from '#core/environment';
import type { KnownSecret } from '#core/masking';
import type { SuiteDefinition } from '#core/suite';
import type { CaseSink, EnginePorts } from '#engines/functional/ports';
import type { SecretVault } from '#engines/functional/secret-vault';
import type { Variables } from '#engines/functional/variables';

/** Milliseconds until a request without an answer is errored (C4). */
export const TIMEOUT_MS_DEFAULT = 10_000;
/** Milliseconds before a failed case is run again (A3.1). */
export const RERUN_DELAY_MS_DEFAULT = 1000;

/** Everything the tries of one suite share. */
export interface SuiteContext {
  readonly id: string;
  readonly suite: SuiteDefinition;
  readonly environment: EnvironmentDefinition;
  readonly traceId: string;
  readonly ports: EnginePorts;
  readonly sink: CaseSink;
  readonly vault: SecretVault;
  readonly variables: Variables;
  /** Captured tokens by variable, so that commands in reports can name them. */
  readonly tokens: KnownSecret[];
  /** Aborted when the run stops or the suite's time is up. */
  readonly signal: AbortSignal;
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
