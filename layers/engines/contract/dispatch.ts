import { isJsonObject, setField } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import { noteSource, sourceOf } from '#engines/contract/normalise-schema';
import { refName } from '#engines/contract/schema-view';

const PREFIX = '#/$defs/';

interface Choice {
  readonly propertyName: string;
  /** Definition by value. */
  readonly mapping: readonly (readonly [string, string])[];
  readonly fallback?: string;
}

const nameBehind = (ref: Json): string => (typeof ref === 'string' ? ref.slice(PREFIX.length) : '');

const choiceOf = (schema: Json): Choice | undefined => {
  const found = isJsonObject(schema) ? schema['discriminator'] : undefined;
  if (!isJsonObject(found) || !isJsonObject(found['mapping']) || typeof found['propertyName'] !== 'string')
    return undefined;
  const fallback = found['defaultMapping'];
  return {
    propertyName: found['propertyName'],
    mapping: Object.entries(found['mapping']).map(([value, ref]) => [value, nameBehind(ref)] as const),
    ...(fallback === undefined ? {} : { fallback: nameBehind(fallback) }),
  };
};

const unionOf = (schema: JsonObject): readonly Json[] =>
  ['oneOf', 'anyOf'].flatMap((keyword) => (Array.isArray(schema[keyword]) ? (schema[keyword] as readonly Json[]) : []));

/** A schema whose discriminator chooses among those that build on it, not among members of its own. */
export const isInherited = (schema: Json): boolean =>
  isJsonObject(schema) && choiceOf(schema) !== undefined && unionOf(schema).length === 0;

const property = (name: string, schema: Json): JsonObject => {
  const properties: { [name: string]: Json } = {};
  setField(properties, name, schema);
  return { properties };
};

/**
 * A schema with a discriminator as conditions: the value of the property says which schema must hold, a value that stands for none is
 * wrong. Without the property what would hold without discriminator holds.
 *
 * @param plain what holds without discriminator
 * @param refer makes a reference to a definition
 */
export const dispatched = (schema: Json, plain: JsonObject, refer: (name: string) => JsonObject): JsonObject => {
  const choice = choiceOf(schema);
  if (choice === undefined || !isJsonObject(schema)) return plain;
  const { propertyName, mapping, fallback } = choice;
  const source = `${sourceOf(schema) ?? ''}/discriminator`;
  const union = unionOf(schema);
  const conditions = mapping.map(([value, name]) => ({
    if: property(propertyName, { const: value }),
    then: refer(name),
  }));
  const names = mapping.map(([value]) => value);
  const known = noteSource({ enum: names }, `${source}/propertyName`);
  // A member without a name cannot be chosen by one: for other values the union decides.
  const isClosed = union.every((member) => refName(member) !== undefined);
  const others: JsonObject = isClosed
    ? property(propertyName, known)
    : { if: property(propertyName, known), else: plain };
  const missing = fallback === undefined ? plain : refer(fallback);
  return {
    if: { type: 'object', required: [propertyName], ...property(propertyName, { type: 'string' }) },
    then: { allOf: [others, ...conditions] },
    else: missing,
  };
};
