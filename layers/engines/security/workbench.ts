/** Requests that work: for each operation and actor one that the API grants, found by trying values, lists and creations. */
import type { Json } from '#core/units';
import type { Operation } from '#engines/contract/model';
import { isGranted, plainText, type Answer } from '#engines/security/answer';
import type { Actor, Call } from '#engines/security/call';
import { createdId, idOf, itemsOf } from '#engines/security/resource-ids';
import { isOrdinary, isReading, type Session, type Sighting } from '#engines/security/session';
import { bodyMedia } from '#engines/security/values';

export interface Working {
  readonly actor: Actor;
  readonly call: Call;
  readonly answer: Answer;
}

export interface Created {
  readonly operation: Operation;
  readonly actor: Actor;
  readonly path: { readonly [name: string]: string };
}

export interface Workbench {
  /** What anybody is granted; those who may least come first. */
  readonly working: (operation: Operation) => Promise<Working | undefined>;
  readonly workingAs: (operation: Operation, actor: Actor) => Promise<Working | undefined>;
  /** A call as an actor would make it, without sending it. */
  readonly callFor: (operation: Operation, actor: Actor, attempt?: number) => Promise<Call>;
  /** Values of a path parameter that are in an actor's lists. */
  readonly listed: (operation: Operation, parameter: string, actor: Actor) => Promise<readonly string[] | undefined>;
  /** Makes a new resource below the collection of an operation's last path parameter; its values for the path. */
  readonly create: (operation: Operation, actor: Actor) => Promise<Created['path'] | undefined>;
  /** Removes what was created on the way, where the API can. */
  readonly cleanUp: () => Promise<void>;
  /** Why an operation is left alone, or undefined. */
  readonly leftAlone: (operation: Operation) => string | undefined;
}

const ENDS_SESSIONS =
  /(?:log|sign)[-_]?(?:out|off)|revoke|deactivate|shut[-_]?down|restart|reboot|purge|truncate|wipe|password|factory/iu;
const ATTEMPTS = 3;
const CHANGING = new Set(['PUT', 'PATCH']);

const parametersOf = (path: string): string[] => [...path.matchAll(/\{([^}]+)\}/gu)].map(([, name = '']) => name);
const prefixBefore = (path: string, parameter: string): string =>
  path.slice(0, path.indexOf(`{${parameter}}`)).replace(/\/$/u, '');
const lastSegment = (path: string): string =>
  path.split('/').findLast((part) => part !== '' && !part.startsWith('{')) ?? '';

export const lastParameter = ({ path }: Operation): string | undefined => parametersOf(path).at(-1);

/** What an actor owns by the definition: by operation pattern and parameter, then by parameter. */
export const ownedBy = ({ identity }: Actor, { path }: Operation, parameter: string): readonly string[] => {
  const owns = identity.owns ?? {};
  return (owns[`${path}#${parameter}`] ?? owns[parameter] ?? []).map(String);
};

/** Granted, or a redirect that the document has. */
const works = ({ responses }: Operation, answer: Answer): boolean =>
  isGranted(answer) ||
  (answer.status >= 300 && answer.status <= 399 && responses.some(({ status }) => status.startsWith('3')));

class Bench implements Workbench {
  readonly #session: Session;
  readonly #anonymous: readonly Actor[];
  readonly #found = new Map<string, Promise<Working | undefined>>();
  readonly #lists = new Map<string, Promise<readonly string[] | undefined>>();
  readonly #created: Created[] = [];
  #count = 0;

  constructor(session: Session) {
    this.#session = session;
    this.#anonymous = session.players.filter((one) => !session.actors.includes(one));
    session.watch((sighting) => {
      this.#note(sighting);
    });
  }

  readonly leftAlone = (operation: Operation): string | undefined => {
    if (isReading(operation)) return undefined;
    if (!this.#session.isActive) return 'only reading operations are looked at without the profile active';
    if (operation.method === 'DELETE') return 'only what the scan created itself is removed';
    return ENDS_SESSIONS.test(`${operation.path} ${operation.operationId ?? ''}`)
      ? 'it may end a session, change a password or stop something'
      : undefined;
  };

  readonly listed: Workbench['listed'] = (operation, parameter, actor) => {
    const prefix = prefixBefore(operation.path, parameter);
    const key = `${prefix} ${parameter} ${actor.name}`;
    const look = async (): Promise<readonly string[] | undefined> => {
      const list = this.#at('GET', prefix);
      if (list === undefined || list.id === operation.id) return undefined;
      const working = await this.workingAs(list, actor);
      const items = itemsOf(working?.answer.json);
      return items?.flatMap((item) => idOf(item, parameter, lastSegment(prefix)) ?? []);
    };
    const known = this.#lists.get(key) ?? look();
    this.#lists.set(key, known);
    return known;
  };

  readonly callFor: Workbench['callFor'] = async (operation, actor, attempt = 0) => {
    const path: { [name: string]: string } = {};
    for (const name of parametersOf(operation.path)) {
      const all = await this.#candidates(operation, name, actor);
      path[name] = all[Math.min(attempt, all.length - 1)] ?? 'example';
    }
    const media = bodyMedia(operation);
    this.#count += 1;
    const body = media === undefined ? undefined : this.#session.values.forBody(media, this.#count);
    return {
      operation,
      path,
      ...this.#parameters(operation),
      ...(body === undefined ? {} : { body }),
      ...(media === undefined ? {} : { mediaType: media.mediaType }),
    };
  };

  readonly workingAs: Workbench['workingAs'] = (operation, actor) => {
    const key = `${operation.id} ${actor.name}`;
    const known = this.#found.get(key) ?? this.#tried(operation, actor);
    this.#found.set(key, known);
    return known;
  };

  readonly working: Workbench['working'] = async (operation) => {
    const { actors } = this.#session;
    const inOrder = [...actors.filter(isOrdinary), ...actors.filter((one) => !isOrdinary(one)), ...this.#anonymous];
    for (const actor of inOrder) {
      const working = await this.workingAs(operation, actor);
      if (working !== undefined) return working;
    }
    return undefined;
  };

  readonly create: Workbench['create'] = async (operation, actor) => {
    const parameter = lastParameter(operation);
    if (parameter === undefined || !this.#session.isActive) return undefined;
    const prefix = prefixBefore(operation.path, parameter);
    const maker = this.#at('POST', prefix);
    if (maker === undefined || maker.id === operation.id || this.leftAlone(maker) !== undefined) return undefined;
    const call = await this.callFor(maker, actor);
    const answer = await this.#session.send(call, actor);
    const id = isGranted(answer) ? createdId(answer, parameter, lastSegment(prefix)) : undefined;
    return id === undefined ? undefined : { ...call.path, [parameter]: id };
  };

  readonly cleanUp = async (): Promise<void> => {
    const created = this.#created.splice(0).toReversed();
    // What was made has to go, however little is left of the budget.
    this.#session.sender.extend(created.length);
    for (const { operation, actor, path } of created)
      await this.#session.sender.remove(this.#session.requestFor({ operation, path, query: {}, headers: {} }, actor));
  };

  #at(method: string, path: string): Operation | undefined {
    return this.#session.contract.operations.find(
      (one) => one.method === method && one.path.replace(/\/$/u, '') === path,
    );
  }

  /** Where values of a parameter come from: the operation's own collection, or that of another one with a parameter of the same name. */
  #home(operation: Operation, parameter: string): Operation {
    const hasCollection = ({ path }: Operation): boolean => {
      const prefix = prefixBefore(path, parameter);
      return this.#at('GET', prefix) !== undefined || this.#at('POST', prefix) !== undefined;
    };
    if (hasCollection(operation)) return operation;
    return (
      this.#session.contract.operations.find((one) => lastParameter(one) === parameter && hasCollection(one)) ??
      operation
    );
  }

  async #candidates(operation: Operation, parameter: string, actor: Actor): Promise<readonly string[]> {
    const { definition, values } = this.#session;
    const given = definition.values?.[parameter];
    const own = ownedBy(actor, operation, parameter);
    const home = this.#home(operation, parameter);
    const isOffered = own.length === 0 && (parameter !== lastParameter(operation) || !CHANGING.has(operation.method));
    const inLists = isOffered ? ((await this.listed(home, parameter, actor)) ?? []) : [];
    const declared = operation.parameters.find((one) => one.in === 'path' && one.name === parameter);
    const sample = declared === undefined ? 'example' : values.forParameter(declared);
    return [
      ...own,
      ...(given === undefined ? [] : [plainText(given)]),
      ...inLists.slice(0, ATTEMPTS),
      ...(sample === undefined ? [] : [plainText(sample)]),
    ];
  }

  /** Parameters that are needed, and those that somebody gave a value for. */
  #parameters({ parameters }: Operation): Pick<Call, 'query' | 'headers'> {
    const { definition, values } = this.#session;
    const query: { [name: string]: Json } = {};
    const headers: { [name: string]: string } = {};
    for (const parameter of parameters) {
      const isGiven = definition.values?.[parameter.name] !== undefined || parameter.examples.length > 0;
      if ((!parameter.required && !isGiven) || parameter.in === 'path') continue;
      const value = values.forParameter(parameter);
      if (value === undefined) continue;
      if (parameter.in === 'query') query[parameter.name] = value;
      else if (parameter.in === 'header') headers[parameter.name] = plainText(value);
      else if (parameter.in === 'cookie') headers['cookie'] = `${parameter.name}=${plainText(value)}`;
    }
    return { query, headers };
  }

  /** A change is tried on what somebody owns or gave; where there is nothing, something new is made for it. */
  #mayTry(operation: Operation, actor: Actor): boolean {
    const parameter = lastParameter(operation);
    return (
      parameter === undefined ||
      !CHANGING.has(operation.method) ||
      ownedBy(actor, operation, parameter).length > 0 ||
      this.#session.definition.values?.[parameter] !== undefined
    );
  }

  async #tried(operation: Operation, actor: Actor): Promise<Working | undefined> {
    const { isActive, actors } = this.#session;
    if (this.leftAlone(operation) !== undefined) return undefined;
    const attempts = !this.#mayTry(operation, actor) ? 0 : parametersOf(operation.path).length === 0 ? 1 : ATTEMPTS;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const call = await this.callFor(operation, actor, attempt);
      const answer = await this.#session.send(call, actor);
      if (works(operation, answer)) return { actor, call, answer };
      if (answer.meaning === 401 || answer.status === 0) return undefined;
    }
    const parameter = lastParameter(operation);
    if (parameter === undefined || !isActive || !actors.includes(actor)) return undefined;
    const made = (await this.create(this.#home(operation, parameter), actor))?.[parameter];
    if (made === undefined) return undefined;
    const plain = await this.callFor(operation, actor);
    const call = { ...plain, path: { ...plain.path, [parameter]: made } };
    const answer = await this.#session.send(call, actor);
    return works(operation, answer) ? { actor, call, answer } : undefined;
  }

  /** Remembers what a request created, where the API can remove it. */
  #note({ answer, call, actor }: Sighting): void {
    if (call === undefined || actor === undefined || call.operation.method !== 'POST' || !isGranted(answer)) return;
    const base = call.operation.path.replace(/\/$/u, '');
    const remover = this.#session.contract.operations.find(
      (one) =>
        one.method === 'DELETE' && /^\/\{[^}]+\}$/u.test(one.path.slice(base.length)) && one.path.startsWith(base),
    );
    const parameter = remover === undefined ? undefined : lastParameter(remover);
    if (remover === undefined || parameter === undefined) return;
    const id = createdId(answer, parameter, lastSegment(base));
    if (id !== undefined) this.#created.push({ operation: remover, actor, path: { ...call.path, [parameter]: id } });
  }
}

export const workbench = (session: Session): Workbench => new Bench(session);
