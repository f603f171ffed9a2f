import { isJsonObject } from '#core/json-types';
import { asText } from '#core/template';
import type { Json, JsonObject } from '#core/units';
import type { Media } from '#engines/contract/model';
import { objectOf, textOf } from './schema-source.ts';

const ESCAPES: { readonly [mark: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** XML 1.0, section 2.2, has no such characters, escaped or not. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const escaped = (text: string): string =>
  text.replaceAll(FORBIDDEN, '').replaceAll(/[&<>"]/gu, (mark) => ESCAPES[mark] ?? mark);

const nameOf = (name: string): string => {
  const clean = name.replaceAll(/[^A-Za-z0-9_.-]/gu, '_');
  return /^[A-Za-z_]/u.test(clean) ? clean : `_${clean}`;
};

interface Named {
  readonly schema: JsonObject;
  readonly refName?: string;
}

const follow = (defs: JsonObject, schema: Json | undefined): Named => {
  const ref = textOf(objectOf(schema)['$ref'])?.replace('#/$defs/', '');
  return ref === undefined ? { schema: objectOf(schema) } : { schema: objectOf(defs[ref]), refName: ref };
};

const elements = (defs: JsonObject, name: string, value: Json, raw: Json | undefined): string => {
  const { schema } = follow(defs, raw);
  const xml = objectOf(schema['xml']);
  const tag = nameOf(textOf(xml['name']) ?? name);
  if (Array.isArray(value)) {
    const items = (value as readonly Json[])
      .map((one) =>
        elements(
          defs,
          textOf(objectOf(follow(defs, schema['items']).schema['xml'])['name']) ?? tag,
          one,
          schema['items'],
        ),
      )
      .join('');
    return xml['wrapped'] === true ? `<${tag}>${items}</${tag}>` : items;
  }
  if (!isJsonObject(value)) return `<${tag}>${value === null ? '' : escaped(asText(value))}</${tag}>`;
  const properties = objectOf(schema['properties']);
  const isAttribute = (field: string, one: Json): boolean =>
    objectOf(objectOf(properties[field])['xml'])['attribute'] === true && typeof one !== 'object';
  const attributes = Object.entries(value)
    .filter(([field, one]) => isAttribute(field, one))
    .map(([field, one]) => ` ${nameOf(field)}="${escaped(asText(one))}"`);
  const inner = Object.entries(value)
    .filter(([field, one]) => !isAttribute(field, one))
    .map(([field, one]) => elements(defs, field, one, properties[field]));
  return `<${tag}${attributes.join('')}>${inner.join('')}</${tag}>`;
};

/** A value as an XML document, with the names, attributes and wrappers that the schema's `xml` fields ask for. */
export const xmlText = (value: Json, media: Media): string => {
  const view = media.schema;
  const { schema, refName } = follow(view?.root.$defs ?? {}, view?.schema);
  const name = textOf(objectOf(schema['xml'])['name']) ?? refName ?? 'root';
  return `<?xml version="1.0" encoding="UTF-8"?>${elements(view?.root.$defs ?? {}, name, value, view?.schema)}`;
};
