import type { CaseDefinition, Capture } from '#core/suite';
import { judgeOf, type Judge } from './body-plan.ts';
import { variableName, type Credential } from './credentials.ts';
import type { ApiDocument } from './document.ts';
import { isSafe, operationKey, pathNames, type Operation } from './operations.ts';
import { planRequest, type Lookup, type RequestPlan } from './request-plan.ts';
import { isAction, isIdName, nounOf, pathNoun, type Resources, type Source } from './resources.ts';
import { slug } from './slug.ts';
import { oauthCase, oauthFields, secretWords, type Provided, type TokenPlan } from './token-plan.ts';

/** What all suites of a document share. */
export interface Api {
  readonly document: ApiDocument;
  readonly operations: readonly Operation[];
  readonly resources: Resources;
  readonly tokens: TokenPlan;
  readonly judges: Map<string, Judge>;
  /** Everything that the environment has to bring, by variable. */
  readonly provided: Map<string, Provided>;
}

/** A case that gives others what they need. */
export interface Producer {
  readonly operation: Operation;
  readonly id: string;
  readonly plan: RequestPlan;
  readonly captures: Record<string, Capture>;
  readonly dependsOn: readonly string[];
  readonly isToken: boolean;
  /** A copy for one user, such as the thing that a DELETE removes. */
  readonly copyFor?: string;
}

export interface SuiteBuild {
  readonly api: Api;
  /** Case that an operation's success is shown by. */
  readonly positiveId: (operation: Operation) => string;
  readonly idOf: (wanted: string) => string;
  readonly lookup: Lookup;
  readonly planned: (operation: Operation, full?: boolean) => Planned;
  readonly producers: ReadonlyMap<string, Producer>;
  /** Token cases that are no operation of the document. */
  readonly tokenCases: ReadonlyMap<string, CaseDefinition>;
  readonly uses: Set<string>;
}

export interface Planned extends RequestPlan {
  /** Cases that fill what the call works on, such as the lines of a cart that is ordered. */
  readonly dependsOn: readonly string[];
}

const DEPTH_MAX = 6;
const FILLERS_MAX = 3;

export const baseId = (operation: Operation): string =>
  slug(operation.id ?? `${operation.method} ${operation.path}`, 40, operation.method.toLowerCase());

export const captureOf = ({ from }: Source): Capture =>
  'path' in from ? { path: from.path } : { regex: '([^/?#]+)/?$', from: { header: from.header } };

const isLogout = (operation: Operation): boolean =>
  /log-?_?out|sign-?_?out|revoke/i.test(`${operation.path} ${operation.id ?? ''}`) &&
  pathNames(operation.path).length === 0;

/** Removing and acting need a thing of their own: others still look at theirs. */
const needsOwnCopy = (operation: Operation): boolean => operation.method === 'DELETE' || isAction(operation);

interface State {
  readonly api: Api;
  readonly idOf: (wanted: string) => string;
  readonly ids: Map<string, string>;
  readonly producers: Map<string, Producer>;
  readonly variables: Map<string, string>;
  readonly tokenCases: Map<string, CaseDefinition>;
  readonly uses: Set<string>;
  readonly stack: string[];
  /** Fillers that the plan in the making waits for. */
  waits: string[];
}

const take = (state: State, one: Provided): string => {
  state.api.provided.set(one.name, one);
  state.uses.add(one.name);
  return one.name;
};

const freeName = (state: State, wanted: string): string => {
  const taken = new Set([...state.variables.values(), ...state.api.provided.keys()]);
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted}${String(count)}`;
    if (!taken.has(name)) return name;
  }
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const variableOf = (state: State, key: string, source: Source, name: string, suffix: string): string => {
  const known = state.variables.get(key);
  if (known !== undefined) return known;
  const isOwnName = isIdName(name) && nounOf(name) !== undefined;
  const noun = variableName(pathNoun(source.operation.path));
  const wanted =
    isOwnName || noun.toLowerCase() === name.toLowerCase()
      ? variableName(name)
      : `${noun}${capital(variableName(name))}`;
  const made = freeName(state, `${wanted}${suffix}`);
  state.variables.set(key, made);
  return made;
};

const positiveId = (state: State, operation: Operation): string => {
  const key = operationKey(operation);
  const known = state.ids.get(key) ?? state.idOf(`${baseId(operation)}-works`);
  state.ids.set(key, known);
  return known;
};

/** The case that makes or lists a thing; undefined when it cannot be run by itself or needs what it is to give. */
const producerOf = (state: State, operation: Operation, copyFor: string): Producer | undefined => {
  const own = operationKey(operation);
  const key = copyFor === '' ? own : `${own} for ${copyFor}`;
  const known = state.producers.get(key);
  if (known !== undefined) return known;
  if (state.stack.includes(own) || state.stack.length > DEPTH_MAX) return undefined;
  const planned = planIn(state, operation, false);
  if (planned.missing.length > 0) return undefined;
  const isToken = state.api.tokens.login?.operation === operation;
  const producer: Producer = {
    operation,
    id: copyFor === '' ? positiveId(state, operation) : state.idOf(`${baseId(operation)}-for-${copyFor}`.slice(0, 60)),
    plan: planned,
    captures: {},
    dependsOn: planned.dependsOn,
    isToken,
    ...(copyFor === '' ? {} : { copyFor }),
  };
  state.producers.set(key, producer);
  return producer;
};

const useSource = (state: State, sources: readonly Source[], name: string, copyFor: string): string | undefined => {
  for (const source of sources) {
    const copy = source.isOwn ? copyFor : '';
    const producer = producerOf(state, source.operation, copy);
    if (producer === undefined) continue;
    const key = `${producer.id} ${JSON.stringify(source.from)}`;
    const made = variableOf(state, key, source, name, copy === '' ? '' : `For${capital(variableName(copy))}`);
    producer.captures[made] = captureOf(source);
    return made;
  }
  return undefined;
};

const credentialIn = (state: State, operation: Operation, credential: Credential): string | undefined => {
  const { tokens } = state.api;
  const isToken =
    credential.kind === 'bearer' ||
    credential.prefix !== '' ||
    (credential.kind === 'header' && /auth|token/i.test(credential.name));
  if (tokens.login !== undefined && isToken && credential.kind !== 'basic') {
    const copyFor = isLogout(operation) ? baseId(operation) : '';
    const from: Source = { operation: tokens.login.operation, from: { path: tokens.login.path }, isOwn: true };
    const found = useSource(state, [from], 'token', copyFor);
    if (found !== undefined) return found;
  }
  if (tokens.oauth !== undefined && credential.oauth !== undefined) {
    if (isLogout(operation)) return undefined;
    const captured = `${credential.variable}Token`;
    if (!state.tokenCases.has(captured)) {
      state.variables.set(captured, captured);
      state.tokenCases.set(captured, oauthCase(credential, tokens.oauth.path, state.idOf('token'), captured));
      for (const one of oauthFields(credential).values()) take(state, one);
    }
    return captured;
  }
  if (isLogout(operation)) return undefined;
  const words = secretWords(credential);
  return take(state, { name: credential.variable, isSecret: true, example: '', words, target: 'default' });
};

const lookupIn = (state: State): Lookup => ({
  root: state.api.document.root,
  judge: (operation) => {
    const key = operationKey(operation);
    const known = state.api.judges.get(key) ?? judgeOf(state.api.document, operation.body?.schema ?? {});
    state.api.judges.set(key, known);
    return known;
  },
  ofPath: (operation, name) => {
    const sources = state.api.resources.ofPath(operation, name);
    const fitting = isSafe(operation) ? sources : sources.filter((one) => one.isOwn);
    const isLast = pathNames(operation.path).at(-1) === name;
    return useSource(state, fitting, name, isLast && needsOwnCopy(operation) ? baseId(operation) : '');
  },
  ofName: (operation, name, hasExample) => {
    const sources = state.api.resources.ofName(name).filter((one) => !hasExample || one.isOwn);
    const found = useSource(
      state,
      sources.filter((one) => one.operation !== operation),
      name,
      '',
    );
    const [source] = sources;
    if (found === undefined || source?.isOwn !== true || operation.method !== 'POST') return found;
    // What is made is filled before it is used elsewhere: an empty cart cannot be ordered.
    for (const filler of state.api.resources.fillers(source.operation.path).slice(0, FILLERS_MAX)) {
      const producer = producerOf(state, filler, '');
      if (producer !== undefined) state.waits.push(producer.id);
    }
    return found;
  },
  credential: (operation, credential) => credentialIn(state, operation, credential),
  loginField: (operation, name) => {
    const { login } = state.api.tokens;
    const field = login?.operation === operation ? login.fields.get(name) : undefined;
    return field === undefined ? undefined : take(state, field);
  },
});

const planIn = (state: State, operation: Operation, full: boolean): Planned => {
  const outer = state.waits;
  state.waits = [];
  state.stack.push(operationKey(operation));
  const plan = planRequest(operation, lookupIn(state), full);
  state.stack.pop();
  const dependsOn = [...new Set(state.waits)];
  state.waits = outer;
  return { ...plan, dependsOn };
};

/** The making of one suite: what its cases need of each other is found as they are made. */
export const suiteBuild = (api: Api, idOf: (wanted: string) => string): SuiteBuild => {
  const state: State = {
    api,
    idOf,
    ids: new Map(),
    producers: new Map(),
    variables: new Map(),
    tokenCases: new Map(),
    uses: new Set(),
    stack: [],
    waits: [],
  };
  return {
    api,
    idOf,
    positiveId: (operation) => positiveId(state, operation),
    lookup: lookupIn(state),
    planned: (operation, full = false) => planIn(state, operation, full),
    producers: state.producers,
    tokenCases: state.tokenCases,
    uses: state.uses,
  };
};
