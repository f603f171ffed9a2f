import { readAwsConfig } from '#aws/config';
import { dynamoFindings } from '#aws/dynamo-findings';
import { dynamoDriftLog } from '#aws/dynamo-structures';
import { systemClock } from '#aws/system';
import { qualityReader } from '#contracts/generated/routes';
import { httpHandler } from '#lambda/http-handler';
import { qualityReaderRoutes } from './routes.ts';

const config = readAwsConfig(process.env, ['tableName']);

export const handler = httpHandler(
  qualityReader,
  qualityReaderRoutes({ findings: dynamoFindings(config), drift: dynamoDriftLog(config), clock: systemClock }),
);
