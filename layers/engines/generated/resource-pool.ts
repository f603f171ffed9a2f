/** Ids of things that exist, learned from answers: what path parameters and fields such as `ownerId` are filled with. */
import { isJsonObject } from '#core/json-types';
import { asText } from '#core/template';
import type { Json, JsonObject } from '#core/units';
import type { Operation } from '#engines/contract/model';
import { nounOf, parameterNouns, pathNoun } from './resource-names.ts';

export interface KnownResource {
  readonly noun: string;
  /** Fields with one value each: `id`, `name`. */
  readonly fields: { readonly [name: string]: string | number };
  /** Ids of what it lies below, by noun. */
  readonly above: { readonly [noun: string]: string | number };
  /** Made by one of our requests: that is what may be changed and removed first. */
  readonly isOurs: boolean;
  isGone: boolean;
}

const KEPT_MAX = 40;
const ITEMS_MAX = 20;

const isId = (value: Json | undefined): value is string | number =>
  (typeof value === 'string' && value !== '' && value.length <= 200) ||
  (typeof value === 'number' && Number.isFinite(value));

/** Fields of an answer that could be ids. */
export const scalarFields = (item: JsonObject): { readonly [name: string]: string | number } =>
  Object.fromEntries(
    Object.entries(item).flatMap(([name, value]): [string, string | number][] => (isId(value) ? [[name, value]] : [])),
  );

/** The objects of an answer that are resources: itself, its items, or those of the one list that it wraps. */
const itemsOf = (body: Json): readonly JsonObject[] => {
  if (Array.isArray(body)) return (body as readonly Json[]).filter(isJsonObject).slice(0, ITEMS_MAX);
  if (!isJsonObject(body)) return [];
  const lists = Object.values(body).filter(
    (value) => Array.isArray(value) && value.some(isJsonObject),
  ) as (readonly Json[])[];
  const inner = lists.flatMap((list) => list.filter(isJsonObject)).slice(0, ITEMS_MAX);
  const data = body['data'];
  return [...(isJsonObject(data) ? [data] : []), body, ...inner];
};

/** The field of a resource that a parameter takes: its own name, the id of its noun, `id`, or a key by another name. */
const fieldFor = (parameter: string, noun: string, fields: KnownResource['fields']): string | number | undefined => {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/gu, '');
  const wanted = [
    plain(parameter),
    `${noun}id`,
    'id',
    'uuid',
    `${noun}name`,
    'name',
    'key',
    'code',
    'slug',
    'username',
    'href',
  ];
  // `{name}` asks for a name and nothing else.
  const list = /^(?:name|slug|code|key|username|email)$/iu.test(parameter) ? wanted.slice(0, 1) : wanted;
  for (const name of list) {
    const found = Object.entries(fields).find(([field]) => plain(field) === name);
    if (found !== undefined) return found[1];
  }
  return undefined;
};

const CHANGING = new Set(['PUT', 'PATCH', 'DELETE']);

export class ResourcePool {
  readonly #makeable: ReadonlySet<string>;
  readonly #known: KnownResource[] = [];
  /** Values that links of answers gave, by operation and parameter. */
  readonly #linked = new Map<string, Json[]>();

  /** @param makeable nouns of things that the API lets us make: others of their kind are neither changed nor removed */
  constructor(makeable: ReadonlySet<string> = new Set()) {
    this.#makeable = makeable;
  }

  /** Whether an operation changes or removes a thing of a kind that we can make ourselves. */
  wantsOurs({ method, path }: Operation): boolean {
    const last = parameterNouns(path).at(-1);
    return last !== undefined && CHANGING.has(method) && this.#makeable.has(last[1]);
  }

  /** Takes what a 2xx answer tells of resources. @param sent values of the request's path parameters */
  learn(
    operation: Operation,
    sent: { readonly [key: string]: Json },
    body: Json,
    isCreation: boolean,
  ): readonly KnownResource[] {
    const noun = pathNoun(operation.path);
    if (noun === undefined) return [];
    const above: { [noun: string]: string | number } = {};
    for (const [name, owner] of parameterNouns(operation.path)) {
      const value = sent[`path:${name}`];
      if (isId(value)) above[owner] = value;
    }
    return itemsOf(body).flatMap((item) => {
      const fields = scalarFields(item);
      if (Object.keys(fields).length === 0) return [];
      return [this.#add({ noun, fields, above, isOurs: isCreation, isGone: false })];
    });
  }

  #add(resource: KnownResource): KnownResource {
    const id = fieldFor('id', resource.noun, resource.fields);
    const known = this.#known.find(
      (one) => one.noun === resource.noun && id !== undefined && fieldFor('id', one.noun, one.fields) === id,
    );
    if (known !== undefined) return known;
    const same = this.#known.filter((one) => one.noun === resource.noun);
    const oldest = same.find((one) => one.isGone) ?? same[0];
    if (same.length >= KEPT_MAX && oldest !== undefined) this.#known.splice(this.#known.indexOf(oldest), 1);
    this.#known.push(resource);
    return resource;
  }

  link(operationId: string, parameter: string, value: Json): void {
    const key = `${operationId} ${parameter}`;
    const list = this.#linked.get(key) ?? [];
    this.#linked.set(key, [...list.slice(-KEPT_MAX), value]);
  }

  /** Values for the path parameters of an operation that belong together; those that nothing is known of are not among them. */
  pathValues(operation: Operation, pick: (count: number) => number): { readonly [name: string]: Json } {
    const names = parameterNouns(operation.path);
    const found: { [name: string]: Json } = {};
    for (const [name, noun] of [...names].reverse()) {
      if (found[name] !== undefined) continue;
      const linked = (this.#linked.get(`${operation.id} ${name}`) ?? []).slice(-3);
      const living = this.#known.filter(
        (one) => one.noun === noun && !one.isGone && fieldFor(name, noun, one.fields) !== undefined,
      );
      const ours = living.filter((one) => one.isOurs);
      const isOurs = name === names.at(-1)?.[0] && this.wantsOurs(operation);
      const choice = ours.length > 0 || isOurs ? ours : living;
      const resource = choice.length === 0 ? undefined : choice[pick(choice.length)];
      if (resource === undefined) {
        if (linked.length > 0 && !isOurs) found[name] = linked[pick(linked.length)] ?? '1';
        continue;
      }
      found[name] = fieldFor(name, noun, resource.fields) ?? '1';
      for (const [other, otherNoun] of names)
        if (found[other] === undefined && resource.above[otherNoun] !== undefined)
          found[other] = resource.above[otherNoun];
    }
    return found;
  }

  /** The id of something that exists for a field such as `ownerId`; undefined where none is known. */
  idFor(field: string, pick: (count: number) => number): string | number | undefined {
    const match = /^(.+?)[_-]?(?:id|uuid|ref)$/iu.exec(field);
    if (match?.[1] === undefined) return undefined;
    const noun = nounOf(match[1]);
    const living = this.#known.filter((one) => one.noun === noun && !one.isGone);
    const resource = living.length === 0 ? undefined : living[pick(living.length)];
    return resource === undefined ? undefined : fieldFor(field, noun, resource.fields);
  }

  /** Nothing of this id is left: it was deleted, or an answer said so. */
  forget(operation: Operation, sent: { readonly [key: string]: Json }): void {
    const last = parameterNouns(operation.path).at(-1);
    if (last === undefined || !operation.path.endsWith(`{${last[0]}}`)) return;
    const value = sent[`path:${last[0]}`];
    for (const one of this.#known)
      if (one.noun === last[1] && String(fieldFor(last[0], last[1], one.fields)) === asText(value ?? null))
        one.isGone = true;
  }

  has(noun: string, isOurs = false): boolean {
    return this.#known.some((one) => one.noun === noun && !one.isGone && (one.isOurs || !isOurs));
  }
}

/** The value of a path parameter that leads to a resource. */
export const idOf = (parameter: string, resource: KnownResource): string | number | undefined =>
  fieldFor(parameter, resource.noun, resource.fields);
