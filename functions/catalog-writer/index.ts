import { readAwsConfig } from '#aws/config';
import { dynamoAudit } from '#aws/dynamo-access';
import { dynamoCatalog } from '#aws/dynamo-catalog';
import { s3Blobs } from '#aws/s3-blobs';
import { suiteBodies } from '#aws/suite-bodies';
import { systemClock } from '#aws/system';
import { catalogWriter } from '#contracts/generated/routes';
import { parseRanges } from '#core/private-ranges';
import { SUITE_FILE_BYTES_MAX } from '#engines/suite-file/read-yaml';
import { httpHandler } from '#lambda/http-handler';
import { catalogWriterRoutes } from './routes.ts';

const config = readAwsConfig(process.env, ['tableName', 'catalogBucket']);
const blobs = s3Blobs({ ...config, bucket: config.catalogBucket });

export const handler = httpHandler(
  catalogWriter,
  catalogWriterRoutes({
    catalog: dynamoCatalog(config),
    bodies: suiteBodies(blobs),
    blobs,
    audit: dynamoAudit(config),
    clock: systemClock,
    allowedRanges: parseRanges(process.env['PRIVATE_RANGES']),
    bytesMax: SUITE_FILE_BYTES_MAX,
  }),
);
