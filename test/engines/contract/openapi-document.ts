import type { Json, JsonObject } from '#core/units';
import { openContract } from '#engines/contract/open-contract';
import type { Contract, Operation } from '#engines/contract/model';

/** A document of a version with these paths and schemas. */
export const documentOf = (version: string, paths: JsonObject, schemas: JsonObject = {}): JsonObject =>
  version === '2.0'
    ? { swagger: '2.0', info: { title: 'Test', version: '1' }, paths, definitions: schemas }
    : { openapi: `${version}.0`, info: { title: 'Test', version: '1' }, paths, components: { schemas } };

export const contractOf = (version: string, paths: JsonObject, schemas: JsonObject = {}): Contract =>
  openContract(documentOf(version, paths, schemas));

/** The one operation of a contract. */
export const only = ({ operations }: Contract): Operation => {
  const [operation] = operations;
  if (operation === undefined) throw new Error('expected an operation, got none');
  return operation;
};

/** GET / whose 200 has this schema, in a document of any version. */
export const answering = (version: string, schema: Json, schemas: JsonObject = {}): Operation => {
  const response: JsonObject =
    version === '2.0'
      ? { description: 'ok', schema }
      : { description: 'ok', content: { 'application/json': { schema } } };
  const produces = version === '2.0' ? { produces: ['application/json'] } : {};
  return only(contractOf(version, { '/': { get: { ...produces, responses: { '200': response } } } }, schemas));
};

/** POST / whose body has this schema. */
export const taking = (version: string, schema: Json, schemas: JsonObject = {}): Operation => {
  const responses = { '204': { description: 'done' } };
  const post: JsonObject =
    version === '2.0'
      ? {
          consumes: ['application/json'],
          parameters: [{ name: 'body', in: 'body', required: true, schema }],
          responses,
        }
      : { requestBody: { required: true, content: { 'application/json': { schema } } }, responses };
  return only(contractOf(version, { '/': { post } }, schemas));
};

export const bytesOf = (value: Json): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** A JSON answer. */
export const answer = (
  value: Json,
  status = 200,
  headers: readonly (readonly [string, string])[] = [],
): { status: number; headers: readonly (readonly [string, string])[]; body: Uint8Array } => ({
  status,
  headers: [['content-type', 'application/json'], ...headers],
  body: bytesOf(value),
});
