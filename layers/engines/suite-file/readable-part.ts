/**
 * A suite whose form is wrong somewhere can still be told what else is wrong with it: circles, unknown variables, bad expressions. For that the
 * readable part of it is looked at as if it were a suite.
 */
import { isJsonObject } from '#core/json-types';
import type { CaseDefinition, Check, SuiteDefinition } from '#core/suite';
import type { Json, JsonObject } from '#core/units';
import type { SchemaProblem } from '#engines/suite-file/explain-errors';

const objectIn = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});
const listIn = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);

/** Ids that nobody can write, for cases that have none. */
const namelessId = (at: number): string => `\u0000${String(at)}`;
const isNameless = ({ id }: CaseDefinition): boolean => id.startsWith('\u0000');

const isDependency = (value: Json): boolean =>
  typeof value === 'string' || (isJsonObject(value) && typeof value['case'] === 'string');

/** Places keep their numbers, so that pointers stay right: what is unreadable in a list becomes something that says nothing. */
const readableCase = (value: Json, at: number): CaseDefinition => {
  const item = objectIn(value);
  const request = objectIn(item['request']);
  const captures = Object.entries(objectIn(item['captures']));
  return {
    id: typeof item['id'] === 'string' ? item['id'] : namelessId(at),
    ...(item['token'] === true ? { token: true } : {}),
    dependsOn: listIn(item['dependsOn']).every(isDependency)
      ? (listIn(item['dependsOn']) as NonNullable<CaseDefinition['dependsOn']>)
      : [],
    request: { ...request, headers: objectIn(request['headers']) } as unknown as CaseDefinition['request'],
    checks: listIn(item['checks']).map((check) => objectIn(check) as unknown as Check),
    captures: Object.fromEntries(
      captures.map(([name, capture]) => [name, objectIn(capture)]),
    ) as unknown as NonNullable<CaseDefinition['captures']>,
  };
};

/** @returns undefined when there is no list of cases to look at */
export const readablePart = (value: unknown): SuiteDefinition | undefined => {
  if (!isJsonObject(value) || !Array.isArray(value['cases'])) return undefined;
  return {
    suite: '',
    service: '',
    capability: 'functional',
    uses: listIn(value['uses']).filter((name) => typeof name === 'string'),
    variables: objectIn(value['variables']),
    defaults: { headers: objectIn(objectIn(value['defaults'])['headers']) },
    cases: listIn(value['cases']).map(readableCase),
  };
};

interface Found {
  readonly code: string;
  readonly pointer: string;
}

/** Fields whose mistakes make other things look unknown: a misspelt `captures`, a `uses` that is no list. */
const hidesNames = ({ pointer, at }: SchemaProblem): boolean =>
  /^\/(?:uses|variables|defaults)(?:\/|$)/.test(pointer) ||
  /^\/cases\/\d+(?:\/captures(?:\/|$)|$)/.test(pointer) ||
  (at === 'key' && /^(?:\/cases\/\d+)?\/[^/]+$/.test(pointer));

/**
 * Leaves out what only follows from mistakes of form: what lies at or in a place that is reported already, and names that may only look
 * unknown.
 */
export const besideForm = <T extends Found>(
  found: readonly T[],
  form: readonly SchemaProblem[],
  readable: SuiteDefinition,
): T[] => {
  const places = form.map(({ pointer }) => pointer).filter((pointer) => !/^(?:\/cases\/\d+)?$/.test(pointer));
  const mayLookUnknown = form.some(hidesNames);
  const hasNameless = readable.cases.some(isNameless);
  return found.filter(
    ({ code, pointer }) =>
      !(code === 'unknown-variable' && mayLookUnknown) &&
      !(code === 'unknown-case' && hasNameless) &&
      !places.some((place) => pointer === place || pointer.startsWith(`${place}/`)),
  );
};
