import type { Principal } from '#core/access';
import { isProblem, problem } from '#core/problems';
import type { GateRules, Run, RunSelectors } from '#core/run';
import { runLinks } from '#core/run-view';
import type { Capability, Executor } from '#core/words';
import type { Clock, RandomSource } from '#ports/clock';
import type { Orchestrator } from '#ports/orchestrator';
import type { RunStore } from '#ports/run-store';
import type { Log } from '#ports/telemetry';
import { RUN_ID_BYTES, runIdFrom, runIdOfKey } from './run-id.ts';

/** When a run is stopped and judged with what there is, unless the request says otherwise. */
export const DEADLINE_MINUTES_DEFAULT = 60;

export interface AcceptRunPorts {
  readonly runs: RunStore;
  readonly orchestrator: Orchestrator;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly log: Log;
}

/** Who asks, and how a repeat is told from a new request. */
export interface Asked {
  readonly principal: Principal;
  readonly idempotencyKey?: string;
  /** 32 hex digits of the caller's `traceparent`; made here when absent. */
  readonly traceId?: string;
}

/** What is to be run, wherever it came from: a request or an earlier run. */
export interface RunContent {
  readonly service: string;
  readonly environment: string;
  readonly version: string | null;
  readonly resolved: Run['resolved'];
  readonly selectors: RunSelectors;
  readonly suites: readonly string[];
  readonly suiteTypes: readonly Capability[];
  readonly cases: number;
  readonly payloadHash: string;
  readonly name?: string;
  readonly description?: string;
  readonly labels: { readonly [key: string]: string };
  readonly gateRules: GateRules;
  readonly executor?: Executor;
  readonly shardLimit?: number;
  readonly failFast: boolean;
  readonly deadlineMinutes: number;
  readonly rerunOf?: string;
  readonly lineage?: readonly string[];
  readonly onlyCases?: { readonly [suite: string]: readonly string[] };
}

export const runAccepted = (run: Run, replayed: boolean) => ({
  runId: run.runId,
  name: run.name,
  state: run.state,
  service: run.service,
  resolved: run.resolved,
  cases: run.cases ?? 0,
  suites: run.suites,
  replayed,
  ...(run.rerunOf === undefined ? {} : { rerunOf: run.rerunOf }),
  ...(run.lineage === undefined ? {} : { lineage: run.lineage }),
  links: runLinks(run.runId),
});
export type RunAccepted = ReturnType<typeof runAccepted>;

/** The id that this request's run has or will have. */
export const runIdOf = (asked: Asked, random: RandomSource): string =>
  asked.idempotencyKey === undefined
    ? runIdFrom(random.bytes(RUN_ID_BYTES))
    : runIdOfKey(asked.principal.tenant, asked.idempotencyKey);

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Unique because the run id's tail is in it; sortable because the time stands before it. */
const defaultName = (service: string, runId: string, nowMs: number): string =>
  `${service}-${new Date(nowMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}-${runId.slice(-8)}`;

const newRun = (runId: string, asked: Asked, content: RunContent, { clock, random }: AcceptRunPorts): Run => {
  const nowMs = clock.nowMs();
  const { name, description, deadlineMinutes, executor, shardLimit, rerunOf, lineage, onlyCases, ...rest } = content;
  return {
    schemaVersion: 1,
    tenant: asked.principal.tenant,
    runId,
    state: 'accepted',
    ...rest,
    name: name ?? defaultName(content.service, runId, nowMs),
    ...(description === undefined ? {} : { description }),
    ...(executor === undefined ? {} : { executor }),
    ...(shardLimit === undefined ? {} : { shardLimit }),
    ...(rerunOf === undefined ? {} : { rerunOf }),
    ...(lineage === undefined ? {} : { lineage }),
    ...(onlyCases === undefined ? {} : { onlyCases }),
    traceId: asked.traceId ?? hex(random.bytes(16)),
    principal: asked.principal.subject,
    acceptedAtEpochMs: nowMs,
    deadlineEpochMs: nowMs + deadlineMinutes * 60_000,
  };
};

/**
 * Starts a recorded run. When the orchestrator does not answer, the run is accepted all the same: it is recorded, and the reconciler starts
 * what stays unstarted. A 503 would be untrue, and a caller without an Idempotency-Key would make a second run of it.
 */
const start = async (
  { tenant, runId }: Run,
  { orchestrator, log }: AcceptRunPorts,
  signal: AbortSignal,
): Promise<void> => {
  try {
    await orchestrator.startRun({ tenant, runId }, signal);
  } catch (error) {
    if (!isProblem(error) || error.kind !== 'DependencyUnavailable') throw error;
    log.warn('a recorded run could not be started and is left to the reconciler', {
      test_run_id: runId,
      error_class: error.code,
      reason: error.detail,
    });
  }
};

/**
 * Gives a repeat the first run back. A run still `accepted` is started again: the start is named by the run id, so it
 * happens once, and a start that was lost after the record is made good here.
 *
 * @throws idempotency-key-reused when the first request had another body
 */
export const replay = async (
  first: Run,
  payloadHash: string,
  ports: AcceptRunPorts,
  signal: AbortSignal,
): Promise<RunAccepted> => {
  if (first.payloadHash !== payloadHash) {
    throw problem(
      'idempotency-key-reused',
      'expected the body that this Idempotency-Key was first used with, got another one',
      { runId: first.runId },
    );
  }
  if (first.state === 'accepted') await start(first, ports, signal);
  return runAccepted(first, true);
};

/**
 * Records the run with one conditional write, then starts it. When somebody else recorded it in between, theirs counts.
 *
 * @throws idempotency-key-reused
 */
export const acceptRun =
  (ports: AcceptRunPorts) =>
  async (runId: string, asked: Asked, content: RunContent, signal: AbortSignal): Promise<RunAccepted> => {
    const { run, created } = await ports.runs.claim(newRun(runId, asked, content, ports), signal);
    if (!created) return replay(run, content.payloadHash, ports, signal);
    await start(run, ports, signal);
    return runAccepted(run, false);
  };
