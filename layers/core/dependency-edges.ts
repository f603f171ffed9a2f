import type { DependencyKind } from '#core/suite';

/** `from` needs `to` to have passed. */
export interface DependencyEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: DependencyKind;
  /** Variables of `to` that `from` uses; empty for an edge that only `dependsOn` states. */
  readonly variables: readonly string[];
  /** True when no `dependsOn` states it. */
  readonly inferred: boolean;
}

export interface GraphProblem {
  readonly code:
    | 'duplicate-case'
    | 'unknown-case'
    | 'cycle'
    | 'unknown-variable'
    | 'bad-template'
    | 'duplicate-variable'
    | 'reserved-variable'
    | 'unknown-flow'
    | 'unknown-webhook'
    | 'row-outside-flow'
    | 'stage-order'
    | 'missing-in-environment';
  readonly message: string;
  /** JSON Pointer into the suite definition. */
  readonly pointer: string;
  readonly case?: string;
  /** Case ids around a cycle, the first again at the end. */
  readonly cycle?: readonly string[];
}

/** A case by itself, or the cases of a flow in the order inside each row. */
export interface GraphUnit {
  readonly flow?: string;
  readonly cases: readonly string[];
}

export interface DependencyGraph {
  readonly edges: readonly DependencyEdge[];
  /** Case ids, what others need first; ties in the order of the suite. Cases of a cycle are left out. */
  readonly order: readonly string[];
  readonly problems: readonly GraphProblem[];
  /** What runs as one: a case, or all cases of a flow; what others need first. */
  readonly units: readonly GraphUnit[];
  /** Cases that `id` needs directly. */
  readonly needs: ReadonlyMap<string, readonly DependencyEdge[]>;
}
