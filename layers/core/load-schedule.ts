/**
 * When requests are meant to start (model `open`) and how many users there are (model `closed`), from the stages alone and in closed form:
 * no clock, no state, so each shard finds its share without asking the others.
 */
import { WHOLE } from '#core/acts/load';
import type { LoadDefinition } from '#core/acts/load';

/** A stage with both of its ends: milliseconds from the start, and requests a second or users. */
export interface Segment {
  readonly fromMs: number;
  readonly toMs: number;
  readonly fromLevel: number;
  readonly toLevel: number;
}

/** Stages of some duration, jumps worked in. */
export const segmentsOf = ({ model, stages, from }: Pick<LoadDefinition, 'model' | 'stages' | 'from'>): Segment[] => {
  const segments: Segment[] = [];
  const levelOf = (index: number): number => (model === 'open' ? stages[index]?.rps : stages[index]?.users) ?? 0;
  let atMs = 0;
  let level = from ?? levelOf(0);
  for (const [index, { durationMs }] of stages.entries()) {
    const toLevel = levelOf(index);
    if (durationMs > 0) segments.push({ fromMs: atMs, toMs: atMs + durationMs, fromLevel: level, toLevel });
    atMs += durationMs;
    level = toLevel;
  }
  return segments;
};

export const durationMsOf = ({ stages }: Pick<LoadDefinition, 'stages'>): number =>
  stages.reduce((total, { durationMs }) => total + durationMs, 0);

/** Requests a second, or users, at a moment; at a jump the level after it. */
export const levelAt = (segments: readonly Segment[], atMs: number): number => {
  const segment = segments.findLast(({ fromMs, toMs }) => fromMs <= atMs && atMs <= toMs);
  if (segment === undefined) return 0;
  const { fromMs, toMs, fromLevel, toLevel } = segment;
  return fromLevel + ((toLevel - fromLevel) * (atMs - fromMs)) / (toMs - fromMs);
};

export const peakOf = (segments: readonly Segment[]): number =>
  Math.max(0, ...segments.flatMap(({ fromLevel, toLevel }) => [fromLevel, toLevel]));

/** Arrivals of a segment: the area below its line. */
const arrivalsIn = ({ fromMs, toMs, fromLevel, toLevel }: Segment): number =>
  ((toMs - fromMs) / 1000) * ((fromLevel + toLevel) / 2);

/** Arrivals until a moment, with fractions, of the whole load. */
export const arrivalsUntil = (segments: readonly Segment[], atMs: number): number =>
  segments.reduce((total, segment) => {
    if (atMs >= segment.toMs) return total + arrivalsIn(segment);
    if (atMs <= segment.fromMs) return total;
    return total + arrivalsIn({ ...segment, toMs: atMs, toLevel: levelAt([segment], atMs) });
  }, 0);

/** A little more than the rounding of the areas, far less than one arrival. */
const ARRIVAL_ROUNDING = 1e-6;

/** Whole arrivals from 0 up to (not with) a number of them. */
export const wholeArrivals = (arrivals: number): number => Math.ceil(arrivals - ARRIVAL_ROUNDING);

/** Milliseconds into a segment at which so many arrivals of it were there: the inverse of the area below a line. */
const timeInto = ({ fromMs, toMs, fromLevel, toLevel }: Segment, arrivals: number): number => {
  const slope = (toLevel - fromLevel) / ((toMs - fromMs) / 1000);
  if (arrivals <= 0) return 0;
  // The usual root loses all its digits when the slope is small; this form of it does not.
  const root = Math.sqrt(Math.max(0, fromLevel * fromLevel + 2 * slope * arrivals));
  return Math.min(toMs - fromMs, ((2 * arrivals) / (fromLevel + root)) * 1000);
};

export interface Arrival {
  /** Number in the whole load, from 0. */
  readonly number: number;
  /** Milliseconds after the start. */
  readonly atMs: number;
}

/**
 * Intended starts in order. Arrival n is there when n arrivals were to be expected, so the first is at once. A shard has every k-th one:
 * the shares together are the whole load, to the last request.
 */
export const arrivalsOf = function* (
  definition: Pick<LoadDefinition, 'model' | 'stages' | 'from' | 'part'>,
): Generator<Arrival, void, undefined> {
  const { index, of } = definition.part ?? WHOLE;
  let number = index;
  let before = 0;
  for (const segment of segmentsOf(definition)) {
    const end = before + arrivalsIn(segment);
    const limit = wholeArrivals(end);
    for (; number < limit; number += of) yield { number, atMs: segment.fromMs + timeInto(segment, number - before) };
    before = end;
  }
};

/** Requests of the part whose intended start is in a time. */
export const plannedIn = (
  definition: Pick<LoadDefinition, 'model' | 'stages' | 'from' | 'part'>,
  fromMs: number,
  toMs: number,
): number => {
  const { index, of } = definition.part ?? WHOLE;
  const segments = segmentsOf(definition);
  const until = (atMs: number): number =>
    Math.max(0, Math.ceil((wholeArrivals(arrivalsUntil(segments, atMs)) - index) / of));
  return until(toMs) - until(fromMs);
};

/** Users of the whole load at a moment: the line, rounded. */
export const usersAt = (segments: readonly Segment[], atMs: number): number => Math.round(levelAt(segments, atMs));

/** Users of a part: every k-th of them, so that the parts together are the whole at any moment. */
export const usersOfPart = (users: number, { index, of } = WHOLE): number =>
  Math.max(0, Math.ceil((users - index) / of));

/** When the load starts, measures, stops measuring and ends, in milliseconds after the start. */
export const measuredTime = ({
  stages,
  warmUpMs = 0,
  coolDownMs = 0,
}: Pick<LoadDefinition, 'stages' | 'warmUpMs' | 'coolDownMs'>): {
  readonly fromMs: number;
  readonly toMs: number;
} => ({ fromMs: warmUpMs, toMs: durationMsOf({ stages }) - coolDownMs });
