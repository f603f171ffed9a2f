/** The phases of an experiment: steady state, faults, recovery, a look at what is left. */
import type { DisturbDefinition, PlannedFault } from '#core/acts/disturb';
import type { ProbeContext } from '#engines/probe/probe';
import { whyNot } from '#engines/resilience/experiment';
import type { CaseRun, FaultTimes, Observation, Phase, PhaseTimes } from '#engines/resilience/experiment';
import type { OpenProxies } from '#engines/resilience/open-proxies';

/** Limit of the recovery when the definition has none. */
export const RECOVERY_MS_MAX_DEFAULT = 30_000;
/** Between two looks at the steady state. */
const RECOVERY_EVERY_MS = 250;

/** The experiment could not show anything; nothing is said about the system. */
export class NotJudged extends Error {
  override readonly name = 'NotJudged';
  readonly phase: string;

  constructor(message: string, phase: string) {
    super(message);
    this.phase = phase;
  }
}

export interface ExperimentWorld {
  readonly definition: DisturbDefinition;
  readonly context: Pick<ProbeContext, 'clock' | 'log' | 'runCase'>;
  readonly proxies: OpenProxies;
  /** Ends everything but the removal of the faults. */
  readonly signal: AbortSignal;
}

interface Notes {
  readonly runs: CaseRun[];
  readonly faults: FaultTimes[];
  readonly phases: { [phase in Phase]?: PhaseTimes };
}

type RunOne = (id: string, phase: Phase, round: number) => Promise<CaseRun>;

/** Runs every case once, in order. @returns those that did not pass */
const runRound = async (
  cases: readonly string[],
  phase: Phase,
  round: number,
  run: RunOne,
): Promise<readonly CaseRun[]> => {
  const bad: CaseRun[] = [];
  for (const id of cases) {
    const done = await run(id, phase, round);
    if (done.result.verdict !== 'passed') bad.push(done);
  }
  return bad;
};

const steadyBefore = async ({ definition }: ExperimentWorld, run: RunOne): Promise<void> => {
  const [bad] = await runRound(definition.steadyState.cases, 'before', 1, run);
  if (bad === undefined) return;
  const message = `expected the steady state before the faults, got ${bad.case} ${bad.result.verdict}: ${whyNot(bad)}`;
  throw new NotJudged(message, 'steady-state');
};

const pausedRounds = async ({ definition, context, signal }: ExperimentWorld, run: RunOne): Promise<void> => {
  const { cases = [], rounds = 1, everyMs = 0 } = definition;
  if (cases.length === 0) return;
  for (let round = 1; round <= rounds; round += 1) {
    if (round > 1 && everyMs > 0) await context.clock.sleep(everyMs, signal);
    await runRound(cases, 'faults', round, run);
  }
};

/** Runs the case beside the others; its failure to run ends the phase. */
const beside = async ({ definition, context, proxies }: ExperimentWorld, notes: Notes): Promise<void> => {
  const { during } = definition;
  if (during === undefined) return;
  const startedAtEpochMs = context.clock.nowMs();
  const result = await context.runCase(during, proxies.targets);
  notes.runs.push({ phase: 'faults', case: during, round: 1, startedAtEpochMs, result, isBeside: true });
};

const endOf = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const leave = (): void => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
  });

/** Adds a fault when its time comes and takes it away when it is over. Rejects with what the adding or `ended` said. */
const keepFault = async (
  fault: PlannedFault,
  { context: { clock, log }, proxies }: ExperimentWorld,
  { faults }: Notes,
  [ended, onAdded]: readonly [AbortSignal, () => void],
): Promise<void> => {
  if ((fault.afterMs ?? 0) > 0) await clock.sleep(fault.afterMs ?? 0, ended);
  ended.throwIfAborted();
  const remove = await proxies.add(fault);
  const addedAtEpochMs = clock.nowMs();
  log('info', `fault ${fault.fault} at proxy ${fault.proxy} began`);
  onAdded();
  try {
    // Without a duration of its own it stays until all are removed.
    await (fault.durationMs === undefined ? endOf(ended) : clock.sleep(fault.durationMs, ended));
  } finally {
    await remove();
    faults.push({ fault, addedAtEpochMs, removedAtEpochMs: clock.nowMs() });
  }
};

interface Injected {
  readonly remove: () => Promise<void>;
  /** Rejects when a proxy cannot do what a fault wants. */
  readonly broken: Promise<never>;
  readonly isBroken: () => boolean;
}

/** Begins the faults; those without delay are there when this resolves. */
const inject = async (world: ExperimentWorld, notes: Notes): Promise<Injected> => {
  const over = new AbortController();
  const ended = AbortSignal.any([over.signal, world.signal]);
  const kept: Promise<void>[] = [];
  const added = world.definition.faults.map(
    (fault) =>
      new Promise<void>((resolve) => {
        kept.push(keepFault(fault, world, notes, [ended, resolve]));
        if ((fault.afterMs ?? 0) > 0) resolve();
      }),
  );
  let isBroken = false;
  const broken = new Promise<never>((_, reject) => {
    for (const work of kept)
      work.catch((error: unknown) => {
        if (ended.aborted) return;
        isBroken = true;
        reject(error instanceof Error ? error : new Error(String(error)));
      });
  });
  broken.catch(() => undefined);
  const remove = async (): Promise<void> => {
    over.abort(new Error('the faults are over'));
    await Promise.allSettled(kept);
  };
  try {
    await Promise.race([Promise.all(added), broken, endOf(world.signal)]);
  } catch (error) {
    await remove();
    throw error;
  }
  return { broken, isBroken: () => isBroken, remove };
};

const underFaults = async (world: ExperimentWorld, notes: Notes, run: RunOne): Promise<void> => {
  const { definition, proxies } = world;
  proxies.mark();
  const { remove, broken, isBroken } = await inject(world, notes);
  const runUnlessBroken: RunOne = (id, phase, round) => (isBroken() ? broken : run(id, phase, round));
  try {
    await Promise.race([Promise.all([pausedRounds(world, runUnlessBroken), beside(world, notes)]), broken]);
  } finally {
    await remove();
    await proxies.clear();
  }
  proxies.markRemoved();
  if (notes.faults.length === definition.faults.length) return;
  const late = definition.faults.find((fault) => !notes.faults.some((times) => times.fault === fault));
  throw new NotJudged(
    `expected every fault to begin, got none of "${late?.fault ?? ''}", which waits ${String(late?.afterMs)} ms: the cases were over before`,
    'faults',
  );
};

/** Looks at the steady state until all of it passes. @returns milliseconds, null when the time was up first */
const recover = async (world: ExperimentWorld, run: RunOne): Promise<number | null> => {
  const { definition, context, signal } = world;
  const { clock } = context;
  const startedAtMs = clock.nowMs();
  const limitMs = definition.recoveryMsMax ?? RECOVERY_MS_MAX_DEFAULT;
  for (let round = 1; ; round += 1) {
    const bad = await runRound(definition.steadyState.cases, 'recovery', round, run);
    const elapsedMs = clock.nowMs() - startedAtMs;
    if (bad.length === 0) return elapsedMs <= limitMs ? elapsedMs : null;
    if (elapsedMs >= limitMs) return null;
    await clock.sleep(Math.min(RECOVERY_EVERY_MS, limitMs - elapsedMs), signal);
  }
};

const runner =
  ({ context, proxies, signal }: ExperimentWorld, notes: Notes): RunOne =>
  async (id, phase, round) => {
    signal.throwIfAborted();
    const startedAtEpochMs = context.clock.nowMs();
    const window = proxies.openWindow();
    const result = await context.runCase(id, proxies.targets);
    if (phase === 'faults') window.close();
    const run: CaseRun = { phase, case: id, round, startedAtEpochMs, result };
    notes.runs.push(run);
    return run;
  };

/**
 * Runs an experiment. The faults are gone when this returns or throws, however it ends.
 *
 * @throws NotJudged when the steady state was not there before, or a fault never began; what aborted the signal
 */
export const runExperiment = async (world: ExperimentWorld): Promise<Observation> => {
  const { definition, context, proxies } = world;
  const notes: Notes = { runs: [], faults: [], phases: {} };
  const run = runner(world, notes);
  const timed = async <Value>(phase: Phase, work: () => Promise<Value>): Promise<Value> => {
    context.log('info', `experiment "${definition.name}": ${phase}`);
    const startedAtEpochMs = context.clock.nowMs();
    try {
      return await work();
    } finally {
      notes.phases[phase] = { startedAtEpochMs, endedAtEpochMs: context.clock.nowMs() };
    }
  };
  await timed('before', () => steadyBefore(world, run));
  await timed('faults', () => underFaults(world, notes, run));
  const recoveryMs = await timed('recovery', () => recover(world, run));
  const { afterwards = [] } = definition;
  if (afterwards.length > 0) await timed('afterwards', () => runRound(afterwards, 'afterwards', 1, run));
  return { ...notes, recoveryMs, proxies: proxies.traffic() };
};
