import { readAwsConfig } from '#aws/config';
import { dynamoRuns } from '#aws/dynamo-runs';
import { eventBridgeBus } from '#aws/event-bus';
import { s3Blobs } from '#aws/s3-blobs';
import { s3Evidence } from '#aws/s3-evidence';
import { suiteBodies } from '#aws/suite-bodies';
import { systemClock } from '#aws/system';
import { telemetry } from '#lambda/telemetry';
import { workflowHandler } from '#lambda/workflow-handler';
import { readRunPointer } from '#lambda/workflow-input';
import { sealRun } from './seal-run.ts';

const config = readAwsConfig(process.env, ['tableName', 'stagingBucket', 'catalogBucket', 'evidenceBucket', 'busName']);
const { log, metrics } = telemetry();

export const handler = workflowHandler(
  'seal-run',
  sealRun({
    runs: dynamoRuns(config),
    staging: s3Blobs({ ...config, bucket: config.stagingBucket }),
    evidence: s3Evidence({ ...config, bucket: config.evidenceBucket }),
    suiteBodies: suiteBodies(s3Blobs({ ...config, bucket: config.catalogBucket })),
    bus: eventBridgeBus(config),
    clock: systemClock,
    metrics,
    log,
  }),
  readRunPointer,
);
