/** How a fault proxy reaches its upstream: through the same checks as every other request to a target. */
import type { Socket } from 'node:net';
import { dial } from '#engines/http/dial';
import { systemResolver } from '#engines/http/open-target';
import type { Resolver, TargetPolicy } from '#engines/http/open-target';
import { router } from '#engines/http/proxy';
import type { ProxyOptions } from '#engines/http/proxy';
import { requestStop } from '#engines/http/request-stop';
import { tlsContexts } from '#engines/http/tls-contexts';
import type { TlsOptions } from '#engines/http/tls-contexts';

export interface GuardedDialerOptions extends TlsOptions {
  readonly policy: TargetPolicy;
  readonly resolve?: Resolver;
  readonly proxy?: ProxyOptions;
}

/** Opens connections to allowed addresses and to no others. */
export interface GuardedDialer {
  /** Checks and resolves without connecting. @throws HttpFailure */
  readonly check: (url: URL) => Promise<void>;
  /** A socket that is ready, with TLS for `https:`. @throws HttpFailure */
  readonly connect: (url: URL, signal: AbortSignal) => Promise<Socket>;
}

const CONNECT_MS_MAX = 10_000;

/** The guard knows http and https; a bare TCP port is judged like one of http. */
const guarded = (url: URL): URL => (url.protocol === 'tcp:' ? new URL(`http://${url.host}/`) : url);

export const guardedDialer = (options: GuardedDialerOptions): GuardedDialer => {
  const { policy, resolve = systemResolver, proxy } = options;
  const route = router(policy, resolve, proxy);
  const contexts = tlsContexts(options);
  return {
    check: async (url) => {
      await route(guarded(url));
    },
    connect: async (url, signal) => {
      const stop = requestStop({ timeoutMs: CONNECT_MS_MAX }, signal);
      try {
        // Requests are passed on as they came, so HTTP/2 is never agreed on; `2` only where a bare port needs a tunnel.
        const bare = url.protocol === 'tcp:' && proxy !== undefined;
        return (await dial({ url: guarded(url), route, stop, contexts, http: bare ? '2' : '1.1' })).socket;
      } catch (error) {
        throw stop.reason() ?? error;
      } finally {
        stop.done();
      }
    },
  };
};
