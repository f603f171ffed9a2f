import { readAwsConfig } from '#aws/config';
import { dynamoCatalog } from '#aws/dynamo-catalog';
import { dynamoLedger } from '#aws/dynamo-ledger';
import { dynamoRuns } from '#aws/dynamo-runs';
import { s3Blobs } from '#aws/s3-blobs';
import { secretsManager } from '#aws/secrets-manager';
import { suiteBodies } from '#aws/suite-bodies';
import { systemClock, systemRandom } from '#aws/system';
import { parseRanges } from '#core/private-ranges';
import { epochMs } from '#core/units';
import { eventHandler, readBusEvent } from '#lambda/event-handler';
import type { BusEvent } from '#lambda/event-handler';
import { telemetry } from '#lambda/telemetry';
import { httpFor } from '#runner/http-for';
import type { Clock } from '#ports/clock';
import { sweepResources } from './sweep-resources.ts';

const config = readAwsConfig(process.env, ['tableName', 'catalogBucket']);
const isLocal = process.env['STAGE'] === 'local';
const { log, metrics } = telemetry();

/** On one machine a test may ask what will have become due later. */
const clockFor = ({ detail }: BusEvent): Clock => {
  const laterMs = isLocal ? Number(detail['laterMs'] ?? 0) : 0;
  return { ...systemClock, nowMs: () => epochMs(systemClock.nowMs() + laterMs) };
};

const ports = {
  runs: dynamoRuns(config),
  catalog: dynamoCatalog(config),
  suiteBodies: suiteBodies(s3Blobs({ ...config, bucket: config.catalogBucket })),
  openSecrets: secretsManager(config),
  httpFor: httpFor(parseRanges(process.env['PRIVATE_RANGES'])),
  random: systemRandom,
  metrics,
  log,
};

export const handler = eventHandler(
  'sweep-resources',
  async (event: BusEvent, signal) => {
    const clock = clockFor(event);
    return sweepResources({ ...ports, clock, left: dynamoLedger(config, clock) })(event, signal);
  },
  readBusEvent,
);
