import type { CaseWarning, CheckOutcome, Try, TryFailure } from '#core/case-result';
import type { CaseDefinition } from '#core/suite';
import { SubstitutionError } from '#core/template';
import type { SubstituteOptions } from '#core/template';
import type { Json } from '#core/units';
import type { HttpResponse } from '#ports/http';
import { HttpFailure } from '#engines/http/http-failure';
import { answerOf } from '#engines/functional/answer';
import type { Answer } from '#engines/functional/answer';
import { buildRequest } from '#engines/functional/build-request';
import type { BuiltRequest } from '#engines/functional/build-request';
import { captureValue } from '#engines/functional/captures';
import { evaluateCheck } from '#engines/functional/checks';
import type { JudgedCheck } from '#engines/functional/checks';
import { curlLine } from '#engines/functional/curl-line';
import { recordCheck, recordMessage, recordRequest, recordResponse } from '#engines/functional/record';
import { SecretError } from '#engines/functional/secret-vault';
import { TIMEOUT_MS_DEFAULT } from '#engines/functional/suite-context';
import type { SuiteContext } from '#engines/functional/suite-context';
import { CONTEXT_BYTES_MAX, CONTEXT_BYTES_WARN } from '#engines/functional/variables';

/** Bytes of a body that checks and captures see; what comes beyond is counted and cut off. */
export const BODY_BYTES_MAX = 5 * 1024 * 1024;

export interface TryOutcome {
  readonly record: Try;
  readonly warnings: readonly CaseWarning[];
  /** True when the same request would be refused again: running the case once more is of no use. */
  readonly final: boolean;
  /** Set when the environment did not have what the case needs, so that it said nothing about the API under test: what was missing. */
  readonly unmet?: string;
}

const headersOfTry = ({ ports, traceId }: SuiteContext): { readonly [name: string]: string } => ({
  accept: '*/*',
  'accept-encoding': 'gzip, deflate, br',
  'user-agent': 'assay',
  // W3C Trace Context, level 1: the trace of the run, a span of its own for each try, sampled.
  traceparent: `00-${traceId}-${Buffer.from(ports.random.bytes(8)).toString('hex')}-01`,
});

const timeoutOf = (item: CaseDefinition, { suite }: SuiteContext): number =>
  Math.min(
    item.request.timeoutMs ?? suite.defaults?.timeoutMs ?? TIMEOUT_MS_DEFAULT,
    item.timeoutMs ?? Number.POSITIVE_INFINITY,
  );

const sentText = ({ url, headers, body }: BuiltRequest): string =>
  [url.href, ...headers.map(([name, value]) => `${name}: ${value}`), body ?? ''].join('\n');

const send = async (
  item: CaseDefinition,
  request: BuiltRequest,
  used: ReadonlySet<string>,
  context: SuiteContext,
): Promise<HttpResponse> => {
  const secretHosts = context.vault.guard(used, request.url, sentText(request));
  return context.ports.http.send(
    {
      method: request.method,
      url: request.url.href,
      headers: request.headers,
      timeoutMs: timeoutOf(item, context),
      followRedirects: item.request.followRedirects ?? false,
      bodyBytesMax: BODY_BYTES_MAX,
      ...(request.body === undefined ? {} : { body: new TextEncoder().encode(request.body) }),
      ...(secretHosts === undefined ? {} : { secretHosts }),
    },
    context.signal,
  );
};

interface Judgement {
  /** As they are kept. */
  readonly checks: readonly CheckOutcome[];
  readonly failure?: TryFailure;
  readonly warnings: readonly CaseWarning[];
}

const captureAll = (item: CaseDefinition, answer: Answer): { values: Map<string, Json>; problems: string[] } => {
  const values = new Map<string, Json>();
  const problems: string[] = [];
  for (const [name, capture] of Object.entries(item.captures ?? {})) {
    const captured = captureValue(capture, answer);
    if ('value' in captured) values.set(name, captured.value);
    else problems.push(`"${name}" could not be captured: ${captured.problem}`);
  }
  return { values, problems };
};

/** @param recorded the same checks as they are kept: the sentence of the failure holds no more of an answer than they do */
const failureOf = (
  checks: readonly JudgedCheck[],
  recorded: readonly CheckOutcome[],
  captureProblems: readonly string[],
): TryFailure | undefined => {
  const failed = checks.filter((check) => !check.passed);
  const first = recorded.find((check) => !check.passed);
  if (first !== undefined) {
    const others = failed.length > 1 ? ` (and ${String(failed.length - 1)} more)` : '';
    const type = failed.find((check) => check.failureType !== undefined)?.failureType ?? 'assertion';
    return { type, phase: 'check', message: `${first.message ?? `${first.check} did not hold`}${others}` };
  }
  return captureProblems.length === 0
    ? undefined
    : { type: 'assertion', phase: 'capture', message: captureProblems.join('; ') };
};

const keepCaptures = (
  item: CaseDefinition,
  values: ReadonlyMap<string, Json>,
  context: SuiteContext,
): { failure?: TryFailure; warnings: CaseWarning[] } => {
  try {
    const bytes = context.variables.keep(values, item.token === true);
    for (const [name, value] of values)
      if (item.token === true && typeof value === 'string') context.tokens.push({ name, value });
    const message = `captured values take ${String(bytes)} of ${String(CONTEXT_BYTES_MAX)} bytes`;
    return { warnings: bytes > CONTEXT_BYTES_WARN ? [{ kind: 'context-size', message }] : [] };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { failure: { type: 'setup', phase: 'capture', message: error.message }, warnings: [] };
  }
};

/** Captures first, so that expected values can use them; captured values reach other cases only when everything held. */
const judge = (
  item: CaseDefinition,
  answer: Answer,
  lookup: SubstituteOptions['lookup'],
  context: SuiteContext,
): Judgement => {
  const { values, problems } = captureAll(item, answer);
  const options: SubstituteOptions = { lookup: (name) => values.get(name) ?? lookup(name) };
  const checks = item.checks.flatMap((check) => evaluateCheck(check, answer, options));
  const recorded = checks.map((check) => recordCheck(check, context.ports.masker, context.environment.capture));
  const failure = failureOf(checks, recorded, problems);
  if (failure !== undefined) return { checks: recorded, failure, warnings: [] };
  return { checks: recorded, ...keepCaptures(item, values, context) };
};

const setupFailure = (error: unknown): TryFailure => {
  if (error instanceof HttpFailure) return { type: error.type, phase: error.phase, message: error.message };
  if (error instanceof SecretError) return { type: error.type, phase: 'substitute', message: error.message };
  if (error instanceof SubstitutionError)
    return { type: 'setup', phase: 'substitute', message: `${error.message} (at ${error.pointer})` };
  return {
    type: 'setup',
    phase: 'send',
    message: error instanceof Error ? error.message : 'the request could not be made',
  };
};

const isFinal = (failure: TryFailure): boolean => failure.type === 'refused_target' || failure.phase === 'substitute';

/**
 * Runs a case once. An API that fails is data: everything that can go wrong with request, target or answer is told in the record.
 *
 * @param number 1 for the first try
 * @throws only what aborted the signal
 */
export const runTry = async (item: CaseDefinition, number: number, context: SuiteContext): Promise<TryOutcome> => {
  const { ports, vault, environment } = context;
  const { masker, clock } = ports;
  const startedAtEpochMs = clock.nowMs();
  const used = new Set<string>();
  const lookup = context.variables.lookupFor(item.id, (name) => used.add(name));
  let request: BuiltRequest | undefined;
  const finish = (verdict: Try['verdict'], rest: Partial<Try>): Try => ({
    try: number,
    startedAtEpochMs,
    durationMs: Math.max(0, clock.nowMs() - startedAtEpochMs),
    verdict,
    checks: [],
    ...(request === undefined
      ? {}
      : {
          request: recordRequest(request, masker, environment.capture),
          curl: curlLine(request, masker, [...vault.known(), ...context.tokens]),
        }),
    ...rest,
  });
  try {
    await vault.load(
      context.variables.secretsIn([
        item.request,
        item.checks,
        context.suite.defaults?.headers ?? {},
      ] as unknown as Json),
      context.signal,
    );
    request = buildRequest(item, context.suite, environment, { lookup }, headersOfTry(context));
    const response = await send(item, request, new Set(used), context);
    const answer = answerOf(response);
    const { checks, failure, warnings } = judge(item, answer, lookup, context);
    const record = finish(failure === undefined ? 'passed' : 'failed', {
      response: recordResponse(response, answer.text, masker, environment.capture),
      checks,
      ...(failure === undefined ? {} : { failure: { ...failure, message: recordMessage(failure.message, masker) } }),
    });
    return { record, warnings, final: failure === undefined };
  } catch (error) {
    if (context.signal.aborted) throw error;
    const failure = setupFailure(error);
    return {
      record: finish('errored', { failure: { ...failure, message: recordMessage(failure.message, masker) } }),
      warnings: [],
      final: isFinal(failure),
      ...(error instanceof SecretError && error.type === 'setup' ? { unmet: failure.message } : {}),
    };
  }
};
