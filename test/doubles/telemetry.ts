import type { Json } from '#core/units';
import type { EventBus, Log, LogFields, MetricsSink, MetricUnit } from '#ports/telemetry';
import { copied } from './copied.ts';

export interface RecordedMetric {
  readonly name: string;
  readonly unit: MetricUnit;
  readonly value: number;
  readonly dimensions: { readonly [name: string]: string };
}

export interface RecordingMetrics extends MetricsSink {
  readonly entries: readonly RecordedMetric[];
  /** Sum of all values under a name. */
  total(name: string): number;
}

export const recordingMetrics = (): RecordingMetrics => {
  const entries: RecordedMetric[] = [];
  return {
    entries,
    total: (name) => entries.filter((entry) => entry.name === name).reduce((sum, entry) => sum + entry.value, 0),
    add: (name, unit, value, dimensions = {}) => {
      entries.push({ name, unit, value, dimensions });
    },
  };
};

export const silentLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  about: () => undefined,
};

export interface RecordingLog extends Log {
  readonly lines: readonly {
    readonly level: 'info' | 'warn' | 'error';
    readonly message: string;
    readonly fields: LogFields;
  }[];
}

export const recordingLog = (): RecordingLog => {
  const lines: { level: 'info' | 'warn' | 'error'; message: string; fields: LogFields }[] = [];
  let about: LogFields = {};
  const at =
    (level: 'info' | 'warn' | 'error') =>
    (message: string, fields: LogFields = {}): void => {
      lines.push({ level, message, fields: { ...about, ...fields } });
    };
  return {
    lines,
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    about: (fields) => {
      about = { ...about, ...fields };
    },
  };
};

export interface RecordingBus extends EventBus {
  readonly events: readonly { readonly detailType: string; readonly detail: { readonly [field: string]: Json } }[];
  /** The next publish rejects with this. */
  failNext(error: Error): void;
}

export const recordingBus = (): RecordingBus => {
  const events: { detailType: string; detail: { readonly [field: string]: Json } }[] = [];
  let failure: Error | undefined;
  return {
    events,
    failNext: (error) => {
      failure = error;
    },
    publish: async (detailType, detail) => {
      await Promise.resolve();
      const failed = failure;
      failure = undefined;
      if (failed !== undefined) throw failed;
      events.push({ detailType, detail: copied(detail) });
    },
  };
};
