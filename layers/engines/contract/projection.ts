/**
 * Schemas as they hold in one direction: what is readOnly is not needed in a request and must not be there, likewise writeOnly in a
 * response; a discriminator chooses the one schema that must hold. References become `def:NAME`, each definition a schema of its own.
 */
import { isJsonObject, setField } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import { dispatched, isInherited } from '#engines/contract/dispatch';
import type { SchemaRoot } from '#engines/contract/model';
import { noteSource, sourceOf } from '#engines/contract/normalise-schema';
import { refName } from '#engines/contract/schema-view';

export type Direction = 'request' | 'response';

/** The keyword that marks a property that must not be there in this direction. */
export const FOREIGN = 'foreignProperty';
/** A definition without what its discriminator chooses: what its heirs build on. */
const PLAIN = '.plain';

/** Annotations say nothing of a value. */
const ANNOTATIONS = new Set(['title', 'default', 'examples', 'deprecated', 'readOnly', 'writeOnly', 'contentSchema']);
const ONE = new Set(
  'additionalProperties contains propertyNames unevaluatedProperties unevaluatedItems not if then else items'.split(
    ' ',
  ),
);
const MAPS = new Set(['properties', 'patternProperties', 'dependentSchemas']);
const LISTS = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);

export const defUri = (name: string): string => `def:${encodeURIComponent(name)}`;

const FOREIGN_KEYWORD = { request: 'readOnly', response: 'writeOnly' } as const;

export class Projection {
  readonly direction: Direction;
  readonly #defs: JsonObject;
  readonly #made = new Map<string, Json>();

  constructor(root: SchemaRoot, direction: Direction) {
    this.#defs = root.$defs;
    this.direction = direction;
  }

  /** Definitions that a projected schema refers to by `def:NAME`. */
  refsIn(schema: Json): readonly string[] {
    const found: string[] = [];
    const open: Json[] = [schema];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (isJsonObject(next)) {
        const ref = next['$ref'];
        if (typeof ref === 'string' && ref.startsWith('def:')) found.push(decodeURIComponent(ref.slice(4)));
      }
      if (typeof next === 'object' && next !== null) open.push(...Object.values<Json>(next as JsonObject));
    }
    return found;
  }

  definition(name: string): Json {
    const known = this.#made.get(name);
    if (known !== undefined) return known;
    const isPlain = name.endsWith(PLAIN);
    const own = isPlain ? name.slice(0, -PLAIN.length) : name;
    const schema = this.#defs[own] ?? true;
    const refer = (target: string): JsonObject => ({ $ref: defUri(target === own ? own + PLAIN : target) });
    const made = !isPlain && isInherited(schema) ? dispatched(schema, refer(own), refer) : this.schema(schema, own);
    this.#made.set(name, made);
    return made;
  }

  /** @param owner name of the definition that the schema is in */
  schema(schema: Json, owner = ''): Json {
    if (!isJsonObject(schema)) return schema;
    const name = refName(schema);
    if (name !== undefined) return this.#sourced({ $ref: defUri(name) }, schema);
    const made: { [keyword: string]: Json } = {};
    for (const [keyword, value] of Object.entries(schema)) this.#keyword(keyword, value, schema, owner, made);
    const isUnion = made['oneOf'] !== undefined || made['anyOf'] !== undefined;
    if (!isUnion || !isJsonObject(schema['discriminator'])) return this.#sourced(made, schema);
    const { oneOf, anyOf, ...others } = made;
    const union: JsonObject = {
      ...(oneOf === undefined ? {} : { oneOf }),
      ...(anyOf === undefined ? {} : { anyOf }),
    };
    const chosen = dispatched(schema, this.#sourced(union, schema), (target) => ({ $ref: defUri(target) }));
    return this.#sourced({ ...others, allOf: [...((others['allOf'] as readonly Json[]) ?? []), chosen] }, schema);
  }

  #sourced<T extends JsonObject>(made: T, from: JsonObject): T {
    const source = sourceOf(from);
    return source === undefined ? made : noteSource(made, source);
  }

  #keyword(keyword: string, value: Json, schema: JsonObject, owner: string, made: { [keyword: string]: Json }): void {
    if (ANNOTATIONS.has(keyword) || keyword === 'discriminator') return;
    if (keyword === 'required') made[keyword] = this.#required(value as readonly string[], schema);
    else if (ONE.has(keyword)) made[keyword] = this.schema(value);
    else if (keyword === 'allOf') made[keyword] = (value as readonly Json[]).map((part) => this.#part(part, owner));
    else if (LISTS.has(keyword)) made[keyword] = (value as readonly Json[]).map((part) => this.schema(part));
    else if (MAPS.has(keyword)) made[keyword] = this.#map(value as JsonObject, keyword === 'properties');
    else made[keyword] = value;
  }

  /** What an heir builds on is the schema itself, not the choice among its heirs. */
  #part(part: Json, owner: string): Json {
    const parent = refName(part);
    const schema = parent === undefined ? undefined : this.#defs[parent];
    if (parent === undefined || !isJsonObject(part) || !isInherited(schema ?? true)) return this.schema(part);
    const { mapping } = (schema as { readonly discriminator: { readonly mapping: JsonObject } }).discriminator;
    const isHeir = Object.values(mapping).includes(`#/$defs/${owner}`);
    return this.#sourced({ $ref: defUri(isHeir ? parent + PLAIN : parent) }, part);
  }

  #map(schemas: JsonObject, areProperties: boolean): JsonObject {
    const made: { [name: string]: Json } = {};
    for (const [name, schema] of Object.entries(schemas)) {
      const isForeign = areProperties && this.#isForeign(schema) && isJsonObject(schema);
      const keyword = FOREIGN_KEYWORD[this.direction];
      setField(made, name, isForeign ? this.#sourced({ [FOREIGN]: keyword }, schema) : this.schema(schema));
    }
    return made;
  }

  #isForeign(schema: Json): boolean {
    let current = schema;
    for (let step = 0; step < 20; step += 1) {
      if (!isJsonObject(current)) return false;
      if (current[FOREIGN_KEYWORD[this.direction]] === true) return true;
      const name = refName(current);
      if (name === undefined) return false;
      current = this.#defs[name] ?? true;
    }
    return false;
  }

  #required(names: readonly string[], schema: JsonObject): readonly string[] {
    const properties = schema['properties'];
    if (!isJsonObject(properties)) return names;
    return names.filter((name) => !Object.hasOwn(properties, name) || !this.#isForeign(properties[name] ?? true));
  }
}
