import type { Masker } from '#core/masking';
import type { CaseResult } from '#core/case-result';
import type { ProbeMachines } from '#engines/probe/machines';
import type { Clock, RandomSource } from '#ports/clock';
import type { HttpClient } from '#ports/http';
import type { SecretSource } from '#ports/secrets';
import type { MessageBroker } from '#ports/message-broker';
import type { ResourceLedger } from '#ports/resource-ledger';
import type { WebhookCatcher } from '#ports/webhook-catcher';
import type { ResponseHistory } from '#ports/response-history';
import type { StructureStore } from '#ports/structure-store';
import type { Json } from '#core/units';

/** Everything the functional engine takes from outside; with the same answers from these it does the same. */
export interface EnginePorts {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly secrets: SecretSource;
  /** Learns every secret value the engine touches, and masks what the sink is given. */
  readonly masker: Masker;
  /** Where created resources are written down; without it they are only removed at the end of the suite. */
  readonly ledger?: ResourceLedger;
  /** Without it suites with webhooks cannot run: their cases are skipped. */
  readonly webhooks?: WebhookCatcher;
  readonly messages?: MessageBroker;
  /** What answers looked like in earlier runs (C10), and what they said (C9); without them probes compare with what the suite holds. */
  readonly structures?: StructureStore;
  readonly history?: ResponseHistory;
  /** Without it loads, experiments and tools cannot run: their cases are skipped. */
  readonly machines?: ProbeMachines;
}

export interface EngineLogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly suite: string;
  readonly case?: string;
  readonly fields?: { readonly [name: string]: Json };
}

/** Takes results as they come, masked. */
export interface CaseSink {
  readonly caseDone: (result: CaseResult) => void;
  readonly log: (line: EngineLogLine) => void;
}
