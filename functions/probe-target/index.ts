import { readAwsConfig } from '#aws/config';
import { dynamoRuns } from '#aws/dynamo-runs';
import { s3Blobs } from '#aws/s3-blobs';
import { systemClock, systemRandom } from '#aws/system';
import { parseRanges } from '#core/private-ranges';
import { telemetry } from '#lambda/telemetry';
import { workflowHandler } from '#lambda/workflow-handler';
import { readRunPointer } from '#lambda/workflow-input';
import { httpFor } from '#runner/http-for';
import { probeTarget } from '#runner/probe';
import type { ProbePorts } from '#runner/probe';

const config = readAwsConfig(process.env, ['tableName', 'stagingBucket']);

const ports: ProbePorts = {
  runs: dynamoRuns(config),
  staging: s3Blobs({ ...config, bucket: config.stagingBucket }),
  clock: systemClock,
  random: systemRandom,
  log: telemetry().log,
  httpFor: httpFor(parseRanges(process.env['PRIVATE_RANGES'])),
};

export const handler = workflowHandler(
  'probe-target',
  (pointer, signal) => probeTarget(pointer, ports, signal),
  readRunPointer,
);
