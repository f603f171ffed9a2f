import { isJsonObject, toPointer } from '#core/json-types';
import { findSensitive, isSensitiveKey } from '#core/masking';
import { problem } from '#core/problems';
import type { ProblemReason } from '#core/problems';
import type { Json } from '#core/units';

type Path = readonly (string | number)[];

/** More than anybody repairs at a time. */
const REASONS_MAX = 50;

const textsOf = function* (value: Json, path: Path): Generator<{ readonly text: string; readonly path: Path }> {
  if (typeof value === 'string') yield { text: value, path };
  else if (Array.isArray(value))
    for (const [at, item] of (value as readonly Json[]).entries()) yield* textsOf(item, [...path, at]);
  else if (isJsonObject(value))
    for (const [name, item] of Object.entries(value)) {
      // A name can hold a secret as well as a value can, such as a card number used as a key.
      yield { text: name, path: [...path, name] };
      yield* textsOf(item, [...path, name]);
    }
};

/** A pointer must not tell the value either, when the value is a name. */
const safePointer = (path: Path): string =>
  toPointer(path.map((part) => (typeof part === 'string' && findSensitive(part).length > 0 ? '***' : part)));

const hitsOf = (value: Json): ProblemReason[] => {
  const reasons = new Map<string, ProblemReason>();
  for (const { text, path } of textsOf(value, [])) {
    for (const { kind } of findSensitive(text)) {
      const pointer = safePointer(path);
      reasons.set(`${pointer} ${kind}`, {
        pointer,
        reason: `expected a reference such as {{name}} to a secret of the environment, got what looks like a ${kind.replaceAll('-', ' ')}`,
      });
      if (reasons.size >= REASONS_MAX) return [...reasons.values()];
    }
  }
  return [...reasons.values()];
};

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
