import { readAwsConfig } from '#aws/config';
import { dynamoRuns } from '#aws/dynamo-runs';
import { ecsTasks } from '#aws/ecs-tasks';
import { stepFunctionsOrchestrator } from '#aws/step-functions-orchestrator';
import { eventHandler, readBusEvent } from '#lambda/event-handler';
import { telemetry } from '#lambda/telemetry';
import { closeRun, readEndedExecution } from './close-run.ts';

const config = readAwsConfig(process.env, ['tableName', 'runMachineArn', 'finishMachineArn', 'clusterArn']);

export const handler = eventHandler(
  'close-run',
  closeRun({
    runs: dynamoRuns(config),
    orchestrator: stepFunctionsOrchestrator(config, ecsTasks(config)),
    log: telemetry().log,
  }),
  (event) => readEndedExecution(readBusEvent(event).detail),
);
