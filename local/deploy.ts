import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Children } from './children.ts';
import { ACCOUNT, AWS_ENVIRONMENT, cleanEnvironment, REGION } from './emulator.ts';
import { place } from './places.ts';

/** Stage of the templates: Records and Plane as anywhere else, without VPC, and the runner's image by its local name. */
export const STAGE = 'local';

export interface DeployContext {
  readonly issuers: readonly {
    readonly issuer: string;
    readonly audience: string;
    readonly jwksUri: string;
    /** Which of its tokens are whose, where several tenants share it. */
    readonly tenants?: { readonly [tenant: string]: { readonly [claim: string]: string } };
  }[];
  /** Who owns which tenant from the start. */
  readonly owners: readonly {
    readonly tenant: string;
    readonly issuer: string;
    readonly claims: { readonly [claim: string]: string };
  }[];
  /** Networks that environments may point at although they are private, as CIDRs. */
  readonly privateRanges: readonly string[];
  /** Queues, topics and buses that runs may use: ARNs by tenant. */
  readonly messageTargets: { readonly [tenant: string]: readonly string[] };
}

export interface Deploy {
  readonly children: Children;
  readonly endpoint: string;
  /** Where the templates go. */
  readonly assembly: string;
}

const CDK = place('node_modules', 'aws-cdk', 'bin', 'cdk');

const cdkEnvironment = (endpoint?: string): NodeJS.ProcessEnv => ({
  ...cleanEnvironment(),
  ...AWS_ENVIRONMENT,
  ...(endpoint === undefined ? {} : { AWS_ENDPOINT_URL: endpoint }),
  CDK_DISABLE_CLI_TELEMETRY: 'true',
  NO_COLOR: '1',
  PATH: [path.dirname(process.execPath), place('node_modules', '.bin'), process.env['PATH'] ?? ''].join(path.delimiter),
});

/** Options that keep the cdk command from asking anybody anything. */
const QUIET = ['--no-notices', '--no-version-reporting', '--ci'];

interface CdkCommand {
  readonly name: string;
  readonly args: readonly string[];
  readonly endpoint?: string;
  readonly cwd?: string;
}

const cdk = (children: Children, { name, args, endpoint, cwd }: CdkCommand): Promise<void> =>
  children.run({
    name,
    command: process.execPath,
    args: [CDK, ...args, ...QUIET],
    env: cdkEnvironment(endpoint),
    cwd: cwd ?? place(),
  });

/** Bundles functions and runner from the sources as they are now. */
export const bundle = (children: Children): Promise<void> =>
  children.run({
    name: 'bundle',
    command: process.execPath,
    args: [place('cdk', 'bundle.ts')],
    env: cleanEnvironment(),
  });

/** Writes the templates of stage `local`; asks no account. */
export const synthesize = async (children: Children, assembly: string, context: DeployContext): Promise<void> => {
  const [first] = context.owners;
  if (first === undefined) throw new Error('a cloud without an owner would let nobody in: name at least one');
  const settings = {
    stage: STAGE,
    issuers: JSON.stringify(context.issuers),
    owner: JSON.stringify(context.owners.length === 1 ? first : context.owners),
    privateRanges: context.privateRanges.join(','),
    messageTargets: JSON.stringify(context.messageTargets),
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  await cdk(children, { name: 'synth', args: ['synth', '--quiet', '--output', assembly, ...args] });
  if (!existsSync(path.join(assembly, 'manifest.json')))
    throw new Error(`cdk synth left no manifest.json in ${assembly}`);
};

/** `cdk bootstrap`: the bucket and roles that every deploy goes through. */
export const bootstrap = ({ children, endpoint }: Deploy): Promise<void> =>
  // Away from cdk.json: with it in sight the command would synthesize the app first, which is under way elsewhere.
  cdk(children, {
    name: 'bootstrap',
    args: ['bootstrap', `aws://${ACCOUNT}/${REGION}`],
    endpoint,
    cwd: children.folder,
  });

const DEPLOY_OPTIONS = [
  '--require-approval',
  'never',
  '--method',
  'direct',
  '--progress',
  'events',
  '--asset-parallelism',
  '--concurrency',
  '2',
];

/** `cdk deploy` of every stack of the assembly. */
export const deploy = ({ children, endpoint, assembly }: Deploy): Promise<void> =>
  cdk(children, {
    name: 'deploy',
    args: ['deploy', '--all', '--app', assembly, ...DEPLOY_OPTIONS],
    endpoint,
    cwd: children.folder,
  });
