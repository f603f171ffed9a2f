/** Act `golden`: holds an answer against one that is known to be right, or against the last one (C9). */
import type { DataRequest } from '#core/acts/data-request';
import type { DifferenceKind } from '#core/value-differences';
import type { Json } from '#core/units';

/** Numbers and times that differ a little count as equal: within `absolute`, within `relative` of the golden value, or `timeMs` apart. */
export interface GoldenTolerance {
  /** JSONPath to the values. */
  readonly path: string;
  readonly absolute?: number;
  /** Share of the golden value: 0.05 is five per cent. */
  readonly relative?: number;
  /** Both are times (RFC 3339, or seconds or milliseconds since 1970). */
  readonly timeMs?: number;
}

/** How the elements of lists find each other; by place where nothing is said. Exactly one of anyOrder and key. */
export interface GoldenList {
  /** JSONPath to the lists. */
  readonly path: string;
  readonly anyOrder?: true;
  /** Field of the elements, or fields with dots between them. */
  readonly key?: string;
}

/** Exactly one of document, expected and last. */
export interface GoldenDefinition {
  readonly request: DataRequest;
  /** Name of a document of the suite. */
  readonly document?: string;
  /** JSON Pointer to the golden value inside the document; all of it when absent. */
  readonly at?: string;
  readonly expected?: Json;
  /** Against the last answer of this resource: differences are warnings unless `fail` says otherwise. */
  readonly last?: true;
  /** What tells resources apart in the history; path and query of the request when absent. */
  readonly resource?: string;
  /** `GET /orders/{id}`: the operation in the history; method and path of the request when absent. */
  readonly operation?: string;
  /** SHA-256 (hex) of the golden value as canonical JSON (RFC 8785): another one is not used, the case is errored. */
  readonly sha256?: string;
  /** JSONPath to the part of the answer that is compared; all of it when absent. */
  readonly path?: string;
  /** JSONPaths of values that are not compared. */
  readonly ignore?: readonly string[];
  readonly tolerances?: readonly GoldenTolerance[];
  readonly lists?: readonly GoldenList[];
  /** Kinds of difference that fail the case; the others warn. All when absent, none with `last`. */
  readonly fail?: readonly DifferenceKind[];
}
