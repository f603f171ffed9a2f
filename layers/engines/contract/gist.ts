import { isJsonObject, jsonTypeOf, shortJson } from '#core/json-types';
import type { Json } from '#core/units';

const isPlain = (value: Json): boolean => typeof value !== 'object' || value === null;

/** What a value is, in a few words, however large it is: `an object with id, name`, `string "x"`. */
export const gist = (value: Json | undefined): string => {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    return items.length <= 10 && items.every(isPlain)
      ? shortJson(value, 60)
      : `an array of ${String(items.length)} items`;
  }
  if (isJsonObject(value)) return `an object with ${Object.keys(value).slice(0, 5).join(', ') || 'no fields'}`;
  const type = jsonTypeOf(value);
  return type === 'null' || type === 'boolean' ? shortJson(value) : `${type} ${shortJson(value, 60)}`;
};
