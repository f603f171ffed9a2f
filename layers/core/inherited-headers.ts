import { findVariables } from '#core/template';
import type { CaseDefinition, RequestTemplate, SuiteDefinition } from '#core/suite';
import type { Json } from '#core/units';

type Headers = { readonly [name: string]: Json };

const capturesOne = (item: CaseDefinition, template: Json): boolean =>
  findVariables(template).uses.some((use) => Object.hasOwn(item.captures ?? {}, use.name));

/**
 * The suite's default headers that a case takes: not those that it sets, or drops with null, itself, and not those that hold what it
 * captures: a login does not need the token that it fetches.
 */
export const inheritedHeaders = (item: CaseDefinition, suite: SuiteDefinition): Headers => {
  const own = new Set(Object.keys(item.request?.headers ?? {}).map((name) => name.toLowerCase()));
  return Object.fromEntries(
    Object.entries(suite.defaults?.headers ?? {}).filter(
      ([name, template]) => !own.has(name.toLowerCase()) && !capturesOne(item, template),
    ),
  );
};

/** The case's request with every default header that it does not take dropped by name. */
export const withoutForeignHeaders = (
  item: CaseDefinition,
  request: RequestTemplate,
  suite: SuiteDefinition,
): RequestTemplate => {
  const defaults = suite.defaults?.headers;
  if (defaults === undefined || item.captures === undefined) return request;
  const dropped = Object.entries(defaults).filter(([, template]) => capturesOne(item, template));
  if (dropped.length === 0) return request;
  return { ...request, headers: { ...Object.fromEntries(dropped.map(([name]) => [name, null])), ...request.headers } };
};
