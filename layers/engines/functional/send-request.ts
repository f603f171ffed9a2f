import type { Retry, TryFailure } from '#core/case-result';
import type { RequestTemplate } from '#core/suite';
import { SubstitutionError } from '#core/template';
import type { SubstituteOptions } from '#core/template';
import type { Json } from '#core/units';
import type { Writable } from '#core/writable';
import type { HttpRequest, HttpResponse } from '#ports/http';
import { HttpFailure } from '#engines/http/http-failure';
import { buildRequest } from '#engines/functional/build-request';
import type { BuildOptions, BuiltRequest } from '#engines/functional/build-request';
import { SecretError } from '#engines/functional/secret-vault';
import { newSpanId } from '#engines/functional/span-id';
import { TIMEOUT_MS_DEFAULT } from '#engines/functional/suite-context';
import type { CaseContext } from '#engines/functional/suite-context';
import { TokenRefused } from '#engines/functional/token-keeper';
import type { TokenUse } from '#engines/functional/token-keeper';

/** Bytes of a body that checks and captures see; what comes beyond is counted and cut off. */
export const BODY_BYTES_MAX = 5 * 1024 * 1024;

/** Sends with retries, rate limit and circuit breaker; what came of it, never an exception but for the signal. */
export interface RequestSender {
  readonly send: (request: HttpRequest, rules: SendRules, signal: AbortSignal) => Promise<SendOutcome>;
}

export interface SendRules {
  /** What breaker and limiter go by, beside the host: method and path as the suite has them. */
  readonly operation: string;
  readonly isExpected: (status: number) => boolean;
  readonly retry: RequestTemplate['retry'];
  /** False for requests that must go out whatever the last ones got. */
  readonly breaker?: false;
}

export interface SendOutcome {
  readonly response?: HttpResponse;
  readonly failure?: Error;
  readonly retries: readonly Retry[];
  /** Why it was not sent: the breaker of its endpoint is open. */
  readonly refused?: string;
}

/** A request as it was sent at last and what came back. */
export interface Sent {
  readonly built?: BuiltRequest;
  readonly response?: HttpResponse;
  readonly failure?: TryFailure;
  /** The same request would be refused again. */
  readonly final: boolean;
  readonly refused?: string;
  /** What the environment lacks: a secret that cannot be read. */
  readonly unmet?: string;
  readonly retries: readonly Retry[];
}

export interface SendOptions {
  readonly caseId: string;
  readonly lookup: SubstituteOptions['lookup'];
  readonly isExpected: (status: number) => boolean;
}

/** Headers that every request has unless it says otherwise. */
export const headersOfTry = ({
  ports,
  traceId,
}: Pick<CaseContext, 'ports' | 'traceId'>): { readonly [name: string]: string } => ({
  accept: '*/*',
  'accept-encoding': 'gzip, deflate, br',
  'user-agent': 'assay',
  // W3C Trace Context, level 1: the trace of the run, a span of its own for each try, sampled.
  traceparent: `00-${traceId}-${newSpanId(ports.random)}-01`,
});

/** What went wrong before an answer could be judged. */
export const failureOf = (error: unknown): TryFailure => {
  if (error instanceof HttpFailure) return { type: error.type, phase: error.phase, message: error.message };
  if (error instanceof SecretError) return { type: error.type, phase: 'substitute', message: error.message };
  if (error instanceof TokenRefused) return { type: 'setup', phase: 'token', message: error.message };
  if (error instanceof SubstitutionError)
    return { type: 'setup', phase: 'substitute', message: `${error.message} (at ${error.pointer})` };
  return {
    type: 'setup',
    phase: 'send',
    message: error instanceof Error ? error.message : 'the request could not be made',
  };
};

const isFinal = (failure: TryFailure): boolean => failure.type === 'refused_target' || failure.phase === 'substitute';

interface Prepared {
  readonly built: BuiltRequest;
  readonly request: HttpRequest;
  readonly tokens: readonly TokenUse[];
}

/** A template that is being filled in. */
interface Filling {
  readonly template: RequestTemplate;
  readonly context: CaseContext;
  readonly options: BuildOptions;
  /** Variables that were looked up, and secrets that went in by name. */
  readonly names: Set<string>;
  readonly used: Set<string>;
}

const fillingOf = (template: RequestTemplate, { caseId, lookup }: SendOptions, context: CaseContext): Filling => {
  const { scope, ports, vault } = context;
  const used = new Set<string>();
  const names = new Set<string>();
  const fromScope = scope.lookupFor(caseId, (name) => used.add(name));
  const options: BuildOptions = {
    lookup: (name) => {
      names.add(name);
      return lookup(name) ?? fromScope(name);
    },
    random: ports.random,
    generate: (expression, place) => generated(expression, place, context),
    isSearched: vault.names.size > 0,
  };
  return { template, context, options, names, used };
};

const build = ({ template, context, options }: Filling): BuiltRequest =>
  buildRequest(template, context.suite, context.environment, options, headersOfTry(context));

/** Fills the template in and checks where its secrets would go; at once where no secret has to be fetched and no token to be renewed. */
const prepare = (
  template: RequestTemplate,
  options: SendOptions,
  context: CaseContext,
): Prepared | Promise<Prepared> => {
  const { scope, suite, vault } = context;
  const filling = fillingOf(template, options, context);
  if (vault.names.size === 0) return prepareLoaded(filling);
  const secrets = scope.secretsIn([template, suite.defaults?.headers ?? {}] as unknown as Json);
  if (secrets.size === 0) return prepareLoaded(filling);
  return vault.load(secrets, context.signal).then(() => prepareLoaded(filling));
};

const prepareLoaded = (filling: Filling): Prepared | Promise<Prepared> => {
  const built = build(filling);
  const uses = filling.context.tokens.behind(filling.names);
  return uses.length === 0 ? guarded(built, uses, filling) : prepareRenewed(built, uses, filling);
};

const prepareRenewed = async (first: BuiltRequest, uses: readonly TokenUse[], filling: Filling): Promise<Prepared> => {
  const { tokens, signal } = filling.context;
  await tokens.ensureFresh(uses, signal);
  const current = tokens.behind(filling.names);
  const isRenewed = current.some((use, at) => use.generation !== uses[at]?.generation);
  return guarded(isRenewed ? build(filling) : first, current, filling);
};

const guarded = (built: BuiltRequest, tokens: readonly TokenUse[], filling: Filling): Prepared => {
  const { template, context, used } = filling;
  const { suite, vault } = context;
  const secretHosts = vault.guard(used, built.url, built.sentText);
  const request: Writable<HttpRequest> = {
    method: built.method,
    url: built.url.href,
    headers: built.headers,
    timeoutMs: template.timeoutMs ?? suite.defaults?.timeoutMs ?? TIMEOUT_MS_DEFAULT,
    followRedirects: template.followRedirects ?? suite.defaults?.followRedirects ?? false,
    bodyBytesMax: BODY_BYTES_MAX,
  };
  if (template.timeoutsMs !== undefined) request.timeoutsMs = template.timeoutsMs;
  if (template.http !== undefined) request.http = template.http;
  if (context.cookies !== undefined) request.cookies = context.cookies;
  if (built.body !== undefined) request.body = built.body;
  if (secretHosts !== undefined) request.secretHosts = secretHosts;
  return { built, request, tokens };
};

/** A generated value of a case: made once for each place, so that every try sends the same. */
export const generated = (expression: string, place: string, context: CaseContext): Json => {
  const known = context.generated.get(place);
  if (known !== undefined && known.expression === expression) return known.value;
  const row = context.scope.row === undefined ? '' : `[${String(context.scope.row.number)}]`;
  const value = context.generate(expression, `/${context.caseId}${row}${place}`, context.ports.clock.nowMs());
  context.generated.set(place, { expression, value });
  return value;
};

/**
 * Fills in a request, sends it, and sends it once more with a new token where the answer says that the token has expired.
 *
 * @throws only what aborted the signal; everything else is in what it gives
 */
export const sendRequest = async (
  template: RequestTemplate,
  options: SendOptions,
  context: CaseContext,
): Promise<Sent> => {
  const retries: Retry[] = [];
  let built: BuiltRequest | undefined;
  const rules: SendRules = {
    operation: `${template.method} ${template.path}`,
    isExpected: options.isExpected,
    retry: template.retry ?? context.suite.defaults?.retry,
  };
  try {
    for (let renewed = false; ; renewed = true) {
      const preparing = prepare(template, options, context);
      // Most cases have no secrets and no tokens: each needless wait is a turn of the loop.
      const prepared = preparing instanceof Promise ? await preparing : preparing;
      built = prepared.built;
      const outcome = await context.sender.send(prepared.request, rules, context.signal);
      retries.push(...outcome.retries);
      if (outcome.refused !== undefined) return { built, retries, final: true, refused: outcome.refused };
      if (outcome.failure !== undefined) throw outcome.failure;
      const { response } = outcome;
      if (response === undefined) throw new TypeError('a send without response must have failed');
      const stale =
        renewed || options.isExpected(response.status)
          ? []
          : context.tokens.refusedBy(prepared.tokens, response.status);
      if (stale.length === 0) return { built, response, retries, final: false };
      const atEpochMs = context.ports.clock.nowMs();
      retries.push({ atEpochMs, status: response.status, waitMs: 0, why: 'token-refreshed' });
      await context.tokens.refresh(stale, context.signal);
    }
  } catch (error) {
    if (context.signal.aborted) throw error;
    const failure = failureOf(error);
    const unmet = error instanceof SecretError && error.type === 'setup' ? { unmet: error.message } : {};
    return { ...(built === undefined ? {} : { built }), failure, retries, final: isFinal(failure), ...unmet };
  }
};
