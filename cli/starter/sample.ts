import { maskSensitive } from '#core/sensitive-patterns';
import type { Json } from '#core/units';
import { isNode, listOf, nodeOf, resolveRef, type Node } from './document.ts';
import { textForPattern } from './sample-pattern.ts';

const DEPTH_MAX = 12;
const TEXT_MAX = 2_000;

/** A value and whether the document itself gave it (example, default, enum) or it was made up. */
export interface Sample {
  readonly value: Json;
  readonly given: boolean;
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
  if (Array.isArray(value)) return value.slice(0, 50).map((one) => safeJson(one, depth + 1));
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
  uuid: '3fa85f64-5717-4562-b3fc-2c963f66afa6',
  uri: 'https://example.com/',
  url: 'https://example.com/',
  'uri-reference': '/example',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  byte: 'ZXhhbXBsZQ==',
  binary: 'example',
  password: 'example',
};

const textSample = (schema: Node): string => {
  const known = FORMATS[String(schema['format'])];
  if (known !== undefined) return known;
  const pattern = schema['pattern'];
  if (typeof pattern === 'string') {
    const made = textForPattern(pattern);
    if (made !== undefined) return made;
  }
  const min = Math.min(Number(schema['minLength'] ?? 0) || 0, TEXT_MAX);
  const max = Number(schema['maxLength'] ?? TEXT_MAX);
  return 'example'.repeat(Math.ceil(Math.max(min, 1) / 7)).slice(0, Math.max(min, Math.min(7, max)));
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
  const raw = min ?? (max === undefined || max >= 1 ? 1 : max);
  const multiple = schema['multipleOf'];
  const value = typeof multiple === 'number' && multiple > 0 ? Math.ceil(raw / multiple) * multiple : raw;
  return isInteger ? Math.ceil(value) : value;
};

const typeOf = (schema: Node): string | undefined => {
  const type = schema['type'];
  const named: unknown = Array.isArray(type) ? (type as readonly unknown[]).find((one) => one !== 'null') : type;
  if (typeof named === 'string') return named;
  if (isNode(schema['properties'])) return 'object';
  return schema['items'] === undefined ? undefined : 'array';
};

const mergeAll = (root: Node, schema: Node, seen: ReadonlySet<unknown>): Node => {
  const parts = listOf(schema['allOf'])
    .map((one) => resolveRef(root, one))
    .filter((one) => !seen.has(one));
  if (parts.length === 0) return schema;
  const flat = parts.map((one) => mergeAll(root, one, new Set([...seen, one])));
  const { allOf: _allOf, ...own } = schema;
  const all = [...flat, own];
  return {
    ...(Object.assign({}, ...all) as Node),
    properties: Object.assign({}, ...all.map((one) => nodeOf(one['properties']))) as Node,
    required: [...new Set(all.flatMap((one) => listOf(one['required'])))],
  };
};

const givenValue = (schema: Node): unknown => {
  const enumeration = listOf(schema['enum']).filter((one) => one !== null);
  return schema['example'] ?? listOf(schema['examples'])[0] ?? schema['const'] ?? schema['default'] ?? enumeration[0];
};

const objectSample = (root: Node, schema: Node, seen: ReadonlySet<unknown>, depth: number): Sample => {
  const required = new Set(listOf(schema['required']));
  let given = true;
  const fields = Object.entries(nodeOf(schema['properties'])).flatMap(([name, raw]): [string, Json][] => {
    const property = resolveRef(root, raw);
    if (!required.has(name) || property['readOnly'] === true) return [];
    const sample = sampleOf(root, property, seen, depth + 1);
    given &&= sample.given;
    return [[name, sample.value]];
  });
  return { value: Object.fromEntries(fields), given: given && fields.length > 0 };
};

/** The smallest value that a schema allows, by its own examples where it has some. Bounded in depth; circular schemas end. */
export const sampleOf = (root: Node, raw: unknown, seen: ReadonlySet<unknown> = new Set(), depth = 0): Sample => {
  const resolved = resolveRef(root, raw);
  if (depth > DEPTH_MAX || seen.has(resolved)) return { value: null, given: false };
  const inside = new Set([...seen, resolved]);
  const schema = mergeAll(root, resolved, inside);
  const example = givenValue(schema);
  if (example !== undefined) return { value: safeJson(example), given: true };
  const choices = [...listOf(schema['oneOf']), ...listOf(schema['anyOf'])];
  if (choices.length > 0 && typeOf(schema) === undefined) {
    return sampleOf(
      root,
      choices.find((one) => resolveRef(root, one)['type'] !== 'null'),
      inside,
      depth + 1,
    );
  }
  switch (typeOf(schema)) {
    case 'object':
      return objectSample(root, schema, inside, depth);
    case 'array': {
      const count = Math.min(Number(schema['minItems'] ?? 0) || 0, 5);
      const item = sampleOf(root, schema['items'], inside, depth + 1);
      return { value: Array.from({ length: count }, () => item.value), given: count > 0 && item.given };
    }
    case 'integer':
      return { value: numberSample(schema, true), given: false };
    case 'number':
      return { value: numberSample(schema, false), given: false };
    case 'boolean':
      return { value: true, given: false };
    case 'string':
      return { value: safeText(textSample(schema)), given: false };
    default:
      return { value: 'example', given: false };
  }
};

/** The JSON type that a schema asks for, after references. */
export const schemaType = (root: Node, raw: unknown): string | undefined => {
  const resolved = resolveRef(root, raw);
  return typeOf(mergeAll(root, resolved, new Set([resolved])));
};

/** The fields that a body must have. */
export const requiredFields = (root: Node, raw: unknown): string[] => {
  const resolved = resolveRef(root, raw);
  const schema = mergeAll(root, resolved, new Set([resolved]));
  const properties = nodeOf(schema['properties']);
  return listOf(schema['required']).filter(
    (name): name is string => typeof name === 'string' && resolveRef(root, properties[name])['readOnly'] !== true,
  );
};
