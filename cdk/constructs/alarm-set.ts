import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { ALARMS, runbookOf } from './alarm-catalog.ts';
import type { AlarmSpec } from './alarm-catalog.ts';
import type { Signals } from './signals.ts';

export interface AlarmSetProps {
  readonly settings: Settings;
  readonly signals: Signals;
}

/** All alarms of a stage and the encrypted topic that they speak to. */
export class AlarmSet extends Construct {
  readonly topic: sns.Topic;
  readonly alarms: readonly cloudwatch.Alarm[];

  constructor(scope: Construct, id: string, props: AlarmSetProps) {
    super(scope, id);
    this.topic = this.makeTopic(props.settings);
    this.alarms = ALARMS.map((spec) => this.makeAlarm(spec, props));
  }

  private makeTopic({ stage, alarmEmail }: Settings): sns.Topic {
    const masterKey = new kms.Key(this, 'Key', {
      description: `Assay ${stage}: alarm messages`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    masterKey.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'AlarmsSpeakToTheTopic',
        principals: [new iam.ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    const topic = new sns.Topic(this, 'Topic', {
      displayName: `Assay ${stage} alarms`,
      masterKey: masterKey,
      enforceSSL: true,
    });
    topic.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'AlarmsOfThisAccount',
        principals: [new iam.ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    if (alarmEmail === undefined) return topic;
    topic.addSubscription(new EmailSubscription(alarmEmail));
    Validations.of(topic).acknowledge({
      id: 'Serverless-SNSRedrivePolicy',
      reason: 'An e-mail subscription has no queue to fall back to; the alarm keeps its state in CloudWatch.',
    });
    return topic;
  }

  private makeAlarm(spec: AlarmSpec, { settings, signals }: AlarmSetProps): cloudwatch.Alarm {
    const alarm = new cloudwatch.Alarm(this, spec.id, {
      alarmName: `assay-${settings.stage}-${spec.id}`,
      alarmDescription: `[${spec.severity}] ${spec.meaning} Runbook: ${runbookOf(spec.id)}`,
      metric: spec.metric(signals),
      threshold: spec.threshold,
      comparisonOperator: COMPARISON[spec.comparison],
      evaluationPeriods: spec.periods,
      datapointsToAlarm: spec.toAlarm,
      treatMissingData: MISSING[spec.missing],
    });
    const action = new SnsAction(this.topic);
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
    return alarm;
  }
}

const COMPARISON = {
  GreaterThanThreshold: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
  GreaterThanOrEqualToThreshold: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
} as const;

const MISSING = {
  breaching: cloudwatch.TreatMissingData.BREACHING,
  notBreaching: cloudwatch.TreatMissingData.NOT_BREACHING,
} as const;
