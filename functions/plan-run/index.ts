import { readAwsConfig } from '#aws/config';
import { dynamoCatalog } from '#aws/dynamo-catalog';
import { dynamoDurations } from '#aws/dynamo-durations';
import { dynamoRuns } from '#aws/dynamo-runs';
import { eventBridgeBus } from '#aws/event-bus';
import { s3Blobs } from '#aws/s3-blobs';
import { suiteBodies } from '#aws/suite-bodies';
import { systemClock } from '#aws/system';
import { parseRanges } from '#core/private-ranges';
import { telemetry } from '#lambda/telemetry';
import { workflowHandler } from '#lambda/workflow-handler';
import { readRunPointer } from '#lambda/workflow-input';
import { planRun } from './plan-run.ts';

const config = readAwsConfig(process.env, ['tableName', 'stagingBucket', 'catalogBucket', 'busName']);

export const handler = workflowHandler(
  'plan-run',
  planRun({
    runs: dynamoRuns(config),
    catalog: dynamoCatalog(config),
    suiteBodies: suiteBodies(s3Blobs({ ...config, bucket: config.catalogBucket })),
    durations: dynamoDurations(config),
    staging: s3Blobs({ ...config, bucket: config.stagingBucket }),
    bucket: config.stagingBucket,
    privateRanges: parseRanges(process.env['PRIVATE_RANGES']),
    bus: eventBridgeBus(config),
    clock: systemClock,
    log: telemetry().log,
  }),
  readRunPointer,
);
