import { isJsonObject, setField } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import { coerce, itemView, propertyView, typesOf } from '#engines/contract/coerce';
import { queryPairs, decodePairs, type ReadableParameter } from '#engines/contract/decode-parameter';
import { bodyKind, parseMediaType } from '#engines/contract/media-types';
import type { Encoding, Media, SchemaView } from '#engines/contract/model';
import { multipartFields } from '#engines/contract/multipart-body';

/** A body as values that schemas can be asked about. */
export type ReadBody =
  | { readonly value: Json }
  /** A stream: each item has the schema. */
  | { readonly items: readonly Json[] }
  /** Nothing that a schema could be asked about, such as an image. */
  | { readonly opaque: true }
  | { readonly expected: string; readonly got: string };

const utf8 = new TextDecoder('utf-8', { fatal: true });
const latin1 = new TextDecoder('latin1');

const textOf = (body: Uint8Array, contentType: string): string | undefined => {
  const charset = parseMediaType(contentType)?.parameters.get('charset') ?? 'utf-8';
  try {
    if (charset === 'utf-8' || charset === 'utf8') return utf8.decode(body);
    return new TextDecoder(charset, { fatal: true }).decode(body);
  } catch {
    return /^(?:us-ascii|iso-8859-1)$/u.test(charset) ? latin1.decode(body) : undefined;
  }
};

const shortText = (text: string): string =>
  text.length > 60 ? `${JSON.stringify(text.slice(0, 60))}…` : JSON.stringify(text);

const parsed = (text: string, what: string): ReadBody => {
  try {
    return { value: JSON.parse(text) as Json };
  } catch {
    return { expected: what, got: text === '' ? 'nothing' : shortText(text) };
  }
};

const parsedLines = (texts: readonly string[]): ReadBody => {
  const items: Json[] = [];
  for (const text of texts) {
    const one = parsed(text, 'JSON in every item');
    if (!('value' in one)) return one;
    items.push(one.value);
  }
  return { items };
};

/** Events of a stream as 3.2 models them: an object with `data`, `event`, `id` and `retry`. */
const events = (text: string): readonly Json[] =>
  text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n\r\n|\n\n|\r\r/u)
    .map((block) => {
      const event: { [name: string]: Json } = {};
      for (const line of block.split(/\r\n|\n|\r/u)) {
        const match = /^(data|event|id|retry)(?:: ?(.*))?$/su.exec(line);
        if (match === null) continue;
        const [, name = '', value = ''] = match;
        const before = event[name];
        event[name] =
          name === 'data' && typeof before === 'string'
            ? `${before}\n${value}`
            : name === 'retry'
              ? Number(value)
              : value;
      }
      return event;
    })
    .filter((event) => Object.keys(event).length > 0);

/** Fields of a form, each by its encoding: as in a query, or JSON where the encoding says so. */
const formValue = (text: string, media: Media): JsonObject => {
  const pairs = queryPairs(text);
  const made: { [name: string]: Json } = {};
  for (const name of new Set(pairs.map(([one]) => one.replace(/\[.*\]$/u, '')))) {
    const schema = media.schema === undefined ? undefined : propertyView(media.schema, name);
    const encoding: Encoding | undefined = media.encoding[name];
    const value =
      schema === undefined ? pairs.find(([one]) => one === name)?.[1] : fieldValue(name, schema, encoding, pairs);
    if (value !== undefined) setField(made, name, value);
  }
  return made;
};

const fieldValue = (
  name: string,
  schema: SchemaView,
  encoding: Encoding | undefined,
  pairs: ReturnType<typeof queryPairs>,
): Json | undefined => {
  const style = encoding?.style ?? 'form';
  const parameter: ReadableParameter = {
    name,
    in: 'query',
    style,
    explode: encoding?.explode ?? style === 'form',
    schema,
  };
  const isJson = encoding?.style === undefined && bodyKind(encoding?.contentType ?? '') === 'json';
  const plain = decodePairs(
    { ...parameter, ...(isJson ? { schema: { ...schema, schema: { type: 'string' } } } : {}) },
    pairs,
  );
  if (plain === undefined || !('value' in plain)) return plain?.got;
  if (!isJson || typeof plain.value !== 'string') return plain.value;
  const json = parsed(plain.value, 'JSON');
  return 'value' in json ? json.value : plain.value;
};

const multipartValue = (body: Uint8Array, contentType: string, media: Media): ReadBody => {
  const boundary = parseMediaType(contentType)?.parameters.get('boundary');
  if (boundary === undefined) return { expected: 'a multipart type with a boundary', got: contentType };
  const fields = multipartFields(body, boundary);
  if (fields === undefined)
    return { expected: `parts between lines of --${boundary}`, got: `${String(body.length)} bytes` };
  const made: { [name: string]: Json } = {};
  for (const name of new Set(fields.map((field) => field.name))) {
    const parts = fields.filter((field) => field.name === name);
    const schema = media.schema === undefined ? undefined : propertyView(media.schema, name);
    const isList = schema !== undefined && typesOf(schema).has('array') && typesOf(schema).size < 7;
    const values = parts.map(({ body: part, contentType: type }, at) =>
      partValue(
        part,
        type ?? media.encoding[name]?.contentType ?? '',
        schema === undefined || !isList ? schema : itemView(schema, at),
      ),
    );
    setField(made, name, isList && !(values.length === 1 && Array.isArray(values[0])) ? values : (values[0] ?? null));
  }
  return { value: made };
};

const partValue = (body: Uint8Array, type: string, schema: SchemaView | undefined): Json => {
  const text = textOf(body, type) ?? latin1.decode(body);
  const isStructured =
    schema !== undefined && typesOf(schema).size < 7 && (typesOf(schema).has('object') || typesOf(schema).has('array'));
  if (bodyKind(type) === 'json' || (type === '' && isStructured)) {
    const json = parsed(text, 'JSON');
    return 'value' in json ? json.value : text;
  }
  return schema === undefined ? text : coerce(schema, text);
};

/** Reads a body as its media type says. What is no text for any reader here is opaque, and so is a text under a schema for something else. */
export const readBody = (body: Uint8Array, contentType: string, media: Media): ReadBody => {
  const kind = bodyKind(contentType);
  if (kind === 'bytes') return { opaque: true };
  if (kind === 'multipart') {
    const isForm = parseMediaType(contentType)?.subtype === 'form-data';
    return isForm ? multipartValue(body, contentType, media) : { opaque: true };
  }
  const text = textOf(body, contentType);
  if (text === undefined) return { expected: `text in the charset of ${contentType}`, got: 'bytes that are none' };
  if (kind === 'json') return parsed(text, 'JSON');
  if (kind === 'form') return { value: formValue(text, media) };
  if (kind === 'json-lines') return parsedLines(text.split('\n').filter((line) => line.trim() !== ''));
  if (kind === 'json-sequence') return parsedLines(text.split('\u001e').filter((line) => line.trim() !== ''));
  if (kind === 'events') return { items: events(text) };
  const isText = media.schema === undefined || typesOf(media.schema).has('string');
  if (isText) return { value: text };
  const value = media.schema === undefined ? text : coerce(media.schema, text);
  return typeof value === 'string' || isJsonObject(value) ? { opaque: true } : { value };
};
