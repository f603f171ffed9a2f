import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Stage } from '../settings.ts';
import { allow } from './grants.ts';
import { published } from './names.ts';

export type TableAction =
  | 'BatchGetItem'
  | 'BatchWriteItem'
  | 'ConditionCheckItem'
  | 'DeleteItem'
  | 'GetItem'
  | 'PutItem'
  | 'Query'
  | 'UpdateItem';

export type BucketName = 'staging' | 'catalog' | 'evidence';

/** `Tag` marks a staging object as sealed; `GetLock` reads whether the bucket locks what is put. Without `List`, S3 answers 403 instead of 404 for a key that is not there. */
export type BucketAction = 'Get' | 'GetVersion' | 'Put' | 'Tag' | 'List' | 'GetLock';

const S3_ACTIONS = {
  Get: 's3:GetObject',
  GetVersion: 's3:GetObjectVersion',
  Put: 's3:PutObject',
  Tag: 's3:PutObjectTagging',
} as const;

const EVERY_RUN = 'A static role cannot be bound to one tenant or run; keys below v1/ are all that it reaches.';

/** The Plane's view of Records: names come by SSM, rights are given action by action. */
export class RecordsAccess {
  readonly tableName: string;
  readonly buckets: Readonly<Record<BucketName, string>>;
  private readonly keyArns: Readonly<Record<BucketName, string>>;
  private readonly tableArn: string;
  private readonly scope: Construct;

  constructor(scope: Construct, stage: Stage) {
    this.scope = scope;
    this.tableName = published(scope, stage, 'tableName');
    this.buckets = {
      staging: published(scope, stage, 'stagingBucket'),
      catalog: published(scope, stage, 'catalogBucket'),
      evidence: published(scope, stage, 'evidenceBucket'),
    };
    const keyArn = published(scope, stage, 'recordsKeyArn');
    this.keyArns = { staging: keyArn, catalog: keyArn, evidence: published(scope, stage, 'evidenceKeyArn') };
    this.tableArn = Stack.of(scope).formatArn({ service: 'dynamodb', resource: 'table', resourceName: this.tableName });
  }

  /** `Query` reaches the indexes as well. */
  allowTable(role: iam.Role, actions: readonly TableAction[]): void {
    allow(role, { actions: actions.map((action) => `dynamodb:${action}`), resources: [this.tableArn] });
    if (!actions.includes('Query')) return;
    allow(role, {
      actions: ['dynamodb:Query'],
      resources: [`${this.tableArn}/index/*`],
      wildcard: 'The four generic indexes of this one table.',
    });
  }

  /** Objects below `v1/` of one bucket, and the key that they are encrypted with, through S3 only. */
  allowBucket(role: iam.Role, bucket: BucketName, actions: readonly BucketAction[]): void {
    const arn = `arn:aws:s3:::${this.buckets[bucket]}`;
    const objectActions = actions
      .filter((action) => action !== 'List' && action !== 'GetLock')
      .map((action) => S3_ACTIONS[action]);
    if (objectActions.length > 0) {
      allow(role, { actions: objectActions, resources: [`${arn}/v1/*`], wildcard: EVERY_RUN });
    }
    if (actions.includes('List')) {
      // No condition on the prefix: a GET carries none, and then a missing key would read as forbidden.
      allow(role, { actions: ['s3:ListBucket'], resources: [arn] });
    }
    if (actions.includes('GetLock'))
      allow(role, { actions: ['s3:GetBucketObjectLockConfiguration'], resources: [arn] });
    const reads = actions.includes('Get') || actions.includes('GetVersion');
    const writes = actions.includes('Put');
    if (reads || writes) {
      allow(role, {
        actions: [...(reads ? ['kms:Decrypt'] : []), ...(writes ? ['kms:GenerateDataKey'] : [])],
        resources: [this.keyArns[bucket]],
        conditions: { StringEquals: { 'kms:ViaService': `s3.${Stack.of(this.scope).region}.amazonaws.com` } },
      });
    }
  }
}
