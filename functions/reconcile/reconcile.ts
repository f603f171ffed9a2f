import { inParallel } from '#core/in-parallel';
import { METRICS } from '#core/metric-names';
import type { Run } from '#core/run';
import { runLogFields } from '#core/run-log-fields';
import { epochMs, type EpochMs } from '#core/units';
import type { MetricsSink } from '#ports/telemetry';
import { finishRun } from './finish-run.ts';
import { mendRun, STOPPED, STOPPED_AFTER_GRACE } from './mend-run.ts';
import type { ReconcilePorts } from './reconcile-ports.ts';

export interface Reconciled {
  readonly looked: number;
  /** What was done, by run. */
  readonly actions: readonly { readonly runId: string; readonly action: string }[];
  readonly failed: number;
}

/** A younger run is still being started by the request that recorded it. */
const YOUNG_MS = 30_000;

/** Runs looked at in one minute; the oldest come first, and most need no call but their status. */
const RUNS_MAX = 500;
const RUNS_AT_ONCE = 8;
/** Enough to tell that there are some and how old the oldest is. */
const SET_ASIDE_MAX = 100;

/** Between two looks of one invocation at the runs at work, and how long it goes on: its time is 55 s, and the next minute brings the next. */
const LOOK_MS = 11_000;
const LOOKS_MS = 45_000;

/** A run this long past its deadline and not judged is stuck: the stop, its grace and judging should be over. */
const STUCK_AFTER_MS = 5 * 60_000;

const DAY_MS = 24 * 3_600_000;

/**
 * Ends every run that would not end by itself: events are best effort, so this is the guarantee (A4). Looks at open runs once and does at
 * most one step for each; every step is repeatable. What fails for one run does not keep the others from being mended.
 */
export const reconcile =
  (ports: ReconcilePorts) =>
  async (_: unknown, signal: AbortSignal): Promise<Reconciled> => {
    const { runs, clock } = ports;
    const now = clock.nowMs();
    const open = await runs.listOpen(epochMs(now - YOUNG_MS), RUNS_MAX, signal);
    measure([...open, ...(await runs.listSetAside(SET_ASIDE_MAX, signal))], now, ports.metrics);
    const first = await stepAll(open, ports, signal);
    const later: Stepped[] = [];
    // A4: what shall stop is stopped within 30 s, so runs at work are looked at for a stop more often than once a minute.
    let atWork = open.filter(isAtWork);
    while (atWork.length > 0 && clock.nowMs() + LOOK_MS <= now + LOOKS_MS) {
      await clock.sleep(LOOK_MS, signal);
      const current = await again(atWork, ports, signal);
      const stepped = await stepAll(
        current.filter((run) => run.stopRequestedAtEpochMs !== undefined),
        ports,
        signal,
      );
      later.push(stepped);
      const ended = new Set(stepped.actions.filter(({ action }) => ENDED.includes(action)).map(({ runId }) => runId));
      atWork = current.filter(({ runId }) => !ended.has(runId));
    }
    const all = [first, ...later];
    return {
      looked: open.length,
      actions: all.flatMap(({ actions }) => actions),
      failed: all.reduce((sum, { failed }) => sum + failed, 0),
    };
  };

interface Stepped {
  readonly actions: Reconciled['actions'];
  readonly failed: number;
}

const stepAll = async (open: readonly Run[], ports: ReconcilePorts, signal: AbortSignal): Promise<Stepped> => {
  const { log, clock } = ports;
  const now = clock.nowMs();
  let failed = 0;
  const actions = await inParallel(open, RUNS_AT_ONCE, async (run) => {
    try {
      signal.throwIfAborted();
      const action = await step(run, now, ports, signal);
      if (action === undefined) return [];
      log.info('run mended', { ...aboutRun(run), action, state: run.state });
      return [{ runId: run.runId, action }];
    } catch (error) {
      failed += 1;
      log.warn('run not mended, the next minute tries again', {
        ...aboutRun(run),
        reason: error instanceof Error ? error.message : String(error),
      });
      return [];
    }
  });
  return { actions: actions.flat(), failed };
};

/** One invocation is about many runs, so each line names its own. */
const aboutRun = (run: Run) => ({ test_run_id: run.runId, correlation_id: run.runId, ...runLogFields(run) });

/** Nothing more is to be seen of a run after these. */
const ENDED: readonly string[] = [STOPPED, STOPPED_AFTER_GRACE];

const isAtWork = ({ state }: Run): boolean => state === 'accepted' || state === 'planning' || state === 'running';

/** These runs as they are now, without those whose shards have ended meanwhile. */
const again = async (
  atWork: readonly Run[],
  { runs }: ReconcilePorts,
  signal: AbortSignal,
): Promise<readonly Run[]> => {
  const now = await inParallel(atWork, RUNS_AT_ONCE, async ({ tenant, runId }) => runs.get(tenant, runId, signal));
  return now.flatMap((run) => (run !== undefined && isAtWork(run) ? [run] : []));
};

const step = async (run: Run, now: EpochMs, ports: ReconcilePorts, signal: AbortSignal): Promise<string | undefined> =>
  run.state === 'judging' || run.state === 'judged'
    ? finishRun(run, now, ports, signal)
    : mendRun(run, now, ports, signal);

/** Gauges; sent also when nothing is wrong, so that silence means that nobody looked. */
const measure = (open: readonly Run[], now: number, metrics: MetricsSink): void => {
  const stuck = open.filter((run) => run.judgedAtEpochMs === undefined && now > run.deadlineEpochMs + STUCK_AFTER_MS);
  const waits = open.flatMap(({ judgedAtEpochMs }) => (judgedAtEpochMs === undefined ? [] : [now - judgedAtEpochMs]));
  metrics.add(METRICS.stuckRuns, 'Count', stuck.length);
  metrics.add(METRICS.unsealedStaging, 'Count', waits.filter((wait) => wait > DAY_MS).length);
  metrics.add(
    METRICS.unsealedOldestMs,
    'Milliseconds',
    waits.reduce((longest, wait) => Math.max(longest, wait), 0),
  );
};
