import { PROGRESS_MS_DEFAULT, TIMEOUT_MS_DEFAULT, WHOLE, CONNECTIONS_DEFAULT } from '#core/acts/load';
import type { LoadDefinition } from '#core/acts/load';
import type { CaseWarning } from '#core/case-result';
import type { LoadFigures } from '#core/load-figures';
import { durationMsOf, measuredTime } from '#core/load-schedule';
import { judgeThreshold, shown } from '#core/load-threshold';
import { closedModel, openModel } from '#engines/performance/models';
import type { LoadModel } from '#engines/performance/models';
import { pacer } from '#engines/performance/pacer';
import type { Pacer } from '#engines/performance/pacer';
import { LoadRecorder } from '#engines/performance/recorder';
import type { LoadPorts, LoadProgress } from '#engines/performance/load-ports';
import { shooter } from '#engines/performance/shooter';
import type { Shooter } from '#engines/performance/shooter';
import type { ShooterOptions } from '#engines/performance/shot-world';
import { watchMetrics } from '#engines/performance/watch';
import type { Watch } from '#engines/performance/watch';
import type { ProbeContext } from '#engines/probe/probe';
import type { LoadTransport } from '#ports/load-transport';

/** Timers are looked at this often even when nothing is due: a loop that stands still is seen within it. */
const HEARTBEAT_MS = 10;
const ABORT_LOOK_MS = 1000;
const REFRESH_MS = 1000;
/** What comes after the last deadline: the sweep of the transport, and answers on their way. */
const DRAIN_SLACK_MS = 1000;

export interface LoadRun {
  readonly load: LoadDefinition;
  readonly context: ProbeContext;
  readonly ports: LoadPorts;
  readonly startedLateMs: number;
  readonly onFirstFailure: ShooterOptions['onFirstFailure'];
}

export interface LoadRan {
  readonly figures: LoadFigures;
  readonly warnings: readonly CaseWarning[];
}

/** Processor time and throttling, from the beginning of the measured time to its end. */
interface Meter {
  readonly begin: () => void;
  readonly end: () => void;
  readonly read: () => { readonly cpuMs: number; readonly throttledMs: number | null };
}

const meter = ({ host }: LoadPorts): Meter => {
  const now = (): readonly [number, number | undefined] => [host.cpuMs(), host.throttledMs()];
  let from = now();
  let to: ReturnType<typeof now> | undefined;
  return {
    begin: () => {
      from = now();
    },
    end: () => {
      to ??= now();
    },
    read: () => {
      const [cpu, throttled] = to ?? now();
      const [cpuBefore, throttledBefore] = from;
      const known = throttled !== undefined && throttledBefore !== undefined;
      return {
        cpuMs: Math.max(0, cpu - cpuBefore),
        throttledMs: known ? Math.max(0, throttled - throttledBefore) : null,
      };
    },
  };
};

/** Everything of a load that runs. */
class Running {
  readonly #run: LoadRun;
  readonly #recorder: LoadRecorder;
  readonly #pacer: Pacer;
  readonly #transport: LoadTransport;
  readonly #shooter: Shooter;
  readonly #model: LoadModel;
  readonly #watch: Watch;
  readonly #meter: Meter;
  readonly #startMs: number;
  readonly #over = Promise.withResolvers<undefined>();
  #ended: NonNullable<LoadFigures['ended']> | undefined;
  #told = { atMs: 0, answered: 0 };

  constructor(run: LoadRun) {
    this.#run = run;
    const { load, context, ports } = run;
    const { host } = ports;
    this.#startMs = host.nowMs();
    this.#recorder = new LoadRecorder(load);
    this.#meter = meter(ports);
    this.#transport = ports.transport(load.connections ?? CONNECTIONS_DEFAULT);
    this.#pacer = pacer(host, (delayMs) => {
      this.#recorder.woke(delayMs, this.#nowMs());
    });
    this.#shooter = shooter({
      ...{ load, ports, transport: this.#transport, recorder: this.#recorder, startMs: this.#startMs },
      startEpochMs: context.clock.nowMs(),
      mask: context.mask,
      runCase: context.runCase,
      onFirstFailure: run.onFirstFailure,
    });
    const timing = { pacer: this.#pacer, startMs: this.#startMs, nowMs: host.nowMs };
    this.#watch = watchMetrics({ load, context, ...timing });
    const model = load.model === 'open' ? openModel : closedModel;
    this.#model = model({
      ...{ load, seed: context.seed, shooter: this.#shooter, recorder: this.#recorder, ...timing },
      onLimit: () => {
        this.#end(`${String(load.maxRequests)} requests (maxRequests) were sent`, 'maxRequests');
      },
    });
  }

  #nowMs(): number {
    return this.#run.ports.host.nowMs() - this.#startMs;
  }

  #at(atMs: number, act: () => void): void {
    this.#pacer.at(this.#startMs + atMs, act);
  }

  /** Again and again, from the first interval on, while the load is going on. */
  #every(everyMs: number, act: () => void): void {
    const again = (): void => {
      if (this.#ended !== undefined) return;
      act();
      this.#pacer.at(this.#startMs + this.#nowMs() + everyMs, again);
    };
    this.#at(everyMs, again);
  }

  async run(): Promise<LoadRan> {
    const { load, context, ports } = this.#run;
    const { fromMs, toMs } = measuredTime(load);
    const stop = (): void => {
      this.#model.end();
      this.#over.reject(context.signal.reason as Error);
    };
    context.signal.addEventListener('abort', stop, { once: true });
    try {
      context.signal.throwIfAborted();
      this.#at(fromMs, this.#meter.begin);
      this.#at(toMs, this.#meter.end);
      this.#at(durationMsOf(load), () => {
        this.#drain();
      });
      this.#every(HEARTBEAT_MS, () => undefined);
      this.#every(ABORT_LOOK_MS, () => {
        this.#lookForAbort();
      });
      this.#every(load.progressMs ?? PROGRESS_MS_DEFAULT, () => {
        this.#tell();
      });
      if (ports.requests.refresh !== undefined) this.#every(REFRESH_MS, () => void this.#refresh());
      this.#watch.begin();
      this.#model.begin();
      await this.#over.promise;
      return this.#ran();
    } finally {
      context.signal.removeEventListener('abort', stop);
      this.#model.end();
      this.#pacer.stop();
      await this.#transport.close();
    }
  }

  /** No more requests; the load is over when those under way are, or their time is. */
  #drain(): void {
    this.#model.end();
    const untilMs = this.#nowMs() + (this.#run.load.timeoutMs ?? TIMEOUT_MS_DEFAULT) + DRAIN_SLACK_MS;
    const look = (): void => {
      if (this.#shooter.underWay() === 0 || this.#nowMs() >= untilMs) this.#over.resolve(undefined);
      else this.#at(this.#nowMs() + HEARTBEAT_MS, look);
    };
    look();
  }

  #end(why: string, by: 'threshold' | 'maxRequests'): void {
    if (this.#ended !== undefined) return;
    this.#ended = { atMs: this.#nowMs(), why, by };
    this.#meter.end();
    // Users that are asking right now are not to be ended in the middle of it.
    this.#at(this.#nowMs(), () => {
      this.#drain();
    });
  }

  #lookForAbort(): void {
    const { load } = this.#run;
    const { fromMs } = measuredTime(load);
    const now = this.#nowMs();
    const view = this.#recorder.view(now, this.#watch.values);
    for (const threshold of load.thresholds ?? []) {
      if (threshold.abort !== true || now < fromMs + Math.max(ABORT_LOOK_MS, threshold.graceMs ?? 0)) continue;
      const { passed, got, message } = judgeThreshold(threshold, load.metrics ?? [], view);
      // Nothing measured yet is no reason to end.
      if (!passed && got !== undefined) this.#end(message ?? threshold.metric, 'threshold');
    }
  }

  async #refresh(): Promise<void> {
    try {
      await this.#run.ports.requests.refresh?.();
    } catch (error) {
      const message = error instanceof Error ? error.message : 'a token could not be fetched';
      this.#run.context.log('warn', this.#run.context.mask(message));
    }
  }

  #tell(): void {
    const { load, context, ports } = this.#run;
    const atMs = this.#nowMs();
    const { answered, requests, failed } = this.#recorder;
    const rps = ((answered - this.#told.answered) * 1000) / Math.max(1, atMs - this.#told.atMs);
    this.#told = { atMs, answered };
    const latency = this.#recorder.latency();
    const [p50, p95, p99] = [latency.quantile(0.5), latency.quantile(0.95), latency.quantile(0.99)];
    const users = this.#model.users();
    const progress: LoadProgress = { atMs, ofMs: durationMsOf(load), users, rps, requests, failed, p50, p95, p99 };
    ports.onProgress?.(progress);
    const times = p95 === undefined ? 'nothing measured yet' : `p50 ${shown(p50 ?? 0)} ms, p95 ${shown(p95)} ms`;
    const share = requests === 0 ? 0 : (failed / requests) * 100;
    const time = `${shown(atMs / 1000)} of ${shown(progress.ofMs / 1000)} s`;
    context.log(
      'info',
      `load, ${time}: ${String(users)} users, ${shown(rps)} answers/s, ${times}, ${shown(share)} % failed`,
    );
  }

  #ran(): LoadRan {
    const { load, startedLateMs } = this.#run;
    const { fromMs, toMs } = measuredTime(load);
    const untilMs = Math.min(toMs, this.#ended?.atMs ?? Infinity);
    const figures = this.#recorder.figures({
      measuredMs: Math.max(1, untilMs - fromMs),
      generator: { ...this.#meter.read(), startedLateMs, connections: this.#transport.figures() },
      watched: this.#watch.figures(),
      ...(this.#ended === undefined ? {} : { ended: this.#ended }),
    });
    const problems = [...this.#shooter.problems, ...this.#watch.problems];
    return {
      figures: { ...figures, part: load.part ?? WHOLE },
      warnings: problems.map(([name, problem]) => ({ kind: 'load-metric', message: `${name}: ${problem}` })),
    };
  }
}

/**
 * Runs one shard's part of a load.
 *
 * @throws only what aborted the context's signal
 */
export const runLoad = (run: LoadRun): Promise<LoadRan> => new Running(run).run();
