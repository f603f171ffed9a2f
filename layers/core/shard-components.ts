import { buildGraph, closure, withTeardown } from '#core/dependency-graph';
import type { DependencyGraph } from '#core/dependency-graph';
import type { SuiteDefinition } from '#core/suite';

/** Cases that must run in one shard, and the setup, token and teardown cases which every shard that has them repeats. */
export interface ShardComponent {
  readonly cases: readonly string[];
  /** Setup and token cases (and what these need) and teardown cases that must run in the same shard too, but may run in others as well. */
  readonly shared: readonly string[];
}

/**
 * Splits a suite into parts that may run in different shards: cases joined by `order` and `data` dependencies stay together, as do the
 * cases of a flow and all that one teardown case removes; `token` dependencies do not join. Each case is in `cases` of exactly one component
 * unless it is only there to be shared.
 *
 * @param caseIds selected cases; everything they need is included. All cases when absent
 */
export const shardComponents = (
  suite: SuiteDefinition,
  caseIds?: Iterable<string>,
  graph: DependencyGraph = buildGraph(suite),
): ShardComponent[] => {
  const selected = withoutStages(suite, new Set(caseIds ?? suite.cases.map((item) => item.id)));
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
  for (const members of together(suite, graph)) {
    const [first, ...others] = members.filter((id) => parent.has(id));
    if (first !== undefined) for (const id of others) parent.set(root(id), root(first));
  }
  const groups = Map.groupBy(
    suite.cases.map((item) => item.id).filter((id) => parent.has(id)),
    root,
  );
  const components = [...groups.values()].map((cases) => {
    const members = new Set(cases);
    const all = withTeardown(suite, closure(cases, graph), graph);
    return { cases, shared: [...all].filter((id) => !members.has(id)) };
  });
  const sharedSomewhere = new Set(components.flatMap((component) => component.shared));
  const alone = homeless.filter((id) => !sharedSomewhere.has(id));
  return alone.length === 0 ? components : [...components, { cases: [...closure(alone, graph)], shared: [] }];
};

/** Setup and teardown run for others: they are selected for themselves only when nothing else is. */
const withoutStages = (suite: SuiteDefinition, selected: ReadonlySet<string>): ReadonlySet<string> => {
  const staged = new Set(suite.cases.flatMap((item) => (item.stage === undefined ? [] : [item.id])));
  const others = new Set([...selected].filter((id) => !staged.has(id)));
  return others.size === 0 ? selected : others;
};

/** Cases that no dependency joins and that belong together all the same. */
const together = (suite: SuiteDefinition, graph: DependencyGraph): readonly (readonly string[])[] => {
  const inFlows = suite.cases.filter((item) => item.flow !== undefined);
  const flows = [...Map.groupBy(inFlows, (item) => item.flow).values()].map((items) => items.map((item) => item.id));
  const removed = suite.cases
    .filter((item) => item.stage === 'teardown')
    .map((item) => (graph.needs.get(item.id) ?? []).filter((edge) => edge.kind !== 'token').map((edge) => edge.to));
  return [...flows, ...removed];
};
