import { readAwsConfig } from '#aws/config';
import { dynamoAccess } from '#aws/dynamo-access';
import { systemClock } from '#aws/system';
import { parseFirstOwners, parseIssuers } from '#core/issuers';
import { parseRanges } from '#core/private-ranges';
import { hostEntry } from '#engines/http/open-target';
import { telemetry as sharedTelemetry } from '#lambda/telemetry';
import type { HttpClient } from '#ports/http';
import { authorize } from './authorize.ts';
import { authorizerHandler } from './authorizer-handler.ts';
import { createKeySets } from './key-sets.ts';

const config = readAwsConfig(process.env, ['tableName']);
const firstOwners = parseFirstOwners(process.env['FIRST_OWNER']);
const allowedRanges = parseRanges(process.env['PRIVATE_RANGES']);
const telemetry = sharedTelemetry();

/**
 * A client for each fetch: keys are fetched every ten minutes, and discovery may name any host. The client's library is loaded when it is
 * first needed: with inline keys never, and never while a cold start keeps a caller waiting.
 */
const http: HttpClient = {
  send: async (request, signal) => {
    const { undiciClient } = await import('#engines/http/undici-client');
    const client = undiciClient({ policy: { allowHosts: [hostEntry(request.url)], allowedRanges } });
    try {
      return await client.send(request, signal);
    } finally {
      await client.close();
    }
  },
  close: () => Promise.resolve(),
};

export const handler = authorizerHandler(
  authorize({
    issuers: parseIssuers(process.env['ISSUERS'], firstOwners),
    firstOwners,
    keySets: createKeySets({ http, clock: systemClock, log: telemetry.log }),
    access: dynamoAccess(config),
    clock: systemClock,
    log: telemetry.log,
  }),
  telemetry,
);
