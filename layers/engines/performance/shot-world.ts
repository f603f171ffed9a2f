import type { LoadDefinition, LoadEntry } from '#core/acts/load';
import type { Try } from '#core/case-result';
import type { FailureType } from '#core/words';
import type { Answer } from '#engines/functional/answer';
import { errorText } from '#engines/http/http-failure';
import { LookedAnswer, entryJudge, metricValue } from '#engines/performance/judge-request';
import type { EntryJudge } from '#engines/performance/judge-request';
import type { Iteration, LoadPorts } from '#engines/performance/load-ports';
import type { LoadRecorder } from '#engines/performance/recorder';
import type { CompiledRequest, LoadAnswer, LoadTransport } from '#ports/load-transport';

/** Fixed requests are filled in anew after this long: a token in them may have been renewed. */
const FIXED_MS_MAX = 1000;
const NO_METRICS: NonNullable<LoadDefinition['metrics']> = [];
/** Addresses that are remembered, to tell the first request to each from later ones. */
const ADDRESSES_MAX = 50_000;

export interface ShooterOptions {
  readonly load: LoadDefinition;
  readonly ports: Pick<LoadPorts, 'host' | 'requests'>;
  readonly transport: LoadTransport;
  readonly recorder: LoadRecorder;
  /** Beginning of the load on the host's clock. */
  readonly startMs: number;
  /** Milliseconds since 1970 of that moment, which checks of ages count from. */
  readonly startEpochMs: number;
  readonly mask: (text: string) => string;
  readonly runCase: (id: string) => Promise<Try>;
  /** Hears of the first answer that failed, while its body is there. */
  readonly onFirstFailure: (sent: Iteration, answer: LoadAnswer, atMs: number) => void;
}

/** A request that can be sent. */
export interface Prepared {
  readonly iteration: Iteration;
  readonly compiled: CompiledRequest;
  readonly madeAtMs: number;
  /** Nothing was sent to its address before; undefined where that is not known. */
  first: boolean | undefined;
}

interface Loaded {
  readonly entry: LoadEntry;
  readonly judge: EntryJudge;
  readonly isFixed: boolean;
  fixed: Prepared | undefined;
  /** Answers so far: which of them are looked at. */
  answers: number;
}

/** Milliseconds after the start of the load. */
export interface RequestTimes {
  /** Place in the mix. */
  readonly operation: number;
  readonly intendedMs: number;
  readonly endMs: number;
}

/** What all requests of a load share. */
export class ShotWorld {
  readonly recorder: LoadRecorder;
  readonly entries: readonly Loaded[];
  readonly problems = new Map<string, string>();
  readonly #options: ShooterOptions;
  readonly #seen = new Set<string>();
  readonly #share: number;
  underWay = 0;
  #failed = false;

  constructor(options: ShooterOptions) {
    this.#options = options;
    this.recorder = options.recorder;
    this.#share = options.load.checkShare ?? 1;
    this.entries = options.load.mix.map((entry) => ({
      entry,
      judge: entryJudge(entry),
      isFixed: entry.request !== undefined && options.ports.requests.isFixed(entry),
      fixed: undefined,
      answers: 0,
    }));
  }

  nowMs(): number {
    return this.#options.ports.host.nowMs() - this.#options.startMs;
  }

  mask(text: string): string {
    return this.#options.mask(text);
  }

  ended(): void {
    this.underWay -= 1;
    // Under way as in a chart: in a closed model users count, and they are told by their model.
    if (this.#options.load.model === 'open') this.recorder.level(this.underWay, this.nowMs());
  }

  #isFirst({ request: { method, url } }: Iteration): boolean | undefined {
    const key = `${method} ${url}`;
    if (this.#seen.has(key)) return false;
    if (this.#seen.size >= ADDRESSES_MAX) return undefined;
    this.#seen.add(key);
    return true;
  }

  prepare(loaded: Loaded, iteration: number, nowMs: number): Prepared {
    const { fixed } = loaded;
    if (fixed !== undefined && nowMs - fixed.madeAtMs < FIXED_MS_MAX) return fixed;
    const made = this.#options.ports.requests.prepare(loaded.entry, iteration);
    const compiled = this.#options.transport.compile(made.request);
    const prepared: Prepared = { iteration: made, compiled, madeAtMs: nowMs, first: this.#isFirst(made) };
    if (loaded.isFixed) loaded.fixed = prepared;
    return prepared;
  }

  /** Whether this answer is one of the share whose checks are looked at: evenly spread, not drawn. */
  #isLookedAt(loaded: Loaded): boolean {
    loaded.answers += 1;
    if (this.#share === 1) return true;
    return Math.floor(loaded.answers * this.#share) > Math.floor((loaded.answers - 1) * this.#share);
  }

  judge(times: RequestTimes, answer: LoadAnswer, sent: Iteration): FailureType | undefined {
    const loaded = this.entries[times.operation];
    if (loaded === undefined) return undefined;
    const type = this.#judge(loaded, times, answer, sent);
    if (type !== undefined && !this.#failed) {
      this.#failed = true;
      this.#options.onFirstFailure(sent, answer, times.endMs);
    }
    return type;
  }

  #judge(
    loaded: Loaded,
    { operation: at, intendedMs, endMs }: RequestTimes,
    answer: LoadAnswer,
    sent: Iteration,
  ): FailureType | undefined {
    const { judge } = loaded;
    const statusType = judge.status(answer.status);
    if (statusType !== undefined) this.recorder.broke(at, 'status', `got ${String(answer.status)}`, endMs);
    const { metrics = NO_METRICS } = this.#options.load;
    if (!judge.hasChecks && metrics.length === 0) return statusType;
    if (!this.#isLookedAt(loaded)) return statusType;
    const looked = new LookedAnswer(answer, endMs - intendedMs);
    try {
      const broken = judge.broken(looked, sent.options, this.#options.startEpochMs + endMs);
      this.recorder.checked(at, intendedMs);
      for (const { check, message } of broken) this.recorder.broke(at, check, this.mask(message), endMs);
      if (metrics.length > 0) this.#measure(loaded.entry, looked, intendedMs, endMs);
      return statusType ?? broken[0]?.type;
    } catch (error) {
      // Bodies are decompressed when they are first looked at.
      this.recorder.broke(at, 'a body that can be read', this.mask(errorText(error)), endMs);
      return statusType ?? 'parse';
    }
  }

  #measure({ name }: LoadEntry, answer: Answer, intendedMs: number, endMs: number): void {
    for (const metric of this.#options.load.metrics ?? []) {
      if (metric.operation !== undefined && metric.operation !== name) continue;
      const taken = metricValue(metric, answer, this.#options.startEpochMs + endMs);
      if (taken === undefined) continue;
      if ('problem' in taken) this.problems.set(metric.name, this.mask(taken.problem));
      else this.recorder.metric(metric.name, taken.value, taken.hit, intendedMs);
    }
  }
}
