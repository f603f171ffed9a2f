import { readAwsConfig } from '#aws/config';
import { dynamoAccess, dynamoAudit } from '#aws/dynamo-access';
import { systemClock } from '#aws/system';
import { accessWriter } from '#contracts/generated/routes';
import { parseFirstOwners, parseIssuers } from '#core/issuers';
import { httpHandler } from '#lambda/http-handler';
import { accessWriterRoutes } from './routes.ts';

const config = readAwsConfig(process.env, ['tableName']);
const firstOwners = parseFirstOwners(process.env['FIRST_OWNER']);

export const handler = httpHandler(
  accessWriter,
  accessWriterRoutes({
    access: dynamoAccess(config),
    audit: dynamoAudit(config),
    clock: systemClock,
    issuers: parseIssuers(process.env['ISSUERS'], firstOwners),
    firstOwners,
  }),
);
