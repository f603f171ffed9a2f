/** Act `walk`: goes through all pages of a list and proves that it is whole (C9). */
import type { ListTotal, NextPage, PagedList } from '#core/acts/data-request';

export interface WalkDefinition extends PagedList {
  readonly next: NextPage;
  /** JSONPath, below an element, to what tells elements apart; the whole element when absent. */
  readonly key?: string;
  /** Each page must tell the same total, and it must be the number of elements. */
  readonly total?: ListTotal;
  /** Elements of each page but the last, which has at most so many. */
  readonly pageSize?: number;
  /** A list that must have the same elements, such as the same one in pages of another size. */
  readonly sameAs?: PagedList & { readonly key?: string };
  /** An empty list passes only where this is 0; 1 when absent. */
  readonly itemsMin?: number;
}
