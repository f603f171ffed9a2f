import { WHOLE } from '#core/acts/load';
import type { LoadDefinition, ThinkTime } from '#core/acts/load';
import { arrivalsOf, durationMsOf, segmentsOf, usersAt, usersOfPart } from '#core/load-schedule';
import { seededRandomAt } from '#engines/data/seeded-random';
import { mixOf } from '#engines/performance/mix';
import type { Pacer } from '#engines/performance/pacer';
import type { LoadRecorder } from '#engines/performance/recorder';
import type { Shooter } from '#engines/performance/shooter';

export interface ModelOptions {
  readonly load: LoadDefinition;
  readonly seed: string;
  readonly pacer: Pacer;
  readonly shooter: Shooter;
  readonly recorder: LoadRecorder;
  /** Beginning of the load on the host's clock, which the pacer goes by. */
  readonly startMs: number;
  readonly nowMs: () => number;
  /** Every request that the load allows was sent. */
  readonly onLimit: () => void;
}

/** What decides when requests start. */
export interface LoadModel {
  readonly begin: () => void;
  /** No request starts from here on. */
  readonly end: () => void;
  readonly users: () => number;
}

/** How often the number of users is looked at. */
const USERS_STEP_MS = 20;
/** A user whose request got no answer waits at least so long: a target that is gone must not be asked as fast as we can. */
const AFTER_FAILURE_MS = 10;

const partSeed = ({ load, seed }: ModelOptions, what: string): string =>
  `${seed}/${what}/${String((load.part ?? WHOLE).index)}`;

/** Requests start when the plan says, whatever became of those before them. */
export const openModel = (options: ModelOptions): LoadModel => {
  const { load, pacer, shooter, startMs, nowMs } = options;
  const mix = mixOf(load.mix, seededRandomAt(partSeed(options, 'mix'), 'load'));
  const arrivals = arrivalsOf(load);
  const left = { requests: load.maxRequests ?? Infinity };
  let next = arrivals.next();
  let ended = false;
  const nothing = (): void => undefined;
  // An answer is a chance to be on time with what is due by now.
  const onAnswer = (): void => {
    pacer.catchUp();
  };
  const send = (): void => {
    while (!ended && next.done !== true && startMs + next.value.atMs <= nowMs()) {
      const { number, atMs } = next.value;
      next = arrivals.next();
      left.requests -= 1;
      shooter.shoot(mix(), number, atMs, ended ? nothing : onAnswer);
    }
    if (!ended && next.done !== true) pacer.at(startMs + next.value.atMs, send);
  };
  return {
    begin: send,
    end: () => {
      ended = true;
    },
    users: shooter.underWay,
  };
};

const NO_THOUGHT: ThinkTime = { min: 0, max: 0 };

const thinkOf = ({ load }: ModelOptions, entry: number): ThinkTime =>
  load.mix[entry]?.thinkMs ?? load.thinkMs ?? NO_THOUGHT;

/** Where the next request of a closed load comes from. */
interface NextRequest {
  readonly entry: number;
  /** In the whole load. */
  readonly number: number;
  readonly atMs: number;
}

/** Hands requests out: by the mix, no closer together than the load allows, no more than it allows. */
const requestSource = (
  options: ModelOptions,
): { readonly isEmpty: () => boolean; readonly take: (nowMs: number) => NextRequest } => {
  const { load, onLimit } = options;
  const part = load.part ?? WHOLE;
  const mix = mixOf(load.mix, seededRandomAt(partSeed(options, 'mix'), 'load'));
  const spaceMs = load.rpsMax === undefined ? 0 : 1000 / load.rpsMax;
  let [iteration, freeAt] = [0, 0];
  let left = load.maxRequests ?? Infinity;
  return {
    isEmpty: () => left <= 0,
    take: (nowMs) => {
      const atMs = Math.max(nowMs, freeAt);
      freeAt = atMs + spaceMs;
      left -= 1;
      if (left <= 0) onLimit();
      const number = part.index + iteration * part.of;
      iteration += 1;
      return { entry: mix(), number, atMs };
    },
  };
};

/** Users ask, wait for the answer, think, and ask again. */
export const closedModel = (options: ModelOptions): LoadModel => {
  const { load, pacer, shooter, recorder, startMs, nowMs } = options;
  const source = requestSource(options);
  const thinking = seededRandomAt(partSeed(options, 'think'), 'load');
  const segments = segmentsOf(load);
  const durationMs = durationMsOf(load);
  let [users, wanted] = [0, 0];
  let ended = false;
  const shoot = ({ entry, number, atMs }: NextRequest): void => {
    if (ended) users -= 1;
    else
      shooter.shoot(entry, number, atMs, (answered) => {
        rest(entry, answered);
      });
  };
  const ask = (): void => {
    if (ended || users > wanted || source.isEmpty()) {
      users -= 1;
      return;
    }
    const now = nowMs() - startMs;
    const next = source.take(now);
    if (next.atMs <= now) shoot(next);
    else
      pacer.at(startMs + next.atMs, () => {
        shoot(next);
      });
  };
  const rest = (entry: number, answered: boolean): void => {
    const { min, max } = thinkOf(options, entry);
    const thought = max === 0 ? 0 : min + thinking.next() * (max - min);
    if (answered && thought === 0) ask();
    else pacer.at(nowMs() + (answered ? thought : Math.max(thought, AFTER_FAILURE_MS)), ask);
  };
  const control = (): void => {
    const now = nowMs() - startMs;
    if (ended || now >= durationMs) return;
    wanted = usersOfPart(usersAt(segments, now), load.part);
    for (; users < wanted && !source.isEmpty(); users += 1) pacer.at(nowMs(), ask);
    recorder.level(wanted, now);
    pacer.at(nowMs() + USERS_STEP_MS, control);
  };
  return {
    begin: control,
    end: () => {
      ended = true;
    },
    users: () => users,
  };
};
