import { readAwsConfig } from '#aws/config';
import { dynamoRuns } from '#aws/dynamo-runs';
import { systemClock } from '#aws/system';
import { stepFunctionsTaskToken } from '#aws/task-token';
import { eventHandler, readBusEvent } from '#lambda/event-handler';
import { telemetry } from '#lambda/telemetry';
import { closeTask, readStoppedTask } from './close-task.ts';

const config = readAwsConfig(process.env, ['tableName']);
const { log, metrics } = telemetry();

export const handler = eventHandler(
  'close-task',
  closeTask({
    runs: dynamoRuns(config),
    taskToken: (token) => stepFunctionsTaskToken(config, token),
    clock: systemClock,
    metrics,
    log,
  }),
  (event) => readStoppedTask(readBusEvent(event).detail),
);
