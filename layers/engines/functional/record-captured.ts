import type { CapturedValue } from '#core/case-result';
import type { EnvironmentDefinition } from '#core/environment';
import { isSensitiveKey } from '#core/masking';
import type { Masker } from '#core/masking';
import type { Json } from '#core/units';

/** Bytes of a value as JSON that are kept; of a larger one only type and size. */
const VALUE_BYTES_MAX = 1024;

const typeOf = (value: Json): CapturedValue['type'] => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as 'boolean' | 'number' | 'string' | 'object';
};

/**
 * What a case captured, for the view of the context (C3.1): type and size always, the value masked and only where the environment lets
 * bodies be kept.
 *
 * @param isSecret true for a token, whose value is never kept
 */
export const recordCaptured = (
  values: ReadonlyMap<string, Json>,
  isSecret: boolean,
  masker: Masker,
  capture: EnvironmentDefinition['capture'],
): { readonly [variable: string]: CapturedValue } =>
  Object.fromEntries(
    [...values].map(([name, value]) => {
      const bytes = Buffer.byteLength(JSON.stringify(value));
      const isKept =
        (capture === undefined || capture === 'masked') &&
        bytes <= VALUE_BYTES_MAX &&
        !isSecret &&
        !isSensitiveKey(name);
      return [name, { type: typeOf(value), bytes, ...(isKept ? { value: masker.maskJson(value) } : {}) }];
    }),
  );
