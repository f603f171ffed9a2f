/** Ordinary requests of an operation: values from the user, from what exists, from the document's examples, and made. */
import { isJsonObject } from '#core/json-types';
import { asText } from '#core/template';
import type { Json, JsonObject } from '#core/units';
import { seededRandomAt, type SeededRandom } from '#engines/data/seeded-random';
import type { Media, Operation, Parameter } from '#engines/contract/model';
import { bodyKindOf } from './encode-request-body.ts';
import { canBeSent } from './encode-parameter.ts';
import { keyOf, type BodyInput, type Inputs } from './request-inputs.ts';
import { parameterNouns } from './resource-names.ts';
import type { ResourcePool } from './resource-pool.ts';
import type { SchemaJudge } from './schema-judge.ts';
import { branchesOf } from './values/branches.ts';
import { isOfType, typesOf } from './values/facets.ts';
import { makeValue, type Fullness } from './values/make-value.ts';

/** How an ordinary request is made. The first that is accepted is kept to. */
export interface Recipe {
  readonly fullness: Fullness;
  /** Texts of its own instead of the document's examples: what must be unique is. */
  readonly isFresh: boolean;
  /** Number of the example of the media type that the body is. */
  readonly example?: number;
}

export const RECIPES: readonly Recipe[] = [
  { fullness: 'small', isFresh: false },
  { fullness: 'full', isFresh: false },
  { fullness: 'small', isFresh: true },
  { fullness: 'full', isFresh: true },
];

const EXAMPLES_MAX = 5;

export interface MakerOptions {
  readonly judge: SchemaJudge;
  readonly pool: ResourcePool;
  readonly values: { readonly [name: string]: readonly Json[] };
  readonly seed: string;
  /** Names of fields and parameters of the document. */
  readonly words: readonly string[];
}

/** A media type that is sent: JSON before forms before the rest. */
export const mediaOf = (operation: Operation): readonly Media[] => {
  const rank = { json: 0, form: 1, multipart: 2, text: 3, xml: 4, bytes: 5 } as const;
  return [...(operation.requestBody?.content ?? [])].sort(
    (a, b) => rank[bodyKindOf(a.mediaType)] - rank[bodyKindOf(b.mediaType)],
  );
};

export class RequestMaker {
  readonly #options: MakerOptions;
  readonly #learned = new Map<string, Recipe>();
  readonly #schemas = new Map<string, Json>();
  #count = 0;

  constructor(options: MakerOptions) {
    this.#options = options;
  }

  get judge(): SchemaJudge {
    return this.#options.judge;
  }

  /** Schema of a parameter as requests see it; of a body when a media type is given. */
  schemaOf(holder: Parameter | Media): Json {
    const view = 'mediaType' in holder ? holder.schema : (holder.schema ?? holder.content?.schema);
    if (view === undefined) return true;
    const known = this.#schemas.get(view.pointer);
    if (known !== undefined) return known;
    const schema = this.#options.judge.viewOf(view.schema);
    this.#schemas.set(view.pointer, schema);
    return schema;
  }

  /** Randomness of the next request; the same in every run of a seed. */
  random(operation: Operation): SeededRandom {
    this.#count += 1;
    return seededRandomAt(this.#options.seed, `${operation.id} ${String(this.#count)}`);
  }

  learn(operation: Operation, recipe: Recipe): void {
    if (!this.#learned.has(operation.id)) this.#learned.set(operation.id, recipe);
  }

  recipesOf(operation: Operation): readonly Recipe[] {
    const learned = this.#learned.get(operation.id);
    if (learned !== undefined) return [learned];
    const [media] = mediaOf(operation);
    const count = Math.min(EXAMPLES_MAX, media?.examples.filter((one) => one.isSerialized !== true).length ?? 0);
    return [
      ...Array.from({ length: count }, (_, example): Recipe => ({ fullness: 'small', isFresh: false, example })),
      ...RECIPES,
    ];
  }

  hasLearned(operation: Operation): boolean {
    return this.#learned.has(operation.id);
  }

  /** @returns undefined where a required value cannot be made */
  base(operation: Operation, recipe: Recipe, wanted?: Media): Inputs | undefined {
    const random = this.random(operation);
    const pathValues = this.#options.pool.pathValues(operation, (count) => random.int(0, count - 1));
    const parameters: { [key: string]: Json } = {};
    for (const parameter of operation.parameters) {
      if (!parameter.required && (recipe.fullness === 'small' || (recipe.fullness === 'random' && random.next() < 0.5)))
        continue;
      if (parameter.deprecated && !parameter.required) continue;
      const value = this.#parameter(parameter, pathValues, recipe, random);
      if (value !== undefined) parameters[keyOf(parameter)] = value;
      else if (parameter.required && parameter.in !== 'header') return undefined;
    }
    const media = wanted ?? mediaOf(operation)[0];
    if (
      media === undefined ||
      (operation.requestBody?.required !== true && recipe.fullness === 'random' && random.next() < 0.1)
    )
      return { parameters };
    const body = this.body(media, recipe, random);
    if (body === undefined) return operation.requestBody?.required === true ? undefined : { parameters };
    return { parameters, body: this.#agreeing(operation, parameters, body) };
  }

  #parameter(
    parameter: Parameter,
    pathValues: { readonly [name: string]: Json },
    recipe: Recipe,
    random: SeededRandom,
  ): Json | undefined {
    const schema = this.schemaOf(parameter);
    const isRight = (value: Json): boolean => canBeSent(parameter, value);
    const given = this.#options.values[parameter.name];
    if (given !== undefined) return random.pick(given);
    const known =
      parameter.in === 'path'
        ? pathValues[parameter.name]
        : this.#options.pool.idFor(parameter.name, (count) => random.int(0, count - 1));
    const typed = known === undefined ? undefined : this.#typed(schema, known);
    if (typed !== undefined && isRight(typed)) return typed;
    const examples = parameter.examples.filter((one) => one.isSerialized !== true).map(({ value }) => value);
    const [example] = recipe.isFresh || recipe.fullness === 'random' ? [] : examples;
    if (example !== undefined && isRight(example) && this.judge.faultsOf(schema, example).length === 0) return example;
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const value = makeValue(
        { source: this.judge, random, fullness: attempt > 0 ? 'random' : recipe.fullness },
        schema,
      );
      if (value !== undefined && isRight(value) && value !== null) return value;
    }
    return undefined;
  }

  /** An id as the schema wants it: answers have `7` where paths say text, and the other way round. */
  #typed(schema: Json, value: Json): Json | undefined {
    const options: Json[] = [
      value,
      asText(value),
      ...(typeof value === 'string' && /^-?\d{1,15}$/u.test(value) ? [Number(value)] : []),
    ];
    return options.find((one) => this.judge.faultsOf(schema, one).length === 0);
  }

  body(media: Media, recipe: Recipe, random: SeededRandom): BodyInput | undefined {
    const schema = this.schemaOf(media);
    const example =
      recipe.example === undefined
        ? undefined
        : media.examples.filter((one) => one.isSerialized !== true)[recipe.example]?.value;
    if (example !== undefined && this.judge.faultsOf(schema, example).length === 0) return { media, value: example };
    const fill = (name: string, field: Json): Json | undefined => this.filled(name, field, random);
    const value = makeValue(
      {
        source: this.judge,
        random,
        words: this.#options.words,
        fullness: recipe.fullness,
        isFresh: recipe.isFresh,
        fill,
      },
      schema,
    );
    return value === undefined ? undefined : { media, value };
  }

  /** A value for a field by its name: the user's, or the id of something that exists. */
  filled(name: string, schema: Json, random: SeededRandom): Json | undefined {
    const given = this.#options.values[name];
    if (given !== undefined) return random.pick(given);
    if (
      !branchesOf(this.judge, schema).some((branch) =>
        typesOf(branch).some((type) => isOfType('x', [type]) || isOfType(1, [type])),
      )
    )
      return undefined;
    const id = this.#options.pool.idFor(name, (count) => random.int(0, count - 1));
    return id === undefined ? undefined : this.#typed(schema, id);
  }

  /** A body that names the thing of its path by another id contradicts itself: fields called like the last path parameter take its value. */
  #agreeing(operation: Operation, parameters: Inputs['parameters'], body: BodyInput, except?: string): BodyInput {
    const last = parameterNouns(operation.path).at(-1);
    if (last === undefined || !operation.path.endsWith(`{${last[0]}}`) || !isJsonObject(body.value)) return body;
    const value = parameters[`path:${last[0]}`];
    const name = [last[0], 'id'].find((one) => isJsonObject(body.value) && Object.hasOwn(body.value, one));
    if (value === undefined || name === undefined || name === except) return body;
    const schema = this.schemaOf(body.media);
    const faults = this.judge.faultsOf(schema, body.value).length;
    const made = [value, asText(value), ...(Number.isFinite(Number(value)) ? [Number(value)] : [])].map((one) => ({
      ...(body.value as JsonObject),
      [name]: one,
    }));
    const found = made.find((one) => this.judge.faultsOf(schema, one).length <= faults);
    return found === undefined ? body : { ...body, value: found };
  }

  /** The body with ids of things that exist in the fields at its top, except the one that a case is about. */
  withIds(operation: Operation, base: Inputs, body: BodyInput, except: string | undefined): BodyInput {
    const { value, media, raw } = body;
    if (raw !== undefined || !isJsonObject(value)) return body;
    const random = this.random(operation);
    const schema = this.schemaOf(media);
    let made: JsonObject = value;
    for (const name of Object.keys(value)) {
      if (name === except) continue;
      const id = this.filled(name, true, random);
      if (id === undefined) continue;
      const changed = {
        ...made,
        [name]: typeof value[name] === 'number' ? Number(id) : typeof value[name] === 'string' ? asText(id) : id,
      };
      if (this.judge.faultsOf(schema, changed).length <= this.judge.faultsOf(schema, made).length) made = changed;
    }
    return this.#agreeing(operation, base.parameters, { ...body, value: made }, except);
  }
}
