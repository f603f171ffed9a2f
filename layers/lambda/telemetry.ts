import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';

import { createMasker } from '#core/masking';
import { METRICS } from '#core/metric-names';
import type { Json } from '#core/units';
import type { Log, LogFields, MetricsSink } from '#ports/telemetry';

/** Log and metrics of one function instance, as ports and as what middlewares need beside them. */
export interface Telemetry {
  readonly log: Log;
  readonly metrics: MetricsSink;
  readonly logger: Logger;
  /** Fields of every line until the invocation ends. */
  readonly addLogFields: (fields: LogFields) => void;
  /** Writes what was added in this invocation as EMF lines; counts the cold start once. */
  readonly flush: (functionName: string) => void;
}

type Level = 'info' | 'warn' | 'error';

const defined = (fields: LogFields): { readonly [field: string]: Json } =>
  Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, Json] => entry[1] !== undefined));

/** A line never fails: what cannot be written as fields is left out, and the line says so (G7.1). */
const writeLine = (logger: Logger, level: Level, message: string, fields: LogFields): void => {
  try {
    const masker = createMasker();
    const masked = masker.maskJson(defined(fields));
    logger[level](masker.maskText(message), JSON.parse(JSON.stringify(masked)) as Record<string, Json>);
  } catch {
    logger[level](`${message} (the fields of this line could not be written)`);
  }
};

const logOf = (logger: Logger): Log => ({
  info: (message, fields = {}) => {
    writeLine(logger, 'info', message, fields);
  },
  warn: (message, fields = {}) => {
    writeLine(logger, 'warn', message, fields);
  },
  error: (message, fields = {}) => {
    writeLine(logger, 'error', message, fields);
  },
  about: (fields) => {
    logger.appendKeys({ ...defined(fields) });
  },
});

/** A metric that cannot be written is told once in the log and otherwise dropped: it never changes a verdict (A3.2). */
const guarded = (log: Log, name: string, act: () => void): void => {
  try {
    act();
  } catch (error) {
    log.warn('a metric was dropped', { metric: name, reason: error instanceof Error ? error.message : String(error) });
  }
};

const sinkOf = (metrics: Metrics, log: Log): MetricsSink => ({
  add: (name, unit, value, dimensions) => {
    guarded(log, name, () => {
      if (dimensions === undefined || Object.keys(dimensions).length === 0) metrics.addMetric(name, unit, value);
      else
        metrics
          .singleMetric()
          .addDimensions({ ...dimensions })
          .addMetric(name, unit, value);
    });
  },
});

/**
 * Powertools behind the ports of telemetry. Service name, namespace and level come from POWERTOOLS_* variables, which Powertools
 * reads itself. Values of sensitive names and forms are masked in every line (F2.1).
 */
export const createTelemetry = (
  options: { readonly serviceName?: string; readonly namespace?: string } = {},
): Telemetry => {
  const { serviceName, namespace } = options;
  const logger = new Logger({ ...(serviceName === undefined ? {} : { serviceName }) });
  const metrics = new Metrics({
    ...(serviceName === undefined ? {} : { serviceName }),
    ...(namespace === undefined ? {} : { namespace }),
  });
  const log = logOf(logger);
  return {
    log,
    metrics: sinkOf(metrics, log),
    logger,
    addLogFields: (fields) => log.about(fields),
    flush: (functionName) => {
      guarded(log, METRICS.coldStart, () => {
        metrics.captureColdStartMetric(functionName);
        if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
      });
    },
  };
};

let shared: Telemetry | undefined;

/** The one telemetry of a function instance: handlers and adapters of the ports share it. */
export const telemetry = (): Telemetry => {
  shared ??= createTelemetry();
  return shared;
};
