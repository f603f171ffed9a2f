import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { aws_kms as kms } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/** How long staging is kept once its run is sealed, and otherwise. */
export const STAGING_SEALED_DAYS = 7;
export const STAGING_UNSEALED_DAYS = 30;
export const ACCESS_LOG_DAYS = 90;
/** A draft of the catalog (an upload nobody took up) stays for this long as an old version. */
const CATALOG_OLD_VERSION_DAYS = 366;

const closed = {
  blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
  objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  removalPolicy: RemovalPolicy.RETAIN,
} satisfies s3.BucketProps;

/** Server access logs of the other buckets. S3 delivers them only to a bucket without Object Lock and without a customer key. */
export class AccessLogBucket extends Construct {
  readonly bucket: s3.Bucket;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bucket = new s3.Bucket(this, 'Bucket', {
      ...closed,
      encryption: s3.BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ id: 'ninety-days', expiration: Duration.days(ACCESS_LOG_DAYS) }],
    });
  }
}

export interface RecordBucketProps {
  readonly encryptionKey: kms.IKey;
  readonly accessLogs: s3.IBucket;
}

const encrypted = (props: RecordBucketProps, prefix: string) =>
  ({
    ...closed,
    encryption: s3.BucketEncryption.KMS,
    encryptionKey: props.encryptionKey,
    bucketKeyEnabled: true,
    serverAccessLogsBucket: props.accessLogs,
    serverAccessLogsPrefix: prefix,
  }) satisfies s3.BucketProps;

/** What runs leave until it is sealed: masked by the runner, safe to lose afterwards. */
export class StagingBucket extends Construct {
  readonly bucket: s3.Bucket;

  constructor(scope: Construct, id: string, props: RecordBucketProps) {
    super(scope, id);
    this.bucket = new s3.Bucket(this, 'Bucket', {
      ...encrypted(props, 'staging/'),
      lifecycleRules: [
        { id: 'sealed', tagFilters: { sealed: 'true' }, expiration: Duration.days(STAGING_SEALED_DAYS) },
        {
          id: 'unsealed',
          expiration: Duration.days(STAGING_UNSEALED_DAYS),
        },
        // Pieces of the live log: too many to tag one by one, and the whole log is among the sealed files.
        { id: 'live-log', prefix: 'live/', expiration: Duration.days(STAGING_SEALED_DAYS) },
        { id: 'unfinished-uploads', abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
    });
  }
}

/** Suite bodies and uploads by digest. */
export class CatalogBucket extends Construct {
  readonly bucket: s3.Bucket;

  constructor(scope: Construct, id: string, props: RecordBucketProps) {
    super(scope, id);
    this.bucket = new s3.Bucket(this, 'Bucket', {
      ...encrypted(props, 'catalog/'),
      versioned: true,
      lifecycleRules: [
        {
          id: 'old-versions',
          noncurrentVersionExpiration: Duration.days(CATALOG_OLD_VERSION_DAYS),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
  }
}
