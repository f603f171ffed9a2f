/** Act `disturb`: an experiment that shows what an API does when what it depends on, or the way to it, is disturbed (C8). */
import type { Check } from '#core/check';
import type { Verdict } from '#core/words';

/** `upstream` is what goes from the client to the target, `downstream` what comes back. */
export const FAULT_STREAMS = ['upstream', 'downstream'] as const;
export type FaultStream = (typeof FAULT_STREAMS)[number];

/** Faults of connections: the eight of toxiproxy, and lost packets. Milliseconds and bytes. */
export type Toxic =
  | { readonly fault: 'latency'; readonly latencyMs: number; readonly jitterMs?: number }
  /** Nobody listens: new connections are refused, open ones are closed. */
  | { readonly fault: 'down' }
  | { readonly fault: 'bandwidth'; readonly kilobytesPerSecond: number }
  /** The end of a connection is passed on late. */
  | { readonly fault: 'slow_close'; readonly delayMs: number }
  /** Nothing gets through; the connection is closed after `timeoutMs`, with 0 when the fault is removed. */
  | { readonly fault: 'timeout'; readonly timeoutMs: number }
  /** TCP reset, at once when `timeoutMs` is absent. */
  | { readonly fault: 'reset_peer'; readonly timeoutMs?: number }
  | {
      readonly fault: 'slicer';
      readonly averageBytes: number;
      readonly variationBytes?: number;
      readonly delayMs?: number;
    }
  /** The connection is closed after so many bytes. */
  | { readonly fault: 'limit_data'; readonly bytes: number }
  /** Pieces that are lost come `stallMs` later (200 when absent), as after a retransmission; twice as late each time one is lost again. */
  | { readonly fault: 'loss'; readonly share: number; readonly stallMs?: number };

/** Faults of single requests; the proxy has to be an HTTP one. */
export type HttpFault =
  /** Answered by the proxy. With `forward` the upstream does the work first and its answer is thrown away. */
  | {
      readonly fault: 'status';
      readonly status: number;
      readonly headers?: { readonly [name: string]: string };
      readonly body?: string;
      readonly forward?: boolean;
    }
  | { readonly fault: 'malformed_json' }
  /** Header lines come one by one. */
  | { readonly fault: 'slow_headers'; readonly delayMs: number }
  /** The body ends after `bytes` (half of it when absent) and the connection is closed. */
  | { readonly fault: 'truncated_body'; readonly bytes?: number }
  /** Content-Length is wrong by so many bytes. */
  | { readonly fault: 'wrong_content_length'; readonly byBytes: number };

/** Faults of the way from a name to an address. */
export type NameFault =
  | { readonly fault: 'no_such_host' }
  /** As after a wrong DNS answer: what was meant for the upstream reaches another allowed address. */
  | { readonly fault: 'wrong_host'; readonly instead: string };

export interface FaultScope {
  /** `downstream` when absent; faults of requests, names and `down` have none. */
  readonly stream?: FaultStream;
  /** Share of connections (of requests for faults of requests) that are hit, more than 0 to 1; 1 when absent. */
  readonly toxicity?: number;
  /** Only requests with one of these methods, or whose path begins so. */
  readonly methods?: readonly string[];
  readonly pathPrefix?: string;
}

export type Fault = (Toxic | HttpFault | NameFault) & FaultScope;
export type FaultName = Fault['fault'];

export const TOXICS = [
  'latency',
  'down',
  'bandwidth',
  'slow_close',
  'timeout',
  'reset_peer',
  'slicer',
  'limit_data',
  'loss',
] as const satisfies readonly Toxic['fault'][];
export const HTTP_FAULTS = [
  'status',
  'malformed_json',
  'slow_headers',
  'truncated_body',
  'wrong_content_length',
] as const satisfies readonly HttpFault['fault'][];

export const isHttpFault = (fault: Fault): fault is HttpFault & FaultScope =>
  (HTTP_FAULTS as readonly string[]).includes(fault.fault);

/** A fault of the experiment: at which proxy, and when. */
export type PlannedFault = Fault & {
  readonly proxy: string;
  /** Milliseconds after the first faults; 0 when absent. */
  readonly afterMs?: number;
  /** Removed after so long; with the others when absent. */
  readonly durationMs?: number;
};

/** A fault proxy on loopback before one upstream: exactly one of target and upstream. */
export interface ProxyDefinition {
  /** A target of the environment; cases of the experiment reach it through the proxy. */
  readonly target?: string;
  /** URL of a dependency of the system under test (`tcp://host:port` for one that does not speak HTTP). */
  readonly upstream?: string;
  /** Port to listen on, for systems that know the proxy as their dependency; any free one when absent. */
  readonly listen?: number;
  /** Whether requests are understood and counted; true when absent, except for `tcp://`. */
  readonly http?: boolean;
}

export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** What a proxy shall have seen while the faults were there. */
export interface ProxyExpectation {
  readonly requests?: Bounds;
  readonly connections?: Bounds;
  /** Repeated sends of a request within one run of a case: same method, path and body or idempotency key. */
  readonly retries?: Bounds;
  /** Sends of one request, the first included. */
  readonly sendsPerRequestMax?: number;
  /** POST and PATCH that reached the upstream again without the same idempotency key. */
  readonly duplicatesMax?: number;
  /** Requests stop after so many failures in a row, though cases go on; after the faults they begin again. */
  readonly breaker?: {
    readonly opensAfter: number;
    /** Requests that may still be tried while the breaker is open; 0 when absent. */
    readonly probesMax?: number;
    /** Milliseconds until requests are seen again after the faults; the recovery's limit when absent. */
    readonly closesWithinMs?: number;
  };
}

export interface DisturbExpectation {
  /** Verdicts that runs of cases may have under the faults, for all or by case; passed alone when nothing else is expected. */
  readonly verdicts?: readonly Verdict[] | { readonly [caseId: string]: readonly Verdict[] };
  /** Share of runs that did not pass, 0 to 1. */
  readonly errorRateMax?: number;
  /** No run of a case takes longer. */
  readonly durationMsMax?: number;
  /** Hold for each answer under the faults, such as that of a fallback. */
  readonly fallback?: readonly Check[];
  readonly proxies?: { readonly [proxy: string]: ProxyExpectation };
}

/** Steady state, then faults, then steady state again. */
export interface DisturbDefinition {
  readonly name: string;
  /** What is believed: `orders are still taken when payments are slow`. */
  readonly hypothesis: string;
  /** Who or what may be hurt at worst, in words. */
  readonly blastRadius: string;
  /** Cases that pass when all is well; all of them, before and afterwards. */
  readonly steadyState: { readonly cases: readonly string[] };
  readonly proxies: { readonly [name: string]: ProxyDefinition };
  readonly faults: readonly PlannedFault[];
  /** Cases that run under the faults, in this order. */
  readonly cases?: readonly string[];
  /** Rounds of the cases, 1 to 1000; 1 when absent. */
  readonly rounds?: number;
  /** Milliseconds between the rounds; 0 when absent. */
  readonly everyMs?: number;
  /** A case that runs beside them all the time, such as a load. */
  readonly during?: string;
  /** Cases that look at what is left, after recovery: that nothing was done twice. */
  readonly afterwards?: readonly string[];
  readonly expect?: DisturbExpectation;
  /** Milliseconds after the faults in which the steady state must be there again; 30000 when absent. */
  readonly recoveryMsMax?: number;
}
