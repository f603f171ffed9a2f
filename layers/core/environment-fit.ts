import { suggestion } from '#core/nearest-name';
import type { SuiteDefinition } from '#core/suite';
import { unknownTargets } from '#core/suite-targets';
import { problem, type Problem, type ProblemReason } from '#core/problems';

/** A suite, and the names that it expects of the environment. */
export interface SuiteUses {
  readonly id: string;
  readonly uses?: readonly string[];
}

/** What suites use and an environment has neither as variable nor as secret: as a problem that names each of them; undefined when it has all. */
export const missingInEnvironment = (
  environment: string,
  names: readonly string[],
  suites: readonly SuiteUses[],
): Problem | undefined => {
  const missing = suites.flatMap(({ id, uses = [] }) =>
    uses.filter((used) => !names.includes(used)).map((used) => ({ suite: id, used, meant: suggestion(used, names) })),
  );
  if (missing.length === 0) return undefined;
  const errors = missing.map(({ suite, used, meant }): ProblemReason => ({
    pointer: '/environment',
    reason: `suite ${suite} uses "${used}": expected environment ${environment} to have such a variable or secret${meant}`,
  }));
  const all = missing.map(({ suite, used }) => `"${used}" of suite ${suite}`).join(', ');
  return problem('missing-in-environment', `environment ${environment} lacks ${all}`, { errors });
};

/** Targets that suites send to and an environment has not, likewise. */
export const missingTargets = (
  environment: string,
  targets: readonly string[],
  suites: readonly { readonly id: string; readonly definition: SuiteDefinition }[],
): Problem | undefined => {
  const missing = suites.flatMap(({ id, definition }) =>
    unknownTargets(definition, targets).map((one) => ({ suite: id, ...one })),
  );
  if (missing.length === 0) return undefined;
  const errors = missing.map(({ suite, pointer, message }): ProblemReason => ({
    pointer: '/environment',
    reason: `suite ${suite}${pointer}: ${message}`,
  }));
  const all = missing.map(({ suite, name }) => `"${name}" of suite ${suite}`).join(', ');
  return problem('missing-in-environment', `environment ${environment} lacks the target ${all}`, { errors });
};
