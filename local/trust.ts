import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Role } from '#core/words';
import { ownerClaims } from './cloud.ts';
import type { TenantClaims } from './cloud.ts';
import { callPlane } from './plane-call.ts';
import type { ReachableCloud } from './running-cloud.ts';

const EFFECTIVE_MS_MAX = 30_000;
const LOOK_EVERY_MS = 250;

export interface Identity {
  readonly tenant: string;
  readonly role: Role;
  readonly subject: string;
  /** Services it may touch; all when absent. */
  readonly projects?: readonly string[];
  readonly payloadRead?: boolean;
}

/** Same identity, same rule: asking twice adds nothing. */
const ruleIdOf = ({ role, subject, projects, payloadRead }: Identity): string =>
  `local-${role}-${createHash('sha256')
    .update(JSON.stringify([subject, projects, payloadRead]))
    .digest('hex')
    .slice(0, 10)}`;

/** A plane may hold rules in memory for some seconds: a token is of use once a process has seen the new one. */
const untilEffective = async (cloud: ReachableCloud, claims: TenantClaims): Promise<void> => {
  const token = await cloud.tokenFor(claims);
  const deadline = Date.now() + EFFECTIVE_MS_MAX;
  for (;;) {
    const { status, body } = await callPlane(cloud.url, { method: 'GET', path: '/access/whoami', token });
    if (status === 200) return;
    if (status !== 403 || Date.now() > deadline)
      throw new Error(`the rule for ${claims.sub} has no effect: ${String(status)} ${JSON.stringify(body)}`);
    await pause(LOOK_EVERY_MS);
  }
};

/**
 * Lets an identity in, by a trust rule that the tenant's first owner adds through the API.
 *
 * @returns the claims that the rule matches: mint tokens with them
 * @throws Error with the API's problem when it refuses
 */
export const admit = async (cloud: ReachableCloud, identity: Identity): Promise<TenantClaims> => {
  if (identity.role === 'owner' && identity.subject === ownerClaims(identity.tenant).sub)
    return ownerClaims(identity.tenant);
  const claims = { sub: identity.subject, organization: identity.tenant };
  const answer = await callPlane(cloud.url, {
    method: 'POST',
    path: '/access/trust-rules',
    token: await cloud.tokenFor(ownerClaims(identity.tenant)),
    json: {
      id: ruleIdOf(identity),
      issuer: cloud.issuer.url,
      claims,
      role: identity.role,
      ...(identity.projects === undefined ? {} : { projects: identity.projects }),
      payloadRead: identity.payloadRead ?? false,
      description: 'added by the one-machine cloud',
    },
  });
  if (answer.status === 201 || answer.status === 409) {
    await untilEffective(cloud, claims);
    return claims;
  }
  throw new Error(
    `the rule for ${identity.subject} was refused with ${String(answer.status)}: ${JSON.stringify(answer.body)}`,
  );
};
