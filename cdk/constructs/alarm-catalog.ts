import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { minutes } from './signals.ts';
import type { Signals } from './signals.ts';

/** `page` wakes somebody; `ticket` is looked at on the next working day. */
export type Severity = 'page' | 'ticket';

export interface AlarmSpec {
  /** Name of the alarm and of its runbook: docs/runbooks/<id>.md. */
  readonly id: string;
  readonly severity: Severity;
  /** What it means when it fires, in one or two sentences. */
  readonly meaning: string;
  readonly metric: (signals: Signals) => cloudwatch.IMetric;
  readonly comparison: 'GreaterThanThreshold' | 'GreaterThanOrEqualToThreshold';
  readonly threshold: number;
  /** N: periods looked at. */
  readonly periods: number;
  /** M: periods among them that must breach. */
  readonly toAlarm: number;
  /** `breaching` where silence means that the watcher itself is dead. */
  readonly missing: 'breaching' | 'notBreaching';
}

/** Below this many requests a share says nothing about the service. */
export const REQUESTS_MIN = 50;

const math = (expression: string, label: string, usingMetrics: Record<string, cloudwatch.IMetric>, period: number) =>
  new cloudwatch.MathExpression({ expression, label, usingMetrics, period: minutes(period) });

const API_ALARMS: readonly AlarmSpec[] = [
  {
    id: 'api-5xx-rate',
    severity: 'page',
    meaning:
      'More than 2 % of API requests ended in a 5xx over 5 minutes, or 5 of them while traffic was low: pipelines cannot start runs.',
    metric: (signals) =>
      math(
        `IF(requests >= ${REQUESTS_MIN}, 100 * errors / requests, IF(errors >= 5, 100, 0))`,
        'share of 5xx answers, percent',
        {
          errors: signals.api('5XXError', 'Sum', minutes(5)),
          requests: signals.api('Count', 'SampleCount', minutes(5)),
        },
        5,
      ),
    comparison: 'GreaterThanThreshold',
    threshold: 2,
    periods: 1,
    toAlarm: 1,
    missing: 'notBreaching',
  },
  {
    id: 'api-latency',
    severity: 'ticket',
    meaning:
      'The 95th percentile of API latency, long polling excluded, was above 500 ms for 5 minutes with at least 50 requests.',
    metric: (signals) =>
      math(
        `IF(requests >= ${REQUESTS_MIN}, p95, 0)`,
        'p95 of API latency, ms',
        {
          p95: signals.own('LatencyMs', 'p95', minutes(5)),
          requests: signals.own('LatencyMs', 'SampleCount', minutes(5)),
        },
        5,
      ),
    comparison: 'GreaterThanThreshold',
    threshold: 500,
    periods: 1,
    toAlarm: 1,
    missing: 'notBreaching',
  },
  {
    id: 'lambda-throttle',
    severity: 'ticket',
    meaning: 'Lambda refused to start a function because the concurrency of the account was used up.',
    metric: (signals) => signals.lambda('Throttles', 'Sum', minutes(5)),
    comparison: 'GreaterThanOrEqualToThreshold',
    threshold: 1,
    periods: 1,
    toAlarm: 1,
    missing: 'notBreaching',
  },
  {
    id: 'dynamodb-throttle',
    severity: 'ticket',
    meaning:
      'DynamoDB throttled reads or writes of the table: one partition is hotter than 1,000 writes or 3,000 reads per second.',
    metric: (signals) =>
      math(
        'FILL(reads, 0) + FILL(writes, 0)',
        'throttled reads and writes',
        {
          reads: signals.table('ReadThrottleEvents', minutes(5)),
          writes: signals.table('WriteThrottleEvents', minutes(5)),
        },
        5,
      ),
    comparison: 'GreaterThanOrEqualToThreshold',
    threshold: 1,
    periods: 1,
    toAlarm: 1,
    missing: 'notBreaching',
  },
];

const RUN_ALARMS: readonly AlarmSpec[] = [
  {
    id: 'run-failures',
    severity: 'ticket',
    meaning:
      'A run was judged with an error that its state machine caught (plan, probe or fan-out gave up), an execution of test-run failed or timed out, or one of finish-run did not succeed: no fault of what was tested.',
    metric: (signals) =>
      math(
        'FILL(caught, 0) + FILL(failed, 0) + FILL(timedOut, 0) + FILL(finishFailed, 0) + FILL(finishTimedOut, 0) + FILL(finishAborted, 0)',
        'runs and executions that did not end well',
        {
          caught: signals.own('RunsFailed', 'Sum', minutes(5)),
          failed: signals.machine('run', 'ExecutionsFailed', minutes(5)),
          timedOut: signals.machine('run', 'ExecutionsTimedOut', minutes(5)),
          finishFailed: signals.machine('finish', 'ExecutionsFailed', minutes(5)),
          finishTimedOut: signals.machine('finish', 'ExecutionsTimedOut', minutes(5)),
          finishAborted: signals.machine('finish', 'ExecutionsAborted', minutes(5)),
        },
        5,
      ),
    comparison: 'GreaterThanOrEqualToThreshold',
    threshold: 1,
    periods: 1,
    toAlarm: 1,
    missing: 'notBreaching',
  },
  {
    id: 'stuck-run',
    severity: 'page',
    meaning:
      'For 5 minutes a run was open past its deadline and grace, or the reconciler, which ends such runs, reported nothing.',
    metric: (signals) => signals.own('StuckRuns', 'Maximum', minutes(1)),
    comparison: 'GreaterThanOrEqualToThreshold',
    threshold: 1,
    periods: 5,
    toAlarm: 5,
    missing: 'breaching',
  },
  {
    id: 'shard-loss-rate',
    severity: 'page',
    meaning:
      'More than 5 % of shards were lost over 15 minutes, or 3 of them while few ran: their runs are inconclusive.',
    metric: (signals) =>
      math(
        'IF(FILL(lost, 0) + FILL(recorded, 0) >= 20, 100 * FILL(lost, 0) / (FILL(lost, 0) + FILL(recorded, 0)), IF(FILL(lost, 0) >= 3, 100, 0))',
        'share of lost shards, percent',
        {
          lost: signals.own('ShardsLost', 'Sum', minutes(15)),
          recorded: signals.own('ShardsRecorded', 'Sum', minutes(15)),
        },
        15,
      ),
    comparison: 'GreaterThanThreshold',
    threshold: 5,
    periods: 1,
    toAlarm: 1,
    missing: 'notBreaching',
  },
  {
    id: 'fargate-launch-failure',
    severity: 'ticket',
    meaning: 'Five Fargate tasks or more could not be started within 5 minutes: no capacity, no image or no network.',
    metric: (signals) => signals.own('TasksNotStarted', 'Sum', minutes(5)),
    comparison: 'GreaterThanOrEqualToThreshold',
    threshold: 5,
    periods: 1,
    toAlarm: 1,
    missing: 'notBreaching',
  },
  {
    id: 'events-dlq',
    severity: 'page',
    meaning: 'An event was given up: an ended execution, a dead task or a beat of the reconciler was not handled.',
    metric: (signals) => signals.dlqDepth(minutes(5)),
    comparison: 'GreaterThanOrEqualToThreshold',
    threshold: 1,
    periods: 1,
    toAlarm: 1,
    missing: 'notBreaching',
  },
];

const RESOURCE_ALARMS: readonly AlarmSpec[] = [
  {
    id: 'left-resources',
    severity: 'ticket',
    meaning:
      'For half an hour something that a run created could not be removed by five tries or more, or the janitor, which counts such things, reported nothing.',
    metric: (signals) => signals.own('ResourcesStuck', 'Maximum', minutes(15)),
    comparison: 'GreaterThanOrEqualToThreshold',
    threshold: 1,
    periods: 2,
    toAlarm: 2,
    missing: 'breaching',
  },
];

const FINDING_ALARMS: readonly AlarmSpec[] = [
  {
    id: 'overdue-findings',
    severity: 'ticket',
    meaning:
      'A run ended for a service with a finding that was not fixed, or not looked at, in time: critical ones have 7 days, and a day to be looked at.',
    metric: (signals) => signals.own('OverdueFindings', 'Maximum', minutes(60)),
    comparison: 'GreaterThanOrEqualToThreshold',
    threshold: 1,
    periods: 1,
    toAlarm: 1,
    missing: 'notBreaching',
  },
];

const EVIDENCE_ALARMS: readonly AlarmSpec[] = [
  {
    id: 'seal-failure',
    severity: 'page',
    meaning: 'Sealing the evidence of a run failed. Its results are in staging, which expires.',
    metric: (signals) => signals.own('SealFailures', 'Sum', minutes(5)),
    comparison: 'GreaterThanOrEqualToThreshold',
    threshold: 1,
    periods: 1,
    toAlarm: 1,
    missing: 'notBreaching',
  },
  {
    id: 'unsealed-staging',
    severity: 'page',
    meaning:
      'A run judged more than a day ago is not sealed, or the reconciler, which counts them, reported nothing for 10 minutes.',
    metric: (signals) => signals.own('UnsealedStaging', 'Maximum', minutes(5)),
    comparison: 'GreaterThanOrEqualToThreshold',
    threshold: 1,
    periods: 2,
    toAlarm: 2,
    missing: 'breaching',
  },
];

/** Every alarm of a stage. */
export const ALARMS: readonly AlarmSpec[] = [
  ...API_ALARMS,
  ...RUN_ALARMS,
  ...RESOURCE_ALARMS,
  ...FINDING_ALARMS,
  ...EVIDENCE_ALARMS,
];

/** Where an alarm's runbook lies in the repository. */
export const runbookOf = (id: string): string => `docs/runbooks/${id}.md`;
