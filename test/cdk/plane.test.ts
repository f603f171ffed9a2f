/** Functions, machines, task, events and their safety nets, read from the synthesized templates. */
import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STACK_RESOURCES_MAX } from '../../cdk/constructs/limits.ts';
import { asText, oneResource, resourcesOf, ROOT, stackOf, synthesized, VARIANTS } from './synthesized.ts';
import type { Variant } from './synthesized.ts';

const plane = stackOf('dev', 'Plane');
const prod = stackOf('prod', 'Plane');
const lambdas = resourcesOf(plane, 'AWS::Lambda::Function');

const variablesOf = (name: string): Readonly<Record<string, unknown>> =>
  (
    oneResource(plane, 'AWS::Lambda::Function', `${name}Function`).Properties['Environment'] as {
      Variables: Readonly<Record<string, unknown>>;
    }
  ).Variables;

/** Functions with a variable in their environment, by the first part of their logical id. */
const toldOf = (variable: string): readonly string[] =>
  lambdas
    .map(([id]) => id.replace(/Function[0-9A-F]{8}$/, ''))
    .filter((name) => variable in variablesOf(name))
    .sort();

describe('each function', () => {
  test('runs on nodejs24.x and arm64 with its bundle, JSON logs and tracing', () => {
    expect(lambdas).toHaveLength(22);
    for (const [, { Properties }] of lambdas) {
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
        TracingConfig: { Mode: 'Active' },
        LoggingConfig: { LogFormat: 'JSON' },
      });
    }
  });

  test('is told table, buckets, bus and the dimension of its metrics', () => {
    for (const [, { Properties }] of lambdas) {
      const { Variables } = Properties['Environment'] as { Variables: Record<string, unknown> };

      expect(asText(Variables['TABLE_NAME'], plane)).toBe('{records/table-name}');
      expect(asText(Variables['STAGING_BUCKET'], plane)).toBe('{records/staging-bucket}');
      expect(asText(Variables['CATALOG_BUCKET'], plane)).toBe('{records/catalog-bucket}');
      expect(Variables).toMatchObject({
        STAGE: 'dev',
        POWERTOOLS_SERVICE_NAME: 'assay-dev',
        POWERTOOLS_METRICS_NAMESPACE: 'Assay',
      });
    }
  });

  test.each(['ISSUERS', 'FIRST_OWNER', 'PRIVATE_RANGES'])('that reads %s is told it', (variable) => {
    const root = (name: string) => readFileSync(join(ROOT, 'functions', name, 'index.ts'), 'utf8');
    const reads = readdirSync(join(ROOT, 'functions')).filter((name) => root(name).includes(variable));

    expect(reads.length).toBeGreaterThan(1);
    expect(toldOf(variable)).toEqual(expect.arrayContaining(reads.map((name) => name.replaceAll('-', ''))));
  });

  test('is told of issuers and owners only when it believes tokens or rules: both lists grow, and 4 KB must hold all variables', () => {
    expect(toldOf('ISSUERS')).toEqual(['accessreader', 'accesswriter', 'authorizer']);
    expect(toldOf('FIRST_OWNER')).toEqual(['accessreader', 'accesswriter', 'authorizer']);
    expect(JSON.parse(String(variablesOf('authorizer')['ISSUERS']))).toEqual([
      { issuer: 'https://token.actions.githubusercontent.com', audience: 'assay' },
    ]);
    expect(JSON.parse(String(variablesOf('authorizer')['FIRST_OWNER']))).toEqual(VARIANTS.dev.owner);
  });

  test('that a state machine calls is not told about machines: CloudFormation could not order them', () => {
    const told = lambdas.filter(([, { Properties }]) =>
      JSON.stringify(Properties['Environment']).includes('RUN_MACHINE_ARN'),
    );

    expect(told.map(([id]) => id.replace(/Function[0-9A-F]{8}$/, '')).sort()).toEqual([
      'closerun',
      'closetask',
      'reconcile',
      'runswriter',
      'systemreader',
    ]);
  });

  test('called by an event leaves its failures in the events queue', () => {
    const configs = resourcesOf(plane, 'AWS::Lambda::EventInvokeConfig');

    expect(configs.map(([, { Properties }]) => asText(Properties['FunctionName'], plane)).sort()).toEqual([
      '{closerunFunction}',
      '{closetaskFunction}',
      '{reconcileFunction}',
      '{sweepresourcesFunction}',
    ]);
    for (const [, { Properties }] of configs) {
      expect(
        asText(
          (Properties['DestinationConfig'] as { OnFailure: { Destination: unknown } }).OnFailure.Destination,
          plane,
        ),
      ).toBe('{EventsDlq.Arn}');
      expect(Properties['MaximumRetryAttempts']).toBe(2);
    }
  });
});

test('each folder of functions/ is deployed', () => {
  const folders = readdirSync(join(ROOT, 'functions'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const deployed = lambdas.map(([id]) => id.replace(/Function[0-9A-F]{8}$/, ''));

  for (const { name } of folders) expect(deployed).toContain(name.replaceAll('-', ''));
});

test('every log group expires, sooner in dev than in prod', () => {
  const daysOf = (template: typeof plane) =>
    new Set(resourcesOf(template, 'AWS::Logs::LogGroup').map(([, { Properties }]) => Properties['RetentionInDays']));

  expect(resourcesOf(plane, 'AWS::Logs::LogGroup')).toHaveLength(22 + 2 + 1 + 1);
  expect(daysOf(plane)).toEqual(new Set([30, 90]));
  expect(daysOf(prod)).toEqual(new Set([90]));
});

describe('the runner task', () => {
  const task = oneResource(plane, 'AWS::ECS::TaskDefinition').Properties;
  const [container] = task['ContainerDefinitions'] as readonly Record<string, unknown>[];

  test('has a read-only root, no root user and a /tmp of its own', () => {
    expect(container).toMatchObject({
      Name: 'runner',
      ReadonlyRootFilesystem: true,
      User: '1000:1000',
      MountPoints: [{ ContainerPath: '/tmp', ReadOnly: false, SourceVolume: 'tmp' }],
      StopTimeout: 120,
      Essential: true,
    });
    expect(task['Volumes']).toEqual([{ Name: 'tmp' }]);
    expect(container?.['Privileged']).toBeUndefined();
  });

  test('runs on Fargate and arm64 and knows nothing of evidence, issuers and owners', () => {
    expect(task).toMatchObject({
      RequiresCompatibilities: ['FARGATE'],
      NetworkMode: 'awsvpc',
      RuntimePlatform: { CpuArchitecture: 'ARM64', OperatingSystemFamily: 'LINUX' },
    });
    expect(JSON.stringify(container)).not.toMatch(/EVIDENCE|ISSUERS|FIRST_OWNER/);
  });

  test('is the plain local image on one machine', () => {
    const local = oneResource(stackOf('local', 'Plane'), 'AWS::ECS::TaskDefinition').Properties;

    expect(local['ContainerDefinitions']).toMatchObject([{ Name: 'runner', Image: 'assay-runner:local' }]);
  });
});

describe('the state machines', () => {
  const machines = resourcesOf(plane, 'AWS::StepFunctions::StateMachine');

  test('are the bytes of their files, logged and traced', () => {
    expect(machines).toHaveLength(2);
    for (const [id, { Properties }] of machines) {
      const file = id.startsWith('MachinesTestRun') ? 'test-run' : 'finish-run';

      expect(Properties['DefinitionString']).toBe(
        readFileSync(join(ROOT, 'state-machines', `${file}.asl.json`), 'utf8'),
      );
      expect(Properties).toMatchObject({
        StateMachineType: 'STANDARD',
        TracingConfiguration: { Enabled: true },
        LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
      });
    }
  });

  test('get one value for each placeholder and no other', () => {
    for (const [, { Properties }] of machines) {
      const definition = String(Properties['DefinitionString']);
      const placeholders = new Set([...definition.matchAll(/\$\{(\w+)\}/g)].map((match) => match[1]));

      expect(new Set(Object.keys(Properties['DefinitionSubstitutions'] as object))).toEqual(placeholders);
    }
  });

  test.each([
    ['dev', 'ENABLED'],
    ['private-nat', 'DISABLED'],
    ['private-only', 'DISABLED'],
  ] as const)('give tasks of profile %s a public address: %s', (variant: Variant, expected: string) => {
    const machine = oneResource(stackOf(variant, 'Plane'), 'AWS::StepFunctions::StateMachine', 'MachinesTestRun');

    expect(machine.Properties['DefinitionSubstitutions']).toMatchObject({ AssignPublicIp: expected });
  });
});

test('in the private profiles the functions that call targets run beside the tasks', () => {
  const inVpc = (variant: Variant) =>
    resourcesOf(stackOf(variant, 'Plane'), 'AWS::Lambda::Function')
      .filter(([, { Properties }]) => Properties['VpcConfig'] !== undefined)
      .map(([id]) => id.replace(/Function[0-9A-F]{8}$/, ''))
      .sort();

  expect(inVpc('dev')).toEqual([]);
  expect(inVpc('private-nat')).toEqual(['probetarget', 'runshard', 'sweepresources']);
  expect(inVpc('private-only')).toEqual(['probetarget', 'runshard', 'sweepresources']);
});

describe('the rules', () => {
  const rules = resourcesOf(plane, 'AWS::Events::Rule').map(
    ([id, { Properties }]) => [id.replace(/^Events|[0-9A-F]{8}$/g, ''), Properties] as const,
  );
  const targetOf = (properties: Readonly<Record<string, unknown>>) => {
    const [target] = properties['Targets'] as readonly Record<string, unknown>[];
    return target ?? {};
  };

  test.each([
    ['ExecutionStatus', '{closerunFunction.Arn}'],
    ['TaskState', '{closetaskFunction.Arn}'],
    ['EveryMinute', '{reconcileFunction.Arn}'],
    ['EveryFiveMinutes', '{sweepresourcesFunction.Arn}'],
  ])('%s calls %s, retries and has a dead letter queue', (name, fn) => {
    const target = targetOf(new Map(rules).get(name) ?? {});

    expect(asText(target['Arn'], plane)).toBe(fn);
    expect(target['RetryPolicy']).toEqual({ MaximumEventAgeInSeconds: 3600, MaximumRetryAttempts: 8 });
    expect(asText((target['DeadLetterConfig'] as { Arn: unknown }).Arn, plane)).toBe('{EventsDlq.Arn}');
  });

  test('listen to the bad ends of both machines, to stopped tasks of the one cluster, and to the clock', () => {
    const byName = new Map(rules);

    expect(byName.get('ExecutionStatus')?.['EventPattern']).toMatchObject({
      source: ['aws.states'],
      'detail-type': ['Step Functions Execution Status Change'],
      detail: {
        status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
        stateMachineArn: [expect.anything(), expect.anything()],
      },
    });
    expect(byName.get('TaskState')?.['EventPattern']).toMatchObject({
      source: ['aws.ecs'],
      'detail-type': ['ECS Task State Change'],
      detail: { lastStatus: ['STOPPED'], clusterArn: [expect.anything()] },
    });
    expect(byName.get('EveryMinute')?.['ScheduleExpression']).toBe('rate(1 minute)');
  });
});

test('the events queue is encrypted and keeps what was given up for 14 days', () => {
  expect(oneResource(plane, 'AWS::SQS::Queue').Properties).toMatchObject({
    SqsManagedSseEnabled: true,
    MessageRetentionPeriod: 1_209_600,
  });
});

test('a template leaves 150 of the 500 resources that CloudFormation allows', () => {
  expect(STACK_RESOURCES_MAX).toBe(500 - 150);
});

test.each(Object.keys(VARIANTS) as Variant[])('no template of %s comes near the limit of CloudFormation', (variant) => {
  for (const [stack, template] of Object.entries(synthesized(variant).stacks)) {
    expect([stack, Object.keys(template.Resources).length <= STACK_RESOURCES_MAX]).toEqual([stack, true]);
  }
});

test('on one machine only Records and Plane are deployed', () => {
  expect(Object.keys(synthesized('local').stacks).sort()).toEqual(['Plane', 'Records']);
});
