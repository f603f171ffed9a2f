/** Parameters of fragments where the schema wants another type than text: `timeoutMs: '{{limit}}'`. They are judged when they are filled in. */
import type { ErrorObject } from 'ajv';
import { fieldOf, isJsonObject } from '#core/json-types';

const WHOLE = /^\{\{\s*([A-Za-z_]\w*)[^{}]*\}\}$/u;

/**
 * Whether what the schema says against a value can wait until the fragment is included: it is nothing but one of the fragment's parameters.
 *
 * @param value the whole file that the error is about
 */
export const filledLater = ({ instancePath, data }: ErrorObject, value: unknown): boolean => {
  if (typeof data !== 'string' || !instancePath.startsWith('/fragments/')) return false;
  const [, , name = '', list, , ...inside] = instancePath.split('/');
  // An id is what everything else is told by, so it is written down.
  if (list !== 'cases' || inside.length === 0 || (inside.length === 1 && inside[0] === 'id')) return false;
  const parameter = WHOLE.exec(data)?.[1];
  if (parameter === undefined || !isJsonObject(value)) return false;
  const fragments = value['fragments'];
  const fragment = isJsonObject(fragments) ? fieldOf(fragments, name) : undefined;
  const parameters = isJsonObject(fragment) ? fieldOf(fragment, 'parameters') : undefined;
  return isJsonObject(parameters) && Object.hasOwn(parameters, parameter);
};
