/** What must outlive a deploy, and how evidence is locked: intentions read from the synthesized templates of dev and prod. */
import { describe, expect, test } from '@jest/globals';
import { statementsOf } from './policies.ts';
import { asText, oneResource, resourcesOf, stackOf } from './synthesized.ts';
import type { Resource, Template } from './synthesized.ts';

const dev = stackOf('dev', 'Records');
const prod = stackOf('prod', 'Records');
const local = stackOf('local', 'Records');

const bucket = (template: Template, name: string): Resource => oneResource(template, 'AWS::S3::Bucket', name);
const retentionOf = (template: Template): unknown =>
  (bucket(template, 'Evidence').Properties['ObjectLockConfiguration'] as { Rule: { DefaultRetention: unknown } }).Rule
    .DefaultRetention;

describe('the evidence bucket', () => {
  test('is locked in COMPLIANCE mode for 366 days in prod', () => {
    expect(retentionOf(prod)).toEqual({ Mode: 'COMPLIANCE', Days: 366 });
  });

  test.each([
    ['dev', dev],
    ['local', local],
  ] as const)('is locked in GOVERNANCE mode for one day in %s', (_stage, template) => {
    expect(retentionOf(template)).toEqual({ Mode: 'GOVERNANCE', Days: 1 });
  });

  test('has the lock enabled and keeps versions, without which the lock protects nothing', () => {
    const { ObjectLockEnabled, VersioningConfiguration } = bucket(prod, 'Evidence').Properties;

    expect(ObjectLockEnabled).toBe(true);
    expect(VersioningConfiguration).toEqual({ Status: 'Enabled' });
  });

  test('is not its own access log', () => {
    const logging = bucket(prod, 'Evidence').Properties['LoggingConfiguration'] as Record<string, unknown>;

    expect(asText(logging['DestinationBucketName'], prod)).toBe('{AccessLogsBucket}');
  });
});

const evidencePolicy = (template: Template): readonly string[] =>
  statementsOf(oneResource(template, 'AWS::S3::BucketPolicy', 'Evidence').Properties['PolicyDocument']).map(
    (statement) => {
      const { Effect, Action, Resource: resource, Condition, Principal } = statement;
      const resources = Array.isArray(resource)
        ? resource.map((one) => asText(one, template)).join(',')
        : asText(resource, template);
      const conditions = Object.entries((Condition ?? {}) as Record<string, Record<string, unknown>>).flatMap(
        ([operator, keys]) =>
          Object.entries(keys).map(([key, value]) => `${operator} ${key} ${asText(value, template)}`),
      );
      return `${Effect} ${JSON.stringify(Principal)} ${[Action].flat().join(',')} on ${resources} if ${conditions.join(' and ')}`;
    },
  );

describe('the policy of the evidence bucket', () => {
  const OBJECTS = '{EvidenceBucket.Arn}/*';
  const EVERYBODY = 'Deny {"AWS":"*"}';
  const BREAK_GLASS = 'ArnNotLike aws:PrincipalArn arn:aws:iam::{AWS::AccountId}:role/assay-break-glass';

  test('refuses both deletes to everybody but break-glass', () => {
    expect(evidencePolicy(prod)).toContain(
      `${EVERYBODY} s3:DeleteObject,s3:DeleteObjectVersion on ${OBJECTS} if ${BREAK_GLASS}`,
    );
  });

  test('refuses to shorten or bypass retention to everybody but break-glass', () => {
    expect(evidencePolicy(prod)).toContain(
      `${EVERYBODY} s3:BypassGovernanceRetention,s3:PutObjectRetention on ${OBJECTS} if ${BREAK_GLASS}`,
    );
  });

  test('refuses a PUT that does not say If-None-Match, to everybody', () => {
    expect(evidencePolicy(prod)).toContain(`${EVERYBODY} s3:PutObject on ${OBJECTS} if Null s3:if-none-match true`);
  });

  test('refuses everything that is not TLS', () => {
    expect(evidencePolicy(prod)).toContain(
      `${EVERYBODY} s3:* on {EvidenceBucket.Arn},${OBJECTS} if Bool aws:SecureTransport false`,
    );
  });

  test('allows nothing: rights come from roles alone', () => {
    expect(evidencePolicy(prod).filter((line) => !line.startsWith('Deny'))).toEqual([]);
  });
});

test('staging expires 7 days after it was tagged sealed, otherwise after 30, and drops unfinished uploads', () => {
  const { Rules } = bucket(prod, 'Staging').Properties['LifecycleConfiguration'] as { Rules: readonly unknown[] };

  expect(Rules).toEqual([
    { Id: 'sealed', Status: 'Enabled', ExpirationInDays: 7, TagFilters: [{ Key: 'sealed', Value: 'true' }] },
    { Id: 'unsealed', Status: 'Enabled', ExpirationInDays: 30 },
    { Id: 'live-log', Status: 'Enabled', ExpirationInDays: 7, Prefix: 'live/' },
    { Id: 'unfinished-uploads', Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } },
  ]);
});

test('access logs are kept for 90 days and the catalog keeps versions', () => {
  expect(bucket(prod, 'AccessLogs').Properties['LifecycleConfiguration']).toMatchObject({
    Rules: [{ ExpirationInDays: 90 }],
  });
  expect(bucket(prod, 'Catalog').Properties['VersioningConfiguration']).toEqual({ Status: 'Enabled' });
});

test.each([
  ['Staging', /^Key[0-9A-F]{8}$/],
  ['Catalog', /^Key[0-9A-F]{8}$/],
  ['Evidence', /^EvidenceKey[0-9A-F]{8}$/],
] as const)('%s is encrypted with its key, closed to the public and logged', (name, key) => {
  const { BucketEncryption, PublicAccessBlockConfiguration, LoggingConfiguration } = bucket(prod, name).Properties;

  expect(BucketEncryption).toMatchObject({
    ServerSideEncryptionConfiguration: [
      {
        BucketKeyEnabled: true,
        ServerSideEncryptionByDefault: {
          SSEAlgorithm: 'aws:kms',
          KMSMasterKeyID: { 'Fn::GetAtt': [expect.stringMatching(key), 'Arn'] },
        },
      },
    ],
  });
  expect(PublicAccessBlockConfiguration).toEqual({
    BlockPublicAcls: true,
    BlockPublicPolicy: true,
    IgnorePublicAcls: true,
    RestrictPublicBuckets: true,
  });
  expect(LoggingConfiguration).toBeDefined();
});

test('every bucket refuses plain HTTP', () => {
  const policies = resourcesOf(prod, 'AWS::S3::BucketPolicy');

  expect(policies).toHaveLength(4);
  for (const [, policy] of policies) {
    expect(JSON.stringify(policy.Properties['PolicyDocument'])).toContain(
      '"Condition":{"Bool":{"aws:SecureTransport":"false"}},"Effect":"Deny"',
    );
  }
});

test('the table is on demand, protected, encrypted by KMS, restorable, and has four generic indexes and a time to live', () => {
  const table = oneResource(prod, 'AWS::DynamoDB::GlobalTable').Properties;
  const key = (hash: string, range: string) => [
    { AttributeName: hash, KeyType: 'HASH' },
    { AttributeName: range, KeyType: 'RANGE' },
  ];

  expect(table['BillingMode']).toBe('PAY_PER_REQUEST');
  expect(table['KeySchema']).toEqual(key('pk', 'sk'));
  expect(table['GlobalSecondaryIndexes']).toEqual(
    ['gsi1', 'gsi2', 'gsi3', 'gsi4'].map((name) => ({
      IndexName: name,
      KeySchema: key(`${name}pk`, `${name}sk`),
      Projection: { ProjectionType: 'ALL' },
    })),
  );
  expect(table['SSESpecification']).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
  expect(table['TimeToLiveSpecification']).toEqual({ AttributeName: 'expiresAtEpochSeconds', Enabled: true });
  expect(table['StreamSpecification']).toBeUndefined();
  expect(table['Replicas']).toEqual([
    expect.objectContaining({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    }),
  ]);
});

test('table, buckets and key are retained, whatever happens to the stack', () => {
  for (const type of ['AWS::S3::Bucket', 'AWS::DynamoDB::GlobalTable', 'AWS::KMS::Key']) {
    for (const [id, resource] of resourcesOf(prod, type)) {
      expect([id, resource.DeletionPolicy, resource.UpdateReplacePolicy]).toEqual([id, 'Retain', 'Retain']);
    }
  }
});

test('nothing in Records has a physical name, which would stand in the way of a replacement', () => {
  const named = Object.values(prod.Resources).filter(
    ({ Properties }) => Properties['BucketName'] ?? Properties['TableName'],
  );

  expect(named).toEqual([]);
});

test('both keys rotate by themselves', () => {
  const keys = resourcesOf(prod, 'AWS::KMS::Key');

  expect(keys).toHaveLength(2);
  for (const [id, { Properties }] of keys) expect([id, Properties['EnableKeyRotation']]).toEqual([id, true]);
});

const keyPolicy = (template: Template, name: string): readonly string[] =>
  statementsOf(oneResource(template, 'AWS::KMS::Key', name).Properties['KeyPolicy']).map(
    ({ Effect, Action, Principal, Condition }) => {
      const who = asText((Principal as { AWS: unknown }).AWS, template);
      const unless = (Condition as { ArnNotLike?: Record<string, unknown> } | undefined)?.ArnNotLike;
      const exception = unless === undefined ? '' : ` unless ${asText(unless['aws:PrincipalArn'], template)}`;
      return `${Effect} ${who} ${[Action].flat().join(',')}${exception}`;
    },
  );

describe('the key of evidence', () => {
  const ROOT_ADMIN = 'Allow arn:{AWS::Partition}:iam::{AWS::AccountId}:root kms:*';
  const refused = (breakGlass: string) =>
    `Deny * kms:DisableKey,kms:PutKeyPolicy,kms:ScheduleKeyDeletion unless ${breakGlass}`;

  test.each([
    ['dev', dev],
    ['prod', prod],
    ['local', local],
  ] as const)(
    'in %s is ended, disabled or given another policy by break-glass alone; the account administers the rest',
    (_stage, template) => {
      expect(keyPolicy(template, 'EvidenceKey')).toEqual([
        ROOT_ADMIN,
        refused('arn:aws:iam::{AWS::AccountId}:role/assay-break-glass'),
      ]);
    },
  );

  test('trusts the break-glass role that the deploy names', () => {
    expect(keyPolicy(stackOf('private-nat', 'Records'), 'EvidenceKey')).toContain(
      refused('arn:aws:iam::111122223333:role/security/break-glass'),
    );
  });

  test('can be made at all: KMS would refuse a policy that its maker cannot change', () => {
    expect(oneResource(prod, 'AWS::KMS::Key', 'EvidenceKey').Properties['BypassPolicyLockoutSafetyCheck']).toBe(true);
  });

  test('is not the key of what expires', () => {
    expect(keyPolicy(prod, 'Key')).toEqual([ROOT_ADMIN]);
  });
});
