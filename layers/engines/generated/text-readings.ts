/**
 * What a server may read out of a text. In a path, query, header, cookie or form all is text: `5` may be meant as a number or as a text, an
 * empty value as nothing. A value is invalid there only when it is invalid however it is read.
 */
import { isJsonObject } from '#core/json-types';
import type { Json } from '#core/units';
import type { SchemaSource } from './schema-source.ts';
import { branchesOf } from './values/branches.ts';
import { typesOf } from './values/facets.ts';

/** Beyond what JavaScript reads: digits of other scripts, and underscores between digits. */
const LOOSE_NUMBER = /^[+-]?\p{Nd}[\p{Nd}_]*(?:[.,][\p{Nd}_]*)?$/u;
const TRUE = /^(?:true|1|yes|on|t|y)$/iu;
const FALSE = /^(?:false|0|no|off|f|n|)$/iu;

const scalarReadings = (value: Json): Json[] => {
  const text = typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);
  const readings: Json[] = [text];
  if (text.trim() !== text) readings.push(text.trim());
  if (text.trim() !== '' && Number.isFinite(Number(text))) readings.push(Number(text));
  else if (LOOSE_NUMBER.test(text.trim())) readings.push(1, 1.5);
  if (TRUE.test(text)) readings.push(true);
  if (FALSE.test(text)) readings.push(false);
  if (text === '' || /^(?:null|nil|none|undefined)$/iu.test(text)) readings.push(null);
  return value === null ? [...readings, 'null'] : readings;
};

const READINGS_MAX = 64;

const products = (lists: readonly (readonly Json[])[]): Json[][] =>
  lists.reduce<Json[][]>(
    (all, list) => all.flatMap((row) => list.map((one) => [...row, one])).slice(0, READINGS_MAX),
    [[]],
  );

const readings = (value: Json, depth = 0): Json[] => {
  if (depth > 3) return [value];
  if (Array.isArray(value)) return products((value as readonly Json[]).map((one) => readings(one, depth + 1)));
  if (!isJsonObject(value)) return scalarReadings(value);
  const entries = Object.entries(value);
  return products(entries.map(([, one]) => readings(one, depth + 1))).map((row) =>
    Object.fromEntries(entries.map(([name], at): [string, Json] => [name, row[at] ?? null])),
  );
};

const shapesOf = (source: SchemaSource, schema: Json): ReadonlySet<string> =>
  new Set(branchesOf(source, schema).flatMap((branch) => typesOf(branch)));

/** A list where one value is expected is several parameters of the same name, one value where a list is expected a list of one: not told apart. */
const isOfShape = (source: SchemaSource, schema: Json, value: Json): boolean => {
  const shapes = shapesOf(source, schema);
  const takes = {
    list: shapes.has('array'),
    fields: shapes.has('object'),
    one: [...shapes].some((one) => one !== 'array' && one !== 'object'),
  };
  if (Array.isArray(value)) return takes.list && !takes.one && value.length > 0;
  if (isJsonObject(value)) return takes.fields && !takes.one && Object.keys(value).length > 0;
  return takes.one && !takes.list && !takes.fields && value !== null && value !== '';
};

/** Half of all servers count characters beyond U+FFFF as two, whatever JSON Schema says. */
export const isLengthUnclear = (value: Json, keywords: readonly string[]): boolean =>
  keywords.every((keyword) => keyword === 'minLength' || keyword === 'maxLength') &&
  /[\u{10000}-\u{10ffff}]/u.test(JSON.stringify(value));

/** True when the value is sent in a way that says what it is, and every reading of it is invalid. */
export const isInvalidAsText = (source: SchemaSource, schema: Json, value: Json): boolean =>
  isOfShape(source, schema, value) && readings(value).every((one) => source.faultsOf(schema, one).length > 0);

/** A text that must not be shorter than it is, sent empty, is plain enough: the limit says what empty means. */
export const isEmptyAgainstLimit = (source: SchemaSource, schema: Json, value: Json): boolean =>
  value === '' &&
  branchesOf(source, schema).every((branch) => typesOf(branch).every((type) => type === 'string')) &&
  source.faultsOf(schema, '').some(({ keyword }) => keyword === 'minLength');

const itemReadings = (value: Json): Json[] =>
  typeof value === 'object' && value !== null ? [JSON.stringify(value), ...fieldReadings(value)] : readings(value);

/** A list is the field again and again, of which a server may take one; an object is its JSON, which is a text too. */
const fieldReadings = (value: Json): Json[] => {
  if (Array.isArray(value) && value.length === 0) return [value, '[]'];
  if (Array.isArray(value)) return [...readings(value), ...(value as readonly Json[]).flatMap(itemReadings)];
  return isJsonObject(value) ? [JSON.stringify(value), ...readings(value)] : readings(value);
};

/** True when a form field by field is invalid whatever is read from its texts. */
export const isInvalidAsForm = (source: SchemaSource, schema: Json, value: Json): boolean => {
  if (!isJsonObject(value)) return false;
  // An empty list and null are not sent at all.
  const sent = Object.fromEntries(
    Object.entries(value).filter(([, one]) => one !== null && !(Array.isArray(one) && one.length === 0)),
  );
  const entries = Object.entries(sent);
  const options = products(entries.map(([, one]) => fieldReadings(one))).map((row) =>
    Object.fromEntries(entries.map(([name], at): [string, Json] => [name, row[at] ?? null])),
  );
  return options.length < READINGS_MAX && options.every((one) => source.faultsOf(schema, one).length > 0);
};
