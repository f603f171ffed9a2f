/** What all families of checks share: the API's document, who is played, sending, and what was seen so far. */
import { SCAN_PROFILES, type ScanDefinition, type ScanIdentity } from '#core/acts/scan';
import type { Contract, Operation } from '#engines/contract/model';
import { seededRandomAt } from '#engines/data/seeded-random';
import type { ProbeContext, ProbeRequest } from '#engines/probe/probe';
import type { Answer } from '#engines/security/answer';
import { ANONYMOUS, requestOf, type Actor, type Call } from '#engines/security/call';
import { checkFacts, isCheckListed, type CheckId } from '#engines/security/registry';
import { matchesOperation } from '#engines/security/operation-pattern';
import { outcomes, type Outcomes } from '#engines/security/outcomes';
import { sender, type Sender } from '#engines/security/sender';
import { valuesOf, type Values } from '#engines/security/values';

/** An answer with what led to it; call and actor only where an operation of the document was called. */
export interface Sighting {
  readonly answer: Answer;
  readonly operation?: string;
  readonly call?: Call;
  readonly actor?: Actor;
}

export interface Session extends Outcomes {
  readonly definition: ScanDefinition;
  readonly context: ProbeContext;
  readonly contract: Contract;
  /** Those that the scan looks at. */
  readonly operations: readonly Operation[];
  readonly actors: readonly Actor[];
  /** Everybody who is played: nobody last, where the profile has it. */
  readonly players: readonly Actor[];
  readonly isActive: boolean;
  readonly isAnonymous: boolean;
  readonly values: Values;
  readonly sender: Sender;
  readonly send: (call: Call, actor: Actor) => Promise<Answer>;
  /** What `send` would send, for probes that send it themselves. */
  readonly requestFor: (call: Call, actor: Actor) => ProbeRequest;
  readonly sendRaw: (request: ProbeRequest, operation?: string) => Promise<Answer>;
  /** Answers so far that nothing can be said from. */
  readonly unjudged: () => number;
  /** Whether a check is asked for: by the lists of the definition and by the profiles. */
  readonly wants: (check: CheckId) => boolean;
  /** A word that no answer holds by chance; the same in each run of a seed. */
  readonly word: (place: string) => string;
  /** Is told of every answer from now on. */
  readonly watch: (watcher: (sighting: Sighting) => void) => void;
}

export const REQUESTS_MAX_DEFAULT = 3000;
export const REQUESTS_PER_SECOND_DEFAULT = 50;

const inScope = (contract: Contract, { operations }: ScanDefinition): Operation[] => {
  const listed = (patterns: readonly string[], operation: Operation): boolean =>
    patterns.some((pattern) => matchesOperation(pattern, operation));
  return contract.operations.filter(
    (operation) =>
      (operations?.include === undefined || listed(operations.include, operation)) &&
      !listed(operations?.exclude ?? [], operation),
  );
};

/** The path of the document's first server, unless the target's base URL ends with it already. */
const prefixOf = (contract: Contract, base: URL): string => {
  const [server] = contract.servers;
  if (server === undefined || !URL.canParse(server, base.href)) return '';
  const path = new URL(server, base).pathname.replace(/\/$/u, '');
  return path === '' || base.pathname.replace(/\/$/u, '').endsWith(path) ? '' : path;
};

export interface Profiles {
  readonly isActive: boolean;
  readonly isAnonymous: boolean;
  readonly isAuthenticated: boolean;
}

/** A list that names neither of a pair means both players, and looking only. */
export const profilesOf = (asked: ScanDefinition['profiles'] = SCAN_PROFILES): Profiles => {
  const namesPlayer = asked.includes('anonymous') || asked.includes('authenticated');
  return {
    isActive: asked.includes('active'),
    isAnonymous: !namesPlayer || asked.includes('anonymous'),
    isAuthenticated: !namesPlayer || asked.includes('authenticated'),
  };
};

const wanter =
  (definition: ScanDefinition, { isActive, isAuthenticated }: Profiles) =>
  (check: CheckId): boolean => {
    const facts = checkFacts(check);
    const { include, exclude = [] } = definition.checks ?? {};
    return (
      (include === undefined || isCheckListed(check, include)) &&
      !isCheckListed(check, exclude) &&
      (facts.active !== true || isActive) &&
      (facts.identity !== true || isAuthenticated)
    );
  };

/** A Set-Cookie line as the header that a browser makes of it. */
const withCookie = (identity: ScanIdentity): ScanIdentity =>
  identity.setCookie === undefined
    ? identity
    : { ...identity, headers: { ...identity.headers, cookie: identity.setCookie.split(';')[0]?.trim() ?? '' } };

export const openSession = (definition: ScanDefinition, context: ProbeContext, contract: Contract): Session => {
  const profiles = profilesOf(definition.profiles);
  const watchers: ((sighting: Sighting) => void)[] = [];
  const limits = {
    requestsMax: definition.requestsMax ?? REQUESTS_MAX_DEFAULT,
    requestsPerSecond: definition.requestsPerSecond ?? REQUESTS_PER_SECOND_DEFAULT,
  };
  const sends = sender(context, limits);
  let unjudged = 0;
  const told = (sighting: Sighting): Answer => {
    if (sighting.answer.isUnjudged) unjudged += 1;
    for (const watcher of watchers) watcher(sighting);
    return sighting.answer;
  };
  const prefix = prefixOf(contract, context.targetUrl(definition.target));
  const aimed = (request: ProbeRequest): ProbeRequest =>
    definition.target === undefined ? request : { target: definition.target, ...request };
  const actors = profiles.isAuthenticated
    ? Object.entries(definition.identities ?? {}).map(([name, identity]): Actor => ({
        name,
        identity: withCookie(identity),
      }))
    : [];
  const random = (place: string): string => {
    const { int } = seededRandomAt(context.seed, `scan ${place}`);
    return Array.from({ length: 8 }, () => String.fromCharCode(97 + int(0, 25))).join('');
  };
  return {
    ...outcomes(context),
    definition,
    context,
    contract,
    operations: inScope(contract, definition),
    actors,
    players: [...actors, ...(profiles.isAnonymous ? [ANONYMOUS] : [])],
    isActive: profiles.isActive,
    isAnonymous: profiles.isAnonymous,
    values: valuesOf(definition, context),
    sender: sends,
    requestFor: (call, actor) => aimed(requestOf(call, actor, prefix)),
    send: async (call, actor) => {
      const answer = await sends.send(aimed(requestOf(call, actor, prefix)));
      return told({ answer, operation: call.operation.id, call, actor });
    },
    sendRaw: async (request, operation) => {
      const answer = await sends.send(aimed(request));
      return told({ answer, ...(operation === undefined ? {} : { operation }) });
    },
    unjudged: () => unjudged,
    wants: wanter(definition, profiles),
    word: random,
    watch: (watcher) => {
      watchers.push(watcher);
    },
  };
};

export const isSecured = ({ security }: Operation): boolean =>
  security.length > 0 && security.every((alternative) => Object.keys(alternative).length > 0);

export const isReading = ({ method }: Operation): boolean => method === 'GET' || method === 'HEAD';

export const ROLE_DEFAULT = 'user';
export const roleOf = ({ identity }: Actor): string => identity.role ?? ROLE_DEFAULT;
export const isOrdinary = (actor: Actor): boolean => roleOf(actor) === ROLE_DEFAULT;

/** Whether what only HTTPS needs is asked for. */
export const hasTls = ({ context, definition }: Pick<Session, 'context' | 'definition'>): boolean =>
  definition.behindTls === true || context.targetUrl(definition.target).protocol === 'https:';
