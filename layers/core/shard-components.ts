import { buildGraph, closure } from '#core/dependency-graph';
import type { DependencyGraph } from '#core/dependency-graph';
import type { SuiteDefinition } from '#core/suite';

/** Cases that must run in one shard, and the token cases which every shard that has them repeats. */
export interface ShardComponent {
  readonly cases: readonly string[];
  /** Token cases (and what these need) that must run in the same shard too, but may run in others as well. */
  readonly shared: readonly string[];
}

/**
 * Splits a suite into parts that may run in different shards: cases joined by `order` and `data` dependencies stay together,
 * `token` dependencies do not join. Each case is in `cases` of exactly one component unless it is only there to be shared.
 *
 * @param caseIds selected cases; everything they need is included. All cases when absent
 */
export const shardComponents = (
  suite: SuiteDefinition,
  caseIds?: Iterable<string>,
  graph: DependencyGraph = buildGraph(suite),
): ShardComponent[] => {
  const selected = new Set(caseIds ?? suite.cases.map((item) => item.id));
  const wanted = closure(selected, graph);
  const tokenSide = closure(
    [...wanted].flatMap((id) =>
      (graph.needs.get(id) ?? []).filter((edge) => edge.kind === 'token').map((edge) => edge.to),
    ),
    graph,
  );
  // A case reached over tokens alone is shared; one that somebody also needs as order or data, or that was selected for itself, gets a home.
  const own = [
    ...closure(
      [...selected].filter((id) => !tokenSide.has(id)),
      graph,
      new Set(['order', 'data']),
    ),
  ];
  const homeless = [...selected].filter((id) => tokenSide.has(id) && !own.includes(id));
  const parent = new Map(own.map((id) => [id, id]));
  const root = (id: string): string => {
    let current = id;
    for (let next = parent.get(current); next !== undefined && next !== current; next = parent.get(current))
      current = next;
    parent.set(id, current);
    return current;
  };
  for (const id of own) {
    for (const edge of graph.needs.get(id) ?? []) if (edge.kind !== 'token') parent.set(root(id), root(edge.to));
  }
  const groups = Map.groupBy(
    suite.cases.map((item) => item.id).filter((id) => parent.has(id)),
    root,
  );
  const components = [...groups.values()].map((cases) => {
    const members = new Set(cases);
    return { cases, shared: [...closure(cases, graph)].filter((id) => !members.has(id)) };
  });
  const sharedSomewhere = new Set(components.flatMap((component) => component.shared));
  const alone = homeless.filter((id) => !sharedSomewhere.has(id));
  return alone.length === 0 ? components : [...components, { cases: [...closure(alone, graph)], shared: [] }];
};
