import { readAwsConfig } from '#aws/config';
import { dynamoAudit } from '#aws/dynamo-access';
import { dynamoFindings } from '#aws/dynamo-findings';
import { systemClock } from '#aws/system';
import { qualityWriter } from '#contracts/generated/routes';
import { httpHandler } from '#lambda/http-handler';
import { qualityWriterRoutes } from './routes.ts';

const config = readAwsConfig(process.env, ['tableName']);

export const handler = httpHandler(
  qualityWriter,
  qualityWriterRoutes({ findings: dynamoFindings(config), audit: dynamoAudit(config), clock: systemClock }),
);
