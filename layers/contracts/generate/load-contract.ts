import { readFile } from 'node:fs/promises';

export type Schema = { readonly [keyword: string]: unknown };

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
  readonly 'x-assay-not-found'?: string;
}

export interface Operation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly function: string;
  readonly right: string;
  /** Each with the name of its validator. */
  readonly parameters: readonly { readonly validator: string; readonly parameter: Parameter }[];
  readonly body?: { readonly schema: string; readonly required: boolean };
  /** Names of the schemas of 2xx answers in JSON; `text` where one is not JSON. */
  readonly answers: readonly string[];
}

export interface Contract {
  /** The document as it is served, with the suite schema in its place. */
  readonly document: Schema;
  readonly schemas: { readonly [name: string]: Schema };
  readonly operations: readonly Operation[];
}

interface RawMedia {
  readonly schema: { readonly $ref?: string };
}

interface RawOperation {
  readonly operationId: string;
  readonly 'x-assay-function': string;
  readonly 'x-assay-right': string;
  readonly parameters: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: { readonly required?: boolean; readonly content: { readonly [type: string]: RawMedia } };
  readonly responses: { readonly [status: string]: { readonly content?: { readonly [type: string]: RawMedia } } };
}

interface RawDocument {
  readonly paths: { readonly [path: string]: { readonly [method: string]: RawOperation } };
  readonly components: {
    readonly parameters: { readonly [name: string]: Parameter };
    readonly schemas: { readonly [name: string]: Schema };
  };
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const readJson = async <T>(name: string): Promise<T> =>
  JSON.parse(await readFile(new URL(`../${name}`, import.meta.url), 'utf8')) as T;

export const refName = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

/** Copies a JSON value, each object passed through `change` after its members were copied. */
export const mapObjects = (value: unknown, change: (object: Schema) => Schema): unknown => {
  if (Array.isArray(value)) return value.map((item: unknown) => mapObjects(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return change(Object.fromEntries(Object.entries(value).map(([key, member]) => [key, mapObjects(member, change)])));
};

/** The parts of a suite file as schemas of the document: `#/$defs/case` becomes `SuiteFileCase`. */
const suiteSchemas = (file: Schema): { readonly [name: string]: Schema } => {
  const partName = (part: string): string => `SuiteFile${capitalised(part)}`;
  const moved = mapObjects(file, (object) =>
    typeof object['$ref'] === 'string' && object['$ref'].startsWith('#/$defs/')
      ? { ...object, $ref: `#/components/schemas/${partName(refName(object['$ref']))}` }
      : object,
  ) as Schema;
  const { $schema: _schema, $id: _id, $defs: parts = {}, title: _title, ...suite } = moved;
  const named = Object.entries(parts as Record<string, Schema>).map(([part, schema]) => [partName(part), schema]);
  return { SuiteDefinition: suite, ...(Object.fromEntries(named) as Record<string, Schema>) };
};

const operationOf = (path: string, method: string, raw: RawOperation, shared: RawDocument['components']): Operation => {
  const parameters = raw.parameters.map((given) => {
    const sharedName = '$ref' in given ? refName(given.$ref) : undefined;
    const parameter = '$ref' in given ? shared.parameters[refName(given.$ref)] : given;
    if (parameter === undefined) throw new Error(`${raw.operationId}: no parameter ${String(sharedName)}`);
    const own = raw.operationId + capitalised(parameter.name);
    return { validator: `validate${capitalised(sharedName ?? own)}Parameter`, parameter };
  });
  const body = raw.requestBody?.content['application/json']?.schema.$ref;
  const answers = Object.entries(raw.responses)
    .filter(([, response]) => response.content !== undefined)
    .flatMap(([, response]) => Object.entries(response.content ?? {}))
    .filter(([type]) => type !== 'application/problem+json')
    .map(([, media]) => (media.schema.$ref === undefined ? 'text' : refName(media.schema.$ref)));
  return {
    operationId: raw.operationId,
    method: method.toUpperCase(),
    path,
    function: raw['x-assay-function'],
    right: raw['x-assay-right'],
    parameters,
    ...(body === undefined ? {} : { body: { schema: refName(body), required: raw.requestBody?.required ?? false } }),
    answers: [...new Set(answers)],
  };
};

/** Reads the contract and puts suite.schema.json where the document points at it. */
export const loadContract = async (): Promise<Contract> => {
  const raw = await readJson<RawDocument>('openapi.json');
  const schemas = { ...raw.components.schemas, ...suiteSchemas(await readJson<Schema>('suite.schema.json')) };
  const operations = Object.entries(raw.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationOf(path, method, operation, raw.components)),
  );
  return { document: { ...raw, components: { ...raw.components, schemas } }, schemas, operations };
};
