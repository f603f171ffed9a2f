import type { ClaimCondition, TrustRule } from '#core/access';

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
}

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

const issuerOf = (value: unknown, index: number): Issuer => {
  const name = `ISSUERS[${String(index)}]`;
  if (!isRecord(value))
    throw new Error(`${name} must be an object {issuer, audience, jwksUri?, jwks?}, got ${show(value)}`);
  const { jwks, jwksUri } = value;
  if (jwks !== undefined && !(isRecord(jwks) && Array.isArray(jwks['keys'])))
    throw new Error(`${name}.jwks must be {"keys": […]}`);
  return {
    issuer: urlOf(`${name}.issuer`, value['issuer']),
    audiences: audiencesOf(`${name}.audience`, value['audience']),
    ...(jwksUri === undefined ? {} : { jwksUri: urlOf(`${name}.jwksUri`, jwksUri) }),
    ...(jwks === undefined ? {} : { jwks: { keys: (jwks as { keys: unknown[] }).keys.filter(isRecord) } }),
  };
};

/**
 * Reads the value of ISSUERS: a JSON array of `{issuer, audience, jwksUri?, jwks?}`, `audience` a text or a list. Several entries of
 * one issuer are joined: their audiences add up and the first one's keys hold.
 *
 * @throws Error that names the entry and what was expected; meant for the cold start
 */
export const parseIssuers = (text: string | undefined): readonly Issuer[] => {
  if (text === undefined || text.trim() === '')
    throw new Error('the variable ISSUERS is missing: expected a JSON array of token issuers');
  const value = parseJson('ISSUERS', text);
  if (!Array.isArray(value)) throw new Error(`ISSUERS must be a JSON array, got ${show(value)}`);
  const joined = new Map<string, Issuer>();
  for (const issuer of value.map(issuerOf)) {
    const before = joined.get(issuer.issuer);
    joined.set(
      issuer.issuer,
      before === undefined
        ? issuer
        : { ...before, audiences: [...new Set([...before.audiences, ...issuer.audiences])] },
    );
  }
  return [...joined.values()];
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
  if (typeof tenant !== 'string' || !/^[a-z0-9][a-z0-9-]{0,62}$/.test(tenant))
    throw new Error(`FIRST_OWNER.tenant must be an id, got ${show(tenant)}`);
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
    tenant,
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
