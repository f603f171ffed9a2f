import type { RequestTemplate } from '#core/suite';
import type { Json, JsonObject } from '#core/units';
import type { Node } from './document.ts';
import { pathNames, type Operation, type Parameter } from './operations.ts';
import { safeJson, sampleOf, type Sample } from './sample.ts';

/** A request that the document allows, and how sure it is that the API will take it. */
export interface StarterRequest {
  readonly request: RequestTemplate;
  /** False when a value was made up that the API may not know, such as an id. */
  readonly sure: boolean;
}

export const parameterSample = (root: Node, parameter: Parameter): Sample =>
  parameter.example === undefined
    ? sampleOf(root, parameter.schema)
    : { value: safeJson(parameter.example), given: true };

type Plain = string | number | boolean;
const plain = (value: Json): Plain =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : JSON.stringify(value);

/** A list repeats the name; objects are sent as their JSON. */
export const queryValue = (value: Json): Json =>
  Array.isArray(value) ? (value as readonly Json[]).map(plain) : value === null ? 'example' : plain(value);

/** Text of a path segment, without what would make another path of it. */
export const segment = (value: Json): string => {
  const text = Array.isArray(value)
    ? (value as readonly Json[]).map(plain).join(',')
    : value === null
      ? 'example'
      : String(plain(value));
  const escaped = text.startsWith('\\{{') ? 'example' : text;
  return encodeURIComponent(escaped === '' || escaped === '.' || escaped === '..' ? 'example' : escaped);
};

export const fillPath = (path: string, values: ReadonlyMap<string, string>): string =>
  path
    .replace(/[?#].*$/, '')
    .replaceAll(/\{([^{}]+)\}/g, (_found, name: string) => values.get(name) ?? 'example')
    .replaceAll(/[\s"<>\\^`{|}]/g, (mark) => encodeURIComponent(mark));

/** Headers that the client sets itself, or that would change what the body is. */
const OWN_HEADERS = new Set([
  'accept',
  'content-type',
  'authorization',
  'host',
  'content-length',
  'connection',
  'transfer-encoding',
]);
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$/;

const headerText = (value: Json): string =>
  String(plain(value))
    .replaceAll(/[^\t\x20-\x7E]/g, ' ')
    .trim();

const credentialParts = (operation: Operation): { headers: Record<string, string>; query: Record<string, Json> } => {
  const headers: Record<string, string> = {};
  const query: Record<string, Json> = {};
  for (const credential of operation.credentials) {
    const value = `{{${credential.variable}}}`;
    if (credential.kind === 'bearer') headers['authorization'] = `Bearer ${value}`;
    else if (credential.kind === 'basic') headers['authorization'] = `Basic ${value}`;
    else if (credential.kind === 'query') query[credential.name] = value;
    else if (HEADER_NAME.test(credential.name)) headers[credential.name.toLowerCase()] = value;
  }
  return { headers, query };
};

const bodyPart = (
  root: Node,
  { body }: Operation,
): { readonly part: Partial<RequestTemplate>; readonly given: boolean; readonly mediaType?: string } => {
  if (body === undefined) return { part: {}, given: true };
  const sample =
    body.example === undefined ? sampleOf(root, body.schema) : { value: safeJson(body.example), given: true };
  if (body.kind === 'json') return { part: { json: sample.value }, given: sample.given, mediaType: body.mediaType };
  const fields =
    typeof sample.value === 'object' && sample.value !== null && !Array.isArray(sample.value)
      ? (sample.value as JsonObject)
      : {};
  return {
    part: { form: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, queryValue(value)])) },
    given: sample.given,
  };
};

/** The smallest request that the document allows: required parameters only, by examples where there are some. */
export const starterRequest = (root: Node, operation: Operation): StarterRequest => {
  const inPath = new Map<string, string>();
  const credentials = credentialParts(operation);
  const query: Record<string, Json> = { ...credentials.query };
  const headers: Record<string, Json> = { ...credentials.headers };
  let sure = operation.bodyOfOtherKind === undefined;
  const declared = new Map(operation.parameters.filter((one) => one.in === 'path').map((one) => [one.name, one]));
  for (const name of pathNames(operation.path)) {
    const parameter = declared.get(name);
    const sample = parameter === undefined ? { value: 'example', given: false } : parameterSample(root, parameter);
    inPath.set(name, segment(sample.value));
    sure &&= sample.given;
  }
  for (const parameter of operation.parameters.filter((one) => one.required && one.in !== 'path')) {
    const sample = parameterSample(root, parameter);
    if (parameter.in === 'query') query[parameter.name] ??= queryValue(sample.value);
    else if (HEADER_NAME.test(parameter.name) && !OWN_HEADERS.has(parameter.name.toLowerCase())) {
      headers[parameter.name.toLowerCase()] ??= headerText(sample.value);
    }
    sure &&= sample.given;
  }
  const body = bodyPart(root, operation);
  if (body.mediaType !== undefined && !/^application\/json\b/i.test(body.mediaType))
    headers['content-type'] = body.mediaType;
  return {
    sure: sure && body.given,
    request: {
      method: operation.method,
      path: fillPath(operation.path, inPath),
      ...(Object.keys(query).length === 0 ? {} : { query }),
      ...(Object.keys(headers).length === 0 ? {} : { headers: headers }),
      ...body.part,
    },
  };
};
