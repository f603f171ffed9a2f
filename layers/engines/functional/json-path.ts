import { JSONPathEnvironment } from 'json-p3';
import type { JSONPathNodeList, JSONPathQuery } from 'json-p3';
import type { Json } from '#core/units';
import { bounded } from '#engines/functional/bounded';

/** RFC 9535, no extensions: no path runs code. */
const environment = new JSONPathEnvironment({ strict: true, maxRecursionDepth: 1000 });
const compiled = new Map<string, JSONPathQuery>();
/** Expressions that hold a row's value differ from row to row. */
const COMPILED_MAX = 10_000;

const queryOf = (path: string): JSONPathQuery => {
  const known = compiled.get(path);
  if (known !== undefined) return known;
  const query = environment.compile(path);
  if (compiled.size >= COMPILED_MAX) compiled.clear();
  compiled.set(path, query);
  return query;
};

/** Why a text is no JSONPath, or undefined when it is one. */
export const pathProblem = (path: string): string | undefined => {
  try {
    queryOf(path);
    return undefined;
  } catch (error) {
    return `expected a JSONPath (RFC 9535), got ${JSON.stringify(path)}: ${error instanceof Error ? error.message : 'not readable'}`;
  }
};

export interface PathResult {
  /** True when the path can give one value at most: names and indexes only. */
  readonly singular: boolean;
  readonly values: readonly Json[];
}

export interface PathNode {
  readonly value: Json;
  /** Normalized path (RFC 9535, section 2.7), such as `$['items'][0]`. */
  readonly path: string;
}

/** Names and indexes alone take time proportional to the path, so they need no watchdog. */
const SIMPLE = /^\$(?:\.[A-Za-z_][A-Za-z0-9_]*|\[-?\d+\])*$/u;

const selectIn = <T>(path: string, document: Json, read: (nodes: JSONPathNodeList) => T): T => {
  const query = queryOf(path);
  const select = (): T => read(query.query(document as Parameters<JSONPathQuery['query']>[0]));
  return SIMPLE.test(path) ? select() : bounded(select);
};

/**
 * Applies a JSONPath in bounded time: filters, descendants and regular expressions of a path may be hostile.
 *
 * @throws TookTooLong; JSONPathError for a path that `pathProblem` refuses
 */
export const applyPath = (path: string, document: Json): PathResult => ({
  singular: queryOf(path).singularQuery(),
  values: selectIn(path, document, (nodes) => nodes.values() as readonly Json[]),
});

/**
 * The same selection, with the place of each value.
 *
 * @throws as applyPath
 */
export const locate = (path: string, document: Json): readonly PathNode[] =>
  selectIn(path, document, (nodes) =>
    nodes.nodes.map((node) => ({ value: node.value as Json, path: node.getPath({ form: 'canonical' }) })),
  );
