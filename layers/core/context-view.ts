/** Where each variable of a run came from, who used it, and what it held (C3.1). */
import type { CapturedValue, CaseResult } from '#core/case-result';
import type { EnvironmentDefinition } from '#core/environment';
import { fieldOf } from '#core/json-types';
import type { SuiteDefinition } from '#core/suite';
import type { Json } from '#core/units';
import { isReserved, usesOf } from '#core/variable-uses';

/** One value that a variable had: a case may run in several shards, and once for each row. */
export interface ContextValue extends CapturedValue {
  readonly row?: number;
}

export interface ContextVariable {
  readonly suite: string;
  readonly name: string;
  /** `secret` values are never shown. */
  readonly source: 'case' | 'suite' | 'environment' | 'secret';
  /** The case that captures it; null for the others. */
  readonly case: string | null;
  readonly consumers: readonly string[];
  /** How many values there were; `values` holds the first of them. */
  readonly count: number;
  readonly values: readonly ContextValue[];
}

/** Values of one variable that are listed. */
export const CONTEXT_VALUES_MAX = 10;

const typeOf = (value: Json): CapturedValue['type'] =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'array'
      : (typeof value as 'boolean' | 'number' | 'string' | 'object');

interface Gathered {
  count: number;
  readonly values: ContextValue[];
}

/** Gathers what cases captured, result by result; memory is bounded by the number of variables. */
export const gatherCaptured = (): {
  readonly add: (result: CaseResult) => void;
  readonly of: (suite: string, caseId: string, name: string) => Gathered | undefined;
} => {
  const found = new Map<string, Gathered>();
  const keyOf = (...parts: readonly string[]): string => JSON.stringify(parts);
  return {
    add: ({ suite, case: id, row, tries }) => {
      const captured = tries.findLast((one) => one.captured !== undefined)?.captured ?? {};
      for (const [name, value] of Object.entries(captured)) {
        const key = keyOf(suite, id, name);
        const gathered = found.get(key) ?? { count: 0, values: [] };
        gathered.count += 1;
        if (gathered.values.length < CONTEXT_VALUES_MAX)
          gathered.values.push(row === undefined ? value : { ...value, row: row.number });
        found.set(key, gathered);
      }
    },
    of: (suite, caseId, name) => found.get(keyOf(suite, caseId, name)),
  };
};

const consumersOf = (suite: SuiteDefinition): ReadonlyMap<string, readonly string[]> => {
  const consumers = new Map<string, string[]>();
  suite.cases.forEach((item, at) => {
    const names = usesOf(item, at, suite).uses.flatMap(({ name, sees }) =>
      isReserved(name) || sees.has(name) ? [] : [name],
    );
    for (const name of new Set(names)) consumers.set(name, [...(consumers.get(name) ?? []), item.id]);
  });
  return consumers;
};

const constant = (value: Json | undefined): Pick<ContextVariable, 'count' | 'values'> =>
  value === undefined
    ? { count: 0, values: [] }
    : {
        count: 1,
        values: [{ type: typeOf(value), bytes: new TextEncoder().encode(JSON.stringify(value)).length, value }],
      };

/** The variables of one suite: those that cases capture, its own, and those of the environment that it uses. Pure. */
export const contextOf = (
  id: string,
  suite: SuiteDefinition,
  environment: EnvironmentDefinition,
  captured: Pick<ReturnType<typeof gatherCaptured>, 'of'>,
): readonly ContextVariable[] => {
  const consumers = consumersOf(suite);
  const about = (name: string) => ({ suite: id, name, consumers: consumers.get(name) ?? [] });
  const ofCases = suite.cases.flatMap((item) =>
    Object.keys(item.captures ?? {}).map((name): ContextVariable => {
      const found = captured.of(id, item.id, name);
      const values = { count: found?.count ?? 0, values: found?.values ?? [] };
      return { ...about(name), source: 'case', case: item.id, ...values };
    }),
  );
  const ofSuite = Object.entries(suite.variables ?? {}).map(([name, value]): ContextVariable => ({
    ...about(name),
    source: 'suite',
    case: null,
    ...constant(value),
  }));
  const used = (suite.uses ?? []).map((name): ContextVariable => {
    const isSecret =
      fieldOf((environment.secrets ?? {}) as unknown as { readonly [name: string]: Json }, name) !== undefined;
    if (isSecret) return { ...about(name), source: 'secret', case: null, count: 0, values: [] };
    return {
      ...about(name),
      source: 'environment',
      case: null,
      ...constant(fieldOf(environment.variables ?? {}, name)),
    };
  });
  return [...ofCases, ...ofSuite, ...used];
};
