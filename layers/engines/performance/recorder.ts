import { WHOLE } from '#core/acts/load';
import type { LoadDefinition, LoadThreshold } from '#core/acts/load';
import type { ConnectionFigures, LoadFigures, MetricFigures, WatchedFigures } from '#core/load-figures';
import { durationMsOf, measuredTime, plannedIn } from '#core/load-schedule';
import { inScope, sumTimes } from '#core/load-threshold';
import type { LoadView } from '#core/load-threshold';
import { Sketch } from '#core/sketch';
import type { FailureType } from '#core/words';
import { ChartPiece, Operation, increase, scopedOf } from '#engines/performance/live-operation';
import type { Scoped } from '#engines/performance/live-operation';
import { Windows, countOutcome, latencyOf } from '#engines/performance/live-times';
import type { Outcome } from '#engines/performance/live-times';

/** Points of a chart: enough for a picture, few enough to keep. */
const CHART_POINTS = 240;

export const windowMsOf = (load: LoadDefinition): number =>
  load.windowMs ?? Math.max(1000, Math.ceil(durationMsOf(load) / CHART_POINTS / 1000) * 1000);

/** What is told of one request, besides its times. */
export interface RequestOutcome extends Outcome {
  readonly operation: number;
  readonly status: number | undefined;
  readonly failureType: FailureType | undefined;
  readonly wireBytes: number;
  readonly fresh: boolean;
  /** First request to this address; undefined where that is not known. */
  readonly first: boolean | undefined;
  /** It had to wait for a connection. */
  readonly waited: boolean;
}

/** The generator's own part of the figures. */
export interface GeneratorCounts {
  readonly cpuMs: number;
  readonly throttledMs: number | null;
  readonly startedLateMs: number;
  readonly connections: ConnectionFigures;
}

export interface Ending {
  readonly measuredMs: number;
  readonly generator: GeneratorCounts;
  readonly watched: readonly WatchedFigures[];
  readonly ended?: NonNullable<LoadFigures['ended']>;
}

/** Keeps the figures of one shard while its load runs. All times are milliseconds after the start. */
export class LoadRecorder {
  readonly operations: readonly Operation[];
  readonly #load: LoadDefinition;
  readonly #from: number;
  readonly #to: number;
  readonly #chart: Windows<ChartPiece>;
  readonly #scoped: readonly Scoped[];
  readonly #metrics: ReadonlyMap<string, { hits: number; readonly values: Sketch }>;
  readonly #lag = new Sketch();
  readonly #loopDelay = new Sketch();
  readonly #connection = { fresh: new Sketch(), reused: new Sketch() };
  readonly #cache = { first: new Sketch(), again: new Sketch() };
  readonly #free = { count: 0, sumMs: 0 };
  readonly #full = { count: 0, sumMs: 0 };
  #sent = 0;
  /** Of the whole time, for progress. */
  answered = 0;
  failed = 0;
  requests = 0;

  constructor(load: LoadDefinition) {
    this.#load = load;
    const { fromMs, toMs } = measuredTime(load);
    [this.#from, this.#to] = [fromMs, toMs];
    this.#chart = new Windows(windowMsOf(load), durationMsOf(load), () => new ChartPiece());
    this.#scoped = scopedOf(load);
    this.operations = load.mix.map((entry) => new Operation(entry, this.#scoped));
    this.#metrics = new Map((load.metrics ?? []).map(({ name }) => [name, { hits: 0, values: new Sketch() }]));
  }

  isMeasured(intendedMs: number): boolean {
    return intendedMs >= this.#from && intendedMs < this.#to;
  }

  /** How late the generator turned to a request. */
  turned(intendedMs: number, nowMs: number): void {
    if (this.isMeasured(intendedMs)) this.#lag.record(Math.max(0, nowMs - intendedMs));
  }

  /** A request went out; the first time only. */
  sent(intendedMs: number, nowMs: number): void {
    if (this.isMeasured(intendedMs) && nowMs < this.#to) this.#sent += 1;
  }

  woke(delayMs: number, nowMs: number): void {
    if (this.isMeasured(nowMs)) this.#loopDelay.record(delayMs);
  }

  /** @param users users, or requests under way */
  level(users: number, nowMs: number): void {
    const piece = this.#chart.at(nowMs);
    if (piece !== undefined && users > piece.users) piece.users = users;
  }

  count(outcome: RequestOutcome): void {
    const operation = this.operations[outcome.operation];
    if (operation === undefined) return;
    this.requests += 1;
    if (outcome.failed) this.failed += 1;
    if (outcome.answered) this.#countAnswered(operation, outcome.endMs);
    const piece = this.#chart.at(outcome.intendedMs);
    if (piece !== undefined) {
      if (outcome.failed) piece.failed += 1;
      const latencyMs = latencyOf(outcome);
      if (latencyMs !== undefined) piece.latency.record(latencyMs);
    }
    for (const windows of operation.windows) {
      const window = windows.at(outcome.intendedMs);
      if (window !== undefined) countOutcome(window, outcome);
    }
    if (outcome.answered && outcome.sentMs !== undefined && outcome.first !== undefined)
      (outcome.first ? this.#cache.first : this.#cache.again).record(Math.max(0, outcome.endMs - outcome.sentMs));
    if (this.isMeasured(outcome.intendedMs)) this.#countMeasured(operation, outcome);
  }

  /** A rate is made of the answers that came in a time, whenever they were asked for. */
  #countAnswered(operation: Operation, endMs: number): void {
    this.answered += 1;
    if (this.isMeasured(endMs)) operation.times.answered += 1;
    const piece = this.#chart.at(endMs);
    if (piece !== undefined) piece.answered += 1;
    for (const windows of operation.windows) {
      const window = windows.at(endMs);
      if (window !== undefined) window.answered += 1;
    }
  }

  #countMeasured(operation: Operation, outcome: RequestOutcome): void {
    countOutcome(operation.times, outcome);
    operation.bytesIn += outcome.wireBytes;
    if (outcome.status !== undefined) increase(operation.statuses, outcome.status);
    if (outcome.failureType !== undefined) increase(operation.failures, outcome.failureType);
    if (!outcome.answered || outcome.sentMs === undefined) return;
    const serviceMs = Math.max(0, outcome.endMs - outcome.sentMs);
    (outcome.fresh ? this.#connection.fresh : this.#connection.reused).record(serviceMs);
    const mean = outcome.waited ? this.#full : this.#free;
    mean.count += 1;
    mean.sumMs += serviceMs;
  }

  checked(operation: number, intendedMs: number): void {
    const found = this.operations[operation];
    if (found !== undefined && this.isMeasured(intendedMs)) found.checked += 1;
  }

  /** A check that did not hold, in the whole time: what breaks in the warm-up broke first. */
  broke(operation: number, check: string, message: string, nowMs: number): void {
    this.operations[operation]?.broke(check, message, nowMs);
  }

  metric(name: string, value: number, hit: boolean, intendedMs: number): void {
    const found = this.isMeasured(intendedMs) ? this.#metrics.get(name) : undefined;
    if (found === undefined) return;
    found.values.record(value);
    if (hit) found.hits += 1;
  }

  /** What thresholds that can abort look at. */
  view(nowMs: number, watched: LoadView['watched']): LoadView {
    const times = (scope: Pick<LoadThreshold, 'tag' | 'operation'>): ReturnType<LoadView['times']> =>
      sumTimes(
        this.operations
          .filter(({ entry }) => inScope({ name: entry.name, tags: entry.tags ?? [] }, scope))
          .map((one) => one.times),
      );
    return {
      measuredMs: Math.max(1, Math.min(nowMs, this.#to) - this.#from),
      rateFactor: (this.#load.part ?? WHOLE).of,
      times,
      windows: ({ windowMs, tag, operation }) =>
        (
          this.#scoped
            .find(
              ({ threshold }) =>
                threshold.windowMs === windowMs && threshold.tag === tag && threshold.operation === operation,
            )
            ?.windows.endedBy(Math.min(nowMs, this.#to)) ?? []
        )
          .filter(({ atMs }) => atMs >= this.#from)
          .map(({ atMs, piece }) => ({ atMs, times: piece })),
      metric: (name) => this.#metrics.get(name),
      watched,
    };
  }

  /** Latency of everything that was measured so far. */
  latency(): Sketch {
    return sumTimes(this.operations.map(({ times }) => times)).latency;
  }

  #windows(untilMs: number): Pick<LoadFigures, 'windows' | 'scoped'> {
    this.#chart.at(untilMs);
    return {
      windows: this.#chart.all().map(({ atMs, piece }) => ({
        atMs,
        users: piece.users,
        answered: piece.answered,
        failed: piece.failed,
        latency: piece.latency.toForm(),
      })),
      scoped: this.#scoped.map(({ threshold: { windowMs, tag, operation }, windows }) => {
        windows.at(untilMs);
        return {
          windowMs,
          ...(tag === undefined ? {} : { tag }),
          ...(operation === undefined ? {} : { operation }),
          windows: windows.all().map(({ atMs, piece }) => ({ atMs, ...piece.toFigures() })),
        };
      }),
    };
  }

  figures({ measuredMs, generator, watched, ended }: Ending): LoadFigures {
    const load = this.#load;
    const until = this.#from + measuredMs;
    return {
      version: 1,
      part: load.part ?? WHOLE,
      model: load.model,
      measuredFromMs: this.#from,
      measuredMs,
      durationMs: durationMsOf(load),
      windowMs: windowMsOf(load),
      checkShare: load.checkShare ?? 1,
      operations: this.operations.map((one) => one.toFigures()),
      ...this.#windows((ended?.atMs ?? durationMsOf(load)) - 1),
      metrics: [...this.#metrics].map(([name, { hits, values }]): MetricFigures => ({
        name,
        hits,
        values: values.toForm(),
      })),
      watched,
      connection: { fresh: this.#connection.fresh.toForm(), reused: this.#connection.reused.toForm() },
      cache: { first: this.#cache.first.toForm(), again: this.#cache.again.toForm() },
      generator: {
        planned: load.model === 'open' ? plannedIn(load, this.#from, until) : null,
        sent: this.#sent,
        lag: this.#lag.toForm(),
        loopDelay: this.#loopDelay.toForm(),
        serviceFree: this.#free,
        serviceFull: this.#full,
        ...generator,
      },
      ...(ended === undefined ? {} : { ended }),
    };
  }
}
