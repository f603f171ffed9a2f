import { isProblem, problem } from '#core/problems';
import type { Problem } from '#core/problems';
import type { LogFields } from '#ports/telemetry';
import type { Telemetry } from '#lambda/telemetry';

const ABORTED = new Set(['AbortError', 'TimeoutError']);

/** Not `instanceof Error`: errors of other realms, such as a DOMException, are none there. */
const fieldOf = (error: unknown, field: 'name' | 'message'): string => {
  const value: unknown =
    typeof error === 'object' && error !== null ? (error as { readonly [key: string]: unknown })[field] : undefined;
  return typeof value === 'string' ? value : '';
};

/** Errors that the registry does not know are ours to repair; an aborted call means that the time was over. */
export const toProblem = (error: unknown): Problem => {
  if (isProblem(error)) return error;
  if (ABORTED.has(fieldOf(error, 'name')))
    return problem('timeout', 'the time of this request was over before it was answered', { cause: error });
  return problem('invariant-broken', fieldOf(error, 'message') || 'an error without a message', { cause: error });
};

/** Stack of an error and of what caused it, for the log. */
const stackOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause === undefined ? own : `${own}\ncaused by ${stackOf(error.cause)}`;
};

const LEVELS = { RequestRejected: 'info', DependencyUnavailable: 'warn', InvariantBroken: 'error' } as const;

/** One line per problem, at the level of its kind; only what we or somebody else must repair has a stack. */
export const logProblem = ({ log }: Telemetry, message: string, found: Problem, fields: LogFields = {}): void => {
  log[LEVELS[found.kind]](message, {
    result: found.kind === 'RequestRejected' ? 'rejected' : 'failed',
    error_class: found.code,
    reason: found.detail,
    ...(found.runId === undefined ? {} : { test_run_id: found.runId }),
    ...(found.kind === 'RequestRejected' ? {} : { stack: stackOf(found) }),
    ...fields,
  });
};
