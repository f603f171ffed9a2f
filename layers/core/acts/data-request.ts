import type { RequestTemplate } from '#core/suite';

/** A request of a data act. Answers other than 2xx fail the case; no answer leaves it errored. */
export type DataRequest = Pick<RequestTemplate, 'path' | 'target' | 'query' | 'headers' | 'json' | 'timeoutMs'> & {
  /** GET when absent. */
  readonly method?: string;
};

/** Where the next page of a list is found. */
export type NextPage =
  /** The Link header's URL of this relation (RFC 8288), such as `next`. */
  | { readonly link: string }
  /** JSONPath to the URL of the next page; null, an empty text or nothing ends the list. */
  | { readonly url: string }
  /** JSONPath to a cursor, and the query parameter that takes it. */
  | { readonly cursor: string; readonly parameter: string }
  /** Query parameter for the number of elements to leave out; the list ends with an empty or short page, or at the total. */
  | { readonly offset: string }
  /** Query parameter for the number of the page; the first one is 1 unless `first` says so. */
  | { readonly page: string; readonly first?: number };

/** Where a list says how many elements it has in all pages together. */
export type ListTotal = { readonly path: string } | { readonly header: string };

/** A list and how to go through its pages. */
export interface PagedList {
  readonly request: DataRequest;
  /** JSONPath to the elements of a page: the list itself, or each of its elements. */
  readonly items: string;
  /** One page only when absent. */
  readonly next?: NextPage;
  /** Most pages, 1 to 10000; PAGES_MAX_DEFAULT when absent. */
  readonly pagesMax?: number;
}

export const PAGES_MAX_DEFAULT = 200;
