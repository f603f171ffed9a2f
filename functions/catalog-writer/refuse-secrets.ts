import { toPointer } from '#core/json-types';
import { isSensitiveKey } from '#core/masking';
import { problem } from '#core/problems';
import type { ProblemReason } from '#core/problems';
import { sensitivePlaces } from '#core/sensitive-places';
import type { Json } from '#core/units';

const hitsOf = (value: Json): ProblemReason[] =>
  sensitivePlaces(value).map(({ pointer, kind }) => ({
    pointer,
    reason: `expected a reference such as {{name}} to a secret of the environment, got what looks like a ${kind.replaceAll('-', ' ')}`,
  }));

const refuse = (what: string, reasons: readonly ProblemReason[]): void => {
  if (reasons.length === 0) return;
  throw problem(
    'sensitive-value',
    `${what} holds ${String(reasons.length)} secret value(s) in clear text; put them into Secrets Manager and bind them in the environment's "secrets"`,
    { errors: reasons },
  );
};

/**
 * Refuses definitions with values that look like credentials or card numbers; the answer has places and kinds, never the value (B2.1).
 *
 * @throws sensitive-value
 */
export const refuseSecrets = (what: string, definition: object): void => {
  refuse(what, hitsOf(definition as Json));
};

const isPlace = (value: string): boolean => /^(https?:\/\/|\/)/.test(value);
const isReference = (value: string): boolean => /\{\{[^{}]+\}\}/.test(value);

/**
 * A variable whose name says that it is a secret does not belong among the variables, whatever its value looks like (B2). Addresses
 * such as a token URL do.
 *
 * @throws sensitive-value
 */
export const refuseSecretVariables = (
  environment: string,
  variables: { readonly [name: string]: Json } | undefined,
): void => {
  const reasons = Object.entries(variables ?? {})
    .filter(
      ([name, value]) =>
        isSensitiveKey(name) && typeof value === 'string' && value !== '' && !isPlace(value) && !isReference(value),
    )
    .map(([name]) => ({
      pointer: toPointer(['variables', name]),
      reason: `expected "${name}" among the environment's "secrets", because its name says that it is one`,
    }));
  refuse(`environment ${environment}`, reasons);
};
