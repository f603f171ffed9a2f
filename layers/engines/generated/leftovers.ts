/** What requests made and nothing has removed yet: an exploration takes away what it brought. */
import { isJsonObject } from '#core/json-types';
import { asText } from '#core/template';
import type { Json } from '#core/units';
import type { Operation } from '#engines/contract/model';
import type { Exchange } from '#engines/probe/probe';
import type { Inputs } from './request-inputs.ts';
import { nounOf, resourcesOf, type ResourceOperations } from './resource-names.ts';
import { idOf, scalarFields } from './resource-pool.ts';

export interface Leftover {
  readonly remove: Operation;
  readonly path: { readonly [key: string]: Json };
}

/** The last segment of the Location of an answer. */
export const locationId = ({ response }: Exchange): string | undefined => {
  const location = response?.headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
  const last = location
    ?.split(/[?#]/u)[0]
    ?.split('/')
    .findLast((segment) => segment !== '');
  try {
    return last === undefined ? undefined : decodeURIComponent(last);
  } catch {
    return last;
  }
};

const keyOf = (remove: Operation, path: { readonly [key: string]: Json }): string => {
  const values = remove.parameters
    .filter(({ in: place }) => place === 'path')
    .map(({ name }) => asText(path[`path:${name}`] ?? null));
  return JSON.stringify([remove.id, values]);
};

export class Leftovers {
  readonly #resources: readonly ResourceOperations[];
  readonly #left = new Map<string, Leftover>();

  constructor(operations: readonly Operation[]) {
    this.#resources = resourcesOf(operations);
  }

  get size(): number {
    return this.#left.size;
  }

  /** Takes note of a successful request: what it made is left, what it removed is not. */
  note(operation: Operation, { parameters }: Inputs, exchange: Exchange, body: Json | undefined): void {
    if (operation.method === 'DELETE') this.#left.delete(keyOf(operation, parameters));
    const resource = this.#resources.find(({ create, remove }) => create === operation && remove !== undefined);
    if (resource?.remove === undefined) return;
    const item = isJsonObject(body) && isJsonObject(body['data']) ? body['data'] : body;
    const fields = isJsonObject(item) ? scalarFields(item) : {};
    const made = { noun: nounOf(resource.noun), fields, above: {}, isOurs: true, isGone: false };
    const id = idOf(resource.parameter, made) ?? locationId(exchange);
    if (id === undefined) return;
    const path = { ...parameters, [`path:${resource.parameter}`]: id };
    this.#left.set(keyOf(resource.remove, path), { remove: resource.remove, path });
  }

  /** Last made first: what lies in something goes before it. */
  all(): readonly Leftover[] {
    return [...this.#left.values()].reverse();
  }
}
