/** What one shard of a load leaves (JSON, in ProbeDetails.load), and the figures of all shards together. */
import type { LoadDefinition, LoadPart, LoadThreshold } from '#core/acts/load';
import { Sketch, mergedSketch } from '#core/sketch';
import type { SketchForm } from '#core/sketch';
import type { FailureType } from '#core/words';

/** A check that did not hold, and when that was first seen. */
export interface BrokenCheck {
  readonly check: string;
  readonly count: number;
  /** Milliseconds after the start of the load. */
  readonly firstAtMs: number;
  /** Of the first one, masked. */
  readonly message: string;
}

/** The check that breaks where a request could not even be made: a fault of the suite or the environment, never of the target. */
export const CAN_BE_SENT = 'a request that can be sent';

export type FailureCounts = { readonly [type in FailureType]?: number };

/** Counts and times of some requests. What is measured goes by the intended start; `answered` by when the answer came. */
export interface TimeFigures {
  readonly requests: number;
  /** Answers that came inside the time, whenever they were asked for: what a rate is made of. */
  readonly answered: number;
  readonly failed: number;
  /** From the intended start to the end of the answer; timeouts count with the time they waited. */
  readonly latency: SketchForm;
  /** From the request's way out to the end of the answer. */
  readonly service: SketchForm;
}

export interface OperationFigures extends TimeFigures {
  readonly name: string;
  readonly tags: readonly string[];
  readonly failures: FailureCounts;
  readonly statuses: { readonly [status: string]: number };
  readonly bytesIn: number;
  /** Answers whose checks were looked at. */
  readonly checked: number;
  readonly broken: readonly BrokenCheck[];
}

/** A piece of time, for charts. */
export interface WindowFigures {
  /** Beginning, in milliseconds after the start. */
  readonly atMs: number;
  /** Users, or requests under way, most. */
  readonly users: number;
  readonly answered: number;
  readonly failed: number;
  readonly latency: SketchForm;
}

/** Windows of one length and of some operations, for thresholds. */
export interface ScopedWindows extends Pick<LoadThreshold, 'tag' | 'operation'> {
  readonly windowMs: number;
  readonly windows: readonly (TimeFigures & { readonly atMs: number })[];
}

export interface MetricFigures {
  readonly name: string;
  /** Answers where the rate's condition held. */
  readonly hits: number;
  readonly values: SketchForm;
}

export interface WatchedFigures {
  readonly name: string;
  /** Milliseconds after the start, and the value. */
  readonly points: readonly (readonly [number, number])[];
  readonly failures: number;
}

export interface ConnectionFigures {
  readonly opened: number;
  readonly reused: number;
  readonly mostAtOnce: number;
  readonly limit: number;
  /** Requests for which no connection was free and none more was allowed. */
  readonly waited: number;
  /** Sent again because a kept-alive connection had ended. */
  readonly resent: number;
  /** Connections that could not be made, by code. */
  readonly refused: { readonly [code: string]: number };
  readonly bytesIn: number;
  readonly bytesOut: number;
}

/** What the generator did, and how it was doing. Counts are of the measured time. */
export interface GeneratorFigures {
  /** Requests of the plan; null where users decide how many there are. */
  readonly planned: number | null;
  /** Those of them that were sent inside the measured time. */
  readonly sent: number;
  /** From the intended start to when the generator turned to the request. */
  readonly lag: SketchForm;
  /** How late its timers were. */
  readonly loopDelay: SketchForm;
  /** Processor time of its process. */
  readonly cpuMs: number;
  /** How long the machine did not let it run; null where nobody knows. */
  readonly throttledMs: number | null;
  /** Mean service times where connections were free, and where requests waited for one. */
  readonly serviceFree: MeanFigures;
  readonly serviceFull: MeanFigures;
  /** How much later than agreed it began. */
  readonly startedLateMs: number;
  readonly connections: ConnectionFigures;
}

export interface MeanFigures {
  readonly count: number;
  readonly sumMs: number;
}

export interface LoadFigures {
  readonly version: 1;
  readonly part: LoadPart;
  readonly model: LoadDefinition['model'];
  readonly measuredFromMs: number;
  /** What was planned; less where the load was ended. */
  readonly measuredMs: number;
  readonly durationMs: number;
  readonly windowMs: number;
  readonly checkShare: number;
  readonly operations: readonly OperationFigures[];
  readonly windows: readonly WindowFigures[];
  readonly scoped: readonly ScopedWindows[];
  readonly metrics: readonly MetricFigures[];
  readonly watched: readonly WatchedFigures[];
  /** Service times on a new connection and on one that was there. */
  readonly connection: { readonly fresh: SketchForm; readonly reused: SketchForm };
  /** Service times of the first request to an address and of later ones, warm-up included. */
  readonly cache: { readonly first: SketchForm; readonly again: SketchForm };
  readonly generator: GeneratorFigures;
  /** Why it ended before its plan did. */
  readonly ended?: {
    readonly atMs: number;
    readonly why: string;
    readonly by: 'threshold' | 'maxRequests';
  };
}

/** Figures that thresholds look at: sketches, not forms. */
export interface Times {
  readonly requests: number;
  readonly answered: number;
  readonly failed: number;
  readonly latency: Sketch;
  readonly service: Sketch;
}

export const NO_TIMES: TimeFigures = {
  requests: 0,
  answered: 0,
  failed: 0,
  latency: new Sketch().toForm(),
  service: new Sketch().toForm(),
};

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

const merged = (parts: readonly SketchForm[]): SketchForm => mergedSketch(parts).toForm();

export const mergeTimes = (parts: readonly TimeFigures[]): TimeFigures => ({
  requests: sum(parts.map(({ requests }) => requests)),
  answered: sum(parts.map(({ answered }) => answered)),
  failed: sum(parts.map(({ failed }) => failed)),
  latency: merged(parts.map(({ latency }) => latency)),
  service: merged(parts.map(({ service }) => service)),
});

/** Sums of counts by key, keys in order. */
export const mergeCounts = <Key extends string>(
  parts: readonly { readonly [key in Key]?: number }[],
): { readonly [key in Key]?: number } => {
  const totals = new Map<string, number>();
  for (const part of parts)
    for (const [key, count] of Object.entries<number | undefined>(part))
      totals.set(key, (totals.get(key) ?? 0) + (count ?? 0));
  return Object.fromEntries([...totals].sort(([a], [b]) => (a < b ? -1 : 1))) as { [key in Key]?: number };
};

const earlier = (a: BrokenCheck, b: BrokenCheck): number => a.firstAtMs - b.firstAtMs || (a.check < b.check ? -1 : 1);

/** Broken checks of all parts, the one that broke first at the top. */
export const mergeBroken = (parts: readonly (readonly BrokenCheck[])[]): readonly BrokenCheck[] => {
  const byCheck = new Map<string, BrokenCheck>();
  for (const broken of parts.flat().sort(earlier)) {
    const known = byCheck.get(broken.check);
    byCheck.set(broken.check, known === undefined ? broken : { ...known, count: known.count + broken.count });
  }
  return [...byCheck.values()].sort(earlier);
};

/** Items of all parts that have the same key, in the order in which keys first come. */
export const groupBy = <Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => string | number,
): readonly (readonly Item[])[] => {
  const groups = new Map<string | number, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
};
