import type { EnvironmentDefinition } from '#core/environment';
import type { CaseDefinition, RequestTemplate, SuiteDefinition } from '#core/suite';
import { SubstitutionError, asText, substitute, substituteText } from '#core/template';
import type { SubstituteOptions } from '#core/template';
import type { Json, JsonObject } from '#core/units';
import { headerProblem } from '#engines/functional/connection-headers';

export interface BuiltRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: readonly (readonly [string, string])[];
  /** Text of the body; absent when there is none. */
  readonly body?: string;
}

const fail = (message: string, pointer: string): never => {
  throw new SubstitutionError(message, pointer);
};

/** A value inside a path or query stays one piece: `../x` cannot climb and `&` cannot add a parameter. */
const inAddress: SubstituteOptions['inText'] = (value, use, offset) => {
  const text = asText(value);
  if (offset === 0) return text;
  if (text === '.' || text === '..')
    fail(`expected {{${use.expression}}} to be one part of the path, got ${text}`, '/request/path');
  return encodeURIComponent(text);
};

const baseOf = (request: RequestTemplate, suite: SuiteDefinition, environment: EnvironmentDefinition): URL => {
  const name = request.target ?? suite.defaults?.target ?? 'default';
  const base = environment.targets[name];
  if (base === undefined || !URL.canParse(base)) {
    return fail(
      `expected the environment "${environment.name}" to have the target "${name}", got ${Object.keys(environment.targets).join(', ') || 'none'}`,
      '/request/target',
    );
  }
  return new URL(base);
};

const addressOf = (request: RequestTemplate, base: URL, options: SubstituteOptions): URL => {
  const path = asText(substituteText(request.path, { ...options, inText: inAddress }, '/request/path'));
  const fromVariable = request.path.startsWith('{{');
  if (/^https?:\/\//iu.test(path) || (fromVariable && path.startsWith('/'))) {
    return URL.canParse(path, base.href)
      ? new URL(path, base)
      : fail(`expected an address, got ${JSON.stringify(path)}`, '/request/path');
  }
  if (!path.startsWith('/'))
    return fail('expected a path that begins with "/" or an absolute address, got another text', '/request/path');
  const joined = `${base.origin}${base.pathname.replace(/\/$/u, '')}${path}`;
  return URL.canParse(joined)
    ? new URL(joined)
    : fail(`expected an address, got ${JSON.stringify(joined)}`, '/request/path');
};

const parameters = (values: JsonObject | undefined, options: SubstituteOptions, pointer: string): string[] =>
  Object.entries(values ?? {}).flatMap(([name, template]) => {
    const value = substitute(template, options, `${pointer}/${name}`);
    if (value === null) return [];
    const items = (Array.isArray(value) ? value : [value]) as readonly Json[];
    return items.map((item) => `${encodeURIComponent(name)}=${encodeURIComponent(asText(item))}`);
  });

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
  const all = [...Object.entries(suite.defaults?.headers ?? {}), ...Object.entries(request.headers ?? {})];
  const last = new Map(all.map(([name, value]) => [name.toLowerCase(), value]));
  for (const [name, template] of last) {
    const value = headerText(name, template, options);
    const problem = headerProblem(name, value, url);
    if (problem !== undefined) fail(problem, `/request/headers/${name}`);
    // Left to the connection, which after a redirect names the next host.
    if (name !== 'host') headers.set(name, value);
  }
  return headers;
};

const bodyOf = (
  request: RequestTemplate,
  options: SubstituteOptions,
): { readonly text: string; readonly type?: string } | undefined => {
  if (request.json !== undefined)
    return { text: JSON.stringify(substitute(request.json, options, '/request/json')), type: 'application/json' };
  if (request.form !== undefined)
    return {
      text: parameters(request.form, options, '/request/form').join('&'),
      type: 'application/x-www-form-urlencoded',
    };
  return request.body === undefined
    ? undefined
    : { text: asText(substituteText(request.body, options, '/request/body')) };
};

/**
 * Fills in a case's request template.
 *
 * @param added headers that every request carries unless the case sets them: `traceparent`, `user-agent`, …
 * @throws SubstitutionError for unknown variables, values that cannot stand where they are used, and headers of the connection
 */
export const buildRequest = (
  item: CaseDefinition,
  suite: SuiteDefinition,
  environment: EnvironmentDefinition,
  options: SubstituteOptions,
  added: { readonly [name: string]: string },
): BuiltRequest => {
  const { request } = item;
  const url = addressOf(request, baseOf(request, suite, environment), options);
  const query = parameters(request.query, options, '/request/query').join('&');
  if (query !== '') url.search = url.search === '' ? `?${query}` : `${url.search}&${query}`;
  url.hash = '';
  const headers = headersOf(request, suite, options, url);
  const body = bodyOf(request, options);
  if (body?.type !== undefined && !headers.has('content-type')) headers.set('content-type', body.type);
  for (const [name, value] of Object.entries(added)) if (!headers.has(name)) headers.set(name, value);
  return { method: request.method, url, headers: [...headers], ...(body === undefined ? {} : { body: body.text }) };
};
