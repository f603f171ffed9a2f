/** Which operations are about the same kind of thing, by their paths: `/orders`, `/orders/{orderId}`, `/orders/{orderId}/items`. */
import type { Operation } from '#engines/contract/model';

const singular = (word: string): string => {
  if (/(?:ss|us|is)$/u.test(word) || word.length < 4) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:sses|shes|ches|xes|zes)$/u.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
};

/** `todo-lists`, `TodoList` and `todo_list` are one noun. */
export const nounOf = (text: string): string => singular(text.toLowerCase().replaceAll(/[^a-z0-9]/gu, ''));

const segmentsOf = (path: string): readonly string[] => path.split('/').filter((segment) => segment !== '');

const parameterOf = (segment: string): string | undefined => /^\{([^{}]+)\}$/u.exec(segment)?.[1];

/** Parameters of a path from left to right, with the noun of what each one names: the segment before it. */
export const parameterNouns = (path: string): readonly (readonly [string, string])[] => {
  const segments = segmentsOf(path);
  return segments.flatMap((segment, at): (readonly [string, string])[] => {
    const name = parameterOf(segment);
    if (name === undefined) return [];
    const before = segments.slice(0, at).findLast((one) => parameterOf(one) === undefined);
    return [[name, nounOf(before ?? name.replace(/_?id$/iu, ''))]];
  });
};

/** What a path is about: its last segment that is no parameter. */
export const pathNoun = (path: string): string | undefined => {
  const last = segmentsOf(path).findLast((segment) => parameterOf(segment) === undefined);
  return last === undefined ? undefined : nounOf(last);
};

/** Operations on one kind of thing. */
export interface ResourceOperations {
  readonly noun: string;
  readonly create: Operation;
  /** Paths of one thing: the collection's and a parameter. */
  readonly read?: Operation;
  readonly updates: readonly Operation[];
  readonly remove?: Operation;
  readonly list?: Operation;
  /** Path parameter that names one thing. */
  readonly parameter: string;
}

const itemParameter = (collection: string, path: string): string | undefined => {
  const base = collection.replace(/\/$/u, '');
  return path.startsWith(`${base}/`) ? parameterOf(path.slice(base.length + 1).replace(/\/$/u, '')) : undefined;
};

/** Collections that something can be made in, with what can be done with it afterwards; those above others first. */
export const resourcesOf = (operations: readonly Operation[]): readonly ResourceOperations[] =>
  operations
    .filter(({ method }) => method === 'POST')
    .flatMap((create): ResourceOperations[] => {
      const items = operations.filter(({ path }) => itemParameter(create.path, path) !== undefined);
      const [first] = items;
      const noun = pathNoun(create.path);
      if (first === undefined || noun === undefined) return [];
      const parameter = itemParameter(create.path, first.path) ?? 'id';
      const read = items.find(({ method }) => method === 'GET');
      const remove = items.find(({ method }) => method === 'DELETE');
      const list = operations.find(({ method, path }) => method === 'GET' && path === create.path);
      return [
        {
          noun,
          create,
          parameter,
          updates: items.filter(({ method }) => method === 'PUT' || method === 'PATCH'),
          ...(read === undefined ? {} : { read }),
          ...(remove === undefined ? {} : { remove }),
          ...(list === undefined ? {} : { list }),
        },
      ];
    })
    .sort((a, b) => segmentsOf(a.create.path).length - segmentsOf(b.create.path).length);
