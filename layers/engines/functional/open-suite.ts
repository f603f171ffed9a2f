import type { CaseResult } from '#core/case-result';
import type { DependencyGraph } from '#core/dependency-graph';
import type { ShardJob } from '#core/plan';
import type { SuiteDefinition, WebhookDefinition } from '#core/suite';
import { asText, substitute } from '#core/template';
import type { Json, JsonObject } from '#core/units';
import { generate, parseGenerator } from '#engines/data/generators';
import { makePersona } from '#engines/data/personas';
import { openContractCheck } from '#engines/functional/contract-check';
import { createdLog } from '#engines/functional/created-resources';
import type { CaseSink, EnginePorts } from '#engines/functional/ports';
import { runTry } from '#engines/functional/run-try';
import type { Places } from '#engines/functional/schedule';
import type { Turns } from '#engines/functional/turns';
import type { SecretVault } from '#engines/functional/secret-vault';
import type { RequestSender } from '#engines/functional/send-request';
import { caseContext } from '#engines/functional/suite-context';
import type { SuiteContext } from '#engines/functional/suite-context';
import { tokenKeeper } from '#engines/functional/token-keeper';
import { suiteScope } from '#engines/functional/variables';
import type { SuiteValues } from '#engines/functional/variables';
import { cookieJar } from '#engines/http/cookie-jar';
import type { CookieJar } from '#ports/http';
import type { OpenCatcher } from '#ports/webhook-catcher';

export type SuitesToRun = Pick<
  ShardJob,
  'runId' | 'shard' | 'environment' | 'suites' | 'failFast' | 'deadlineEpochMs' | 'traceId'
> & {
  /** What generated values are made from; the run's id when absent. */
  readonly seed?: string;
  /** Shards of the run, which share its limits; this one alone when absent. */
  readonly shards?: number;
  /** Cases at once over all suites, 1 to 50; CASES_AT_ONCE_MAX when absent. */
  readonly casesAtOnce?: number;
};

/** What the suites of one shard share. */
export interface RunningShard {
  readonly job: SuitesToRun;
  readonly ports: EnginePorts;
  readonly sink: CaseSink;
  readonly stop: AbortController;
  readonly vault: SecretVault;
  readonly everywhere: Places;
  /** Loads and experiments run beside nothing else of the shard. */
  readonly turns: Turns;
  readonly senderFor: (suite: SuiteDefinition) => RequestSender;
  readonly report: (result: CaseResult) => void;
  /** True for a result after which the run stops. */
  readonly failsFast: (result: CaseResult) => boolean;
}

interface Opening {
  readonly id: string;
  readonly suite: SuiteDefinition;
  readonly graph: DependencyGraph;
  readonly signal: AbortSignal;
  readonly cleanup: AbortSignal;
}

const generatorFor =
  (seed: string, suiteId: string) =>
  (expression: string, place: string, nowMs: number): Json => {
    const parsed = parseGenerator(expression);
    if ('problem' in parsed) throw new TypeError(`expected a generator, got {{${expression}}}: ${parsed.problem}`);
    return generate(parsed.generator, { seed, place: `${suiteId}${place}`, nowMs });
  };

const openCatchers = async (
  { suite, signal }: Opening,
  shard: RunningShard,
  lookup: (name: string) => Json | undefined,
  secretsIn: (value: Json) => ReadonlySet<string>,
): Promise<Map<string, OpenCatcher>> => {
  const { webhooks } = shard.ports;
  const definitions = Object.entries(suite.webhooks ?? {});
  if (webhooks === undefined || definitions.length === 0) return new Map();
  await shard.vault.load(secretsIn((suite.webhooks ?? {}) as unknown as Json), signal);
  const open = async ([name, definition]: [string, WebhookDefinition]) => {
    const { signature } = definition;
    const filled =
      signature === undefined
        ? definition
        : { ...definition, signature: { ...signature, secret: asText(substitute(signature.secret, { lookup })) } };
    return [name, await webhooks.open(name, filled, signal)] as const;
  };
  return new Map(await Promise.all(definitions.map(open)));
};

const personasOf = (suite: SuiteDefinition, suiteId: string, seed: string, nowMs: number): JsonObject =>
  Object.fromEntries(
    Object.entries(suite.personas ?? {}).map(([name, definition]) => [
      name,
      makePersona(definition, { seed, place: `${suiteId}/personas/${name}`, nowMs }) as unknown as Json,
    ]),
  );

/** The token is fetched by its own case, outside of the results: it has had its result already. */
const refetching =
  (contextOf: () => SuiteContext) =>
  async (item: SuiteDefinition['cases'][number]): Promise<string | undefined> => {
    const suite = contextOf();
    const context = caseContext(suite, item.id);
    const { record } = await runTry(item, 1, context);
    const { verdict, failure } = record;
    suite.sink.log({
      level: verdict === 'passed' ? 'info' : 'error',
      suite: suite.id,
      case: item.id,
      message: `token fetched again: ${verdict}`,
      fields: {
        result: verdict,
        ...(failure === undefined ? {} : { reason: failure.message, error_class: failure.type }),
      },
    });
    return verdict === 'passed' ? undefined : (failure?.message ?? verdict);
  };

/** A jar of cookies where the suite wants one; a cookie is not to carry a secret to a host that must not have it. */
export const cookiesOf = (
  suite: SuiteDefinition,
  { clock }: EnginePorts,
  vault: SecretVault,
): { readonly cookies?: CookieJar } =>
  suite.defaults?.cookies === true
    ? {
        cookies: cookieJar({
          clock,
          guard: (url, text) => {
            vault.guard([], url, text);
          },
        }),
      }
    : {};

interface Shared {
  readonly context: SuiteContext;
  /** Filled in when the catchers are open. */
  readonly webhooks: { [name: string]: Json };
  readonly catchers: Map<string, OpenCatcher>;
}

const shareAll = ({ id, suite, graph, signal, cleanup }: Opening, shard: RunningShard): Shared => {
  const { job, ports, sink, vault } = shard;
  const { environment, traceId } = job;
  const seed = job.seed ?? job.runId;
  const startedAtEpochMs = ports.clock.nowMs();
  const make = generatorFor(seed, id);
  const catchers = new Map<string, OpenCatcher>();
  const webhooks: { [name: string]: Json } = {};
  const values: SuiteValues = {
    persona: personasOf(suite, id, seed, startedAtEpochMs),
    webhooks,
    generate: (expression, place) => make(expression, place, startedAtEpochMs),
  };
  const scope = suiteScope({
    suiteId: id,
    suite,
    environment: environment.variables ?? {},
    vault,
    masker: ports.masker,
    facts: { runId: job.runId, environment: environment.name, shard: job.shard },
    values,
  });
  const refetch = refetching(() => context);
  const context: SuiteContext = {
    id,
    suite,
    graph,
    environment,
    traceId,
    runId: job.runId,
    seed,
    ports,
    sink,
    vault,
    scope,
    catchers,
    tokens: tokenKeeper(suite, ports.clock, refetch),
    created: createdLog(),
    sender: shard.senderFor(suite),
    tokenValues: [],
    signal,
    cleanup,
    generate: make,
    ...cookiesOf(suite, ports, vault),
  };
  return { context, webhooks, catchers };
};

/** Makes everything that the cases of one suite share, and opens its webhook catchers. */
export const openSuite = async (
  opening: Opening,
  shard: RunningShard,
): Promise<{ readonly context: SuiteContext; readonly close: () => Promise<void> }> => {
  const contract = await openContractCheck(opening.suite);
  const { context: shared, webhooks, catchers } = shareAll(opening, shard);
  const context: SuiteContext = contract === undefined ? shared : { ...shared, contract };
  const { scope } = context;
  const opened = await openCatchers(
    opening,
    shard,
    scope.lookupFor('', () => undefined),
    scope.secretsIn,
  );
  for (const [name, catcher] of opened) {
    catchers.set(name, catcher);
    webhooks[name] = { url: catcher.url };
  }
  const close = async (): Promise<void> => {
    scope.wipe();
    await Promise.all([...catchers.values()].map((catcher) => catcher.close()));
  };
  return { context, close };
};
