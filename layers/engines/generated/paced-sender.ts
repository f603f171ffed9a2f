import type { ExploreDefinition } from '#core/acts/explore';
import { EXPLORE_REQUESTS_DEFAULT } from '#core/acts/explore';
import { retryAfterMs } from '#engines/client/retry-after';
import type { Exchange, ProbeContext, ProbeRequest } from '#engines/probe/probe';
import { isBusy } from './answer-rules.ts';

/** Longest wait that a server may ask for; one that asks for more is left alone. */
const WAIT_MS_MAX = 60_000;
const WAIT_MS_DEFAULT = 1_000;
const BUSY_TRIES = 4;
/** A request of a generated test is small; an answer that takes longer is none. */
const TIMEOUT_MS = 10_000;
/** Longest time for removing what was made. */
const REMOVING_MS_MAX = 60_000;
/** So many in a row without an answer, and the target is not there. */
const SILENT_MAX = 20;

/** Sends within the budget and at the pace that the definition and the server ask for. */
export class PacedSender {
  readonly #context: ProbeContext;
  readonly #requestsMax: number;
  readonly #intervalMs: number;
  readonly #endsAt: number;
  #nextAt = 0;
  #silent = 0;
  #removingUntil: number | undefined;
  requests = 0;
  /** Requests of the budget that are kept for removing what was made. */
  reserved = 0;
  errors = 0;
  /** Answers that asked to wait. */
  busy = 0;
  /** Why nothing more is sent, once that is so. */
  ended: string | undefined;

  constructor(definition: ExploreDefinition, context: ProbeContext) {
    this.#context = context;
    this.#requestsMax = definition.requestsMax ?? EXPLORE_REQUESTS_DEFAULT;
    this.#intervalMs = definition.requestsPerSecond === undefined ? 0 : 1000 / definition.requestsPerSecond;
    this.#endsAt =
      definition.secondsMax === undefined ? Infinity : context.clock.nowMs() + definition.secondsMax * 1000;
  }

  get requestsMax(): number {
    return this.#requestsMax;
  }

  get isOver(): boolean {
    if (this.ended !== undefined) return true;
    if (this.requests + this.reserved >= this.#requestsMax)
      this.ended = `${String(this.#requestsMax)} requests were sent`;
    else if (this.#context.clock.nowMs() >= this.#endsAt) this.ended = 'the time was up';
    return this.ended !== undefined;
  }

  /** Nobody has answered for a while. */
  get isDead(): boolean {
    return this.#silent >= SILENT_MAX;
  }

  /** @returns undefined when the budget is spent, or where the server stayed busy */
  async send(request: ProbeRequest): Promise<Exchange | undefined> {
    for (let attempt = 0; attempt < BUSY_TRIES; attempt += 1) {
      if (this.isOver) return undefined;
      await this.#pace();
      const exchange = await this.#context.send({ timeoutMs: TIMEOUT_MS, ...request });
      this.requests += 1;
      if (exchange.response === undefined) {
        this.errors += 1;
        this.#silent += 1;
        if (this.isDead)
          this.ended = `${String(SILENT_MAX)} requests in a row got no answer (${exchange.failure?.message ?? 'no reason given'})`;
        return exchange;
      }
      this.#silent = 0;
      if (!isBusy(exchange.response.status)) return exchange;
      this.busy += 1;
      if (!(await this.#rest(exchange))) return undefined;
    }
    return undefined;
  }

  /** Sends what takes something away, after everything else: inside the budget of requests, and for a minute beyond that of time. */
  async remove(request: ProbeRequest): Promise<Exchange | undefined> {
    const { clock } = this.#context;
    this.#removingUntil ??= clock.nowMs() + REMOVING_MS_MAX;
    if (this.isDead || this.requests >= this.#requestsMax || clock.nowMs() >= this.#removingUntil) return undefined;
    // A pause ends at once with the run, and what was made has to go all the same.
    if (!this.#context.signal.aborted) await this.#pace();
    this.requests += 1;
    return this.#context.send({ timeoutMs: TIMEOUT_MS, ...request, removes: true });
  }

  async #pace(): Promise<void> {
    if (this.#intervalMs === 0) return;
    const { clock, signal } = this.#context;
    const now = clock.nowMs();
    if (now < this.#nextAt) await clock.sleep(this.#nextAt - now, signal);
    this.#nextAt = Math.max(now, this.#nextAt) + this.#intervalMs;
  }

  /** Waits as long as the server asks for; false where that is too long. */
  async #rest(exchange: Exchange): Promise<boolean> {
    const { clock, signal } = this.#context;
    const said = exchange.response?.headers.find(([name]) => name.toLowerCase() === 'retry-after')?.[1];
    const waitMs = (said === undefined ? undefined : retryAfterMs(said, clock.nowMs())) ?? WAIT_MS_DEFAULT;
    if (waitMs > WAIT_MS_MAX || clock.nowMs() + waitMs > this.#endsAt) {
      this.ended = `the server asked to wait ${said ?? 'for a while'}, longer than there is time`;
      return false;
    }
    await clock.sleep(waitMs, signal);
    return true;
  }
}
