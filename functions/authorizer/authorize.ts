import type { Principal, TrustRule } from '#core/access';
import type { Claims } from '#core/claim-conditions';
import { whyIgnored } from '#core/issuers';
import type { Issuer } from '#core/issuers';
import { isProblem } from '#core/problems';
import type { ProblemCode } from '#core/problems';
import { matchTrustRules, namespaceOfToken, principalOf } from '#core/trust';
import type { AccessStore } from '#ports/access-store';
import type { Clock } from '#ports/clock';
import type { Log } from '#ports/telemetry';
import type { KeySets } from './key-sets.ts';
import { verifyToken } from './verify-token.ts';

/** A removed rule lets nobody in for longer than this. */
export const RULES_FRESH_MS = 10_000;

export interface AuthorizePorts {
  readonly issuers: readonly Issuer[];
  /** Rules that came with the deploy. */
  readonly firstOwners: readonly TrustRule[];
  readonly keySets: KeySets;
  readonly access: AccessStore;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Authorize {
  readonly authorization?: string;
  /** Value of X-Assay-Tenant. */
  readonly tenant?: string;
}

/** `unauthenticated` is a 401, `forbidden` a 403: who the caller is was proven, but no rule lets them in. */
export type Authorization =
  | { readonly kind: 'allowed'; readonly principal: Principal }
  | { readonly kind: 'unauthenticated' | 'forbidden'; readonly code: ProblemCode; readonly detail: string };

interface RulesReader {
  /** Read again when they are RULES_FRESH_MS old. */
  readonly recent: (
    issuer: string,
    signal?: AbortSignal,
  ) => Promise<{ readonly rules: readonly TrustRule[]; readonly held: boolean }>;
  readonly now: (issuer: string, signal?: AbortSignal) => Promise<readonly TrustRule[]>;
}

/** Says once of each rule that it is not believed: whoever wonders why it lets nobody in finds it in the log. */
const ignoredTeller = ({ issuers, log }: AuthorizePorts): ((rules: readonly TrustRule[]) => void) => {
  const told = new Set<string>();
  return (rules) => {
    for (const rule of rules) {
      const name = `${rule.tenant}/${rule.id}`;
      const reason = whyIgnored(issuers, rule);
      if (reason === undefined) told.delete(name);
      else if (!told.has(name)) {
        told.add(name);
        log.warn('a trust rule is ignored', { tenant: rule.tenant, rule: rule.id, reason });
      }
    }
  };
};

/** Rules of an issuer; the built-in ones beside the stored ones. */
const rulesReader = (ports: AuthorizePorts): RulesReader => {
  const { access, clock, firstOwners } = ports;
  const tellIgnored = ignoredTeller(ports);
  const held = new Map<string, { readonly rules: readonly TrustRule[]; readonly readAtMs: number }>();
  const now: RulesReader['now'] = async (issuer, signal) => {
    const readAtMs = clock.nowMs();
    const stored = await access.rulesOfIssuer(issuer, signal);
    tellIgnored(stored);
    const rules = [...firstOwners.filter((rule) => rule.issuer === issuer), ...stored];
    held.set(issuer, { rules, readAtMs });
    return rules;
  };
  return {
    now,
    recent: async (issuer, signal) => {
      const found = held.get(issuer);
      if (found !== undefined && clock.nowMs() - found.readAtMs < RULES_FRESH_MS)
        return { rules: found.rules, held: true };
      return { rules: await now(issuer, signal), held: false };
    },
  };
};

/** A rule that was added a moment ago works at once: nobody is refused by rules that were read before. */
const rulesFor = async (
  reader: RulesReader,
  issuer: string,
  match: (rules: readonly TrustRule[]) => readonly TrustRule[],
  signal?: AbortSignal,
): Promise<readonly TrustRule[]> => {
  const { rules, held } = await reader.recent(issuer, signal);
  try {
    return match(rules);
  } catch (error) {
    if (!held || !isProblem(error) || error.code !== 'no-trust-rule') throw error;
    return match(await reader.now(issuer, signal));
  }
};

/**
 * Who calls: which tenant's their token is by the deploy, and what the trust rules of that tenant make of them.
 *
 * @throws dependency-unavailable when keys or rules cannot be read: then nobody is let in, and nobody is told that their token is bad
 */
export const authorize = (
  ports: AuthorizePorts,
): ((asked: Authorize, signal?: AbortSignal) => Promise<Authorization>) => {
  const verify = verifyToken(ports);
  const rulesOf = rulesReader(ports);
  return async ({ authorization, tenant }, signal) => {
    try {
      const verified = await verify(authorization, signal);
      const { issuer } = verified;
      const claims = verified.claims as Claims;
      const namespace = namespaceOfToken(issuer, claims, tenant);
      const match = (rules: readonly TrustRule[]): readonly TrustRule[] =>
        matchTrustRules(rules, { claims, namespace }, ports.clock.nowMs());
      const matching = await rulesFor(rulesOf, issuer.issuer, match, signal);
      const principal = principalOf(matching, claims);
      ports.log.info('caller recognised', {
        tenant: principal.tenant,
        principal: principal.subject,
        rule: principal.ruleId,
        role: principal.role,
      });
      return { kind: 'allowed', principal };
    } catch (error) {
      if (!isProblem(error) || error.kind !== 'RequestRejected') throw error;
      ports.log.info('caller refused', { result: error.code, reason: error.detail });
      return { kind: error.status === 401 ? 'unauthenticated' : 'forbidden', code: error.code, detail: error.detail };
    }
  };
};
