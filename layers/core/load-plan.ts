/** What is wrong with a load before anything is sent, and what each shard has of it. */
import { SHARDS_MAX, WHOLE } from '#core/acts/load';
import type { LoadDefinition, LoadEntry } from '#core/acts/load';
import { arrivalsUntil, durationMsOf, peakOf, segmentsOf, wholeArrivals } from '#core/load-schedule';
import { thresholdProblems } from '#core/load-threshold-form';

/** F3.1: what an environment allows, summed over all shards. */
export interface LoadLimits {
  readonly rps?: number;
  readonly users?: number;
  readonly minutes?: number;
}

/** A load that must not be run; nothing was sent. */
export class LoadRefused extends Error {
  override readonly name = 'LoadRefused';
}

const n = (value: number): string => String(Math.round(value * 1000) / 1000);

const stageProblems = ({ model, stages, from }: LoadDefinition): string[] => {
  const [own, other] = model === 'open' ? (['rps', 'users'] as const) : (['users', 'rps'] as const);
  const problems = stages.flatMap((stage, index) => {
    const place = `stage ${String(index + 1)}`;
    const found: string[] = [];
    if (stage[own] === undefined) found.push(`${place}: expected ${own} (model ${model}), got none`);
    if (stage[other] !== undefined)
      found.push(`${place}: expected no ${other} in model ${model}, got ${n(stage[other])}`);
    const bad = [stage.durationMs, stage[own] ?? 0].find((value) => !Number.isFinite(value) || value < 0);
    if (bad !== undefined) found.push(`${place}: expected numbers of 0 and more, got ${String(bad)}`);
    return found;
  });
  if (from !== undefined && !(from >= 0)) problems.push(`expected \`from\` of 0 and more, got ${String(from)}`);
  return problems;
};

const timeProblems = (load: LoadDefinition): string[] => {
  const { warmUpMs = 0, coolDownMs = 0, windowMs } = load;
  const durationMs = durationMsOf(load);
  const problems: string[] = [];
  if (durationMs <= 0) problems.push('expected stages of some duration, got none');
  else if (warmUpMs + coolDownMs >= durationMs)
    problems.push(
      `expected time to measure between warm-up and cool-down, got ${n(warmUpMs)} + ${n(coolDownMs)} ms of ${n(durationMs)} ms`,
    );
  if (windowMs !== undefined && durationMs / windowMs > WINDOWS_MAX)
    problems.push(`expected at most ${String(WINDOWS_MAX)} windows, got ${n(Math.ceil(durationMs / windowMs))}`);
  return problems;
};

/** Windows of a chart, or of a threshold. */
export const WINDOWS_MAX = 1000;

const entryProblems = (entry: LoadEntry): string[] => {
  const { name, weight = 1, request, case: caseId } = entry;
  const problems: string[] = [];
  if ((request === undefined) === (caseId === undefined))
    problems.push(`"${name}": expected either a request or a case, got ${request === undefined ? 'neither' : 'both'}`);
  if (!Number.isSafeInteger(weight) || weight < 1)
    problems.push(`"${name}": expected a weight that is a whole number from 1, got ${String(weight)}`);
  if (caseId !== undefined && (entry.checks !== undefined || entry.expect !== undefined))
    problems.push(`"${name}": expected no checks beside a case, which has its own`);
  return problems;
};

const mixProblems = ({ mix, thinkMs }: LoadDefinition): string[] => {
  const problems = mix.flatMap(entryProblems);
  if (mix.length === 0) problems.push('expected a mix of at least one entry, got none');
  const names = mix.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) problems.push(`expected names that differ, got "${twice}" twice`);
  for (const think of [thinkMs, ...mix.map((entry) => entry.thinkMs)])
    if (think !== undefined && !(think.min >= 0 && think.max >= think.min))
      problems.push(`expected a think time of min <= max, got ${n(think.min)} to ${n(think.max)}`);
  return problems;
};

const otherProblems = (load: LoadDefinition): string[] => {
  const { shards = 1, checkShare = 1, maxRequests, model } = load;
  const problems: string[] = [];
  if (!Number.isSafeInteger(shards) || shards < 1 || shards > SHARDS_MAX)
    problems.push(`expected 1 to ${String(SHARDS_MAX)} shards, got ${String(shards)}`);
  if (!(checkShare > 0 && checkShare <= 1))
    problems.push(`expected a checkShare above 0 and up to 1, got ${String(checkShare)}`);
  const planned = plannedRequests(load);
  if (model === 'open' && maxRequests !== undefined && planned > maxRequests)
    problems.push(`expected a plan of at most ${n(maxRequests)} requests (maxRequests), got ${n(planned)}`);
  if (model === 'open' && planned === 0) problems.push('expected a plan with requests, got none');
  const declared = new Set((load.watch ?? []).map(({ name }) => name));
  const unknown = load.soak?.metrics?.find((name) => !declared.has(name));
  if (unknown !== undefined) problems.push(`expected soak to name a watched metric, got "${unknown}"`);
  return problems;
};

/** Requests of the whole plan of model `open`. */
export const plannedRequests = (load: LoadDefinition): number => {
  const segments = segmentsOf(load);
  return wholeArrivals(arrivalsUntil(segments, durationMsOf(load)));
};

/** What a suite's author has to change; empty when nothing. */
export const loadProblems = (load: LoadDefinition): readonly string[] => {
  const form = [...stageProblems(load), ...timeProblems(load), ...mixProblems(load)];
  // Sums over stages that are wrong say nothing more.
  return form.length > 0 ? form : [...otherProblems(load), ...thresholdProblems(load)];
};

/** What of a plan is above the environment's limits; empty when nothing. */
export const limitProblems = (load: LoadDefinition, limits: LoadLimits): readonly string[] => {
  const peak = peakOf(segmentsOf(load));
  const minutes = durationMsOf(load) / 60_000;
  const problems: string[] = [];
  if (load.model === 'open' && limits.rps !== undefined && peak > limits.rps)
    problems.push(`expected at most ${n(limits.rps)} requests/s (limits.rps), got a plan with ${n(peak)}`);
  if (load.model === 'closed' && limits.users !== undefined && peak > limits.users)
    problems.push(`expected at most ${n(limits.users)} users (limits.users), got a plan with ${n(peak)}`);
  if (limits.minutes !== undefined && minutes > limits.minutes)
    problems.push(`expected at most ${n(limits.minutes)} minutes (limits.minutes), got a plan of ${n(minutes)}`);
  return problems;
};

/** @throws LoadRefused naming everything that is wrong or above a limit */
export const refuseLoad = (load: LoadDefinition, limits: LoadLimits): void => {
  const problems = [...loadProblems(load), ...limitProblems(load, limits)];
  if (problems.length > 0) throw new LoadRefused(`the load was not begun: ${problems.join('; ')}`);
};

/** A whole number in parts that differ by one at most and add up to it. */
const share = (total: number, index: number, of: number): number =>
  Math.floor((total * (index + 1)) / of) - Math.floor((total * index) / of);

/**
 * What each shard does: every k-th arrival, every k-th user, so that the shards together do the plan and nothing more, at any moment.
 *
 * @param limits of the environment, for all shards together; the rate of a closed model is held below it
 * @throws LoadRefused for a plan with mistakes or above the limits
 */
export const divideLoad = (
  load: LoadDefinition,
  shards: number = load.shards ?? 1,
  limits: LoadLimits = {},
): readonly LoadDefinition[] => {
  refuseLoad({ ...load, shards }, limits);
  const { maxRequests, connections, model } = load;
  const least = Math.min(maxRequests ?? Infinity, connections ?? Infinity);
  if (least < shards)
    throw new LoadRefused(
      `expected at least one request and connection a shard, got ${n(least)} for ${n(shards)} shards`,
    );
  const rpsMax = model === 'closed' ? Math.min(load.rpsMax ?? Infinity, limits.rps ?? Infinity) : Infinity;
  return Array.from({ length: shards }, (_, index) => ({
    ...load,
    shards,
    part: { index, of: shards },
    ...(maxRequests === undefined ? {} : { maxRequests: share(maxRequests, index, shards) }),
    ...(connections === undefined ? {} : { connections: share(connections, index, shards) }),
    ...(Number.isFinite(rpsMax) ? { rpsMax: rpsMax / shards } : {}),
  }));
};

/** Requests a second, or users, of one part at its height. */
export const partPeak = (load: LoadDefinition): number => peakOf(segmentsOf(load)) / (load.part ?? WHOLE).of;
