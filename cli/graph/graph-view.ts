import { buildGraph } from '#core/dependency-graph';
import type { DependencyEdge } from '#core/dependency-graph';
import type { SuiteDefinition } from '#core/suite';
import { isTokenCase } from '#core/dependency-graph';

export interface GraphCase {
  readonly id: string;
  readonly name: string;
  readonly stage: 'setup' | 'cases' | 'teardown';
  readonly token: boolean;
  readonly advisory: boolean;
  readonly flow?: string;
}

export type GraphEdge = DependencyEdge & {
  /** Only because everything needs the setup: drawn once for the stage. */
  readonly ofStage: boolean;
};

/** A suite as a picture of what needs what. */
export interface GraphView {
  readonly suite: string;
  /** What others need first. */
  readonly cases: readonly GraphCase[];
  /** In the order of `cases`, of the case that needs. */
  readonly edges: readonly GraphEdge[];
  readonly flows: readonly { readonly id: string; readonly name?: string; readonly cases: readonly string[] }[];
}

/** @param suite without problems; the same suite gives the same view */
export const graphView = (suite: SuiteDefinition): GraphView => {
  const graph = buildGraph(suite);
  const byId = new Map(suite.cases.map((item) => [item.id, item]));
  const ofStage = (edge: DependencyEdge): boolean =>
    edge.inferred &&
    edge.variables.length === 0 &&
    byId.get(edge.to)?.stage === 'setup' &&
    byId.get(edge.from)?.stage === undefined;
  const cases = graph.order.flatMap((id): GraphCase[] => {
    const item = byId.get(id);
    if (item === undefined) return [];
    return [
      {
        id,
        name: item.name ?? id,
        stage: item.stage ?? 'cases',
        token: isTokenCase(item),
        advisory: item.advisory ?? suite.advisory ?? false,
        ...(item.flow === undefined ? {} : { flow: item.flow }),
      },
    ];
  });
  return {
    suite: `${suite.service}.${suite.suite}`,
    cases,
    edges: cases.flatMap(({ id }) => (graph.needs.get(id) ?? []).map((edge) => ({ ...edge, ofStage: ofStage(edge) }))),
    flows: Object.entries(suite.flows ?? {}).map(([id, { name }]) => ({
      id,
      ...(name === undefined ? {} : { name }),
      cases: cases.filter((item) => item.flow === id).map((item) => item.id),
    })),
  };
};
