import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { aws_kms as kms } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Stage } from '../settings.ts';
import { breakGlassOf } from './evidence-key.ts';

/** One year never falls short in a leap year. */
export const EVIDENCE_DAYS_PROD = 366;
export const EVIDENCE_DAYS_DEV = 1;
/** Cold storage after the quarter in which people still look at a run. */
export const EVIDENCE_WARM_DAYS = 90;

export interface EvidenceBucketProps {
  readonly stage: Stage;
  readonly encryptionKey: kms.IKey;
  readonly accessLogs: s3.IBucket;
  /** The one role that may delete, within what Object Lock allows. @default arn:…:role/assay-break-glass of this account */
  readonly breakGlassRoleArn?: string;
}

/**
 * Where evidence is written once and locked: COMPLIANCE for 366 days in prod, GOVERNANCE for a day elsewhere.
 *
 * `If-None-Match: *` alone is not write-once: after a plain DELETE, which lock rules allow, a conditional PUT of the same key
 * succeeds and a plain GET returns the new body. So the bucket refuses every delete, and readers go by VersionId.
 */
export class EvidenceBucket extends Construct {
  readonly bucket: s3.Bucket;

  constructor(scope: Construct, id: string, props: EvidenceBucketProps) {
    super(scope, id);
    this.bucket = new s3.Bucket(this, 'Bucket', {
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention:
        props.stage === 'prod'
          ? s3.ObjectLockRetention.compliance(Duration.days(EVIDENCE_DAYS_PROD))
          : s3.ObjectLockRetention.governance(Duration.days(EVIDENCE_DAYS_DEV)),
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: props.encryptionKey,
      bucketKeyEnabled: true,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      serverAccessLogsBucket: props.accessLogs,
      serverAccessLogsPrefix: 'evidence/',
      lifecycleRules: [
        {
          id: 'cold-after-a-quarter',
          transitions: [
            {
              storageClass: s3.StorageClass.GLACIER_INSTANT_RETRIEVAL,
              transitionAfter: Duration.days(EVIDENCE_WARM_DAYS),
            },
          ],
        },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.refuse(breakGlassOf(this, props.breakGlassRoleArn));
  }

  private refuse(breakGlassRoleArn: string): void {
    const objects = this.bucket.arnForObjects('*');
    const everybodyElse = { ArnNotLike: { 'aws:PrincipalArn': breakGlassRoleArn } };
    const deny = (sid: string, actions: string[], conditions: Record<string, Record<string, string>>) => {
      this.bucket.addToResourcePolicy(
        new iam.PolicyStatement({
          sid,
          effect: iam.Effect.DENY,
          principals: [new iam.AnyPrincipal()],
          actions,
          resources: [objects],
          conditions,
        }),
      );
    };
    deny('RefuseDeletes', ['s3:DeleteObject', 's3:DeleteObjectVersion'], everybodyElse);
    deny('RefuseShortening', ['s3:BypassGovernanceRetention', 's3:PutObjectRetention'], everybodyElse);
    // Stricter than S3 needs: multipart uploads cannot carry the key on each part, so they are refused too.
    deny('RefuseOverwrites', ['s3:PutObject'], { Null: { 's3:if-none-match': 'true' } });
  }
}
