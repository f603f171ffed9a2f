import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Parameters?: Readonly<Record<string, { readonly Default?: string }>>;
  readonly Outputs?: Readonly<Record<string, unknown>>;
}

export interface Finding {
  readonly rule: string;
  readonly path: string;
}

export interface Synthesized {
  readonly stacks: Readonly<Record<string, Template>>;
  readonly messages: readonly string[];
  /** Findings that nobody acknowledged. */
  readonly open: readonly Finding[];
  /** Findings as if nothing was acknowledged. */
  readonly all: readonly Finding[];
  readonly acknowledgements: readonly { readonly path: string; readonly rule: string; readonly reason: string }[];
}

const IMAGE = `registry.example/node@sha256:${'a'.repeat(64)}`;
const OWNER = { tenant: 'acme', issuer: 'https://issuer.example', claims: { sub: 'ada' } };

/** The variants that tests look at. */
export const VARIANTS = {
  dev: { stage: 'dev', owner: OWNER },
  prod: { stage: 'prod', owner: OWNER, runnerBaseImage: IMAGE },
  'private-nat': {
    stage: 'prod',
    owner: OWNER,
    runnerBaseImage: IMAGE,
    network: 'private-nat',
    breakGlassRoleArn: 'arn:aws:iam::111122223333:role/security/break-glass',
    alarmEmail: 'on-call@example.com',
  },
  'private-only': { stage: 'dev', owner: OWNER, network: 'private-only' },
  local: {
    stage: 'local',
    issuers: [{ issuer: OWNER.issuer, audience: 'assay', tenants: { acme: { sub: 'ada' }, other: { sub: 'grace' } } }],
    owner: [OWNER, { ...OWNER, tenant: 'other', claims: { sub: 'grace' } }],
    privateRanges: '127.0.0.0/8',
    messageTargets: {
      acme: ['arn:aws:sqs:eu-west-1:111122223333:acme-*', 'arn:aws:sns:eu-west-1:111122223333:acme-paid'],
      other: ['arn:aws:events:eu-west-1:111122223333:event-bus/other'],
    },
  },
} as const;
export type Variant = keyof typeof VARIANTS;

const sourceDigest = (): string => {
  const files = globSync(
    [
      'cdk/**/*.ts',
      'cdk.json',
      'state-machines/*.json',
      'layers/contracts/openapi.json',
      'layers/core/{issuers,message-targets,*-namespaces}.ts',
      'test/cdk/synthesize.ts',
      'test/cdk/synthesized.ts',
      'package-lock.json',
    ],
    {
      cwd: ROOT,
    },
  ).sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex').slice(0, 16);
};

/** Runs the script in plain node, which loads the CDK in a second; jest's module loader takes many. */
export const runSynthesis = (context: Readonly<Record<string, unknown>>): string =>
  execFileSync(process.execPath, [join(ROOT, 'test', 'cdk', 'synthesize.ts'), JSON.stringify(context)], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { PATH: '', HOME: '/nonexistent', TMPDIR: process.env['TMPDIR'] ?? '/tmp' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** One synthesis per variant and state of the sources, shared by every test file through a folder of the cache. */
export const synthesized = (variant: Variant): Synthesized => {
  const folder = join(ROOT, 'node_modules', '.cache', 'assay-synth');
  const file = join(folder, `${sourceDigest()}-${variant}.json`);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, runSynthesis(VARIANTS[variant]));
    renameSync(draft, file);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Synthesized;
};

export const stackOf = (variant: Variant, stack: 'Network' | 'Records' | 'Plane' | 'Ops'): Template => {
  const template = synthesized(variant).stacks[stack];
  if (template === undefined) throw new Error(`variant ${variant} has no stack ${stack}`);
  return template;
};

export const resourcesOf = (template: Template, type: string): readonly (readonly [string, Resource])[] =>
  Object.entries(template.Resources).filter(([, resource]) => resource.Type === type);

/** The one resource of a type whose logical id starts with a text. */
export const oneResource = (template: Template, type: string, idStart = ''): Resource => {
  const found = resourcesOf(template, type).filter(([id]) => id.startsWith(idStart));
  const [first] = found;
  if (first === undefined || found.length > 1) {
    throw new Error(`one ${type} ${idStart}* was expected, found ${found.map(([id]) => id).join(', ') || 'none'}`);
  }
  return first[1];
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Logical ids end in eight characters of a hash. */
const withoutHash = (id: string): string => id.replace(/[0-9A-F]{8}$/, '');

/** A value with its references as text: `{records/table-name}` for a name of another stack, `{planrunFunction.Arn}` for a resource. */
export const asText = (value: unknown, template: Template): string => {
  if (typeof value === 'string') return value;
  if (!isObject(value)) return JSON.stringify(value);
  const { Ref: ref, 'Fn::GetAtt': attribute, 'Fn::Join': joined } = value;
  if (typeof ref === 'string') {
    const shared = template.Parameters?.[ref]?.Default;
    return shared === undefined ? `{${withoutHash(ref)}}` : `{${shared.replace(/^\/assay\/[a-z]+\//, '')}}`;
  }
  if (Array.isArray(attribute)) return `{${withoutHash(String(attribute[0]))}.${String(attribute[1])}}`;
  if (Array.isArray(joined))
    return (joined[1] as unknown[]).map((part) => asText(part, template)).join(String(joined[0]));
  return JSON.stringify(value);
};
