import type { ClaimCondition, TrustRule } from '#core/access';
import { namespaceOf, reasonsOutside } from '#core/claim-namespaces';
import type { ClaimNamespace } from '#core/claim-namespaces';
import { defaultNamespaces, parseNamespaces, tenantIdOf } from '#core/parse-namespaces';
import type { ProblemReason } from '#core/problems';

/** One token issuer that the deploy trusts to identify callers. What they may do follows from trust rules alone. */
export interface Issuer {
  /** Exact value of the `iss` claim; an https URL. */
  readonly issuer: string;
  /** Values of `aud` that are meant for this plane. */
  readonly audiences: readonly string[];
  /** Where the keys are; found by OpenID discovery below `issuer` when both this and `jwks` are absent. */
  readonly jwksUri?: string;
  /** Keys given with the deploy: nothing is fetched. */
  readonly jwks?: { readonly keys: readonly object[] };
  /** Which of its tokens belong to which tenant; no two overlap. A token in none gets nowhere. */
  readonly namespaces: readonly ClaimNamespace[];
}

/** As the deploy wrote it: without namespaces when it did not say whose the issuer is. */
type WrittenIssuer = Omit<Issuer, 'namespaces'> & { readonly namespaces?: readonly ClaimNamespace[] };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const show = (value: unknown): string => JSON.stringify(value) ?? 'nothing';

const parseJson = (name: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${name} must be JSON`, { cause });
  }
};

const urlOf = (name: string, value: unknown): string => {
  if (typeof value === 'string' && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value;
  throw new Error(`${name} must be an http(s) URL, got ${show(value)}`);
};

const audiencesOf = (name: string, value: unknown): readonly string[] => {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const texts = list.filter((item): item is string => typeof item === 'string' && item !== '');
  if (texts.length === 0 || texts.length !== list.length)
    throw new Error(`${name} must be a text or a list of texts, got ${show(value)}`);
  return texts;
};

const FIELDS = ['issuer', 'audience', 'jwksUri', 'jwks', 'tenant', 'tenants'];

const issuerOf = (value: unknown, index: number): WrittenIssuer => {
  const name = `ISSUERS[${String(index)}]`;
  if (!isRecord(value))
    throw new Error(
      `${name} must be an object {issuer, audience, jwksUri?, jwks?, tenant? or tenants?}, got ${show(value)}`,
    );
  const unknown = Object.keys(value).filter((field) => !FIELDS.includes(field));
  if (unknown.length > 0) throw new Error(`${name} may have ${FIELDS.join(', ')}, got ${unknown.join(', ')}`);
  const { jwks, jwksUri } = value;
  const namespaces = parseNamespaces(name, value);
  if (jwks !== undefined && !(isRecord(jwks) && Array.isArray(jwks['keys'])))
    throw new Error(`${name}.jwks must be {"keys": […]}`);
  return {
    issuer: urlOf(`${name}.issuer`, value['issuer']),
    audiences: audiencesOf(`${name}.audience`, value['audience']),
    ...(jwksUri === undefined ? {} : { jwksUri: urlOf(`${name}.jwksUri`, jwksUri) }),
    ...(jwks === undefined ? {} : { jwks: { keys: (jwks as { keys: unknown[] }).keys.filter(isRecord) } }),
    ...(namespaces === undefined ? {} : { namespaces }),
  };
};

const joinEntries = (before: WrittenIssuer | undefined, entry: WrittenIssuer): WrittenIssuer => {
  if (before === undefined) return entry;
  if (before.namespaces !== undefined && entry.namespaces !== undefined)
    throw new Error(`ISSUERS: of several entries of ${entry.issuer} only one may have tenant or tenants`);
  const namespaces = before.namespaces ?? entry.namespaces;
  return {
    ...before,
    audiences: [...new Set([...before.audiences, ...entry.audiences])],
    ...(namespaces === undefined ? {} : { namespaces }),
  };
};

/** Why the plane does not believe a rule of this issuer; nothing when it does. Other tenants' namespaces are not told. */
export const reasonsOutsideIssuer = (
  { issuer, namespaces }: Pick<Issuer, 'issuer' | 'namespaces'>,
  rule: Pick<TrustRule, 'tenant' | 'claims'>,
): readonly ProblemReason[] => {
  const namespace = namespaceOf(namespaces, rule.tenant);
  if (namespace !== undefined) return reasonsOutside(namespace, rule.claims);
  return [
    {
      pointer: '/issuer',
      reason: `expected an issuer of which the deploy gives tokens to tenant ${rule.tenant}; got "${issuer}"`,
    },
  ];
};

/** A first owner outside its tenant's namespace would never get in, and nobody else could let anybody in. */
const refuseOwnersOutside = (issuers: readonly Issuer[], firstOwners: readonly TrustRule[]): void => {
  for (const rule of firstOwners) {
    const issuer = issuers.find((known) => known.issuer === rule.issuer);
    const [reason] = issuer === undefined ? [] : reasonsOutsideIssuer(issuer, rule);
    if (reason !== undefined) throw new Error(`FIRST_OWNER of tenant ${rule.tenant}: ${reason.reason}`);
  }
};

/** Why the plane does not believe a stored rule, in words; undefined when it does. A deploy may have changed since it was stored. */
export const whyIgnored = (issuers: readonly Issuer[], rule: TrustRule): string | undefined => {
  const issuer = issuers.find((known) => known.issuer === rule.issuer);
  if (issuer === undefined) return `the deploy does not configure the issuer ${rule.issuer}`;
  return reasonsOutsideIssuer(issuer, rule)[0]?.reason;
};

/**
 * Reads the value of ISSUERS: a JSON array of `{issuer, audience, jwksUri?, jwks?, tenant? or tenants?}`, `audience` a text or a list. Several
 * entries of one issuer are joined: their audiences add up and the first one's keys hold. An issuer that says neither `tenant` nor `tenants`
 * belongs to the tenant of its first owner.
 *
 * @param firstOwners of the deploy; each must lie in its tenant's namespace
 * @throws Error that names the entry and what was expected; meant for synthesis and the cold start
 */
export const parseIssuers = (text: string | undefined, firstOwners: readonly TrustRule[]): readonly Issuer[] => {
  if (text === undefined || text.trim() === '')
    throw new Error('the variable ISSUERS is missing: expected a JSON array of token issuers');
  const value = parseJson('ISSUERS', text);
  if (!Array.isArray(value)) throw new Error(`ISSUERS must be a JSON array, got ${show(value)}`);
  const joined = new Map<string, WrittenIssuer>();
  for (const entry of value.map(issuerOf)) joined.set(entry.issuer, joinEntries(joined.get(entry.issuer), entry));
  const issuers = [...joined.values()].map((issuer) => ({
    ...issuer,
    namespaces: issuer.namespaces ?? defaultNamespaces(issuer.issuer, firstOwners),
  }));
  refuseOwnersOutside(issuers, firstOwners);
  return issuers;
};

const isCondition = (value: unknown): value is ClaimCondition =>
  typeof value === 'string' ||
  (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')) ||
  (isRecord(value) && typeof value['like'] === 'string');

/** How the ids of rules begin that the deploy itself gives; no stored rule may begin so, and nobody can remove them through the API. */
export const FIRST_OWNER_RULE = 'first-owner';

export const isBuiltIn = (ruleId: string): boolean =>
  ruleId === FIRST_OWNER_RULE || ruleId.startsWith(`${FIRST_OWNER_RULE}-`);

const firstOwnerOf = (value: unknown, index: number): TrustRule => {
  if (!isRecord(value))
    throw new Error(`FIRST_OWNER must be {tenant, issuer, claims}, or a list of such, got ${show(value)}`);
  const { tenant, issuer, claims } = value;
  if (!isRecord(claims) || Object.keys(claims).length === 0)
    throw new Error('FIRST_OWNER.claims must name at least one claim');
  const conditions: Record<string, ClaimCondition> = {};
  for (const [claim, condition] of Object.entries(claims)) {
    if (!isCondition(condition))
      throw new Error(`FIRST_OWNER.claims.${claim} must be a text, a list of texts or {"like": "…"}`);
    conditions[claim] = condition;
  }
  return {
    schemaVersion: 1,
    id: index === 0 ? FIRST_OWNER_RULE : `${FIRST_OWNER_RULE}-${String(index + 1)}`,
    tenant: tenantIdOf('FIRST_OWNER.tenant', tenant),
    issuer: urlOf('FIRST_OWNER.issuer', issuer),
    claims: conditions,
    role: 'owner',
    projects: ['*'],
    payloadRead: true,
    description: 'given with the deploy',
    createdBy: 'deploy',
    createdAtEpochMs: 0,
  };
};

/**
 * Reads the value of FIRST_OWNER, `{tenant, issuer, claims}` or a list of such, as built-in trust rules. Without one nobody could add a
 * tenant's first rule.
 *
 * @returns nothing for an absent or empty text
 * @throws Error that says what was expected; meant for the cold start
 */
export const parseFirstOwners = (text: string | undefined): readonly TrustRule[] => {
  if (text === undefined || text.trim() === '') return [];
  const value = parseJson('FIRST_OWNER', text);
  return (Array.isArray(value) ? (value as readonly unknown[]) : [value]).map(firstOwnerOf);
};
