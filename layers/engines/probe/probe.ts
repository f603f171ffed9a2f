/**
 * What a probe is: a case that sends many requests of its own making (generated tests, scans, load, experiments), instead of one that a
 * person wrote. Engines of probes know only this file; layers/engines/probe/run-probe.ts gives them a context and turns their reports
 * into results.
 */
import type {
  CaseWarning,
  CheckOutcome,
  ProbeDetails,
  RecordedRequest,
  RecordedResponse,
  Try,
  TryFailure,
} from '#core/case-result';
import type { Finding } from '#core/finding';
import type { Json } from '#core/units';
import type { Clock } from '#ports/clock';
import type { HttpVersion } from '#ports/http';
import type { ResponseHistory } from '#ports/response-history';
import type { StructureStore } from '#ports/structure-store';

export type HeaderList = readonly (readonly [string, string])[];

export interface ProbeRequest {
  readonly method: string;
  /** A path below the target's base URL with its query (`/orders/7?full=true`), already encoded, or an absolute URL of an allowed host. */
  readonly path: string;
  /** Name of one of the environment's targets; that of the case when absent. */
  readonly target?: string;
  readonly headers?: HeaderList;
  readonly body?: string | Uint8Array;
  /** 10000 when absent. */
  readonly timeoutMs?: number;
  /** The suite's default headers are sent, too, but for those of these names; none are when absent. */
  readonly inherits?: { readonly except: readonly string[] };
  /** False when absent: a probe looks at the redirect. */
  readonly followRedirects?: boolean;
  /**
   * It removes what the probe made: sent also after the run was stopped or the case's time was up, until REMOVING_MS_MAX have passed since
   * the first one that came so late.
   */
  readonly removes?: true;
}

/** Milliseconds that a probe has to remove what it made, after it was stopped. */
export const REMOVING_MS_MAX = 30_000;

export interface ProbeResponse {
  readonly status: number;
  readonly headers: HeaderList;
  /** At most 5 MB; `bodyBytes` is what came. */
  readonly body: Uint8Array;
  readonly bodyBytes: number;
  readonly httpVersion?: HttpVersion;
  /** Absolute URL that answered. */
  readonly url: string;
}

/** A request as it was sent, and what came of it: exactly one of response and failure. Nothing in here is masked. */
export interface Exchange {
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: HeaderList;
    readonly body?: Uint8Array;
  };
  readonly response?: ProbeResponse;
  readonly failure?: TryFailure;
  readonly startedAtEpochMs: number;
  readonly durationMs: number;
}

/** An exchange as it may be kept: masked, cut, with a curl line without secrets. */
export interface RecordedExchange {
  readonly request: RecordedRequest;
  readonly response?: RecordedResponse;
  readonly curl: string;
}

/** What a probe may do. Equal answers, times and seeds give equal reports. */
export interface ProbeContext {
  /**
   * Sends one request to an allowed target: never retried, held back by the suite's rate limit, refused where it would carry a secret to a
   * host that must not have it. What goes wrong is in the exchange.
   *
   * @throws only what aborted the signal; a request that `removes` goes on longer
   */
  readonly send: (request: ProbeRequest) => Promise<Exchange>;
  readonly record: (exchange: Exchange) => RecordedExchange;
  /** Replaces secrets and sensitive values in a text that a report will hold. */
  readonly mask: (text: string) => string;
  readonly clock: Clock;
  /** Hex text of the run; values made from it and from nothing else repeat. */
  readonly seed: string;
  /** Aborted when the run stops or the case's time is up. */
  readonly signal: AbortSignal;
  /** Service that the suite is of, and the run. */
  readonly service: string;
  readonly runId: string;
  readonly maskJson: (value: Json) => Json;
  /** Absent where nothing is kept from run to run. */
  readonly structures?: StructureStore;
  readonly history?: ResponseHistory;
  /** Base URL of a target of the environment. @throws TypeError for a name that it does not have */
  readonly targetUrl: (name?: string) => URL;
  /** A document of the suite (`documents`), as JSON. @throws TypeError for a name that the suite does not have */
  readonly document: (name?: string) => Json;
  /**
   * Runs another case of the suite once, outside of the results, as a load or an experiment does.
   *
   * @param targets base URLs that stand in for the environment's while it runs, such as that of a fault proxy
   * @throws TypeError for an id that the suite does not have; otherwise only what aborted the signal
   */
  readonly runCase: (id: string, targets?: { readonly [name: string]: string }) => Promise<Try>;
  readonly log: (level: 'info' | 'warn' | 'error', message: string) => void;
}

/**
 * One result of a probe. A probe reports once, or once for each part of what it looked at (an operation, a tier); parts become rows of
 * the case. It failed when a check failed or a finding is critical or high; errored when it has a `failure`.
 */
export interface ProbeReport {
  readonly part?: { readonly name: string; readonly values?: Json };
  readonly checks: readonly CheckOutcome[];
  readonly findings?: readonly Finding[];
  /** The exchange that decided, for readers of the result. */
  readonly exchange?: Exchange;
  readonly requests: number;
  /** Requests without an answer. */
  readonly requestErrors: number;
  readonly warnings?: readonly CaseWarning[];
  /** No judgement was possible. */
  readonly failure?: TryFailure;
  /** Nothing was there to look at. */
  readonly skipped?: string;
  /** Figures for the report and for merging over shards, by the engine's own type. */
  readonly details?: ProbeDetails;
}

/** A kind of probe: what a case's definition makes it do. The definition has all its variables filled in. */
export type Probe<Definition> = (
  definition: Definition,
  context: ProbeContext,
  tell: (report: ProbeReport) => void,
) => Promise<void>;
