import type { EnvironmentDefinition } from '#core/environment';
import { toPointer } from '#core/json-types';
import { isSensitiveKey } from '#core/masking';
import { strayReference } from '#core/secret-reference';
import type { Json } from '#core/units';

/** What is wrong with an environment, by JSON Pointer. */
export interface EnvironmentProblem {
  readonly pointer: string;
  readonly message: string;
}

const isPlace = (value: string): boolean => /^(https?:\/\/|\/)/.test(value);
const isReference = (value: string): boolean => /\{\{[^{}]+\}\}/.test(value);

/**
 * Variables whose names say that they are secrets do not belong among the variables, whatever their values look like (B2). Addresses, such as
 * a token URL, and empty texts do.
 */
export const secretVariables = (variables: { readonly [name: string]: Json } = {}): EnvironmentProblem[] =>
  Object.entries(variables)
    .filter(
      ([name, value]) =>
        isSensitiveKey(name) && typeof value === 'string' && value !== '' && !isPlace(value) && !isReference(value),
    )
    .map(([name]) => ({
      pointer: toPointer(['variables', name]),
      message: `expected "${name}" among the environment's "secrets", because its name says that it is one`,
    }));

/** One name for a secret and a variable: nobody could tell which of them `{{name}}` means. */
export const clashes = ({
  secrets = {},
  variables = {},
}: Pick<EnvironmentDefinition, 'secrets' | 'variables'>): EnvironmentProblem[] =>
  Object.keys(secrets)
    .filter((name) => Object.hasOwn(variables, name))
    .map((name) => ({
      pointer: toPointer(['secrets', name]),
      message: `expected a name that is not among the variables, got "${name}"`,
    }));

/** Whose environment it is becomes known with the push: here a reference has to stay with the tenant that it names itself. */
const strayReferences = ({ secrets = {} }: EnvironmentDefinition): EnvironmentProblem[] =>
  Object.entries(secrets).flatMap(([name, { ref }]) => {
    const tenant = /(?:^|:secret:)assay\/([^/#]+)\//.exec(ref)?.[1] ?? 'TENANT';
    const message = strayReference(ref, tenant);
    return message === undefined ? [] : [{ pointer: toPointer(['secrets', name, 'ref']), message }];
  });

/** What a schema cannot say about an environment and no plane is needed for: said alike for files and for pushed bodies. */
export const environmentProblems = (definition: EnvironmentDefinition): EnvironmentProblem[] => [
  ...secretVariables(definition.variables),
  ...clashes(definition),
  ...strayReferences(definition),
];
