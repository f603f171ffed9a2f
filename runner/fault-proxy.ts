/** Fault proxies in this process: they listen on loopback, lead to one upstream each, and end with the process. */
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { duplexPair } from 'node:stream';
import type { Duplex } from 'node:stream';
import { isHttpFault } from '#core/acts/disturb';
import type { Fault } from '#core/acts/disturb';
import { HttpFailure } from '#engines/http/http-failure';
import type { Clock } from '#ports/clock';
import type { FaultProxies, FaultProxy, FaultProxyOptions } from '#ports/fault-proxy';
import type { GuardedDialer } from '#runner/fault-proxy-dial';
import { httpSide } from '#runner/fault-proxy-http';
import type { HttpSide } from '#runner/fault-proxy-http';
import { openLink } from '#runner/fault-proxy-link';
import type { Link } from '#runner/fault-proxy-link';

const HOST = '127.0.0.1';

export interface FaultProxiesOptions {
  readonly dialer: GuardedDialer;
  readonly clock: Clock;
}

interface Running {
  readonly options: FaultProxyOptions;
  readonly shared: FaultProxiesOptions;
  readonly links: Map<Link, Map<Fault, () => void>>;
  readonly faults: Set<Fault>;
  readonly accepted: { count: number };
  http: HttpSide | undefined;
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject).listen({ port, host: HOST }, () => {
      server.off('error', reject);
      resolve();
    });
  });

const stopListening = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    if (server.listening)
      server.close(() => {
        resolve();
      });
    else resolve();
  });

/** Where a new connection leads, given the faults of names. */
const connectUpstream = async ({ options, shared, faults }: Running, signal: AbortSignal): Promise<Socket> => {
  const hit = [...faults].find(
    (fault) =>
      (fault.fault === 'no_such_host' || fault.fault === 'wrong_host') && options.random() < (fault.toxicity ?? 1),
  );
  if (hit?.fault === 'no_such_host') {
    throw new HttpFailure(`expected ${options.upstream.hostname} to resolve, got no such name`, {
      type: 'dns',
      phase: 'resolve',
      url: options.upstream.href,
    });
  }
  return shared.dialer.connect(hit?.fault === 'wrong_host' ? new URL(hit.instead) : options.upstream, signal);
};

const accept = (client: Socket, running: Running): void => {
  const { options, shared, links, faults, http } = running;
  running.accepted.count += 1;
  const link = openLink({
    client,
    clock: shared.clock,
    random: options.random,
    onClosed: () => links.delete(link),
  });
  const removals = new Map<Fault, () => void>();
  links.set(link, removals);
  for (const fault of faults) removals.set(fault, link.add(fault));
  if (link.closed.aborted) return;
  if (http !== undefined) {
    const [inner, outer] = duplexPair();
    link.lead(inner);
    http.accept(outer);
    link.closed.addEventListener('abort', () => outer.destroy(), { once: true });
    outer.on('error', () => {
      link.cut('close');
    });
    outer.on('close', () => {
      // Ended as it should be, its last bytes may still be held back.
      if (!outer.writableFinished) link.cut('close');
    });
    return;
  }
  connectUpstream(running, link.closed).then(
    (inner: Duplex) => {
      if (link.closed.aborted) inner.destroy();
      else link.lead(inner);
    },
    () => {
      link.cut('reset');
    },
  );
};

const urlOf = ({ upstream }: FaultProxyOptions, port: number): string => {
  const scheme = upstream.protocol === 'tcp:' ? 'tcp' : 'http';
  return `${scheme}://${HOST}:${String(port)}${upstream.pathname.replace(/\/$/u, '')}`;
};

/** Keeps the port with `down`: the faults say whether anybody listens there. */
const switchable = async (
  running: Running,
): Promise<{ readonly port: number; readonly listening: (wanted: boolean) => Promise<void> }> => {
  const { options, links } = running;
  const server = createServer({ allowHalfOpen: true }, (client) => {
    accept(client, running);
  });
  try {
    await listen(server, options.listen ?? 0);
  } catch (error) {
    throw new Error(
      `expected a free port for the proxy "${options.name}", got ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
  const { port } = server.address() as AddressInfo;
  const closeLinks = (): void => {
    for (const link of [...links.keys()]) link.cut('close');
  };
  return {
    port,
    listening: async (wanted) => {
      if (wanted) {
        if (!server.listening) await listen(server, port);
        return;
      }
      const stopped = stopListening(server);
      closeLinks();
      await stopped;
    },
  };
};

const openProxy = async (shared: FaultProxiesOptions, options: FaultProxyOptions): Promise<FaultProxy> => {
  const running: Running = {
    options,
    shared,
    links: new Map(),
    faults: new Set(),
    accepted: { count: 0 },
    http: undefined,
  };
  const { links, faults } = running;
  if (options.http) {
    running.http = httpSide({
      upstream: options.upstream,
      clock: shared.clock,
      random: options.random,
      faults: () => [...faults],
      connect: (signal) => connectUpstream(running, signal),
    });
  }
  const { port, listening } = await switchable(running);
  const isDown = (): boolean => [...faults].some(({ fault }) => fault === 'down');
  let isClosed = false;
  const remove = async (fault: Fault): Promise<void> => {
    if (!faults.delete(fault)) return;
    for (const removals of links.values()) removals.get(fault)?.();
    if (fault.fault === 'down' && !isDown() && !isClosed) await listening(true);
  };
  return {
    url: urlOf(options, port),
    port,
    add: async (wanted) => {
      if (isHttpFault(wanted) && !options.http)
        throw new TypeError(
          `expected an HTTP proxy for the fault "${wanted.fault}", got "${options.name}" without http`,
        );
      if (wanted.fault === 'wrong_host') await shared.dialer.check(new URL(wanted.instead));
      // A fault of its own each time, so that equal ones are removed one by one.
      const fault = { ...wanted };
      faults.add(fault);
      for (const [link, removals] of [...links]) removals.set(fault, link.add(fault));
      if (fault.fault === 'down') await listening(false);
      return () => remove(fault);
    },
    clear: async () => {
      for (const fault of [...faults]) await remove(fault);
    },
    seen: () => running.http?.seen() ?? [],
    unseen: () => running.http?.unseen() ?? 0,
    connections: () => running.accepted.count,
    close: async () => {
      isClosed = true;
      faults.clear();
      running.http?.close();
      await listening(false);
    },
  };
};

export const faultProxies = (shared: FaultProxiesOptions): FaultProxies => ({
  open: async (options, signal) => {
    signal.throwIfAborted();
    await shared.dialer.check(options.upstream);
    return openProxy(shared, options);
  },
});
