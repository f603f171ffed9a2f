import type { TimeFigures, Times } from '#core/load-figures';
import { Sketch } from '#core/sketch';

/** Counts and times of some requests while they are made. */
export class LiveTimes implements Times {
  requests = 0;
  answered = 0;
  failed = 0;
  readonly latency = new Sketch();
  readonly service = new Sketch();

  toFigures(): TimeFigures {
    return {
      requests: this.requests,
      answered: this.answered,
      failed: this.failed,
      latency: this.latency.toForm(),
      service: this.service.toForm(),
    };
  }
}

/** What became of one request. Times are milliseconds after the start of the load. */
export interface Outcome {
  readonly intendedMs: number;
  readonly sentMs: number | undefined;
  readonly endMs: number;
  readonly answered: boolean;
  readonly failed: boolean;
  /** It waited until its time was up: that is a latency, although nobody knows which. */
  readonly timedOut: boolean;
}

/** How long somebody waited; undefined where there was neither an answer nor a time that was up. */
export const latencyOf = ({ answered, timedOut, endMs, intendedMs }: Outcome): number | undefined =>
  answered || timedOut ? Math.max(0, endMs - intendedMs) : undefined;

/** Counts by the intended start. */
export const countOutcome = (times: LiveTimes, outcome: Outcome): void => {
  const { sentMs, endMs } = outcome;
  times.requests += 1;
  if (outcome.failed) times.failed += 1;
  const latencyMs = latencyOf(outcome);
  if (latencyMs === undefined) return;
  times.latency.record(latencyMs);
  if (sentMs !== undefined) times.service.record(Math.max(0, endMs - sentMs));
};

/** Pieces of time of one length, made when something is in them. */
export class Windows<Piece> {
  readonly lengthMs: number;
  readonly #make: () => Piece;
  readonly #pieces: Piece[] = [];
  readonly #most: number;

  constructor(lengthMs: number, durationMs: number, make: () => Piece) {
    this.lengthMs = lengthMs;
    this.#make = make;
    this.#most = Math.ceil(durationMs / lengthMs);
  }

  /** undefined before the start and after the end of the load. */
  at(atMs: number): Piece | undefined {
    const index = Math.floor(atMs / this.lengthMs);
    if (!(index >= 0 && index < this.#most)) return undefined;
    while (this.#pieces.length <= index) this.#pieces.push(this.#make());
    return this.#pieces[index];
  }

  /** Pieces that ended until now; those in which nothing happened are there too: they had no answers, which is a figure. */
  endedBy(atMs: number): readonly { readonly atMs: number; readonly piece: Piece }[] {
    this.at(Math.min(atMs, this.#most * this.lengthMs) - this.lengthMs / 2);
    return this.all().filter((one) => one.atMs + this.lengthMs <= atMs);
  }

  all(): readonly { readonly atMs: number; readonly piece: Piece }[] {
    return this.#pieces.map((piece, index) => ({ atMs: index * this.lengthMs, piece }));
  }
}
