/** What the requests that a proxy saw say about the system behind it: retries, repeated effects, a breaker. */
import type { SeenRequest } from '#ports/fault-proxy';

/** Requests that one run of a case led to, in the order of arrival. */
export type Window = readonly SeenRequest[];

export interface TrafficFigures {
  /** Sends beyond the first of the same request within one window. */
  readonly retries: number;
  /** Most sends of one request within a window; 0 without requests. */
  readonly sendsPerRequestMax: number;
  /** POST and PATCH that reached the upstream again without the idempotency key of the first. */
  readonly duplicates: number;
}

/** Methods whose repetition does its work again (RFC 9110, section 9.2.2, RFC 5789, section 2). */
const REPEATING = new Set(['POST', 'PATCH']);

/** A retry has the body of the first send; where it has a time in it, it should at least have the same key. */
const isSameRequest = (one: SeenRequest, other: SeenRequest): boolean =>
  one.method === other.method &&
  one.path === other.path &&
  (one.bodySha256 === other.bodySha256 || (one.keySha256 !== '' && one.keySha256 === other.keySha256));

const sendsOf = (window: Window): readonly Window[] => {
  const groups: SeenRequest[][] = [];
  for (const request of window) {
    const group = groups.find(([first]) => first !== undefined && isSameRequest(first, request));
    if (group === undefined) groups.push([request]);
    else group.push(request);
  }
  return groups;
};

const duplicatesIn = (sends: Window): number => {
  const arrived = sends.filter(({ method, forwarded }) => forwarded && REPEATING.has(method));
  const keys = new Set(arrived.map(({ keySha256 }) => keySha256));
  const areTold = keys.size === 1 && !keys.has('');
  return areTold ? 0 : Math.max(0, arrived.length - 1);
};

/** Requests of different windows are never the same request: each run of a case means its own. */
export const trafficFigures = (windows: readonly Window[]): TrafficFigures => {
  const groups = windows.flatMap(sendsOf);
  return {
    retries: groups.reduce((sum, sends) => sum + sends.length - 1, 0),
    sendsPerRequestMax: groups.reduce((most, sends) => Math.max(most, sends.length), 0),
    duplicates: groups.reduce((sum, sends) => sum + duplicatesIn(sends), 0),
  };
};

const isFailed = ({ status, fault }: SeenRequest): boolean => status === null || status >= 500 || fault !== undefined;

/** Where a breaker had to be open, and what still came. */
export interface BreakerFigures {
  /** When the last failure came that it may wait for. */
  readonly openAtEpochMs: number;
  readonly requestsAfter: number;
}

/** @returns undefined when there never were so many failures in a row */
export const breakerFigures = (seen: Window, opensAfter: number): BreakerFigures | undefined => {
  let inARow = 0;
  for (const [at, request] of seen.entries()) {
    inARow = isFailed(request) ? inARow + 1 : 0;
    if (inARow >= opensAfter) return { openAtEpochMs: request.atEpochMs, requestsAfter: seen.length - at - 1 };
  }
  return undefined;
};
