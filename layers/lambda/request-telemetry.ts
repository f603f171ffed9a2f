import type { OperationId } from '#contracts/generated/types';
import { METRICS } from '#core/metric-names';
import type { HttpMiddleware, HttpRequest } from '#lambda/http-state';
import { logProblem, toProblem } from '#lambda/to-problem';
import type { Telemetry } from '#lambda/telemetry';
import type { ApiAnswer } from '#ports/api';

const CLIENT_ERRORS = 400;
const SERVER_ERRORS = 500;

interface Measured {
  readonly status: number;
  readonly durationMs: number;
  readonly waitedMs: number;
}

const measure = (
  { metrics }: Telemetry,
  operation: string | undefined,
  { status, durationMs, waitedMs }: Measured,
): void => {
  const latencyMs = Math.max(0, durationMs - waitedMs);
  const finer = { operation: operation ?? 'unknown' };
  const counted =
    status >= SERVER_ERRORS ? [METRICS.serverErrors] : status >= CLIENT_ERRORS ? [METRICS.clientErrors] : [];
  metrics.add(METRICS.latencyMs, 'Milliseconds', latencyMs);
  metrics.add(METRICS.latencyMs, 'Milliseconds', latencyMs, finer);
  for (const name of counted) {
    metrics.add(name, 'Count', 1);
    metrics.add(name, 'Count', 1, finer);
  }
};

const sinceStart = ({ internal }: HttpRequest): number =>
  internal.received === undefined ? 0 : performance.now() - internal.received.startedAtMs;

/** One log line and the metrics of each request: latency without the wait that the caller asked for, and errors by class. */
export const requestTelemetry = (telemetry: Telemetry): HttpMiddleware => {
  const finish = (request: HttpRequest, measured: Measured): void => {
    measure(telemetry, request.internal.matched?.route.operationId, measured);
    telemetry.flush(request.context.functionName);
  };
  const requestTelemetryAfter = (request: HttpRequest): void => {
    const { status, waitedMs = 0 } = request.response as ApiAnswer<OperationId>;
    const durationMs = sinceStart(request);
    telemetry.log.info('request answered', {
      status,
      result: 'answered',
      duration_ms: Math.round(durationMs),
      waited_ms: Math.round(waitedMs),
    });
    finish(request, { status, durationMs, waitedMs });
  };
  const requestTelemetryOnError = (request: HttpRequest): void => {
    const found = toProblem(request.error);
    const durationMs = sinceStart(request);
    logProblem(telemetry, 'request refused', found, { status: found.status, duration_ms: Math.round(durationMs) });
    finish(request, { status: found.status, durationMs, waitedMs: 0 });
  };
  return { after: requestTelemetryAfter, onError: requestTelemetryOnError };
};
