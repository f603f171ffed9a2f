/** Texts of parameters as values, for every style of OpenAPI's table; the schema says which types are meant. */
import type { Json } from '#core/units';
import { coerce, coerceFields, coerceItems, propertyViews, typesOf } from '#engines/contract/coerce';
import type { Parameter, ParameterStyle, SchemaView } from '#engines/contract/model';

/** A parameter, or a header: what is needed to read it. */
export interface ReadableParameter {
  readonly name: string;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly in: Parameter['in'];
  readonly schema: SchemaView;
}

/** A pair of a query or cookie: the name decoded, the value as it was sent. */
export type RawPair = readonly [string, string];

export type Decoded =
  | { readonly value: Json }
  /** The text does not have the form of its style. */
  | { readonly expected: string; readonly got: string };

const percentDecoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** In a query `+` is a space too. */
const queryDecoded = (text: string): string => percentDecoded(text.replaceAll('+', ' '));

/** Pairs of a query without `?`. */
export const queryPairs = (query: string): readonly RawPair[] =>
  query === ''
    ? []
    : query.split('&').flatMap((pair): RawPair[] => {
        if (pair === '') return [];
        const at = pair.indexOf('=');
        return at < 0 ? [[queryDecoded(pair), '']] : [[queryDecoded(pair.slice(0, at)), pair.slice(at + 1)]];
      });

/** Pairs of a `Cookie` header. */
export const cookiePairs = (header: string): readonly RawPair[] =>
  header.split(';').flatMap((pair): RawPair[] => {
    const at = pair.indexOf('=');
    return at < 0 ? [] : [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()]];
  });

type Decode = (text: string) => string;

const asPairs = (texts: readonly string[], decode: Decode): readonly RawPair[] | undefined => {
  if (texts.length % 2 === 1) return undefined;
  return texts.flatMap((name, at) => (at % 2 === 0 ? [[decode(name), decode(texts[at + 1] ?? '')] as const] : []));
};

const asAssignments = (texts: readonly string[], decode: Decode): readonly RawPair[] | undefined => {
  const pairs = texts.map((text): RawPair | undefined => {
    const at = text.indexOf('=');
    return at < 0 ? undefined : [decode(text.slice(0, at)), decode(text.slice(at + 1))];
  });
  return pairs.every((pair) => pair !== undefined) ? pairs : undefined;
};

const kindOf = (view: SchemaView): 'array' | 'object' | 'plain' => {
  const types = typesOf(view);
  if (types.size === 7) return 'plain';
  return types.has('array') ? 'array' : types.has('object') ? 'object' : 'plain';
};

interface Reading {
  readonly view: SchemaView;
  readonly decode: Decode;
  readonly separator: string | RegExp;
  /** Fields of objects are `name=value`. */
  readonly assigned: boolean;
}

const readText = (text: string, { view, decode, separator, assigned }: Reading): Decoded => {
  const kind = kindOf(view);
  if (kind === 'plain') return { value: coerce(view, decode(text)) };
  const parts = text === '' ? [] : text.split(separator);
  if (kind === 'array') return { value: coerceItems(view, parts.map(decode)) };
  const pairs = assigned ? asAssignments(parts, decode) : asPairs(parts, decode);
  if (pairs !== undefined) return { value: coerceFields(view, pairs) };
  return { expected: assigned ? 'pairs such as name=value' : 'names and values by turns', got: text };
};

const matrixOf = (text: string, parameter: ReadableParameter): Decoded => {
  const { name, explode, schema } = parameter;
  const reading = { view: schema, decode: percentDecoded, separator: ',', assigned: false };
  if (!text.startsWith(';')) return { expected: `a text that begins with ;`, got: text };
  const parts = text.slice(1).split(';');
  const kind = kindOf(schema);
  if (explode && kind === 'object') return readText(text.slice(1), { ...reading, separator: ';', assigned: true });
  const values = parts.map((part) => {
    const at = part.indexOf('=');
    const found = percentDecoded(at < 0 ? part : part.slice(0, at));
    return found === name ? (at < 0 ? '' : part.slice(at + 1)) : undefined;
  });
  if (!values.every((value) => value !== undefined)) return { expected: `;${name}=…`, got: text };
  if (explode && kind === 'array') return { value: coerceItems(schema, values.map(percentDecoded)) };
  return values.length === 1 ? readText(values[0] ?? '', reading) : { expected: `;${name}=… once`, got: text };
};

const labelOf = (text: string, { explode, schema }: ReadableParameter): Decoded => {
  if (!text.startsWith('.')) return { expected: 'a text that begins with a dot', got: text };
  // Before 3.0.4 the table joined with dots in both cases.
  const separator = explode || !text.includes(',') ? '.' : ',';
  return readText(text.slice(1), { view: schema, decode: percentDecoded, separator, assigned: explode });
};

/** The value of a path parameter or header, as its text was sent. */
export const decodeText = (parameter: ReadableParameter, text: string): Decoded => {
  if (parameter.style === 'matrix') return matrixOf(text, parameter);
  if (parameter.style === 'label') return labelOf(text, parameter);
  const isHeader = parameter.in === 'header';
  return readText(text, {
    view: parameter.schema,
    decode: isHeader ? (part) => part.trim() : percentDecoded,
    separator: ',',
    assigned: parameter.explode,
  });
};

const SEPARATORS: { readonly [style: string]: RegExp } = {
  spaceDelimited: /%20|\+| /u,
  pipeDelimited: /%7C|\|/iu,
  tabDelimited: /%09|\t/u,
  form: /,/u,
};

/** Names of pairs that a parameter takes: its own, those of its fields, or `name[field]`. */
export const claims = (parameter: ReadableParameter, name: string): boolean => {
  const { style, explode, schema } = parameter;
  if (style === 'deepObject') return name.startsWith(`${parameter.name}[`) && name.endsWith(']');
  if (explode && kindOf(schema) === 'object') return propertyViews(schema).has(name);
  return name === parameter.name || name === `${parameter.name}[]`;
};

/**
 * The value of a query or cookie parameter.
 *
 * @param pairs all of the query or cookie
 * @returns undefined when it is not there
 */
export const decodePairs = (parameter: ReadableParameter, pairs: readonly RawPair[]): Decoded | undefined => {
  const own = pairs.filter(([name]) => claims(parameter, name));
  if (own.length === 0) return undefined;
  const { style, explode, schema } = parameter;
  const decode = style === 'cookie' ? (text: string): string => text : queryDecoded;
  const kind = kindOf(schema);
  if (style === 'deepObject') {
    const fields = own.map(([name, text]): RawPair => [name.slice(parameter.name.length + 1, -1), text]);
    return { value: deepValue(schema, fields, decode) };
  }
  if (explode && kind === 'object')
    return {
      value: coerceFields(
        schema,
        own.map(([name, text]) => [name, decode(text)]),
      ),
    };
  if (explode && kind === 'array')
    return {
      value: coerceItems(
        schema,
        own.map(([, text]) => decode(text)),
      ),
    };
  if (own.length > 1) return { expected: `${parameter.name} once`, got: `${String(own.length)} of them` };
  const separator = SEPARATORS[style] ?? /,/u;
  return readText(own[0]?.[1] ?? '', { view: schema, decode, separator, assigned: false });
};

/** A field that comes more than once is a list. */
const deepValue = (view: SchemaView, fields: readonly RawPair[], decode: Decode): Json => {
  const texts = new Map<string, string[]>();
  for (const [name, text] of fields) texts.set(name, [...(texts.get(name) ?? []), decode(text)]);
  const known = propertyViews(view);
  return Object.fromEntries(
    [...texts].map(([name, values]): [string, Json] => {
      const schema = known.get(name);
      if (schema !== undefined && kindOf(schema) === 'array') return [name, coerceItems(schema, values)];
      if (values.length > 1) return [name, values];
      return [name, schema === undefined ? (values[0] ?? '') : coerce(schema, values[0] ?? '')];
    }),
  );
};
