import { readAwsConfig } from '#aws/config';
import { dynamoCatalog } from '#aws/dynamo-catalog';
import { s3Blobs } from '#aws/s3-blobs';
import { suiteBodies } from '#aws/suite-bodies';
import { catalogReader } from '#contracts/generated/routes';
import { httpHandler } from '#lambda/http-handler';
import { catalogReaderRoutes } from './routes.ts';

const config = readAwsConfig(process.env, ['tableName', 'catalogBucket']);
const blobs = s3Blobs({ ...config, bucket: config.catalogBucket });

export const handler = httpHandler(
  catalogReader,
  catalogReaderRoutes({ catalog: dynamoCatalog(config), bodies: suiteBodies(blobs), blobs }),
);
