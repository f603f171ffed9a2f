import { TIMEOUT_MS_DEFAULT } from '#core/acts/load';
import { CAN_BE_SENT } from '#core/load-figures';
import { HttpFailure, errorText } from '#engines/http/http-failure';
import type { FailureType } from '#core/words';
import type { RequestOutcome } from '#engines/performance/recorder';
import { shootCase } from '#engines/performance/shoot-case';
import { ShotWorld } from '#engines/performance/shot-world';
import type { Prepared, ShooterOptions } from '#engines/performance/shot-world';
import type { LoadAnswer, LoadFailure, LoadReceiver } from '#ports/load-transport';

/** Sends one request of an entry; `done` hears of its end, and whether there was an answer. */
export interface Shooter {
  readonly shoot: (entry: number, iteration: number, intendedMs: number, done: (answered: boolean) => void) => void;
  readonly underWay: () => number;
  /** What metrics could not read, by metric. */
  readonly problems: ReadonlyMap<string, string>;
}

/** One request of a load, from its intended start to its end: one object that everybody on its way writes to. */
class Shot implements LoadReceiver, RequestOutcome {
  readonly operation: number;
  readonly intendedMs: number;
  readonly first: boolean | undefined;
  sentMs: number | undefined = undefined;
  endMs = 0;
  answered = false;
  failed = false;
  timedOut = false;
  fresh = false;
  waited = false;
  status: number | undefined = undefined;
  failureType: FailureType | undefined = undefined;
  wireBytes = 0;
  readonly #world: ShotWorld;
  readonly #sent: Prepared | undefined;
  readonly #done: (answered: boolean) => void;

  constructor(
    world: ShotWorld,
    operation: number,
    intendedMs: number,
    done: (answered: boolean) => void,
    sent?: Prepared,
  ) {
    this.#world = world;
    this.operation = operation;
    this.intendedMs = intendedMs;
    this.#done = done;
    this.#sent = sent;
    this.first = sent?.first;
    if (sent?.first === true) sent.first = false;
  }

  onSent(fresh: boolean): void {
    const nowMs = this.#world.nowMs();
    if (this.sentMs === undefined) this.#world.recorder.sent(this.intendedMs, nowMs);
    this.sentMs = nowMs;
    this.fresh = fresh;
  }

  onAnswer(answer: LoadAnswer): void {
    this.endMs = this.#world.nowMs();
    this.answered = true;
    this.status = answer.status;
    this.wireBytes = answer.wireBytes;
    if (this.#sent !== undefined) this.failureType = this.#world.judge(this, answer, this.#sent.iteration);
    this.#end();
  }

  onFailure({ type, phase, message }: LoadFailure): void {
    this.fail(type, `an answer (${type})`, `${phase}: ${message}`);
  }

  fail(type: FailureType, check: string, message: string): void {
    this.endMs = this.#world.nowMs();
    this.timedOut = type === 'timeout';
    this.failureType = type;
    this.#world.recorder.broke(this.operation, check, this.#world.mask(message), this.endMs);
    this.#end();
  }

  #end(): void {
    this.failed = this.failureType !== undefined;
    this.#world.recorder.count(this);
    this.#world.ended();
    this.#done(this.answered);
  }
}

const failureOf = (error: unknown): LoadFailure =>
  error instanceof HttpFailure
    ? { type: error.type, phase: error.phase, message: error.message }
    : { type: 'setup', phase: 'substitute', message: errorText(error) };

export const shooter = (options: ShooterOptions): Shooter => {
  const world = new ShotWorld(options);
  const { load, transport, startMs, recorder } = options;
  const timeoutMs = load.timeoutMs ?? TIMEOUT_MS_DEFAULT;
  const shoot: Shooter['shoot'] = (at, iteration, intendedMs, done) => {
    const loaded = world.entries[at];
    if (loaded === undefined) return;
    const nowMs = world.nowMs();
    recorder.turned(intendedMs, nowMs);
    world.underWay += 1;
    if (load.model === 'open') recorder.level(world.underWay, nowMs);
    if (loaded.entry.case !== undefined) {
      // The only rejection is that of a stop, which ends the load by itself.
      shootCase(world, at, loaded.entry.case, intendedMs, options).then(done, () => undefined);
      return;
    }
    let prepared: Prepared;
    try {
      prepared = world.prepare(loaded, iteration, nowMs);
    } catch (error) {
      const { type, message } = failureOf(error);
      new Shot(world, at, intendedMs, done).fail(type, CAN_BE_SENT, message);
      return;
    }
    const shot = new Shot(world, at, intendedMs, done, prepared);
    shot.waited = !transport.send(prepared.compiled, startMs + intendedMs + timeoutMs, shot);
  };
  return { shoot, underWay: () => world.underWay, problems: world.problems };
};
