import { COMPARE_PER_OPERATION_DEFAULT, type CompareDefinition } from '#core/acts/compare';
import { nameOf, probeRequest } from '#engines/data-quality/ask';
import type { Contract, Operation } from '#engines/contract/model';
import { choosesOperation } from '#engines/generated/choose-operations';
import { requestOf } from '#engines/generated/request-inputs';
import { RECIPES, RequestMaker } from '#engines/generated/request-maker';
import { ResourcePool } from '#engines/generated/resource-pool';
import { schemaJudge } from '#engines/generated/schema-judge';
import type { ProbeRequest } from '#engines/probe/probe';

/** Requests of one part of the report. */
export interface RequestGroup {
  readonly name: string;
  readonly requests: readonly ProbeRequest[];
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS', 'QUERY']);

export const isSafeMethod = (method: string): boolean => SAFE.has(method.toUpperCase());

/** Requests of a document's operations, equal for equal seeds; an operation whose values cannot be made has none. */
const fromDocument = (contract: Contract, definition: CompareDefinition, seed: string): readonly RequestGroup[] => {
  const maker = new RequestMaker({
    judge: schemaJudge(contract.root),
    pool: new ResourcePool(),
    values: {},
    seed: definition.seed ?? seed,
    words: [],
  });
  const { headers = {}, query = {}, methods = 'safe', perOperation = COMPARE_PER_OPERATION_DEFAULT } = definition;
  const always = { headers: Object.entries(headers), query };
  const made = (operation: Operation): readonly ProbeRequest[] => {
    const recipes = maker.recipesOf(operation);
    const texts = new Map<string, ProbeRequest>();
    for (let at = 0; at < perOperation; at += 1) {
      const recipe = recipes[at] ?? RECIPES[2] ?? recipes[0];
      const inputs =
        recipe === undefined
          ? undefined
          : maker.base(operation, at < recipes.length ? recipe : { ...recipe, fullness: 'random' });
      if (inputs === undefined) continue;
      const request = requestOf(operation, inputs, always);
      texts.set(
        JSON.stringify([request.path, request.body === undefined ? '' : Buffer.from(request.body).toString('base64')]),
        request,
      );
    }
    return [...texts.values()];
  };
  return contract.operations
    .filter((one) => choosesOperation(definition.operations, one))
    .filter(({ method }) => methods === 'all' || isSafeMethod(method))
    .map((operation) => ({ name: operation.id, requests: made(operation) }));
};

/** Those that the suite names; equal names are one group. */
const fromList = ({ requests = [], headers = {}, query = {} }: CompareDefinition): readonly RequestGroup[] => {
  const groups = new Map<string, ProbeRequest[]>();
  for (const one of requests) {
    const request = probeRequest({
      ...one,
      headers: { ...headers, ...one.headers },
      query: { ...query, ...one.query },
    });
    const name = nameOf({ ...one, path: one.path.replace(/\?.*$/su, '') }).replace(/\?.*$/su, '');
    groups.set(name, [...(groups.get(name) ?? []), request]);
  }
  return [...groups].map(([name, list]) => ({ name, requests: list }));
};

/** The requests that both targets get. */
export const requestGroups = (
  definition: CompareDefinition,
  contract: Contract | undefined,
  seed: string,
): readonly RequestGroup[] =>
  contract === undefined ? fromList(definition) : fromDocument(contract, definition, seed);
