import type { CaseWarning, Retry, SkipReason, Try, TryFailure } from '#core/case-result';
import type { Masker } from '#core/masking';
import type { Writable } from '#core/writable';
import { sentenceOf } from '#core/case-summary';
import { sizeText } from '#core/size-text';
import type { CaseDefinition } from '#core/suite';
import type { SubstituteOptions } from '#core/template';
import type { Json } from '#core/units';
import { act } from '#engines/functional/act';
import type { Acted } from '#engines/functional/act';
import { answerOf } from '#engines/functional/answer';
import { recordCreated } from '#engines/functional/created-resources';
import { withContract } from '#engines/functional/contract-check';
import { curlLine } from '#engines/functional/curl-line';
import { judgeAnswer } from '#engines/functional/judge-answer';
import type { Judgement } from '#engines/functional/judge-answer';
import { recordCaptured } from '#engines/functional/record-captured';
import { recordCheck, recordMessage, recordRequest, recordResponse } from '#engines/functional/record';
import { SecretError } from '#engines/functional/secret-vault';
import { optionsFor, runSetup, runTeardown } from '#engines/functional/steps';
import type { CaseContext } from '#engines/functional/suite-context';
import { caseTimer } from '#engines/functional/case-timer';
import { CONTEXT_BYTES_MAX, CONTEXT_BYTES_WARN } from '#engines/functional/variables';
import { isTokenCase } from '#core/dependency-graph';

export interface TryOutcome {
  readonly record: Try;
  readonly warnings: readonly CaseWarning[];
  /** True when the same request would be refused again: running the case once more is of no use. */
  readonly final: boolean;
  /** Why nothing was sent although the case could have been: it is skipped. */
  readonly skipped?: SkipReason;
}

const keepCaptures = (
  item: CaseDefinition,
  values: ReadonlyMap<string, Json>,
  context: CaseContext,
): { failure?: TryFailure; warnings: CaseWarning[] } => {
  if (values.size === 0) return { warnings: [] };
  const isToken = item.token !== undefined && item.token !== false;
  try {
    const bytes = context.scope.keep(values, isToken);
    for (const [name, value] of values)
      if (isToken && typeof value === 'string') context.tokenValues.push({ name, value });
    const message = `captured values take ${sizeText(bytes)} of ${sizeText(CONTEXT_BYTES_MAX)}`;
    return { warnings: bytes > CONTEXT_BYTES_WARN ? [{ kind: 'context-size', message }] : [] };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { failure: { type: 'setup', phase: 'capture', message: error.message }, warnings: [] };
  }
};

const secretsOfChecks = (item: CaseDefinition, context: CaseContext): ReadonlySet<string> => {
  if (context.vault.names.size === 0) return context.vault.names;
  return context.scope.secretsIn([
    item.checks,
    item.poll?.until ?? [],
    item.publish ?? {},
    item.creates ?? [],
  ] as unknown as Json);
};

interface Done {
  readonly acted?: Acted;
  readonly judgement?: Judgement;
  readonly failure?: TryFailure;
  /** What the environment lacks. */
  readonly unmet?: string;
  readonly warnings: readonly CaseWarning[];
}

/** A resource is there as soon as the answer says so, whatever the checks think of the answer. */
const writeDown = async (
  item: CaseDefinition,
  acted: Acted,
  values: ReadonlyMap<string, Json>,
  options: SubstituteOptions,
  context: CaseContext,
): Promise<CaseWarning[]> => {
  const status = acted.answer?.status ?? 0;
  if (item.creates === undefined || status < 200 || status > 299) return [];
  const own: SubstituteOptions = { ...options, lookup: (name) => values.get(name) ?? options.lookup(name) };
  const problems = await recordCreated(item.creates, item.id, context, own);
  return problems.map((message) => ({ kind: 'left-behind', message: context.ports.masker.maskText(message) }));
};

const perform = async (item: CaseDefinition, context: CaseContext): Promise<Done> => {
  const setupFailure = item.setup === undefined ? undefined : await runSetup(item, context);
  if (setupFailure !== undefined) return { failure: setupFailure, warnings: [] };
  const secrets = secretsOfChecks(item, context);
  if (secrets.size > 0) await context.vault.load(secrets, context.signal);
  const options = optionsFor(item.id, context);
  const acted = await act(item, options, context);
  if (acted.answer === undefined)
    return acted.failure === undefined ? { acted, warnings: [] } : { acted, warnings: [], failure: acted.failure };
  const nowMs = context.ports.clock.nowMs();
  const judged = judgeAnswer(item, acted.answer, options, nowMs);
  const judgement = context.contract === undefined ? judged : withContract(judged, acted, context.contract);
  let { warnings } = judgement;
  if (item.creates !== undefined)
    warnings = [...warnings, ...(await writeDown(item, acted, judgement.values, options, context))];
  const failure = acted.failure ?? judgement.failure;
  if (failure !== undefined) return { acted, judgement, failure, warnings };
  const kept = keepCaptures(item, judgement.values, context);
  if (isTokenCase(item) && kept.failure === undefined) {
    const body = acted.answer.json();
    context.tokens.fetched(item, 'value' in body ? body.value : undefined);
  }
  if (kept.warnings.length > 0) warnings = [...warnings, ...kept.warnings];
  return kept.failure === undefined
    ? { acted, judgement, warnings }
    : { acted, judgement, warnings, failure: kept.failure };
};

const capturedOf = (
  item: CaseDefinition,
  { judgement, failure }: Done,
  context: CaseContext,
): Try['captured'] | undefined => {
  if (judgement === undefined || failure !== undefined || judgement.values.size === 0) return undefined;
  const isToken = item.token !== undefined && item.token !== false;
  return recordCaptured(judgement.values, isToken, context.ports.masker, context.environment.capture);
};

const maskedRetry = (retry: Retry, masker: Masker): Retry =>
  retry.failure === undefined
    ? retry
    : { ...retry, failure: { ...retry.failure, message: masker.maskText(retry.failure.message) } };

/** Adds what was sent, what came and what was found to a record. A command that repeats the request is for who looks into a failure. */
const recordActed = (record: Writable<Try>, { acted, judgement, failure }: Done, context: CaseContext): void => {
  const { ports, environment, vault, tokenValues } = context;
  const { masker } = ports;
  const { capture } = environment;
  const built = acted?.sent?.built;
  const response = acted?.sent?.response;
  const told = failure === undefined ? undefined : acted?.told;
  const judged = [...(judgement?.checks ?? []), ...(told ?? [])];
  if (built !== undefined) {
    record.request = recordRequest(built, masker, capture, response?.requestHeaders);
    if (failure !== undefined || judged.some(({ passed }) => !passed))
      record.curl = curlLine(built, masker, [...vault.known(), ...tokenValues]);
  }
  if (response !== undefined)
    record.response = recordResponse(response, (acted?.answer ?? answerOf(response)).text, masker, capture);
  record.checks = judged.map((check) => recordCheck(check, masker, capture));
  if (acted !== undefined && acted.retries.length > 0)
    record.retries = acted.retries.map((retry) => maskedRetry(retry, masker));
  if (acted?.polls !== undefined) record.polls = acted.polls;
};

/** A secret that cannot be read says nothing of the API under test (docs/adr/0009-gate-answers.md). */
const unmetBy = (error: unknown): Pick<Done, 'unmet'> =>
  error instanceof SecretError && error.type === 'setup' ? { unmet: error.message } : {};

/** A case that says that it requires a secret is counted apart when that cannot be read. */
const unmetKind = (item: CaseDefinition): Pick<SkipReason, 'kind'> =>
  item.requires?.some((one) => 'secret' in one) === true ? { kind: 'requires' } : {};

/** Said from what is kept of the checks: the capture policy holds for a message that quotes the answer, too. */
const keptFailure = ({ failure }: Done, checks: Try['checks'], { ports }: CaseContext): TryFailure | undefined => {
  if (failure === undefined) return undefined;
  const failed = checks.filter((check) => !check.passed && check.warn !== true);
  const [first] = failed;
  if (failure.phase !== 'check' || first === undefined)
    return { ...failure, message: recordMessage(failure.message, ports.masker) };
  const others = failed.length > 1 ? ` (and ${String(failed.length - 1)} more)` : '';
  return { ...failure, message: recordMessage(`${sentenceOf(first)}${others}`, ports.masker) };
};

const verdictOf = ({ acted, failure }: Done): Try['verdict'] => {
  if (failure === undefined) return 'passed';
  return acted?.answer === undefined ? 'errored' : 'failed';
};

/**
 * Runs a case once: setup, action, checks, and teardown whatever happened. An API that fails is data: everything that can go wrong with
 * request, target or answer is told in the record.
 *
 * @param number 1 for the first try
 * @throws only what aborted the signal
 */
export const runTry = async (item: CaseDefinition, number: number, outer: CaseContext): Promise<TryOutcome> => {
  const { clock, masker } = outer.ports;
  const startedAtEpochMs = clock.nowMs();
  // A stop does not end the request of a case that creates something: without its answer nobody would know what to remove.
  const timer = caseTimer(item, item.creates === undefined ? outer : { ...outer, signal: outer.cleanup });
  const isOwn = number > 1 || timer.signal !== outer.signal;
  const context: CaseContext = isOwn ? { ...outer, signal: timer.signal, local: new Map(), steps: [] } : outer;
  let done: Done;
  try {
    done = await perform(item, context);
  } catch (error) {
    if (outer.signal.aborted) {
      await runTeardown(item, { ...context, signal: outer.cleanup });
      throw error;
    }
    const failure = timer.failureOf(error, startedAtEpochMs);
    if (failure === undefined) throw error;
    done = { failure, warnings: [], ...unmetBy(error) };
  } finally {
    timer.end();
  }
  const torn = item.teardown === undefined ? [] : await runTeardown(item, { ...context, signal: outer.cleanup });
  const refused = done.acted?.refused;
  const record: Writable<Try> = {
    try: number,
    startedAtEpochMs,
    durationMs: Math.max(0, clock.nowMs() - startedAtEpochMs),
    verdict: refused === undefined ? verdictOf(done) : 'skipped',
    checks: [],
  };
  recordActed(record, done, context);
  const captured = capturedOf(item, done, context);
  if (captured !== undefined) record.captured = captured;
  if (context.steps.length > 0) record.steps = context.steps;
  const failure = keptFailure(done, record.checks, context);
  if (failure !== undefined) record.failure = failure;
  const warnings = [...done.warnings, ...torn].map((warning) => ({
    ...warning,
    message: masker.maskText(warning.message),
  }));
  const final = done.failure === undefined || done.acted?.final === true;
  const unmet = done.unmet ?? done.acted?.sent?.unmet;
  if (unmet !== undefined)
    return { record, warnings, final: true, skipped: { ...unmetKind(item), reason: recordMessage(unmet, masker) } };
  if (refused === undefined) return { record, warnings, final };
  return { record, warnings, final: true, skipped: { kind: 'breaker', reason: masker.maskText(refused) } };
};
