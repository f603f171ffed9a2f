import type { KeptResponse, ResponseHistory, ResponsePlace } from '#ports/response-history';
import { copied } from './copied.ts';

const keyOf = ({ service, operation, resource }: ResponsePlace): string =>
  JSON.stringify([service, operation, resource]);

/** ResponseHistory in memory: the last answer of each resource. */
export const inMemoryHistory = (): ResponseHistory => {
  const kept = new Map<string, KeptResponse>();
  return {
    latest: async (place) => {
      await Promise.resolve();
      const found = kept.get(keyOf(place));
      return found === undefined ? undefined : copied(found);
    },
    put: async (response) => {
      await Promise.resolve();
      kept.set(keyOf(response), copied(response));
    },
  };
};
