/** Flows as one: all cases of a flow run together, row by row, so for the rest of the suite a flow is a single thing. */
import { findCycles, orderCases } from '#core/case-order';
import type { DependencyEdge, GraphProblem, GraphUnit } from '#core/dependency-edges';
import type { SuiteDefinition } from '#core/suite';

type Needs = ReadonlyMap<string, readonly DependencyEdge[]>;

/** Separates flows from cases of the same name; no id holds it. */
const FLOW = '*';

const unitOf = (flows: ReadonlyMap<string, string>, id: string): string => {
  const flow = flows.get(id);
  return flow === undefined ? id : `${FLOW}${flow}`;
};

/** Edges between units; those inside a flow are left out. */
const betweenUnits = (needs: Needs, flows: ReadonlyMap<string, string>): Map<string, DependencyEdge[]> => {
  const contracted = new Map<string, DependencyEdge[]>();
  for (const [id, edges] of needs) {
    const unit = unitOf(flows, id);
    const list = contracted.get(unit) ?? [];
    contracted.set(unit, list);
    const known = new Set(list.map((edge) => edge.to));
    for (const edge of edges) {
      const to = unitOf(flows, edge.to);
      if (to === unit || known.has(to)) continue;
      known.add(to);
      list.push({ ...edge, from: unit, to });
    }
  }
  return contracted;
};

/**
 * The units of a suite in the order of their needs.
 *
 * @param order case ids, what others need first; cases of a circle are left out, as are units of one
 * @returns a problem where a case outside a flow both needs a case of it and is needed by one: rows cannot wait for what waits for all rows
 */
export const unitsOf = (
  suite: SuiteDefinition,
  needs: Needs,
  order: readonly string[],
): { readonly units: readonly GraphUnit[]; readonly problems: readonly GraphProblem[] } => {
  const flows = new Map(
    suite.cases.flatMap((item) => (item.flow === undefined ? [] : [[item.id, item.flow] as const])),
  );
  if (flows.size === 0) return { units: order.map((id) => ({ cases: [id] })), problems: [] };
  const contracted = betweenUnits(needs, flows);
  const members = Map.groupBy(order, (id) => unitOf(flows, id));
  const unitOrder = orderCases(contracted);
  const units = unitOrder.flatMap((unit): GraphUnit[] => {
    const cases = members.get(unit) ?? [];
    if (cases.length === 0) return [];
    return [unit.startsWith(FLOW) ? { flow: unit.slice(FLOW.length), cases } : { cases }];
  });
  const isWhole = order.length === needs.size;
  const problems = isWhole && unitOrder.length < contracted.size ? circlesOf(suite, contracted, unitOrder, flows) : [];
  return { units, problems };
};

const circlesOf = (
  suite: SuiteDefinition,
  contracted: Map<string, DependencyEdge[]>,
  unitOrder: readonly string[],
  flows: ReadonlyMap<string, string>,
): GraphProblem[] =>
  findCycles(suite, contracted, new Set(unitOrder)).map((problem) => {
    const steps = (problem.cycle ?? []).map((unit) =>
      unit.startsWith(FLOW) ? `flow "${unit.slice(FLOW.length)}"` : unit,
    );
    const at = suite.cases.findIndex((item) => (problem.cycle ?? []).includes(unitOf(flows, item.id)));
    const message = `expected that no case between two cases of a flow lies outside of it, got ${steps.join(' -> ')}: put it into the flow`;
    return { ...problem, message, pointer: `/cases/${String(Math.max(0, at))}`, cycle: steps };
  });
