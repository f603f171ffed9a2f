import type { Validator } from './validator.ts';

export interface RouteParameter {
  /** As the contract writes it; header names in lower case. */
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  /** The text is turned into a whole number before it is validated. */
  readonly integer: boolean;
  readonly default?: number | string;
  /** For a path parameter: the problem code of a value that cannot name anything. */
  readonly notFound?: string;
  readonly validate: Validator;
}

/** One operation of the API, as the OpenAPI document has it. */
export interface Route<Operation extends string = string> {
  readonly operationId: Operation;
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** As API Gateway's `resource` has it: `/tests/run/{runId}`. */
  readonly path: string;
  /** The folder in functions/ that serves it. */
  readonly function: string;
  /** A right of the role matrix, or `public`. */
  readonly right: string;
  readonly parameters: readonly RouteParameter[];
  readonly body?: {
    readonly schema: string;
    readonly required: boolean;
    readonly bytesMax: number;
    readonly validate: Validator;
  };
}
