/** An OpenAPI document in one form for all versions. `openContract` (open-contract.ts) makes it; nothing in here changes afterwards. */
import type { Json, JsonObject } from '#core/units';

export const SPEC_VERSIONS = ['2.0', '3.0', '3.1', '3.2'] as const;
export type SpecVersion = (typeof SPEC_VERSIONS)[number];

/** Something wrong with the document itself. What it stands for is left out; the rest of the document answers. */
export interface DocumentProblem {
  /** JSON Pointer into the document. */
  readonly pointer: string;
  /** `warning`: the document is usable as it stands, but something in it can never hold or is not checked. */
  readonly severity: 'error' | 'warning';
  readonly expected: string;
  readonly got: string;
  readonly message: string;
}

/**
 * A schema in JSON Schema 2020-12, whatever the document's version: no `nullable`, no boolean `exclusiveMinimum`, no `example`, no
 * `$id`; a `$ref` stands alone and leads to `#/$defs/NAME` of `root`. A `discriminator` has a `mapping` from each value to such a `$ref`.
 */
export interface SchemaView {
  readonly schema: Json;
  /** `{ $defs }`, the same object for all schemas of a document. Circular schemas are finite in it. */
  readonly root: SchemaRoot;
  /** JSON Pointer into the document. */
  readonly pointer: string;
}

export interface SchemaRoot {
  readonly $defs: JsonObject;
}

export interface Example {
  readonly name?: string;
  readonly value: Json;
  /** It is the text as it is sent (3.2 `serializedValue`), not a value. */
  readonly isSerialized?: true;
  readonly pointer: string;
}

export interface Media {
  /** As the document has it: `application/json`, `text/*`, `application/json; charset=utf-8`. */
  readonly mediaType: string;
  readonly schema?: SchemaView;
  /** Schema of each item of a stream (3.2). */
  readonly itemSchema?: SchemaView;
  readonly examples: readonly Example[];
  readonly encoding: { readonly [property: string]: Encoding };
  readonly pointer: string;
}

/** How one field of a form or multipart body is sent. */
export interface Encoding {
  readonly contentType?: string;
  readonly headers: readonly Header[];
  readonly style?: ParameterStyle;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
}

export const PARAMETER_PLACES = ['path', 'query', 'header', 'cookie', 'querystring'] as const;
export type ParameterPlace = (typeof PARAMETER_PLACES)[number];

/** `tabDelimited` is 2.0's collectionFormat `tsv`, `cookie` is 3.2's. */
export const PARAMETER_STYLES = [
  'matrix',
  'label',
  'simple',
  'form',
  'spaceDelimited',
  'pipeDelimited',
  'tabDelimited',
  'deepObject',
  'cookie',
] as const;
export type ParameterStyle = (typeof PARAMETER_STYLES)[number];

export interface Parameter {
  readonly name: string;
  readonly in: ParameterPlace;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  readonly allowEmptyValue: boolean;
  /** Exactly one of schema and content, in a document without problems. */
  readonly schema?: SchemaView;
  readonly content?: Media;
  readonly examples: readonly Example[];
  readonly pointer: string;
}

export interface Header {
  /** As the document has it. */
  readonly name: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly schema?: SchemaView;
  readonly content?: Media;
  readonly examples: readonly Example[];
  readonly pointer: string;
}

export interface RequestBody {
  readonly required: boolean;
  readonly content: readonly Media[];
  readonly pointer: string;
}

export interface Link {
  readonly name: string;
  /** Id of the operation it leads to (`GET /orders/{id}`); absent when the document has no such one. */
  readonly operation?: string;
  /** Values or runtime expressions (`$response.body#/id`), by parameter; names may carry a place: `path.id`. */
  readonly parameters: JsonObject;
  readonly requestBody?: Json;
  readonly pointer: string;
}

export interface Response {
  /** `200`, `2XX` or `default`. */
  readonly status: string;
  readonly headers: readonly Header[];
  /** Empty: the document promises no body. */
  readonly content: readonly Media[];
  readonly links: readonly Link[];
  readonly pointer: string;
}

export type SecurityScheme =
  | { readonly type: 'apiKey'; readonly name: string; readonly in: 'header' | 'query' | 'cookie' }
  | { readonly type: 'http'; readonly scheme: string; readonly bearerFormat?: string }
  | { readonly type: 'oauth2'; readonly flows: readonly OAuthFlow[] }
  | { readonly type: 'openIdConnect'; readonly url?: string }
  | { readonly type: 'mutualTLS' };

export interface OAuthFlow {
  readonly flow: 'implicit' | 'password' | 'clientCredentials' | 'authorizationCode' | 'deviceAuthorization';
  readonly authorizationUrl?: string;
  readonly tokenUrl?: string;
  readonly scopes: readonly string[];
}

/** Schemes that are needed together, with their scopes. */
export interface SecurityAlternative {
  readonly [scheme: string]: readonly string[];
}

export interface Operation {
  /** `GET /orders/{id}`: unique in a document. */
  readonly id: string;
  readonly operationId?: string;
  readonly summary?: string;
  /** In capitals. */
  readonly method: string;
  /** The template as the document has it, without the server's path; of a webhook its name. */
  readonly path: string;
  readonly pointer: string;
  readonly tags: readonly string[];
  readonly deprecated: boolean;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: RequestBody;
  readonly responses: readonly Response[];
  /** One of these must be met; empty: open to all. An alternative without schemes is open to all too. */
  readonly security: readonly SecurityAlternative[];
  /** Definitions of the schemes that `security` names, of the whole document. */
  readonly securitySchemes: { readonly [name: string]: SecurityScheme };
  /** Base URLs as the document has them, variables at their defaults. */
  readonly servers: readonly string[];
}

export interface FoundOperation {
  readonly operation: Operation;
  /** Texts of the path, still percent-encoded. */
  readonly pathParameters: { readonly [name: string]: string };
}

export interface Contract {
  readonly version: SpecVersion;
  readonly title: string;
  /** info.version. */
  readonly apiVersion: string;
  /** At most PROBLEMS_MAX. */
  readonly problems: readonly DocumentProblem[];
  readonly servers: readonly string[];
  readonly operations: readonly Operation[];
  readonly webhooks: readonly Operation[];
  readonly securitySchemes: { readonly [name: string]: SecurityScheme };
  /** What every schema view of the document refers into. */
  readonly root: SchemaRoot;
  /** Named schemas of the document (`components.schemas`, `definitions`). */
  readonly schemas: { readonly [name: string]: SchemaView };
  /**
   * The operation that a request belongs to: a concrete path before a templated one; below the path of one of its servers, or without it.
   *
   * @param urlPath path of a URL as it is sent; a query or fragment behind it is ignored
   */
  readonly find: (method: string, urlPath: string) => FoundOperation | undefined;
  /** By id or operationId. */
  readonly operation: (name: string) => Operation | undefined;
}
