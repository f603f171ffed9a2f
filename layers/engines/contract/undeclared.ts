/**
 * Fields of a body that its schema does not name, whatever `additionalProperties` says (row 16).
 *
 * An object whose schema names no field at all is a map or free: its fields are data, not undeclared. Of a union the members that match
 * count; one that matches and names nothing makes the object free.
 */
import { fieldOf, isJsonObject, toPointer } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import type { SchemaView } from '#engines/contract/model';
import { sourceOf } from '#engines/contract/normalise-schema';
import { readPattern } from '#engines/contract/schema-keywords';
import { refName } from '#engines/contract/schema-view';
import type { Validators } from '#engines/contract/validators';

export interface UndeclaredField {
  /** JSON Pointer into the body, of the first one where a list has many. */
  readonly pointer: string;
  /** JSON Pointer of the schema that should have named it. */
  readonly documentPointer: string;
  readonly value: Json;
}

const FOUND_MAX = 50;
const UNIONS = ['anyOf', 'oneOf'] as const;

/** Schemas that hold for a value together, whatever the value is, and those that depend on it. */
interface Shape {
  readonly schemas: readonly JsonObject[];
  /** Owners of unions and conditions. */
  readonly dynamic: readonly JsonObject[];
  /** Owners of those that are chosen already. */
  readonly settled: ReadonlySet<JsonObject>;
  readonly isFree: boolean;
  readonly names: boolean;
  readonly isClosed: boolean;
  readonly fields: Map<string, Shape | undefined>;
  readonly variants: Map<string, Shape>;
  readonly positions: Map<number, Shape | undefined>;
}

/** What a value chooses of a schema. */
interface Choice {
  readonly schemas: readonly Json[];
  readonly key: string;
  readonly isFree: boolean;
}

const NONE: ReadonlySet<JsonObject> = new Set();
const FREE: Shape = {
  schemas: [],
  dynamic: [],
  settled: NONE,
  isFree: true,
  names: false,
  isClosed: false,
  fields: new Map(),
  variants: new Map(),
  positions: new Map(),
};

const hasChoice = (schema: JsonObject): boolean =>
  UNIONS.some((union) => Array.isArray(schema[union])) ||
  schema['if'] !== undefined ||
  schema['discriminator'] !== undefined;

/** Reference to the schema that a discriminator chooses. */
const discriminated = (owner: JsonObject, value: Json): string | undefined => {
  const discriminator = owner['discriminator'];
  if (!isJsonObject(discriminator) || !isJsonObject(value)) return undefined;
  const name = fieldOf(value, discriminator['propertyName'] as string);
  const ref = typeof name === 'string' ? fieldOf(discriminator['mapping'] as JsonObject, name) : undefined;
  return typeof ref === 'string' ? ref : undefined;
};

const patternsOf = (schema: JsonObject): readonly (readonly [string, Json])[] =>
  isJsonObject(schema['patternProperties']) ? Object.entries(schema['patternProperties']) : [];

const own = (schema: JsonObject, keyword: string, name: string): Json | undefined => {
  const map = schema[keyword];
  return isJsonObject(map) && Object.hasOwn(map, name) ? map[name] : undefined;
};

/** What a schema says of one field: undefined when it does not name it. */
const namedIn = (schema: JsonObject, name: string): readonly Json[] => {
  const property = own(schema, 'properties', name);
  const patterns = patternsOf(schema).filter(([pattern]) => readPattern(pattern)?.test(name) === true);
  return [...(property === undefined ? [] : [property]), ...patterns.map(([, one]) => one)];
};

export class UndeclaredFinder {
  readonly #validators: Validators;
  readonly #defs: JsonObject;
  readonly #shapes = new WeakMap<object, Shape>();

  constructor(validators: Validators, { root }: Pick<SchemaView, 'root'>) {
    this.#validators = validators;
    this.#defs = root.$defs;
  }

  find({ schema }: SchemaView, value: Json): readonly UndeclaredField[] {
    const found = new Map<string, UndeclaredField>();
    const shape = this.#shapeOf(schema);
    if (shape !== undefined) this.#walk(shape, value, [], found);
    return [...found.values()];
  }

  #shapeOf(schema: Json): Shape | undefined {
    if (!isJsonObject(schema)) return undefined;
    const known = this.#shapes.get(schema) ?? this.#combine([schema]);
    if (known !== undefined) this.#shapes.set(schema, known);
    return known;
  }

  /** Schemas with their references and `allOf` laid out; undefined when they say nothing of fields or items. */
  #combine(schemas: readonly Json[], isFree = false, settled: ReadonlySet<JsonObject> = NONE): Shape | undefined {
    const flat = new Set<JsonObject>();
    const open = [...schemas];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (!isJsonObject(next) || flat.has(next)) continue;
      const name = refName(next);
      if (name !== undefined) open.push(this.#defs[name] ?? true);
      else {
        flat.add(next);
        if (Array.isArray(next['allOf'])) open.push(...(next['allOf'] as readonly Json[]));
      }
    }
    const all = [...flat];
    const dynamic = all.filter((one) => !settled.has(one) && hasChoice(one));
    const says = all.some((one) =>
      ['properties', 'patternProperties', 'additionalProperties', 'items', 'prefixItems'].some(
        (key) => one[key] !== undefined,
      ),
    );
    if (!says && dynamic.length === 0 && !isFree) return undefined;
    return {
      schemas: all,
      dynamic,
      settled,
      isFree,
      names: all.some((one) => isJsonObject(one['properties']) || patternsOf(one).length > 0),
      isClosed: all.some((one) => one['additionalProperties'] === false || one['unevaluatedProperties'] === false),
      fields: new Map(),
      variants: new Map(),
      positions: new Map(),
    };
  }

  /** The shape with what the unions, conditions and discriminators of it mean for this value. */
  #settled(shape: Shape, value: Json): Shape {
    if (shape.dynamic.length === 0) return shape;
    const choices = shape.dynamic.map((owner) => this.#choose(owner, value));
    const isFree = shape.isFree || choices.some((choice) => choice.isFree);
    const key = `${choices.map((choice) => choice.key).join(' ')}${isFree ? '*' : ''}`;
    const known = shape.variants.get(key);
    // What was chosen may have a choice of its own, which depends on the value again.
    if (known !== undefined) return this.#settled(known, value);
    const schemas = [...shape.schemas, ...choices.flatMap((choice) => choice.schemas)];
    const made = this.#combine(schemas, isFree, new Set([...shape.settled, ...shape.dynamic])) ?? FREE;
    shape.variants.set(key, made);
    return this.#settled(made, value);
  }

  #choose(owner: JsonObject, value: Json): Choice {
    const named = discriminated(owner, value);
    if (named !== undefined) return { schemas: [{ $ref: named }], key: named, isFree: false };
    const choices = UNIONS.flatMap((union) =>
      Array.isArray(owner[union]) ? [this.#members(owner[union], value)] : [],
    );
    const condition = owner['if'];
    if (condition !== undefined) choices.push(this.#condition(owner, condition, value));
    return {
      schemas: choices.flatMap((choice) => choice.schemas),
      key: choices.map((choice) => choice.key).join('/'),
      isFree: choices.some((choice) => choice.isFree),
    };
  }

  #members(branches: readonly Json[], value: Json): Choice {
    const holding = branches.filter((branch) => this.#holds(branch, value));
    const isFree = holding.length === 0 || holding.some((branch) => !this.#namesFields(branch, value));
    return { schemas: holding, key: branches.map((branch) => (holding.includes(branch) ? '1' : '0')).join(''), isFree };
  }

  #condition(owner: JsonObject, condition: Json, value: Json): Choice {
    const isMet = this.#holds(condition, value);
    const schemas = isMet ? [condition, owner['then'] ?? true] : [owner['else'] ?? true];
    return { schemas, key: isMet ? 'then' : 'else', isFree: false };
  }

  #holds(schema: Json, value: Json): boolean {
    return this.#validators.matches(this.#validators.projected(schema), value);
  }

  #namesFields(branch: Json, value: Json): boolean {
    if (!isJsonObject(value)) return true;
    const shape = this.#shapeOf(branch);
    return shape !== undefined && this.#settled(shape, value).names;
  }

  /** @param path of the value: written into on the way, as texts of places are needed only where something is found */
  #walk(raw: Shape, value: Json, path: (string | number)[], found: Map<string, UndeclaredField>): void {
    if (found.size >= FOUND_MAX || typeof value !== 'object' || value === null) return;
    const shape = this.#settled(raw, value);
    const level = path.length;
    if (Array.isArray(value)) {
      const items = value as readonly Json[];
      for (let at = 0; at < items.length; at += 1) {
        const below = this.#position(shape, at);
        if (below === undefined) continue;
        path[level] = at;
        this.#walk(below, items[at] as Json, path, found);
      }
    } else
      for (const [name, item] of Object.entries(value as JsonObject)) {
        const below = this.#field(shape, name);
        if (below === undefined) continue;
        path[level] = name;
        if (below === 'undeclared') note(shape, name, item, path, found);
        else this.#walk(below, item, path, found);
      }
    path.length = level;
  }

  #field(shape: Shape, name: string): Shape | 'undeclared' | undefined {
    const known = shape.fields.get(name);
    if (known !== undefined || shape.fields.has(name)) return known;
    const named = shape.schemas.flatMap((schema) => namedIn(schema, name));
    if (named.length === 0 && shape.names && !shape.isFree && !shape.isClosed) return 'undeclared';
    const others = shape.schemas.filter((schema) => namedIn(schema, name).length === 0);
    const all = [...named, ...others.map((schema) => schema['additionalProperties'] ?? true)];
    const below = all.length === 1 ? this.#shapeOf(all[0] ?? true) : this.#combine(all);
    // Names of a map are data: there may be any number of them.
    if (named.length > 0) shape.fields.set(name, below);
    return below;
  }

  #position(shape: Shape, at: number): Shape | undefined {
    const longest = Math.max(
      0,
      ...shape.schemas.map((one) => (Array.isArray(one['prefixItems']) ? one['prefixItems'].length : 0)),
    );
    const index = Math.min(at, longest);
    if (shape.positions.has(index)) return shape.positions.get(index);
    const all = shape.schemas.map((one): Json => {
      const first = one['prefixItems'];
      return (Array.isArray(first) ? (first[index] as Json | undefined) : undefined) ?? one['items'] ?? true;
    });
    const below = all.length === 1 ? this.#shapeOf(all[0] ?? true) : this.#combine(all);
    shape.positions.set(index, below);
    return below;
  }
}

/** One finding for each field of each schema: a list of a thousand such objects has one. */
const note = (
  shape: Shape,
  name: string,
  value: Json,
  path: readonly (string | number)[],
  found: Map<string, UndeclaredField>,
): void => {
  const namer = shape.schemas.find((one) => isJsonObject(one['properties'])) ?? shape.schemas[0];
  const documentPointer = sourceOf(namer) ?? '';
  const key = JSON.stringify([documentPointer, name]);
  if (found.has(key) || found.size >= FOUND_MAX) return;
  found.set(key, { pointer: toPointer(path), documentPointer, value });
};
