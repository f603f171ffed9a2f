import type { Fault } from '#core/acts/disturb';

/** A request that came through a proxy. */
export interface SeenRequest {
  readonly atEpochMs: number;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** SHA-256 of the body, hexadecimal; `''` without one. */
  readonly bodySha256: string;
  /** Digest of the Idempotency-Key header; `''` without one. The key itself may be a secret. */
  readonly keySha256: string;
  /** The upstream got it. */
  readonly forwarded: boolean;
  /** What the upstream, or the fault instead of it, answered; null when nothing did. */
  readonly status: number | null;
  /** The fault that hit it. */
  readonly fault?: string;
  /** Why there was no answer. */
  readonly failure?: string;
}

export interface FaultProxyOptions {
  readonly name: string;
  /** Where connections lead; `http:`, `https:` or `tcp:`. */
  readonly upstream: URL;
  /** Requests are understood and counted. */
  readonly http: boolean;
  /** Any free port when absent. */
  readonly listen?: number;
  /** 0 inclusive to 1 exclusive: decides what a fault with a share hits, and how far times vary. */
  readonly random: () => number;
}

/** A listening proxy. It does nothing to what passes until a fault is added. */
export interface FaultProxy {
  /** Stands in for the upstream's URL; its path is kept. */
  readonly url: string;
  readonly port: number;
  /**
   * Also hits connections that are open.
   *
   * @returns removes it again; twice is once
   */
  add(fault: Fault): Promise<() => Promise<void>>;
  /** Removes every fault. */
  clear(): Promise<void>;
  /** In the order of arrival, of an HTTP proxy; memory is bounded, so that of very many only the first are kept. */
  seen(): readonly SeenRequest[];
  /** Requests beyond those. */
  unseen(): number;
  /** Connections accepted so far. */
  connections(): number;
  /** Closes all connections; the port is free afterwards. */
  close(): Promise<void>;
}

/** Makes fault proxies on loopback. They end with the process. */
export interface FaultProxies {
  /** @throws HttpFailure `refused_target` for an upstream that may not be contacted; an Error with `EADDRINUSE` in its words for a port that is taken */
  open(options: FaultProxyOptions, signal: AbortSignal): Promise<FaultProxy>;
}
