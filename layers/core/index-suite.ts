import type { IndexedSuite, StoredSuite } from '#core/catalog';
import { buildGraph } from '#core/dependency-graph';
import type { SuiteDefinition } from '#core/suite';
import { neededNames } from '#core/suite-names';

/** A suite's row in the selection index of its service. A case is found by its own tags and by those of its suite. */
export const indexSuite = (
  suite: SuiteDefinition,
  { id, capability, digest, key, advisory }: Pick<StoredSuite, 'id' | 'capability' | 'digest' | 'key' | 'advisory'>,
): IndexedSuite => {
  const { needs } = buildGraph(suite);
  const places = new Map(suite.cases.map((item, at) => [item.id, at]));
  const uses = neededNames(suite);
  return {
    id,
    capability,
    digest,
    key,
    advisory,
    ...(uses.length === 0 ? {} : { uses }),
    cases: suite.cases.map((item) => {
      const needed = (needs.get(item.id) ?? []).flatMap(({ to }) => places.get(to) ?? []);
      return {
        id: item.id,
        tags: [...new Set([...(suite.tags ?? []), ...(item.tags ?? [])])],
        ...(needed.length === 0 ? {} : { needs: needed }),
      };
    }),
  };
};

/**
 * Cases that a run has besides the selected ones, because these need them: in the order of the suite. Empty for a suite that was indexed
 * before the index knew dependencies.
 */
export const dependenciesOf = ({ cases }: IndexedSuite, selected: readonly string[]): readonly string[] => {
  const chosen = new Set(selected);
  const reached = new Set(cases.flatMap(({ id }, at) => (chosen.has(id) ? [at] : [])));
  // A set is walked on while it grows.
  for (const at of reached) for (const needed of cases[at]?.needs ?? []) reached.add(needed);
  return cases.flatMap(({ id }, at) => (reached.has(at) && !chosen.has(id) ? [id] : []));
};
