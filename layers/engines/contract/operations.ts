import { fieldOf, isJsonObject, pointerSegment } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import { entriesAt, type ObjectPlace } from '#engines/contract/document-reader';
import { contentOf, contentOf2, textField, type Reading } from '#engines/contract/media';
import type { Operation, RequestBody, SecurityAlternative } from '#engines/contract/model';
import { isBodyParameter, parameterPlaces, parametersOf, withoutRequired } from '#engines/contract/parameters';
import { responsesOf } from '#engines/contract/responses';
import { securityOf, type SecuritySchemes } from '#engines/contract/security';
import { serversOf } from '#engines/contract/servers';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;
const METHOD = /^[A-Za-z][A-Za-z0-9-]{0,30}$/u;

/** What operations inherit from their document. */
export interface Inherited {
  readonly schemes: SecuritySchemes;
  readonly security: readonly SecurityAlternative[];
  readonly servers: readonly string[];
}

const textsOf = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** 2.0: the body is one parameter, or all that are form fields. */
const requestBody2 = (
  reading: Reading,
  places: readonly ObjectPlace[],
  pointer: string,
  consumes: readonly string[],
): RequestBody | undefined => {
  const whole = places.find(({ value }) => fieldOf(value, 'in') === 'body');
  const none = { value: undefined, pointer };
  if (whole !== undefined) {
    const types = consumes.length > 0 ? consumes : ['application/json'];
    const content = contentOf2(reading, fieldOf(whole.value, 'schema') ?? {}, `${whole.pointer}/schema`, types, none);
    return { required: fieldOf(whole.value, 'required') === true, content, pointer: whole.pointer };
  }
  const fields = places.filter(({ value }) => fieldOf(value, 'in') === 'formData');
  if (fields.length === 0) return undefined;
  const hasFile = fields.some(({ value }) => fieldOf(value, 'type') === 'file');
  const forms = consumes.filter((type) => /^(?:multipart\/form-data|application\/x-www-form-urlencoded)/iu.test(type));
  const types = forms.length > 0 ? forms : [hasFile ? 'multipart/form-data' : 'application/x-www-form-urlencoded'];
  const required = fields.filter(({ value }) => fieldOf(value, 'required') === true);
  const schema: JsonObject = {
    type: 'object',
    properties: Object.fromEntries(fields.map(({ value }) => [textField(value, 'name') ?? '', withoutRequired(value)])),
    required: required.map(({ value }) => textField(value, 'name') ?? ''),
  };
  const content = contentOf2(reading, schema, `${pointer}/parameters`, types, none);
  return { required: required.length > 0, content, pointer: `${pointer}/parameters` };
};

const requestBody3 = (reading: Reading, value: Json | undefined, pointer: string): RequestBody | undefined => {
  const found = value === undefined ? undefined : reading.reader.object(value, pointer, 'a request body (an object)');
  if (found === undefined) return undefined;
  return {
    required: fieldOf(found.value, 'required') === true,
    content: contentOf(reading, fieldOf(found.value, 'content'), `${found.pointer}/content`),
    pointer: found.pointer,
  };
};

interface OperationPlace extends ObjectPlace {
  readonly method: string;
  readonly path: string;
  readonly item: ObjectPlace;
}

const pathNames = (path: string): readonly string[] =>
  [...path.matchAll(/\{([^{}]+)\}/gu)].map((match) => match[1] ?? '');

const reportPathNames = ({ reader }: Reading, operation: Operation): void => {
  if (!operation.path.startsWith('/')) return;
  const declared = operation.parameters.filter((one) => one.in === 'path');
  for (const name of pathNames(operation.path))
    if (!declared.some((one) => one.name === name))
      reader.report(
        operation.pointer,
        `a path parameter called ${name}`,
        declared.map((one) => one.name),
      );
  for (const one of declared)
    if (!operation.path.includes(`{${one.name}}`))
      reader.report(one.pointer, `a part of the path ${operation.path}`, `{${one.name}}`);
};

const operationOf = (reading: Reading, place: OperationPlace, inherited: Inherited): Operation => {
  const { reader } = reading;
  const { value, pointer, method, path, item } = place;
  const shared = parameterPlaces(reading, fieldOf(item.value, 'parameters'), `${item.pointer}/parameters`);
  const own = parameterPlaces(reading, fieldOf(value, 'parameters'), `${pointer}/parameters`);
  const isOld = reader.version === '2.0';
  const consumes = textsOf(fieldOf(value, 'consumes') ?? reader.at('/consumes'));
  const produces = textsOf(fieldOf(value, 'produces') ?? reader.at('/produces'));
  const requestBody = isOld
    ? requestBody2(reading, [...own, ...shared].filter(isBodyParameter), pointer, consumes)
    : requestBody3(reading, fieldOf(value, 'requestBody'), `${pointer}/requestBody`);
  const security = fieldOf(value, 'security');
  const operationId = textField(value, 'operationId');
  const summary = textField(value, 'summary');
  const servers = isOld ? [] : serversOf(reading, value, pointer);
  const operation: Operation = {
    id: `${method} ${path}`,
    method,
    path,
    pointer,
    tags: textsOf(fieldOf(value, 'tags')),
    deprecated: fieldOf(value, 'deprecated') === true,
    parameters: parametersOf(reading, shared, own),
    responses: responsesOf(
      reading,
      fieldOf(value, 'responses'),
      `${pointer}/responses`,
      produces.length > 0 ? produces : ['*/*'],
    ),
    security:
      security === undefined
        ? inherited.security
        : securityOf(reading, security, `${pointer}/security`, inherited.schemes),
    securitySchemes: inherited.schemes,
    servers: servers.length > 0 ? servers : inherited.servers,
    ...(operationId === undefined ? {} : { operationId }),
    ...(summary === undefined ? {} : { summary }),
    ...(requestBody === undefined ? {} : { requestBody }),
  };
  reportPathNames(reading, operation);
  return operation;
};

/** The operations of one path item: the methods of all versions, 3.2's `query`, and 3.2's `additionalOperations`. */
const methodsOf = ({ reader }: Reading, item: ObjectPlace): readonly (readonly [string, Json, string])[] => {
  const known = reader.version === '3.2' ? [...METHODS, 'query'] : METHODS;
  const fixed = known.flatMap((method) => {
    const value = fieldOf(item.value, method);
    return value === undefined ? [] : [[method.toUpperCase(), value, `${item.pointer}/${method}`] as const];
  });
  const place = `${item.pointer}/additionalOperations`;
  const more = reader.version === '3.2' ? fieldOf(item.value, 'additionalOperations') : undefined;
  const others = entriesAt(reader, more, place, 'an object of operations').flatMap(([method, value]) => {
    const pointer = `${place}/${pointerSegment(method)}`;
    if (METHOD.test(method)) return [[method, value, pointer] as const];
    reader.report(pointer, 'an HTTP method', method);
    return [];
  });
  return [...fixed, ...others];
};

/** Every operation below `paths` or `webhooks`, in the document's order. */
export const operationsAt = (reading: Reading, home: string, inherited: Inherited): readonly Operation[] => {
  const { reader } = reading;
  return entriesAt(reader, reader.at(home), home, 'an object of paths').flatMap(([path, raw]) => {
    if (path.startsWith('x-')) return [];
    const pointer = `${home}/${pointerSegment(path)}`;
    if (home === '/paths' && !path.startsWith('/')) {
      reader.report(pointer, 'a path that begins with /', path);
      return [];
    }
    const item = reader.object(raw, pointer, 'a path item (an object)');
    if (item === undefined) return [];
    const servers = reader.version === '2.0' ? [] : serversOf(reading, item.value, item.pointer);
    const below = servers.length > 0 ? { ...inherited, servers } : inherited;
    return methodsOf(reading, item).flatMap(([method, value, place]) => {
      if (isJsonObject(value)) return [operationOf(reading, { value, pointer: place, method, path, item }, below)];
      reader.report(place, 'an operation (an object)', value);
      return [];
    });
  });
};

/** Operation ids that two operations share are a problem: links cannot tell them apart. */
export const reportSharedIds = ({ reader }: Reading, operations: readonly Operation[]): void => {
  const seen = new Set<string>();
  for (const { operationId, pointer } of operations) {
    if (operationId === undefined) continue;
    if (seen.has(operationId)) reader.report(`${pointer}/operationId`, 'an operationId of its own', operationId);
    seen.add(operationId);
  }
};
