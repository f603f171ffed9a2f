/**
 * A suite whose form is wrong somewhere can still be told what else is wrong with it: circles, unknown variables, bad expressions. For that the
 * readable part of it is looked at as if it were a suite.
 */
import { isJsonObject } from '#core/json-types';
import type { CaseDefinition, Check, RequestTemplate, SuiteDefinition } from '#core/suite';
import type { Json, JsonObject } from '#core/units';

const objectIn = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});
const listIn = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);

/** Ids that nobody can write, for cases that have none. */
const namelessId = (at: number): string => `\u0000${String(at)}`;
const isNameless = ({ id }: CaseDefinition): boolean => id.startsWith('\u0000');

const isDependency = (value: Json): boolean =>
  typeof value === 'string' || (isJsonObject(value) && typeof value['case'] === 'string');

type Steps = NonNullable<CaseDefinition['setup']>;

const checksIn = (value: Json | undefined): readonly Check[] =>
  listIn(value).map((check) => objectIn(check) as unknown as Check);

const capturesIn = (value: Json | undefined): NonNullable<CaseDefinition['captures']> =>
  Object.fromEntries(
    Object.entries(objectIn(value)).map(([name, capture]) => [name, objectIn(capture)]),
  ) as unknown as NonNullable<CaseDefinition['captures']>;

const requestIn = (value: Json | undefined): RequestTemplate => {
  const request = objectIn(value);
  return { ...request, headers: objectIn(request['headers']) } as unknown as RequestTemplate;
};

const stepsIn = (value: Json | undefined): Steps =>
  listIn(value).map((item) => {
    const step = objectIn(item);
    return {
      request: requestIn(step['request']),
      checks: checksIn(step['checks']),
      captures: capturesIn(step['captures']),
    };
  });

const waitIn = (value: Json | undefined): JsonObject => {
  const wait = objectIn(value);
  // A name that is none is told by the form already.
  const names = ['webhook', 'queue'].filter((name) => name in wait && typeof wait[name] !== 'string');
  const noNames = Object.fromEntries(names.map((name) => [name, '']));
  return { ...wait, ...noNames, where: checksIn(wait['where']) as unknown as Json };
};

/** What the case does and waits for, as far as it is there. */
const actionsIn = (item: JsonObject): Partial<CaseDefinition> => {
  const has = (name: string): boolean => isJsonObject(item[name]);
  const poll = objectIn(item['poll']);
  return {
    ...(has('receive')
      ? { receive: waitIn(item['receive']) as unknown as NonNullable<CaseDefinition['receive']> }
      : {}),
    ...(has('consume')
      ? { consume: waitIn(item['consume']) as unknown as NonNullable<CaseDefinition['consume']> }
      : {}),
    ...(has('publish') ? { publish: item['publish'] as unknown as NonNullable<CaseDefinition['publish']> } : {}),
    ...(has('poll') ? { poll: { ...poll, until: checksIn(poll['until']) } } : {}),
    ...(has('receive') || has('consume') || has('publish') ? {} : { request: requestIn(item['request']) }),
  };
};

const isStage = (value: Json | undefined): value is 'setup' | 'teardown' => value === 'setup' || value === 'teardown';

/** Places keep their numbers, so that pointers stay right: what is unreadable in a list becomes something that says nothing. */
const readableCase = (value: Json, at: number): CaseDefinition => {
  const item = objectIn(value);
  const { token, stage, flow } = item;
  return {
    id: typeof item['id'] === 'string' ? item['id'] : namelessId(at),
    ...(token === true || isJsonObject(token) ? { token: token } : {}),
    ...(isStage(stage) ? { stage } : {}),
    ...(typeof flow === 'string' ? { flow } : {}),
    dependsOn: listIn(item['dependsOn']).every(isDependency)
      ? (listIn(item['dependsOn']) as NonNullable<CaseDefinition['dependsOn']>)
      : [],
    ...actionsIn(item),
    setup: stepsIn(item['setup']),
    teardown: stepsIn(item['teardown']),
    checks: checksIn(item['checks']),
    captures: capturesIn(item['captures']),
  };
};

/** Flows keep their names; their rows are looked at only when nothing is wrong with the form of the suite. */
const flowsIn = (value: Json | undefined): NonNullable<SuiteDefinition['flows']> =>
  Object.fromEntries(Object.keys(objectIn(value)).map((id) => [id, { rows: { each: '' } }]));

const namesIn = (value: Json | undefined): JsonObject =>
  Object.fromEntries(Object.entries(objectIn(value)).map(([name, item]) => [name, objectIn(item)]));

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
    flows: flowsIn(value['flows']),
    personas: namesIn(value['personas']) as unknown as NonNullable<SuiteDefinition['personas']>,
    webhooks: namesIn(value['webhooks']) as unknown as NonNullable<SuiteDefinition['webhooks']>,
    cases: listIn(value['cases']).map(readableCase),
  };
};

/** A place in one of the files that a suite is made of. */
interface Placed {
  readonly code: string;
  readonly pointer: string;
  readonly file?: string;
  readonly at?: 'key' | 'value';
}

/** A case, wherever it is written. */
const CASE = String.raw`(?:/fragments/[^/]+)?/(?:cases|setup|teardown)/\d+`;
const WHOLE_CASE = new RegExp(`^(?:${CASE})?$`, 'u');
const CAPTURES = new RegExp(`^${CASE}(?:/captures(?:/|$)|/(?:setup|teardown)/\\d+(?:/captures(?:/|$)|$)|$)`, 'u');
const FIELD = new RegExp(`^(?:${CASE})?/[^/]+$`, 'u');
const NAMES = /^\/(?:uses|variables|defaults|personas|webhooks|flows|fragments|fragmentsFrom|include|setup)(?:\/|$)/u;

/** Fields whose mistakes make other things look unknown: a misspelt `captures`, a `uses` that is no list. */
const hidesNames = ({ pointer, at, code }: Placed): boolean =>
  code !== 'schema' || NAMES.test(pointer) || CAPTURES.test(pointer) || (at === 'key' && FIELD.test(pointer));

const LOOKS_UNKNOWN = new Set(['unknown-variable', 'unknown-webhook', 'unknown-flow']);

/**
 * Leaves out what only follows from mistakes of form: what lies at or in a place that is reported already, and names that may only look
 * unknown.
 */
export const besideForm = <T extends Placed>(
  found: readonly T[],
  form: readonly Placed[],
  readable: SuiteDefinition,
): T[] => {
  const places = form
    .filter(({ pointer }) => !WHOLE_CASE.test(pointer))
    .map(({ file = '', pointer }) => `${file}#${pointer}`);
  const mayLookUnknown = form.some(hidesNames);
  const hasNameless = readable.cases.some(isNameless) || form.some(({ code }) => code !== 'schema');
  return found.filter(({ code, file = '', pointer }) => {
    const here = `${file}#${pointer}`;
    return (
      !(LOOKS_UNKNOWN.has(code) && mayLookUnknown) &&
      !(code === 'unknown-case' && hasNameless) &&
      !places.some((place) => here === place || here.startsWith(`${place}/`))
    );
  });
};
