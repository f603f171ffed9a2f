import type { Json } from '#core/units';

export type MetricUnit = 'Count' | 'Milliseconds' | 'Bytes' | 'Percent';

/** A failure here never changes a verdict (A3.2). */
export interface MetricsSink {
  add(name: string, unit: MetricUnit, value: number, dimensions?: { readonly [name: string]: string }): void;
}

export interface LogFields {
  readonly [field: string]: Json | undefined;
}

export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
  /** Fields of every further line of this invocation or program, such as the trace that they belong to. */
  about(fields: LogFields): void;
}

/** Events on the EventBridge bus, source `assay`. */
export interface EventBus {
  publish(detailType: string, detail: { readonly [field: string]: Json }, signal?: AbortSignal): Promise<void>;
}
