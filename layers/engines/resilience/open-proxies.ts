/** The proxies of one experiment, and which requests of theirs belong to what. */
import type { DisturbDefinition, PlannedFault } from '#core/acts/disturb';
import { seededRandomAt } from '#engines/data/seeded-random';
import type { ProbeContext } from '#engines/probe/probe';
import { speaksHttp } from '#engines/resilience/definition-problems';
import type { ProxyTraffic } from '#engines/resilience/experiment';
import type { Window } from '#engines/resilience/traffic';
import type { FaultProxies, FaultProxy } from '#ports/fault-proxy';

export interface OpenProxies {
  /** Base URLs that stand in for the environment's. */
  readonly targets: { readonly [name: string]: string };
  readonly add: (fault: PlannedFault) => Promise<() => Promise<void>>;
  readonly clear: () => Promise<void>;
  /** What comes now is seen under the faults. */
  readonly mark: () => void;
  /** The faults are gone. */
  readonly markRemoved: () => void;
  /** Requests from now until it is closed belong to one run of a case. */
  readonly openWindow: () => { readonly close: () => void };
  readonly traffic: () => ReadonlyMap<string, ProxyTraffic>;
  /** Ends all connections; ports are free afterwards. */
  readonly close: () => Promise<void>;
}

interface Watched {
  readonly name: string;
  readonly proxy: FaultProxy;
  readonly windows: Window[];
  readonly from: { requests: number; connections: number };
  readonly to: { requests: number; connections: number };
}

const countsOf = ({ proxy }: Pick<Watched, 'proxy'>): { requests: number; connections: number } => ({
  requests: proxy.seen().length,
  connections: proxy.connections(),
});

const trafficOf = ({ proxy, windows, from, to }: Watched): ProxyTraffic => ({
  seen: proxy.seen().slice(from.requests, to.requests),
  windows,
  connections: to.connections - from.connections,
  unseen: proxy.unseen(),
  firstAfterEpochMs: proxy.seen()[to.requests]?.atEpochMs,
});

type Places = Pick<ProbeContext, 'targetUrl' | 'seed'>;

/** Closes those that were opened when one cannot be. */
const openAll = async (
  definition: DisturbDefinition,
  proxies: FaultProxies,
  { targetUrl, seed }: Places,
  signal: AbortSignal,
): Promise<readonly Watched[]> => {
  const opened: Watched[] = [];
  try {
    for (const [name, wanted] of Object.entries(definition.proxies)) {
      const { target, upstream, listen } = wanted;
      const options = {
        name,
        upstream: upstream === undefined ? targetUrl(target) : new URL(upstream),
        http: speaksHttp(wanted),
        random: seededRandomAt(seed, `disturb ${definition.name} ${name}`).next,
        ...(listen === undefined ? {} : { listen }),
      };
      const proxy = await proxies.open(options, signal);
      opened.push({ name, proxy, windows: [], from: countsOf({ proxy }), to: countsOf({ proxy }) });
    }
    return opened;
  } catch (error) {
    await Promise.allSettled(opened.map(({ proxy }) => proxy.close()));
    throw error;
  }
};

/** @throws HttpFailure for an upstream that may not be reached; an Error for a port that is taken */
export const openProxies = async (
  definition: DisturbDefinition,
  proxies: FaultProxies,
  places: Places,
  signal: AbortSignal,
): Promise<OpenProxies> => {
  const watched = await openAll(definition, proxies, places, signal);
  const byName = new Map(watched.map((item) => [item.name, item]));
  const stands = watched.flatMap(({ name, proxy }) => {
    const target = definition.proxies[name]?.target;
    return target === undefined ? [] : [[target, proxy.url] as const];
  });
  return {
    targets: Object.fromEntries(stands),
    add: async ({ proxy: name, afterMs: _after, durationMs: _duration, ...fault }) => {
      const found = byName.get(name);
      if (found === undefined) throw new TypeError(`expected one of the proxies, got ${name}`);
      return found.proxy.add(fault);
    },
    clear: async () => {
      for (const { proxy } of watched) await proxy.clear();
    },
    mark: () => {
      for (const item of watched) Object.assign(item.from, countsOf(item));
    },
    markRemoved: () => {
      for (const item of watched) Object.assign(item.to, countsOf(item));
    },
    openWindow: () => {
      const starts = watched.map(({ proxy }) => proxy.seen().length);
      return {
        close: () => {
          for (const [at, { proxy, windows }] of watched.entries()) windows.push(proxy.seen().slice(starts[at]));
        },
      };
    },
    traffic: () => new Map(watched.map((item) => [item.name, trafficOf(item)])),
    close: async () => {
      await Promise.allSettled(watched.map(({ proxy }) => proxy.close()));
    },
  };
};
