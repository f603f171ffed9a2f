/**
 * Synthesizes every stack in a process of its own and prints templates, cdk-nag findings and acknowledgements as JSON.
 *
 * Network and child processes are cut off before the library is loaded, and no AWS variable is set: a synthesis that needed an
 * account, Docker or the network would fail here (`probe` in the context shows that it does).
 */
import childProcess from 'node:child_process';
import dns from 'node:dns';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App, CfnResource } from 'aws-cdk-lib';
import type { NagPack } from 'cdk-nag';
import type { IConstruct } from 'constructs';

const root = join(import.meta.dirname, '..', '..');

const cutOff = (): void => {
  const refuse = (what: string) => () => {
    throw new Error(`synthesis must not use ${what}`);
  };
  net.Socket.prototype.connect = refuse('the network');
  Object.assign(dns, { lookup: refuse('DNS'), resolve: refuse('DNS') });
  for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'] as const) {
    Object.assign(childProcess, { [name]: refuse(`child processes (${name})`) });
  }
  syncBuiltinESMExports();
  for (const name of Object.keys(process.env))
    if (name.startsWith('AWS_') || name.startsWith('CDK_')) delete process.env[name];
};

interface Finding {
  readonly rule: string;
  readonly path: string;
}

/** Runs a pack once and listens to its own question whether a finding was acknowledged: gives all findings and the open ones. */
const findingsOf = (
  pack: NagPack,
  app: App,
): { readonly all: readonly Finding[]; readonly open: readonly Finding[] } => {
  const all: Finding[] = [];
  const asked = (
    pack as unknown as { isAcknowledged(resource: CfnResource, rule: string): boolean }
  ).isAcknowledged.bind(pack);
  Object.assign(pack, {
    isAcknowledged: (resource: CfnResource, rule: string) => {
      all.push({ rule, path: resource.node.path });
      return asked(resource, rule);
    },
  });
  const open = pack
    .validateScope(app)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map((resource) => ({ rule: ruleName, path: resource.constructPath ?? '' })),
    );
  return { all, open };
};

interface Acknowledgement {
  readonly path: string;
  readonly rule: string;
  readonly reason: string;
}

/** Reads what `Validations.acknowledge` wrote beside each construct. */
const acknowledgementsOf = (scope: IConstruct, key: string): readonly Acknowledgement[] => [
  ...scope.node.metadata
    .filter((entry) => entry.type === key)
    .flatMap((entry) =>
      Object.entries(entry.data as Record<string, unknown>).map(([rule, reason]) => ({
        path: scope.node.path,
        rule: rule.replace(/^annotation::/i, ''),
        reason: typeof reason === 'string' ? reason : JSON.stringify(reason),
      })),
    ),
  ...scope.node.children.flatMap((child) => acknowledgementsOf(child, key)),
];

const stubBuild = async (folder: string): Promise<string> => {
  const { FUNCTION_NAMES } = await import('../../cdk/constructs/function-sizes.ts');
  for (const name of FUNCTION_NAMES) {
    mkdirSync(join(folder, 'functions', name), { recursive: true });
    writeFileSync(join(folder, 'functions', name, 'index.mjs'), `export const handler = () => '${name}';\n`);
  }
  mkdirSync(join(folder, 'runner'));
  writeFileSync(join(folder, 'runner', 'runner.mjs'), '');
  writeFileSync(join(folder, 'runner', 'Dockerfile'), 'ARG BASE_IMAGE\nFROM ${BASE_IMAGE}\n');
  return folder;
};

const synthesize = async (context: Record<string, unknown>): Promise<unknown> => {
  const cdk = await import('aws-cdk-lib');
  const { AwsSolutionsChecks, ServerlessChecks } = await import('cdk-nag');
  const { assay } = await import('../../cdk/assay.ts');
  const { readSettings } = await import('../../cdk/settings.ts');
  const flags = (JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')) as { context: Record<string, unknown> })
    .context;
  const work = mkdtempSync(join(tmpdir(), 'assay-synth-'));
  try {
    const app = new cdk.App({ context: { ...flags, ...context }, outdir: join(work, 'out') });
    assay(app, readSettings(app.node), {
      build: await stubBuild(join(work, 'build')),
      stateMachines: join(root, 'state-machines'),
      openapi: join(root, 'layers', 'contracts', 'openapi.json'),
    });
    const assembly = app.synth();
    const found = [new AwsSolutionsChecks(), new ServerlessChecks()].map((pack) => findingsOf(pack, app));
    return {
      stacks: Object.fromEntries(assembly.stacks.map((stack) => [stack.id, stack.template as unknown])),
      messages: assembly.stacks.flatMap((stack) =>
        stack.messages.map((message) => `${message.id}: ${JSON.stringify(message.entry.data)}`),
      ),
      open: found.flatMap(({ open }) => open),
      all: found.flatMap(({ all }) => all),
      acknowledgements: acknowledgementsOf(app, cdk.Validations.ACKNOWLEDGED_RULES_METADATA_KEY),
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};

cutOff();
// Lets a test see that the cut holds.
const asked = JSON.parse(process.argv[2] ?? '{}') as Record<string, unknown>;
if (asked['probe'] === 'network') await fetch('http://127.0.0.1:4321/');
if (asked['probe'] === 'docker') childProcess.execFileSync('docker', ['version']);
process.stdout.write(JSON.stringify(await synthesize(asked)));
