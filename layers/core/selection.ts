import type { IndexedSuite, SelectionIndex } from '#core/catalog';
import type { RunSelectors } from '#core/run';
import { matchesTags } from '#core/tag-selector';
import type { Capability } from '#core/words';

/** What a run asked for, found in a service's index. Cases that others depend on are not added here: planning does that. */
export interface Selection {
  /** Sorted by suite id; the cases of each keep the suite's own order. Suites without a selected case are left out. */
  readonly suites: readonly { readonly id: string; readonly cases: readonly string[] }[];
  readonly cases: number;
  /** Named suites that the index does not hold, as the caller wrote them. */
  readonly unknownSuites: readonly string[];
  /** Named cases that no suite of the index holds (of the named suite, for `suite/case`), as the caller wrote them. */
  readonly unknownCases: readonly string[];
}

/**
 * Selects cases by suites, cases, capability and tags; every selector given must hold. No selector selects everything.
 * A suite is named `service.suite` or `suite`, a case `case`, `suite/case` or `service.suite/case`.
 */
export const selectCases = (index: SelectionIndex, selectors: RunSelectors): Selection => {
  const suites = [...index.suites].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const bySuite = suiteFinder(index.service, suites);
  const named = namedSuites(selectors.suites, bySuite);
  const cases = namedCases(selectors.cases, suites, bySuite);
  const capabilities = asSet(selectors.capability);
  const selected = suites
    .filter(
      (suite) => (named.ids === undefined || named.ids.has(suite.id)) && (capabilities?.has(suite.capability) ?? true),
    )
    .map((suite) => ({
      id: suite.id,
      cases: casesOf(suite, selectors, cases.ids?.get(suite.id), cases.ids !== undefined),
    }))
    .filter((suite) => suite.cases.length > 0);
  return {
    suites: selected,
    cases: selected.reduce((sum, suite) => sum + suite.cases.length, 0),
    unknownSuites: named.unknown,
    unknownCases: cases.unknown,
  };
};

/** Selects exactly these cases by suite id: what a rerun repeats. Suites and cases that are gone are reported as unknown. */
export const selectOnly = (index: SelectionIndex, only: { readonly [suite: string]: readonly string[] }): Selection => {
  const suites = Object.keys(only);
  const cases = Object.entries(only).flatMap(([suite, ids]) => ids.map((id) => `${suite}/${id}`));
  return selectCases(index, { suites, cases });
};

/** Capabilities of the selected suites, each once, sorted. */
export const suiteTypesOf = (index: SelectionIndex, { suites }: Selection): readonly Capability[] => {
  const ids = new Set(suites.map(({ id }) => id));
  return [...new Set(index.suites.flatMap(({ id, capability }) => (ids.has(id) ? [capability] : [])))].sort();
};

type FindSuite = (name: string) => IndexedSuite | undefined;

const suiteFinder = (service: string, suites: readonly IndexedSuite[]): FindSuite => {
  const byId = new Map(suites.map((suite) => [suite.id, suite]));
  return (name) => byId.get(name) ?? byId.get(`${service}.${name}`);
};

const namedSuites = (names: readonly string[] | undefined, find: FindSuite) => {
  if (names === undefined) return { ids: undefined, unknown: [] };
  const found = names.map((name) => ({ name, suite: find(name) }));
  return {
    ids: new Set(found.flatMap(({ suite }) => (suite === undefined ? [] : [suite.id]))),
    unknown: unique(found.filter(({ suite }) => suite === undefined).map(({ name }) => name)),
  };
};

const namedCases = (names: readonly string[] | undefined, suites: readonly IndexedSuite[], find: FindSuite) => {
  if (names === undefined) return { ids: undefined, unknown: [] };
  const ids = new Map<string, Set<string>>();
  const known = new Map(suites.map((suite) => [suite.id, new Set(suite.cases.map((entry) => entry.id))]));
  const unknown: string[] = [];
  for (const name of names) {
    const slash = name.indexOf('/');
    const caseId = name.slice(slash + 1);
    const within = slash < 0 ? suites : [find(name.slice(0, slash))].filter((suite) => suite !== undefined);
    const holders = within.filter((suite) => known.get(suite.id)?.has(caseId));
    if (holders.length === 0) unknown.push(name);
    for (const holder of holders) ids.set(holder.id, (ids.get(holder.id) ?? new Set()).add(caseId));
  }
  return { ids, unknown: unique(unknown) };
};

const casesOf = (suite: IndexedSuite, selectors: RunSelectors, ids: ReadonlySet<string> | undefined, byName: boolean) =>
  suite.cases
    .filter((entry) => (!byName || ids?.has(entry.id) === true) && matchesTags(entry.tags, selectors.tags))
    .map((entry) => entry.id);

const asSet = (value: Capability | readonly Capability[] | undefined): ReadonlySet<Capability> | undefined =>
  value === undefined ? undefined : new Set(typeof value === 'string' ? [value] : value);

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];
