/** Values of parameters as texts, for every style of OpenAPI's table (3.2, "Style Examples"; RFC 6570). */
import { isJsonObject, shortJson } from '#core/json-types';
import type { Json } from '#core/units';
import type { Parameter, ParameterStyle } from '#engines/contract/model';

/** What decides how a value is written. */
export interface Serialization {
  readonly name: string;
  readonly in: Parameter['in'];
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved?: boolean;
}

const RESERVED = /%(?:3A|2F|3F|23|5B|5D|40|21|24|26|27|28|29|2A|2B|2C|3B|3D)/gu;

const textOf = (value: Json): string => {
  if (typeof value === 'string') return value;
  return isJsonObject(value) || Array.isArray(value) ? JSON.stringify(value) : shortJson(value, Infinity);
};

/** RFC 3986's unreserved characters stay; those that are reserved too where the parameter allows it. */
const escaper = ({ in: place, style, allowReserved }: Serialization): ((text: string) => string) => {
  // A header is not part of a URL, and 3.2's cookie style leaves the text alone.
  if (place === 'header' || style === 'cookie') return (text) => text;
  const strict = (text: string): string =>
    encodeURIComponent(text).replaceAll(/[!'()*]/gu, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return allowReserved === true ? (text) => strict(text).replaceAll(RESERVED, decodeURIComponent) : strict;
};

interface Writing {
  readonly name: string;
  readonly escape: (text: string) => string;
  readonly explode: boolean;
}

/** Texts of an array's items, or of an object's names and values. */
const listed = (value: Json, escape: (text: string) => string): readonly string[] => {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => escape(textOf(item)));
  if (!isJsonObject(value)) return [escape(textOf(value))];
  return Object.entries(value).flatMap(([name, item]) => [escape(name), escape(textOf(item))]);
};

const assigned = (value: Json, escape: (text: string) => string): readonly string[] =>
  isJsonObject(value)
    ? Object.entries(value).map(([name, item]) => `${escape(name)}=${escape(textOf(item))}`)
    : listed(value, escape);

const matrix = (value: Json, { name, escape, explode }: Writing): string => {
  if (value === '') return `;${name}`;
  if (!explode || typeof value !== 'object' || value === null) return `;${name}=${listed(value, escape).join(',')}`;
  const parts = Array.isArray(value) ? listed(value, escape).map((item) => `${name}=${item}`) : assigned(value, escape);
  return parts.map((part) => `;${part}`).join('');
};

const label = (value: Json, { escape, explode }: Writing): string =>
  explode ? `.${assigned(value, escape).join('.')}` : `.${listed(value, escape).join(',')}`;

const simple = (value: Json, { escape, explode }: Writing): string =>
  (explode ? assigned(value, escape) : listed(value, escape)).join(',');

const form = (value: Json, { name, escape, explode }: Writing, glue: string): string => {
  const isList = typeof value === 'object' && value !== null;
  if (!explode || !isList) return `${name}=${listed(value, escape).join(',')}`;
  if (isJsonObject(value)) return assigned(value, escape).join(glue);
  return listed(value, escape)
    .map((item) => `${name}=${item}`)
    .join(glue);
};

const deepObject = (value: Json, { name, escape }: Writing): string => {
  if (!isJsonObject(value)) return `${name}=${listed(value, escape).join(',')}`;
  const parts = Object.entries(value).flatMap(([field, item]) => {
    const items = Array.isArray(item) ? (item as readonly Json[]) : [item];
    return items.map((one) => `${name}%5B${escape(field)}%5D=${escape(textOf(one))}`);
  });
  return parts.join('&');
};

const DELIMITERS: { readonly [style: string]: string } = {
  spaceDelimited: '%20',
  pipeDelimited: '%7C',
  tabDelimited: '%09',
};

/**
 * A parameter's value as it is sent: of a path the text that stands for `{name}`, of a query the pairs without `?`, of a header its
 * value, of a cookie the pairs of the `Cookie` header.
 *
 * What no style has a form for (objects in objects) is written as JSON.
 */
export const encodeParameter = (parameter: Serialization, value: Json): string => {
  const escape = escaper(parameter);
  const isUrl = parameter.in === 'query' || parameter.style === 'matrix';
  const name = isUrl ? escape(parameter.name) : parameter.name;
  const writing: Writing = { name, escape, explode: parameter.explode };
  switch (parameter.style) {
    case 'matrix':
      return matrix(value, writing);
    case 'label':
      return label(value, writing);
    case 'simple':
      return simple(value, writing);
    case 'deepObject':
      return deepObject(value, writing);
    case 'form':
    case 'cookie':
      return form(value, writing, parameter.in === 'cookie' ? '; ' : '&');
    default: {
      // The table has no exploded form of these: pairs are repeated, as with `form`.
      const glue = DELIMITERS[parameter.style] ?? ',';
      return parameter.explode ? form(value, writing, '&') : `${name}=${listed(value, escape).join(glue)}`;
    }
  }
};
