/** Shadow comparison (C5.2): the same requests go to two targets, and a client of the first has to get along with the second. */
import {
  COMPARE_CLASSES,
  COMPARE_REQUESTS_DEFAULT,
  type CompareClass,
  type CompareDefinition,
} from '#core/acts/compare';
import type { CaseWarning, CheckOutcome } from '#core/case-result';
import { classedDifferences, type ClassedDifference } from '#engines/contract/compare/classify';
import { LatencyPair } from '#engines/contract/compare/latency';
import { isSafeMethod, requestGroups, type RequestGroup } from '#engines/contract/compare/make-requests';
import { openContract } from '#engines/contract/open-contract';
import type { Exchange, Probe, ProbeContext, ProbeReport, ProbeRequest } from '#engines/probe/probe';

const FAILING: readonly CompareClass[] = ['breaking', 'value', 'latency'];
/** Differences that a check names, and that the details list. */
const NAMED_MAX = 10;
const LISTED_MAX = 200;

const HELD: { readonly [kind in CompareClass]: string } = {
  breaking: 'nothing that a client relies on is gone or of another kind',
  value: 'values are the same',
  compatible: 'nothing was added',
  latency: 'the candidate is not slower',
};

/** What one group of requests has shown so far. */
interface Tally {
  readonly differences: Map<string, ClassedDifference & { count: number }>;
  readonly latency: LatencyPair;
  exchange: Exchange | undefined;
  pairs: number;
  requests: number;
  errors: number;
  /** Why the stable target could not be compared with. */
  failure: string | undefined;
}

const tallyOf = (): Tally => ({
  differences: new Map(),
  latency: new LatencyPair(),
  exchange: undefined,
  pairs: 0,
  requests: 0,
  errors: 0,
  failure: undefined,
});

const note = (tally: Tally, difference: ClassedDifference, exchange: Exchange): void => {
  // The same field of every element of a list, and of every request, is one difference.
  const key = JSON.stringify([difference.class, difference.path.replaceAll(/\/\d+(?=\/|$)/gu, '/*')]);
  const known = tally.differences.get(key);
  if (known === undefined) tally.differences.set(key, { ...difference, count: 1 });
  else known.count += 1;
  tally.exchange ??= exchange;
};

const NO_ANSWER = 'an answer';

const compareOnce = (tally: Tally, definition: CompareDefinition, stable: Exchange, candidate: Exchange): void => {
  tally.requests += 2;
  tally.errors += [stable, candidate].filter(({ response }) => response === undefined).length;
  if (stable.response === undefined) {
    tally.failure ??= `expected ${NO_ANSWER} of the stable target, got none (${stable.failure?.message ?? 'no reason given'})`;
    return;
  }
  tally.pairs += 1;
  if (candidate.response === undefined) {
    const got = `none (${candidate.failure?.message ?? 'no reason given'})`;
    const message = `expected ${NO_ANSWER} of the candidate, got ${got}`;
    note(
      tally,
      { class: 'breaking', path: 'status', old: String(stable.response.status), new: got, message },
      candidate,
    );
    return;
  }
  tally.latency.record(stable.durationMs, candidate.durationMs);
  for (const one of classedDifferences(stable.response, candidate.response, definition)) note(tally, one, candidate);
};

const latencyOutcome = (
  tally: Tally,
  { latency }: CompareDefinition,
): { readonly check?: CheckOutcome; readonly warning?: string } => {
  if (latency === undefined || tally.pairs === 0) return {};
  const judged = tally.latency.judge(latency);
  if ('unclear' in judged) return { warning: `latency was not judged: ${judged.unclear}` };
  const { expected, got, isSlow } = judged;
  const check = HELD.latency;
  if (!isSlow) return { check: { check, passed: true } };
  return {
    check: { check, passed: false, expected, got, path: 'latency', message: `expected ${expected}, got ${got}` },
  };
};

const classOutcome = (kind: CompareClass, tally: Tally): CheckOutcome => {
  const found = [...tally.differences.values()].filter((one) => one.class === kind);
  const [first] = found;
  if (first === undefined) return { check: HELD[kind], passed: true };
  const named = found
    .slice(0, NAMED_MAX)
    .map(({ message, count }) => (count > 1 ? `${message} (${String(count)} times)` : message));
  const more = found.length > named.length ? ` and ${String(found.length - named.length)} more` : '';
  return {
    check: HELD[kind],
    passed: false,
    expected: first.old,
    got: first.new,
    path: first.path,
    message: `${named.join('; ')}${more}`,
  };
};

const reportOf = (
  group: RequestGroup,
  tally: Tally,
  definition: CompareDefinition,
  context: ProbeContext,
): ProbeReport => {
  const failing = new Set(definition.fail ?? FAILING);
  const latency = latencyOutcome(tally, definition);
  const outcomes = COMPARE_CLASSES.flatMap((kind) => {
    const check = kind === 'latency' ? latency.check : classOutcome(kind, tally);
    return check === undefined ? [] : [{ kind, check }];
  }).map(({ kind, check }) => ({ kind, check: { ...check, ...masked(check, context) } }));
  const warnings: CaseWarning[] = [
    ...outcomes
      .filter(({ kind, check }) => !check.passed && !failing.has(kind))
      .map(({ kind, check }) => ({ kind: `compare-${kind}`, message: `${check.check}: ${check.message ?? ''}` })),
    ...(latency.warning === undefined ? [] : [{ kind: 'compare-latency', message: latency.warning }]),
  ];
  const differences = [...tally.differences.values()].slice(0, LISTED_MAX);
  const details = {
    against: definition.stable ?? 'default',
    candidate: definition.candidate,
    counts: Object.fromEntries(
      COMPARE_CLASSES.map((kind) => [kind, [...tally.differences.values()].filter((one) => one.class === kind).length]),
    ),
    differences: differences.map((one) => ({
      ...one,
      old: context.mask(one.old),
      new: context.mask(one.new),
      message: context.mask(one.message),
    })),
    latency: tally.latency.figures(),
  };
  return {
    part: { name: group.name },
    checks:
      tally.pairs === 0
        ? []
        : outcomes.map(({ kind, check }) => (failing.has(kind) ? check : { ...check, warn: true })),
    requests: tally.requests,
    requestErrors: tally.errors,
    details: { differences: details },
    ...(warnings.length === 0 ? {} : { warnings }),
    ...(tally.exchange === undefined ? {} : { exchange: tally.exchange }),
    ...(tally.failure === undefined ? {} : { failure: { type: 'connection', phase: 'wait', message: tally.failure } }),
    ...(tally.requests === 0 ? { skipped: 'the budget of requests was spent before' } : {}),
  };
};

const masked = ({ message, expected, got }: CheckOutcome, { mask }: ProbeContext): Partial<CheckOutcome> => ({
  ...(message === undefined ? {} : { message: mask(message) }),
  ...(typeof expected === 'string' ? { expected: mask(expected) } : {}),
  ...(typeof got === 'string' ? { got: mask(got) } : {}),
});

/** Who is asked first takes turns: a cache that both share must not make one of them look quick. */
const sendBoth = async (
  context: ProbeContext,
  definition: CompareDefinition,
  request: ProbeRequest,
  turn: number,
): Promise<readonly [Exchange, Exchange]> => {
  const stableRequest = definition.stable === undefined ? request : { ...request, target: definition.stable };
  const candidateRequest = { ...request, target: definition.candidate };
  if (turn % 2 === 0) {
    const stable = await context.send(stableRequest);
    return [stable, await context.send(candidateRequest)];
  }
  const candidate = await context.send(candidateRequest);
  return [await context.send(stableRequest), candidate];
};

/** Operations that nothing could be sent to are told with the first report. */
const withUnmade = (report: ProbeReport, groups: readonly RequestGroup[]): ProbeReport => {
  const unmade = groups.filter(({ requests }) => requests.length === 0).map(({ name }) => name);
  if (unmade.length === 0) return report;
  const message = `no request could be made for ${unmade.slice(0, 20).join(', ')}${unmade.length > 20 ? ' and more' : ''}`;
  return { ...report, warnings: [...(report.warnings ?? []), { kind: 'compare', message }] };
};

const refused = (message: string): ProbeReport => ({
  checks: [],
  requests: 0,
  requestErrors: 0,
  failure: { type: 'setup', phase: 'check', message },
});

/**
 * The act `compare`: one report for each operation, or for each request that the suite names.
 *
 * @throws TypeError for a target or document that is not there; what aborted the signal
 */
export const compare: Probe<CompareDefinition> = async (definition, context, tell) => {
  const { candidate, stable, methods = 'safe', repeat = 1, requestsMax = COMPARE_REQUESTS_DEFAULT } = definition;
  if (context.targetUrl(candidate).href === context.targetUrl(stable).href) {
    tell(refused(`expected two targets, got the same address twice: ${context.targetUrl(candidate).href}`));
    return;
  }
  const contract = definition.requests === undefined ? openContract(context.document(definition.document)) : undefined;
  const groups = requestGroups(definition, contract, context.seed);
  const unsafe = groups.flatMap(({ requests }) => requests).find(({ method }) => !isSafeMethod(method));
  if (methods === 'safe' && unsafe !== undefined) {
    tell(
      refused(
        `expected safe methods (GET, HEAD, OPTIONS), got ${unsafe.method} ${unsafe.path}: methods: all allows it`,
      ),
    );
    return;
  }
  const made = groups.filter(({ requests }) => requests.length > 0);
  if (made.length === 0)
    tell(refused('expected requests to compare, got none: no operation was chosen, or none could be made'));
  let sent = 0;
  for (const group of made) {
    const tally = tallyOf();
    for (let round = 0; round < repeat; round += 1)
      for (const request of group.requests) {
        if (sent >= requestsMax) break;
        const [before, after] = await sendBoth(context, definition, request, sent);
        sent += 1;
        compareOnce(tally, definition, before, after);
      }
    const report = reportOf(group, tally, definition, context);
    tell(group === made[0] ? withUnmade(report, groups) : report);
  }
};
