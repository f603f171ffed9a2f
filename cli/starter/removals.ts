/** What cases make is removed again, also where it was made although it should have been refused. */
import type { RequestTemplate } from '#core/suite';
import type { StarterCase } from './case-parts.ts';
import { variableName } from './credentials.ts';
import { pathNames, type Operation } from './operations.ts';
import { fillPath } from './request-plan.ts';
import type { Source } from './resources.ts';
import { captureOf, type SuiteBuild } from './suite-build.ts';

/** What removes the thing that an operation makes, and where that gives the thing's id. */
interface Remover {
  readonly operation: Operation;
  readonly source: Source;
}

const plainPath = ({ path }: Operation): string => path.replace(/\/+$/, '');
const collectionOf = (operation: Operation): string => plainPath(operation).replace(/\/\{[^/{}]+\}$/, '');

/** It needs ids alone, and of those in front of its own only ones that the making call has too. */
const isFitting = (remover: Operation, maker: Operation): boolean => {
  const known = new Set(pathNames(maker.path));
  return (
    remover.method === 'DELETE' &&
    plainPath(remover).endsWith('}') &&
    remover.body === undefined &&
    !remover.parameters.some((parameter) => parameter.required && parameter.in !== 'path') &&
    (collectionOf(remover) === plainPath(maker) ||
      pathNames(remover.path)
        .slice(0, -1)
        .every((name) => known.has(name)))
  );
};

/** `DELETE /orders/{id}` of `POST /orders`; `DELETE /tasks/{taskId}` of `POST /projects/{projectId}/tasks`. */
const findRemover = (build: SuiteBuild, maker: Operation): Remover | undefined => {
  if (maker.method !== 'POST' || build.api.tokens.login?.operation === maker) return undefined;
  const found = build.api.operations
    .filter((one) => isFitting(one, maker))
    .sort(
      (one, other) => Number(collectionOf(other) === plainPath(maker)) - Number(collectionOf(one) === plainPath(maker)),
    );
  for (const operation of found) {
    const name = pathNames(operation.path).at(-1) ?? '';
    const source = build.api.resources.ofPath(operation, name).find((one) => one.isOwn && one.operation === maker);
    if (source !== undefined) return { operation, source };
  }
  return undefined;
};

/** Operations have many cases, and documents many operations. */
const REMOVERS = new WeakMap<Operation, { readonly remover: Remover | undefined }>();

const removerOf = (build: SuiteBuild, maker: Operation): Remover | undefined => {
  const known = REMOVERS.get(maker) ?? { remover: findRemover(build, maker) };
  REMOVERS.set(maker, known);
  return known.remover;
};

/** Ids of a path as a request has them filled in. */
const idsIn = (maker: Operation, request: RequestTemplate): ReadonlyMap<string, string> => {
  const filled = request.path.split('/');
  return new Map(
    maker.path.split('/').flatMap((part, at): [string, string][] => {
      const name = /^\{([^{}]+)\}$/.exec(part)?.[1];
      const value = filled[at];
      return name === undefined || value === undefined ? [] : [[name, value]];
    }),
  );
};

const removalPath = (remover: Operation, maker: Operation, request: RequestTemplate, id: string): string =>
  collectionOf(remover) === plainPath(maker)
    ? `${request.path.replace(/\/+$/, '')}/${id}`
    : fillPath(remover.path, new Map([...idsIn(maker, request), [pathNames(remover.path).at(-1) ?? '', id]]));

/** Who made it may remove it: with the credentials of the call, made up ones where those were taken. */
const credentialsOf = (remover: Operation, request: RequestTemplate): Pick<RequestTemplate, 'query' | 'headers'> => {
  const headers = Object.entries(request.headers ?? {}).filter(([header]) =>
    remover.credentials.some(
      (credential) => credential.name.toLowerCase() === header || (credential.kind === 'cookie' && header === 'cookie'),
    ),
  );
  const query = Object.entries(request.query ?? {}).filter(([field]) =>
    remover.credentials.some((credential) => credential.kind === 'query' && credential.name === field),
  );
  return {
    ...(query.length === 0 ? {} : { query: Object.fromEntries(query) }),
    ...(headers.length === 0 ? {} : { headers: Object.fromEntries(headers) }),
  };
};

/**
 * Adds to every case of a call that makes things how what it makes is removed at the end of the suite. Cases that expect a refusal have it
 * too: an API that does not refuse has made something. Where nothing was made there is nothing to capture, which the engine knows.
 */
export const withRemoval = (build: SuiteBuild, maker: Operation, one: StarterCase): StarterCase => {
  const { request, captures = {}, id } = one.definition;
  if (request?.method !== 'POST') return one;
  const remover = removerOf(build, maker);
  if (remover === undefined) return one;
  const capture = captureOf(remover.source);
  const known = Object.entries(captures).find(([, found]) => JSON.stringify(found) === JSON.stringify(capture))?.[0];
  const variable = known ?? variableName(`${id} id`);
  const path = removalPath(remover.operation, maker, request, `{{${variable}}}`);
  return {
    ...one,
    definition: {
      ...one.definition,
      captures: { ...captures, [variable]: capture },
      creates: [{ delete: { path, ...credentialsOf(remover.operation, request) } }],
    },
  };
};
