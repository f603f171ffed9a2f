import type { CaseResult, CaseWarning, SkipReason, Try } from '#core/case-result';
import type { CaseDefinition, Requirement } from '#core/suite';
import type { Json } from '#core/units';
import type { Writable } from '#core/writable';
import { factsOf, generatedValues, skippedCase, stoppedCase } from '#engines/functional/case-outcome';
import { runTry } from '#engines/functional/run-try';
import type { TryOutcome } from '#engines/functional/run-try';
import { RERUN_DELAY_MS_DEFAULT, caseContext } from '#engines/functional/suite-context';
import type { CaseContext, SuiteContext } from '#engines/functional/suite-context';

const rerunsOf = (item: CaseDefinition, { suite }: SuiteContext): number => item.reruns ?? suite.defaults?.reruns ?? 0;

const isMet = (requirement: Requirement, { environment, suite, ports }: SuiteContext): boolean => {
  if ('secret' in requirement) return Object.hasOwn(environment.secrets ?? {}, requirement.secret);
  if ('variable' in requirement)
    return [environment.variables ?? {}, suite.variables ?? {}].some((from) =>
      Object.hasOwn(from, requirement.variable),
    );
  return (requirement.capability === 'webhooks' ? ports.webhooks : ports.messages) !== undefined;
};

const wordsFor = (requirement: Requirement): string => {
  const [[kind, name] = ['', '']] = Object.entries(requirement);
  return `the ${kind} "${String(name)}"`;
};

/** C1.2: what a case states that it requires and does not find here. */
export const unmetRequirement = (item: CaseDefinition, context: SuiteContext): SkipReason | undefined => {
  if (item.requires === undefined && item.request !== undefined) return undefined;
  const implied: Requirement[] = [
    ...(item.receive === undefined ? [] : [{ capability: 'webhooks' } as const]),
    ...(item.publish === undefined && item.consume === undefined ? [] : [{ capability: 'messages' } as const]),
  ];
  const missing = [...(item.requires ?? []), ...implied].filter((requirement) => !isMet(requirement, context));
  return missing.length === 0
    ? undefined
    : { kind: 'requires', reason: `requires ${missing.map(wordsFor).join(' and ')}, which is not there` };
};

interface Tries {
  readonly tries: Try[];
  readonly warnings: CaseWarning[];
  skipped?: SkipReason;
}

const delayMsOf = (item: CaseDefinition, { suite }: SuiteContext): number =>
  item.rerunDelayMs ?? suite.defaults?.rerunDelayMs ?? RERUN_DELAY_MS_DEFAULT;

/** Keeps what came of a try; true when another one would be of no use. */
const keepTry = (item: CaseDefinition, outcome: TryOutcome, context: CaseContext, done: Tries): boolean => {
  done.tries.push(outcome.record);
  done.warnings.push(...outcome.warnings);
  logTry(item, outcome.record, context);
  if (outcome.skipped !== undefined) done.skipped = outcome.skipped;
  return outcome.final;
};

/** Passed only after a failure: of the case, or of a send that was repeated by itself (C4.1). A renewed token is no failure. */
const isFlaky = (tries: readonly Try[]): boolean =>
  tries.length > 1 || tries.some((one) => one.retries?.some((retry) => retry.why !== 'token-refreshed') === true);

/**
 * Runs a case and, where it or its suite asks for it, runs it again after a failure. Every try is kept; the last one decides, and a
 * pass after a failure is flaky. A stop ends the request in flight: the case is then skipped with the reason.
 */
export const runCase = async (item: CaseDefinition, suite: SuiteContext): Promise<CaseResult> => {
  const { clock } = suite.ports;
  const startedAtEpochMs = clock.nowMs();
  const unmet = unmetRequirement(item, suite);
  if (unmet !== undefined) return skippedCase(item, suite, unmet, startedAtEpochMs);
  const context = caseContext(suite, item.id);
  const done: Tries = { tries: [], warnings: [] };
  const { tries, warnings } = done;
  const most = 1 + rerunsOf(item, context);
  try {
    for (let number = 1; number <= most; number += 1) {
      if (number > 1) await clock.sleep(delayMsOf(item, context), context.signal);
      if (keepTry(item, await runTry(item, number, context), context, done)) break;
    }
  } catch (error) {
    if (!context.signal.aborted) throw error;
    return stoppedCase(item, context, tries, startedAtEpochMs);
  }
  if (done.skipped !== undefined) return skippedCase(item, context, done.skipped, startedAtEpochMs, tries);
  const verdict = tries.at(-1)?.verdict ?? 'errored';
  const generated = generatedValues(context);
  const result: Writable<CaseResult> = Object.assign(factsOf(item, context), {
    verdict,
    flaky: verdict === 'passed' && isFlaky(tries),
    warnings: [...warnings, ...teardownWarning(item, tries)],
    tries,
    startedAtEpochMs,
    durationMs: Math.max(0, clock.nowMs() - startedAtEpochMs),
  });
  if (generated !== undefined) result.generated = generated;
  return result;
};

const teardownWarning = (item: CaseDefinition, tries: readonly Try[]): CaseWarning[] => {
  const last = tries.at(-1);
  if (item.stage !== 'teardown' || last === undefined || last.verdict === 'passed') return [];
  return [{ kind: 'teardown', message: last.failure?.message ?? `teardown ${last.verdict}` }];
};

/** What the case does, as the suite has it: the message is for everybody, what the variables held is not. */
const operationOf = (item: CaseDefinition): string => {
  if (item.request !== undefined) return `${item.request.method} ${item.request.path}`;
  if (item.receive !== undefined) return `receive ${item.receive.webhook}`;
  return item.consume === undefined ? 'publish' : `consume ${item.consume.queue}`;
};

const logTry = (item: CaseDefinition, record: Try, { sink, id, scope }: CaseContext): void => {
  const answer = record.response === undefined ? '' : ` ${String(record.response.status)}`;
  const operation = operationOf(item);
  const fields: { [name: string]: Json } = {
    operation,
    try: record.try,
    duration_ms: record.durationMs,
    result: record.verdict,
  };
  if (item.request !== undefined) fields['method'] = item.request.method;
  if (scope.row !== undefined) fields['row'] = scope.row.number;
  if (record.retries !== undefined) fields['retries'] = record.retries.length;
  if (record.request !== undefined) fields['url'] = record.request.url;
  if (record.response !== undefined) fields['status'] = record.response.status;
  if (record.failure !== undefined) {
    fields['error_class'] = record.failure.type;
    fields['reason'] = record.failure.message;
    fields['phase'] = record.failure.phase;
  }
  sink.log({
    level: record.verdict === 'passed' ? 'info' : 'error',
    suite: id,
    case: item.id,
    message: `${operation}${answer} ${record.verdict}`,
    fields,
  });
};
