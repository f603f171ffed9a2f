/** Compares what proxies saw with what an experiment expects of the system behind them. */
import type { Bounds, ProxyExpectation } from '#core/acts/disturb';
import type { CheckOutcome } from '#core/case-result';
import type { Observation, ProxyTraffic } from '#engines/resilience/experiment';
import { runsOf } from '#engines/resilience/experiment';
import { breakerFigures, trafficFigures } from '#engines/resilience/traffic';
import { NotJudged } from '#engines/resilience/run-experiment';

const boundsWords = ({ min, max }: Bounds): string => {
  if (min === undefined) return `at most ${String(max)}`;
  if (max === undefined) return `at least ${String(min)}`;
  return min === max ? String(min) : `${String(min)} to ${String(max)}`;
};

/** `what` is a noun: `requests under the faults`. */
export const withinBounds = (what: string, bounds: Bounds, got: number): CheckOutcome => {
  const words = boundsWords(bounds);
  const passed = got >= (bounds.min ?? Number.NEGATIVE_INFINITY) && got <= (bounds.max ?? Number.POSITIVE_INFINITY);
  return {
    check: `${what}: ${words}`,
    passed,
    expected: words,
    got,
    ...(passed ? {} : { message: `expected ${words} ${what}, got ${String(got)}` }),
  };
};

type Breaker = NonNullable<ProxyExpectation['breaker']>;

const opening = (name: string, wanted: Breaker, traffic: ProxyTraffic, observation: Observation): CheckOutcome => {
  const { opensAfter, probesMax = 0 } = wanted;
  const found = breakerFigures(traffic.seen, opensAfter);
  if (found === undefined) {
    throw new NotJudged(
      `expected ${String(opensAfter)} failed requests in a row at proxy ${name} to judge its breaker, got fewer in ${String(traffic.seen.length)} requests`,
      'faults',
    );
  }
  // A run of the same millisecond may be the one whose request opened the breaker.
  const runsAfter = runsOf(observation, 'faults').filter(
    ({ startedAtEpochMs, isBeside }) => isBeside !== true && startedAtEpochMs > found.openAtEpochMs,
  ).length;
  if (runsAfter <= probesMax) {
    throw new NotJudged(
      `expected more than ${String(probesMax)} runs of cases after the breaker at proxy ${name} had to be open, got ${String(runsAfter)}: more rounds are needed`,
      'faults',
    );
  }
  const what = `requests at proxy ${name} after ${String(opensAfter)} failures in a row`;
  return withinBounds(what, { max: probesMax }, found.requestsAfter);
};

const closing = (
  name: string,
  limitMs: number,
  { firstAfterEpochMs }: ProxyTraffic,
  removedAtMs: number,
): CheckOutcome => {
  const afterMs = firstAfterEpochMs === undefined ? undefined : Math.max(0, firstAfterEpochMs - removedAtMs);
  const passed = afterMs !== undefined && afterMs <= limitMs;
  const got = afterMs === undefined ? 'none' : `the first after ${String(afterMs)} ms`;
  return {
    check: `requests at proxy ${name} begin again within ${String(limitMs)} ms after the faults`,
    passed,
    expected: limitMs,
    got: afterMs ?? null,
    ...(passed
      ? {}
      : { message: `expected requests at proxy ${name} within ${String(limitMs)} ms after the faults, got ${got}` }),
  };
};

/**
 * @param recoveryMsMax limit of what has none of its own
 * @throws NotJudged when there was too little traffic to tell whether a breaker opened
 */
export const judgeTraffic = (
  name: string,
  wanted: ProxyExpectation,
  observation: Observation,
  recoveryMsMax: number,
): readonly CheckOutcome[] => {
  const traffic = observation.proxies.get(name);
  if (traffic === undefined) throw new TypeError(`expected a proxy of the experiment, got ${name}`);
  const { connections: _, ...ofRequests } = wanted;
  if (traffic.unseen > 0 && Object.keys(ofRequests).length > 0) {
    const kept = String(traffic.seen.length);
    throw new NotJudged(
      `expected few enough requests at proxy ${name} to keep them all, got ${String(traffic.unseen)} beyond ${kept}`,
      'faults',
    );
  }
  const { retries, sendsPerRequestMax, duplicates } = trafficFigures(traffic.windows);
  const at = `at proxy ${name} under the faults`;
  const checks: CheckOutcome[] = [];
  if (wanted.requests !== undefined) checks.push(withinBounds(`requests ${at}`, wanted.requests, traffic.seen.length));
  if (wanted.connections !== undefined)
    checks.push(withinBounds(`connections ${at}`, wanted.connections, traffic.connections));
  if (wanted.retries !== undefined) checks.push(withinBounds(`retries ${at}`, wanted.retries, retries));
  if (wanted.sendsPerRequestMax !== undefined)
    checks.push(withinBounds(`sends of one request ${at}`, { max: wanted.sendsPerRequestMax }, sendsPerRequestMax));
  if (wanted.duplicatesMax !== undefined)
    checks.push(
      withinBounds(
        `repeated effects without the same idempotency key ${at}`,
        { max: wanted.duplicatesMax },
        duplicates,
      ),
    );
  if (wanted.breaker !== undefined) {
    checks.push(opening(name, wanted.breaker, traffic, observation));
    const limitMs = wanted.breaker.closesWithinMs ?? recoveryMsMax;
    checks.push(closing(name, limitMs, traffic, observation.phases.faults?.endedAtEpochMs ?? 0));
  }
  return checks;
};
