/**
 * Every role of the Plane, action by action and resource by resource, written out by hand: a right that is added, widened or lost in
 * cdk/ fails here. The lines name what a role may do beyond its own log and traces, which one test checks for all.
 */
import { expect, test } from '@jest/globals';
import { rightsByRole } from './policies.ts';
import { stackOf } from './synthesized.ts';

const plane = stackOf('dev', 'Plane');
const rights = rightsByRole(plane);

const TABLE = 'arn:{AWS::Partition}:dynamodb:{AWS::Region}:{AWS::AccountId}:table/{records/table-name}';
const VIA_S3 = ' if StringEquals kms:ViaService s3.{AWS::Region}.amazonaws.com';
const EXECUTION = 'arn:aws:states:{AWS::Region}:{AWS::AccountId}:execution:';
const SECRETS = 'arn:aws:secretsmanager:{AWS::Region}:{AWS::AccountId}:secret:assay/*';
const IN_CLUSTER = ' if ArnEquals ecs:cluster {RunnerCluster.Arn}';

const table = (...actions: string[]) => actions.map((action) => `dynamodb:${action} on ${TABLE}`);
const indexes = [`dynamodb:Query on ${TABLE}/index/*`];
const bucket = (name: string, ...actions: string[]) =>
  actions.map(
    (action) => `s3:${action} on arn:aws:s3:::{records/${name}-bucket}${action === 'ListBucket' ? '' : '/v1/*'}`,
  );
const readKey = [`kms:Decrypt on {records/key-arn}${VIA_S3}`];
const readEvidenceKey = [`kms:Decrypt on {records/evidence-key-arn}${VIA_S3}`];
const writeEvidenceKey = [`kms:GenerateDataKey on {records/evidence-key-arn}${VIA_S3}`];
const writeKey = [`kms:GenerateDataKey on {records/key-arn}${VIA_S3}`];
const events = ['events:PutEvents on {Bus.Arn}'];
const secrets = [`secretsmanager:GetSecretValue on ${SECRETS}`];
const deadLetters = ['GetQueueAttributes', 'GetQueueUrl', 'SendMessage'].map(
  (action) => `sqs:${action} on {EventsDlq.Arn}`,
);
const testRun = '{MachinesTestRunMachine}';
const finishRun = '{MachinesFinishRunMachine}';
const stopping = [
  `states:DescribeExecution on ${EXECUTION}{MachinesTestRunMachine.Name}:*`,
  `states:DescribeExecution on ${EXECUTION}{MachinesFinishRunMachine.Name}:*`,
  `states:StopExecution on ${EXECUTION}{MachinesTestRunMachine.Name}:*`,
  `ecs:ListTasks on *${IN_CLUSTER}`,
  `ecs:StopTask on arn:aws:ecs:{AWS::Region}:{AWS::AccountId}:task/{RunnerCluster}/*${IN_CLUSTER}`,
];
const answers = (...actions: string[]) =>
  actions.flatMap((action) => [`states:${action} on ${testRun}`, `states:${action} on ${testRun}/*`]);
const invoke = (...functions: string[]) => functions.map((name) => `lambda:InvokeFunction on {${name}Function.Arn}`);

const staging = (...actions: string[]) => bucket('staging', ...actions);
const catalog = (...actions: string[]) => bucket('catalog', ...actions);

const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  authorizer: [...table('Query'), ...indexes],
  runswriter: [
    ...table('BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
    ...indexes,
    ...staging('GetObject', 'ListBucket'),
    ...readKey,
    ...events,
    `states:StartExecution on ${testRun}`,
    `states:StartExecution on ${finishRun}`,
  ],
  runsreader: [
    ...table('BatchGetItem', 'GetItem', 'PutItem', 'Query'),
    ...indexes,
    ...staging('GetObject', 'ListBucket'),
    ...catalog('GetObject', 'ListBucket'),
    ...bucket('evidence', 'GetObjectVersion'),
    ...readKey,
    ...readEvidenceKey,
  ],
  catalogwriter: [
    ...table('GetItem', 'PutItem'),
    ...catalog('GetObject', 'ListBucket', 'PutObject'),
    ...readKey,
    ...writeKey,
  ],
  catalogreader: [...table('GetItem', 'Query'), ...indexes, ...catalog('GetObject', 'ListBucket'), ...readKey],
  accesswriter: [...table('DeleteItem', 'PutItem', 'Query'), ...indexes],
  accessreader: [...table('Query'), ...indexes],
  qualityreader: [...table('Query'), ...indexes],
  qualitywriter: table('GetItem', 'PutItem'),
  systemreader: [
    ...table('GetItem'),
    ...staging('ListBucket'),
    `states:DescribeExecution on ${EXECUTION}{MachinesTestRunMachine.Name}:*`,
  ],
  catchwebhook: [...table('GetItem', 'PutItem', 'Query'), ...indexes],
  planrun: [
    ...table('BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
    ...indexes,
    ...events,
    ...staging('GetObject', 'ListBucket', 'PutObject'),
    ...catalog('GetObject', 'ListBucket'),
    ...readKey,
    ...writeKey,
  ],
  probetarget: [...table('BatchGetItem', 'GetItem', 'UpdateItem'), ...staging('GetObject', 'ListBucket'), ...readKey],
  runshard: [
    ...table('BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
    ...indexes,
    ...staging('GetObject', 'ListBucket', 'PutObject'),
    ...readKey,
    ...writeKey,
    ...secrets,
  ],
  loseshard: table('GetItem', 'UpdateItem'),
  judgerun: [
    ...table('BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
    ...indexes,
    ...staging('GetObject', 'ListBucket', 'PutObject'),
    ...readKey,
    ...writeKey,
    ...events,
  ],
  sealrun: [
    ...table('BatchGetItem', 'GetItem', 'Query', 'UpdateItem'),
    ...indexes,
    ...staging('GetObject', 'ListBucket', 'PutObjectTagging'),
    ...catalog('GetObject', 'ListBucket'),
    ...bucket('evidence', 'GetObject', 'GetObjectVersion', 'PutObject'),
    's3:GetBucketObjectLockConfiguration on arn:aws:s3:::{records/evidence-bucket}',
    ...readKey,
    ...readEvidenceKey,
    ...writeEvidenceKey,
    ...events,
  ],
  learnrun: [
    ...table('BatchGetItem', 'GetItem', 'PutItem', 'Query'),
    ...indexes,
    ...staging('GetObject', 'ListBucket'),
    ...readKey,
  ],
  closerun: [
    ...table('BatchGetItem', 'GetItem', 'UpdateItem'),
    ...deadLetters,
    `states:StartExecution on ${finishRun}`,
    ...stopping,
  ],
  closetask: [...table('GetItem', 'UpdateItem'), ...deadLetters, ...answers('SendTaskFailure', 'SendTaskSuccess')],
  reconcile: [
    ...table('BatchGetItem', 'GetItem', 'Query', 'UpdateItem'),
    ...indexes,
    ...deadLetters,
    `states:StartExecution on ${testRun}`,
    `states:StartExecution on ${finishRun}`,
    ...stopping,
  ],
  sweepresources: [
    ...table('BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
    ...indexes,
    ...catalog('GetObject', 'ListBucket'),
    ...readKey,
    ...secrets,
    ...deadLetters,
  ],
  RunnerTask: [
    ...table('BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
    ...indexes,
    ...staging('GetObject', 'ListBucket', 'PutObject'),
    ...readKey,
    ...writeKey,
    ...secrets,
    ...answers('SendTaskFailure', 'SendTaskHeartbeat', 'SendTaskSuccess'),
  ],
  MachinesFinishRun: invoke('judgerun', 'sealrun', 'learnrun'),
  MachinesTestRun: [
    ...invoke('planrun', 'probetarget', 'runshard', 'loseshard'),
    `ecs:RunTask on {RunnerTask}${IN_CLUSTER}`,
    'iam:PassRole on {RunnerTaskRole.Arn} if StringEquals iam:PassedToService ecs-tasks.amazonaws.com',
    'iam:PassRole on {RunnerExecutionRole.Arn} if StringEquals iam:PassedToService ecs-tasks.amazonaws.com',
    ...staging('GetObject'),
    ...readKey,
    `states:StartExecution on ${finishRun}`,
    `states:StartExecution on ${testRun}`,
    ...['DescribeExecution', 'RedriveExecution', 'StopExecution'].flatMap((action) => [
      `states:${action} on ${EXECUTION}{MachinesTestRunMachine.Name}:*`,
      `states:${action} on ${EXECUTION}{MachinesTestRunMachine.Name}/*`,
    ]),
  ],
};

const beyondLogs = (line: string): boolean => !/^(logs|xray):/.test(line);

test.each(Object.keys(EXPECTED))('the role of %s may do exactly what is written here', (name) => {
  const found = (rights.get(`{${name}Role}`) ?? []).filter(beyondLogs);

  expect(found).toEqual([...(EXPECTED[name] ?? [])].sort());
});

test('no role is left out', () => {
  const known = [...Object.keys(EXPECTED), 'RunnerExecution'].map((name) => `{${name}Role}`).sort();

  expect([...rights.keys()].sort()).toEqual(known);
});

test('each function logs into its own group only and traces', () => {
  for (const name of Object.keys(EXPECTED).filter((key) => !/^(Runner|Machines)/.test(key))) {
    const found = (rights.get(`{${name}Role}`) ?? []).filter((line) => !beyondLogs(line));

    expect(found).toEqual([
      `logs:CreateLogStream on {${name}Logs.Arn}`,
      `logs:PutLogEvents on {${name}Logs.Arn}`,
      'xray:PutTelemetryRecords on *',
      'xray:PutTraceSegments on *',
    ]);
  }
});

test('only the sealer writes evidence, and nobody deletes, bypasses or sets retention', () => {
  const lines = [...rights].flatMap(([role, all]) => all.map((line) => `${role} ${line}`));

  expect(lines.filter((line) => /s3:Put.*evidence-bucket/.test(line))).toEqual([
    '{sealrunRole} s3:PutObject on arn:aws:s3:::{records/evidence-bucket}/v1/*',
  ]);
  expect(
    lines.filter((line) => /s3:(Delete|Bypass|PutObjectRetention|PutObjectLegalHold|PutBucket)/.test(line)),
  ).toEqual([]);
});

test('the execution role pulls one repository and writes one log group', () => {
  const lines = rights.get('{RunnerExecutionRole}') ?? [];

  expect(lines.filter((line) => line.endsWith(' on *'))).toEqual(['ecr:GetAuthorizationToken on *']);
  expect(lines.map((line) => line.split(' on ')[0])).toEqual([
    'ecr:BatchCheckLayerAvailability',
    'ecr:BatchGetImage',
    'ecr:GetAuthorizationToken',
    'ecr:GetDownloadUrlForLayer',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
  ]);
});

test('only runners may use queues, topics and buses, and of those only what the deploy names', () => {
  const account = 'eu-west-1:111122223333';
  const lines = [...rightsByRole(stackOf('local', 'Plane'))]
    .flatMap(([role, all]) => all.map((line) => `${role} ${line}`))
    .filter((line) => line.includes(account))
    .sort();

  const expected = [
    `events:PutEvents on arn:aws:events:${account}:event-bus/other`,
    `sns:Publish on arn:aws:sns:${account}:acme-paid`,
    ...['DeleteMessage', 'GetQueueUrl', 'ReceiveMessage', 'SendMessage'].map(
      (action) => `sqs:${action} on arn:aws:sqs:${account}:acme-*`,
    ),
  ];
  expect(lines).toEqual(
    ['{RunnerTaskRole}', '{runshardRole}'].flatMap((role) => expected.map((line) => `${role} ${line}`)),
  );
});
