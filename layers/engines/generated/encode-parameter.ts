import { isJsonObject } from '#core/json-types';
import { asText } from '#core/template';
import type { Json } from '#core/units';
import { encodeParameter } from '#engines/contract/encode-parameter';
import type { Parameter } from '#engines/contract/model';

/**
 * A parameter as it is sent: of a path the text for its place, of a query its pairs, of a header its value, of a cookie its pairs. A
 * `content` parameter is its value as JSON, or as the text that it is.
 */
export const parameterText = (parameter: Parameter, value: Json): string => {
  const { content, name } = parameter;
  if (content === undefined) return encodeParameter(parameter, value);
  const text = typeof value === 'string' && !/json/iu.test(content.mediaType) ? value : JSON.stringify(value);
  if (parameter.in === 'query') return `${encodeURIComponent(name)}=${encodeURIComponent(text)}`;
  if (parameter.in === 'cookie') return `${name}=${encodeURIComponent(text)}`;
  return parameter.in === 'path' ? encodeURIComponent(text) : text;
};

/** What a header line can hold (RFC 9110, section 5.5), without white space at its ends. */
const isHeaderText = (text: string): boolean => /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/u.test(text);
/** RFC 6265, section 4.1.1, and what stands between pairs. */
const isCookieText = (text: string): boolean => /^[\x20\x21\x23-\x2b\x2d-\x5b\x5d-\x7e]*$/u.test(text);
/** A path segment that stays one: dots and nothing are taken away by URL parsers, slashes are cut at by routers. */
const isSegmentText = (text: string): boolean => text !== '' && !/^\.{1,2}$/u.test(text) && !/[/\\]/u.test(text);

/** Headers that belong to the message, not to the operation (OpenAPI 3.1, section 4.8.12.1). */
const NOT_PARAMETERS = new Set(['accept', 'content-type', 'authorization']);

const leavesOf = (value: Json): readonly Json[] =>
  Array.isArray(value)
    ? (value as readonly Json[]).flatMap(leavesOf)
    : isJsonObject(value)
      ? Object.values(value).flatMap(leavesOf)
      : [value];

/** False for a value whose text cannot stand where it would be sent. */
export const canBeSent = (parameter: Parameter, value: Json): boolean => {
  const leaves = leavesOf(value);
  if (leaves.some((leaf) => typeof leaf === 'string' && !leaf.isWellFormed())) return false;
  switch (parameter.in) {
    case 'path':
      return leaves.length > 0 && leaves.every((leaf) => isSegmentText(asText(leaf)));
    case 'header':
      return !NOT_PARAMETERS.has(parameter.name.toLowerCase()) && isHeaderText(parameterText(parameter, value));
    case 'cookie':
      return isCookieText(parameterText(parameter, value));
    default:
      return true;
  }
};
