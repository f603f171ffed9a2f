/** Schemas of all OpenAPI versions as JSON Schema 2020-12 below one root. */
import { fieldOf, isJsonObject, pointerSegment, setField } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import { discriminatorOf } from '#engines/contract/discriminator';
import { refExpectation, type DocumentReader } from '#engines/contract/document-reader';
import type { SchemaRoot, SchemaView } from '#engines/contract/model';
import {
  KNOWN_FORMATS,
  PLAIN_KEYWORDS,
  SCHEMA_KEYWORDS,
  SCHEMA_LIST_KEYWORDS,
  SCHEMA_MAP_KEYWORDS,
  impossibleBounds,
  readPattern,
  typeExpectation,
} from '#engines/contract/schema-keywords';
import { schemaReferences, type SchemaReferences } from '#engines/contract/schema-references';

/** Schemas inside schemas; deeper ones accept everything and are a problem. */
const DEPTH_MAX = 300;
const SCHEMA = 'a schema (an object, or true or false)';

/** Where each normalised schema came from. */
const sources = new WeakMap<object, string>();

/** JSON Pointer into the document of a normalised schema that is an object; of a copy when `noteSource` was told. */
export const sourceOf = (schema: unknown): string | undefined =>
  typeof schema === 'object' && schema !== null ? sources.get(schema) : undefined;

/** Schemas whose example the document writes as `example`. */
const single = new WeakSet();

/** Where the document has the example of a schema that is at a place of its list. */
export const examplePointer = (schema: object, pointer: string, at: number): string =>
  single.has(schema) ? `${pointer}/example` : `${pointer}/examples/${String(at)}`;

export const noteSource = <T extends object>(schema: T, pointer: string): T => {
  sources.set(schema, pointer);
  return schema;
};

type Made = { [keyword: string]: Json };

/** Turns schemas of one document into views that share one root. */
export class SchemaNormaliser {
  readonly root: SchemaRoot;
  readonly #defs: { [name: string]: Json } = {};
  readonly #names = new Map<string, string>();
  readonly #waiting: { readonly name: string; readonly pointer: string }[] = [];
  readonly #views = new Map<string, SchemaView>();
  readonly #reader: DocumentReader;
  readonly #references: SchemaReferences;

  constructor(reader: DocumentReader) {
    this.#reader = reader;
    this.#references = schemaReferences(reader);
    this.root = { $defs: this.#defs };
  }

  /** The schema at a place of the document. */
  view(value: Json, pointer: string): SchemaView {
    const known = this.#views.get(pointer);
    if (known !== undefined) return known;
    const schema = this.#convert(value, pointer, 0);
    this.#drain();
    const view: SchemaView = { schema, root: this.root, pointer };
    this.#views.set(pointer, view);
    return view;
  }

  /** Name below `$defs` of the schema at a pointer: its own where that is free. */
  nameOf(pointer: string): string {
    const known = this.#names.get(pointer);
    if (known !== undefined) return known;
    const last = pointer.slice(pointer.lastIndexOf('/') + 1).replaceAll(/[^A-Za-z0-9_.-]/gu, '_');
    const base = last === '' || last === '__proto__' ? 'schema' : last.slice(0, 80);
    let name = base;
    for (let count = 2; Object.hasOwn(this.#defs, name); count += 1) name = `${base}_${String(count)}`;
    this.#names.set(pointer, name);
    this.#defs[name] = true;
    this.#waiting.push({ name, pointer });
    return name;
  }

  /** What references led to, one after the other: chains of them need no stack. */
  #drain(): void {
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop())
      this.#defs[next.name] = this.#convert(this.#reader.at(next.pointer) ?? true, next.pointer, 0);
  }

  #convert(value: Json, pointer: string, depth: number): Json {
    if (typeof value === 'boolean') return value;
    if (!isJsonObject(value) || depth > DEPTH_MAX) {
      this.#reader.report(pointer, depth > DEPTH_MAX ? `schemas at most ${String(DEPTH_MAX)} deep` : SCHEMA, value);
      return true;
    }
    const made: Made = {};
    this.#plain(value, pointer, made);
    this.#bounds(value, made);
    this.#types(value, pointer, made);
    this.#texts(value, pointer, made);
    this.#schemas(value, pointer, depth, made);
    this.#items(value, pointer, depth, made);
    this.#discriminator(value, pointer, made);
    for (const expected of impossibleBounds(made)) this.#reader.report(pointer, expected, made, 'warning');
    return noteSource(this.#referring(value, pointer, made), pointer);
  }

  #plain(value: JsonObject, pointer: string, made: Made): void {
    for (const [keyword, form] of PLAIN_KEYWORDS) {
      const found = fieldOf(value, keyword);
      if (found === undefined) continue;
      const isOldFlag = keyword.startsWith('exclusive') && typeof found === 'boolean';
      if (form.holds(found)) made[keyword] = found;
      else if (!isOldFlag || this.#is31()) this.#reader.report(`${pointer}/${keyword}`, form.expected, found);
    }
    if (Array.isArray(made['required'])) made['required'] = [...new Set(made['required'] as readonly string[])];
    const examples = fieldOf(value, 'examples');
    const example = fieldOf(value, 'example');
    if (Array.isArray(examples) && examples.length > 0) made['examples'] = examples as readonly Json[];
    else if (example !== undefined) {
      made['examples'] = [example];
      single.add(made);
    }
  }

  /** Before 3.1 `exclusiveMinimum: true` made `minimum` exclusive. */
  #bounds(value: JsonObject, made: Made): void {
    for (const [limit, exclusive] of [
      ['minimum', 'exclusiveMinimum'],
      ['maximum', 'exclusiveMaximum'],
    ] as const) {
      if (fieldOf(value, exclusive) !== true || this.#is31() || made[limit] === undefined) continue;
      made[exclusive] = made[limit];
      Reflect.deleteProperty(made, limit);
    }
  }

  #types(value: JsonObject, pointer: string, made: Made): void {
    const type = fieldOf(value, 'type');
    if (type === 'file') Object.assign(made, { type: 'string', format: 'binary' });
    else if (type !== undefined) {
      const expected = typeExpectation(type);
      if (expected === undefined) made['type'] = type;
      else this.#reader.report(`${pointer}/type`, expected, type);
    }
    if (!this.#isNullable(value)) return;
    if (typeof made['type'] === 'string') made['type'] = [made['type'], 'null'];
    const values = made['enum'];
    if (Array.isArray(values) && !values.includes(null)) made['enum'] = [...(values as readonly Json[]), null];
  }

  #texts(value: JsonObject, pointer: string, made: Made): void {
    const pattern = fieldOf(value, 'pattern');
    if (typeof pattern === 'string' && readPattern(pattern) !== undefined) made['pattern'] = pattern;
    else if (pattern !== undefined) this.#reader.report(`${pointer}/pattern`, 'a regular expression', pattern);
    const format = made['format'];
    if (typeof format === 'string' && !KNOWN_FORMATS.has(format)) {
      this.#reader.report(`${pointer}/format`, 'a known format (this one is not checked)', format, 'warning');
    }
  }

  #schemas(value: JsonObject, pointer: string, depth: number, made: Made): void {
    for (const keyword of SCHEMA_KEYWORDS) {
      const found = fieldOf(value, keyword);
      if (found !== undefined) made[keyword] = this.#convert(found, `${pointer}/${keyword}`, depth + 1);
    }
    for (const keyword of SCHEMA_MAP_KEYWORDS) {
      const found = fieldOf(value, keyword);
      if (isJsonObject(found)) made[keyword] = this.#map(found, `${pointer}/${keyword}`, depth);
      else if (found !== undefined) this.#reader.report(`${pointer}/${keyword}`, 'an object of schemas', found);
    }
    for (const keyword of SCHEMA_LIST_KEYWORDS) {
      const found = fieldOf(value, keyword);
      if (Array.isArray(found) && found.length > 0)
        made[keyword] = this.#list(found as readonly Json[], `${pointer}/${keyword}`, depth);
      else if (found !== undefined)
        this.#reader.report(`${pointer}/${keyword}`, 'a list of at least one schema', found);
    }
  }

  #map(schemas: JsonObject, pointer: string, depth: number): JsonObject {
    const made: Made = {};
    for (const [name, schema] of Object.entries(schemas)) {
      const place = `${pointer}/${pointerSegment(name)}`;
      if (pointer.endsWith('/patternProperties') && readPattern(name) === undefined)
        this.#reader.report(place, 'a regular expression', name);
      else setField(made, name, this.#convert(schema, place, depth + 1));
    }
    return made;
  }

  #list(schemas: readonly Json[], pointer: string, depth: number): readonly Json[] {
    return schemas.map((schema, at) => this.#convert(schema, `${pointer}/${String(at)}`, depth + 1));
  }

  /** Before 2020-12 a list of `items` was what `prefixItems` is now. */
  #items(value: JsonObject, pointer: string, depth: number, made: Made): void {
    const items = fieldOf(value, 'items');
    if (Array.isArray(items)) {
      if (items.length > 0) made['prefixItems'] = this.#list(items as readonly Json[], `${pointer}/items`, depth);
      const more = fieldOf(value, 'additionalItems');
      if (more !== undefined) made['items'] = this.#convert(more, `${pointer}/additionalItems`, depth + 1);
    } else if (items !== undefined) made['items'] = this.#convert(items, `${pointer}/items`, depth + 1);
  }

  #discriminator(value: JsonObject, pointer: string, made: Made): void {
    const found = fieldOf(value, 'discriminator');
    if (found === undefined) return;
    const discriminator = discriminatorOf(found, value, pointer, this.#reader);
    if (discriminator === undefined) return;
    const mapping: Made = {};
    for (const [name, target] of discriminator.mapping) setField(mapping, name, `#/$defs/${this.nameOf(target)}`);
    const { propertyName, fallback } = discriminator;
    const other = fallback === undefined ? {} : { defaultMapping: `#/$defs/${this.nameOf(fallback)}` };
    made['discriminator'] = { propertyName, mapping, ...other };
  }

  /** The schema with its reference, which stands alone: what lay beside it goes on beside an `allOf`. */
  #referring(value: JsonObject, pointer: string, made: Made): JsonObject {
    const { nullable, found } = { nullable: this.#isNullable(value), found: this.#reference(value, pointer) };
    if (found === undefined) return nullable ? this.#orNull(value, pointer, made) : made;
    const target = noteSource({ $ref: `#/$defs/${this.nameOf(found)}` }, pointer);
    if (nullable) return { anyOf: [target, noteSource({ type: 'null' }, pointer)] };
    if (!this.#is31() || Object.keys(made).length === 0) return target;
    const others = Array.isArray(made['allOf']) ? (made['allOf'] as readonly Json[]) : [];
    return { ...made, allOf: [target, ...others] };
  }

  /** `nullable` beside `allOf` and the like: taken by the word null could never be. */
  #orNull(value: JsonObject, pointer: string, made: Made): JsonObject {
    if (!['allOf', 'anyOf', 'oneOf'].some((keyword) => fieldOf(value, keyword) !== undefined)) return made;
    return { anyOf: [noteSource(made, pointer), noteSource({ type: 'null' }, pointer)] };
  }

  #reference(value: JsonObject, pointer: string): string | undefined {
    const dynamic = this.#is31() ? fieldOf(value, '$dynamicRef') : undefined;
    if (typeof dynamic === 'string') {
      const single = this.#references.dynamicPointerOf(dynamic);
      if (single !== undefined) return single;
      this.#reader.report(`${pointer}/$dynamicRef`, 'the name of one $dynamicAnchor', dynamic, 'warning');
    }
    const ref = fieldOf(value, '$ref');
    if (ref === undefined) return undefined;
    const target = typeof ref === 'string' ? this.#references.pointerOf(ref, pointer) : undefined;
    if (target === undefined)
      this.#reader.report(`${pointer}/$ref`, typeof ref === 'string' ? refExpectation(ref) : 'a reference', ref);
    return target;
  }

  #isNullable(value: JsonObject): boolean {
    const { version } = this.#reader;
    if (version === '2.0') return fieldOf(value, 'x-nullable') === true;
    return version === '3.0' && fieldOf(value, 'nullable') === true;
  }

  #is31(): boolean {
    return this.#reader.version === '3.1' || this.#reader.version === '3.2';
  }
}
