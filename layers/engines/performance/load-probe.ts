import { WHOLE } from '#core/acts/load';
import type { LoadDefinition } from '#core/acts/load';
import type { CheckOutcome } from '#core/case-result';
import { loadDetails } from '#core/load-details';
import { brokenChecks, judgeLoad } from '#core/load-judge';
import type { LoadJudgement } from '#core/load-judge';
import { divideLoad, refuseLoad } from '#core/load-plan';
import type { Json } from '#core/units';
import type { Iteration, LoadPorts } from '#engines/performance/load-ports';
import { runLoad } from '#engines/performance/run-load';
import { startTogether } from '#engines/performance/start-together';
import type { Exchange, Probe, ProbeContext } from '#engines/probe/probe';
import type { LoadAnswer } from '#ports/load-transport';

/** Of the answer that failed first: what a reader of the result looks at. */
const BODY_KEPT_BYTES = 64 * 1024;

const exchangeOf = (sent: Iteration, answer: LoadAnswer, atEpochMs: number, durationMs: number): Exchange => {
  const { method, url, headers, body } = sent.request;
  let received: Uint8Array;
  try {
    received = answer.body;
  } catch {
    // A body that does not decompress is told by its check.
    received = new Uint8Array();
  }
  return {
    request: { method, url, headers, ...(body === undefined ? {} : { body }) },
    response: {
      status: answer.status,
      headers: answer.headers(),
      body: Uint8Array.from(received.subarray(0, BODY_KEPT_BYTES)),
      bodyBytes: received.byteLength,
      httpVersion: '1.1',
      url,
    },
    startedAtEpochMs: atEpochMs,
    durationMs,
  };
};

/** The part of this shard; a load that nobody divided is done as a whole. @throws LoadRefused before anything is sent */
const ownPart = (load: LoadDefinition, { limits = {} }: LoadPorts): LoadDefinition => {
  refuseLoad(load, limits);
  return load.part === undefined ? (divideLoad(load, 1, limits)[0] ?? load) : load;
};

/** What one shard of several can say by itself. */
const honesty = ({ validity = 'valid', failure }: LoadJudgement): CheckOutcome => ({
  check: 'the figures are those of the target',
  passed: validity === 'valid',
  got: validity,
  path: 'validity',
  ...(failure === undefined ? {} : { message: failure.message }),
});

const waitForOthers = async (load: LoadDefinition, ports: LoadPorts, context: ProbeContext): Promise<number> => {
  const { index, of } = load.part ?? WHOLE;
  if (of === 1 || ports.startLine === undefined) return 0;
  context.log('info', `load: shard ${String(index + 1)} of ${String(of)} is ready`);
  return startTogether({ line: ports.startLine, shard: index, clock: context.clock, signal: context.signal });
};

/**
 * The engine of the act `load`.
 *
 * One shard of several tells its figures and judges nothing but the honesty of its own: the answer is `judgeLoad` over the figures of all,
 * where they come together.
 */
export const loadProbe =
  (ports: LoadPorts): Probe<LoadDefinition> =>
  async (definition, context, tell) => {
    const load = ownPart(definition, ports);
    const { of } = load.part ?? WHOLE;
    const startedLateMs = await waitForOthers(load, ports, context);
    let exchange: Exchange | undefined;
    const { figures, warnings } = await runLoad({
      ...{ load, context, ports, startedLateMs },
      onFirstFailure: (sent, answer, atMs) => {
        exchange = exchangeOf(sent, answer, context.clock.nowMs(), Math.max(0, atMs));
      },
    });
    const judgement = judgeLoad([{ ...figures, part: WHOLE }], load);
    const requests = figures.operations.reduce((sum, one) => sum + one.requests, 0);
    const answered = figures.operations.reduce(
      (sum, { statuses }) => sum + Object.values(statuses).reduce((all, count) => all + count, 0),
      0,
    );
    const first = brokenChecks(figures)[0];
    if (first !== undefined) context.log('warn', `load: first to break was ${first.check}: ${first.message}`);
    tell({
      checks: of === 1 ? judgement.checks : [honesty(judgement)],
      requests,
      requestErrors: Math.max(0, requests - answered),
      warnings: [...judgement.warnings, ...warnings],
      ...(exchange === undefined ? {} : { exchange }),
      ...(judgement.failure === undefined ? {} : { failure: judgement.failure }),
      details: { load: loadDetails(figures, load) as unknown as Json },
    });
  };
