import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  GetObjectLockConfigurationCommand,
  PutBucketVersioningCommand,
  PutObjectLockConfigurationCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { ObjectLockConfiguration } from '@aws-sdk/client-s3';
import { clientOf } from './published-names.ts';
import type { PublishedNames } from './published-names.ts';

interface Resource {
  readonly Type: string;
  readonly Properties?: { readonly [property: string]: unknown };
}

export interface LockedBucket {
  readonly bucket: string;
  readonly configuration: ObjectLockConfiguration;
}

const PARAMETER_PREFIX = /^\/assay\/[^/]+\//;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const resourcesOf = (template: string): readonly (readonly [string, Resource])[] => {
  const { Resources = {} } = JSON.parse(readFileSync(template, 'utf8')) as { Resources?: Record<string, Resource> };
  return Object.entries(Resources);
};

/** Physical name of a bucket of the template: the value of the parameter that publishes it. */
const physicalName = (
  logicalId: string,
  resources: readonly (readonly [string, Resource])[],
  names: PublishedNames,
): string => {
  for (const [, { Type, Properties = {} }] of resources) {
    const { Name, Value } = Properties;
    if (Type !== 'AWS::SSM::Parameter' || typeof Name !== 'string' || !isRecord(Value) || Value['Ref'] !== logicalId)
      continue;
    const name = names.get(Name.replace(PARAMETER_PREFIX, ''));
    if (name !== undefined) return name;
  }
  throw new Error(
    `the bucket ${logicalId} asks for Object Lock, but no stack publishes its name: it would stay unlocked here`,
  );
};

/**
 * Finds every bucket that the synthesized templates lock.
 *
 * @param assembly   folder of `cdk synth`
 * @throws Error when there is none, or one whose name is not published: evidence without a lock is no evidence
 */
export const lockedBuckets = (assembly: string, names: PublishedNames): readonly LockedBucket[] => {
  const found: LockedBucket[] = [];
  for (const file of readdirSync(assembly).filter((name) => name.endsWith('.template.json'))) {
    const resources = resourcesOf(path.join(assembly, file));
    for (const [logicalId, { Type, Properties = {} }] of resources) {
      if (Type !== 'AWS::S3::Bucket' || Properties['ObjectLockEnabled'] !== true) continue;
      const configuration = Properties['ObjectLockConfiguration'];
      found.push({
        bucket: physicalName(logicalId, resources, names),
        configuration: isRecord(configuration) ? configuration : { ObjectLockEnabled: 'Enabled' },
      });
    }
  }
  if (found.length === 0)
    throw new Error(
      `no template in ${assembly} locks a bucket: expected the evidence bucket to have ObjectLockEnabled`,
    );
  return found;
};

const textOf = ({ ObjectLockEnabled, Rule }: ObjectLockConfiguration): string => {
  const { Mode = null, Days = null, Years = null } = Rule?.DefaultRetention ?? {};
  return JSON.stringify({ enabled: ObjectLockEnabled ?? null, mode: Mode, days: Days, years: Years });
};

/**
 * Gives each bucket the lock that its template asks for, because the emulator's CloudFormation ignores it, and reads it back.
 *
 * @throws Error when a lock does not read back as the template says
 */
export const applyObjectLocks = async (endpoint: string, buckets: readonly LockedBucket[]): Promise<void> => {
  const client = new S3Client({ ...clientOf(endpoint), forcePathStyle: true });
  for (const { bucket, configuration } of buckets) {
    await client.send(
      new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration: { Status: 'Enabled' } }),
    );
    await client.send(
      new PutObjectLockConfigurationCommand({ Bucket: bucket, ObjectLockConfiguration: configuration }),
    );
    const read =
      (await client.send(new GetObjectLockConfigurationCommand({ Bucket: bucket }))).ObjectLockConfiguration ?? {};
    if (textOf(read) !== textOf(configuration)) {
      throw new Error(
        `the lock of bucket ${bucket} should be ${textOf(configuration)}, but reads back as ${textOf(read)}; the cloud does not start without it`,
      );
    }
  }
  client.destroy();
};
