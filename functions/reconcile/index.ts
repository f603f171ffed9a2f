import { readAwsConfig } from '#aws/config';
import { dynamoRuns } from '#aws/dynamo-runs';
import { ecsTasks } from '#aws/ecs-tasks';
import { stepFunctionsOrchestrator } from '#aws/step-functions-orchestrator';
import { systemClock } from '#aws/system';
import { eventHandler, readBusEvent } from '#lambda/event-handler';
import { telemetry } from '#lambda/telemetry';
import { reconcile } from './reconcile.ts';

const config = readAwsConfig(process.env, ['tableName', 'runMachineArn', 'finishMachineArn', 'clusterArn']);
const { log, metrics } = telemetry();

export const handler = eventHandler(
  'reconcile',
  reconcile({
    runs: dynamoRuns(config),
    orchestrator: stepFunctionsOrchestrator(config, ecsTasks(config)),
    clock: systemClock,
    metrics,
    log,
  }),
  readBusEvent,
);
