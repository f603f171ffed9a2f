import { readAwsConfig } from '#aws/config';
import { dynamoRuns } from '#aws/dynamo-runs';
import { systemClock } from '#aws/system';
import { telemetry } from '#lambda/telemetry';
import { workflowHandler } from '#lambda/workflow-handler';
import { readLostShardPointer } from '#lambda/workflow-input';
import { loseShard } from './lose-shard.ts';

const config = readAwsConfig(process.env, ['tableName']);
const { log, metrics } = telemetry();

export const handler = workflowHandler(
  'lose-shard',
  loseShard({ runs: dynamoRuns(config), clock: systemClock, metrics, log }),
  readLostShardPointer,
);
