import { problem } from '#core/problems';
import type { ProblemReason } from '#core/problems';
import { sensitivePlaces } from '#core/sensitive-places';
import type { Json } from '#core/units';
import { secretVariables } from '#engines/suite-file/environment-problems';

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

/**
 * Refuses variables whose names say that they are secrets, whatever their values look like (B2).
 *
 * @throws sensitive-value
 */
export const refuseSecretVariables = (
  environment: string,
  variables: { readonly [name: string]: Json } | undefined,
): void => {
  const found = secretVariables(variables);
  refuse(
    `environment ${environment}`,
    found.map(({ pointer, message }) => ({ pointer, reason: message })),
  );
};
