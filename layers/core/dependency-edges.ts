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
    | 'missing-in-environment';
  readonly message: string;
  /** JSON Pointer into the suite definition. */
  readonly pointer: string;
  readonly case?: string;
  /** Case ids around a cycle, the first again at the end. */
  readonly cycle?: readonly string[];
}

export interface DependencyGraph {
  readonly edges: readonly DependencyEdge[];
  /** Case ids, what others need first; ties in the order of the suite. Cases of a cycle are left out. */
  readonly order: readonly string[];
  readonly problems: readonly GraphProblem[];
  /** Cases that `id` needs directly. */
  readonly needs: ReadonlyMap<string, readonly DependencyEdge[]>;
}
