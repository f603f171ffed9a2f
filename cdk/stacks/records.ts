import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { EvidenceBucket } from '../constructs/evidence-bucket.ts';
import { EvidenceKey } from '../constructs/evidence-key.ts';
import { publish } from '../constructs/names.ts';
import { AccessLogBucket, CatalogBucket, StagingBucket } from '../constructs/record-buckets.ts';
import { RunTable } from '../constructs/run-table.ts';
import type { Settings } from '../settings.ts';

export interface RecordsProps extends StackProps {
  readonly settings: Settings;
}

/**
 * Everything that must outlive a deploy: one table, three buckets and their two keys. All of it is retained, nothing has a physical
 * name, and renaming a construct here is a data loss.
 */
export class Records extends Stack {
  constructor(scope: Construct, id: string, props: RecordsProps) {
    super(scope, id, {
      description: 'Assay: table, buckets and keys',
      ...props,
      terminationProtection: props.settings.stage === 'prod',
    });
    const { stage, breakGlassRoleArn } = props.settings;
    const key = new kms.Key(this, 'Key', {
      description: `Assay ${stage}: staging and catalog`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const accessLogs = new AccessLogBucket(this, 'AccessLogs').bucket;
    // The library's classes name some optional members `| undefined`, its interfaces do not: asserted once, here.
    const bucketProps = { encryptionKey: key as kms.IKey, accessLogs: accessLogs as s3.IBucket };
    const protection = { stage, ...(breakGlassRoleArn === undefined ? {} : { breakGlassRoleArn }) };
    const evidenceKey = new EvidenceKey(this, 'EvidenceKey', protection).key;
    const staging = new StagingBucket(this, 'Staging', bucketProps);
    const catalog = new CatalogBucket(this, 'Catalog', bucketProps);
    const evidence = new EvidenceBucket(this, 'Evidence', {
      ...bucketProps,
      ...protection,
      encryptionKey: evidenceKey,
    });
    const table = new RunTable(this, 'Runs');

    const made = {
      tableName: table.table.tableName,
      stagingBucket: staging.bucket.bucketName,
      catalogBucket: catalog.bucket.bucketName,
      evidenceBucket: evidence.bucket.bucketName,
    } as const;
    for (const name of ['tableName', 'stagingBucket', 'catalogBucket', 'evidenceBucket'] as const) {
      publish(this, stage, name, made[name]);
      new CfnOutput(this, `Out-${name}`, { key: name, value: made[name] });
    }
    publish(this, stage, 'recordsKeyArn', key.keyArn);
    publish(this, stage, 'evidenceKeyArn', evidenceKey.keyArn);
  }
}
