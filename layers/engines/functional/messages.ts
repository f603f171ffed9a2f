/** Webhooks received and messages sent and taken; what came is a list that checks and captures look at. */
import type { TryFailure } from '#core/case-result';
import { cameWords } from '#core/came-words';
import type { Check, ConsumeTemplate, PublishTemplate, ReceiveTemplate } from '#core/suite';
import { asText, substitute } from '#core/template';
import type { SubstituteOptions } from '#core/template';
import type { Json, JsonObject } from '#core/units';
import { answerOfJson } from '#engines/functional/answer';
import { evaluateCheck } from '#engines/functional/checks';
import type { JudgedCheck } from '#engines/functional/checks';
import { generated } from '#engines/functional/send-request';
import type { CaseContext } from '#engines/functional/suite-context';

const DEADLINE_MS_DEFAULT = 10_000;

/** What came, and what is wrong with it: too few that match are a failure of the API, which the checks still look at. */
export interface Came {
  readonly value?: Json;
  readonly failure?: TryFailure;
  /** What came, piece by piece, and what a piece was left out for; for a case that fails. */
  readonly told?: readonly JudgedCheck[];
}

const failed = (message: string, type: TryFailure['type'] = 'setup', phase = 'send'): Came => ({
  failure: { type, phase, message },
});

/** What came and does not count: the conditions that do not hold for it. None for what counts. */
const rejectionsOf = (
  conditions: readonly Check[] | undefined,
  item: Json,
  options: SubstituteOptions,
  nowMs: number,
): readonly JudgedCheck[] =>
  (conditions ?? []).flatMap((condition) =>
    evaluateCheck(condition, answerOfJson(item), { ...options, nowMs }).filter((check) => !check.passed),
  );

const withGenerated = (options: SubstituteOptions, context: CaseContext): SubstituteOptions => ({
  ...options,
  generate: (expression, place) => generated(expression, place, context),
});

interface Waiting {
  readonly count: number;
  readonly deadlineMs: number;
  readonly where: readonly Check[] | undefined;
  /** One piece, and where it comes from. */
  readonly what: string;
  readonly from: string;
}

interface Piece {
  readonly item: Json;
  readonly rejections: readonly JudgedCheck[];
}

/** Pieces that are told one by one; of more, these say enough. */
const TOLD_MAX = 10;

const piecesText = ({ what, from }: Waiting, count: number): string =>
  `${String(count)} ${what === 'delivery' ? (count === 1 ? 'delivery' : 'deliveries') : `${what}${count === 1 ? '' : 's'}`} ${from}`;

/** Each piece as it came, with what it was left out for. A figure that a condition found is told as a check's: masked by its field. */
const toldOf = ({ what, from }: Waiting, pieces: readonly Piece[]): readonly JudgedCheck[] => {
  const told = pieces.slice(-TOLD_MAX);
  const first = pieces.length - told.length;
  return told.flatMap(({ item, rejections }, at) => {
    const name = `${what} ${String(first + at + 1)}`;
    return [
      { check: cameWords(`${name} ${from}`), passed: true, path: '$', got: item },
      ...rejections.map((one) => ({ ...one, check: `${name}: ${one.check}` })),
    ];
  });
};

/** Which condition left out how many. It names no value: those are told, masked, with the pieces. */
const leftOutText = (pieces: readonly Piece[]): string => {
  const left = pieces.filter(({ rejections }) => rejections.length > 0);
  if (left.length === 0) return '';
  const counts = [
    ...Map.groupBy(
      left.flatMap(({ rejections }) => [...new Set(rejections.map(({ check }) => check))]),
      (check) => check,
    ),
  ];
  const by = counts.map(([check, all]) => `${check} (${String(all.length)})`).join(', ');
  return `, and ${String(left.length)} that \`where\` left out: not ${by}`;
};

/** Gathers until there are enough or the time is up. Zero wanted means silence: the whole time is waited for. */
const gather = async (
  waiting: Waiting,
  more: (known: number, waitMs: number) => Promise<readonly Json[]>,
  options: SubstituteOptions,
  context: CaseContext,
): Promise<Came> => {
  const { count, deadlineMs, where } = waiting;
  const { clock } = context.ports;
  const overAt = clock.nowMs() + deadlineMs;
  for (let known = 0; ;) {
    const all = await more(known, Math.max(0, overAt - clock.nowMs()));
    const nowMs = clock.nowMs();
    const pieces = all.map((item) => ({ item, rejections: rejectionsOf(where, item, options, nowMs) }));
    const matching = pieces.filter(({ rejections }) => rejections.length === 0);
    const value = matching.map(({ item }) => item);
    const isOver = clock.nowMs() >= overAt;
    if (count > 0 && matching.length >= count) return { value, told: toldOf(waiting, matching) };
    if (isOver && count === 0) return { value, told: toldOf(waiting, matching) };
    if (isOver) {
      const message = `expected ${piecesText(waiting, count)} within ${String(deadlineMs)} ms, got ${String(matching.length)}${leftOutText(pieces)}`;
      return { value, told: toldOf(waiting, pieces), ...failed(message, 'timeout', 'wait') };
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
    what: 'delivery',
    from: `to "${template.webhook}"`,
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
    what: 'message',
    from: `from ${queue}`,
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
