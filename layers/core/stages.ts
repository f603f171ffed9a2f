import type { DependencyEdge, GraphProblem } from '#core/dependency-edges';
import type { CaseDefinition, SuiteDefinition } from '#core/suite';

const WORDS = { setup: 'a setup case', teardown: 'a teardown case', cases: 'a case' } as const;
const RANK = { setup: 0, cases: 1, teardown: 2 } as const;

const stageOf = (item: CaseDefinition): keyof typeof WORDS => item.stage ?? 'cases';

/** Setup comes before everything and teardown after everything, so neither can need, or be needed by, what lies on its other side. */
export const stageProblems = (
  suite: SuiteDefinition,
  needs: ReadonlyMap<string, readonly DependencyEdge[]>,
): GraphProblem[] => {
  if (suite.cases.every((item) => item.stage === undefined)) return [];
  const byId = new Map(suite.cases.map((item) => [item.id, item]));
  return suite.cases.flatMap((item, at) => {
    const own = stageOf(item);
    const later = (needs.get(item.id) ?? []).flatMap((edge): GraphProblem[] => {
      const other = byId.get(edge.to);
      if (other === undefined || RANK[stageOf(other)] <= RANK[own]) return [];
      const message = `expected ${WORDS[own]} to need only what runs before it, got "${edge.to}", ${WORDS[stageOf(other)]}`;
      return [{ code: 'stage-order', message, pointer: `/cases/${String(at)}`, case: item.id }];
    });
    if (item.stage === undefined || item.flow === undefined) return later;
    const message = `expected ${WORDS[own]} to run once, got one with rows`;
    return [...later, { code: 'stage-order', message, pointer: `/cases/${String(at)}`, case: item.id }];
  });
};
