import type { SeededRandom } from '#engines/data/seeded-random';
import type { NumberLimits } from './facets.ts';

/** Decimals of a step such as 0.01, so that sums of it stay what a person would write. */
const decimalsOf = (step: number): number => {
  const [, fraction = ''] = /\.(\d+)$/u.exec(String(step)) ?? [];
  const [, exponent] = /e-(\d+)$/u.exec(String(step)) ?? [];
  return exponent === undefined ? fraction.length : Math.min(100, Number(exponent));
};

export const isMultiple = (value: number, step: number): boolean => {
  const quotient = value / step;
  return quotient === Math.trunc(quotient);
};

export const isAllowedNumber = (value: number, limits: NumberLimits): boolean =>
  Number.isFinite(value) &&
  !(limits.min !== undefined && value < limits.min) &&
  !(limits.max !== undefined && value > limits.max) &&
  !(limits.above !== undefined && value <= limits.above) &&
  !(limits.below !== undefined && value >= limits.below) &&
  (!limits.isInteger || Number.isInteger(value)) &&
  limits.multiples.every((step) => isMultiple(value, step));

/** Distance between neighbours: the step of `multipleOf`, 1 for whole numbers, else a hundredth. */
export const stepOf = (limits: NumberLimits): number => {
  const step = Math.max(0, ...limits.multiples);
  if (step === 0) return limits.isInteger ? 1 : 0.01;
  return limits.isInteger && step < 1 ? 1 : step;
};

const rounded = (value: number, step: number): number => Number(value.toFixed(Math.min(20, decimalsOf(step))));

const TRIES = 200;

/** The allowed number next to a start, going up or down; undefined where none is near. */
const nextAllowed = (start: number, limits: NumberLimits, direction: 1 | -1): number | undefined => {
  const step = stepOf(limits);
  if (isAllowedNumber(start, limits)) return start;
  const first = direction === 1 ? Math.ceil(start / step) : Math.floor(start / step);
  for (let count = 0; count < TRIES; count += 1) {
    const value = rounded((first + direction * count) * step, step);
    if (isAllowedNumber(value, limits)) return value;
  }
  // A narrow span, such as 0 to 0.001, has numbers between its ends.
  const [low, high] = [limits.min ?? limits.above, limits.max ?? limits.below];
  const middle = low === undefined || high === undefined ? undefined : (low + high) / 2;
  return middle !== undefined && isAllowedNumber(middle, limits) ? middle : undefined;
};

export const lowest = (limits: NumberLimits): number | undefined => {
  const low = Math.max(limits.min ?? -Infinity, limits.above ?? -Infinity);
  return low === -Infinity ? undefined : nextAllowed(low, limits, 1);
};

export const highest = (limits: NumberLimits): number | undefined => {
  const high = Math.min(limits.max ?? Infinity, limits.below ?? Infinity);
  return high === Infinity ? undefined : nextAllowed(high, limits, -1);
};

/** 1 where it is allowed, else the nearest: a quantity of 0 is an exception more often than an example. */
export const plainNumber = (limits: NumberLimits): number | undefined => {
  if (isAllowedNumber(1, limits)) return 1;
  const low = lowest(limits);
  if (low !== undefined && low >= 1) return low;
  return highest(limits) ?? low ?? nextAllowed(1, limits, 1);
};

export const randomNumber = (limits: NumberLimits, random: SeededRandom): number | undefined => {
  const step = stepOf(limits);
  const low = lowest(limits) ?? Math.min(-1000, highest(limits) ?? -1000);
  const high = highest(limits) ?? Math.max(1000, low + 1000);
  const steps = Math.floor((high - low) / step);
  for (let count = 0; count < 20; count += 1) {
    const drawn = random.int(0, Math.max(0, Math.min(steps, 1_000_000_000)));
    const value = rounded(low + drawn * step, limits.multiples.length > 0 || limits.isInteger ? step : 0.01);
    if (isAllowedNumber(value, limits)) return value;
  }
  return plainNumber(limits);
};
