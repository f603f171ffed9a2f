import { readFileSync } from 'node:fs';
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Stage } from '../settings.ts';
import { allow } from './grants.ts';

export interface AslMachineProps {
  readonly stage: Stage;
  /** The `.asl.json` file: the template holds its bytes, so that tests and the local cloud see what AWS runs. */
  readonly file: string;
  /** One value for each `${Placeholder}` of the file. */
  readonly substitutions: Readonly<Record<string, string>>;
}

/** Names between `${` and `}` in a definition, each once. */
export const placeholdersOf = (definition: string): readonly string[] => [
  ...new Set([...definition.matchAll(/\$\{([A-Za-z]+)\}/g)].map((match) => match[1] ?? '')),
];

const refuseMismatch = (file: string, definition: string, given: Readonly<Record<string, string>>): void => {
  const wanted = placeholdersOf(definition);
  const missing = wanted.filter((name) => !(name in given));
  const unused = Object.keys(given).filter((name) => !wanted.includes(name));
  if (missing.length === 0 && unused.length === 0) return;
  throw new Error(
    `${file}: placeholders without a value: ${missing.join(', ') || 'none'}; values without a placeholder: ${unused.join(', ') || 'none'}`,
  );
};

/** A STANDARD state machine from its file, with a role that can do nothing but log and trace until it is granted more. */
export class AslMachine extends Construct {
  readonly machine: sfn.StateMachine;
  readonly role: iam.Role;

  constructor(scope: Construct, id: string, props: AslMachineProps) {
    super(scope, id);
    const definition = readFileSync(props.file, 'utf8');
    refuseMismatch(props.file, definition, props.substitutions);
    this.role = new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('states.amazonaws.com') });
    const destination = new logs.LogGroup(this, 'Logs', {
      // Log groups of other names outgrow the size limit of the account's one resource policy for log delivery.
      logGroupName: `/aws/vendedlogs/states/${Stack.of(this).stackName}-${id}`,
      retention: props.stage === 'prod' ? logs.RetentionDays.THREE_MONTHS : logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    allow(this.role, {
      actions: [
        'logs:CreateLogDelivery',
        'logs:DeleteLogDelivery',
        'logs:DescribeLogGroups',
        'logs:DescribeResourcePolicies',
        'logs:GetLogDelivery',
        'logs:ListLogDeliveries',
        'logs:PutResourcePolicy',
        'logs:UpdateLogDelivery',
        'xray:GetSamplingRules',
        'xray:GetSamplingTargets',
        'xray:PutTelemetryRecords',
        'xray:PutTraceSegments',
      ],
      resources: ['*'],
      wildcard: 'Log delivery and X-Ray have no resource to name in these calls.',
    });
    this.machine = new sfn.StateMachine(this, 'Machine', {
      stateMachineType: sfn.StateMachineType.STANDARD,
      definitionBody: sfn.DefinitionBody.fromString(definition),
      definitionSubstitutions: { ...props.substitutions },
      role: this.role,
      tracingEnabled: true,
      // Without execution data: inputs are pointers, but a caught error's cause may quote a target's answer.
      logs: { destination, level: sfn.LogLevel.ALL, includeExecutionData: false },
    });
  }
}
