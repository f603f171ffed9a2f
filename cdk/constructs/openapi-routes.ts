import { readFileSync } from 'node:fs';
import { FUNCTION_NAMES } from './function-sizes.ts';
import type { FunctionName } from './function-sizes.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head'] as const;

/** One operation of the contract, as the gateway needs it. */
export interface Route {
  /** `/tests/run/{runId}` */
  readonly path: string;
  /** Upper case. */
  readonly method: string;
  readonly function: FunctionName;
  /** Needs no token. */
  readonly isPublic: boolean;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const routeOf = (path: string, method: string, operation: unknown): Route => {
  const at = `${method.toUpperCase()} ${path}`;
  if (!isRecord(operation)) throw new Error(`${at}: an operation must be an object`);
  const served = FUNCTION_NAMES.find((name) => name === operation['x-assay-function']);
  if (served === undefined) {
    throw new Error(
      `${at}: x-assay-function must be one of ${FUNCTION_NAMES.join(', ')}, got ${String(operation['x-assay-function'])}`,
    );
  }
  if (typeof operation['x-assay-right'] !== 'string') throw new Error(`${at}: x-assay-right is missing`);
  return { path, method: method.toUpperCase(), function: served, isPublic: operation['x-assay-right'] === 'public' };
};

/**
 * Reads every operation of an OpenAPI document.
 *
 * @throws Error naming the operation, what was expected and what came
 */
export const readRoutes = (file: string): readonly Route[] => {
  const document: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const paths = isRecord(document) ? document['paths'] : undefined;
  if (!isRecord(paths)) throw new Error(`${file}: an OpenAPI document with paths was expected`);
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.filter((method) => isRecord(item) && method in item).map((method) =>
      routeOf(path, method, isRecord(item) ? item[method] : undefined),
    ),
  );
};
