import { readAwsConfig } from '#aws/config';
import { dynamoAccess } from '#aws/dynamo-access';
import { accessReader } from '#contracts/generated/routes';
import { parseFirstOwners, parseIssuers } from '#core/issuers';
import { httpHandler } from '#lambda/http-handler';
import { accessReaderRoutes } from './routes.ts';

const config = readAwsConfig(process.env, ['tableName']);
const firstOwners = parseFirstOwners(process.env['FIRST_OWNER']);

export const handler = httpHandler(
  accessReader,
  accessReaderRoutes({
    access: dynamoAccess(config),
    issuers: parseIssuers(process.env['ISSUERS'], firstOwners),
    firstOwners,
  }),
);
