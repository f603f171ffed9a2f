import { readAwsConfig } from '#aws/config';
import { dynamoAudit } from '#aws/dynamo-access';
import { dynamoRuns } from '#aws/dynamo-runs';
import { s3Blobs } from '#aws/s3-blobs';
import { s3Evidence } from '#aws/s3-evidence';
import { suiteBodies } from '#aws/suite-bodies';
import { systemClock } from '#aws/system';
import { runsReader } from '#contracts/generated/routes';
import { httpHandler } from '#lambda/http-handler';
import { waitBudget } from '#lambda/wait-budget';
import { runsReaderRoutes } from './routes.ts';

/** Put in by cdk/bundle.ts: the version of package.json. */
declare const ASSAY_VERSION: string;

/** Three full waits may be saved up; beyond that an instance keeps a fifth of its time for callers who want an answer now. */
const WAIT_SAVED_MS_MAX = 60_000;
const WAIT_SHARE = 0.8;

const config = readAwsConfig(process.env, ['tableName', 'stagingBucket', 'catalogBucket', 'evidenceBucket']);

export const handler = httpHandler(
  runsReader,
  runsReaderRoutes({
    runs: dynamoRuns(config),
    staging: s3Blobs({ ...config, bucket: config.stagingBucket }),
    evidence: s3Evidence({ ...config, bucket: config.evidenceBucket }),
    bodies: suiteBodies(s3Blobs({ ...config, bucket: config.catalogBucket })),
    audit: dynamoAudit(config),
    version: ASSAY_VERSION,
    clock: systemClock,
    waitTime: waitBudget({ capacityMs: WAIT_SAVED_MS_MAX, share: WAIT_SHARE, nowMs: () => systemClock.nowMs() }),
  }),
);
