import { fieldOf, isJsonObject, shortJson } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import { documentReader, entriesAt } from '#engines/contract/document-reader';
import { operationFinder } from '#engines/contract/find-operation';
import { breakCycles } from '#engines/contract/in-place-cycles';
import { resolveLinks } from '#engines/contract/links';
import { textField, type Reading } from '#engines/contract/media';
import type { Contract, SchemaView, SpecVersion } from '#engines/contract/model';
import { SchemaNormaliser } from '#engines/contract/normalise-schema';
import { operationsAt, reportSharedIds } from '#engines/contract/operations';
import { securityOf, securitySchemesOf } from '#engines/contract/security';
import { servers2, serversOf } from '#engines/contract/servers';

const EXPECTED = 'expected an OpenAPI document (openapi: 3.0.x to 3.2.x, or swagger: "2.0"), got';

/** What a value is that is no OpenAPI document. */
const otherKind = (document: Json): string => {
  if (!isJsonObject(document)) return Array.isArray(document) ? 'a list' : shortJson(document, 60);
  for (const field of ['openapi', 'swagger', 'asyncapi', 'arazzo'])
    if (fieldOf(document, field) !== undefined) return `${field}: ${shortJson(fieldOf(document, field), 60)}`;
  const names = Object.keys(document);
  return names.length === 0 ? 'an empty object' : `an object with ${names.slice(0, 5).join(', ')}`;
};

/** @returns the version a document says it has; undefined when it is no OpenAPI document */
export const versionOf = (document: Json): SpecVersion | undefined => {
  if (!isJsonObject(document)) return undefined;
  const [openapi, swagger] = [fieldOf(document, 'openapi'), fieldOf(document, 'swagger')];
  // YAML without quotes reads 2.0 as a number.
  if (swagger === '2.0' || swagger === 2) return '2.0';
  const match = typeof openapi === 'string' ? /^(3\.[012])(?:\.|$)/u.exec(openapi) : null;
  return match === null ? undefined : (match[1] as SpecVersion);
};

const titleOf = (document: JsonObject): { readonly title: string; readonly apiVersion: string } => {
  const info = fieldOf(document, 'info');
  if (!isJsonObject(info)) return { title: '', apiVersion: '' };
  return { title: textField(info, 'title') ?? '', apiVersion: textField(info, 'version') ?? '' };
};

const namedSchemas = ({ reader, schemas }: Reading): { readonly [name: string]: SchemaView } => {
  const home = reader.version === '2.0' ? '/definitions' : '/components/schemas';
  const found = entriesAt(reader, reader.at(home), home, 'an object of schemas').map(([name, value]) => {
    const pointer = `${home}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    schemas.nameOf(pointer);
    return [name, schemas.view(value, pointer)] as const;
  });
  return Object.fromEntries(found);
};

/**
 * Reads an OpenAPI document of any version into one form.
 *
 * What is wrong in the document is in `problems`; it still answers for the rest.
 *
 * @param document 2.0, 3.0, 3.1 or 3.2; references to other documents are a problem each (bundle.ts brings files in)
 * @throws TypeError for a value that is no OpenAPI document
 */
export const openContract = (document: Json): Contract => {
  const version = versionOf(document);
  if (version === undefined || !isJsonObject(document)) throw new TypeError(`${EXPECTED} ${otherKind(document)}`);
  const reader = documentReader(document, version);
  const reading: Reading = { reader, schemas: new SchemaNormaliser(reader) };
  // First, so that they have their own names.
  const schemas = namedSchemas(reading);
  const securitySchemes = securitySchemesOf(reading);
  const written = version === '2.0' ? servers2(reader) : serversOf(reading, document, '');
  const inherited = {
    schemes: securitySchemes,
    security: securityOf(reading, fieldOf(document, 'security'), '/security', securitySchemes),
    servers: written.length > 0 ? written : ['/'],
  };
  const paths = operationsAt(reading, '/paths', inherited);
  const webhooks = operationsAt(reading, '/webhooks', inherited);
  reportSharedIds(reading, [...paths, ...webhooks]);
  breakCycles(reading);
  const operations = resolveLinks(reading, paths);
  const byName = new Map([...operations, ...webhooks].flatMap((one) => [[one.id, one] as const]));
  for (const one of operations)
    if (one.operationId !== undefined && !byName.has(one.operationId)) byName.set(one.operationId, one);
  return {
    version,
    ...titleOf(document),
    problems: reader.problems,
    servers: inherited.servers,
    operations,
    webhooks,
    securitySchemes,
    root: reading.schemas.root,
    schemas,
    find: operationFinder(operations),
    operation: (name) => byName.get(name),
  };
};
