import { ROLES } from '#core/words';
import type { Role } from '#core/words';
import { ownerClaims } from '../cloud.ts';
import { callPlane } from '../plane-call.ts';
import type { ReachableCloud } from '../running-cloud.ts';

export interface Group {
  readonly tenant: string;
  readonly role: Role;
  readonly payloadRead: boolean;
}

const nameOf = ({ tenant, role, payloadRead }: Group): string =>
  `${tenant}-${role}s${payloadRead ? '-with-payloads' : ''}`;

/** The claim that makes the bearer of a token one of that group. */
export const groupClaims = (group: Group): { readonly group: string; readonly organization: string } => ({
  group: nameOf(group),
  organization: group.tenant,
});

/** One trust rule for each role, with and without the right to read payloads: made once, so that tests need not wait for rules. */
export const admitGroups = async (cloud: ReachableCloud, tenants: readonly string[]): Promise<void> => {
  const groups = tenants.flatMap((tenant) =>
    ROLES.flatMap((role) => [true, false].map((payloadRead) => ({ tenant, role, payloadRead }))),
  );
  for (const group of groups) {
    const { status, body } = await callPlane(cloud.url, {
      method: 'POST',
      path: '/access/trust-rules',
      token: await cloud.tokenFor(ownerClaims(group.tenant)),
      json: {
        id: nameOf(group),
        issuer: cloud.issuer.url,
        claims: groupClaims(group),
        role: group.role,
        payloadRead: group.payloadRead,
      },
    });
    if (status !== 201)
      throw new Error(`the rule ${nameOf(group)} was refused with ${String(status)}: ${JSON.stringify(body)}`);
  }
};
