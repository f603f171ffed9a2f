import type { SelectionIndex } from '#core/catalog';
import { buildGraph, withDependencies } from '#core/dependency-graph';
import { suggestion } from '#core/nearest-name';
import type { TagSelector } from '#core/run';
import { selectCases } from '#core/selection';
import type { SuiteDefinition } from '#core/suite';
import { usageFailure } from '../cli-failure.ts';
import type { LoadedSuite } from './load-suites.ts';

export interface CaseSelectors {
  readonly tags?: TagSelector;
  readonly suites?: readonly string[];
  readonly cases?: readonly string[];
}

export interface SelectedCases {
  /** Cut down to what was asked for and everything it needs. */
  readonly suites: readonly LoadedSuite[];
  /** `suite/case` of everything that will run. */
  readonly planned: ReadonlySet<string>;
  /** Cases that run only because others need them. */
  readonly added: number;
}

const tagsOf = (suite: SuiteDefinition, own: readonly string[] = []): readonly string[] => [
  ...new Set([...(suite.tags ?? []), ...own]),
];

const indexOf = (service: string, suites: readonly LoadedSuite[]): SelectionIndex => ({
  service,
  revision: 0,
  suites: suites.map(({ id, definition }) => ({
    id,
    capability: definition.capability,
    digest: '',
    key: '',
    advisory: definition.advisory ?? false,
    cases: definition.cases.map((item) => ({ id: item.id, tags: tagsOf(definition, item.tags) })),
  })),
});

const listed = (names: Iterable<string>): string => {
  const all = [...new Set(names)].sort();
  return all.length <= 12 ? all.join(', ') : `${all.slice(0, 12).join(', ')} and ${String(all.length - 12)} more`;
};

const refuseUnknown = (what: string, name: string, known: readonly string[]): never => {
  throw usageFailure(
    `no ${what} "${name}" in these files${suggestion(name, known)}`,
    known.length === 0 ? undefined : `there are: ${listed(known)}`,
  );
};

/** A tag that nobody has selects nothing, or everything where it is excluded: either way it is a slip. */
const checkTags = (selector: TagSelector | undefined, suites: readonly LoadedSuite[]): void => {
  if (selector === undefined) return;
  const isList = (value: TagSelector): value is readonly string[] => Array.isArray(value);
  const { all = [], any = [], none = [] } = isList(selector) ? { all: selector } : selector;
  const known = suites.flatMap(({ definition }) => [
    ...(definition.tags ?? []),
    ...definition.cases.flatMap((item) => item.tags ?? []),
  ]);
  const unknown = [...all, ...any, ...none].find((tag) => !known.includes(tag));
  if (unknown !== undefined) refuseUnknown('case or suite has the tag', unknown, known);
};

/**
 * Selects cases as `assay run` does, over all services of the files, and adds what they need.
 *
 * @throws CliFailure usage for suites, cases and tags that are not there, and when nothing is left to run
 */
export const selectOnLaptop = (loaded: readonly LoadedSuite[], selectors: CaseSelectors): SelectedCases => {
  checkTags(selectors.tags, loaded);
  const services = Map.groupBy(loaded, ({ definition }) => definition.service);
  const selections = [...services].map(([service, suites]) => selectCases(indexOf(service, suites), selectors));
  const everywhere = (names: readonly (readonly string[])[]): string | undefined =>
    names[0]?.find((name) => names.every((list) => list.includes(name)));
  const suite = everywhere(selections.map(({ unknownSuites }) => unknownSuites));
  if (suite !== undefined)
    refuseUnknown(
      'suite',
      suite,
      loaded.flatMap(({ id, definition }) => (suite.includes('.') ? [id] : [definition.suite])),
    );
  const caseId = everywhere(selections.map(({ unknownCases }) => unknownCases));
  if (caseId !== undefined)
    refuseUnknown(
      'case',
      caseId,
      loaded.flatMap(({ definition }) => definition.cases.map((item) => item.id)),
    );
  const chosen = new Map(selections.flatMap(({ suites }) => suites.map(({ id, cases }) => [id, cases] as const)));
  const cut = loaded.flatMap((one): LoadedSuite[] => {
    const cases = chosen.get(one.id);
    if (cases === undefined) return [];
    const definition = withDependencies(one.definition, cases, buildGraph(one.definition));
    return definition.cases.length === 0 ? [] : [{ ...one, definition }];
  });
  const planned = new Set(cut.flatMap(({ id, definition }) => definition.cases.map((item) => `${id}/${item.id}`)));
  if (planned.size === 0) throw usageFailure('no case matches all of the selectors', 'leave one out');
  const asked = selections.reduce((sum, { cases }) => sum + cases, 0);
  return { suites: cut, planned, added: planned.size - asked };
};
