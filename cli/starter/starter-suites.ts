import type { CaseDefinition, SuiteDefinition } from '#core/suite';
import type { ApiDocument } from './document.ts';
import type { Operation } from './operations.ts';
import { starterCases } from './starter-cases.ts';

const ID_MAX = 63;
/** A suite that people can read, and that stays far below 1 MB. */
const OPERATIONS_PER_SUITE_MAX = 60;

/** Lower-case letters, digits and hyphens, beginning with a letter or digit; `fallback` when nothing is left. */
export const slug = (text: string, max: number, fallback: string): string => {
  const words = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
  const clean = words
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, max)
    .replace(/-+$/, '');
  return clean === '' ? fallback : clean;
};

/** Gives each text an id of its own: the second of the same name gets `-2`. */
export const uniqueIds = (): ((wanted: string) => string) => {
  const taken = new Set<string>();
  return (wanted) => {
    let id = wanted.slice(0, ID_MAX);
    for (let count = 2; taken.has(id); count += 1)
      id = `${wanted.slice(0, ID_MAX - String(count).length - 1).replace(/-+$/, '')}-${String(count)}`;
    taken.add(id);
    return id;
  };
};

const groupName = (operation: Operation): string =>
  operation.tag ??
  operation.path.split('/').find((part) => part !== '' && !part.startsWith('{') && !/^v\d+$/i.test(part)) ??
  'api';

const groupsOf = (
  operations: readonly Operation[],
): { readonly name: string; readonly operations: readonly Operation[] }[] => {
  const groups = new Map<string, Operation[]>();
  for (const operation of operations)
    groups.set(groupName(operation), [...(groups.get(groupName(operation)) ?? []), operation]);
  return [...groups].flatMap(([name, members]) => {
    const parts = Math.ceil(members.length / OPERATIONS_PER_SUITE_MAX);
    return Array.from({ length: parts }, (_one, at) => ({
      name: parts === 1 ? name : `${name} ${String(at + 1)}`,
      operations: members.slice(at * OPERATIONS_PER_SUITE_MAX, (at + 1) * OPERATIONS_PER_SUITE_MAX),
    }));
  });
};

const casesOf = (document: ApiDocument, operations: readonly Operation[]): CaseDefinition[] => {
  const idOf = uniqueIds();
  return operations.flatMap((operation) => {
    const base = slug(operation.id ?? `${operation.method} ${operation.path}`, 44, operation.method.toLowerCase());
    return starterCases(document, operation).map(({ what, definition }) => ({
      id: idOf(`${base}-${what}`),
      ...definition,
    }));
  });
};

/** Suites for all operations, grouped by their first tag or path segment; ids are unique, within suites and among them. */
export const starterSuites = (
  document: ApiDocument,
  service: string,
  operations: readonly Operation[],
): SuiteDefinition[] => {
  const idOf = uniqueIds();
  return groupsOf(operations).map((group) => {
    const uses = [...new Set(group.operations.flatMap((one) => one.credentials.map(({ variable }) => variable)))];
    return {
      suite: idOf(slug(group.name, 50, 'api')),
      service,
      name: `Starter: ${group.name.replaceAll(/[\r\n]+/g, ' ')}`.slice(0, 200),
      capability: 'functional',
      tags: ['starter'],
      ...(uses.length === 0 ? {} : { uses }),
      cases: casesOf(document, group.operations),
    };
  });
};
