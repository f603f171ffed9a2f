import type { TrustRule } from '#core/access';
import { COMMON_CLAIMS } from '#core/claim-conditions';
import { overlap, showNamespace } from '#core/claim-namespaces';
import type { ClaimNamespace, OwnedValue } from '#core/claim-namespaces';

const TENANT = /^[a-z0-9][a-z0-9-]{0,62}$/;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const show = (value: unknown): string => JSON.stringify(value) ?? 'nothing';

/** @throws Error unless the value is a tenant's id */
export const tenantIdOf = (name: string, value: unknown): string => {
  if (typeof value === 'string' && TENANT.test(value)) return value;
  throw new Error(
    `${name} must be a tenant's id (lower-case letters, digits and hyphens, at most 63), got ${show(value)}`,
  );
};

const ownedValueOf = (name: string, value: unknown): OwnedValue => {
  if (typeof value === 'string' && value !== '' && !value.includes('*')) return value;
  if (isRecord(value) && typeof value['like'] === 'string' && Object.keys(value).length === 1) {
    const { like } = value;
    if (/^[^*]+\*$/.test(like)) return { like };
  }
  throw new Error(
    `${name} must be a text without "*", or {"like":"beginning*"} with its one star at the end, got ${show(value)}`,
  );
};

const ownedValuesOf = (name: string, value: unknown): readonly OwnedValue[] => {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (list.length === 0) throw new Error(`${name} must hold at least one value, got []`);
  return list.map((item) => ownedValueOf(name, item));
};

const namespaceFrom = (name: string, tenant: string, value: unknown): ClaimNamespace => {
  if (!isRecord(value) || Object.keys(value).length === 0)
    throw new Error(
      `${name} must be an object with at least one claim, such as {"repository_owner":"${tenant}"}, got ${show(value)}`,
    );
  const common = Object.keys(value).find((claim) => COMMON_CLAIMS.includes(claim));
  if (common !== undefined)
    throw new Error(`${name} must name claims that only the issuer decides and that tell who calls, got ${common}`);
  return {
    tenant,
    claims: Object.fromEntries(
      Object.entries(value).map(([claim, values]) => [claim, ownedValuesOf(`${name}.${claim}`, values)]),
    ),
  };
};

const refuseOverlaps = (name: string, namespaces: readonly ClaimNamespace[]): void => {
  namespaces.forEach((one, at) => {
    const other = namespaces.slice(at + 1).find((candidate) => overlap(one, candidate));
    if (other === undefined) return;
    throw new Error(
      `${name}.tenants: the tenants ${one.tenant} (${showNamespace(one)}) and ${other.tenant} (${showNamespace(other)}) overlap: ` +
        'one token could belong to both; give them values of one claim that differ in more than case',
    );
  });
};

/**
 * Reads which tokens of an issuer belong to which tenant: `tenant` (all of them) or `tenants` (`{tenant: {claim: value}}`, each value a text,
 * `{"like":"beginning*"}` or a list of such).
 *
 * @returns nothing when the entry says neither
 * @throws Error that names the place and, for namespaces that overlap, both tenants
 */
export const parseNamespaces = (
  name: string,
  { tenant, tenants }: { readonly tenant?: unknown; readonly tenants?: unknown },
): readonly ClaimNamespace[] | undefined => {
  if (tenant !== undefined && tenants !== undefined)
    throw new Error(`${name} must have either tenant (all its tokens) or tenants (each with its claims), got both`);
  if (tenant !== undefined) return [{ tenant: tenantIdOf(`${name}.tenant`, tenant), claims: {} }];
  if (tenants === undefined) return undefined;
  if (!isRecord(tenants) || Object.keys(tenants).length === 0)
    throw new Error(
      `${name}.tenants must be an object such as {"acme":{"repository_owner":"acme"}}, got ${show(tenants)}`,
    );
  const namespaces = Object.entries(tenants).map(([id, claims]) =>
    namespaceFrom(`${name}.tenants.${id}`, tenantIdOf(`a name in ${name}.tenants`, id), claims),
  );
  refuseOverlaps(name, namespaces);
  return namespaces;
};

/**
 * Whose an issuer is when the deploy does not say: the tenant's of its first owner.
 *
 * @throws Error when first owners of several tenants could be meant
 */
export const defaultNamespaces = (issuer: string, firstOwners: readonly TrustRule[]): readonly ClaimNamespace[] => {
  const here = firstOwners.filter((rule) => rule.issuer === issuer);
  const tenants = [...new Set((here.length === 0 ? firstOwners : here).map(({ tenant }) => tenant))];
  const [tenant] = tenants;
  if (tenants.length > 1)
    throw new Error(
      `the issuer ${issuer} could belong to the tenants ${tenants.join(' and ')}: say in its entry of ISSUERS which tokens are whose, ` +
        `as "tenants":{"${tenants.join('":{"CLAIM":"VALUE"},"')}":{"CLAIM":"VALUE"}}, or give it to one with "tenant":"${tenant ?? ''}"`,
    );
  return tenant === undefined ? [] : [{ tenant, claims: {} }];
};
