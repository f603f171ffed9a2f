import type { FaultName } from '../../examples/tiers/server.ts';

/** `suite/case[part]` and the first check that did not hold. */
export type Found = { readonly [id: string]: string };

/** For each fault of the quotes API how the names of the cases begin that find it, and what their reason says. Faults under load stand in the test. */
export const FOUND: { readonly [fault in FaultName]?: readonly [id: string, reason: string] } = {
  'no-limit': ['tiers/', 'The rate limit of a tier is not kept'],
  'limit-too-low': ['tiers/matrix[tier pro]', 'The rate limit of a tier is not kept'],
  'limit-untold': ['tiers/limit-told', 'header ratelimit-limit equals "5"'],
  'wait-untold': ['tiers/limited', 'header retry-after'],
  'fresh-for-free': ['tiers/', 'A tier sees data too early or too late'],
  'stale-for-all': ['tiers/matrix', 'A tier sees data too early or too late'],
  'reports-for-free': ['tiers/matrix[tier free]', 'A tier can do what it may not'],
  'no-exports': ['tiers/matrix[tier enterprise]', 'cannot do what it may'],
  'forecast-for-pro': ['tiers/matrix[tier pro]', 'A tier sees fields that it may not'],
  'pages-open': ['tiers/matrix', 'A tier gets pages of another size'],
  'card-in-logs': ['payments/logs', 'no card-number in clear text'],
  'code-in-logs': ['payments/logs', 'no card-code in clear text'],
  'mail-in-logs': ['payments/logs', 'no email in clear text'],
  'token-in-logs': ['payments/logs', 'no api-key in clear text'],
  'level-missing': ['payments/logs', 'each line is as it must be'],
  'log-not-json': ['payments/logs', 'each line is as it must be'],
  'card-echoed': ['payments/', '$.card matches'],
  'hsts-missing': ['headers/headers', 'header strict-transport-security'],
  'sniffing-allowed': ['headers/headers', 'header x-content-type-options'],
  cacheable: ['headers/headers', 'header cache-control'],
  banner: ['headers/headers', 'header server exists false'],
};
