import { maskSensitive } from '#core/sensitive-patterns';
import type { Json } from '#core/units';
import { isNode, listOf, nodeOf, resolveRef, type Node } from './document.ts';
import { textForPattern } from './sample-pattern.ts';
import { mergeAll, typeOf } from './schema-view.ts';

const DEPTH_MAX = 12;
const TEXT_MAX = 2_000;
const ITEMS_MAX = 50;

/** How a sample is made. */
export interface Sampling {
  readonly root: Node;
  /** Optional fields too. */
  readonly full?: boolean;
  /** A value of one's own for a field, such as a variable; taken as it is. */
  readonly fill?: (name: string, schema: Node) => Json | undefined;
}

/**
 * Text that a suite can hold: braces that would read as a variable are escaped, and what looks like a secret or a card number is masked,
 * because the plane refuses it.
 */
export const safeText = (text: string): string => maskSensitive(text.slice(0, TEXT_MAX)).text.replaceAll('{{', '\\{{');

/** Any value of a document as JSON that a suite can hold. */
export const safeJson = (value: unknown, depth = 0): Json => {
  if (typeof value === 'string') return safeText(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : 0;
  if (typeof value === 'boolean' || value === null || value === undefined || depth > 40)
    return typeof value === 'boolean' ? value : null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.slice(0, ITEMS_MAX).map((one) => safeJson(one, depth + 1));
  return isNode(value)
    ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, safeJson(one, depth + 1)]))
    : null;
};

const FORMATS: { readonly [format: string]: string } = {
  'date-time': '2026-01-15T12:00:00Z',
  date: '2026-01-15',
  time: '12:00:00Z',
  duration: 'PT1H',
  email: 'someone@example.com',
  'idn-email': 'someone@example.com',
  uuid: '3fa85f64-5717-4562-b3fc-2c963f66afa6',
  uri: 'https://example.com/',
  url: 'https://example.com/',
  iri: 'https://example.com/',
  'uri-reference': '/example',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  byte: 'ZXhhbXBsZQ==',
  binary: 'example',
  password: 'Example-1-example',
};

/** A text of so many characters. */
export const textOfLength = (length: number): string => 'example'.repeat(Math.ceil(length / 7)).slice(0, length);

const textSample = (schema: Node): string => {
  const known = FORMATS[String(schema['format'])];
  const min = Math.min(Number(schema['minLength'] ?? 0) || 0, TEXT_MAX);
  const max = Number(schema['maxLength'] ?? TEXT_MAX);
  const pattern = schema['pattern'];
  if (typeof pattern === 'string') {
    const made = textForPattern(pattern, min, max);
    if (made !== undefined) return made;
  }
  if (known !== undefined && known.length <= max) return known;
  return textOfLength(Math.max(min, Math.min(7, max)));
};

const numberSample = (schema: Node, isInteger: boolean): number => {
  const bound = (name: string, exclusive: string, step: number): number | undefined => {
    const [limit, other] = [schema[name], schema[exclusive]];
    if (typeof other === 'number') return other + step;
    if (typeof limit !== 'number') return undefined;
    return other === true ? limit + step : limit;
  };
  const step = isInteger ? 1 : 0.5;
  const min = bound('minimum', 'exclusiveMinimum', step);
  const max = bound('maximum', 'exclusiveMaximum', -step);
  // 1 where it is allowed: a quantity or price of 0 is an exception more often than an example.
  const raw = Math.max(min ?? 1, Math.min(1, max ?? 1));
  const multiple = schema['multipleOf'];
  const value = typeof multiple === 'number' && multiple > 0 ? Math.ceil(raw / multiple) * multiple : raw;
  return isInteger ? Math.ceil(value) : value;
};

/** What the document itself gives as a value: example, default, constant or the first of its choices. */
export const givenValue = (schema: Node): unknown => {
  const enumeration = listOf(schema['enum']).filter((one) => one !== null);
  return schema['example'] ?? listOf(schema['examples'])[0] ?? schema['const'] ?? schema['default'] ?? enumeration[0];
};

const filled = (sampling: Sampling, schema: Node, value: Json): Json => {
  if (Array.isArray(value)) return value.map((one) => filled(sampling, nodeOf(schema['items']), one as Json));
  if (!isNode(value)) return value;
  const properties = nodeOf(schema['properties']);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]): [string, Json][] => {
      const property = resolveRef(sampling.root, properties[name]);
      if (property['readOnly'] === true) return [];
      return [[name, sampling.fill?.(name, property) ?? filled(sampling, property, one)]];
    }),
  );
};

/** An example as it goes into a request: fields that only answers have are left out, and `fill` has its say. */
export const givenSample = (sampling: Sampling, schema: Node, example: unknown): Json =>
  filled(sampling, schema, safeJson(example));

interface Visit {
  readonly seen: ReadonlySet<unknown>;
  readonly depth: number;
}

const objectSample = (sampling: Sampling, schema: Node, visit: Visit): Json => {
  const { root, full = false, fill } = sampling;
  const required = new Set(listOf(schema['required']));
  return Object.fromEntries(
    Object.entries(nodeOf(schema['properties'])).flatMap(([name, raw]): [string, Json][] => {
      const property = resolveRef(root, raw);
      const isWanted = required.has(name) || (full && property['deprecated'] !== true && !visit.seen.has(property));
      if (!isWanted || property['readOnly'] === true) return [];
      const own = fill?.(name, property);
      return [[name, own ?? made(sampling, property, { ...visit, depth: visit.depth + 1 })]];
    }),
  );
};

const arraySample = (sampling: Sampling, schema: Node, visit: Visit): Json => {
  const count = Math.min(Math.max(Number(schema['minItems'] ?? 0) || 0, sampling.full === true ? 1 : 0), ITEMS_MAX);
  const items = schema['items'];
  if (count === 0 || visit.seen.has(resolveRef(sampling.root, items))) return [];
  const item = made(sampling, items, { ...visit, depth: visit.depth + 1 });
  return Array.from({ length: count }, () => item);
};

const made = (sampling: Sampling, raw: unknown, { seen, depth }: Visit): Json => {
  const { root } = sampling;
  const resolved = resolveRef(root, raw);
  if (depth > DEPTH_MAX || seen.has(resolved)) return null;
  const visit = { seen: new Set([...seen, resolved]), depth };
  const schema = mergeAll(root, resolved, visit.seen);
  const example = givenValue(schema);
  if (example !== undefined) return givenSample(sampling, schema, example);
  const choices = [...listOf(schema['oneOf']), ...listOf(schema['anyOf'])];
  if (choices.length > 0) {
    const chosen = choices.find((one) => resolveRef(root, one)['type'] !== 'null');
    const value = made(sampling, chosen, { ...visit, depth: depth + 1 });
    if (typeOf(schema) !== 'object' || !isNode(value)) return value;
    return { ...(objectSample(sampling, schema, visit) as object), ...(value as object) };
  }
  switch (typeOf(schema)) {
    case 'object':
      return objectSample(sampling, schema, visit);
    case 'array':
      return arraySample(sampling, schema, visit);
    case 'integer':
      return numberSample(schema, true);
    case 'number':
      return numberSample(schema, false);
    case 'boolean':
      return true;
    case 'null':
      return null;
    case 'string':
      return safeText(textSample(schema));
    default:
      return 'example';
  }
};

/** The smallest value that a schema allows (all of it with `full`), by its own examples where it has some. Bounded; circular schemas end. */
export const sampleOf = (sampling: Sampling, raw: unknown): Json => made(sampling, raw, { seen: new Set(), depth: 0 });
