import type { Capture, Check } from '#core/check';
import type { HttpVersionChoice } from '#core/environment';
import type { Json, JsonObject } from '#core/units';
import type { ProbeAct } from '#core/probe-acts';
import type { Capability, Risk } from '#core/words';

export type { Capture, Check, ElementOperators, Operators } from '#core/check';
export { INHERITING_ACTS, PROBE_ACTS } from '#core/probe-acts';
export type { ProbeAct } from '#core/probe-acts';

/** Where a value stood in the file that a person wrote; lines and columns count from 1. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export const DEPENDENCY_KINDS = ['order', 'data', 'token'] as const;
export type DependencyKind = (typeof DEPENDENCY_KINDS)[number];

export interface Dependency {
  readonly case: string;
  readonly kind: DependencyKind;
}

/** C4: when a request is sent again by itself. `false` switches it off. */
export interface RetryRules {
  /** Further sends after the first, 0 to 5; 3 when absent (5 after 429). */
  readonly max?: number;
  /** Also methods that are not idempotent (POST, PATCH) are sent again. */
  readonly nonIdempotent?: boolean;
  /** Longest wait of one retry in milliseconds; 30000 when absent. */
  readonly waitMsMax?: number;
}

/** One part of a multipart body: exactly one of value and base64 (files are read into base64 when a suite file is read). */
export interface MultipartPart {
  readonly value?: Json;
  readonly base64?: string;
  readonly fileName?: string;
  readonly contentType?: string;
}

export interface RequestTemplate {
  readonly method: string;
  /** A path below the target's base URL, or an absolute URL of an allowed host. */
  readonly path: string;
  /** Name of one of the environment's targets; `default` when absent. */
  readonly target?: string;
  readonly query?: JsonObject;
  readonly headers?: { readonly [name: string]: Json };
  readonly json?: Json;
  readonly form?: JsonObject;
  readonly multipart?: { readonly [name: string]: MultipartPart };
  readonly body?: string;
  /** Content-Encoding that the body is sent with. */
  readonly compress?: 'gzip' | 'deflate' | 'br';
  readonly timeoutMs?: number;
  /** Milliseconds per phase, inside `timeoutMs`. */
  readonly timeoutsMs?: { readonly [phase in 'resolve' | 'connect' | 'tls' | 'wait' | 'receive']?: number };
  readonly followRedirects?: boolean;
  readonly retry?: RetryRules | false;
  /** HTTP version that is spoken; the environment's choice when absent. */
  readonly http?: HttpVersionChoice;
}

/** Where the rows of a flow or case come from. `file` is read into one of the others when a suite file is read. */
export type Rows =
  | readonly JsonObject[]
  | { readonly csv: string; readonly types?: { readonly [column: string]: 'text' | 'number' | 'boolean' | 'json' } }
  | { readonly jsonLines: string }
  | { readonly combine: { readonly [field: string]: readonly Json[] }; readonly how?: 'full' | 'pairwise' }
  /** One row for each element of a captured list; an empty list is an error unless `emptyIsFine`. */
  | { readonly each: string; readonly emptyIsFine?: boolean };

/** Cases that run together once for each row, in order inside a row; rows run side by side. */
export interface FlowDefinition {
  readonly name?: string;
  readonly rows: Rows;
  /** Rows at once, 1 to 10; the suite's concurrency when absent. */
  readonly concurrency?: number;
}

/** Sends the request again until the conditions hold. */
export interface Poll {
  readonly until: readonly Check[];
  /** Milliseconds between an answer and the next request, 10 to 60000; 1000 when absent. */
  readonly everyMs?: number;
  /** Milliseconds until the case fails; 30000 when absent. */
  readonly deadlineMs?: number;
}

/** A small call around a case: before it (setup) or after it whatever happened (teardown). */
export interface Step {
  readonly name?: string;
  readonly request: RequestTemplate;
  readonly checks?: readonly Check[];
  readonly captures?: { readonly [variable: string]: Capture };
}

/** A resource that a case creates: recorded at once, removed at the end of the suite, by the janitor where that did not happen (C1.1). */
export interface CreatedResource {
  readonly name?: string;
  /** The request that removes it; method DELETE when absent. */
  readonly delete: Omit<RequestTemplate, 'method'> & { readonly method?: string };
  /** Statuses that count as removed; 2xx, 404 and 410 when absent. */
  readonly gone?: readonly (number | string)[];
}

export type Requirement =
  | { readonly secret: string }
  | { readonly variable: string }
  /** Something the runner must be able to do. */
  | { readonly capability: 'webhooks' | 'messages' };

export interface TokenRules {
  /** Statuses of a user of the token that mean "expired": it is fetched anew once and the request sent again; [401] when absent. */
  readonly refreshOn?: readonly number[];
  /** Seconds that the token is good for: a number, or a JSONPath into the answer. Fetched anew shortly before. */
  readonly expiresIn?: number | string;
}

/** Waits for webhooks that were sent to one of the suite's catchers; the checks look at the list of deliveries. */
export interface ReceiveTemplate {
  readonly webhook: string;
  /** Deliveries to wait for; 1 when absent. 0 waits for the whole deadline and expects silence. */
  readonly count?: number;
  /** 10000 when absent. */
  readonly deadlineMs?: number;
  /** Only deliveries where this holds count. */
  readonly where?: readonly Check[];
}

/** Sends a message to a queue, topic or event bus, or takes messages from a queue. */
export interface PublishTemplate {
  readonly to:
    | { readonly queue: string }
    | { readonly topic: string }
    | { readonly bus: string; readonly source: string; readonly detailType: string };
  readonly json?: Json;
  readonly body?: string;
  readonly attributes?: { readonly [name: string]: Json };
  readonly group?: string;
}

export interface ConsumeTemplate {
  readonly queue: string;
  readonly count?: number;
  readonly deadlineMs?: number;
  readonly where?: readonly Check[];
}

/** A URL of this run that webhooks are sent to: `{{webhooks.NAME.url}}`. */
export interface WebhookDefinition {
  /** Statuses answered one after the other, the last one from then on; [200] when absent. `timeout` never answers. */
  readonly answers?: readonly (number | 'timeout')[];
  readonly delayMs?: number;
  /** How deliveries are signed: HMAC of the raw body. */
  readonly signature?: {
    readonly header: string;
    readonly secret: string;
    readonly algorithm?: 'sha256' | 'sha1' | 'sha512';
    readonly encoding?: 'hex' | 'base64';
    readonly prefix?: string;
  };
}

/** A made-up person: the same seed gives the same one. `{{persona.NAME.email}}`. */
export interface PersonaDefinition {
  readonly kind: 'new' | 'returning' | 'admin' | 'partner';
  readonly currency?: string;
  readonly locale?: string;
  readonly device?: 'desktop' | 'mobile' | 'tablet';
  readonly permissions?: readonly string[];
}

export interface CaseFacts {
  readonly id: string;
  readonly name?: string;
  readonly tags?: readonly string[];
  readonly risk?: Risk;
  readonly owner?: string;
  /** 1 is the most important, 5 the least. */
  readonly priority?: number;
  /** Stories, acceptance criteria and the like that this case shows. */
  readonly requirements?: readonly string[];
  readonly advisory?: boolean;
  /** Times to run the case again after a failure, 0 to 3 (A3.1). */
  readonly reruns?: number;
  /** Milliseconds before the case is run again; RERUN_DELAY_MS_DEFAULT when absent. */
  readonly rerunDelayMs?: number;
  /** Fetches a token: runs once in each shard that needs it; users of its captures depend on it with kind `token`. */
  readonly token?: boolean | TokenRules;
  readonly dependsOn?: readonly (string | Dependency)[];
  /** Unmet, the case is skipped with that reason and counted apart (C1.2). */
  readonly requires?: readonly Requirement[];
  /** The flow that the case belongs to. */
  readonly flow?: string;
  /**
   * `setup`: every other case of the suite needs it, once in each shard. `teardown`: runs after all others, whatever happened to them; its
   * failure is a warning. Written in a file as the lists `setup` and `teardown`.
   */
  readonly stage?: 'setup' | 'teardown';
  readonly poll?: Poll;
  readonly setup?: readonly Step[];
  readonly teardown?: readonly Step[];
  readonly creates?: readonly CreatedResource[];
  readonly checks: readonly Check[];
  readonly captures?: { readonly [variable: string]: Capture };
  /** Milliseconds for one try: setup, sends, waits, polls and checks together. */
  readonly timeoutMs?: number;
  /** Milliseconds that the case waits for those it needs; without limit when absent. */
  readonly dependencyTimeoutMs?: number;
}

/** A case does exactly one thing. */
export type CaseDefinition = CaseFacts & {
  readonly request?: RequestTemplate;
  readonly receive?: ReceiveTemplate;
  readonly publish?: PublishTemplate;
  readonly consume?: ConsumeTemplate;
} & { readonly [act in ProbeAct]?: JsonObject };

/** Every answer of the suite's requests is held against an OpenAPI document (C5). */
export interface ContractRules {
  /** One of the suite's documents; the only one when absent. */
  readonly document?: string;
  /** What the document does not declare fails a case; otherwise it is a warning. False when absent. */
  readonly strict?: boolean;
  /** Requests are checked, too; negative tests break the document on purpose. False when absent. */
  readonly requests?: boolean;
}

/** Cases at once inside a shard when the suite does not say (A9). */
export const CONCURRENCY_DEFAULT = 5;

/** A suite as it is stored: parsed, validated, without the file's comments. */
export interface SuiteDefinition {
  readonly suite: string;
  readonly service: string;
  readonly name?: string;
  readonly description?: string;
  readonly capability: Capability;
  readonly tags?: readonly string[];
  readonly risk?: Risk;
  readonly owner?: string;
  /** Of cases that state none, 1 (most important) to 5. */
  readonly priority?: number;
  /** Links that every case of the suite has besides its own. */
  readonly requirements?: readonly string[];
  readonly advisory?: boolean;
  readonly executor?: 'lambda' | 'fargate';
  /** Variables and secrets that the environment must have. */
  readonly uses?: readonly string[];
  readonly variables?: JsonObject;
  readonly defaults?: {
    readonly headers?: { readonly [name: string]: Json };
    readonly timeoutMs?: number;
    readonly reruns?: number;
    readonly rerunDelayMs?: number;
    readonly target?: string;
    readonly followRedirects?: boolean;
    readonly retry?: RetryRules | false;
    /** Cookies that answers set are sent again, one jar for each flow row and one for all other cases; false when absent. */
    readonly cookies?: boolean;
  };
  /** Requests a second (and at once, `burst`) to each host, and to each operation, summed over all shards of the run. */
  readonly rate?: {
    readonly requestsPerSecond?: number;
    readonly burst?: number;
    readonly perOperation?: { readonly requestsPerSecond: number; readonly burst?: number };
  };
  /** The circuit breaker of C4; on when absent. */
  readonly breaker?: boolean;
  readonly flows?: { readonly [id: string]: FlowDefinition };
  /** OpenAPI documents and known answers by name. A file names each as `{ file }`; it is read in when the file is read. */
  readonly documents?: JsonObject;
  readonly contract?: ContractRules;
  readonly webhooks?: { readonly [name: string]: WebhookDefinition };
  readonly personas?: { readonly [name: string]: PersonaDefinition };
  /** Cases at once inside one shard, 1 to 10; 5 when absent (A9). */
  readonly concurrency?: number;
  /** Milliseconds for all cases of the suite in one shard. */
  readonly timeoutMs?: number;
  readonly cases: readonly CaseDefinition[];
}
