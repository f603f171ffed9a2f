import { isJsonObject, shortJson } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';

export interface ReadyParameter {
  readonly description: string;
  readonly default?: Json;
  /** May be left out although it has no default. */
  readonly optional?: true;
}

export interface ArgumentProblem {
  readonly parameter: string;
  readonly message: string;
}

export interface MadeCases {
  readonly cases: readonly JsonObject[];
  readonly problems: readonly ArgumentProblem[];
}

/** A fragment whose cases are made and not written. */
export interface ReadyFragment {
  readonly description: string;
  readonly parameters: { readonly [name: string]: ReadyParameter };
  /** @param args of all parameters that must be there and are; others are problems already */
  readonly make: (args: ReadonlyMap<string, Json>) => MadeCases;
}

/** Parameters that every ready-made fragment has: where its requests go, and as whom. */
export const REQUEST_PARAMETERS: { readonly [name: string]: ReadyParameter } = {
  headers: { description: 'Headers of every request, such as the one that shows who asks.', default: {} },
  target: { description: "Name of one of the environment's targets; `default` when absent.", optional: true },
};

export const NOTHING_MADE: MadeCases = { cases: [], problems: [] };

export const requestParts = (args: ReadonlyMap<string, Json>): JsonObject => {
  const headers = args.get('headers');
  const target = args.get('target');
  return {
    ...(isJsonObject(headers) && Object.keys(headers).length > 0 ? { headers } : {}),
    ...(target === undefined ? {} : { target }),
  };
};

type Kind = 'text' | 'object' | 'list' | 'number';

const WORDS: { readonly [kind in Kind]: string } = {
  text: 'a text',
  object: 'an object',
  list: 'a list',
  number: 'a number',
};

const isKind = (value: Json, kind: Kind): boolean => {
  if (kind === 'list') return Array.isArray(value);
  if (kind === 'object') return isJsonObject(value);
  return typeof value === (kind === 'text' ? 'string' : 'number');
};

/** Arguments that are of another type than their fragment needs. */
export const typeProblems = (
  args: ReadonlyMap<string, Json>,
  kinds: { readonly [parameter: string]: Kind },
): ArgumentProblem[] =>
  Object.entries(kinds).flatMap(([parameter, kind]) => {
    const value = args.get(parameter);
    return value === undefined || isKind(value, kind)
      ? []
      : [{ parameter, message: `expected ${WORDS[kind]} for "${parameter}", got ${shortJson(value, 60)}` }];
  });
