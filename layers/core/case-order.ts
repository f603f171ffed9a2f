import type { DependencyGraph, GraphProblem } from '#core/dependency-edges';
import type { SuiteDefinition } from '#core/suite';

/** Kahn's algorithm. Case ids, what others need first; ties in the order of the suite; cases of a cycle are left out. */
export const orderCases = (needs: DependencyGraph['needs']): string[] => {
  const waiting = new Map<string, number>();
  const users = new Map<string, string[]>();
  for (const [id, edges] of needs) {
    waiting.set(id, edges.length);
    for (const edge of edges) {
      const list = users.get(edge.to);
      if (list === undefined) users.set(edge.to, [id]);
      else list.push(id);
    }
  }
  const order = [...needs.keys()].filter((id) => waiting.get(id) === 0);
  for (let at = 0; at < order.length; at += 1) {
    for (const user of users.get(order[at] ?? '') ?? []) {
      const left = (waiting.get(user) ?? 0) - 1;
      waiting.set(user, left);
      if (left === 0) order.push(user);
    }
  }
  return order;
};

/** Follows one dependency from each case that could not be ordered until a case comes again. */
export const findCycles = (
  suite: SuiteDefinition,
  needs: DependencyGraph['needs'],
  ordered: ReadonlySet<string>,
): GraphProblem[] => {
  const problems: GraphProblem[] = [];
  const seen = new Set<string>();
  for (const start of needs.keys()) {
    if (ordered.has(start) || seen.has(start)) continue;
    const path: string[] = [];
    const placeInPath = new Map<string, number>();
    let current: string | undefined = start;
    while (current !== undefined && !seen.has(current)) {
      seen.add(current);
      placeInPath.set(current, path.length);
      path.push(current);
      current = needs.get(current)?.find((edge) => !ordered.has(edge.to))?.to;
    }
    const from = current === undefined ? undefined : placeInPath.get(current);
    if (from !== undefined) problems.push(cycleProblem(suite, path.slice(from), needs));
  }
  return problems;
};

const cycleProblem = (
  suite: SuiteDefinition,
  members: readonly string[],
  needs: DependencyGraph['needs'],
): GraphProblem => {
  const [first = ''] = members;
  const cycle = [...members, first];
  const steps = members.map((id, at) => {
    const edge = needs.get(id)?.find((candidate) => candidate.to === cycle[at + 1]);
    const why = edge !== undefined && edge.variables.length > 0 ? ` (uses {{${edge.variables.join('}}, {{')}}})` : '';
    return `${id}${why}`;
  });
  const at = suite.cases.findIndex((item) => item.id === first);
  const message = `expected dependencies without a circle, got ${[...steps, first].join(' -> ')}`;
  return { code: 'cycle', message, pointer: `/cases/${String(at)}`, case: first, cycle };
};
