/**
 * Every alarm of the synthesized Ops stack, fed with series and compared with the states that people expect; and what each alarm carries:
 * severity, runbook, action, missing-data mode.
 */
import { describe, expect, test } from '@jest/globals';
import { inputsOf, periodOf, timeline } from './alarm-evaluator.ts';
import type { AlarmProperties, AlarmState, Given } from './alarm-evaluator.ts';
import { asText, oneResource, resourcesOf, stackOf } from './synthesized.ts';

const ops = stackOf('prod', 'Ops');
const alarms = new Map(
  resourcesOf(ops, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => [
    String(Properties['AlarmName']).replace('assay-prod-', ''),
    Properties,
  ]),
);
const alarm = (id: string): AlarmProperties => alarms.get(id) as unknown as AlarmProperties;

interface Story {
  readonly id: string;
  readonly name: string;
  readonly given: Given;
  readonly expected: readonly AlarmState[];
}

const none = undefined;
const OK = 'OK';
const ALARM = 'ALARM';

const STORIES: readonly Story[] = [
  {
    id: 'api-5xx-rate',
    name: 'fires above 2 % of 50 requests or more, and at five failures when it is quiet',
    given: { '5XXError:Sum': [0, 2, 3, 4, 5, none], 'Count:SampleCount': [1000, 100, 100, 40, 40, none] },
    expected: [OK, OK, ALARM, OK, ALARM, OK],
  },
  {
    id: 'api-latency',
    name: 'fires above 500 ms, but not for a handful of requests',
    given: { 'LatencyMs:p95': [500, 501, 9000, none], 'LatencyMs:SampleCount': [50, 50, 49, none] },
    expected: [OK, ALARM, OK, OK],
  },
  {
    id: 'lambda-throttle',
    name: 'fires at the first throttle',
    given: { 'Throttles:Sum': [none, 0, 1, 0] },
    expected: [OK, OK, ALARM, OK],
  },
  {
    id: 'dynamodb-throttle',
    name: 'fires at a throttled read or write, one of which is usually silent',
    given: { 'ReadThrottleEvents:Sum': [none, 1, none, 0], 'WriteThrottleEvents:Sum': [none, none, 2, 0] },
    expected: [OK, ALARM, ALARM, OK],
  },
  {
    id: 'run-failures',
    name: 'fires at any execution that did not end well, and takes a stopped run for a wish, a stopped finish for a failure',
    given: {
      'ExecutionsFailed:Sum': [none, none, none, none],
      'ExecutionsTimedOut:Sum': [none, none, none, none],
      'ExecutionsAborted:Sum': [none, 0, 1, none],
      'RunsFailed:Sum': [none, none, none, none],
    },
    expected: [OK, OK, ALARM, OK],
  },
  {
    id: 'run-failures',
    name: 'fires at a run whose machine caught an error, also when no execution is counted as failed',
    given: {
      'ExecutionsFailed:Sum': [none, none, none, 1, none],
      'ExecutionsTimedOut:Sum': [none, none, none, none, none],
      'ExecutionsAborted:Sum': [none, none, none, none, none],
      'RunsFailed:Sum': [none, 0, 1, none, none],
    },
    expected: [OK, OK, ALARM, ALARM, OK],
  },
  {
    id: 'stuck-run',
    name: 'fires after five minutes of a stuck run, and after five of silence from the reconciler',
    given: { 'StuckRuns:Maximum': [0, 1, 1, 1, 1, 1, 0, none, none, none, none, none, 0] },
    expected: [OK, OK, OK, OK, OK, ALARM, OK, OK, OK, OK, OK, ALARM, OK],
  },
  {
    id: 'shard-loss-rate',
    name: 'fires above 5 % of 20 shards or more, and at three lost ones when few run',
    given: { 'ShardsLost:Sum': [none, 1, 2, 2, 3, none], 'ShardsRecorded:Sum': [100, 19, 18, 5, 1, none] },
    expected: [OK, OK, ALARM, OK, ALARM, OK],
  },
  {
    id: 'fargate-launch-failure',
    name: 'fires at five tasks that did not start',
    given: { 'TasksNotStarted:Sum': [none, 4, 5, none] },
    expected: [OK, OK, ALARM, OK],
  },
  {
    id: 'events-dlq',
    name: 'fires as long as an event lies there',
    given: { 'ApproximateNumberOfMessagesVisible:Maximum': [0, 1, 1, 0, none] },
    expected: [OK, ALARM, ALARM, OK, OK],
  },
  {
    id: 'seal-failure',
    name: 'fires at the first failure',
    given: { 'SealFailures:Sum': [none, 1, none] },
    expected: [OK, ALARM, OK],
  },
  {
    id: 'unsealed-staging',
    name: 'fires when a run stays unsealed, and when nobody counts any more',
    given: { 'UnsealedStaging:Maximum': [0, 1, 0, 1, 1, 0, none, none, 0] },
    expected: [OK, OK, OK, OK, ALARM, OK, OK, ALARM, OK],
  },
  {
    id: 'overdue-findings',
    name: 'fires while runs end for a service with an overdue finding, and not while nothing runs',
    given: { 'OverdueFindings:Maximum': [none, 0, 1, 2, 0, none] },
    expected: [OK, OK, ALARM, ALARM, OK, OK],
  },
  {
    id: 'left-resources',
    name: 'fires when something stays stuck for half an hour, and when nobody counts any more',
    given: { 'ResourcesStuck:Maximum': [0, 2, 0, 1, 1, 0, none, none, 0] },
    expected: [OK, OK, OK, OK, ALARM, OK, OK, ALARM, OK],
  },
];

describe.each(STORIES)('$id', ({ id, name, given, expected }) => {
  test(name, () => {
    expect(timeline(alarm(id), given)).toEqual(expected);
  });

  test('reads the series that the story tells, and no other', () => {
    expect([...new Set(inputsOf(alarm(id)))].sort()).toEqual(Object.keys(given).sort());
  });
});

test('run-failures counts a stopped finish-run, and not a stopped test-run, which is what cancelling ends in', () => {
  const read = (alarm('run-failures').Metrics ?? []).flatMap(({ MetricStat: stat }) => {
    const { MetricName, Dimensions } = (stat?.Metric ?? {}) as {
      MetricName?: string;
      Dimensions?: readonly { Value: unknown }[];
    };
    return MetricName === undefined ? [] : [`${asText(Dimensions?.[0]?.Value, ops)} ${MetricName}`];
  });

  expect(read.sort()).toEqual([
    'assay-prod RunsFailed',
    '{plane/finish-machine-arn} ExecutionsAborted',
    '{plane/finish-machine-arn} ExecutionsFailed',
    '{plane/finish-machine-arn} ExecutionsTimedOut',
    '{plane/run-machine-arn} ExecutionsFailed',
    '{plane/run-machine-arn} ExecutionsTimedOut',
  ]);
});

test('every alarm has a story', () => {
  expect([...alarms.keys()].sort()).toEqual([...new Set(STORIES.map(({ id }) => id))].sort());
});

test.each([...alarms.keys()])(
  '%s says how bad it is and where its runbook lies, and tells the topic of its start and end',
  (id) => {
    const properties = alarms.get(id) ?? {};

    expect(properties['AlarmDescription']).toMatch(
      new RegExp(`^\\[(page|ticket)\\] .+ Runbook: docs/runbooks/${id}\\.md$`),
    );
    expect(String(properties['AlarmDescription']).length).toBeLessThanOrEqual(1024);
    expect((properties['AlarmActions'] as unknown[]).map((action) => asText(action, ops))).toEqual(['{AlarmsTopic}']);
    expect(properties['OKActions']).toEqual(properties['AlarmActions']);
  },
);

test('silence pages only where it means that the watcher is dead', () => {
  const breaching = [...alarms]
    .filter(([, { TreatMissingData }]) => TreatMissingData === 'breaching')
    .map(([id]) => id);

  expect(breaching.sort()).toEqual(['left-resources', 'stuck-run', 'unsealed-staging']);
  expect(
    [...alarms.values()].every(({ TreatMissingData }) =>
      ['breaching', 'notBreaching'].includes(String(TreatMissingData)),
    ),
  ).toBe(true);
});

test('no alarm looks back further than CloudWatch allows', () => {
  for (const id of alarms.keys()) expect(periodOf(alarm(id)) * alarm(id).EvaluationPeriods).toBeLessThanOrEqual(86_400);
});

test('the topic is encrypted by a key that CloudWatch may use, and refuses plain HTTP', () => {
  expect(asText(oneResource(ops, 'AWS::SNS::Topic').Properties['KmsMasterKeyId'], ops)).toBe('{AlarmsKey.Arn}');
  const keyPolicy = JSON.stringify(oneResource(ops, 'AWS::KMS::Key').Properties['KeyPolicy']);
  expect(keyPolicy).toContain('"Service":"cloudwatch.amazonaws.com"');
  expect(JSON.stringify(oneResource(ops, 'AWS::SNS::TopicPolicy').Properties['PolicyDocument'])).toContain(
    '"aws:SecureTransport":"false"',
  );
});

test('on-call gets mail where an address was given', () => {
  const subscriptions = resourcesOf(stackOf('private-nat', 'Ops'), 'AWS::SNS::Subscription');

  expect(subscriptions.map(([, { Properties }]) => Properties['Endpoint'])).toEqual(['on-call@example.com']);
  expect(resourcesOf(ops, 'AWS::SNS::Subscription')).toEqual([]);
});

test('one dashboard shows every alarm', () => {
  const body = asText(oneResource(ops, 'AWS::CloudWatch::Dashboard').Properties['DashboardBody'], ops);

  for (const id of alarms.keys()) {
    expect(body).toContain(`docs/runbooks/${id}.md`);
    expect(body).toContain(`{Alarms${id.replaceAll('-', '')}`);
  }
});
