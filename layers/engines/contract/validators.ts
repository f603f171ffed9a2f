import type { Ajv } from 'ajv';
import { isJsonObject } from '#core/json-types';
import type { Json } from '#core/units';
import { explainingCompiler, quickCompiler, type ErrorObject, type ValidateFunction } from '#engines/contract/compiler';
import type { SchemaRoot, SchemaView } from '#engines/contract/model';
import { Projection, defUri, type Direction } from '#engines/contract/projection';
import { isSteady } from '#engines/contract/steady-schema';
import { TookTooLong, bounded } from '#engines/functional/bounded';

/** Values above this under a schema that may take more time than in proportion to them are checked under a watch. */
const UNWATCHED_BYTES_MAX = 150;
const WATCHED_MS_MAX = 2000;
/** Compiling is in proportion to the schemas that one leads to: a megabyte of them takes seconds, once. */
const COMPILE_MS_MAX = 10_000;
/** Of larger values only the first error is told: explaining looks at every item. */
const EXPLAINED_BYTES_MAX = 1_000_000;
const ERRORS_KEPT = 50;

export interface SchemaErrors {
  /** At most 50. */
  readonly errors: readonly ErrorObject[];
  /** Why it could not be checked, in words. */
  readonly unchecked?: string;
}

const NONE: SchemaErrors = { errors: [] };
const REFUSED: SchemaErrors = {
  errors: [],
  unchecked: 'a schema that can be compiled (this one leads through too many others)',
};

/** A compiler, and which definitions it knows already. */
interface Known {
  readonly ajv: Ajv;
  readonly definitions: Set<string>;
  readonly compiled: WeakMap<object, ValidateFunction>;
}

/** Validators of one document in one direction; each schema is compiled when it is first needed. */
export class Validators {
  readonly projection: Projection;
  readonly #projected = new WeakMap<object, Json>();
  readonly #refused = new WeakSet();
  readonly #steady = new WeakMap<object, boolean>();
  #quick: Known | undefined;
  #explaining: Known | undefined;

  constructor(root: SchemaRoot, direction: Direction) {
    this.projection = new Projection(root, direction);
  }

  /** The schema as it holds in this direction. */
  projected(schema: Json): Json {
    if (!isJsonObject(schema)) return schema;
    const known = this.#projected.get(schema);
    if (known !== undefined) return known;
    const made = this.projection.schema(schema);
    this.#projected.set(schema, made);
    return made;
  }

  /**
   * Checks a value against a schema of the document.
   *
   * @param bytes length of the text that the value came in
   */
  check({ schema }: SchemaView, value: Json, bytes: number): SchemaErrors {
    try {
      const projected = this.projected(schema);
      // Compiled before the watch begins: that takes long only once.
      if (!this.#canCompile(projected)) return REFUSED;
      return this.watched(projected, bytes, () => this.#check(projected, value, bytes));
    } catch (error) {
      if (error instanceof TookTooLong) return this.#broken();
      if (error instanceof RangeError) return { errors: [], unchecked: 'a value that is not nested so deep' };
      throw error;
    }
  }

  /** Does work on a value of a projected schema, under a watch where it may take longer than in proportion to the value. @throws TookTooLong */
  watched<T>(projected: Json, bytes: number, work: () => T): T {
    if (bytes <= UNWATCHED_BYTES_MAX || this.#isSteady(projected)) return work();
    return bounded(work, WATCHED_MS_MAX);
  }

  #isSteady(projected: Json): boolean {
    if (!isJsonObject(projected)) return true;
    const known = this.#steady.get(projected) ?? isSteady(projected, this.projection);
    this.#steady.set(projected, known);
    return known;
  }

  /** Whether a value matches a schema that `projected` made. */
  matches(projected: Json, value: Json): boolean {
    if (typeof projected === 'boolean') return projected;
    return this.#compile(this.#quickKnown(), projected)(value);
  }

  /** A chain of thousands of references is too deep for the compiler; that is found out once. */
  #canCompile(projected: Json): boolean {
    if (!isJsonObject(projected)) return true;
    if (this.#refused.has(projected)) return false;
    try {
      this.matches(projected, null);
      return true;
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof TookTooLong)) throw error;
      this.#broken();
      this.#refused.add(projected);
      return false;
    }
  }

  /** Broken off in the middle: what the compilers remember may be half done. */
  #broken(): SchemaErrors {
    this.#quick = undefined;
    this.#explaining = undefined;
    return { errors: [], unchecked: 'an end of the check in time' };
  }

  #check(projected: Json, value: Json, bytes: number): SchemaErrors {
    if (this.matches(projected, value)) return NONE;
    const first = isJsonObject(projected) ? (this.#compile(this.#quickKnown(), projected).errors ?? []) : [];
    if (bytes > EXPLAINED_BYTES_MAX || typeof projected === 'boolean')
      return { errors: first.length > 0 ? first.slice(0, 1) : [falseSchema(value)] };
    // Looking for every error tries every branch of every union: here a quick end would not help.
    const all = bounded(() => this.#explain(projected, value), WATCHED_MS_MAX);
    // What both disagree on, such as unevaluated properties behind a union, the quick one decides.
    return { errors: (all.length > 0 ? all : first.slice(0, 1)).slice(0, ERRORS_KEPT) };
  }

  #quickKnown(): Known {
    this.#quick ??= { ajv: quickCompiler(), definitions: new Set(), compiled: new WeakMap() };
    return this.#quick;
  }

  #explain(projected: Json, value: Json): readonly ErrorObject[] {
    if (typeof projected === 'boolean') return projected ? [] : [falseSchema(value)];
    this.#explaining ??= {
      ajv: explainingCompiler((branch, item) =>
        this.matches(branch, item) ? [] : nonEmpty(this.#explain(branch, item), item),
      ),
      definitions: new Set(),
      compiled: new WeakMap(),
    };
    const validate = this.#compile(this.#explaining, projected);
    return validate(value) ? [] : [...(validate.errors ?? [])];
  }

  #compile(known: Known, schema: Json): ValidateFunction {
    const key = schema as object;
    const found = known.compiled.get(key);
    if (found !== undefined) return found;
    const made = bounded(() => {
      this.#define(known, schema);
      return known.ajv.compile(key);
    }, COMPILE_MS_MAX);
    known.compiled.set(key, made);
    return made;
  }

  /** Makes every definition known that a schema leads to. */
  #define(known: Known, schema: Json): void {
    const open = [...this.projection.refsIn(schema)];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (known.definitions.has(name)) continue;
      known.definitions.add(name);
      const definition = this.projection.definition(name);
      known.ajv.addSchema(asObject(definition), defUri(name));
      open.push(...this.projection.refsIn(definition));
    }
  }
}

const asObject = (schema: Json): object =>
  typeof schema === 'boolean' ? (schema ? {} : { not: {} }) : (schema as object);

const falseSchema = (value: Json): ErrorObject => ({
  keyword: 'false schema',
  instancePath: '',
  schemaPath: '',
  params: {},
  message: 'must not be there',
  data: value,
});

/** A branch that the quick compiler refuses is refused, whatever explaining it gave. */
const nonEmpty = (errors: readonly ErrorObject[], value: Json): readonly ErrorObject[] =>
  errors.length > 0 ? errors : [falseSchema(value)];

const byRoot = new WeakMap<SchemaRoot, Map<Direction, Validators>>();

/** The validators of the document that a schema belongs to. */
export const validatorsOf = ({ root }: SchemaView, direction: Direction): Validators => {
  const known = byRoot.get(root) ?? new Map<Direction, Validators>();
  byRoot.set(root, known);
  const validators = known.get(direction) ?? new Validators(root, direction);
  known.set(direction, validators);
  return validators;
};
