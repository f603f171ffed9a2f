/** From requests of cases to the resilient client: limits and breakers of a suite, one budget for the whole shard. */
import type { SuiteDefinition } from '#core/suite';
import type { Writable } from '#core/writable';
import { rateLimiter } from '#engines/client/rate-limiter';
import type { RateLimiter } from '#engines/client/rate-limiter';
import { shareRates } from '#engines/client/rate-share';
import type { RateLimits } from '#engines/client/rate-share';
import { resilientClient } from '#engines/client/resilient-client';
import type { SendRules, Sent } from '#engines/client/resilient-client';
import type { ClientFigures } from '#engines/client/client-figures';
import type { SuitesToRun } from '#engines/functional/open-suite';
import type { EnginePorts } from '#engines/functional/ports';
import type { RequestSender, SendOutcome } from '#engines/functional/send-request';

export interface RequestSenders {
  readonly senderFor: (suite: SuiteDefinition) => RequestSender;
  readonly figures: () => ClientFigures;
}

/** Both limits, one after the other: a request has to wait for the later of them. */
const both = (one: RateLimiter | undefined, other: RateLimiter | undefined): RateLimiter | undefined => {
  if (one === undefined || other === undefined) return one ?? other;
  return {
    enter: (host, operation, signal) => {
      const first = one.enter(host, operation, signal);
      if (first === undefined) return other.enter(host, operation, signal);
      return first.then(async (waitedMs) => waitedMs + ((await other.enter(host, operation, signal)) ?? 0));
    },
  };
};

const ownLimits = ({ rate }: SuiteDefinition): RateLimits => ({
  ...(rate?.requestsPerSecond === undefined
    ? {}
    : {
        host: {
          requestsPerSecond: rate.requestsPerSecond,
          ...(rate.burst === undefined ? {} : { burst: rate.burst }),
        },
      }),
  ...(rate?.perOperation === undefined ? {} : { operation: rate.perOperation }),
});

const outcomeOf = ({ retries, response, failure, refusedByBreaker }: Sent): SendOutcome => {
  if (refusedByBreaker === undefined) return failure === undefined ? { retries, response } : { retries, failure };
  const until = new Date(refusedByBreaker.untilEpochMs).toISOString();
  const refused = `the circuit breaker of ${refusedByBreaker.endpoint} is open until ${until}: half or more of its last requests failed`;
  return { retries, refused };
};

export const requestSenders = (job: SuitesToRun, ports: EnginePorts): RequestSenders => {
  const place = { shard: job.shard, shards: Math.max(job.shards ?? 1, job.shard + 1) };
  const client = resilientClient(ports, place);
  const limiterOf = (limits: RateLimits): RateLimiter | undefined =>
    Object.keys(limits).length === 0 ? undefined : rateLimiter(ports.clock, shareRates(limits, place));
  const rps = job.environment.limits?.rps;
  // What the environment allows holds for all suites together, so they share one limiter (F3.1).
  const ofEnvironment = limiterOf(rps === undefined ? {} : { host: { requestsPerSecond: rps } });
  return {
    figures: () => client.figures(),
    senderFor: (suite) => {
      const limiter = both(ofEnvironment, limiterOf(ownLimits(suite)));
      return {
        send: (request, { operation: name, isExpected, retry, breaker = suite.breaker }, signal) => {
          const rules: Writable<SendRules> = { operation: name, isExpected };
          if (retry !== undefined) rules.retry = retry;
          if (breaker !== undefined) rules.breaker = breaker;
          if (limiter !== undefined) rules.limiter = limiter;
          return client.send(request, rules, signal).then(outcomeOf);
        },
      };
    },
  };
};
