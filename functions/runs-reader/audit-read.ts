import type { Principal } from '#core/access';
import type { AuditTrail } from '#ports/access-store';
import type { Clock } from '#ports/clock';

export interface PayloadRead {
  readonly principal: Principal;
  readonly requestId: string;
  /** Path-like name of what was read: `run/{runId}/results`. */
  readonly resource: string;
}

/** E5, F1.1: every read of payload is on the trail before the caller has it. */
export const auditPayloadRead = async (
  { audit, clock }: { readonly audit: AuditTrail; readonly clock: Clock },
  { principal, requestId, resource }: PayloadRead,
  signal: AbortSignal,
): Promise<void> => {
  await audit.append(
    {
      tenant: principal.tenant,
      atEpochMs: clock.nowMs(),
      principal: principal.subject,
      action: 'payload.read',
      resource,
      requestId,
    },
    signal,
  );
};
