import { EnvHttpProxyAgent, type Dispatcher } from 'undici';
import type { World } from '../world.ts';

const ALWAYS_DIRECT = ['localhost', '127.0.0.1', '::1'];

/** One connection pool for a command: HTTP_PROXY, HTTPS_PROXY and NO_PROXY are honoured, loopback is never sent to a proxy. */
export const makeAgent = ({ env }: World): Dispatcher => {
  const httpProxy = env['http_proxy'] ?? env['HTTP_PROXY'];
  const httpsProxy = env['https_proxy'] ?? env['HTTPS_PROXY'];
  const noProxy = env['no_proxy'] ?? env['NO_PROXY'] ?? '';
  return new EnvHttpProxyAgent({
    httpProxy: httpProxy ?? '',
    httpsProxy: httpsProxy ?? '',
    noProxy: [...noProxy.split(/[,\s]+/), ...ALWAYS_DIRECT].filter((name) => name !== '').join(','),
    connect: { timeout: 10_000 },
    keepAliveTimeout: 30_000,
  });
};
