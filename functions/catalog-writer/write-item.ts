import type { Principal } from '#core/access';
import { canonicalJson } from '#core/canonical-json';
import { sha256Hex } from '#core/digest';
import { revisionTag } from '#core/catalog-view';
import { problem } from '#core/problems';
import type { AuditTrail } from '#ports/access-store';
import type { Clock } from '#ports/clock';

export interface WriteItemPorts {
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

/** Who changes what, and from which revision. */
export interface Change {
  readonly principal: Principal;
  readonly requestId: string;
  /** The If-Match header: the revision that may be replaced. */
  readonly ifMatch?: string;
}

/** How a catalog item was left; `created` is 201, the others 200. */
export interface Written<T> {
  readonly item: T;
  readonly outcome: 'created' | 'replaced' | 'unchanged';
}

/** Longer definitions stand in the audit trail as their digest: an entry is one item of the table. */
const AUDIT_TEXT_MAX = 16_384;

export const auditText = (definition: unknown): string => {
  const text = canonicalJson(definition);
  return text.length <= AUDIT_TEXT_MAX ? text : `sha256:${sha256Hex(text)}`;
};

/** @throws revision-conflict when If-Match names another revision than the one that is there */
export const requireRevision = (what: string, ifMatch: string | undefined, revision: number): void => {
  if (ifMatch === undefined || ifMatch === revisionTag(revision)) return;
  throw problem(
    'revision-conflict',
    `${what}: expected revision ${ifMatch}, found ${revision === 0 ? 'none' : revisionTag(revision)}`,
  );
};

export interface Write<T> {
  /** `service/shop` */
  readonly resource: string;
  readonly before: T | undefined;
  readonly after: T;
  /** What of an item counts as its content: equal content is no change and makes no revision. */
  readonly content: (item: T) => unknown;
  /** Stores `after` when the revision is still the one of `before`. */
  readonly put: (signal: AbortSignal) => Promise<void>;
}

/**
 * Writes a catalog item with its audit entry. The entry comes first: a change without its entry must not exist, an entry without its
 * change is followed by one that says so.
 */
export const writeItem =
  ({ audit, clock }: WriteItemPorts) =>
  async <T>(
    { principal, requestId }: Change,
    { resource, before, after, content, put }: Write<T>,
    signal: AbortSignal,
  ): Promise<Written<T>> => {
    const beforeText = before === undefined ? undefined : auditText(content(before));
    if (before !== undefined && canonicalJson(content(before)) === canonicalJson(content(after)))
      return { item: before, outcome: 'unchanged' };

    const entry = { tenant: principal.tenant, principal: principal.subject, resource, requestId };
    await audit.append(
      {
        ...entry,
        atEpochMs: clock.nowMs(),
        action: before === undefined ? 'catalog.create' : 'catalog.replace',
        ...(beforeText === undefined ? {} : { before: beforeText }),
        after: auditText(content(after)),
      },
      signal,
    );
    try {
      await put(signal);
    } catch (error) {
      await audit.append(
        {
          ...entry,
          atEpochMs: clock.nowMs(),
          action: 'catalog.not-written',
          after: error instanceof Error ? error.name : 'unknown',
        },
        signal,
      );
      throw error;
    }
    return { item: after, outcome: before === undefined ? 'created' : 'replaced' };
  };
