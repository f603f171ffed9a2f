import type { ConstraintCoverage, ExploreCoverage } from '#core/acts/explore';
import type { Operation } from '#engines/contract/model';
import { statusMatches } from '#core/status-match';
import { constraintKey, type GeneratedCase } from './generated-case.ts';

interface Row {
  readonly place: string;
  readonly constraint: string;
  valid: number;
  invalid: number;
  validOf: number;
  invalidOf: number;
}

interface Page {
  requests: number;
  errors: number;
  readonly statuses: Map<string, number>;
  readonly mediaTypes: Set<string>;
  readonly rows: Map<string, Row>;
}

/** What was exercised of each operation. */
export class CoverageBook {
  readonly #pages = new Map<string, Page>();

  #page(operation: Operation): Page {
    const known = this.#pages.get(operation.id);
    if (known !== undefined) return known;
    const page: Page = { requests: 0, errors: 0, statuses: new Map(), mediaTypes: new Set(), rows: new Map() };
    this.#pages.set(operation.id, page);
    return page;
  }

  #row(operation: Operation, one: GeneratedCase): Row | undefined {
    if (one.constraint === undefined) return undefined;
    const { rows } = this.#page(operation);
    const key = constraintKey(one.constraint);
    const row = rows.get(key) ?? {
      place: one.constraint.place,
      constraint: one.constraint.keyword,
      valid: 0,
      invalid: 0,
      validOf: 0,
      invalidOf: 0,
    };
    rows.set(key, row);
    return row;
  }

  /** Sent to all operations. */
  get requests(): number {
    return [...this.#pages.values()].reduce((total, { requests }) => total + requests, 0);
  }

  /** There is such a case. */
  plan(one: GeneratedCase): void {
    const row = this.#row(one.operation, one);
    if (row === undefined) return;
    if (one.kind === 'invalid') row.invalidOf += 1;
    else row.validOf += 1;
  }

  /** It was sent and answered. */
  note(one: GeneratedCase, status: number | undefined, mediaType: string | undefined): void {
    const page = this.#page(one.operation);
    page.requests += 1;
    if (status === undefined) page.errors += 1;
    if (one.method !== undefined) return;
    if (status !== undefined) page.statuses.set(String(status), (page.statuses.get(String(status)) ?? 0) + 1);
    if (mediaType !== undefined) page.mediaTypes.add(mediaType);
    const row = this.#row(one.operation, one);
    if (row === undefined) return;
    if (one.kind === 'invalid') row.invalid += 1;
    else row.valid += 1;
  }

  of(operation: Operation): ExploreCoverage {
    const page = this.#page(operation);
    const seen = [...page.statuses.keys()].map(Number);
    const types = (operation.requestBody?.content ?? []).map(({ mediaType }) => mediaType);
    const constraints = [...page.rows.values()].map((row): ConstraintCoverage => ({ ...row }));
    return {
      operation: operation.id,
      requests: page.requests,
      requestErrors: page.errors,
      statuses: Object.fromEntries([...page.statuses].sort(([a], [b]) => a.localeCompare(b))),
      statusesMissed: operation.responses
        .map(({ status }) => status)
        .filter((status) => status !== 'default' && !seen.some((one) => statusMatches(one, status))),
      mediaTypesSent: [...page.mediaTypes].sort(),
      mediaTypesMissed: types.filter((type) => !page.mediaTypes.has(type)),
      constraints,
    };
  }
}
