import { GetBucketPolicyCommand, PutBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3';
import { clientOf } from './published-names.ts';

/** A condition key that the emulator never fills in: with roles evaluated, each statement that asks for it would refuse every call. */
const UNKNOWN_KEY = 's3:if-none-match';

interface Policy {
  readonly Statement?: readonly { readonly Sid?: string; readonly Condition?: unknown }[];
}

/**
 * Takes the statements on UNKNOWN_KEY out of a bucket's policy; template tests hold them instead.
 *
 * @returns their names
 */
export const dropUnknownConditions = async (endpoint: string, bucket: string): Promise<readonly string[]> => {
  const client = new S3Client({ ...clientOf(endpoint), forcePathStyle: true });
  try {
    const policy = JSON.parse(
      (await client.send(new GetBucketPolicyCommand({ Bucket: bucket }))).Policy ?? '{}',
    ) as Policy;
    const statements = policy.Statement ?? [];
    const dropped = statements.filter(({ Condition }) =>
      JSON.stringify(Condition ?? null).includes(`"${UNKNOWN_KEY}"`),
    );
    if (dropped.length > 0) {
      const kept = { ...policy, Statement: statements.filter((statement) => !dropped.includes(statement)) };
      await client.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy: JSON.stringify(kept) }));
    }
    return dropped.map(({ Sid = '(unnamed)' }) => Sid);
  } finally {
    client.destroy();
  }
};
