/** Webhooks received and messages sent and taken; what came is a list that checks and captures look at. */
import type { TryFailure } from '#core/case-result';
import type { Check, ConsumeTemplate, PublishTemplate, ReceiveTemplate } from '#core/suite';
import { asText, substitute } from '#core/template';
import type { SubstituteOptions } from '#core/template';
import type { Json, JsonObject } from '#core/units';
import { answerOfJson } from '#engines/functional/answer';
import { evaluateCheck } from '#engines/functional/checks';
import { generated } from '#engines/functional/send-request';
import type { CaseContext } from '#engines/functional/suite-context';

const DEADLINE_MS_DEFAULT = 10_000;

/** What came, and what is wrong with it: too few that match are a failure of the API, which the checks still look at. */
export interface Came {
  readonly value?: Json;
  readonly failure?: TryFailure;
}

const failed = (message: string, type: TryFailure['type'] = 'setup', phase = 'send'): Came => ({
  failure: { type, phase, message },
});

const holdsFor = (
  conditions: readonly Check[] | undefined,
  item: Json,
  options: SubstituteOptions,
  nowMs: number,
): boolean =>
  (conditions ?? []).every((condition) =>
    evaluateCheck(condition, answerOfJson(item), { ...options, nowMs }).every((check) => check.passed),
  );

const withGenerated = (options: SubstituteOptions, context: CaseContext): SubstituteOptions => ({
  ...options,
  generate: (expression, place) => generated(expression, place, context),
});

interface Waiting {
  readonly count: number;
  readonly deadlineMs: number;
  readonly where: readonly Check[] | undefined;
  readonly what: string;
}

/** Gathers until there are enough or the time is up. Zero wanted means silence: the whole time is waited for. */
const gather = async (
  { count, deadlineMs, where, what }: Waiting,
  more: (known: number, waitMs: number) => Promise<readonly Json[]>,
  options: SubstituteOptions,
  context: CaseContext,
): Promise<Came> => {
  const { clock } = context.ports;
  const overAt = clock.nowMs() + deadlineMs;
  for (let known = 0; ;) {
    const all = await more(known, Math.max(0, overAt - clock.nowMs()));
    const matching = all.filter((item) => holdsFor(where, item, options, clock.nowMs()));
    const isOver = clock.nowMs() >= overAt;
    if (count > 0 && matching.length >= count) return { value: matching };
    if (isOver && count === 0) return { value: matching };
    if (isOver) {
      const besides =
        all.length > matching.length ? `, and ${String(all.length - matching.length)} that do not match` : '';
      const message = `expected ${String(count)} ${what} within ${String(deadlineMs)} ms, got ${String(matching.length)}${besides}`;
      return { value: matching, ...failed(message, 'timeout', 'wait') };
    }
    known = all.length;
  }
};

/** Waits for webhooks to one of the suite's catchers. */
export const receive = async (
  template: ReceiveTemplate,
  options: SubstituteOptions,
  context: CaseContext,
): Promise<Came> => {
  const catcher = context.catchers.get(template.webhook);
  if (catcher === undefined) return failed(`expected the runner to catch webhooks, it cannot here`);
  const waiting = {
    count: template.count ?? 1,
    deadlineMs: template.deadlineMs ?? DEADLINE_MS_DEFAULT,
    where: template.where,
    what: `deliveries to "${template.webhook}"`,
  };
  const more = async (known: number, waitMs: number): Promise<readonly Json[]> =>
    (await catcher.deliveries(known, waitMs, context.signal)) as unknown as readonly Json[];
  return gather(waiting, more, options, context);
};

/** Sends a message; the value is what the queue, topic or bus said of it. */
export const publish = async (
  template: PublishTemplate,
  options: SubstituteOptions,
  context: CaseContext,
): Promise<Came> => {
  const broker = context.ports.messages;
  if (broker === undefined) return failed('expected the runner to send messages, it cannot here');
  const filled = substitute(
    template as unknown as JsonObject,
    withGenerated(options, context),
    '/publish',
  ) as unknown as PublishTemplate;
  const { to, json, body, ...rest } = filled;
  const text = json === undefined ? (body ?? '') : JSON.stringify(json);
  try {
    return { value: await broker.publish(to, { ...rest, body: text }, context.signal) };
  } catch (error) {
    context.signal.throwIfAborted();
    return failed(
      `expected the message to be taken, got ${error instanceof Error ? error.message : 'an error'}`,
      'connection',
    );
  }
};

/** Takes messages from a queue until there are enough. */
export const consume = async (
  template: ConsumeTemplate,
  options: SubstituteOptions,
  context: CaseContext,
): Promise<Came> => {
  const broker = context.ports.messages;
  if (broker === undefined) return failed('expected the runner to take messages, it cannot here');
  const queue = asText(substitute(template.queue, options, '/consume/queue'));
  const taken: Json[] = [];
  const more = async (_known: number, waitMs: number): Promise<readonly Json[]> => {
    for (const message of await broker.take(queue, waitMs, context.signal))
      taken.push({ ...message, number: taken.length + 1 });
    return taken;
  };
  const waiting = {
    count: template.count ?? 1,
    deadlineMs: template.deadlineMs ?? DEADLINE_MS_DEFAULT,
    where: template.where,
    what: `messages from ${queue}`,
  };
  try {
    return await gather(waiting, more, options, context);
  } catch (error) {
    context.signal.throwIfAborted();
    return failed(
      `expected messages from ${queue}, got ${error instanceof Error ? error.message : 'an error'}`,
      'connection',
    );
  }
};
