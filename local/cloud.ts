import { randomBytes } from 'node:crypto';
import { copyFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { dropUnknownConditions } from './bucket-policies.ts';
import { openChildren } from './children.ts';
import type { Children } from './children.ts';
import { bootstrap, bundle, deploy, STAGE, synthesize } from './deploy.ts';
import type { DeployContext } from './deploy.ts';
import { ACCOUNT, checkEmulator, REGION, startEmulator } from './emulator.ts';
import type { Emulator } from './emulator.ts';
import { withLock } from './lock.ts';
import { applyObjectLocks, lockedBuckets } from './object-lock.ts';
import type { LockedBucket } from './object-lock.ts';
import { AUDIENCE, startOidcIssuer } from './oidc-issuer.ts';
import type { OidcIssuer, TokenRequest } from './oidc-issuer.ts';
import { assayFolder, place } from './places.ts';
import { nameOf, readPublishedNames } from './published-names.ts';
import type { PublishedNames } from './published-names.ts';
import { preparePython } from './python.ts';
import type { Say } from './python.ts';
import { allowTaskTokens } from './task-token-rights.ts';

/** Name of the gateway's stage, the first part of every path. */
const API_STAGE = 'v1';
export const TENANT = 'local';
/** Whoever runs examples on this machine may test this machine. */
const PRIVATE_RANGES = ['127.0.0.0/8', '::1/128'];

export interface CloudOptions {
  /** Told what is going on, a line at a time. */
  readonly say?: Say;
  /** An emulator that runs already; none is started then. */
  readonly endpoint?: string;
  /** Python to use for the emulator, when not the first one found. */
  readonly python?: string;
  /** Tenants that have an owner from the start; `local` when absent. */
  readonly tenants?: readonly string[];
  /** Whether the emulator evaluates the roles of functions and tasks. */
  readonly evaluateRoles?: boolean;
  /** Ends the start half way; everything that was started is stopped. */
  readonly signal?: AbortSignal;
  /** Further settings of the emulator. */
  readonly settings?: { readonly [name: string]: string };
}

export interface Cloud {
  /** Base URL of the API: ASSAY_URL. */
  readonly url: string;
  /** The emulator: AWS_ENDPOINT_URL. */
  readonly endpoint: string;
  readonly issuer: OidcIssuer;
  readonly names: PublishedNames;
  /** Folder of logs and templates. */
  readonly folder: string;
  readonly children: Children;
  /** A token with exactly these claims. */
  readonly tokenFor: (claims: TokenRequest['claims'], more?: Omit<TokenRequest, 'claims'>) => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Claims of somebody of a tenant: where several share the issuer, `organization` says whose the token is. */
export type TenantClaims = Readonly<Record<'sub' | 'organization', string>>;

/** Claims of a tenant's first owner. */
export const ownerClaims = (tenant: string): TenantClaims => ({ sub: `owner@${tenant}`, organization: tenant });

type Trust = Pick<DeployContext, 'issuers' | 'owners'>;

/** One tenant has the issuer for itself, as in a deploy that says nothing; several share it by the claim `organization`. */
const trustOf = (tenants: readonly string[], issuer: string): Trust => {
  const entry = { issuer, audience: AUDIENCE, jwksUri: `${issuer}/jwks` };
  const [only] = tenants;
  if (tenants.length === 1 && only !== undefined)
    return { issuers: [entry], owners: [{ tenant: only, issuer, claims: { sub: ownerClaims(only).sub } }] };
  return {
    issuers: [{ ...entry, tenants: Object.fromEntries(tenants.map((name) => [name, { organization: name }])) }],
    owners: tenants.map((tenant) => ({ tenant, issuer, claims: ownerClaims(tenant) })),
  };
};

/** Runs both, and waits for both even when one fails: whoever cleans up must find nothing still starting. */
const both = async (one: Promise<unknown>, other: Promise<unknown>): Promise<void> => {
  const failed = (await Promise.allSettled([one, other])).find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
};

interface Site {
  readonly children: Children;
  readonly folder: string;
  readonly issuer: OidcIssuer;
  readonly say: Say;
  /** To be called when everything is stopped, after the children. */
  onStop(end: () => Promise<void>): void;
  readonly stop: () => Promise<void>;
}

/** The program of Fargate tasks: a copy, because the next build replaces the original under a running cloud. */
const runnerOf = (folder: string): string => path.join(folder, 'runner.mjs');

const openEmulator = async ({ children, folder, say }: Site, options: CloudOptions): Promise<Emulator> => {
  if (options.endpoint !== undefined) {
    await checkEmulator(options.endpoint);
    say(`using the emulator at ${options.endpoint}`);
    return { endpoint: options.endpoint.replace(/\/+$/, ''), stop: () => Promise.resolve() };
  }
  const python = await preparePython(say, options.python);
  const emulator = await startEmulator({
    children,
    python,
    runner: runnerOf(folder),
    evaluateRoles: options.evaluateRoles ?? false,
    ...(options.settings === undefined ? {} : { settings: options.settings }),
  });
  say(`the AWS emulator runs at ${emulator.endpoint}`);
  return emulator;
};

/** Repairs what the emulator's judgement of roles cannot do; each is held by a template test instead. */
const makeRolesJudgeable = async (
  { say }: Site,
  endpoint: string,
  assembly: string,
  locked: readonly LockedBucket[],
): Promise<void> => {
  for (const { bucket } of locked) {
    const dropped = await dropUnknownConditions(endpoint, bucket);
    if (dropped.length > 0)
      say(
        `left out of the policy of ${bucket}, because the emulator does not know their condition key: ${dropped.join(', ')}`,
      );
  }
  const roles = await allowTaskTokens(
    endpoint,
    assembly,
    (template) => `assay-${STAGE}-${template.split('.')[0]?.toLowerCase() ?? ''}`,
  );
  say(
    `${String(roles)} roles may answer task tokens of any machine, because the emulator judges that without the machine`,
  );
};

/** Queues, topics and buses that a tenant may use are those whose names begin with its own. */
const messageTargetsOf = (tenant: string): readonly string[] =>
  ['sqs', 'sns', 'events'].map(
    (service) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${service === 'events' ? 'event-bus/' : ''}${tenant}-*`,
  );

const build = async (site: Site, options: CloudOptions): Promise<Cloud> => {
  const { children, folder, issuer, say } = site;
  const assembly = path.join(folder, 'cdk.out');
  const context = {
    ...trustOf(options.tenants ?? [TENANT], issuer.url),
    privateRanges: PRIVATE_RANGES,
    messageTargets: Object.fromEntries(
      (options.tenants ?? [TENANT]).map((tenant) => [tenant, messageTargetsOf(tenant)]),
    ),
  };
  let opened: Emulator | undefined;
  const templates = (): Promise<void> =>
    // The bundles lie in one folder for all; the templates then hold copies of their own.
    withLock('build', async () => {
      await bundle(children);
      copyFileSync(place('build', 'runner', 'runner.mjs'), runnerOf(folder));
      await synthesize(children, assembly, context);
    });
  const emulator = async (): Promise<void> => {
    opened = await openEmulator(site, options);
    site.onStop(opened.stop);
    await bootstrap({ children, endpoint: opened.endpoint, assembly });
  };
  await both(emulator(), templates());
  const endpoint = opened?.endpoint ?? '';
  say('deploying the stacks Records and Plane');
  await deploy({ children, endpoint, assembly });
  const names = await readPublishedNames(endpoint);
  const locked = lockedBuckets(assembly, names);
  await applyObjectLocks(endpoint, locked);
  say(`Object Lock holds on ${locked.map(({ bucket }) => bucket).join(', ')}`);
  if (options.evaluateRoles === true) await makeRolesJudgeable(site, endpoint, assembly, locked);
  return {
    url: `${endpoint}/_aws/execute-api/${nameOf(names, 'plane/api-id')}/${API_STAGE}`,
    endpoint,
    issuer,
    names,
    folder,
    children,
    tokenFor: (claims, more = {}) => issuer.mint({ claims, ...more }),
    stop: site.stop,
  };
};

/**
 * Starts a cloud of its own on free ports of the loopback interface: emulator, stacks from the real templates, token issuer.
 * Logs and templates lie in `.assay/clouds/<id>`.
 *
 * @throws Error with the end of the failing program's log; everything that was started has been stopped then
 */
export const startCloud = async (options: CloudOptions = {}): Promise<Cloud> => {
  const folder = assayFolder('clouds', `${String(process.pid)}-${randomBytes(3).toString('hex')}`);
  const children = openChildren(folder);
  const issuer = await startOidcIssuer();
  const ends = [issuer.stop];
  const stop = async (): Promise<void> => {
    await children.stopAll();
    await Promise.all(ends.splice(0).map((end) => end()));
  };
  const site = {
    children,
    folder,
    issuer,
    say: options.say ?? (() => undefined),
    onStop: (end: () => Promise<void>) => void ends.push(end),
    stop,
  };
  options.signal?.addEventListener('abort', () => void children.stopAll(), { once: true });
  try {
    options.signal?.throwIfAborted();
    return await build(site, options);
  } catch (error) {
    await stop();
    throw error;
  }
};

/** Removes logs and templates of a cloud that is not needed any more. */
export const forget = ({ folder }: Cloud): void => rmSync(folder, { recursive: true, force: true });
