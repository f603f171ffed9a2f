import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AlarmSet } from '../constructs/alarm-set.ts';
import { published } from '../constructs/names.ts';
import { OverviewDashboard } from '../constructs/overview-dashboard.ts';
import { Signals } from '../constructs/signals.ts';
import type { Settings } from '../settings.ts';

export interface OpsProps extends StackProps {
  readonly settings: Settings;
}

/** Alarms with their runbooks, the topic that they speak to and one dashboard. */
export class Ops extends Stack {
  constructor(scope: Construct, id: string, props: OpsProps) {
    super(scope, id, { description: 'Assay: alarms and dashboard', ...props });
    const { settings } = props;
    const { stage } = settings;
    const signals = new Signals({
      service: `assay-${stage}`,
      apiName: published(this, stage, 'apiName'),
      runMachineArn: published(this, stage, 'runMachineArn'),
      finishMachineArn: published(this, stage, 'finishMachineArn'),
      tableName: published(this, stage, 'tableName'),
      eventsDlqName: published(this, stage, 'eventsDlqName'),
    });
    const { alarms, topic } = new AlarmSet(this, 'Alarms', { settings, signals });
    new OverviewDashboard(this, 'Overview', { stage, signals, alarms });
    new CfnOutput(this, 'AlarmTopicArn', { value: topic.topicArn, description: 'Subscribe who is on call here' });
  }
}
