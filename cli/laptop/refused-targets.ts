import type { EnvironmentDefinition } from '#core/environment';
import type { SuiteDefinition } from '#core/suite';
import { targetsOf } from '#core/suite-targets';
import { HttpFailure } from '#engines/http/http-failure';
import { checkTarget } from '#engines/http/open-target';
import { targetsOnlyPolicy } from '#runner/http-for';
import { usageFailure } from '../cli-failure.ts';
import { LAPTOP_RANGES } from './laptop-ranges.ts';

const reasonOf = (url: string, environment: EnvironmentDefinition): string | undefined => {
  try {
    checkTarget(new URL(url), targetsOnlyPolicy(environment, LAPTOP_RANGES));
    return undefined;
  } catch (error) {
    if (error instanceof HttpFailure) return error.message;
    throw error;
  }
};

/**
 * Says before the first request that a target would be refused: addresses of cloud metadata and the like, user names in addresses. What a
 * name leads to is only known when it is looked up.
 *
 * @param named targets that the command line gave
 * @throws CliFailure usage
 */
export const refuseTargets = (
  environment: EnvironmentDefinition,
  suites: readonly { readonly definition: SuiteDefinition }[],
  named: readonly string[],
): void => {
  const used = new Set([
    'default',
    ...named,
    ...suites.flatMap(({ definition }) => targetsOf(definition).map(({ name }) => name)),
  ]);
  for (const name of used) {
    const url = environment.targets[name];
    const reason = url === undefined ? undefined : reasonOf(url, environment);
    if (reason !== undefined)
      throw usageFailure(
        `the target "${name}" may not be tested: ${reason}`,
        'targets are public, on this machine or in a private network; addresses of cloud metadata are never asked',
      );
  }
};
