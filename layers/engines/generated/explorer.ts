/** One exploration: what it knows, how it tries a case, and what it found. */
import type { ExploreDefinition } from '#core/acts/explore';
import type { Json } from '#core/units';
import type { Contract, Operation, SchemaRoot } from '#engines/contract/model';
import type { Exchange, ProbeContext, ProbeRequest } from '#engines/probe/probe';
import { breachesOf, type AnswerJudge } from './answer-rules.ts';
import { levelOf, statusClass, type Breach } from './breach.ts';
import { CoverageBook } from './coverage-book.ts';
import { FaultBook } from './fault-book.ts';
import type { GeneratedCase } from './generated-case.ts';
import { Leftovers } from './leftovers.ts';
import { learnLinks } from './learn-links.ts';
import { loginPlaces } from './other-cases.ts';
import { PacedSender } from './paced-sender.ts';
import { requestOf, type Always, type Inputs } from './request-inputs.ts';
import { RequestMaker, type Recipe } from './request-maker.ts';
import { ResourcePool, type KnownResource } from './resource-pool.ts';
import { pathNoun } from './resource-names.ts';
import { schemaJudge } from './schema-judge.ts';
import { objectOf } from './schema-source.ts';

/** A case that was sent, and what came of it. */
export interface Trial {
  readonly case: GeneratedCase;
  readonly inputs: Inputs;
  readonly exchange: Exchange;
  readonly breaches: readonly Breach[];
}

/** A document can lead from creation to creation for ever. */
const ENSURE_DEPTH_MAX = 4;
const MADE_UP_LOGIN = 'Bearer assay-made-up-token';

export interface ExplorerParts {
  readonly definition: ExploreDefinition;
  readonly context: ProbeContext;
  readonly contract: Contract;
  readonly operations: readonly Operation[];
  readonly judge: AnswerJudge;
}

const parsedBody = ({ response }: Exchange): Json | undefined => {
  if (response === undefined || response.body.byteLength === 0) return undefined;
  try {
    return JSON.parse(Buffer.from(response.body).toString('utf8')) as Json;
  } catch {
    return undefined;
  }
};

export const isSuccess = ({ response }: Exchange): boolean =>
  response !== undefined && response.status >= 200 && response.status < 300;

/** All schemas of a document have one root. */
const rootOf = ({ contract, operations }: ExplorerParts): SchemaRoot | undefined =>
  [
    ...Object.values(contract.schemas),
    ...operations.flatMap(({ parameters, requestBody }) => [
      ...parameters.flatMap(({ schema, content }) => schema ?? content?.schema ?? []),
      ...(requestBody?.content ?? []).flatMap(({ schema }) => schema ?? []),
    ]),
  ][0]?.root;

const WORDS_MAX = 300;

const wordsOf = ({ $defs }: SchemaRoot, { operations }: Contract): readonly string[] => {
  const fields = Object.values($defs).flatMap((schema) => Object.keys(objectOf(objectOf(schema)['properties'])));
  return [...new Set([...fields, ...operations.flatMap(({ parameters }) => parameters.map(({ name }) => name))])].slice(
    0,
    WORDS_MAX,
  );
};

const makeableIn = ({ operations }: Contract): ReadonlySet<string> =>
  new Set(
    operations.flatMap(({ method, path }) => (method === 'POST' && !path.endsWith('}') ? (pathNoun(path) ?? []) : [])),
  );

export class Explorer {
  readonly parts: ExplorerParts;
  readonly sender: PacedSender;
  readonly pool: ResourcePool;
  readonly leftovers: Leftovers;
  readonly maker: RequestMaker;
  readonly coverage = new CoverageBook();
  readonly faults: FaultBook;
  /** Ordinary requests by operation: how many were accepted, and how many there were. */
  readonly accepted = new Map<string, { accepted: number; sent: number; loggedOut: number }>();

  wasAnswered = false;
  /** The first of the requests without answer since the last one with. */
  #firstSilent: Trial | undefined;

  constructor(parts: ExplorerParts) {
    const { definition, context, contract } = parts;
    this.parts = parts;
    this.sender = new PacedSender(definition, context);
    this.pool = new ResourcePool(makeableIn(contract));
    this.leftovers = new Leftovers(contract.operations);
    const root = rootOf(parts) ?? { $defs: {} };
    this.maker = new RequestMaker({
      judge: schemaJudge(root),
      pool: this.pool,
      values: definition.values ?? {},
      seed: definition.seed ?? context.seed,
      words: wordsOf(root, contract),
    });
    this.faults = new FaultBook();
  }

  #always(one: GeneratedCase): Always {
    const { headers = {}, query = {}, target } = this.parts.definition;
    const places = loginPlaces(one.operation);
    const keep = (set: ReadonlySet<string>, name: string): boolean =>
      one.login === undefined || !set.has(name.toLowerCase());
    const sent = Object.entries(headers).filter(([name]) => keep(places.headers, name));
    const made = one.login === 'wrong' ? this.#madeUp(one.operation) : [];
    return {
      headers: [...sent, ...made],
      query: Object.fromEntries(Object.entries(query).filter(([name]) => keep(places.query, name))),
      ...(target === undefined ? {} : { target }),
    };
  }

  #madeUp({ security, securitySchemes }: Operation): readonly (readonly [string, string])[] {
    const schemes = security.flatMap((alternative) =>
      Object.keys(alternative).flatMap((name) => securitySchemes[name] ?? []),
    );
    const keys = schemes.flatMap((scheme) =>
      scheme.type === 'apiKey' && scheme.in === 'header' ? [[scheme.name, 'assay-made-up-key'] as const] : [],
    );
    const isBasic = schemes.some((scheme) => scheme.type === 'http' && scheme.scheme.toLowerCase() === 'basic');
    return keys.length > 0 ? keys : [['authorization', isBasic ? 'Basic YXNzYXk6bWFkZS11cA==' : MADE_UP_LOGIN]];
  }

  /** Values that no request can carry, such as half a character of an example, make none. */
  #request(one: GeneratedCase, inputs: Inputs): ProbeRequest | undefined {
    try {
      return requestOf(one.operation, inputs, this.#always(one), one.method);
    } catch (error) {
      if (error instanceof URIError || error instanceof RangeError) return undefined;
      throw error;
    }
  }

  /** Sends these values and judges the answer; undefined when they cannot be sent, or nothing more may be. */
  async send(one: GeneratedCase, inputs: Inputs): Promise<Trial | undefined> {
    const request = this.#request(one, inputs);
    const exchange = request === undefined ? undefined : await this.sender.send(request);
    if (exchange === undefined) return undefined;
    const { definition } = this.parts;
    const status = statusClass(exchange);
    const breaches = breachesOf(one, exchange, this.parts.judge).filter(
      ({ rule }) => levelOf(definition, rule, status) !== 'off',
    );
    this.coverage.note(one, exchange.response?.status, inputs.body?.media.mediaType);
    this.#remember(one, inputs, exchange);
    const trial: Trial = { case: one, inputs, exchange, breaches };
    this.wasAnswered ||= exchange.response !== undefined;
    this.#firstSilent = exchange.response === undefined ? (this.#firstSilent ?? trial) : undefined;
    return trial;
  }

  /** Removes what was made and is still there. @returns how much could not be removed */
  async removeLeftovers(): Promise<number> {
    let left = 0;
    for (const { remove, path } of this.leftovers.all()) {
      const one: GeneratedCase = { operation: remove, kind: 'odd', words: 'clean-up', build: (inputs) => inputs };
      const base = this.maker.base(remove, { fullness: 'small', isFresh: false });
      const inputs: Inputs = { ...base, parameters: { ...base?.parameters, ...path } };
      const exchange = await this.sender.remove(requestOf(remove, inputs, this.#always(one)));
      const status = exchange?.response?.status ?? 0;
      if (!(status >= 200 && status < 300) && status !== 404 && status !== 410) left += 1;
    }
    return left;
  }

  /** The target was there, and after one request it was no more. */
  tellDeath(): void {
    const trial = this.#firstSilent;
    if (trial === undefined || levelOf(this.parts.definition, 'server-error', 'none') === 'off') return;
    const breach: Breach = {
      rule: 'server-error',
      expected: 'answers to this and to later requests',
      got: 'none to any',
    };
    this.faults.add({ rule: 'server-error', trial, breach, isRepeatable: true, steps: [] });
  }

  /** What an answer tells of things that exist, and of those that do no more. */
  #remember(one: GeneratedCase, inputs: Inputs, exchange: Exchange): void {
    const { operation } = one;
    const { response } = exchange;
    if (response === undefined || one.method !== undefined) return;
    if (isSuccess(exchange) && this.parts.definition.keep !== true) {
      this.leftovers.note(operation, inputs, exchange, parsedBody(exchange));
      this.sender.reserved = this.leftovers.size;
    }
    if (operation.method === 'DELETE' && (isSuccess(exchange) || response.status === 404 || response.status === 410))
      this.pool.forget(operation, inputs.parameters);
    else if (response.status === 404 && one.kind === 'valid') this.pool.forget(operation, inputs.parameters);
    if (!isSuccess(exchange) || operation.method === 'DELETE' || one.kind === 'invalid') return;
    this.learn(operation, inputs, exchange);
  }

  learn(operation: Operation, inputs: Inputs, exchange: Exchange): readonly KnownResource[] {
    const body = parsedBody(exchange);
    learnLinks(this.pool, operation, { inputs, exchange, ...(body === undefined ? {} : { body }) });
    if (body === undefined) return [];
    return this.pool.learn(operation, inputs.parameters, body, operation.method === 'POST');
  }

  /** An ordinary request with a special thing in it. */
  async try(one: GeneratedCase, recipe?: Recipe): Promise<Trial | undefined> {
    await this.ensure(one.operation);
    const base = this.maker.base(
      one.operation,
      recipe ?? this.maker.recipesOf(one.operation)[0] ?? { fullness: 'small', isFresh: true },
    );
    if (base === undefined) return undefined;
    return this.send(one, one.build(base));
  }

  /** Makes what the path of an operation names, where nothing of the kind is known. */
  async ensure(operation: Operation, depth = 0): Promise<void> {
    const collection = operation.path.replace(/\/\{[^{}]+\}\/?$/u, '');
    const noun = pathNoun(operation.path);
    const isOfOne = /\{[^{}]+\}\/?$/u.test(operation.path);
    const { operations, definition } = this.parts;
    if (depth >= ENSURE_DEPTH_MAX || definition.methods === 'safe' || this.sender.isOver) return;
    if (!isOfOne || (noun !== undefined && this.pool.has(noun, this.pool.wantsOurs(operation)))) {
      const above = /^(.*\/\{[^{}]+\})\/[^{}]+$/u.exec(operation.path)?.[1];
      const owner = above === undefined ? undefined : operations.find(({ path }) => path === above);
      if (owner !== undefined && owner !== operation) await this.ensure(owner, depth + 1);
      return;
    }
    const creator = operations.find(({ method, path }) => method === 'POST' && path.replace(/\/$/u, '') === collection);
    if (creator === undefined) return;
    await this.ensure(creator, depth + 1);
    await this.ordinary(creator);
  }

  /** An ordinary request of an operation, with recipes tried until one is accepted. */
  async ordinary(operation: Operation): Promise<Trial | undefined> {
    let last: Trial | undefined;
    for (const recipe of this.maker.recipesOf(operation)) {
      const base = this.maker.base(operation, recipe);
      if (base === undefined) continue;
      const one: GeneratedCase = { operation, kind: 'valid', words: 'an ordinary request', build: (inputs) => inputs };
      const trial = await this.send(one, base);
      if (trial === undefined) return last;
      last = trial;
      this.count(trial);
      if (isSuccess(trial.exchange)) {
        this.maker.learn(operation, recipe);
        return trial;
      }
    }
    return last;
  }

  /** Keeps count of how valid requests of an operation fare. */
  count({ case: one, exchange }: Trial): void {
    if (one.kind !== 'valid') return;
    const entry = this.accepted.get(one.operation.id) ?? { accepted: 0, sent: 0, loggedOut: 0 };
    entry.sent += 1;
    if (isSuccess(exchange)) entry.accepted += 1;
    if (exchange.response?.status === 401) entry.loggedOut += 1;
    this.accepted.set(one.operation.id, entry);
  }
}
