import type { Json, JsonObject } from '#core/units';
import type { Capability, Risk } from '#core/words';

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

/** One expectation. Exactly one subject; the operators beside it must all hold. */
export type Check =
  | { readonly status: number | string | readonly (number | string)[] }
  | ({ readonly path: string } & Operators)
  | ({ readonly header: string } & Operators)
  | ({ readonly body: 'text' } & Operators)
  | { readonly schema: JsonObject; readonly at?: string }
  | { readonly timeMs: Operators }
  | { readonly bodyBytes: Operators };

/** C1.3's operators. Values may hold `{{variables}}`. */
export interface Operators {
  readonly equals?: Json;
  readonly not?: Json;
  readonly contains?: Json;
  readonly matches?: string;
  readonly in?: readonly Json[];
  readonly exists?: boolean;
  readonly type?: 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';
  readonly length?: number;
  readonly '<'?: Json;
  readonly '<='?: Json;
  readonly '>'?: Json;
  readonly '>='?: Json;
}

export type Capture =
  | { readonly path: string }
  | { readonly header: string }
  | { readonly status: true }
  | { readonly regex: string; readonly from?: 'body' | { readonly header: string }; readonly group?: number };

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
  readonly body?: string;
  readonly timeoutMs?: number;
  readonly followRedirects?: boolean;
}

export interface CaseDefinition {
  readonly id: string;
  readonly name?: string;
  readonly tags?: readonly string[];
  readonly risk?: Risk;
  readonly owner?: string;
  readonly advisory?: boolean;
  /** Times to run the case again after a failure, 0 to 3 (A3.1). */
  readonly reruns?: number;
  /** Milliseconds before the case is run again; RERUN_DELAY_MS_DEFAULT when absent. */
  readonly rerunDelayMs?: number;
  /** Fetches a token: runs once in each shard that needs it; users of its captures depend on it with kind `token`. */
  readonly token?: boolean;
  readonly dependsOn?: readonly (string | Dependency)[];
  readonly request: RequestTemplate;
  readonly checks: readonly Check[];
  readonly captures?: { readonly [variable: string]: Capture };
  readonly timeoutMs?: number;
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
  };
  /** Cases at once inside one shard, 1 to 10; 5 when absent (A9). */
  readonly concurrency?: number;
  /** Milliseconds for all cases of the suite in one shard. */
  readonly timeoutMs?: number;
  readonly cases: readonly CaseDefinition[];
}
