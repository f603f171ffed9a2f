import type { EnvironmentDefinition } from '#core/environment';
import type { RequestTemplate, SuiteDefinition } from '#core/suite';
import { SubstitutionError, asText, substitute, substituteText } from '#core/template';
import type { SubstituteOptions } from '#core/template';
import type { Json, JsonObject } from '#core/units';
import type { Writable } from '#core/writable';
import { encodeBody } from '#engines/http/encode-body';
import type { BodyContent, EncodedBody } from '#engines/http/encode-body';
import type { RandomSource } from '#ports/clock';
import { headerProblem } from '#engines/functional/connection-headers';

export interface BuiltRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: readonly (readonly [string, string])[];
  /** Bytes of the body as they are sent; absent when there is none. */
  readonly body?: Uint8Array;
  /** The body as a person reads it: before compression, files of a multipart body by name and size. */
  readonly bodyText?: string;
  /** Everything of the request as text, uncompressed, for the search for secrets. */
  readonly sentText: string;
}

const fail = (message: string, pointer: string): never => {
  throw new SubstitutionError(message, pointer);
};

/** A value inside a path or query stays one piece: `../x` cannot climb and `&` cannot add a parameter. */
export const inAddress: NonNullable<SubstituteOptions['inText']> = (value, use, offset) => {
  const text = asText(value);
  if (offset === 0) return text;
  if (text === '.' || text === '..')
    fail(`expected {{${use.expression}}} to be one part of the path, got ${text}`, '/request/path');
  return encodeURIComponent(text);
};

/** Targets of environments, which are few. Never changed: what is built from them is a copy. */
const BASES = new Map<string, URL>();
const BASES_MAX = 100;

const parsedBase = (base: string): URL | null => {
  const known = BASES.get(base);
  if (known !== undefined) return known;
  const url = URL.parse(base);
  if (BASES.size >= BASES_MAX) BASES.clear();
  if (url !== null) BASES.set(base, url);
  return url;
};

const baseOf = (request: RequestTemplate, suite: SuiteDefinition, environment: EnvironmentDefinition): URL => {
  const name = request.target ?? suite.defaults?.target ?? 'default';
  const base = environment.targets[name];
  const url = base === undefined ? null : parsedBase(base);
  if (url === null) {
    return fail(
      `expected the environment "${environment.name}" to have the target "${name}", got ${Object.keys(environment.targets).join(', ') || 'none'}`,
      '/request/target',
    );
  }
  return url;
};

const addressOf = (request: RequestTemplate, base: URL, options: SubstituteOptions): URL => {
  const path = asText(substituteText(request.path, { ...options, inText: inAddress }, '/request/path'));
  const fromVariable = request.path.startsWith('{{');
  if (/^https?:\/\//iu.test(path) || (fromVariable && path.startsWith('/'))) {
    return URL.parse(path, base.href) ?? fail(`expected an address, got ${JSON.stringify(path)}`, '/request/path');
  }
  if (!path.startsWith('/'))
    return fail('expected a path that begins with "/" or an absolute address, got another text', '/request/path');
  const joined = `${base.origin}${base.pathname.replace(/\/$/u, '')}${path}`;
  return URL.parse(joined) ?? fail(`expected an address, got ${JSON.stringify(joined)}`, '/request/path');
};

const parameters = (values: JsonObject, options: SubstituteOptions, pointer: string): string[] =>
  Object.entries(values).flatMap(([name, template]) => {
    const value = substitute(template, options, `${pointer}/${name}`);
    if (value === null) return [];
    const items = (Array.isArray(value) ? value : [value]) as readonly Json[];
    return items.map((item) => `${encodeURIComponent(name)}=${encodeURIComponent(asText(item))}`);
  });

const addQuery = (url: URL, values: JsonObject, options: SubstituteOptions): void => {
  const query = parameters(values, options, '/request/query').join('&');
  if (query !== '') url.search = url.search === '' ? `?${query}` : `${url.search}&${query}`;
};

const headerText = (name: string, template: Json, options: SubstituteOptions): string => {
  const value = substitute(template, options, `/request/headers/${name}`);
  const text =
    typeof value === 'object'
      ? fail(
          `expected a text, number or true/false for the header "${name}", got ${value === null ? 'null' : 'an object or list'}`,
          `/request/headers/${name}`,
        )
      : String(value);
  // Latin-1 without control characters (RFC 9110, section 5.5): a line break would start a header of its own.
  return /^[\t\x20-\x7e\x80-\xff]*$/u.test(text)
    ? text
    : fail(
        `expected a text without line breaks and control characters for the header "${name}"`,
        `/request/headers/${name}`,
      );
};

const headersOf = (
  request: RequestTemplate,
  suite: SuiteDefinition,
  options: SubstituteOptions,
  url: URL,
): Map<string, string> => {
  const headers = new Map<string, string>();
  const defaults = suite.defaults?.headers;
  if (defaults === undefined && request.headers === undefined) return headers;
  const all = [...Object.entries(defaults ?? {}), ...Object.entries(request.headers ?? {})];
  const last = new Map(all.map(([name, value]) => [name.toLowerCase(), value]));
  for (const [name, template] of last) {
    // Null drops a default header.
    if (template === null) continue;
    const value = headerText(name, template, options);
    const problem = headerProblem(name, value, url);
    if (problem !== undefined) fail(problem, `/request/headers/${name}`);
    // Left to the connection, which after a redirect names the next host.
    if (name !== 'host') headers.set(name, value);
  }
  return headers;
};

/** What of the template is the body, filled in. */
const contentOf = (request: RequestTemplate, options: SubstituteOptions): BodyContent | undefined => {
  if (request.json !== undefined) return { json: substitute(request.json, options, '/request/json') };
  if (request.form !== undefined) return { form: substitute(request.form, options, '/request/form') as JsonObject };
  if (request.multipart !== undefined) {
    const parts = substitute(request.multipart as unknown as Json, options, '/request/multipart');
    return { multipart: parts as unknown as NonNullable<RequestTemplate['multipart']> };
  }
  return request.body === undefined
    ? undefined
    : { text: asText(substituteText(request.body, options, '/request/body')) };
};

const bodyOf = (request: RequestTemplate, options: BuildOptions): EncodedBody | undefined => {
  const content = contentOf(request, options);
  const { random } = options;
  const { compress } = request;
  try {
    return content === undefined
      ? undefined
      : encodeBody(content, compress === undefined ? { random } : { random, compress });
  } catch (error) {
    if (error instanceof RangeError) return fail(error.message, '/request/multipart');
    throw error;
  }
};

export interface BuildOptions extends SubstituteOptions {
  /** False where there are no secrets to search for: `sentText` is empty then. */
  readonly isSearched?: boolean;
  /** Where the boundaries of multipart bodies come from. */
  readonly random: RandomSource;
}

/**
 * Fills in a request template.
 *
 * @param added headers that every request carries unless the case sets them: `traceparent`, `user-agent`, …
 * @throws SubstitutionError for unknown variables, values that cannot stand where they are used, and headers of the connection
 */
export const buildRequest = (
  request: RequestTemplate,
  suite: SuiteDefinition,
  environment: EnvironmentDefinition,
  options: BuildOptions,
  added: { readonly [name: string]: string },
): BuiltRequest => {
  const url = addressOf(request, baseOf(request, suite, environment), options);
  if (request.query !== undefined) addQuery(url, request.query, options);
  if (url.href.includes('#')) url.hash = '';
  const headers = headersOf(request, suite, options, url);
  const body = bodyOf(request, options);
  // The type of a multipart body names its boundary, so a type of the case's own would make it unreadable.
  if (body?.contentType !== undefined && (request.multipart !== undefined || !headers.has('content-type')))
    headers.set('content-type', body.contentType);
  if (body?.contentEncoding !== undefined) headers.set('content-encoding', body.contentEncoding);
  for (const name of Object.keys(added)) if (!headers.has(name)) headers.set(name, added[name] ?? '');
  const lines = [...headers];
  const sentText = options.isSearched === false ? '' : textOf(url, lines, body);
  const built: Writable<BuiltRequest> = { method: request.method, url, headers: lines, sentText };
  if (body === undefined) return built;
  built.body = body.bytes;
  built.bodyText = body.text;
  return built;
};

const textOf = (url: URL, headers: BuiltRequest['headers'], body: EncodedBody | undefined): string =>
  [url.href, ...headers.map(([name, value]) => `${name}: ${value}`), body?.text ?? '', body?.hidden ?? ''].join('\n');
