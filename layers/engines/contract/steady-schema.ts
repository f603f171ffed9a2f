import { isJsonObject } from '#core/json-types';
import type { Json } from '#core/units';
import type { Projection } from '#engines/contract/projection';

interface Facts {
  readonly refs: readonly string[];
  readonly hasUnion: boolean;
  readonly comparesItems: boolean;
}

const factsOf = (schema: Json, projection: Projection): Facts => {
  let hasUnion = false;
  let comparesItems = false;
  const open: Json[] = [schema];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    if (isJsonObject(next)) {
      const object = next;
      hasUnion ||= ['anyOf', 'oneOf', 'if', 'not', 'contains'].some((keyword) => object[keyword] !== undefined);
      comparesItems ||= next['uniqueItems'] === true;
    }
    open.push(...Object.values<Json>(next as { readonly [name: string]: Json }));
  }
  return { refs: projection.refsIn(schema), hasUnion, comparesItems };
};

/**
 * Whether checking takes time in proportion to the value. It does not where all items are compared with each other, or where a union can
 * lead back to itself: each level may then try every member of the next one.
 */
export const isSteady = (schema: Json, projection: Projection): boolean => {
  const facts = new Map<string, Facts>();
  const open = ['', ...projection.refsIn(schema)];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (facts.has(name)) continue;
    const found = factsOf(name === '' ? schema : projection.definition(name), projection);
    if (found.comparesItems) return false;
    facts.set(name, found);
    open.push(...found.refs);
  }
  const hasUnion = [...facts.values()].some((one) => one.hasUnion);
  return !hasUnion || !isCyclic(facts);
};

/** Takes away what leads nowhere else until nothing is left, or only circles are. */
const isCyclic = (facts: ReadonlyMap<string, Facts>): boolean => {
  const needs = new Map([...facts].map(([name, { refs }]) => [name, new Set(refs).size]));
  const users = new Map<string, string[]>();
  for (const [name, { refs }] of facts)
    for (const ref of new Set(refs)) users.set(ref, [...(users.get(ref) ?? []), name]);
  const free = [...needs].filter(([, count]) => count === 0).map(([name]) => name);
  let left = needs.size;
  for (let name = free.pop(); name !== undefined; name = free.pop()) {
    left -= 1;
    for (const user of users.get(name) ?? []) {
      const count = (needs.get(user) ?? 0) - 1;
      needs.set(user, count);
      if (count === 0) free.push(user);
    }
  }
  return left > 0;
};
