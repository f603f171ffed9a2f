/** What a case does: one request, a wait for webhooks, or a message sent or taken; and polling around it. */
import type { Retry, TryFailure } from '#core/case-result';
import type { CaseDefinition, Check } from '#core/suite';
import { sentenceOf } from '#core/case-summary';
import { withoutForeignHeaders } from '#core/inherited-headers';
import { statusMatches } from '#core/status-match';
import { substitute } from '#core/template';
import type { SubstituteOptions } from '#core/template';
import type { Json } from '#core/units';
import type { Writable } from '#core/writable';
import { answerOf, answerOfJson } from '#engines/functional/answer';
import type { Answer } from '#engines/functional/answer';
import { evaluateCheck } from '#engines/functional/checks';
import type { JudgedCheck } from '#engines/functional/checks';
import { consume, publish, receive } from '#engines/functional/messages';
import { sendRequest } from '#engines/functional/send-request';
import type { Sent } from '#engines/functional/send-request';
import type { CaseContext } from '#engines/functional/suite-context';

export const POLL_EVERY_MS_DEFAULT = 1000;
export const POLL_DEADLINE_MS_DEFAULT = 30_000;

/** What came of the action of a case. */
export interface Acted {
  readonly answer?: Answer;
  readonly sent?: Sent;
  readonly failure?: TryFailure;
  readonly final: boolean;
  readonly retries: readonly Retry[];
  readonly polls?: number;
  /** What came, piece by piece, for a case that fails. */
  readonly told?: readonly JudgedCheck[];
  /** Why nothing was sent: the breaker of the endpoint is open. */
  readonly refused?: string;
}

/** Statuses that a case says it expects are answers, whatever they are: they are not retried and renew no token (C4.1). */
export const expectedStatuses = (
  checks: readonly Check[],
  options: SubstituteOptions,
): ((status: number) => boolean) => {
  const substituted = (): readonly Json[] =>
    checks.flatMap((check): Json[] => {
      if (!('status' in check)) return [];
      try {
        const status = substitute(check.status, options);
        return Array.isArray(status) ? [...(status as readonly Json[])] : [status];
      } catch {
        // It needs a capture of the answer: unknown before there is one.
        return [];
      }
    });
  let wanted: readonly Json[] | undefined;
  return (status) => (wanted ??= substituted()).some((item) => statusMatches(status, item));
};

const once = async (item: CaseDefinition, options: SubstituteOptions, context: CaseContext): Promise<Acted> => {
  if (item.request === undefined) {
    const came = await otherAction(item, options, context);
    return {
      final: false,
      retries: [],
      ...(came.value === undefined ? {} : { answer: answerOfJson(came.value) }),
      ...(came.failure === undefined ? {} : { failure: came.failure }),
      ...(came.told === undefined ? {} : { told: came.told }),
    };
  }
  const checks = item.poll === undefined ? item.checks : [...item.checks, ...item.poll.until];
  const isExpected = expectedStatuses(checks, options);
  const sent = await sendRequest(
    withoutForeignHeaders(item, item.request, context.suite),
    { caseId: item.id, lookup: options.lookup, isExpected },
    context,
  );
  const { final, retries, response, failure, refused } = sent;
  const acted: Writable<Acted> = { sent, final, retries };
  if (response !== undefined) acted.answer = answerOf(response);
  if (failure !== undefined) acted.failure = failure;
  if (refused !== undefined) acted.refused = refused;
  return acted;
};

const otherAction = (item: CaseDefinition, options: SubstituteOptions, context: CaseContext) => {
  if (item.receive !== undefined) return receive(item.receive, options, context);
  if (item.publish !== undefined) return publish(item.publish, options, context);
  if (item.consume !== undefined) return consume(item.consume, options, context);
  throw new TypeError(`the case ${item.id} must have a request, receive, publish or consume`);
};

/** The first condition that does not hold, in words; undefined when all do. */
const unmet = (
  conditions: readonly Check[],
  answer: Answer,
  options: SubstituteOptions,
  nowMs: number,
): string | undefined => {
  for (const condition of conditions) {
    const failed = evaluateCheck(condition, answer, { ...options, nowMs }).find((check) => !check.passed);
    if (failed !== undefined) return sentenceOf(failed);
  }
  return undefined;
};

/**
 * Does what a case does; with `poll`, again until the conditions hold or the time is up. A request without an answer ends a poll: the
 * sender has retried it already.
 *
 * @throws only what aborted the signal
 */
export const act = (item: CaseDefinition, options: SubstituteOptions, context: CaseContext): Promise<Acted> =>
  item.poll === undefined ? once(item, options, context) : pollUntil(item, item.poll, options, context);

const pollUntil = async (
  item: CaseDefinition,
  poll: NonNullable<CaseDefinition['poll']>,
  options: SubstituteOptions,
  context: CaseContext,
): Promise<Acted> => {
  const { clock } = context.ports;
  const deadlineMs = poll.deadlineMs ?? POLL_DEADLINE_MS_DEFAULT;
  const overAt = clock.nowMs() + deadlineMs;
  const retries: Retry[] = [];
  for (let polls = 1; ; polls += 1) {
    const acted = await once(item, options, context);
    retries.push(...acted.retries);
    const result = { ...acted, retries: [...retries], polls };
    if (acted.answer === undefined) return result;
    const missing = unmet(poll.until, acted.answer, options, clock.nowMs());
    if (missing === undefined) return result;
    const leftMs = overAt - clock.nowMs();
    const everyMs = poll.everyMs ?? POLL_EVERY_MS_DEFAULT;
    if (leftMs < everyMs) {
      const message = `expected the condition to hold within ${String(deadlineMs)} ms, got after ${String(polls)} requests: ${missing}`;
      return { ...result, failure: { type: 'timeout', phase: 'poll', message } };
    }
    await clock.sleep(everyMs, context.signal);
  }
};
