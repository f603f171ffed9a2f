import { Aws, Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Stage } from '../settings.ts';
import { ALARMS, runbookOf } from './alarm-catalog.ts';
import { minutes } from './signals.ts';
import type { Signals } from './signals.ts';

export interface OverviewDashboardProps {
  readonly stage: Stage;
  readonly signals: Signals;
  readonly alarms: readonly cloudwatch.Alarm[];
}

const WIDTH = 24;
const HALF = 12;
const FIVE = minutes(5);

/** Health at a glance: alarms first, then a row each for API, runs, shards and evidence. */
export class OverviewDashboard extends Construct {
  constructor(scope: Construct, id: string, props: OverviewDashboardProps) {
    super(scope, id);
    const { signals } = props;
    const dashboard = new cloudwatch.Dashboard(this, 'Dashboard', {
      dashboardName: `assay-${props.stage}`,
      defaultInterval: Duration.hours(3),
    });
    dashboard.addWidgets(new cloudwatch.TextWidget({ width: WIDTH, height: 4, markdown: introduction(props.stage) }));
    dashboard.addWidgets(
      new cloudwatch.AlarmStatusWidget({ width: WIDTH, height: 4, title: 'Alarms', alarms: [...props.alarms] }),
    );
    dashboard.addWidgets(...apiRow(signals));
    dashboard.addWidgets(...runRow(signals));
    dashboard.addWidgets(...shardRow(signals));
    dashboard.addWidgets(...evidenceRow(signals));
  }
}

const introduction = (stage: Stage): string =>
  [
    `# Assay ${stage} in ${Aws.REGION}`,
    'Written by the Ops stack: changes made here are lost with the next deploy.',
    `Runbooks: ${ALARMS.map((alarm) => `${alarm.id} (\`${runbookOf(alarm.id)}\`)`).join(' · ')}`,
  ].join('\n\n');

const graph = (title: string, left: cloudwatch.IMetric[], right: cloudwatch.IMetric[] = []): cloudwatch.GraphWidget =>
  new cloudwatch.GraphWidget({ title, left, right, width: HALF, height: 6 });

const apiRow = (signals: Signals): cloudwatch.IWidget[] => [
  graph(
    'API: requests and errors (runbook api-5xx-rate)',
    [signals.api('Count', 'SampleCount', FIVE)],
    [signals.api('4XXError', 'Sum', FIVE), signals.api('5XXError', 'Sum', FIVE)],
  ),
  graph('API: latency without waiting, ms (runbook api-latency)', [
    signals.own('LatencyMs', 'p50', FIVE),
    signals.own('LatencyMs', 'p95', FIVE),
    signals.own('LatencyMs', 'p99', FIVE),
  ]),
];

const runRow = (signals: Signals): cloudwatch.IWidget[] => [
  graph(
    'Runs: judged, inconclusive, stuck (runbooks run-failures, stuck-run)',
    [signals.own('RunsJudged', 'Sum', FIVE), signals.own('RunsInconclusive', 'Sum', FIVE)],
    [signals.own('StuckRuns', 'Maximum', FIVE)],
  ),
  graph(
    'Runs: executions and duration',
    [
      signals.machine('run', 'ExecutionsStarted', FIVE),
      signals.machine('run', 'ExecutionsFailed', FIVE),
      signals.machine('finish', 'ExecutionsFailed', FIVE),
    ],
    [signals.own('RunDurationMs', 'p95', FIVE)],
  ),
];

const shardRow = (signals: Signals): cloudwatch.IWidget[] => [
  graph(
    'Shards: recorded, lost, tasks not started (runbooks shard-loss-rate, fargate-launch-failure)',
    [
      signals.own('ShardsRecorded', 'Sum', FIVE),
      signals.own('ShardsLost', 'Sum', FIVE),
      signals.own('TasksNotStarted', 'Sum', FIVE),
    ],
    [signals.own('ShardDurationMs', 'p95', FIVE)],
  ),
  graph(
    'Limits: Lambda and DynamoDB (runbooks lambda-throttle, dynamodb-throttle)',
    [signals.lambda('ConcurrentExecutions', 'Maximum', FIVE)],
    [
      signals.lambda('Throttles', 'Sum', FIVE),
      signals.table('ReadThrottleEvents', FIVE),
      signals.table('WriteThrottleEvents', FIVE),
      signals.own('ColdStart', 'Sum', FIVE),
    ],
  ),
];

const evidenceRow = (signals: Signals): cloudwatch.IWidget[] => [
  graph('Evidence: sealed and failed (runbook seal-failure)', [
    signals.own('RunsSealed', 'Sum', FIVE),
    signals.own('SealFailures', 'Sum', FIVE),
  ]),
  graph(
    'Evidence: unsealed for a day; events given up (runbooks unsealed-staging, events-dlq)',
    [signals.own('UnsealedStaging', 'Maximum', FIVE)],
    [signals.dlqDepth(FIVE)],
  ),
];
