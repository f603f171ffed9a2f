/** Act `census`: counts what values a list has, whether what it refers to exists, and whether each language is there (C9). */
import type { DataRequest, PagedList } from '#core/acts/data-request';
import type { Json } from '#core/units';

/** Values that must be among declared ones, and declared ones that should be seen. Exactly one of values and schema. */
export interface CensusEnum {
  /** JSONPath, below an element, to the values. */
  readonly path: string;
  readonly values?: readonly Json[];
  /** Where a document of the suite declares them. */
  readonly schema?: {
    readonly document?: string;
    /** JSON Pointer to the `enum` list, or the schema that has it. */ readonly at: string;
  };
  /** What a declared value that no element has is; `warn` when absent. */
  readonly unseen?: 'warn' | 'fail' | 'ignore';
}

/** Ids in one list that must exist in another. Exactly one of list and each. */
export interface CensusReference {
  /** JSONPath, below an element, to the ids; null is no reference. */
  readonly path: string;
  /** A list that has them all. */
  readonly list?: PagedList & { readonly key: string };
  /** A request for each id: `{id}` in the path stands for it. A 2xx answer means that it exists. */
  readonly each?: DataRequest;
  /** Most ids that are asked for one by one, 1 to 1000, chosen evenly; 100 when absent. */
  readonly eachMax?: number;
}

/** Each declared locale must give its own variant. */
export interface CensusLocales {
  readonly request: DataRequest;
  readonly values: readonly string[];
  /** Where the locale is sent; the header accept-language when absent. */
  readonly parameter?: { readonly query: string } | { readonly header: string };
  /** JSONPath to a text that must not be the same in two locales. */
  readonly text?: string;
  /** What says which locale an answer is in; the header content-language when absent. */
  readonly says?: { readonly header: string } | { readonly path: string };
}

/** At least one of enums, references and locales; `list` is needed for the first two. */
export interface CensusDefinition {
  readonly list?: PagedList;
  readonly enums?: readonly CensusEnum[];
  readonly references?: readonly CensusReference[];
  readonly locales?: CensusLocales;
  /** Fewer elements are no census; 1 when absent. */
  readonly itemsMin?: number;
}

export const REFERENCES_ASKED_DEFAULT = 100;
