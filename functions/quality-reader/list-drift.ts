import type { Principal } from '#core/access';
import { readsPayload } from '#core/grants';
import { problem } from '#core/problems';
import { reaches } from '#core/project-scope';
import type { DriftFilter, DriftLog } from '#ports/drift-log';
import type { PageRequest } from '#ports/page';

export interface ListDriftPorts {
  readonly drift: DriftLog;
}

export interface ListDrift {
  readonly principal: Principal;
  readonly filter: DriftFilter;
  readonly page: PageRequest;
}

/**
 * Changes of structures of a service, newest first (C10.1). What a field may hold is structure; the values of an enum are data.
 *
 * @throws service-not-found, cursor-invalid
 */
export const listDrift =
  ({ drift }: ListDriftPorts) =>
  async ({ principal, filter, page }: ListDrift, signal: AbortSignal) => {
    if (!reaches(principal, filter.service))
      throw problem('service-not-found', `there is no service ${filter.service}`);
    const withValues = readsPayload(principal, filter.service);
    const found = await drift.list(principal.tenant, filter, page, signal);
    return {
      items: found.items.map(({ service, operation, version, at, runId, records }) => ({
        service,
        operation,
        version,
        at,
        runId,
        changes: records.map(({ changeType, fieldPath, oldValue, newValue }) => ({
          changeType,
          fieldPath,
          ...(withValues ? { oldValue, newValue } : {}),
        })),
      })),
      next: found.next ?? null,
    };
  };
