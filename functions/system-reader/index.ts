import { readAwsConfig } from '#aws/config';
import { dynamoRuns } from '#aws/dynamo-runs';
import { s3Blobs } from '#aws/s3-blobs';
import { stepFunctionsOrchestrator } from '#aws/step-functions-orchestrator';
import { systemClock } from '#aws/system';
import { openApiDocument } from '#contracts/generated/openapi-document';
import { systemReader } from '#contracts/generated/routes';
import { httpHandler } from '#lambda/http-handler';
import { telemetry } from '#lambda/telemetry';
import { planeDependencies } from './plane-dependencies.ts';
import { systemReaderRoutes } from './routes.ts';

/** Put in by cdk/bundle.ts: the version of package.json. */
declare const ASSAY_VERSION: string;

const config = readAwsConfig(process.env, [
  'tableName',
  'stagingBucket',
  'runMachineArn',
  'finishMachineArn',
  'clusterArn',
]);

export const handler = httpHandler(
  systemReader,
  systemReaderRoutes({
    openApiDocument,
    version: ASSAY_VERSION,
    clock: systemClock,
    log: telemetry().log,
    dependencies: planeDependencies({
      runs: dynamoRuns(config),
      staging: s3Blobs({ ...config, bucket: config.stagingBucket }),
      orchestrator: stepFunctionsOrchestrator(config),
    }),
  }),
);
