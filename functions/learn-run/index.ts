import { readAwsConfig } from '#aws/config';
import { dynamoCatalog } from '#aws/dynamo-catalog';
import { dynamoDurations } from '#aws/dynamo-durations';
import { dynamoFindings } from '#aws/dynamo-findings';
import { dynamoRuns } from '#aws/dynamo-runs';
import { s3Blobs } from '#aws/s3-blobs';
import { systemClock } from '#aws/system';
import { telemetry } from '#lambda/telemetry';
import { workflowHandler } from '#lambda/workflow-handler';
import { readRunPointer } from '#lambda/workflow-input';
import { learnRun } from './learn-run.ts';

const { log, metrics } = telemetry();
const config = readAwsConfig(process.env, ['tableName', 'stagingBucket']);

export const handler = workflowHandler(
  'learn-run',
  learnRun({
    runs: dynamoRuns(config),
    staging: s3Blobs({ ...config, bucket: config.stagingBucket }),
    durations: dynamoDurations(config),
    findings: dynamoFindings(config),
    catalog: dynamoCatalog(config),
    clock: systemClock,
    metrics,
    log,
  }),
  readRunPointer,
);
