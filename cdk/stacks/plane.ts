import { CfnOutput, Duration, Stack, Validations } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Sources } from '../assay.ts';
import { giveMessageRights, giveRights, RIGHTS, RUNNER_RIGHTS } from '../constructs/function-rights.ts';
import { FUNCTION_NAMES } from '../constructs/function-sizes.ts';
import type { FunctionName } from '../constructs/function-sizes.ts';
import { API_STAGE, HttpApi } from '../constructs/http-api.ts';
import { publish } from '../constructs/names.ts';
import { PlaneFunction } from '../constructs/plane-function.ts';
import type { Placement } from '../constructs/plane-function.ts';
import { RecordsAccess } from '../constructs/records-access.ts';
import { giveRunControl } from '../constructs/run-control.ts';
import { RunEvents } from '../constructs/run-events.ts';
import { RunMachines } from '../constructs/run-machines.ts';
import { RunnerTask } from '../constructs/runner-task.ts';
import { callerPlacement, taskNetwork } from '../constructs/task-network.ts';
import type { Settings } from '../settings.ts';

export interface PlaneProps extends StackProps {
  readonly settings: Settings;
  readonly sources: Sources;
}

type Functions = Readonly<Record<FunctionName, PlaneFunction>>;

/** Called by events, asynchronously: what fails on every try lands in the events queue. */
const BY_EVENT: readonly FunctionName[] = ['close-run', 'close-task', 'reconcile', 'sweep-resources'];
/** These send requests to targets. */
const CALLERS: readonly FunctionName[] = ['probe-target', 'run-shard', 'sweep-resources'];

/** These believe trust rules, or tell which ones the plane believes. */
const READS_TRUST: readonly FunctionName[] = ['authorizer', 'access-writer', 'access-reader'];

/** API, functions, machines, cluster, task, bus and schedules: stateless, and replaced by every deploy. */
export class Plane extends Stack {
  private readonly settings: Settings;

  constructor(scope: Construct, id: string, props: PlaneProps) {
    super(scope, id, { description: 'Assay: API, functions, state machines and runner', ...props });
    this.settings = props.settings;
    const { settings, sources } = props;
    const records = new RecordsAccess(this, settings.stage);
    const bus = new EventBus(this, 'Bus', { description: 'Events of runs, source assay' });
    const dlq = this.makeDlq();
    const environment = this.commonEnvironment(records, bus);
    const network = taskNetwork(this, settings);
    const functions = this.makeFunctions(sources, environment, callerPlacement(this, settings, network), dlq);
    this.tellTrust(functions);
    const runner = new RunnerTask(this, 'Runner', { settings, build: sources.build, environment });
    const machines = new RunMachines(this, 'Machines', {
      settings,
      stateMachines: sources.stateMachines,
      functions,
      runner,
      records,
      network,
    });
    for (const name of FUNCTION_NAMES) giveRights(functions[name].role, RIGHTS[name], records, bus.eventBusArn);
    giveRights(runner.taskRole, RUNNER_RIGHTS, records, bus.eventBusArn);
    for (const name of ['runs-reader', 'seal-run', 'system-reader'] as const) {
      functions[name].lambda.addEnvironment('EVIDENCE_BUCKET', records.buckets.evidence);
    }
    giveRunControl({ functions, machines, runner });
    new RunEvents(this, 'Events', {
      machines,
      runner,
      closeRun: functions['close-run'],
      closeTask: functions['close-task'],
      reconcile: functions.reconcile,
      sweepResources: functions['sweep-resources'],
      dlq,
    });
    const api = new HttpApi(this, 'Http', {
      settings,
      openapi: sources.openapi,
      authorizer: functions.authorizer,
      functions,
    });
    this.tellHooks(functions['run-shard'], runner, api);
    this.tellMessages(functions['run-shard'], runner);
    this.tell(api, machines, runner, dlq);
  }

  private makeDlq(): sqs.Queue {
    const dlq = new sqs.Queue(this, 'EventsDlq', {
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const reason = 'This is the dead letter queue itself.';
    Validations.of(dlq).acknowledge({ id: 'AwsSolutions-SQS3', reason }, { id: 'Serverless-SQSRedrivePolicy', reason });
    return dlq;
  }

  private commonEnvironment(records: RecordsAccess, bus: EventBus): Readonly<Record<string, string>> {
    const { stage, privateRanges } = this.settings;
    return {
      STAGE: stage,
      TABLE_NAME: records.tableName,
      STAGING_BUCKET: records.buckets.staging,
      CATALOG_BUCKET: records.buckets.catalog,
      BUS_NAME: bus.eventBusName,
      PRIVATE_RANGES: privateRanges,
      POWERTOOLS_SERVICE_NAME: `assay-${stage}`,
      POWERTOOLS_METRICS_NAMESPACE: 'Assay',
    };
  }

  /** Both lists grow with what a deploy names, and a function has 4 KB for all its variables: only who reads them gets them. */
  private tellTrust(functions: Functions): void {
    const { issuers, owners } = this.settings;
    for (const name of READS_TRUST) functions[name].lambda.addEnvironment('ISSUERS', JSON.stringify(issuers));
    if (owners.length === 0) return;
    const owner = JSON.stringify(owners.length === 1 ? owners[0] : owners);
    for (const name of READS_TRUST) functions[name].lambda.addEnvironment('FIRST_OWNER', owner);
  }

  private makeFunctions(
    sources: Sources,
    environment: Readonly<Record<string, string>>,
    placement: Placement | undefined,
    dlq: sqs.Queue,
  ): Functions {
    const onFailure = new SqsDestination(dlq);
    const made = FUNCTION_NAMES.map((name): [FunctionName, PlaneFunction] => [
      name,
      new PlaneFunction(this, name, {
        name,
        stage: this.settings.stage,
        build: sources.build,
        environment,
        ...(placement !== undefined && CALLERS.includes(name) ? { placement } : {}),
        ...(BY_EVENT.includes(name) ? { onFailure } : {}),
      }),
    ]);
    return Object.fromEntries(made) as Functions;
  }

  /**
   * Runners give webhook URLs out. The address is made of the id alone: that of the deployed stage would need every function first. On one
   * machine it is a path below the emulator's endpoint.
   */
  private tellHooks(runShard: PlaneFunction, runner: RunnerTask, { api }: HttpApi): void {
    const id = api.restApiId;
    const origin = `https://${id}.execute-api.${this.region}.amazonaws.com`;
    const stage = this.settings.stage === 'local' ? `/_aws/execute-api/${id}` : origin;
    const hooksUrl = `${stage}/${API_STAGE}/hooks`;
    runShard.lambda.addEnvironment('HOOKS_URL', hooksUrl);
    runner.task.defaultContainer?.addEnvironment('HOOKS_URL', hooksUrl);
  }

  private tellMessages(runShard: PlaneFunction, runner: RunnerTask): void {
    const { messageTargets } = this.settings;
    const arns = Object.values(messageTargets).flat();
    if (arns.length === 0) return;
    const text = JSON.stringify(messageTargets);
    runShard.lambda.addEnvironment('MESSAGE_TARGETS', text);
    runner.task.defaultContainer?.addEnvironment('MESSAGE_TARGETS', text);
    for (const role of [runShard.role, runner.taskRole]) giveMessageRights(role, arns);
  }

  private tell(api: HttpApi, machines: RunMachines, runner: RunnerTask, dlq: sqs.Queue): void {
    const { stage } = this.settings;
    publish(this, stage, 'apiId', api.api.restApiId);
    publish(this, stage, 'apiName', api.api.restApiName);
    publish(this, stage, 'runMachineArn', machines.testRun.machine.stateMachineArn);
    publish(this, stage, 'finishMachineArn', machines.finishRun.machine.stateMachineArn);
    publish(this, stage, 'clusterName', runner.cluster.ref);
    publish(this, stage, 'eventsDlqName', dlq.queueName);
    new CfnOutput(this, 'ApiUrl', { value: api.api.url, description: 'ASSAY_URL' });
    new CfnOutput(this, 'ApiId', { value: api.api.restApiId });
    new CfnOutput(this, 'ApiStage', { value: API_STAGE });
    new CfnOutput(this, 'RunMachineArn', { value: machines.testRun.machine.stateMachineArn });
    new CfnOutput(this, 'FinishMachineArn', { value: machines.finishRun.machine.stateMachineArn });
    new CfnOutput(this, 'ClusterArn', { value: runner.cluster.attrArn });
  }
}
