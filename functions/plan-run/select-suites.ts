import type { IndexedSuite } from '#core/catalog';
import { buildGraph } from '#core/dependency-graph';
import type { EnvironmentDefinition } from '#core/environment';
import { missingInEnvironment, missingTargets } from '#core/environment-fit';
import { inParallel } from '#core/in-parallel';
import { problem } from '#core/problems';
import type { Run } from '#core/run';
import { selectCases, selectOnly } from '#core/selection';
import { shardComponents, type ShardComponent } from '#core/shard-components';
import type { SuiteDefinition } from '#core/suite';
import type { CatalogStore, SuiteBodies } from '#ports/catalog-store';

const SUITES_AT_ONCE = 8;

/** A selected suite, read and cut where it may be cut. */
export interface SelectedSuite {
  readonly indexed: IndexedSuite;
  readonly definition: SuiteDefinition;
  readonly components: readonly ShardComponent[];
}

export interface SelectSuitesPorts {
  readonly catalog: CatalogStore;
  readonly suiteBodies: SuiteBodies;
}

/**
 * What the run asked for, as the catalog holds it now. Bodies are read by their digest.
 *
 * @throws unknown-suite, unknown-case, empty-selection when the catalog lost what was selected; missing-in-environment when a suite uses
 *         a variable, secret or target that this environment has not; suite-invalid; digest-mismatch when a body was changed
 */
export const selectSuites = async (
  run: Run,
  environment: EnvironmentDefinition,
  { catalog, suiteBodies }: SelectSuitesPorts,
  signal: AbortSignal,
): Promise<readonly SelectedSuite[]> => {
  const { service, runId, tenant } = run;
  const index = (await catalog.getSelectionIndex(tenant, service, signal)) ?? { service, revision: 0, suites: [] };
  const selection = run.onlyCases === undefined ? selectCases(index, run.selectors) : selectOnly(index, run.onlyCases);
  if (selection.unknownSuites.length > 0)
    throw problem('unknown-suite', `service ${service} has no suite ${selection.unknownSuites.join(', ')}`, { runId });
  if (selection.unknownCases.length > 0)
    throw problem('unknown-case', `service ${service} has no case ${selection.unknownCases.join(', ')}`, { runId });
  if (selection.cases === 0)
    throw problem('empty-selection', `none of the cases of service ${service} matches all selectors`, { runId });
  const indexed = new Map(index.suites.map((suite) => [suite.id, suite]));
  const names = [...Object.keys(environment.variables ?? {}), ...Object.keys(environment.secrets ?? {})];
  const selected = await inParallel(selection.suites, SUITES_AT_ONCE, async ({ id, cases }) => {
    const suite = indexed.get(id);
    if (suite === undefined)
      throw problem('invariant-broken', `the selection has ${id}, which its own index has not`, { runId });
    const definition = await suiteBodies.get(suite.key, suite.digest, signal);
    const graph = buildGraph(definition);
    const [first] = graph.problems;
    if (first !== undefined) throw problem('suite-invalid', `${id}${first.pointer}: ${first.message}`, { runId });
    return { indexed: suite, definition, components: shardComponents(definition, cases, graph) };
  });
  const uses = selected.map(({ indexed: { id }, definition }) => ({ id, uses: definition.uses ?? [] }));
  const missing = missingInEnvironment(environment.name, names, uses);
  if (missing !== undefined) throw missing;
  const definitions = selected.map(({ indexed: { id }, definition }) => ({ id, definition }));
  const untargeted = missingTargets(environment.name, Object.keys(environment.targets), definitions);
  if (untargeted !== undefined) throw untargeted;
  return selected;
};
