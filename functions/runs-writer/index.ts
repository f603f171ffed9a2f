import { readAwsConfig } from '#aws/config';
import { dynamoAudit } from '#aws/dynamo-access';
import { dynamoRuns } from '#aws/dynamo-runs';
import { eventBridgeBus } from '#aws/event-bus';
import { s3Blobs } from '#aws/s3-blobs';
import { stepFunctionsOrchestrator } from '#aws/step-functions-orchestrator';
import { systemClock, systemRandom } from '#aws/system';
import { runsWriter } from '#contracts/generated/routes';
import { httpHandler } from '#lambda/http-handler';
import { telemetry } from '#lambda/telemetry';
import { runsWriterRoutes } from './routes.ts';

const config = readAwsConfig(process.env, [
  'tableName',
  'stagingBucket',
  'runMachineArn',
  'finishMachineArn',
  'clusterArn',
  'busName',
]);

/** Somebody waits for the answer to a cancel: its event is tried twice, not until the bus is well again. */
const EVENT_TRIES = 2;

export const handler = httpHandler(
  runsWriter,
  runsWriterRoutes({
    runs: dynamoRuns(config),
    orchestrator: stepFunctionsOrchestrator(config),
    staging: s3Blobs({ ...config, bucket: config.stagingBucket }),
    audit: dynamoAudit(config),
    bus: eventBridgeBus({ ...config, attemptsMax: EVENT_TRIES }),
    clock: systemClock,
    log: telemetry().log,
    random: systemRandom,
  }),
);
