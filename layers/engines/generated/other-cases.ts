/** Cases that are about the request as a whole: without login, with a method that is not there. */
import type { Operation, SecurityScheme } from '#engines/contract/model';
import type { GeneratedCase } from './generated-case.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE'] as const;

/** Nobody gets in without one of the schemes. */
export const isSecured = ({ security }: Operation): boolean =>
  security.length > 0 && security.every((alternative) => Object.keys(alternative).length > 0);

const schemesOf = (operation: Operation): readonly SecurityScheme[] =>
  operation.security.flatMap((alternative) =>
    Object.keys(alternative).flatMap((name) => operation.securitySchemes[name] ?? []),
  );

/** Names of headers and query parameters that carry the login of an operation, in small letters. */
export const loginPlaces = (
  operation: Operation,
): { readonly headers: ReadonlySet<string>; readonly query: ReadonlySet<string> } => {
  const headers = new Set<string>(['authorization', 'cookie']);
  const query = new Set<string>();
  for (const scheme of schemesOf(operation)) {
    if (scheme.type !== 'apiKey') continue;
    if (scheme.in === 'header') headers.add(scheme.name.toLowerCase());
    if (scheme.in === 'query') query.add(scheme.name.toLowerCase());
  }
  return { headers, query };
};

export const loginCases = (operation: Operation): GeneratedCase[] =>
  !isSecured(operation)
    ? []
    : (['none', 'wrong'] as const).map((login) => ({
        operation,
        kind: 'odd' as const,
        words: login === 'none' ? 'without login' : 'with a made-up login',
        login,
        build: (base) => base,
      }));

/** Methods that the document does not have for the path of an operation; told of the first operation of the path only. */
export const methodCases = (operation: Operation, all: readonly Operation[]): GeneratedCase[] => {
  const same = all.filter(({ path }) => path === operation.path);
  if (same[0] !== operation) return [];
  const has = new Set(same.map(({ method }) => method));
  return METHODS.filter((method) => !has.has(method)).map((method) => ({
    operation,
    kind: 'odd' as const,
    words: `${method}, which the document does not have for this path`,
    method,
    build: ({ parameters }) => ({
      parameters: Object.fromEntries(Object.entries(parameters).filter(([key]) => key.startsWith('path:'))),
    }),
  }));
};
