import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';

/** Names of what alarms and dashboard look at; tokens, resolved by CloudFormation from what the other stacks published. */
export interface Watched {
  /** Value of the dimension `service` of our own metrics. */
  readonly service: string;
  readonly apiName: string;
  readonly runMachineArn: string;
  readonly finishMachineArn: string;
  readonly tableName: string;
  readonly eventsDlqName: string;
}

export type Statistic = 'Sum' | 'Maximum' | 'SampleCount' | 'p50' | 'p95' | 'p99';

interface Signal {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensionsMap: Record<string, string>;
}

const metric = (signal: Signal, statistic: Statistic, period: Duration, label?: string): cloudwatch.Metric =>
  new cloudwatch.Metric({ ...signal, statistic, period, ...(label === undefined ? {} : { label }) });

/** Builds the metrics that the stage has, each for the statistic and period that is asked for. */
export class Signals {
  private readonly watched: Watched;

  constructor(watched: Watched) {
    this.watched = watched;
  }

  /** One of layers/core/metric-names.ts; a test holds every name used here to that list. */
  own(metricName: string, statistic: Statistic, period: Duration): cloudwatch.Metric {
    return metric(
      { namespace: 'Assay', metricName, dimensionsMap: { service: this.watched.service } },
      statistic,
      period,
    );
  }

  api(
    metricName: '5XXError' | '4XXError' | 'Count' | 'Latency',
    statistic: Statistic,
    period: Duration,
  ): cloudwatch.Metric {
    return metric(
      { namespace: 'AWS/ApiGateway', metricName, dimensionsMap: { ApiName: this.watched.apiName } },
      statistic,
      period,
    );
  }

  machine(
    which: 'run' | 'finish',
    metricName:
      'ExecutionsStarted' | 'ExecutionsSucceeded' | 'ExecutionsFailed' | 'ExecutionsTimedOut' | 'ExecutionsAborted',
    period: Duration,
  ): cloudwatch.Metric {
    const StateMachineArn = which === 'run' ? this.watched.runMachineArn : this.watched.finishMachineArn;
    return metric(
      { namespace: 'AWS/States', metricName, dimensionsMap: { StateMachineArn } },
      'Sum',
      period,
      `${which} ${metricName}`,
    );
  }

  dlqDepth(period: Duration): cloudwatch.Metric {
    const dimensionsMap = { QueueName: this.watched.eventsDlqName };
    return metric(
      { namespace: 'AWS/SQS', metricName: 'ApproximateNumberOfMessagesVisible', dimensionsMap },
      'Maximum',
      period,
    );
  }

  table(metricName: 'ReadThrottleEvents' | 'WriteThrottleEvents', period: Duration): cloudwatch.Metric {
    return metric(
      { namespace: 'AWS/DynamoDB', metricName, dimensionsMap: { TableName: this.watched.tableName } },
      'Sum',
      period,
    );
  }

  /** Over every function of the account: concurrency is a quota of the account, so whoever throttles us is seen here. */
  lambda(
    metricName: 'Throttles' | 'Errors' | 'ConcurrentExecutions',
    statistic: Statistic,
    period: Duration,
  ): cloudwatch.Metric {
    return metric({ namespace: 'AWS/Lambda', metricName, dimensionsMap: {} }, statistic, period);
  }
}

export const minutes = (count: number): Duration => Duration.minutes(count);
