import type { Json } from '#core/units';
import { listOf, nodeOf, type Node } from './document.ts';
import { sampleOf, textOfLength, type Sampling } from './sample.ts';
import { textAgainstPattern } from './sample-pattern.ts';
import { flatSchema, isChoice, isNullable, typeOf } from './schema-view.ts';

/** One value for a field: at a limit and allowed, or just beyond what is allowed. */
export interface Twist {
  /** Ending of the case's id, such as `too-long`. */
  readonly what: string;
  /** Ends the sentence "refused when NAME …" or "takes NAME …". */
  readonly words: string;
  readonly value: Json;
  readonly isAllowed: boolean;
  readonly kind: 'boundary' | 'negative';
}

/** Longer texts and lists make a suite that nobody reads; their limits are told as left out. */
export const TEXT_LENGTH_MAX = 1_000;
export const LIST_LENGTH_MAX = 60;

const outside = (what: string, words: string, value: Json, kind: Twist['kind'] = 'negative'): Twist => ({
  what,
  words,
  value,
  isAllowed: false,
  kind,
});
const inside = (what: string, words: string, value: Json): Twist => ({
  what,
  words,
  value,
  isAllowed: true,
  kind: 'boundary',
});

const limitOf = (schema: Node, name: string): number | undefined => {
  const value = schema[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
};

const lengthTwists = (schema: Node): Twist[] => {
  const isFree = schema['pattern'] === undefined && schema['format'] === undefined && schema['enum'] === undefined;
  const [min, max] = [limitOf(schema, 'minLength'), limitOf(schema, 'maxLength')];
  const twists: Twist[] = [];
  if (min !== undefined && min > 0 && min <= TEXT_LENGTH_MAX) {
    if (isFree) twists.push(inside('shortest', `with ${String(min)} characters, the fewest`, textOfLength(min)));
    const words = min === 1 ? 'is empty' : `has ${String(min - 1)} characters, one too few`;
    twists.push(outside(min === 1 ? 'empty' : 'too-short', words, textOfLength(min - 1), 'boundary'));
  }
  if (max !== undefined && max <= TEXT_LENGTH_MAX) {
    if (isFree) twists.push(inside('longest', `with ${String(max)} characters, the most`, textOfLength(max)));
    twists.push(
      outside('too-long', `has ${String(max + 1)} characters, one too many`, textOfLength(max + 1), 'boundary'),
    );
  }
  return twists;
};

/** The nearest allowed value to a limit and the nearest forbidden one beyond it. */
const numberTwists = (schema: Node): Twist[] => {
  const isInteger = typeOf(schema) === 'integer';
  const multiple = limitOf(schema, 'multipleOf');
  const step = multiple ?? (isInteger ? 1 : 0.01);
  const round = (value: number): number => Number(value.toFixed(6));
  const twists: Twist[] = [];
  const side = (name: 'minimum' | 'maximum', exclusive: string, outward: 1 | -1): void => {
    const [limit, other] = [limitOf(schema, name), schema[exclusive]];
    const bound = typeof other === 'number' ? other : limit;
    if (bound === undefined || !Number.isSafeInteger(Math.trunc(bound)) || Math.abs(bound) > 2 ** 52) return;
    const isExclusive = typeof other === 'number' || other === true;
    const allowed = round(isExclusive ? bound - outward * step : bound);
    const beyond = round(isExclusive ? bound : bound + outward * step);
    const least = outward === -1;
    twists.push(
      inside(
        least ? 'smallest' : 'largest',
        `${String(allowed)}, the ${least ? 'smallest' : 'largest'} value`,
        allowed,
      ),
      outside(least ? 'too-small' : 'too-large', `is ${String(beyond)}, just out of range`, beyond, 'boundary'),
    );
  };
  side('minimum', 'exclusiveMinimum', -1);
  side('maximum', 'exclusiveMaximum', 1);
  return twists;
};

const listTwists = (sampling: Sampling, schema: Node): Twist[] => {
  const item = sampleOf(sampling, schema['items']);
  const list = (length: number): Json => Array.from({ length }, () => item);
  const [min, max] = [limitOf(schema, 'minItems'), limitOf(schema, 'maxItems')];
  const repeats = schema['uniqueItems'] !== true;
  const twists: Twist[] = [];
  if (min !== undefined && min > 0 && min <= LIST_LENGTH_MAX) {
    if (repeats || min === 1) twists.push(inside('fewest-items', `with ${String(min)} items, the fewest`, list(min)));
    twists.push(outside('too-few-items', `has ${String(min - 1)} items, one too few`, list(min - 1), 'boundary'));
  }
  if (max !== undefined && max <= LIST_LENGTH_MAX) {
    if (repeats || max === 1) twists.push(inside('most-items', `with ${String(max)} items, the most`, list(max)));
    twists.push(outside('too-many-items', `has ${String(max + 1)} items, one too many`, list(max + 1), 'boundary'));
  }
  return twists;
};

const WRONG_TYPES: { readonly [type: string]: readonly [words: string, value: Json] } = {
  integer: ['is no number', 'not-a-number'],
  number: ['is no number', 'not-a-number'],
  boolean: ['is neither true nor false', 'not-a-boolean'],
  string: ['is no text', { unexpected: 'object' }],
  array: ['is no list', 'not-a-list'],
  object: ['is no object', 'not-an-object'],
};

const CHECKED_FORMATS = new Set(['email', 'uuid', 'date', 'date-time', 'uri', 'ipv4', 'ipv6']);

const textTwists = (schema: Node): Twist[] => {
  const format = String(schema['format']);
  const [min, max] = [limitOf(schema, 'minLength') ?? 0, limitOf(schema, 'maxLength') ?? Infinity];
  const pattern = typeof schema['pattern'] === 'string' ? textAgainstPattern(schema['pattern'], min, max) : undefined;
  return [
    ...(CHECKED_FORMATS.has(format)
      ? [outside('bad-format', `is no ${format}`, format === 'uri' ? 'not a uri' : `not-a-${format}`)]
      : []),
    ...(pattern === undefined ? [] : [outside('bad-pattern', 'does not have its documented form', pattern)]),
    ...lengthTwists(schema),
  ];
};

/**
 * Values around what a schema allows: each limit and just beyond it, a wrong type, choice, format or form. Of a schema that is one of several,
 * nothing is said: what one forbids another may allow.
 *
 * @param asText the value goes into an address or a form, where everything is text and no type but numbers and booleans can be wrong
 */
export const twistsOf = (sampling: Sampling, raw: unknown, asText: boolean): Twist[] => {
  const schema = flatSchema(sampling.root, raw);
  if (isChoice(schema)) return [];
  const type = typeOf(schema);
  const choices = listOf(schema['enum']);
  const constant = schema['const'];
  const twists: Twist[] = [];
  const wrong = type === undefined ? undefined : WRONG_TYPES[type];
  const isTyped = asText ? type === 'integer' || type === 'number' || type === 'boolean' : true;
  if (wrong !== undefined && isTyped) twists.push(outside('wrong-type', wrong[0], wrong[1]));
  if (choices.length > 0 || constant !== undefined) {
    const isText = type === undefined || type === 'string';
    if (isText) twists.push(outside('unknown-choice', 'is none of its values', 'assay-no-such-value'));
    return twists;
  }
  if (type === 'string') twists.push(...textTwists(schema));
  if (type === 'integer' || type === 'number') twists.push(...numberTwists(schema));
  if (type === 'integer' && !asText) twists.push(outside('fraction', 'is no whole number', 1.5));
  if (type === 'array' && !asText) twists.push(...listTwists(sampling, schema));
  return isNullable(schema) || asText || type === undefined ? twists : twists.concat(outside('null', 'is null', null));
};

/** Limits that are too long to write out. */
export const hasLongLimits = (schema: Node): boolean =>
  (limitOf(schema, 'maxLength') ?? 0) > TEXT_LENGTH_MAX || (limitOf(schema, 'maxItems') ?? 0) > LIST_LENGTH_MAX;

export const itemSchema = (schema: Node): Node => nodeOf(schema['items']);
