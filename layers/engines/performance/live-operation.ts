import type { LoadDefinition, LoadEntry, LoadThreshold } from '#core/acts/load';
import type { OperationFigures } from '#core/load-figures';
import { durationMsOf } from '#core/load-schedule';
import { inScope } from '#core/load-threshold';
import { Sketch } from '#core/sketch';
import type { FailureType } from '#core/words';
import { LiveTimes, Windows } from '#engines/performance/live-times';

/** Different broken checks that are kept of an operation; more are counted under the last of them. */
const BROKEN_MAX = 50;

/** One entry of the mix and its figures. */
export class Operation {
  readonly entry: LoadEntry;
  readonly times = new LiveTimes();
  readonly failures = new Map<FailureType, number>();
  readonly statuses = new Map<number, number>();
  readonly broken = new Map<string, { check: string; count: number; firstAtMs: number; message: string }>();
  bytesIn = 0;
  checked = 0;

  /** Windows of thresholds that look at this entry. */
  readonly windows: readonly Windows<LiveTimes>[];

  constructor(entry: LoadEntry, scoped: readonly Scoped[]) {
    this.entry = entry;
    const facts = { name: entry.name, tags: entry.tags ?? [] };
    this.windows = scoped.filter(({ threshold }) => inScope(facts, threshold)).map(({ windows }) => windows);
  }

  broke(check: string, message: string, nowMs: number): void {
    const { broken } = this;
    const known = broken.get(check) ?? (broken.size >= BROKEN_MAX ? [...broken.values()].at(-1) : undefined);
    if (known === undefined) broken.set(check, { check, count: 1, firstAtMs: nowMs, message });
    else known.count += 1;
  }

  toFigures(): OperationFigures {
    return {
      ...this.times.toFigures(),
      name: this.entry.name,
      tags: this.entry.tags ?? [],
      failures: Object.fromEntries(this.failures),
      statuses: Object.fromEntries([...this.statuses].map(([status, count]) => [String(status), count])),
      bytesIn: this.bytesIn,
      checked: this.checked,
      broken: [...this.broken.values()].sort((a, b) => a.firstAtMs - b.firstAtMs),
    };
  }
}

/** What a chart shows of a piece of time. */
export class ChartPiece {
  users = 0;
  answered = 0;
  failed = 0;
  readonly latency = new Sketch();
}

/** Windows of one threshold, or of several that look at the same requests. */
export interface Scoped {
  readonly threshold: LoadThreshold & { readonly windowMs: number };
  readonly windows: Windows<LiveTimes>;
}

export const scopedOf = (load: LoadDefinition): readonly Scoped[] => {
  const byScope = new Map<string, Scoped>();
  for (const threshold of load.thresholds ?? []) {
    const { windowMs, tag, operation } = threshold;
    if (windowMs === undefined) continue;
    const key = JSON.stringify([windowMs, tag ?? null, operation ?? null]);
    const windows = new Windows(windowMs, durationMsOf(load), () => new LiveTimes());
    if (!byScope.has(key)) byScope.set(key, { threshold: { ...threshold, windowMs }, windows });
  }
  return [...byScope.values()];
};

export const increase = <Key>(counts: Map<Key, number>, key: Key): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};
