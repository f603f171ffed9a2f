import { buildGraph } from '#core/dependency-graph';
import type { DependencyGraph } from '#core/dependency-graph';
import type { CaseDefinition, RequestTemplate, SuiteDefinition } from '#core/suite';

/** What is to be removed, as the ledger has it. */
export interface Removal {
  /** 32 hex digits. */
  readonly id: string;
  readonly remove: RequestTemplate;
  readonly gone: readonly (number | string)[];
}

export interface RemovalSuite {
  readonly definition: SuiteDefinition;
  /** Case of the definition by id of the removal. */
  readonly cases: ReadonlyMap<string, string>;
  /** Removals that cannot be done this way, with the reason. */
  readonly refused: ReadonlyMap<string, string>;
}

const caseIdOf = ({ id }: Removal): string => `remove-${id}`;

const caseOf = (removal: Removal): CaseDefinition => ({
  id: caseIdOf(removal),
  request: removal.remove,
  checks: [{ status: removal.gone }],
});

/** Over what a case says it depends on and what it takes from others; that setup runs before everything is left out. */
const needed = (from: Iterable<string>, graph: DependencyGraph): Set<string> => {
  const found = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    for (const edge of graph.needs.get(id) ?? []) if (!edge.inferred || edge.variables.length > 0) open.push(edge.to);
  }
  return found;
};

const withoutStage = ({ stage: _stage, ...item }: CaseDefinition): CaseDefinition => item;

/**
 * The suite that removes what another one created: one case for each removal, and of the suite's own cases only those whose captures
 * (tokens, mostly) the removals use. Its defaults, variables and rate hold.
 *
 * Pure. A removal that uses what a case captures once for each row is refused: which row it was is not known any more.
 */
export const removalSuite = (suite: SuiteDefinition, removals: readonly Removal[]): RemovalSuite => {
  const { timeoutMs: _timeoutMs, flows: _flows, ...rest } = suite;
  const own = suite.cases.filter((item) => item.stage !== 'teardown');
  const added = removals.map(caseOf);
  const graph = buildGraph({ ...suite, cases: [...own, ...added] });
  const byId = new Map(own.map((item) => [item.id, item]));
  const kept = new Set<string>();
  const refused = new Map<string, string>();
  for (const removal of removals) {
    const needs = needed([caseIdOf(removal)], graph);
    const inFlow = [...needs].find((id) => byId.get(id)?.flow !== undefined);
    if (inFlow === undefined) for (const id of needs) kept.add(id);
    else refused.set(removal.id, `it needs what the case ${inFlow} captures in each row`);
  }
  const cases = [...own.map(withoutStage), ...added].filter(({ id }) => kept.has(id));
  return {
    definition: { ...rest, cases },
    cases: new Map(removals.filter(({ id }) => !refused.has(id)).map((removal) => [removal.id, caseIdOf(removal)])),
    refused,
  };
};
