import { OutcomeWindow } from '#engines/client/outcome-window';

/** C4: opens at this share of failures ... */
export const FAILURE_SHARE_MAX = 0.5;
/** ... of at least so many requests of the last five minutes (WINDOW_MS). */
export const REQUESTS_TO_JUDGE = 10;
/** Milliseconds that an open circuit refuses everything. */
export const OPEN_MS = 30_000;
/** Successful probes in a row that close it. */
export const PROBES_TO_CLOSE = 3;
/** Circuits kept; beyond it the oldest closed one is forgotten. */
export const CIRCUITS_MAX = 1000;

/** What one request tells of its endpoint; `neither` when it was given up or never reached it. */
export type CircuitOutcome = 'success' | 'failure' | 'neither';

/** Lets a request through; handed back with its outcome, exactly once. */
export type Permit = number;

/**
 * The circuit of one endpoint.
 *
 * closed: all requests go; at 50 % failures of at least 10 requests in 5 minutes it opens. open: all are refused for 30 s. half-open:
 * one request at a time goes, as a probe; three successes in a row close it, one failure opens it again. Outcomes of requests
 * that were let through before the last change of state count for nothing.
 *
 * @see Nygard, Release It!, 2nd edition 2018, chapter 5, "Circuit Breaker"; requirement C4
 */
export class Circuit {
  readonly endpoint: string;
  /** Times it opened. */
  openings = 0;
  #state: 'closed' | 'open' | 'half-open' = 'closed';
  /** Rises with each change of state, so that late outcomes are known. */
  #generation = 0;
  #openedAtMs = 0;
  #probing = false;
  #probesPassed = 0;
  /** Made with the first request; 2.4 KB are not for endpoints that are only named. */
  #window: OutcomeWindow | undefined;

  constructor(endpoint: string) {
    this.endpoint = endpoint;
  }

  get isClosed(): boolean {
    return this.#state === 'closed';
  }

  /** Epoch milliseconds until which a request would be refused (`nowMs` itself while a probe is under way); undefined when it may go. */
  refusedUntilMs(nowMs: number): number | undefined {
    if (this.#state === 'closed') return undefined;
    if (this.#state === 'half-open') return this.#probing ? nowMs : undefined;
    // A clock that was set back must not keep it open for longer.
    if (nowMs < this.#openedAtMs) this.#openedAtMs = nowMs;
    const untilMs = this.#openedAtMs + OPEN_MS;
    return nowMs < untilMs ? untilMs : undefined;
  }

  /** Undefined when the request is refused; otherwise what `settle` wants back. */
  admit(nowMs: number): Permit | undefined {
    if (this.#state === 'closed') return this.#generation;
    if (this.refusedUntilMs(nowMs) !== undefined) return undefined;
    if (this.#state === 'open') {
      this.#enter('half-open');
      this.#probesPassed = 0;
    }
    this.#probing = true;
    return this.#generation;
  }

  settle(permit: Permit, outcome: CircuitOutcome, nowMs: number): void {
    if (permit !== this.#generation) return;
    if (this.#state === 'closed') {
      if (outcome !== 'neither') this.#count(outcome === 'failure', nowMs);
      return;
    }
    this.#probing = false;
    if (outcome === 'failure') this.#open(nowMs);
    if (outcome !== 'success') return;
    this.#probesPassed += 1;
    if (this.#probesPassed >= PROBES_TO_CLOSE) this.#enter('closed');
  }

  #count(failed: boolean, nowMs: number): void {
    this.#window ??= new OutcomeWindow();
    this.#window.add(failed, nowMs);
    const { requests, failures } = this.#window;
    if (requests >= REQUESTS_TO_JUDGE && failures >= requests * FAILURE_SHARE_MAX) this.#open(nowMs);
  }

  #open(nowMs: number): void {
    this.#enter('open');
    this.#openedAtMs = nowMs;
    this.#window?.clear();
    this.openings += 1;
  }

  #enter(state: 'closed' | 'open' | 'half-open'): void {
    this.#state = state;
    this.#generation += 1;
    this.#probing = false;
  }
}

export interface CircuitBreaker {
  /** The circuit of an endpoint (`https://api.example GET /orders/{id}`), closed when it was not known. */
  circuit(endpoint: string): Circuit;
  /** Endpoints whose circuit opened, with how many times; all openings, also of circuits that were forgotten. */
  opened(): { readonly openings: number; readonly endpoints: readonly { endpoint: string; openings: number }[] };
}

/** One circuit per endpoint, in bounded memory. */
export const circuitBreaker = (): CircuitBreaker => {
  const circuits = new Map<string, Circuit>();
  let forgottenOpenings = 0;
  const forgetOne = (): void => {
    const [oldest] = circuits.values();
    const victim = circuits.values().find((circuit) => circuit.isClosed) ?? oldest;
    if (victim === undefined) return;
    forgottenOpenings += victim.openings;
    circuits.delete(victim.endpoint);
  };
  return {
    circuit: (endpoint) => {
      const known = circuits.get(endpoint);
      if (known !== undefined) return known;
      if (circuits.size >= CIRCUITS_MAX) forgetOne();
      const circuit = new Circuit(endpoint);
      circuits.set(endpoint, circuit);
      return circuit;
    },
    opened: () => {
      const endpoints = [...circuits.values()]
        .filter(({ openings }) => openings > 0)
        .map(({ endpoint, openings }) => ({ endpoint, openings }));
      return { openings: endpoints.reduce((sum, { openings }) => sum + openings, forgottenOpenings), endpoints };
    },
  };
};
