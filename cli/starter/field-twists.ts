import type { Json } from '#core/units';
import { isNode, nodeOf, type Node } from './document.ts';
import { sampleOf, type Sampling } from './sample.ts';
import { flatSchema, isChoice, propertiesOf, requiredFields, typeOf } from './schema-view.ts';
import { hasLongLimits, itemSchema, twistsOf, type Twist } from './twists.ts';

/** One change of a body. */
export interface BodyTwist {
  /** Ending of the case's id: field and what is done to it. */
  readonly what: string;
  readonly words: string;
  readonly isAllowed: boolean;
  readonly kind: Twist['kind'];
  readonly rank: number;
  readonly apply: (body: Json) => Json;
}

type Place = readonly (string | number)[];

const REMOVED = Symbol('removed');

/** The body with a value put in at a place, or taken away; what is missing on the way is made. */
const changed = (
  value: Json | undefined,
  place: Place,
  make: (at: Place) => Json,
  put: Json | typeof REMOVED,
  at: Place = [],
): Json => {
  const [step, ...rest] = place;
  if (step === undefined) return put === REMOVED ? null : put;
  const here = value ?? make(at);
  const inner = [...at, step];
  if (typeof step === 'number') {
    const list = Array.isArray(here) && here.length > 0 ? [...(here as readonly Json[])] : [make(inner)];
    list[step] = changed(list[step], rest, make, put, inner);
    return list;
  }
  const fields: { [name: string]: Json } = { ...(isNode(here) ? here : {}) };
  if (rest.length === 0 && put === REMOVED) {
    return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== step));
  }
  fields[step] = changed(fields[step], rest, make, put, inner);
  return fields;
};

const RANKS: { readonly [what: string]: number } = { missing: 0, 'wrong-type': 2, null: 4, fraction: 4 };

interface Field {
  readonly place: Place;
  readonly schema: Node;
  readonly isRequired: boolean;
}

const DEPTH_MAX = 3;

const fieldsOf = (root: Node, raw: unknown, place: Place, depth: number): Field[] => {
  const schema = flatSchema(root, raw);
  if (isChoice(schema) || depth > DEPTH_MAX) return [];
  const required = new Set(requiredFields(root, schema));
  return propertiesOf(root, schema).flatMap(([name, field]): Field[] => {
    if (field['readOnly'] === true) return [];
    const own: Field = { place: [...place, name], schema: field, isRequired: required.has(name) };
    const items = typeOf(field) === 'array' ? flatSchema(root, itemSchema(field)) : undefined;
    const inner =
      typeOf(field) === 'object'
        ? fieldsOf(root, field, own.place, depth + 1)
        : items !== undefined && typeOf(items) === 'object'
          ? fieldsOf(root, items, [...own.place, 0], depth + 1)
          : [];
    return [own, ...inner];
  });
};

const schemaAt = (root: Node, raw: unknown, place: Place): unknown =>
  place.reduce<unknown>((schema, step) => {
    const flat = flatSchema(root, schema);
    return typeof step === 'number' ? itemSchema(flat) : nodeOf(flat['properties'])[step];
  }, raw);

const shown = (place: Place): string =>
  place
    .map((step) => (typeof step === 'number' ? `[${String(step)}]` : step))
    .join('.')
    .replaceAll('.[', '[');

/** Every change of a body that its schema says something about, the weightiest first. */
export const bodyTwists = (
  sampling: Sampling,
  raw: unknown,
  asText: boolean,
): { readonly twists: BodyTwist[]; readonly longLimits: number } => {
  const { root } = sampling;
  const make = (at: Place): Json => sampleOf(sampling, schemaAt(root, raw, at));
  const fields = fieldsOf(root, raw, [], 0);
  const twists = fields.flatMap(({ place, schema, isRequired }): BodyTwist[] => {
    const name = shown(place);
    const depth = (place.length - 1) * 3;
    const put =
      (value: Json | typeof REMOVED) =>
      (body: Json): Json =>
        changed(body, place, make, value);
    const missing: BodyTwist = {
      what: `${name}-missing`,
      words: `refused without the field ${name}`,
      isAllowed: false,
      kind: 'negative',
      rank: depth,
      apply: put(REMOVED),
    };
    const others = twistsOf(sampling, schema, asText).filter(({ what }) => what !== 'null' || isRequired);
    return [
      ...(isRequired ? [missing] : []),
      ...others.map((twist) => ({
        what: `${name}-${twist.what}`,
        words: twist.isAllowed ? `takes ${name} ${twist.words}` : `refused when ${name} ${twist.words}`,
        isAllowed: twist.isAllowed,
        kind: twist.kind,
        rank: depth + (RANKS[twist.what] ?? 1),
        apply: put(twist.value),
      })),
    ];
  });
  const flat = flatSchema(root, raw);
  const closed: BodyTwist = {
    what: 'unknown-field',
    words: 'refused with a field that is not documented',
    isAllowed: false,
    kind: 'negative',
    rank: 3,
    apply: (body) => ({ ...(isNode(body) ? body : {}), assayUnknownField: 'example' }),
  };
  if (flat['additionalProperties'] === false && !isChoice(flat)) twists.push(closed);
  return {
    twists: twists.sort((a, b) => a.rank - b.rank),
    longLimits: fields.filter((one) => hasLongLimits(one.schema)).length,
  };
};
