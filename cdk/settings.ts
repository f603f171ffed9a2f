import type { Node } from 'constructs';
import { parseFirstOwners, parseIssuers } from '#core/issuers';
import { parseMessageGrants } from '#core/message-targets';
import type { MessageGrants } from '#core/message-targets';

/** `local` is `dev` for one machine: no VPC, the runner's image by its local name. */
export type Stage = 'dev' | 'prod' | 'local';
const STAGES: readonly Stage[] = ['dev', 'prod', 'local'];

/** Where shards run: README gives the idle cost of each. */
export type NetworkProfile = 'public-egress' | 'private-nat' | 'private-only';
const NETWORK_PROFILES: readonly NetworkProfile[] = ['public-egress', 'private-nat', 'private-only'];

export interface Issuer {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUri?: string;
  readonly jwks?: unknown;
  /** Whose all its tokens are. @default the tenant of its first owner */
  readonly tenant?: unknown;
  /** Which of its tokens are whose, where tenants share it: claims by tenant. */
  readonly tenants?: unknown;
}

export interface FirstOwner {
  readonly tenant: string;
  readonly issuer: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

export interface Settings {
  readonly stage: Stage;
  readonly network: NetworkProfile;
  /** Issuers of bearer tokens that the authorizer believes, and which of their tokens belong to which tenant. */
  readonly issuers: readonly Issuer[];
  /** Who may make the first trust rules, one for each tenant; nobody can get in without one. */
  readonly owners: readonly FirstOwner[];
  /** CIDRs that environments may point at although they are private; empty for none. */
  readonly privateRanges: string;
  /** Queues, topics and event buses that runs may use: ARNs by tenant, one may end in `*`; none when empty. */
  readonly messageTargets: MessageGrants;
  /** Base of the runner's image; with its digest in prod. */
  readonly runnerBaseImage: string;
  /** ARN (or pattern) of the one role that may delete from the evidence bucket, within what Object Lock allows. */
  readonly breakGlassRoleArn?: string;
  /** Gets every alarm by e-mail. */
  readonly alarmEmail?: string;
}

const GITHUB_ACTIONS: Issuer = { issuer: 'https://token.actions.githubusercontent.com', audience: 'assay' };
const RUNNER_BASE_IMAGE_DEV = 'public.ecr.aws/docker/library/node:24-bookworm-slim';

const said = (node: Node, key: string): unknown => {
  const value: unknown = node.tryGetContext(key);
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch (error) {
    throw new Error(`context ${key} must be JSON, got ${value}`, { cause: error });
  }
};

const text = (node: Node, key: string): string | undefined => {
  const value = said(node, key);
  if (value === undefined || typeof value === 'string') return value;
  throw new Error(`context ${key} must be text, got ${JSON.stringify(value)}`);
};

const oneOf = <T extends string>(node: Node, key: string, allowed: readonly T[], fallback: T): T => {
  const value = text(node, key) ?? fallback;
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new Error(`context ${key} must be one of ${allowed.join(', ')}, got ${value}`);
  return found;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const issuersFrom = (value: unknown): readonly Issuer[] => {
  if (value === undefined) return [GITHUB_ACTIONS];
  if (!Array.isArray(value) || value.length === 0) {
    throw new Error(
      `context issuers must be a JSON array of {issuer, audience, jwksUri?, tenant? or tenants?}, got ${JSON.stringify(value)}`,
    );
  }
  return value.map((one: unknown, index) => {
    if (!isRecord(one) || typeof one['issuer'] !== 'string' || typeof one['audience'] !== 'string') {
      throw new Error(`context issuers[${index}] must have the texts issuer and audience, got ${JSON.stringify(one)}`);
    }
    return { ...one, issuer: one['issuer'], audience: one['audience'] };
  });
};

const ownerFrom = (value: unknown, at: string): FirstOwner => {
  if (
    !isRecord(value) ||
    typeof value['tenant'] !== 'string' ||
    typeof value['issuer'] !== 'string' ||
    !isRecord(value['claims']) ||
    Object.keys(value['claims']).length === 0
  ) {
    throw new Error(
      `context ${at} must be {"tenant","issuer","claims":{at least one}}, got ${JSON.stringify(value)}: ` +
        'an owner without claims would be everybody the issuer knows',
    );
  }
  return { tenant: value['tenant'], issuer: value['issuer'], claims: value['claims'] };
};

const ownersFrom = (value: unknown): readonly FirstOwner[] => {
  if (value === undefined) return [];
  return Array.isArray(value)
    ? value.map((one, index) => ownerFrom(one, `owner[${index}]`))
    : [ownerFrom(value, 'owner')];
};

/** Both lists stand in the environment of the functions that read them, of whose 4 KB (AWS Lambda quota, read 2026-11) the rest needs 1 KB. */
const TRUST_BYTES_MAX = 3_072;

/**
 * What a function would refuse at its cold start is refused here, by the same code: an issuer whose tokens could be several tenants', namespaces
 * that overlap, an owner outside its tenant's.
 */
const checkTrust = (issuers: readonly Issuer[], owners: readonly FirstOwner[]): void => {
  const [issuersText, ownersText] = [JSON.stringify(issuers), JSON.stringify(owners)];
  try {
    parseIssuers(issuersText, parseFirstOwners(ownersText));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`context issuers (ISSUERS) and owner (FIRST_OWNER) do not hold: ${reason}`, { cause: error });
  }
  const bytes = Buffer.byteLength(issuersText) + Buffer.byteLength(ownersText);
  if (bytes > TRUST_BYTES_MAX)
    throw new Error(
      `context issuers and owner may have ${TRUST_BYTES_MAX} bytes of JSON together, got ${bytes}: use jwksUri in place of jwks, and trust rules in place of owners`,
    );
};

const messageTargetsFrom = (value: unknown): MessageGrants => {
  const json = value === undefined ? '' : JSON.stringify(value);
  try {
    return parseMessageGrants(json);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`context messageTargets does not hold: ${reason}`, { cause: error });
  }
};

/**
 * Reads the deploy's context (`cdk … -c stage=prod -c owner='{…}'`).
 *
 * @throws Error naming the context key, what was expected and what came
 */
export const readSettings = (node: Node): Settings => {
  const stage = oneOf(node, 'stage', STAGES, 'dev');
  const owners = ownersFrom(said(node, 'owner'));
  if (stage === 'prod' && owners.length === 0) {
    throw new Error(
      'context owner is needed in stage prod: {"tenant","issuer","claims"} of who makes the first trust rules, or an array of them',
    );
  }
  const runnerBaseImage = text(node, 'runnerBaseImage') ?? RUNNER_BASE_IMAGE_DEV;
  if (stage === 'prod' && !/@sha256:[0-9a-f]{64}$/.test(runnerBaseImage)) {
    throw new Error(`context runnerBaseImage must end in @sha256:<digest> in stage prod, got ${runnerBaseImage}`);
  }
  const issuers = issuersFrom(said(node, 'issuers'));
  checkTrust(issuers, owners);
  const breakGlassRoleArn = text(node, 'breakGlassRoleArn');
  const alarmEmail = text(node, 'alarmEmail');
  return {
    stage,
    network: oneOf(node, 'network', NETWORK_PROFILES, 'public-egress'),
    owners,
    issuers,
    privateRanges: text(node, 'privateRanges') ?? '',
    messageTargets: messageTargetsFrom(said(node, 'messageTargets')),
    runnerBaseImage,
    ...(breakGlassRoleArn === undefined ? {} : { breakGlassRoleArn }),
    ...(alarmEmail === undefined ? {} : { alarmEmail }),
  };
};
