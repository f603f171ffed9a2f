/** Ids of resources in answers: which field of an item is what a path parameter wants. */
import { isJsonObject } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import { headerOf, type Answer } from '#engines/security/answer';

const singular = (segment: string): string =>
  segment.endsWith('ies') ? `${segment.slice(0, -3)}y` : segment.replace(/(?<=[^s])s$/u, '');

const folded = (name: string): string => name.replaceAll(/[-_]/gu, '').toLowerCase();

const valueOf = (value: Json | undefined): string | undefined =>
  (typeof value === 'string' && value !== '' && value.length <= 200) || typeof value === 'number'
    ? String(value)
    : undefined;

/**
 * The value of an item that a path parameter wants: a field of the parameter's name, `orderId` for `/orders/{id}`, then `id` and the like.
 *
 * @param segment of the path before the parameter: `orders`
 */
export const idOf = (item: Json, parameter: string, segment: string): string | undefined => {
  if (!isJsonObject(item)) return valueOf(item);
  const thing = folded(singular(segment));
  const wanted = [
    folded(parameter),
    `${thing}id`,
    'id',
    'uuid',
    'key',
    thing,
    'slug',
    'number',
    'reference',
    'name',
    'username',
  ];
  const fields = new Map(Object.entries(item).map(([name, value]) => [folded(name), valueOf(value)]));
  for (const name of wanted) {
    const found = fields.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
};

const DEPTH_MAX = 3;

/** The longest list in an answer, and where: envelopes have it a level or two down. */
export const itemsOf = (json: Json | undefined, depth = 0): readonly Json[] | undefined => {
  if (Array.isArray(json)) return json as Json[];
  if (!isJsonObject(json) || depth >= DEPTH_MAX) return undefined;
  return Object.values(json)
    .map((value) => itemsOf(value, depth + 1))
    .filter((list) => list !== undefined)
    .sort((left, right) => right.length - left.length)[0];
};

/** The object that an answer is about: itself, or what its envelope holds. */
export const objectIn = (json: Json | undefined, depth = 0): JsonObject | undefined => {
  if (!isJsonObject(json)) return undefined;
  const inner = Object.entries(json).filter(([, value]) => isJsonObject(value));
  const isEnvelope =
    inner.length === 1 &&
    (Object.keys(json).length === 1 || ['data', 'result', 'payload'].includes(inner[0]?.[0] ?? ''));
  return isEnvelope && depth < DEPTH_MAX ? objectIn(inner[0]?.[1], depth + 1) : json;
};

/** The id of what a request created: from the body, or the last part of Location. */
export const createdId = (answer: Answer, parameter: string, segment: string): string | undefined => {
  const object = objectIn(answer.json);
  const fromBody = object === undefined ? undefined : idOf(object, parameter, segment);
  if (fromBody !== undefined) return fromBody;
  const location = headerOf(answer.headers, 'location');
  const last = location
    ?.split(/[?#]/u)[0]
    ?.split('/')
    .filter((part) => part !== '')
    .at(-1);
  return last === undefined ? undefined : decodeURIComponent(last);
};
