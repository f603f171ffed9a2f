import { readAwsConfig } from '#aws/config';
import { dynamoHooks } from '#aws/dynamo-hooks';
import { systemClock } from '#aws/system';
import { telemetry } from '#lambda/telemetry';
import { webhookHandler } from '#lambda/webhook-handler';
import { catchCall } from './catch-call.ts';

const config = readAwsConfig(process.env, ['tableName']);

export const handler = webhookHandler(catchCall({ hooks: dynamoHooks(config), clock: systemClock }), telemetry());
