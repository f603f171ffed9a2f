import type { Retry } from '#core/case-result';
import type { RetryRules } from '#core/suite';
import { circuitBreaker } from '#engines/client/circuit-breaker';
import type { Circuit, CircuitOutcome } from '#engines/client/circuit-breaker';
import { HostTally } from '#engines/client/client-figures';
import type { ClientFigures } from '#engines/client/client-figures';
import type { RateLimiter } from '#engines/client/rate-limiter';
import type { ShardPlace } from '#engines/client/rate-share';
import { originOf } from '#engines/client/origin-of';
import { RetryBudget, freeRetries } from '#engines/client/retry-budget';
import { decideRetry } from '#engines/client/retry-policy';
import type { Outcome, RetryDecision } from '#engines/client/retry-policy';
import { HttpFailure } from '#engines/http/http-failure';
import type { Clock, RandomSource } from '#ports/clock';
import type { HttpClient, HttpRequest } from '#ports/http';

export interface ResilientPorts {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly random: RandomSource;
}

export interface SendRules {
  /** What is asked for, without values: `GET /orders/{id}`. With the origin it names the endpoint that limits and circuits are kept for. */
  readonly operation: string;
  /** True for a status that the caller waits for; such an answer is never sent again and never speaks against the endpoint. */
  readonly isExpected: (status: number) => boolean;
  /** C4's rules when absent; false switches retries off. */
  readonly retry?: RetryRules | false;
  /** False leaves the circuit breaker out; on when absent. */
  readonly breaker?: boolean;
  /** None when absent. */
  readonly limiter?: RateLimiter;
}

export interface Refusal {
  readonly endpoint: string;
  /** When a request may go again; the time of the refusal itself while a probe is under way. */
  readonly untilEpochMs: number;
}

interface SentFacts {
  /** Sends before the one that decided, oldest first; their texts are not masked. */
  readonly retries: readonly Retry[];
  /** Milliseconds that the rate limit held the request back, all sends together. */
  readonly waitedMs: number;
}

/** Exactly one of response, failure and refusedByBreaker. */
export type Sent = SentFacts &
  (
    | (Outcome & { readonly refusedByBreaker?: undefined })
    | { readonly refusedByBreaker: Refusal; readonly response?: undefined; readonly failure?: undefined }
  );

export interface ResilientClient {
  /**
   * Sends a request as C4 says: held back by the rate limit, refused by an open circuit, sent again where that makes sense.
   *
   * @throws the signal's reason when it was aborted; what the HttpClient threw when it was no HttpFailure
   */
  send(request: HttpRequest, rules: SendRules, signal?: AbortSignal): Promise<Sent>;
  /** What happened so far, for the end of the run. */
  figures(): ClientFigures;
}

/** Hosts counted apart; those beyond share one budget and one line of figures, which is stricter, never laxer. */
export const HOSTS_MAX = 1000;
const OTHER_HOSTS = 'other hosts';

interface Host {
  readonly name: string;
  readonly budget: RetryBudget;
  readonly tally: HostTally;
}

const hostsOf = (place: ShardPlace): { of(name: string): Host; all(): ReadonlyMap<string, Host> } => {
  const hosts = new Map<string, Host>();
  const add = (name: string): Host => {
    const host = { name, budget: new RetryBudget(freeRetries(place)), tally: new HostTally() };
    hosts.set(name, host);
    return host;
  };
  return {
    of: (name) =>
      hosts.get(name) ?? (hosts.size < HOSTS_MAX ? add(name) : (hosts.get(OTHER_HOSTS) ?? add(OTHER_HOSTS))),
    all: () => hosts,
  };
};

const isBad = (outcome: Outcome, isExpected: SendRules['isExpected']): boolean => {
  if (outcome.failure !== undefined) return true;
  const { status } = outcome.response;
  return (status === 429 || status >= 500) && !isExpected(status);
};

/** A network failure or a 5xx that nobody expects speaks against the endpoint; a request that we refused to send says nothing of it. */
const circuitOutcome = ({ response, failure }: Outcome, isExpected: SendRules['isExpected']): CircuitOutcome => {
  if (failure !== undefined) {
    const isOurs = failure.type === 'refused_target' || failure.type === 'setup';
    return isOurs || failure.phase === 'redirect' ? 'neither' : 'failure';
  }
  return response.status >= 500 && !isExpected(response.status) ? 'failure' : 'success';
};

const retryOf = ({ response, failure }: Outcome, atEpochMs: number, { why, waitMs }: RetryDecision): Retry => ({
  atEpochMs,
  waitMs,
  why,
  ...(failure === undefined
    ? { status: response.status }
    : { failure: { type: failure.type, phase: failure.phase, message: failure.message } }),
});

/** One request on its way through limits, circuit and retries. */
class Sending {
  readonly retries: Retry[] = [];
  waitedMs = 0;
  readonly #ports: ResilientPorts;
  readonly #request: HttpRequest;
  readonly #rules: SendRules;
  readonly #signal: AbortSignal | undefined;
  readonly #host: Host;
  readonly #circuit: Circuit | undefined;

  constructor(
    ports: ResilientPorts,
    request: HttpRequest,
    rules: SendRules,
    signal: AbortSignal | undefined,
    place: { readonly host: Host; readonly circuit: Circuit | undefined },
  ) {
    this.#ports = ports;
    this.#request = request;
    this.#rules = rules;
    this.#signal = signal;
    this.#host = place.host;
    this.#circuit = place.circuit;
  }

  async run(): Promise<Sent> {
    let last: { outcome: Outcome; atMs: number; decision: RetryDecision } | undefined;
    for (;;) {
      const passing = this.#pass();
      // Nearly always at once; a needless wait is a turn of the loop.
      const passed = passing instanceof Promise ? await passing : passing;
      if (typeof passed !== 'number') {
        if (last === undefined) return this.#refused(passed);
        this.#host.budget.giveBack();
        return this.#done(last.outcome);
      }
      if (last === undefined) this.#host.budget.countRequest();
      else this.#retried(last.outcome, last.atMs, last.decision);
      const atMs = this.#ports.clock.nowMs();
      const outcome = await this.#ports.http.send(this.#request, this.#signal).then(
        (response) => this.#settled(passed, { response }),
        (error: unknown) => this.#failed(passed, error),
      );
      const decision = this.#decide(outcome, last?.decision);
      if (decision === undefined) return this.#done(outcome);
      await this.#sleep(decision.waitMs);
      last = { outcome, atMs, decision };
    }
  }

  /** The circuit is asked before the limiter, not to wait for nothing, and after it: it may have opened meanwhile. */
  #pass(): number | Refusal | Promise<number | Refusal> {
    const early = this.#circuit?.refusedUntilMs(this.#ports.clock.nowMs());
    if (early !== undefined) return this.#refusal(early);
    const entering = this.#rules.limiter?.enter(this.#host.name, this.#rules.operation, this.#signal);
    return entering === undefined ? this.#admit() : this.#admitAfter(entering);
  }

  async #admitAfter(entering: Promise<number>): Promise<number | Refusal> {
    const waitedMs = await entering;
    this.waitedMs += waitedMs;
    this.#host.tally.waited(waitedMs);
    return this.#admit();
  }

  #admit(): number | Refusal {
    if (this.#circuit === undefined) return 0;
    const nowMs = this.#ports.clock.nowMs();
    return this.#circuit.admit(nowMs) ?? this.#refusal(this.#circuit.refusedUntilMs(nowMs) ?? nowMs);
  }

  #settled(permit: number, outcome: Outcome): Outcome {
    this.#circuit?.settle(permit, circuitOutcome(outcome, this.#rules.isExpected), this.#ports.clock.nowMs());
    return outcome;
  }

  #failed(permit: number, error: unknown): Outcome {
    if (this.#signal?.aborted !== true && error instanceof HttpFailure)
      return this.#settled(permit, { failure: error });
    this.#circuit?.settle(permit, 'neither', this.#ports.clock.nowMs());
    throw error;
  }

  #decide(outcome: Outcome, before: RetryDecision | undefined): RetryDecision | undefined {
    const { isExpected, retry } = this.#rules;
    if (!isBad(outcome, isExpected)) return undefined;
    const nowMs = this.#ports.clock.nowMs();
    const status = outcome.response?.status;
    if (status === 429 || status === 503) this.#host.tally.overloaded(outcome, before, nowMs);
    const decision = decideRetry({
      outcome,
      method: this.#request.method,
      rules: retry,
      isExpected,
      earlier: this.retries,
      nowMs,
      random: () => this.#ports.random.next(),
    });
    if (decision === undefined) return undefined;
    // Nobody gains from a wait at the end of which the circuit is still open.
    const refusedUntilMs = this.#circuit?.refusedUntilMs(nowMs);
    if (refusedUntilMs !== undefined && refusedUntilMs > nowMs + decision.waitMs) return undefined;
    return this.#host.budget.take() ? decision : undefined;
  }

  async #sleep(waitMs: number): Promise<void> {
    try {
      await this.#ports.clock.sleep(waitMs, this.#signal);
    } catch (error) {
      this.#host.budget.giveBack();
      throw error;
    }
  }

  #retried(outcome: Outcome, atMs: number, decision: RetryDecision): void {
    this.retries.push(retryOf(outcome, atMs, decision));
    this.#host.tally.retried(decision.why);
  }

  #refusal(untilEpochMs: number): Refusal {
    return { endpoint: this.#circuit?.endpoint ?? '', untilEpochMs };
  }

  #refused(refusedByBreaker: Refusal): Sent {
    this.#host.tally.refused();
    return { refusedByBreaker, retries: this.retries, waitedMs: this.waitedMs };
  }

  #done(outcome: Outcome): Sent {
    if (this.retries.length > 0) this.#host.tally.ended(!isBad(outcome, this.#rules.isExpected));
    const { retries, waitedMs } = this;
    const { response, failure } = outcome;
    return failure === undefined ? { response, retries, waitedMs } : { failure, retries, waitedMs };
  }
}

/**
 * An HttpClient's requests with C4's retries, retry budget, circuit breaker and rate limit. Knows nothing of cases.
 *
 * One for all suites of a shard: budget and circuits are kept per run and host. Retries have to ask the limit and the circuit like any
 * request. Load, security and resilience tests pass `retry: false` and `breaker: false`.
 *
 * @param place this shard among those of the run; the only one when absent
 */
export const resilientClient = (
  ports: ResilientPorts,
  place: ShardPlace = { shard: 0, shards: 1 },
): ResilientClient => {
  const hosts = hostsOf(place);
  const breaker = circuitBreaker();
  return {
    send: (request, rules, signal) => {
      const { origin, host } = originOf(request.url);
      const circuit = rules.breaker === false ? undefined : breaker.circuit(`${origin} ${rules.operation}`);
      return new Sending(ports, request, rules, signal, { host: hosts.of(host), circuit }).run();
    },
    figures: () => {
      const lines = [...hosts.all()].map(
        ([name, { budget, tally }]) => [name, tally.figures(budget.requests, budget.stopped)] as const,
      );
      return { hosts: Object.fromEntries(lines), breaker: breaker.opened() };
    },
  };
};
