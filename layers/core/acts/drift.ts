/** Act `drift`: learns what answers of an operation look like and tells what changed (C10). */
import type { DataRequest } from '#core/acts/data-request';
import type { ChangeType } from '#core/structure-changes';

export interface DriftDefinition {
  /** `GET /orders/{id}`, as reports name it. */
  readonly operation: string;
  /** Asked one after the other until there are `samples` answers. */
  readonly requests: readonly DataRequest[];
  /** Answers that are looked at, 1 to 100; 5, or the number of requests if that is more, when absent. */
  readonly samples?: number;
  /** JSONPath to what is a sample of its own in an answer: `$.items[*]`. The whole answer when absent. */
  readonly path?: string;
  /** Values on each side before anything is concluded from all of them being alike; 5 when absent. */
  readonly samplesMin?: number;
  /**
   * Name of a document of the suite with answers that are known to be right, a list or one: what is compared with. What earlier runs saw
   * when absent.
   */
  readonly reference?: string;
  /** Kinds of change that fail the case; none when absent: changes are warnings. */
  readonly fail?: readonly ChangeType[];
}

export const DRIFT_SAMPLES_DEFAULT = 5;
