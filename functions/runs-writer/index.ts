import { readAwsConfig } from '#aws/config';
import { dynamoAudit } from '#aws/dynamo-access';
import { dynamoRuns } from '#aws/dynamo-runs';
import { s3Blobs } from '#aws/s3-blobs';
import { stepFunctionsOrchestrator } from '#aws/step-functions-orchestrator';
import { systemClock, systemRandom } from '#aws/system';
import { runsWriter } from '#contracts/generated/routes';
import { httpHandler } from '#lambda/http-handler';
import { runsWriterRoutes } from './routes.ts';

const config = readAwsConfig(process.env, [
  'tableName',
  'stagingBucket',
  'runMachineArn',
  'finishMachineArn',
  'clusterArn',
]);

export const handler = httpHandler(
  runsWriter,
  runsWriterRoutes({
    runs: dynamoRuns(config),
    orchestrator: stepFunctionsOrchestrator(config),
    staging: s3Blobs({ ...config, bucket: config.stagingBucket }),
    audit: dynamoAudit(config),
    clock: systemClock,
    random: systemRandom,
  }),
);
