/** Act `examples`: holds every example of an OpenAPI document against its schema and, when asked, sends it (C13). */
import type { OperationChoice } from '#core/acts/explore';

export const EXAMPLE_EXECUTIONS = ['none', 'safe', 'all'] as const;
/** `safe` sends GET and HEAD, `all` every method. */
export type ExampleExecution = (typeof EXAMPLE_EXECUTIONS)[number];

export interface ExamplesDefinition {
  /** Name of one of the suite's documents; may be absent when there is one. */
  readonly document?: string;
  /** Name of one of the environment's targets. */
  readonly target?: string;
  readonly operations?: OperationChoice;
  /** Which operations' examples are sent as well; none when absent. */
  readonly execute?: ExampleExecution;
  /** Sent with every request, such as the login's: `Authorization: Bearer {{token}}`. */
  readonly headers?: { readonly [name: string]: string };
  /** Added to every query, such as a key. */
  readonly query?: { readonly [name: string]: string };
  /** What the document does not speak of fails an answer; otherwise it warns. False when absent. */
  readonly strict?: boolean;
  /** Operations without any example fail; otherwise they warn. False when absent. */
  readonly required?: boolean;
  /** Requests at most, 1 to 10000; 500 when absent. */
  readonly requestsMax?: number;
}

export const EXAMPLE_REQUESTS_DEFAULT = 500;
