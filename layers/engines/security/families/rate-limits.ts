/** The documented rate limit, and those of tiers (row 27): found within 10 %, told to callers, and over when they say so. */
import type { ScanRateLimit } from '#core/acts/scan';
import type { Operation } from '#engines/contract/model';
import { headerOf, type Answer } from '#engines/security/answer';
import { ANONYMOUS, type Actor } from '#engines/security/call';
import type { Family, Scan } from '#engines/security/family';
import { isWithin, seekLimit, type LimitSeen, type LimitSought } from '#engines/security/limit-probe';
import type { CheckId } from '#engines/security/registry';
import { isReading } from '#engines/security/session';

const WAIT_SECONDS_MAX = 65;

/** The narrower of the two where both are stated. */
export const soughtOf = ({
  requestsPerSecond,
  requestsPerMinute,
  waitSecondsMax = WAIT_SECONDS_MAX,
}: Pick<ScanRateLimit, 'requestsPerSecond' | 'requestsPerMinute' | 'waitSecondsMax'>): LimitSought | undefined => {
  const waitMsMax = waitSecondsMax * 1000;
  if (requestsPerSecond !== undefined) return { limit: requestsPerSecond, windowMs: 1000, waitMsMax };
  return requestsPerMinute === undefined ? undefined : { limit: requestsPerMinute, windowMs: 60_000, waitMsMax };
};

const LIMIT_HEADERS = ['ratelimit', 'ratelimit-limit', 'ratelimit-policy', 'x-ratelimit-limit', 'x-rate-limit-limit'];

const toldLimit = (answer: Answer): string | undefined =>
  LIMIT_HEADERS.map((name) => headerOf(answer.headers, name)).find((value) => value !== undefined);

/** What a caller is not told, or told wrongly; undefined where all is well. */
const headerProblem = ({ refusal, ordinary, refusedAfterWait }: LimitSeen): string | undefined => {
  if (refusal === undefined) return undefined;
  const wait = headerOf(refusal.headers, 'retry-after');
  if (wait === undefined) return 'expected Retry-After with 429, got none';
  if (refusedAfterWait === true) return `expected a request to be taken after Retry-After: ${wait}, got 429 again`;
  return toldLimit(refusal) === undefined && (ordinary === undefined || toldLimit(ordinary) === undefined)
    ? 'expected RateLimit or X-RateLimit headers, got none'
    : undefined;
};

export interface LimitQuestion {
  readonly check: CheckId;
  readonly operation: Operation;
  readonly actor: Actor;
  readonly sought: LimitSought;
  readonly part?: string;
}

const judgeFigure = (scan: Scan, { check, operation, sought, part }: LimitQuestion, seen: LimitSeen): void => {
  const where = part === undefined ? {} : { part };
  const window = sought.windowMs === 1000 ? 'a second' : 'a minute';
  const { passed, unrefused, refusal, ordinary } = seen;
  const exchange = refusal?.exchange ?? ordinary?.exchange;
  const tell = (got: string): void => {
    scan.found(check, {
      operation: operation.id,
      ...where,
      message: `expected ${String(sought.limit)} requests ${window} and 429 beyond, got ${got}`,
      ...(exchange === undefined ? {} : { exchange }),
    });
  };
  if (seen.unknown !== undefined) scan.skip(check, operation.id, seen.unknown, part);
  else if (unrefused !== undefined) tell(`${String(unrefused)} without a refusal`);
  else if (passed !== undefined && !isWithin(passed, sought.limit)) tell(`429 after ${String(passed)}`);
  else scan.clear(check, operation.id, part);
};

/** Sends up to six times the limit, at most what the scan has left. */
export const askLimit = async (scan: Scan, question: LimitQuestion): Promise<void> => {
  const { operation, actor, sought, part } = question;
  const call = await scan.bench.callFor(operation, actor);
  const { clock, signal } = scan.context;
  const seen = await seekLimit({ sender: scan.sender, clock, signal }, scan.requestFor(call, actor), sought);
  judgeFigure(scan, question, seen);
  if (!scan.wants('rate-limit-headers')) return;
  const problem = headerProblem(seen);
  if (seen.refusal === undefined) scan.skip('rate-limit-headers', operation.id, 'no request was refused', part);
  else if (problem === undefined) scan.clear('rate-limit-headers', operation.id, part);
  else
    scan.found('rate-limit-headers', {
      operation: operation.id,
      ...(part === undefined ? {} : { part }),
      message: problem,
      exchange: seen.refusal.exchange,
    });
};

const firstReading = async (scan: Scan, actor: Actor | undefined): Promise<Operation | undefined> => {
  for (const operation of scan.operations.filter(({ method }) => method === 'GET')) {
    const working =
      actor === undefined ? await scan.bench.working(operation) : await scan.bench.workingAs(operation, actor);
    if (working !== undefined) return operation;
  }
  return undefined;
};

export const rateLimit: Family = {
  scope: 'api',
  checks: ['rate-limit', 'rate-limit-headers'],
  run: async (scan) => {
    const { rateLimit: stated } = scan.definition;
    if (stated === undefined || !scan.wants('rate-limit')) return;
    const sought = soughtOf(stated);
    const named = stated.identity === undefined ? undefined : scan.actors.find(({ name }) => name === stated.identity);
    const operation =
      stated.operation === undefined ? await firstReading(scan, named) : scan.contract.operation(stated.operation);
    if (sought === undefined || operation === undefined || !isReading(operation)) {
      scan.skip(
        'rate-limit',
        undefined,
        sought === undefined
          ? 'expected rateLimit to state requestsPerSecond or requestsPerMinute'
          : 'no reading operation to count on: give rateLimit.operation',
      );
      return;
    }
    const actor = named ?? (await scan.bench.working(operation))?.actor ?? ANONYMOUS;
    await askLimit(scan, { check: 'rate-limit', operation, actor, sought });
  },
};
