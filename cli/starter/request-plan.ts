import type { MultipartPart, RequestTemplate } from '#core/suite';
import type { Json } from '#core/units';
import { bodyValue, formFields, parameterValue, plainValue, uniqueText, type Judge } from './body-plan.ts';
import type { Credential } from './credentials.ts';
import { isNode, type Node } from './document.ts';
import { conflictStatuses } from './expected-status.ts';
import { isSafe, pathNames, type Operation, type Parameter } from './operations.ts';
import { isAction, isIdName } from './resources.ts';
import { givenSample, givenValue, sampleOf, type Sampling } from './sample.ts';
import { flatSchema, propertiesOf, typeOf } from './schema-view.ts';

/** Variables that stand for what the API itself gives: what a request needs of the suite around it. */
export interface Lookup {
  readonly root: Node;
  readonly judge: (operation: Operation) => Judge;
  /** Variable with the value of a name in the path; undefined when nothing gives it, or only something that the suite did not make. */
  readonly ofPath: (operation: Operation, name: string) => string | undefined;
  readonly ofName: (operation: Operation, name: string, hasExample: boolean) => string | undefined;
  readonly credential: (operation: Operation, credential: Credential) => string | undefined;
  /** Value of a field of a login. */
  readonly loginField: (operation: Operation, name: string) => string | undefined;
}

/** A request that the document allows. */
export interface RequestPlan {
  readonly request: RequestTemplate;
  /** The JSON or form body with plain values instead of variables. */
  readonly plainBody?: Json;
  /** What is missing to run it: what people have to fill in. Empty when it can be run as it is. */
  readonly missing: readonly string[];
}

export const variable = (name: string): string => `{{${name}}}`;

/** Text of a path segment, without what would make another path of it. */
export const segment = (value: Json): string => {
  const text = Array.isArray(value)
    ? (value as readonly Json[]).map(plainValue).join(',')
    : value === null
      ? 'example'
      : String(plainValue(value));
  const escaped = text.startsWith('\\{{') ? 'example' : text;
  return encodeURIComponent(escaped === '' || escaped === '.' || escaped === '..' ? 'example' : escaped);
};

/** A path with its names filled in; segments that hold variables are taken as they are. */
export const fillPath = (path: string, values: ReadonlyMap<string, string>): string => {
  const parts = path.replace(/[?#].*$/, '').split(/(\{[^{}]+\})/);
  return parts
    .map((part) =>
      /^\{[^{}]+\}$/.test(part)
        ? (values.get(part.slice(1, -1)) ?? 'example')
        : part.replaceAll(/[\s"<>\\^`{|}]/g, (mark) => encodeURIComponent(mark)),
    )
    .join('');
};

/** Headers that the client sets itself, or that would change what the body is. */
const OWN_HEADERS = new Set(
  'accept content-type authorization host content-length connection transfer-encoding'.split(' '),
);
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$/;
const IDEMPOTENCY = /^(?:x-)?(?:idempotency-key|idempotence-key|request-id|idempotent-key)$/i;

export const headerText = (value: Json): string =>
  String(plainValue(value))
    .replaceAll(/[^\t\x20-\x7E]/g, ' ')
    .trim();

export const parameterSample = (root: Node, parameter: Parameter): Json => {
  const sampling: Sampling = { root };
  return parameter.example === undefined
    ? sampleOf(sampling, parameter.schema)
    : givenSample(sampling, flatSchema(root, parameter.schema), parameter.example);
};

const isGiven = (root: Node, parameter: Parameter): boolean =>
  parameter.example !== undefined || givenValue(flatSchema(root, parameter.schema)) !== undefined;

/** Values that need not exist anywhere: dates, choices, numbers of things. */
const isFreeValue = (root: Node, parameter: Parameter): boolean => {
  const schema = flatSchema(root, parameter.schema);
  return (
    schema['enum'] !== undefined ||
    schema['const'] !== undefined ||
    /^date/.test(String(schema['format'])) ||
    typeOf(schema) === 'boolean'
  );
};

interface Draft {
  readonly path: Map<string, string>;
  readonly query: Record<string, Json>;
  readonly headers: Record<string, Json>;
  readonly cookies: string[];
  readonly missing: string[];
}

const putCredentials = (draft: Draft, operation: Operation, lookup: Lookup): void => {
  if (operation.unknown !== undefined) draft.missing.push(`credentials of the kind ${operation.unknown}`);
  for (const credential of operation.credentials) {
    const name = lookup.credential(operation, credential);
    if (name === undefined) {
      draft.missing.push('credentials of its own, because the call ends those it is made with');
      continue;
    }
    const value = `${credential.prefix}${variable(name)}`;
    if (credential.kind === 'query') draft.query[credential.name] = value;
    else if (credential.kind === 'cookie') draft.cookies.push(`${credential.name}=${value}`);
    else if (HEADER_NAME.test(credential.name)) draft.headers[credential.name.toLowerCase()] = value;
  }
};

const putPath = (draft: Draft, operation: Operation, lookup: Lookup): void => {
  const declared = new Map(operation.parameters.filter((one) => one.in === 'path').map((one) => [one.name, one]));
  for (const name of pathNames(operation.path)) {
    const parameter = declared.get(name);
    const isFree = parameter !== undefined && isFreeValue(lookup.root, parameter);
    const known = isFree ? undefined : lookup.ofPath(operation, name);
    if (known !== undefined) {
      draft.path.set(name, variable(known));
      continue;
    }
    draft.path.set(name, segment(parameter === undefined ? 'example' : parameterSample(lookup.root, parameter)));
    if (isFree || (parameter !== undefined && isSafe(operation) && isGiven(lookup.root, parameter))) continue;
    draft.missing.push(
      isSafe(operation) ? `a {${name}} that exists` : `a {${name}} that may be changed: nothing here makes one`,
    );
  }
};

const putParameters = (draft: Draft, operation: Operation, lookup: Lookup): void => {
  const { root } = lookup;
  for (const parameter of operation.parameters.filter((one) => one.required && one.in !== 'path')) {
    const { name } = parameter;
    const example = parameterSample(root, parameter);
    const hasExample = isGiven(root, parameter);
    const known = isIdName(name) ? lookup.ofName(operation, name, hasExample) : undefined;
    if (isIdName(name) && known === undefined && !hasExample && parameter.in === 'query')
      draft.missing.push(`a ${name} that exists`);
    const value = known === undefined ? example : variable(known);
    if (parameter.in === 'query') putQuery(draft.query, parameter, value);
    else if (parameter.in === 'cookie') draft.cookies.push(`${name}=${encodeURIComponent(headerText(value))}`);
    else if (IDEMPOTENCY.test(name)) draft.headers[name.toLowerCase()] = '{{run.id}}-{{run.case}}';
    else if (HEADER_NAME.test(name) && !OWN_HEADERS.has(name.toLowerCase()))
      draft.headers[name.toLowerCase()] ??= headerText(value);
  }
};

/** Puts a query parameter in as the document says that lists and objects are written. */
export const putQuery = (query: Record<string, Json>, parameter: Parameter, value: Json): void => {
  const { name, joinWith, objects } = parameter;
  if (Array.isArray(value) && joinWith !== undefined)
    query[name] ??= (value as readonly Json[]).map(plainValue).join(joinWith);
  else if (isNode(value) && objects !== undefined)
    for (const [field, one] of Object.entries(value))
      query[objects === 'deep' ? `${name}[${field}]` : field] ??= parameterValue(one);
  else query[name] ??= parameterValue(value);
};

const fillOf = (draft: Draft, operation: Operation, lookup: Lookup): NonNullable<Sampling['fill']> => {
  const hasConflict = conflictStatuses(operation).length > 0;
  return (name, schema) => {
    const login = lookup.loginField(operation, name);
    if (login !== undefined) return variable(login);
    if (isIdName(name) && !/^_?id$/i.test(name)) {
      const isList = typeOf(schema) === 'array';
      const hasExample = givenValue(schema) !== undefined;
      const known = lookup.ofName(operation, name, hasExample);
      if (known !== undefined) return isList ? [variable(known)] : variable(known);
      if (!hasExample && typeOf(schema) !== 'boolean') draft.missing.push(`a value for the field ${name} that exists`);
    }
    return operation.method === 'POST' ? uniqueText(name, schema, hasConflict) : undefined;
  };
};

const FILE_TEXT = 'made by assay';

const multipartOf = (operation: Operation, value: Json, root: Node): { readonly [name: string]: MultipartPart } => {
  const schemas = new Map(propertiesOf(root, flatSchema(root, operation.body?.schema)));
  const parts = Object.entries(isNode(value) ? value : {}).map(([name, one]): [string, MultipartPart] => {
    const isFile =
      ['binary', 'byte'].includes(String(schemas.get(name)?.['format'])) ||
      schemas.get(name)?.['contentMediaType'] !== undefined;
    return isFile
      ? [name, { value: FILE_TEXT, fileName: 'assay.txt', contentType: 'text/plain' }]
      : [name, { value: isNode(one) || Array.isArray(one) ? JSON.stringify(one) : one }];
  });
  return Object.fromEntries(parts.length === 0 ? [['file', { value: FILE_TEXT, fileName: 'assay.txt' }]] : parts);
};

const bodyPart = (
  draft: Draft,
  operation: Operation,
  lookup: Lookup,
  full: boolean,
): Pick<RequestPlan, 'plainBody'> & { readonly part: Partial<RequestTemplate> } => {
  const { body } = operation;
  if (operation.bodyOfOtherKind !== undefined) draft.missing.push(`a body of the type ${operation.bodyOfOtherKind}`);
  if (body === undefined || (isSafe(operation) && operation.method !== 'QUERY')) return { part: {} };
  const sampling: Sampling = { root: lookup.root, full, fill: fillOf(draft, operation, lookup) };
  const { value, plain, isValid } = bodyValue(body, sampling, lookup.judge(operation));
  if (!isValid) draft.missing.push('a body that satisfies its schema');
  if (body.mediaType !== 'application/json' && body.kind !== 'multipart' && body.kind !== 'form')
    draft.headers['content-type'] ??= body.mediaType;
  switch (body.kind) {
    case 'json':
      return { part: { json: value }, plainBody: plain };
    case 'form':
      return { part: { form: formFields(value) }, plainBody: plain };
    case 'multipart':
      return { part: { multipart: multipartOf(operation, value, lookup.root) } };
    case 'text':
      return { part: { body: typeof value === 'string' ? value : 'example' } };
  }
};

/** Why a call is not made by itself although all its values are known. */
const dangerOf = (operation: Operation): string[] => {
  if (isSafe(operation) || pathNames(operation.path).length > 0) return [];
  if (operation.method === 'POST' && !isAction(operation)) return [];
  if (operation.method === 'POST' && /log-?_?out|sign-?_?out/i.test(`${operation.path} ${operation.id ?? ''}`))
    return [];
  return ['your consent: it acts on something that the suite did not make'];
};

/** The call that the document describes, with its required values only (all with `full`). */
export const planRequest = (operation: Operation, lookup: Lookup, full = false): RequestPlan => {
  const draft: Draft = { path: new Map(), query: {}, headers: {}, cookies: [], missing: dangerOf(operation) };
  putCredentials(draft, operation, lookup);
  putPath(draft, operation, lookup);
  putParameters(draft, operation, lookup);
  const { part, plainBody } = bodyPart(draft, operation, lookup, full);
  if (draft.cookies.length > 0) draft.headers['cookie'] = draft.cookies.join('; ');
  return {
    missing: [...new Set(draft.missing)],
    ...(plainBody === undefined ? {} : { plainBody }),
    request: {
      method: operation.method,
      path: fillPath(operation.path, draft.path),
      ...(Object.keys(draft.query).length === 0 ? {} : { query: draft.query }),
      ...(Object.keys(draft.headers).length === 0 ? {} : { headers: draft.headers }),
      ...part,
    },
  };
};
