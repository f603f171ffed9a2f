/** Whether the figures of a load are those of the system under test, or of the generator that made them. */
import type { GeneratorFigures, LoadFigures } from '#core/load-figures';
import { shown } from '#core/load-threshold';
import { Sketch } from '#core/sketch';

export type Validity = 'valid' | 'generator-bound' | 'network-bound';

export interface ValidityFound {
  readonly validity: Validity;
  /** What made it invalid, in words; empty when valid. */
  readonly reasons: readonly string[];
  /** What is worth knowing although it is valid. */
  readonly remarks: readonly string[];
}

/** Row 31: requests that were sent in time, as a share of the plan. */
const SENT_SHARE_MIN = 0.99;
/** Time in which the generator stood still: with more than 1 % of it, p99 is the generator's own. */
const STALLED_SHARE_MAX = 0.01;
/** Shorter pauses are garbage collection and other programs; they count when they are a tenth of what was measured. */
const STALL_MS_MIN = 20;
const STALL_OF_LATENCY = 0.1;
/** They also do not matter below a tenth of the tightest limit of a time, but only so far: then the load is not the planned one. */
const STALL_OF_LIMIT_MS_MAX = 50;
const THROTTLED_SHARE_MAX = 0.05;
/** One thread cannot use more than one processor. */
const BUSY_SHARE_MAX = 0.95;
const WAITED_SHARE_MAX = 0.01;
/** Where service takes so much longer when all connections are in use, the target is what is full. */
const SLOWER_WHEN_FULL = 3;
/** Codes of connections that our own machine refused. */
const OWN_LIMITS = ['EADDRNOTAVAIL', 'EMFILE', 'ENFILE', 'ENOBUFS', 'ENOMEM', 'EAGAIN'];

const percent = (share: number): string => `${shown(share * 100)} %`;

/** How long the generator may pause without its figures, or what is asked of them, becoming others. */
const pauseMsFine = ({ operations }: LoadFigures, limitMs: number): number => {
  const p99 = Math.min(...operations.map(({ latency }) => Sketch.fromForm(latency).quantile(0.99) ?? Infinity));
  const ofLatency = Number.isFinite(p99) ? p99 * STALL_OF_LATENCY : 0;
  const ofLimit = Number.isFinite(limitMs) ? Math.min(limitMs * STALL_OF_LATENCY, STALL_OF_LIMIT_MS_MAX) : 0;
  return Math.max(STALL_MS_MIN, ofLatency, ofLimit);
};

const stalled = ({ generator, measuredMs }: LoadFigures, least: number): string | undefined => {
  const share = Sketch.fromForm(generator.loopDelay).sumAbove(least) / measuredMs;
  return share > STALLED_SHARE_MAX
    ? `its event loop stood still for ${percent(share)} of the time (pauses over ${shown(least)} ms; at most ${percent(STALLED_SHARE_MAX)} is fine)`
    : undefined;
};

const late = ({ lag }: GeneratorFigures, most: number): string | undefined => {
  const lagP99 = Sketch.fromForm(lag).quantile(0.99) ?? 0;
  return lagP99 > most
    ? `it turned to 1 % of the requests ${shown(lagP99)} ms or more after they were due (at most ${shown(most)} ms is fine)`
    : undefined;
};

const throttled = ({ throttledMs }: GeneratorFigures, measuredMs: number): string | undefined =>
  throttledMs !== null && throttledMs / measuredMs > THROTTLED_SHARE_MAX
    ? `the machine kept the processor from it for ${percent(throttledMs / measuredMs)} of the time (at most ${percent(THROTTLED_SHARE_MAX)} is fine)`
    : undefined;

const missed = ({ planned, sent }: GeneratorFigures): string | undefined =>
  planned !== null && planned > 0 && sent / planned < SENT_SHARE_MIN
    ? `${String(sent)} of ${String(planned)} planned requests were sent in time (${percent(sent / planned)}; at least ${percent(SENT_SHARE_MIN)} is fine)`
    : undefined;

const busy = ({ cpuMs }: GeneratorFigures, measuredMs: number): string | undefined =>
  cpuMs / measuredMs > BUSY_SHARE_MAX
    ? `its processor was busy for ${percent(cpuMs / measuredMs)} of the time`
    : undefined;

const ownLimits = ({ connections }: GeneratorFigures): string | undefined => {
  const codes = OWN_LIMITS.filter((code) => (connections.refused[code] ?? 0) > 0);
  if (codes.length === 0) return undefined;
  const count = codes.reduce((total, code) => total + (connections.refused[code] ?? 0), 0);
  return `its machine refused ${String(count)} connections (${codes.join(', ')})`;
};

const meanOf = ({ count, sumMs }: { readonly count: number; readonly sumMs: number }): number | undefined =>
  count === 0 ? undefined : sumMs / count;

interface Full {
  readonly words: string;
  readonly target: boolean;
}

/** All connections in use: because there are too few of them, or because the target answers more slowly the more there are. */
const full = (
  { connections, sent, serviceFree, serviceFull }: GeneratorFigures,
  figures: LoadFigures,
): Full | undefined => {
  if (connections.waited <= WAITED_SHARE_MAX * Math.max(1, sent)) return undefined;
  const whenFull = meanOf(serviceFull) ?? 0;
  const fastest = Math.min(...figures.operations.map(({ service }) => (service.count === 0 ? Infinity : service.min)));
  const whenFree = meanOf(serviceFree) ?? (Number.isFinite(fastest) ? fastest : whenFull);
  const target = whenFull > SLOWER_WHEN_FULL * whenFree;
  const times = `service took ${shown(whenFree)} ms with free connections and ${shown(whenFull)} ms without`;
  const words = `${String(connections.waited)} requests waited for one of ${String(connections.limit)} connections; ${times}`;
  return { words, target };
};

/**
 * Judges one shard. A shortfall is explained, in this order, by the machine's own limits, by too few connections, by the target, and
 * otherwise by the generator: whatever nothing else explains is our own fault.
 *
 * @param limitMs the tightest limit that a time is to stay below; Infinity where there is none
 */
export const judgeValidity = (figures: LoadFigures, limitMs = Infinity): ValidityFound => {
  const { generator, measuredMs } = figures;
  const own = ownLimits(generator);
  const short = missed(generator);
  const waiting = full(generator, figures);
  const fineMs = pauseMsFine(figures, limitMs);
  const slow = [late(generator, fineMs), stalled(figures, fineMs), throttled(generator, measuredMs)].flatMap(
    (one) => one ?? [],
  );
  const work = busy(generator, measuredMs);
  const remarks = waiting === undefined ? [] : [waiting.words];
  if (generator.startedLateMs > Math.max(1000, measuredMs * STALLED_SHARE_MAX))
    slow.push(`it began ${shown(generator.startedLateMs)} ms after the other shards`);
  // Users of a full processor wait for it, and it decides how much they ask.
  if (work !== undefined && (generator.planned === null || short !== undefined)) slow.push(work);
  if (own !== undefined)
    return { validity: 'network-bound', reasons: [own, ...(short === undefined ? [] : [short])], remarks };
  if (slow.length > 0)
    return { validity: 'generator-bound', reasons: [...(short === undefined ? [] : [short]), ...slow], remarks };
  if (short === undefined) return { validity: 'valid', reasons: [], remarks };
  if (waiting === undefined) return { validity: 'generator-bound', reasons: [short], remarks };
  if (waiting.target)
    return { validity: 'valid', reasons: [], remarks: [`${short}: the target was full; ${waiting.words}`] };
  return {
    validity: 'network-bound',
    reasons: [short, `${waiting.words}: more \`connections\` are needed`],
    remarks: [],
  };
};
