import type { Principal } from '#core/access';
import { canonicalJson } from '#core/canonical-json';
import { decideFinding } from '#core/finding-record';
import type { Decision, FindingRecord } from '#core/finding-record';
import { withRight } from '#core/grants';
import { problem } from '#core/problems';
import { reaches } from '#core/project-scope';
import type { AuditTrail } from '#ports/access-store';
import type { Clock } from '#ports/clock';
import type { FindingStore } from '#ports/finding-store';

export interface DecideFindingPorts {
  readonly findings: FindingStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

export interface DecideFinding {
  readonly principal: Principal;
  readonly requestId: string;
  readonly service: string;
  readonly fingerprint: string;
  readonly state: Decision;
  readonly reason: string;
  readonly owner?: string;
}

const ROUNDS_MAX = 5;

/** That nobody has to act on a finding is an approval; that somebody looked at it is not. */
const requireRight = ({ principal, state, service }: DecideFinding): void => {
  if (state === 'triaged') return;
  const approver = withRight(principal, 'approval:give');
  if (approver !== undefined && reaches(approver, service)) return;
  throw problem('forbidden', `only an approver of ${service} may call a finding ${state}, you are ${principal.role}`);
};

const tell = (
  { principal, requestId, service, fingerprint, state, reason, owner }: DecideFinding,
  before: FindingRecord,
  { audit, clock }: DecideFindingPorts,
  signal: AbortSignal,
): Promise<void> =>
  audit.append(
    {
      tenant: principal.tenant,
      principal: principal.subject,
      requestId,
      resource: `finding/${service}/${fingerprint}`,
      action: 'finding.decide',
      atEpochMs: clock.nowMs(),
      before: canonicalJson({ state: before.state, owner: before.owner ?? null }),
      after: canonicalJson({ state, owner: owner ?? before.owner ?? null, reason }),
    },
    signal,
  );

/**
 * Records what a person decided about a finding; who, when and why is on the audit trail.
 *
 * @throws finding-not-found, forbidden; finding-fixed when there is nothing left to decide; dependency-unavailable
 */
export const decideAboutFinding =
  (ports: DecideFindingPorts) =>
  async (asked: DecideFinding, signal: AbortSignal): Promise<FindingRecord> => {
    const { principal, service, fingerprint, state, owner } = asked;
    const { tenant } = principal;
    const notFound = problem('finding-not-found', `there is no finding ${fingerprint} of service ${service}`);
    if (!reaches(principal, service)) throw notFound;
    requireRight(asked);
    for (let round = 0; round < ROUNDS_MAX; round += 1) {
      const stored = await ports.findings.get(tenant, service, fingerprint, signal);
      if (stored === undefined) throw notFound;
      const decided = decideFinding(stored.record, state, ports.clock.nowMs(), owner);
      if (decided === undefined) throw problem('finding-fixed', 'expected an open finding, got one that is fixed');
      await tell(asked, stored.record, ports, signal);
      if (await ports.findings.put(tenant, decided, stored.revision, signal)) return decided;
    }
    throw problem('dependency-unavailable', `the finding ${fingerprint} is being changed by too many at once`, {
      retryAfterSeconds: 1,
    });
  };
