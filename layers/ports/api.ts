import type { OperationId, Operations } from '#contracts/generated/types';
import type { Principal } from '#core/access';

/**
 * One authenticated request of an operation, as a use case gets it: validated against the contract, defaults filled in.
 * Header names are in lower case.
 */
export interface ApiCall<Operation extends OperationId> {
  readonly principal: Principal;
  readonly path: Operations[Operation]['path'];
  readonly query: Operations[Operation]['query'];
  readonly headers: Operations[Operation]['headers'];
  readonly body: Operations[Operation]['body'];
  /** Trace id (32 hex digits) of the caller's `traceparent`, or a new one: it follows the run everywhere (A1). */
  readonly traceId: string;
  /** The gateway's id of this request, for the audit trail. */
  readonly requestId: string;
}

/** An answer. A body that is an object is sent as JSON, a text as it is with the content type among the headers. */
export interface ApiAnswer<Operation extends OperationId> {
  readonly status: number;
  readonly headers?: { readonly [name: string]: string };
  readonly body?: Operations[Operation]['answer'];
  /** Milliseconds of the answer's time that were spent waiting because the caller asked for it; not counted as latency. */
  readonly waitedMs?: number;
}

/** The logic of one route: no AWS, no HTTP, no env. Rejects with a Problem of the registry. */
export type ApiUseCase<Operation extends OperationId> = (
  call: ApiCall<Operation>,
  signal: AbortSignal,
) => Promise<ApiAnswer<Operation>>;

/** One use case for each route of a function. */
export type ApiUseCases<Operation extends OperationId> = { readonly [operation in Operation]: ApiUseCase<operation> };
