import type { SelectionIndex, StoredEnvironment } from '#core/catalog';
import { missingInEnvironment } from '#core/environment-fit';
import { suggestion } from '#core/nearest-name';
import { problem } from '#core/problems';
import type { ProblemReason } from '#core/problems';
import type { GateRules, RunSelectors } from '#core/run';
import { selectCases } from '#core/selection';
import type { Selection } from '#core/selection';
import { namedTags } from '#core/tag-selector';

/** Names that a sentence lists before it only counts them. */
const LISTED_MAX = 10;

const listed = (names: Iterable<string>): string => {
  const all = [...new Set(names)].sort();
  if (all.length === 0) return 'none';
  const more = all.length - LISTED_MAX;
  return more <= 0 ? all.join(', ') : `${all.slice(0, LISTED_MAX).join(', ')} and ${String(more)} more`;
};

const pointersOf = (
  list: 'suites' | 'cases',
  given: readonly string[] | undefined,
  unknown: readonly string[],
  known: readonly string[],
): ProblemReason[] =>
  (given ?? []).flatMap((name, at) =>
    unknown.includes(name)
      ? [{ pointer: `/${list}/${String(at)}`, reason: `"${name}" is not registered${suggestion(name, known)}` }]
      : [],
  );

/** What there is to select from, and which of the named tags and capabilities nothing has. */
const emptySelection = ({ service, suites }: SelectionIndex, { tags, capability }: RunSelectors): Error => {
  if (suites.length === 0)
    return problem(
      'empty-selection',
      `service ${service} has no suite yet; push one with PUT /suites/${service}.SUITE`,
    );
  const cases = suites.flatMap((suite) => suite.cases);
  const known = new Set(cases.flatMap((item) => item.tags));
  const capabilities: ReadonlySet<string> = new Set(suites.map((suite) => suite.capability));
  const wanted = capability === undefined ? [] : typeof capability === 'string' ? [capability] : capability;
  const errors: ProblemReason[] = [
    ...namedTags(tags)
      .filter(({ tag }) => !known.has(tag))
      .map(({ tag, place }) => ({
        pointer: `/tags${place}`,
        reason: `no case of service ${service} has the tag "${tag}"${suggestion(tag, known)}`,
      })),
    ...wanted
      .filter((name) => !capabilities.has(name))
      .map((name) => ({ pointer: '/capability', reason: `service ${service} has no ${name} suite` })),
  ];
  const detail =
    `none of the ${String(cases.length)} cases of service ${service} matches all selectors; ` +
    `its suites: ${listed(suites.map(({ id }) => id))}; its tags: ${listed(known)}; its capabilities: ${listed(capabilities)}`;
  return problem('empty-selection', detail, errors.length === 0 ? {} : { errors });
};

/** @throws unknown-suite, unknown-case, empty-selection: a run of nothing must not look like a pass */
export const selectForRun = (index: SelectionIndex, selectors: RunSelectors): Selection => {
  const selection = selectCases(index, selectors);
  if (selection.unknownSuites.length > 0) {
    const known = index.suites.flatMap(({ id }) => [id, id.slice(index.service.length + 1)]);
    throw problem('unknown-suite', `service ${index.service} has no suite ${selection.unknownSuites.join(', ')}`, {
      errors: pointersOf('suites', selectors.suites, selection.unknownSuites, known),
    });
  }
  if (selection.unknownCases.length > 0) {
    const known = index.suites.flatMap(({ cases }) => cases.map(({ id }) => id));
    throw problem('unknown-case', `service ${index.service} has no case ${selection.unknownCases.join(', ')}`, {
      errors: pointersOf('cases', selectors.cases, selection.unknownCases, known),
    });
  }
  if (selection.cases === 0) throw emptySelection(index, selectors);
  return selection;
};

/**
 * Suites that the gate requires and the service has not could never have run, so the gate could never open.
 *
 * @throws unknown-suite with the nearest name
 */
export const requireRequiredSuites = (
  { service, suites }: SelectionIndex,
  { requiredSuites: required = [] }: GateRules,
): void => {
  const known = suites.flatMap(({ id }) => [id, id.slice(service.length + 1)]);
  const unknown = required.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  const errors = required.flatMap((name, at): ProblemReason[] =>
    unknown.includes(name)
      ? [
          {
            pointer: `/gate/requiredSuites/${String(at)}`,
            reason: `"${name}" is not registered${suggestion(name, known)}`,
          },
        ]
      : [],
  );
  throw problem('unknown-suite', `service ${service} has no suite ${unknown.join(', ')}, which the gate requires`, {
    errors,
  });
};

/**
 * What the environment must allow and have, as far as it was read; planning checks it again.
 *
 * @throws capability-not-allowed (F3.1), missing-in-environment naming variable, suite and environment
 */
export const requireFits = (
  environment: StoredEnvironment | undefined,
  index: SelectionIndex,
  selection: Selection,
): void => {
  if (environment === undefined) return;
  const { name, allowedCapabilities: allowed, variables = {}, secrets = {} } = environment.definition;
  const selected = new Set(selection.suites.map(({ id }) => id));
  const suites = index.suites.filter(({ id }) => selected.has(id));
  const refused = allowed === undefined ? [] : suites.filter(({ capability }) => !allowed.includes(capability));
  if (refused.length > 0) {
    const what = refused.map(({ id, capability }) => `${id} (${capability})`).join(', ');
    throw problem(
      'capability-not-allowed',
      `environment ${name} allows ${allowed?.join(', ') || 'nothing'}, got ${what}`,
    );
  }
  const names = [...Object.keys(variables), ...Object.keys(secrets)];
  const missing = missingInEnvironment(name, names, suites);
  if (missing !== undefined) throw missing;
};
