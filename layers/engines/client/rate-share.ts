export interface RateLimit {
  /** More than 0; fractions are fine. */
  readonly requestsPerSecond: number;
  /** Requests that may go at once after a quiet time, 1 or more; 1 when absent. */
  readonly burst?: number;
}

/** Times in which one shard may send: `lengthMs` long, every `everyMs`, first at `startMs`, all counted from the epoch. */
export interface Turns {
  readonly everyMs: number;
  readonly startMs: number;
  readonly lengthMs: number;
}

/** One shard's part of a rate limit. */
export interface RateShare {
  readonly requestsPerSecond: number;
  /** Whole requests, 1 or more. */
  readonly burst: number;
  /** Set when there is less than one request of burst for each shard and too little rate to pay for it. */
  readonly turns?: Turns;
}

export interface RateLimits {
  readonly host?: RateLimit;
  readonly operation?: RateLimit;
}

export interface RateShares {
  readonly host?: RateShare;
  readonly operation?: RateShare;
}

export interface ShardPlace {
  /** From 0. */
  readonly shard: number;
  readonly shards: number;
}

/** From this many requests a second and shard on, the burst that is missing is taken from the rate: at most a tenth of it. */
const RATE_PAYS_FROM = 10;
/** A turn is long enough to earn this many requests ... */
const REQUESTS_PER_TURN = 4;
/** ... and at least this long, so that clocks a few milliseconds apart do not matter. */
const TURN_MS_MIN = 200;
/** Takes away what adding up rounded fractions of a rate could give too much. */
const ROUNDING = 1 - 1e-12;

const checkedLimit = ({ requestsPerSecond, burst = 1 }: RateLimit): Required<RateLimit> => {
  if (!(requestsPerSecond > 0 && Number.isFinite(requestsPerSecond)))
    throw new RangeError(`requestsPerSecond must be more than 0, got ${String(requestsPerSecond)}`);
  if (!(burst >= 1 && Number.isFinite(burst))) throw new RangeError(`burst must be 1 or more, got ${String(burst)}`);
  return { requestsPerSecond, burst: Math.floor(burst) };
};

const checkPlace = ({ shard, shards }: ShardPlace): void => {
  if (!Number.isInteger(shards) || shards < 1)
    throw new RangeError(`shards must be a whole number from 1, got ${String(shards)}`);
  if (!Number.isInteger(shard) || shard < 0 || shard >= shards)
    throw new RangeError(`shard must be 0 to ${String(shards - 1)}, got ${String(shard)}`);
};

/** Cuts whole things so that the parts add up to the total and differ by at most one. */
export const wholeShare = (total: number, { shard, shards }: ShardPlace): number =>
  Math.floor(total / shards) + (shard < total % shards ? 1 : 0);

const fraction = (total: number, shards: number): number =>
  shards === 1 || total % shards === 0 ? total / shards : (total / shards) * ROUNDING;

const needsTurns = ({ requestsPerSecond, burst }: Required<RateLimit>, shards: number): boolean =>
  burst < shards && requestsPerSecond < RATE_PAYS_FROM * shards;

const shareOf = (limit: Required<RateLimit>, place: ShardPlace, turnMs: number): RateShare => {
  const { requestsPerSecond, burst } = limit;
  const { shard, shards } = place;
  if (burst >= shards)
    return { requestsPerSecond: fraction(requestsPerSecond, shards), burst: wholeShare(burst, place) };
  if (!needsTurns(limit, shards))
    return { requestsPerSecond: fraction(requestsPerSecond + burst - shards, shards), burst: 1 };
  return { ...limit, turns: { everyMs: turnMs * shards, startMs: turnMs * shard, lengthMs: turnMs } };
};

/**
 * One shard's part of the limits of a suite: over any second, all shards together send at most `requestsPerSecond + burst` requests, to
 * a host and to an operation, without talking to each other.
 *
 * A shard whose bucket can hold no request could send none, so each has room for at least one. Where the burst does not reach for all
 * shards, the rest is taken from the rate; where that would take more than a tenth of it (fewer than 10 requests a second and
 * shard), the shards take turns by the clock: in its turn a shard has the whole rate, begins with nothing and earns as it goes,
 * and what it did not use is lost. Turns of both limits fall together.
 *
 * @throws RangeError for a rate that is not more than 0, a burst below 1, and a shard that is not 0 to shards - 1
 */
export const shareRates = (limits: RateLimits, place: ShardPlace): RateShares => {
  checkPlace(place);
  const host = limits.host === undefined ? undefined : checkedLimit(limits.host);
  const operation = limits.operation === undefined ? undefined : checkedLimit(limits.operation);
  const slowest = [host, operation]
    .filter((limit) => limit !== undefined && needsTurns(limit, place.shards))
    .map((limit) => limit?.requestsPerSecond ?? Number.POSITIVE_INFINITY);
  const turnMs = Math.max(TURN_MS_MIN, Math.ceil((REQUESTS_PER_TURN * 1000) / Math.min(...slowest)));
  return {
    ...(host === undefined ? {} : { host: shareOf(host, place, turnMs) }),
    ...(operation === undefined ? {} : { operation: shareOf(operation, place, turnMs) }),
  };
};
