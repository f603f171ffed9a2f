/** The act `load`: many requests after a plan, judged by figures instead of one by one (C6). */
import type { Check, Operators } from '#core/check';
import type { RequestTemplate, Rows } from '#core/suite';

/** A straight line from where the stage before ended; of no duration, a jump. The figure is that of the load's model. */
export interface LoadStage {
  readonly durationMs: number;
  /** Requests a second at its end (model `open`). */
  readonly rps?: number;
  /** Users at once at its end (model `closed`). */
  readonly users?: number;
}

export interface ThinkTime {
  readonly min: number;
  readonly max: number;
}

/** One thing that is asked again and again: exactly one of request and case. */
export interface LoadEntry {
  /** Its operation in figures. */
  readonly name: string;
  /** Share of the mix beside the other weights, a whole number; 1 when absent. */
  readonly weight?: number;
  readonly request?: RequestTemplate;
  /** Id of a case of the suite that is run as it stands, with its checks. */
  readonly case?: string;
  readonly checks?: readonly Check[];
  /** One row for each request, seen as `{{row}}`: `inOrder` begins again after the last one, `random` is the default. */
  readonly rows?: Exclude<Rows, { readonly each: string }>;
  readonly order?: 'random' | 'inOrder';
  /** Statuses that are no error, such as 429 in a test of a rate limit; below 400 when absent, unless a check looks at the status. */
  readonly expect?: readonly (number | string)[];
  readonly tags?: readonly string[];
  /** Pause of a user after this entry; that of the load when absent. */
  readonly thinkMs?: ThinkTime;
}

/** Exactly one bound or more; all of them must hold. */
export interface LoadThreshold {
  /** `p95` (any `p` with a number), `mean`, `min`, `max`, `errorRate`, `rps`, `requests`, or the name of a metric. */
  readonly metric: string;
  /** Of a trend or of a metric of the system: `p95`, `mean`, `min`, `max`; of a counter `total` or `perSecond`. */
  readonly statistic?: string;
  /** `latency` from the intended start (when absent), or `service` from when the request was sent. */
  readonly of?: 'latency' | 'service';
  /** Only entries with this tag, or of this name. */
  readonly tag?: string;
  readonly operation?: string;
  readonly below?: number;
  readonly atMost?: number;
  readonly above?: number;
  readonly atLeast?: number;
  /** It must hold in each window of this length, not only over all. */
  readonly windowMs?: number;
  /** Ends the load as soon as it does not hold. */
  readonly abort?: boolean;
  /** Milliseconds of the measured time in which it cannot abort. */
  readonly graceMs?: number;
}

/** A metric that the suite makes of answers. */
export interface LoadMetric {
  readonly name: string;
  /** `counter` adds values, `rate` is the share of answers where `when` holds, `trend` keeps the distribution of values. */
  readonly kind: 'counter' | 'rate' | 'trend';
  /** Where the value stands: exactly one of these. */
  readonly header?: string;
  readonly path?: string;
  readonly bodyBytes?: true;
  /** What must hold of the value to be counted; of a rate, what makes it a success. */
  readonly when?: Operators;
  readonly operation?: string;
}

/** A metric of the system under test, looked at while the load runs: exactly one of scrape and query. */
export interface WatchedMetric {
  readonly name: string;
  /** A page in Prometheus' text format; values of several series are added up. */
  readonly scrape?: {
    readonly path: string;
    readonly target?: string;
    readonly metric: string;
    readonly labels?: { readonly [name: string]: string };
  };
  /** An expression that a Prometheus server evaluates (`/api/v1/query`). */
  readonly query?: { readonly path?: string; readonly target?: string; readonly expression: string };
  /** `rate` turns a counter into growth a second; `value` when absent. */
  readonly as?: 'value' | 'rate';
  /** 5000 when absent. */
  readonly everyMs?: number;
}

/** Fails when latency, or one of the metrics, grows all the time (C6.3). */
export interface SoakRules {
  /** Chance of calling a level series a growing one, of the one-sided Mann-Kendall test; 0.01 when absent. */
  readonly significance?: number;
  /** Growth over the measured time, as a share of the median, below which it does not matter; 0.1 when absent. */
  readonly growthMin?: number;
  /** Names of watched metrics, such as one of memory, besides latency. */
  readonly metrics?: readonly string[];
}

export interface LoadPart {
  readonly index: number;
  readonly of: number;
}

export interface LoadDefinition {
  /** `open`: requests arrive at a rate, whatever the answers do. `closed`: users wait for their answers. */
  readonly model: 'open' | 'closed';
  /** Figure that the first stage starts from; that of the first stage itself when absent. */
  readonly from?: number;
  readonly stages: readonly LoadStage[];
  /** First and last milliseconds of the stages that are in no figure. */
  readonly warmUpMs?: number;
  readonly coolDownMs?: number;
  readonly mix: readonly LoadEntry[];
  /** Pause of a user between an answer and the next request (model `closed`). */
  readonly thinkMs?: ThinkTime;
  /** From the intended start until a request counts as a timeout; TIMEOUT_MS_DEFAULT when absent. */
  readonly timeoutMs?: number;
  /** Connections at once, most; CONNECTIONS_DEFAULT when absent. */
  readonly connections?: number;
  /** Share of answers whose checks and metrics are looked at, above 0 to 1; 1 when absent. Statuses are always looked at. */
  readonly checkShare?: number;
  readonly thresholds?: readonly LoadThreshold[];
  /** Shards that share the load; 1 when absent. */
  readonly shards?: number;
  /** Requests after which the load is over; a plan of model `open` above it is refused. */
  readonly maxRequests?: number;
  /** Requests a second, most (model `closed`); the environment's limit where that is lower. */
  readonly rpsMax?: number;
  readonly soak?: SoakRules;
  readonly metrics?: readonly LoadMetric[];
  readonly watch?: readonly WatchedMetric[];
  /** Length of the pieces of time in charts; chosen from the duration when absent. */
  readonly windowMs?: number;
  /** Milliseconds between figures while it runs; 5000 when absent. */
  readonly progressMs?: number;
  /** What one shard has of the whole; written by `divideLoad`, not by people. */
  readonly part?: LoadPart;
}

export const TIMEOUT_MS_DEFAULT = 10_000;
export const CONNECTIONS_DEFAULT = 1000;
export const PROGRESS_MS_DEFAULT = 5000;
export const WATCH_MS_DEFAULT = 5000;
export const SHARDS_MAX = 100;

/** The whole of a load that is not divided. */
export const WHOLE: LoadPart = { index: 0, of: 1 };
