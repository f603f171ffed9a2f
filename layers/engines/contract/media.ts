/** Bodies and headers of a document, and what examples it gives for them. */
import { fieldOf, isJsonObject, pointerSegment, setField } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import { entriesAt, type DocumentReader, type ObjectPlace } from '#engines/contract/document-reader';
import { PARAMETER_STYLES, type Encoding, type Example, type Header, type Media } from '#engines/contract/model';
import type { ParameterStyle, SchemaView } from '#engines/contract/model';
import type { SchemaNormaliser } from '#engines/contract/normalise-schema';

/** What reading one document needs everywhere. */
export interface Reading {
  readonly reader: DocumentReader;
  readonly schemas: SchemaNormaliser;
}

export const textField = (value: JsonObject, name: string): string | undefined => {
  const found = fieldOf(value, name);
  return typeof found === 'string' ? found : undefined;
};

const isStyle = (value: Json | undefined): value is ParameterStyle =>
  PARAMETER_STYLES.includes(value as ParameterStyle) && value !== 'tabDelimited';

/** Style as it is written; a problem when it is none. */
export const styleField = (value: JsonObject, pointer: string, reader: DocumentReader): ParameterStyle | undefined => {
  const style = fieldOf(value, 'style');
  if (style === undefined || isStyle(style)) return style;
  reader.report(`${pointer}/style`, `one of ${PARAMETER_STYLES.join(', ')}`, style);
  return undefined;
};

export const schemaField = (
  { schemas }: Reading,
  value: JsonObject,
  pointer: string,
  name = 'schema',
): SchemaView | undefined => {
  const schema = fieldOf(value, name);
  return schema === undefined ? undefined : schemas.view(schema, `${pointer}/${name}`);
};

const exampleOf = (name: string, { value, pointer }: ObjectPlace): readonly Example[] => {
  for (const field of ['value', 'dataValue', 'serializedValue']) {
    const found = fieldOf(value, field);
    if (found === undefined) continue;
    const serialized = field === 'serializedValue' ? { isSerialized: true as const } : {};
    return [{ name, value: found, pointer: `${pointer}/${field}`, ...serialized }];
  }
  return [];
};

/** Examples beside a schema: `example`, and each one of `examples`. Those inside the schema stay there. */
export const examplesOf = ({ reader }: Reading, value: JsonObject, pointer: string): readonly Example[] => {
  const single = fieldOf(value, 'example');
  const several = fieldOf(value, 'examples');
  const named = entriesAt(reader, several, `${pointer}/examples`, 'an object of examples').flatMap(([name, raw]) => {
    const found = reader.object(raw, `${pointer}/examples/${pointerSegment(name)}`, 'an example (an object)');
    return found === undefined ? [] : exampleOf(name, found);
  });
  return single === undefined ? named : [{ value: single, pointer: `${pointer}/example` }, ...named];
};

export const headersOf = (reading: Reading, value: Json | undefined, pointer: string): readonly Header[] =>
  entriesAt(reading.reader, value, pointer, 'an object of headers').flatMap(([name, raw]) => {
    const found = reading.reader.object(raw, `${pointer}/${pointerSegment(name)}`, 'a header (an object)');
    // OpenAPI says that a header of this name is ignored: the media type is told by `content`.
    return found === undefined || name.toLowerCase() === 'content-type' ? [] : [headerOf(reading, name, found)];
  });

const headerOf = (reading: Reading, name: string, { value, pointer }: ObjectPlace): Header => {
  const isOld = reading.reader.version === '2.0';
  const schema = isOld ? reading.schemas.view(value, pointer) : schemaField(reading, value, pointer);
  const content = isOld ? undefined : contentOf(reading, fieldOf(value, 'content'), `${pointer}/content`)[0];
  return {
    name,
    required: fieldOf(value, 'required') === true,
    deprecated: fieldOf(value, 'deprecated') === true,
    style: 'simple',
    explode: fieldOf(value, 'explode') === true,
    examples: isOld ? [] : examplesOf(reading, value, pointer),
    pointer,
    ...(schema === undefined ? {} : { schema }),
    ...(content === undefined ? {} : { content }),
  };
};

const encodingOf = (reading: Reading, { value, pointer }: ObjectPlace): Encoding => {
  const contentType = textField(value, 'contentType');
  const style = styleField(value, pointer, reading.reader);
  const explode = fieldOf(value, 'explode');
  const allowReserved = fieldOf(value, 'allowReserved');
  return {
    headers: headersOf(reading, fieldOf(value, 'headers'), `${pointer}/headers`),
    ...(contentType === undefined ? {} : { contentType }),
    ...(style === undefined ? {} : { style }),
    ...(typeof explode === 'boolean' ? { explode } : {}),
    ...(typeof allowReserved === 'boolean' ? { allowReserved } : {}),
  };
};

const mediaOf = (reading: Reading, mediaType: string, { value, pointer }: ObjectPlace): Media => {
  const schema = schemaField(reading, value, pointer);
  const itemSchema = schemaField(reading, value, pointer, 'itemSchema');
  const encoding: { [name: string]: Encoding } = {};
  const place = `${pointer}/encoding`;
  for (const [name, raw] of entriesAt(reading.reader, fieldOf(value, 'encoding'), place, 'an object of encodings')) {
    const found = reading.reader.object(raw, `${place}/${pointerSegment(name)}`, 'an encoding (an object)');
    if (found !== undefined && name !== '__proto__') encoding[name] = encodingOf(reading, found);
  }
  return {
    mediaType,
    examples: examplesOf(reading, value, pointer),
    encoding,
    pointer,
    ...(schema === undefined ? {} : { schema }),
    ...(itemSchema === undefined ? {} : { itemSchema }),
  };
};

/** The media types of a `content`, in their order. */
export const contentOf = (reading: Reading, value: Json | undefined, pointer: string): readonly Media[] =>
  entriesAt(reading.reader, value, pointer, 'an object of media types').flatMap(([mediaType, raw]) => {
    const place = `${pointer}/${pointerSegment(mediaType)}`;
    const found = reading.reader.object(raw, place, 'a media type (an object)');
    return found === undefined ? [] : [mediaOf(reading, mediaType, found)];
  });

/** 2.0: one schema for all media types that the operation `produces` or `consumes`, with examples by media type. */
export const contentOf2 = (
  { schemas }: Reading,
  schema: Json,
  pointer: string,
  mediaTypes: readonly string[],
  examples: { readonly value: Json | undefined; readonly pointer: string },
): readonly Media[] => {
  const view = schemas.view(schema, pointer);
  const byType: { [type: string]: Json } = {};
  if (isJsonObject(examples.value))
    for (const [type, value] of Object.entries(examples.value)) setField(byType, type, value);
  return [...new Set([...mediaTypes, ...Object.keys(byType)])].map((mediaType) => {
    const example = fieldOf(byType, mediaType);
    const found = { value: example ?? null, pointer: `${examples.pointer}/${pointerSegment(mediaType)}` };
    return { mediaType, schema: view, examples: example === undefined ? [] : [found], encoding: {}, pointer };
  });
};
