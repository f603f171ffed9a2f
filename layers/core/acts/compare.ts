/** Act `compare`: the same requests go to two targets, and their answers are held against each other (C5.2). */
import type { DataRequest } from '#core/acts/data-request';
import type { OperationChoice } from '#core/acts/explore';
import type { GoldenList, GoldenTolerance } from '#core/acts/golden';

/**
 * `breaking`: a client of the stable target can stumble over it: another status, media type, a field or header that is gone, another type,
 * null where none was. `value`: another value of the same kind. `compatible`: a field or header more. `latency`: slower than allowed.
 */
export const COMPARE_CLASSES = ['breaking', 'value', 'compatible', 'latency'] as const;
export type CompareClass = (typeof COMPARE_CLASSES)[number];

/** How much slower the candidate may be, judged over all requests of an operation. */
export interface CompareLatency {
  /** Percentile that is held against each other, 1 to 99.9; 95 when absent. */
  readonly percentile?: number;
  /** The candidate's time may be so many times the stable one's: 1.2 is a fifth slower. */
  readonly ratioMax: number;
  /** Milliseconds that are never a difference; 20 when absent. */
  readonly slackMs?: number;
}

/** Exactly one of requests and document. */
export interface CompareDefinition {
  /** Name of the environment's target that is right: the old version, the stable one. `default` when absent. */
  readonly stable?: string;
  /** Name of the environment's target that is held against it: the new version, the canary. */
  readonly candidate: string;
  readonly requests?: readonly DataRequest[];
  /** Name of one of the suite's documents: requests are made from it, the same for every run of a seed. */
  readonly document?: string;
  readonly operations?: OperationChoice;
  /** Requests made for each operation of the document, 1 to 100; 5 when absent. */
  readonly perOperation?: number;
  /** How often each request is sent, 1 to 1000: latency needs many; 1 when absent. */
  readonly repeat?: number;
  /** `all` sends methods that change something too, to both targets; `safe` (GET, HEAD, OPTIONS) when absent. */
  readonly methods?: 'safe' | 'all';
  /** Requests at most to each target, 1 to 100000; 1000 when absent. */
  readonly requestsMax?: number;
  readonly headers?: { readonly [name: string]: string };
  readonly query?: { readonly [name: string]: string };
  /** JSONPaths of values that are not compared. */
  readonly ignore?: readonly string[];
  readonly tolerances?: readonly GoldenTolerance[];
  readonly lists?: readonly GoldenList[];
  /** Headers whose values are compared; of the others only whether they are there. */
  readonly compareHeaders?: readonly string[];
  /** Headers that are not looked at, besides those that every answer has of its own (Date, ETag and the like). */
  readonly ignoreHeaders?: readonly string[];
  readonly latency?: CompareLatency;
  /** Classes of difference that fail the case, the others warn; all but `compatible` when absent. */
  readonly fail?: readonly CompareClass[];
  /** Makes the same requests in every run; the run's own seed when absent. */
  readonly seed?: string;
}

export const COMPARE_REQUESTS_DEFAULT = 1000;
export const COMPARE_PER_OPERATION_DEFAULT = 5;
export const COMPARE_SLACK_MS_DEFAULT = 20;
