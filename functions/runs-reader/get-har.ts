import { harOf } from '#core/har';
import type { Har } from '#core/har';
import { listResults } from './list-results.ts';
import type { ListResults, ListResultsPorts } from './list-results.ts';

/** A page of an HTTP Archive, whole in itself. Names that begin with `_` are what HAR 1.2 leaves to programs. */
export interface HarPage {
  readonly log: Har['log'] & {
    /** Cursor of the next page; null on the last one. */
    readonly _next: string | null;
    /** False while shards may still record. */
    readonly _complete: boolean;
  };
}

export interface GetHarPorts extends ListResultsPorts {
  /** Of this plane, for the archive's `creator`. */
  readonly version: string;
}

/**
 * The recorded requests of a run as HTTP Archive 1.2, page by page as the results are; masked as they are for whoever may not read payloads.
 *
 * @throws run-not-found, cursor-invalid, results-invalid, digest-mismatch
 */
export const getHar = ({ version, ...ports }: GetHarPorts) => {
  const results = listResults(ports);
  return async (asked: ListResults, signal: AbortSignal): Promise<HarPage> => {
    const { items, next, complete } = await results(asked, signal);
    const { log } = harOf(items, { name: 'assay', version });
    return { log: { ...log, _next: next, _complete: complete } };
  };
};
