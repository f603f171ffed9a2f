import { readAwsConfig } from '#aws/config';
import { dynamoAccess } from '#aws/dynamo-access';
import { accessReader } from '#contracts/generated/routes';
import { parseFirstOwners } from '#core/issuers';
import { httpHandler } from '#lambda/http-handler';
import { accessReaderRoutes } from './routes.ts';

const config = readAwsConfig(process.env, ['tableName']);

export const handler = httpHandler(
  accessReader,
  accessReaderRoutes({ access: dynamoAccess(config), firstOwners: parseFirstOwners(process.env['FIRST_OWNER']) }),
);
