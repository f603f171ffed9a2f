import type { CaseResult, CaseWarning, Try } from '#core/case-result';
import { maskSensitive } from '#core/masking';
import type { CaseDefinition } from '#core/suite';
import { runTry } from '#engines/functional/run-try';
import { RERUN_DELAY_MS_DEFAULT, stopOf } from '#engines/functional/suite-context';
import type { SuiteContext } from '#engines/functional/suite-context';

/** A name can hold a value that a suite took from elsewhere, so it is searched like all that is kept. */
const facts = (item: CaseDefinition, { id, suite, traceId }: Pick<SuiteContext, 'id' | 'suite' | 'traceId'>) => ({
  suite: id,
  case: item.id,
  name: maskSensitive(item.name ?? item.id).text,
  capability: suite.capability,
  risk: item.risk ?? suite.risk ?? 'medium',
  tags: [...new Set([...(suite.tags ?? []), ...(item.tags ?? [])])],
  advisory: item.advisory ?? suite.advisory ?? false,
  traceId,
});

/** Result of a case that was not run, with the reason. */
export const skippedCase = (
  item: CaseDefinition,
  context: Pick<SuiteContext, 'id' | 'suite' | 'traceId'>,
  because: NonNullable<CaseResult['because']>,
  atEpochMs: number,
  tries: readonly Try[] = [],
): CaseResult => ({
  ...facts(item, context),
  verdict: 'skipped',
  flaky: false,
  because: { ...because, reason: maskSensitive(because.reason).text },
  warnings: [],
  tries,
  startedAtEpochMs: atEpochMs,
  durationMs: 0,
});

/**
 * Result of a case that needs what the environment does not have: a variable or a readable secret. It is skipped and not errored, because
 * nothing was learned of the API under test: the gate is inconclusive with this reason (docs/adr/0009-gate-answers.md).
 */
export const unmetCase = (
  item: CaseDefinition,
  context: Pick<SuiteContext, 'id' | 'suite' | 'traceId'>,
  reason: string,
  atEpochMs: number,
  tries: readonly Try[] = [],
): CaseResult => skippedCase(item, context, { reason }, atEpochMs, tries);

/** Result of a case whose suite cannot be run at all; nothing was sent. */
export const unrunnableCase = (
  item: CaseDefinition,
  context: Pick<SuiteContext, 'id' | 'suite' | 'traceId'>,
  message: string,
  atEpochMs: number,
): CaseResult => ({
  ...facts(item, context),
  verdict: 'errored',
  flaky: false,
  warnings: [],
  tries: [
    {
      try: 1,
      startedAtEpochMs: atEpochMs,
      durationMs: 0,
      verdict: 'errored',
      checks: [],
      failure: { type: 'setup', phase: 'substitute', message: maskSensitive(message).text },
    },
  ],
  startedAtEpochMs: atEpochMs,
  durationMs: 0,
});

const rerunsOf = (item: CaseDefinition, { suite }: SuiteContext): number => item.reruns ?? suite.defaults?.reruns ?? 0;

const stoppedMidway = (
  item: CaseDefinition,
  context: SuiteContext,
  tries: readonly Try[],
  startedAtEpochMs: number,
): CaseResult => {
  const stop = stopOf(context.signal);
  const endedAt = context.ports.clock.nowMs();
  const durationMs = Math.max(0, endedAt - startedAtEpochMs);
  if (stop.reason !== 'suite-timeout') {
    return {
      ...skippedCase(item, context, { reason: `${stop.message} while the case ran` }, startedAtEpochMs, tries),
      durationMs,
    };
  }
  const failure = {
    type: 'timeout',
    phase: 'wait',
    message: `expected all cases of the suite to end within ${String(context.suite.timeoutMs)} ms, got none`,
  } as const;
  const last: Try = { try: tries.length + 1, startedAtEpochMs, durationMs, verdict: 'errored', checks: [], failure };
  return {
    ...facts(item, context),
    verdict: 'errored',
    flaky: false,
    warnings: [],
    tries: [...tries, last],
    startedAtEpochMs,
    durationMs,
  };
};

/**
 * Runs a case and, where it or its suite asks for it, runs it again after a failure. Every try is kept; the last one decides, and a
 * pass after a failure is flaky. A stop ends the request in flight: the case is then skipped with the reason.
 */
export const runCase = async (item: CaseDefinition, context: SuiteContext): Promise<CaseResult> => {
  const { clock } = context.ports;
  const startedAtEpochMs = clock.nowMs();
  const tries: Try[] = [];
  const warnings: CaseWarning[] = [];
  const most = 1 + rerunsOf(item, context);
  try {
    for (let number = 1; number <= most; number += 1) {
      if (number > 1)
        await clock.sleep(
          item.rerunDelayMs ?? context.suite.defaults?.rerunDelayMs ?? RERUN_DELAY_MS_DEFAULT,
          context.signal,
        );
      const outcome = await runTry(item, number, context);
      tries.push(outcome.record);
      warnings.push(...outcome.warnings);
      logTry(item, outcome.record, context);
      if (outcome.unmet !== undefined)
        return unmetCase(item, context, context.ports.masker.maskText(outcome.unmet), startedAtEpochMs, tries);
      if (outcome.final) break;
    }
  } catch (error) {
    if (!context.signal.aborted) throw error;
    return stoppedMidway(item, context, tries, startedAtEpochMs);
  }
  const verdict = tries.at(-1)?.verdict ?? 'errored';
  const flaky = verdict === 'passed' && tries.length > 1;
  return {
    ...facts(item, context),
    verdict,
    flaky,
    warnings,
    tries,
    startedAtEpochMs,
    durationMs: Math.max(0, clock.nowMs() - startedAtEpochMs),
  };
};

const logTry = (item: CaseDefinition, record: Try, { sink, id }: SuiteContext): void => {
  const level = record.verdict === 'passed' ? 'info' : 'error';
  const answer = record.response === undefined ? '' : ` ${String(record.response.status)}`;
  sink.log({
    level,
    suite: id,
    case: item.id,
    // The path as the suite has it: the message is for everybody, what the variables held is not.
    message: `${item.request.method} ${item.request.path}${answer} ${record.verdict}`,
    fields: {
      method: item.request.method,
      operation: `${item.request.method} ${item.request.path}`,
      try: record.try,
      duration_ms: record.durationMs,
      result: record.verdict,
      ...(record.request === undefined ? {} : { url: record.request.url }),
      ...(record.response === undefined ? {} : { status: record.response.status }),
      ...(record.failure === undefined
        ? {}
        : { error_class: record.failure.type, reason: record.failure.message, phase: record.failure.phase }),
    },
  });
};
