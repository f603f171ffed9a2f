import { readAwsConfig } from '#aws/config';
import { dynamoFindings } from '#aws/dynamo-findings';
import { dynamoRuns } from '#aws/dynamo-runs';
import { eventBridgeBus } from '#aws/event-bus';
import { s3Blobs } from '#aws/s3-blobs';
import { systemClock } from '#aws/system';
import { telemetry } from '#lambda/telemetry';
import { workflowHandler } from '#lambda/workflow-handler';
import { readFailedRunPointer } from '#lambda/workflow-input';
import { judgeRun } from './judge-run.ts';

const config = readAwsConfig(process.env, ['tableName', 'stagingBucket', 'busName']);
const { log, metrics } = telemetry();

export const handler = workflowHandler(
  'judge-run',
  judgeRun({
    runs: dynamoRuns(config),
    staging: s3Blobs({ ...config, bucket: config.stagingBucket }),
    findings: dynamoFindings(config),
    bus: eventBridgeBus(config),
    clock: systemClock,
    metrics,
    log,
  }),
  readFailedRunPointer,
);
