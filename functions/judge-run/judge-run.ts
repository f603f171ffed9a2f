import { canonicalBytes } from '#core/canonical-json';
import { mergeFindings } from '#core/finding-record';
import { judge, type GateFacts, type LostShard } from '#core/gate';
import { inParallel } from '#core/in-parallel';
import { junitXml } from '#core/junit';
import { sortedCases, type MergedResults } from '#core/merge-results';
import { METRICS } from '#core/metric-names';
import { outsideText } from '#core/outside-text';
import type { Plan } from '#core/plan';
import { plannedCases } from '#core/planned-cases';
import { isProblem, problem } from '#core/problems';
import { reportFiles } from '#core/report/report-files';
import type { FrozenAttempts, GateResult, Run, RunError, Shard } from '#core/run';
import { RUN_STATUS, runStatusDetail } from '#core/run-event';
import { runLogFields } from '#core/run-log-fields';
import { sameGate } from '#core/same-gate';
import { junitKey, reportKey, verdictKey } from '#core/staging-keys';
import { verdictDocument } from '#core/verdict-document';
import type { GateAnswer } from '#core/words';
import { countedAttempts } from '#engines/results/attempt-files';
import { findingRunOf, findingsSeen } from '#engines/results/findings-seen';
import type { FindingsSeen } from '#engines/results/findings-seen';
import { runRecords, type RunRecords } from '#engines/results/run-records';
import type { BlobStore } from '#ports/blob-store';
import type { Clock } from '#ports/clock';
import type { RunPointer } from '#ports/orchestrator';
import type { FindingStore } from '#ports/finding-store';
import type { RunStore } from '#ports/run-store';
import type { EventBus, Log, MetricsSink } from '#ports/telemetry';
import { attemptsToFreeze, lossOf, retriedShards } from './freeze-attempts.ts';
import { readResults } from './read-results.ts';

const WRITES_AT_ONCE = 8;

export interface JudgeRunPorts {
  readonly runs: RunStore;
  readonly staging: BlobStore;
  readonly findings: Pick<FindingStore, 'ofService'>;
  readonly bus: EventBus;
  readonly clock: Clock;
  readonly metrics: MetricsSink;
  readonly log: Log;
}

/** What the state machine caught on its way to the shards' end; absent when it went well. */
export interface JudgeRun extends RunPointer {
  readonly error?: { readonly name: string; readonly cause: string };
}

export interface JudgedRun extends RunPointer {
  readonly answer: GateAnswer;
}

/**
 * Answers a run: freezes the set of attempts with one conditional write, merges what the used ones recorded, and writes verdict and JUnit
 * file before the gate result, so that who sees the answer can read them. Waits for nothing: a shard that has not recorded by now is lost.
 *
 * An error that the state machine caught becomes the run's, unless it has one already or was asked to stop.
 *
 * Repeatable at every step: the first frozen set and the first gate result win, and the files are a function of both.
 *
 * @throws run-not-found; dependency-unavailable and the like, after which it is to be repeated
 */
export const judgeRun =
  (ports: JudgeRunPorts) =>
  async ({ tenant, runId, error }: JudgeRun, signal: AbortSignal): Promise<JudgedRun> => {
    const { runs, clock } = ports;
    const before = await runs.get(tenant, runId, signal);
    if (before === undefined) throw problem('run-not-found', `no run ${runId}`, { runId });
    ports.log.about(runLogFields(before));
    if (error !== undefined) await keepCaught(before, error, ports, signal);
    // From here on no attempt can be claimed, so the shards read next hold every attempt that may still count.
    await runs.advance(tenant, runId, 'judging', {}, signal);
    const found = await runs.getWithShards(tenant, runId, signal);
    if (found === undefined) throw problem('run-not-found', `no run ${runId}`, { runId });
    const frozen =
      found.run.frozen ?? (await runs.freeze(tenant, runId, attemptsToFreeze(found.shards, clock.nowMs()), signal));
    const run: Run = { ...found.run, frozen };
    await giveUpShards(run, found.shards, ports, signal);
    const judgement = await judgeFrozen(run, frozen, found.shards, ports, signal);
    const judged = await record(run, judgement, ports, signal);
    if (before.gate === undefined) measure(judged, frozen, ports.metrics);
    await publish(judged, ports, signal);
    await writeReports(judged, judgement, ports, signal);
    return { tenant, runId, answer: judged.gate?.answer ?? judgement.gate.answer };
  };

const CAUSE_CHARS_MAX = 300;

const keepCaught = async (
  run: Run,
  { name, cause }: NonNullable<JudgeRun['error']>,
  { runs, metrics, log }: JudgeRunPorts,
  signal: AbortSignal,
): Promise<void> => {
  if (run.gate !== undefined || run.stopRequestedAtEpochMs !== undefined) return;
  const said = outsideText(cause, CAUSE_CHARS_MAX);
  const message = `The state machine of the run caught ${name}${said === '' ? '' : `: ${said}`}`;
  log.error('the state machine of the run failed', { test_run_id: run.runId, error_class: name, reason: said });
  await runs.recordError(run.tenant, run.runId, { code: 'run-machine-failed', message }, signal);
  metrics.add(METRICS.runsFailed, 'Count', 1);
};

/** Shards that did not record by now are lost, and shown as such; when nobody asked for the run's end, that is a loss to be counted. */
const giveUpShards = async (
  run: Run,
  shards: readonly Shard[],
  { runs, clock, metrics }: JudgeRunPorts,
  signal: AbortSignal,
): Promise<void> => {
  const open = shards.filter(({ state }) => state === 'planned' || state === 'running');
  const unasked = run.stopRequestedAtEpochMs === undefined && run.error === undefined;
  await inParallel(open, WRITES_AT_ONCE, async (shard) => {
    const lost = await runs.markLost(run.tenant, run.runId, shard.shard, lossOf(run, shard), clock.nowMs(), signal);
    if (lost && unasked) metrics.add(METRICS.shardsLost, 'Count', 1);
  });
};

interface Judgement {
  readonly gate: GateResult;
  readonly results: MergedResults;
  readonly lostShards: readonly LostShard[];
  readonly missing: readonly { readonly suite: string; readonly case: string; readonly reason: string }[];
}

const judgeFrozen = async (
  run: Run,
  frozen: FrozenAttempts,
  shards: readonly Shard[],
  ports: JudgeRunPorts,
  signal: AbortSignal,
): Promise<Judgement> => {
  const { staging } = ports;
  const seen = run.gateRules.findings === undefined ? undefined : findingsSeen();
  const records = runRecords({ staging }, run);
  const { plan, error } = await planOf(run, records, signal);
  const { results, unreadable } = await readResults(countedAttempts(run, shards), records, signal, seen);
  const used = new Set(frozen.attempts.filter((attempt) => attempt.used).map((attempt) => attempt.shard));
  const lostShards = [
    ...shards
      .filter((shard) => !used.has(shard.shard))
      .map((shard) => ({ shard: shard.shard, reason: lossOf(run, shard) })),
    ...unreadable,
  ].sort((a, b) => a.shard - b.shard);
  const planned = plan === undefined ? undefined : plannedCases(plan);
  const facts: GateFacts = {
    runId: run.runId,
    service: run.service,
    rules: run.gateRules,
    results,
    ...(planned === undefined ? {} : { planned: new Set(planned.keys()) }),
    lostShards,
    retriedShards: retriedShards(frozen),
    ...(seen === undefined ? {} : { findings: await knownFindings(run, frozen, seen, ports, signal) }),
    ...(run.stopReason === undefined ? {} : { stop: { reason: run.stopReason, by: run.stopBy ?? 'unknown' } }),
    ...(error === undefined ? {} : { error }),
  };
  return { gate: judge(facts), results, lostShards, missing: missingCases(planned, results, lostShards) };
};

/** As learn-run will keep them: what this run saw, or saw no more, counts already. The time is that of the frozen set, so that a repeat answers alike. */
const knownFindings = async (
  run: Run,
  { frozenAtEpochMs }: FrozenAttempts,
  seen: FindingsSeen,
  { findings }: JudgeRunPorts,
  signal: AbortSignal,
): Promise<NonNullable<GateFacts['findings']>> => {
  const stored = await findings.ofService(run.tenant, run.service, signal);
  const records = mergeFindings(
    stored.map(({ record }) => record),
    findingRunOf(run, seen),
    frozenAtEpochMs,
  );
  return { records, atEpochMs: frozenAtEpochMs };
};

/** A plan that cannot be read does not keep a run from its answer; the answer says so. */
const planOf = async (
  run: Run,
  records: RunRecords,
  signal: AbortSignal,
): Promise<{ readonly plan?: Plan; readonly error?: RunError }> => {
  const error = run.error === undefined ? {} : { error: run.error };
  try {
    const plan = await records.plan(signal);
    if (plan !== undefined) return { plan, ...error };
    return run.planKey === undefined || run.error !== undefined
      ? error
      : { error: { code: 'plan-missing', message: 'The plan of the run is gone.' } };
  } catch (cause) {
    if (!isProblem(cause) || cause.code !== 'digest-mismatch') throw cause;
    return { error: run.error ?? { code: cause.code, message: 'The plan of the run was changed after it was made.' } };
  }
};

const missingCases = (
  planned: ReadonlyMap<string, readonly number[]> | undefined,
  results: MergedResults,
  lostShards: readonly LostShard[],
): Judgement['missing'] => {
  const losses = new Map(lostShards.map(({ shard, reason }) => [shard, reason]));
  return [...(planned ?? [])]
    .filter(([key]) => !results.cases.has(key))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, [shard = 0]]) => {
      const slash = key.indexOf('/');
      const loss = losses.get(shard);
      const reason =
        loss === undefined ? `shard ${String(shard)} left no result of it` : `shard ${String(shard)} was lost: ${loss}`;
      return { suite: key.slice(0, slash), case: key.slice(slash + 1), reason };
    });
};

/** Both files are there, and tell of this gate result. The verdict is written last, so it stands for the other. */
const filesTell = async (run: Run, gate: GateResult, staging: BlobStore, signal: AbortSignal): Promise<boolean> => {
  const [junit, verdict] = [await staging.get(junitKey(run), signal), await staging.get(verdictKey(run), signal)];
  if (junit === undefined || verdict === undefined) return false;
  const { gate: told } = JSON.parse(new TextDecoder().decode(verdict.body)) as Partial<Pick<Run, 'gate'>>;
  return sameGate(told, gate);
};

const record = async (
  run: Run,
  judgement: Judgement,
  { runs, staging, clock }: JudgeRunPorts,
  signal: AbortSignal,
): Promise<Run> => {
  const write = async (gate: GateResult): Promise<void> => {
    const cases = sortedCases(judgement.results);
    const verdict = verdictDocument({ run, gate, cases, lostShards: judgement.lostShards, missing: judgement.missing });
    const junit = junitXml({ runId: run.runId, name: run.name, gate, cases, missing: judgement.missing });
    await staging.put(junitKey(run), new TextEncoder().encode(junit), 'application/xml', signal);
    await staging.put(verdictKey(run), canonicalBytes(verdict), 'application/json', signal);
  };
  // After a gate result was recorded its files are left alone, unless they never came to be or tell of another one.
  if (run.gate !== undefined && (await filesTell(run, run.gate, staging, signal))) return run;
  await write(run.gate ?? judgement.gate);
  const judged = await runs.recordGate(run.tenant, run.runId, judgement.gate, clock.nowMs(), signal);
  // Somebody judged at the same time and saw another stop or error of the run: theirs was first, so the files follow it.
  if (judged.gate !== undefined && !sameGate(judged.gate, run.gate ?? judgement.gate)) await write(judged.gate);
  return judged;
};

/** Made after the answer is there, for who waits for it; the sealer makes the same from the verdict, so a page that is missing is no loss. */
const writeReports = async (
  run: Run,
  { results, lostShards, missing }: Judgement,
  { staging, log }: JudgeRunPorts,
  signal: AbortSignal,
): Promise<void> => {
  if (run.gate === undefined) return;
  try {
    const document = verdictDocument({ run, gate: run.gate, cases: sortedCases(results), lostShards, missing });
    for (const { name, text, mediaType } of reportFiles(document))
      await staging.put(reportKey(run, name), new TextEncoder().encode(text), mediaType, signal);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.warn('the report was not written', { test_run_id: run.runId, reason });
  }
};

const measure = (run: Run, frozen: FrozenAttempts, metrics: MetricsSink): void => {
  const judgedAt = run.judgedAtEpochMs ?? frozen.frozenAtEpochMs;
  const used = frozen.attempts.filter((attempt) => attempt.used);
  metrics.add(METRICS.runsJudged, 'Count', 1);
  if (run.gate?.answer === 'inconclusive') metrics.add(METRICS.runsInconclusive, 'Count', 1);
  metrics.add(METRICS.shardsRecorded, 'Count', used.length);
  metrics.add(METRICS.runDurationMs, 'Milliseconds', Math.max(0, judgedAt - run.acceptedAtEpochMs));
  const lastRecorded = used.reduce((last, attempt) => Math.max(last, attempt.endedAtEpochMs ?? 0), 0);
  if (lastRecorded > 0) metrics.add(METRICS.decisionLatencyMs, 'Milliseconds', Math.max(0, judgedAt - lastRecorded));
};

/** A3.2: an event that cannot be sent never changes a verdict. Repeated judging sends it again; consumers know it by run id and state. */
const publish = async (run: Run, { bus, log }: JudgeRunPorts, signal: AbortSignal): Promise<void> => {
  try {
    await bus.publish(RUN_STATUS, runStatusDetail(run, 'judged'), signal);
  } catch (error) {
    log.warn('the status event was not sent', {
      test_run_id: run.runId,
      reason: error instanceof Error ? error.message : String(error),
    });
  }
};
