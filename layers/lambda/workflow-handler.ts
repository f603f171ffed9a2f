import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { MiddlewareObj, Request } from '@middy/core';
import type { Context } from 'aws-lambda';

import { problem } from '#core/problems';
import { logProblem, toProblem } from '#lambda/to-problem';
import { telemetry as sharedTelemetry } from '#lambda/telemetry';
import type { Telemetry } from '#lambda/telemetry';

/** Kept back from the time of the function: enough to log, write metrics and fail with a name that the state machine knows. */
const TIMEOUT_EARLY_MS = 500;

export type WorkflowUseCase<Input, Output> = (input: Input, signal: AbortSignal) => Promise<Output>;

/** Makes the use case's input of what came; rejects with a Problem that says what was expected. */
export type ReadInput<Input> = (event: unknown) => Input;

export type WorkflowHandler<Output> = (event: unknown, context: Context) => Promise<Output>;

interface WorkflowState extends Record<string, unknown> {
  startedAtMs?: number;
}

type WorkflowRequest = Request<unknown, unknown, Error, Context, WorkflowState>;

const textField = (event: unknown, name: string): string | undefined => {
  const value: unknown =
    typeof event === 'object' && event !== null ? (event as { readonly [key: string]: unknown })[name] : undefined;
  return typeof value === 'string' ? value : undefined;
};

const shardField = (event: unknown): number | undefined => {
  const value: unknown =
    typeof event === 'object' && event !== null ? (event as { readonly shard?: unknown }).shard : undefined;
  return typeof value === 'number' ? value : undefined;
};

/** One log line and the metrics of each invocation. An error leaves as a Problem, so that `error.name` is a code of the registry. */
const workflowTelemetry = (
  name: string,
  telemetry: Telemetry,
): MiddlewareObj<unknown, unknown, Error, Context, WorkflowState> => {
  const durationOf = ({ internal }: WorkflowRequest): number =>
    internal.startedAtMs === undefined ? 0 : Math.round(performance.now() - internal.startedAtMs);
  const workflowTelemetryBefore = ({ event, internal }: WorkflowRequest): void => {
    internal.startedAtMs = performance.now();
    const runId = textField(event, 'runId');
    telemetry.addLogFields({
      operation: name,
      tenant: textField(event, 'tenant'),
      correlation_id: runId ?? textField(event, 'id'),
      test_run_id: runId,
      shard: shardField(event),
    });
  };
  const workflowTelemetryAfter = (request: WorkflowRequest): void => {
    telemetry.log.info(`${name} done`, { result: 'done', duration_ms: durationOf(request) });
    telemetry.flush(request.context.functionName);
  };
  const workflowTelemetryOnError = (request: WorkflowRequest): void => {
    const found = toProblem(request.error);
    request.error = found;
    logProblem(telemetry, `${name} failed`, found, { duration_ms: durationOf(request) });
    telemetry.flush(request.context.functionName);
  };
  return { before: workflowTelemetryBefore, after: workflowTelemetryAfter, onError: workflowTelemetryOnError };
};

/**
 * The Lambda handler of one function of the state machines: one contract, no modes. What the use case rejects with reaches the machine
 * under the code of the registry (`dependency-unavailable`, …), anything unknown as `invariant-broken`.
 *
 * @param name     of the function, for log lines
 * @param readInput makes the input of the state's payload, such as readRunPointer
 */
export const workflowHandler = <Input, Output>(
  name: string,
  useCase: WorkflowUseCase<Input, Output>,
  readInput: ReadInput<Input>,
  options: { readonly telemetry?: Telemetry } = {},
): WorkflowHandler<Output> => {
  const telemetry = options.telemetry ?? sharedTelemetry();
  const handler = middy<unknown, unknown, Error, Context, WorkflowState>({
    timeoutEarlyInMillis: TIMEOUT_EARLY_MS,
    timeoutEarlyResponse: () => {
      throw problem('timeout', `the time of ${name} was over before it was done`);
    },
  })
    .use(injectLambdaContext(telemetry.logger, { resetKeys: true }))
    .use(workflowTelemetry(name, telemetry))
    .handler(async (event: unknown, _context: Context, { signal }: { signal: AbortSignal }) =>
      useCase(readInput(event), signal),
    );
  return (event, context) => handler(event, context) as Promise<Output>;
};
