import { fieldOf } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import { itemsAt, type ObjectPlace } from '#engines/contract/document-reader';
import { contentOf, examplesOf, schemaField, styleField, textField, type Reading } from '#engines/contract/media';
import { PARAMETER_PLACES, type Parameter, type ParameterPlace, type ParameterStyle } from '#engines/contract/model';

/** A parameter of 2.0 that is a body or a part of one. */
export const isBodyParameter = ({ value }: ObjectPlace): boolean =>
  ['body', 'formData'].includes(textField(value, 'in') ?? '');

const DEFAULT_STYLES: { readonly [place in ParameterPlace]: ParameterStyle } = {
  path: 'simple',
  header: 'simple',
  query: 'form',
  cookie: 'form',
  querystring: 'form',
};
const STYLES: { readonly [place in ParameterPlace]: readonly ParameterStyle[] } = {
  path: ['simple', 'label', 'matrix'],
  header: ['simple'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  cookie: ['form', 'cookie'],
  querystring: ['form'],
};

const OLD_STYLES: { readonly [format: string]: ParameterStyle } = {
  ssv: 'spaceDelimited',
  tsv: 'tabDelimited',
  pipes: 'pipeDelimited',
};

interface Serialization {
  readonly style: ParameterStyle;
  readonly explode: boolean;
}

/** 2.0: `collectionFormat`. */
const serialization2 = (value: JsonObject, place: ParameterPlace): Serialization => {
  const format = textField(value, 'collectionFormat') ?? 'csv';
  if (format === 'multi') return { style: 'form', explode: true };
  return { style: OLD_STYLES[format] ?? DEFAULT_STYLES[place], explode: false };
};

const serialization3 = ({ reader }: Reading, { value, pointer }: ObjectPlace, place: ParameterPlace): Serialization => {
  const written = styleField(value, pointer, reader);
  const fits = written === undefined || STYLES[place].includes(written);
  if (!fits) reader.report(`${pointer}/style`, `one of ${STYLES[place].join(', ')} in ${place}`, written);
  const style = fits && written !== undefined ? written : DEFAULT_STYLES[place];
  const explode = fieldOf(value, 'explode');
  return { style, explode: typeof explode === 'boolean' ? explode : style === 'form' || style === 'cookie' };
};

/** One parameter in the form of all versions; a problem and undefined when it has no name or no known place. */
const parameterOf = (reading: Reading, found: ObjectPlace): Parameter | undefined => {
  const { value, pointer } = found;
  const name = fieldOf(value, 'name');
  const place = fieldOf(value, 'in') as ParameterPlace;
  if (typeof name !== 'string' || name === '') {
    reading.reader.report(`${pointer}/name`, 'the name of the parameter', name);
    return undefined;
  }
  if (!PARAMETER_PLACES.includes(place)) {
    reading.reader.report(`${pointer}/in`, `one of ${PARAMETER_PLACES.join(', ')}`, place);
    return undefined;
  }
  const isOld = reading.reader.version === '2.0';
  // In 2.0 the parameter itself is the schema; its `required` is not the schema's.
  const schema = isOld ? reading.schemas.view(withoutRequired(value), pointer) : schemaField(reading, value, pointer);
  const content = isOld ? undefined : contentOf(reading, fieldOf(value, 'content'), `${pointer}/content`)[0];
  if (schema === undefined && content === undefined)
    reading.reader.report(pointer, 'a parameter with schema or content', Object.keys(value));
  if (place === 'path' && fieldOf(value, 'required') !== true)
    reading.reader.report(`${pointer}/required`, 'true, as every path parameter is needed', fieldOf(value, 'required'));
  return {
    name,
    in: place,
    required: place === 'path' || fieldOf(value, 'required') === true,
    deprecated: fieldOf(value, 'deprecated') === true,
    ...(isOld ? serialization2(value, place) : serialization3(reading, found, place)),
    allowReserved: fieldOf(value, 'allowReserved') === true,
    allowEmptyValue: fieldOf(value, 'allowEmptyValue') === true,
    examples: isOld ? [] : examplesOf(reading, value, pointer),
    pointer,
    ...(schema === undefined ? {} : { schema }),
    ...(content === undefined ? {} : { content }),
  };
};

export const withoutRequired = (value: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'required'));

/** Parameters of a path or an operation with their references followed. */
export const parameterPlaces = (
  { reader }: Reading,
  value: Json | undefined,
  pointer: string,
): readonly ObjectPlace[] =>
  itemsAt(reader, value, pointer, 'a list of parameters').flatMap(
    (raw, at) => reader.object(raw, `${pointer}/${String(at)}`, 'a parameter (an object)') ?? [],
  );

/** Headers that OpenAPI tells to ignore as parameters: other fields of the document describe them. */
const IGNORED_HEADERS = new Set(['accept', 'content-type', 'authorization']);

/** One of the operation replaces one of the path with the same place and name. */
export const parametersOf = (
  reading: Reading,
  shared: readonly ObjectPlace[],
  own: readonly ObjectPlace[],
): readonly Parameter[] => {
  const found = new Map<string, Parameter>();
  for (const places of [shared, own]) {
    const names = new Set<string>();
    for (const place of places) {
      if (reading.reader.version === '2.0' && isBodyParameter(place)) continue;
      const parameter = parameterOf(reading, place);
      if (parameter === undefined) continue;
      const key = `${parameter.in} ${parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name}`;
      if (names.has(key))
        reading.reader.report(place.pointer, 'each parameter once', `${parameter.name} in ${parameter.in}`);
      names.add(key);
      if (parameter.in === 'header' && IGNORED_HEADERS.has(parameter.name.toLowerCase())) continue;
      found.set(key, parameter);
    }
  }
  return [...found.values()];
};
