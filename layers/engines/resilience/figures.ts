/** An experiment as it stands in the report. */
import type { DisturbDefinition } from '#core/acts/disturb';
import type { Json, JsonObject } from '#core/units';
import { PHASES, runsOf, whyNot } from '#engines/resilience/experiment';
import type { Observation, ProxyTraffic } from '#engines/resilience/experiment';
import { trafficFigures } from '#engines/resilience/traffic';

const countBy = (names: readonly string[]): JsonObject =>
  Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]));

const phasesOf = (observation: Observation): readonly Json[] =>
  PHASES.flatMap((phase) => {
    const times = observation.phases[phase];
    if (times === undefined) return [];
    const runs = runsOf(observation, phase);
    const durations = runs.filter(({ isBeside }) => isBeside !== true).map(({ result }) => result.durationMs);
    return [
      {
        phase,
        startedAtEpochMs: times.startedAtEpochMs,
        durationMs: times.endedAtEpochMs - times.startedAtEpochMs,
        runs: countBy(runs.map(({ result }) => result.verdict)),
        ...(durations.length === 0 ? {} : { longestRunMs: Math.round(Math.max(...durations)) }),
      },
    ];
  });

const proxyFigures = ({ seen, windows, connections, unseen }: ProxyTraffic): JsonObject => ({
  connections,
  ...(unseen === 0 ? {} : { unseen }),
  requests: seen.length,
  forwarded: seen.filter(({ forwarded }) => forwarded).length,
  ...trafficFigures(windows),
  statuses: countBy(seen.map(({ status }) => (status === null ? 'none' : String(status)))),
});

/** The first run that the faults broke, and how. */
const firstBroken = (observation: Observation): JsonObject => {
  const broken = runsOf(observation, 'faults').find(({ result }) => result.verdict !== 'passed');
  if (broken === undefined) return {};
  const beganAtMs = observation.phases.faults?.startedAtEpochMs ?? broken.startedAtEpochMs;
  const { case: id, round, startedAtEpochMs } = broken;
  return { firstBroken: { case: id, round, afterMs: startedAtEpochMs - beganAtMs, why: whyNot(broken) } };
};

export type ExperimentOutcome = 'held' | 'refuted' | 'not-judged';

/** What stands in `details.experiment`. */
export const experimentFigures = (
  { name, hypothesis, blastRadius }: DisturbDefinition,
  outcome: ExperimentOutcome,
  observation: Observation,
): JsonObject => ({
  name,
  hypothesis,
  blastRadius,
  outcome,
  recoveryMs: observation.recoveryMs,
  phases: phasesOf(observation),
  faults: observation.faults.map(({ fault, addedAtEpochMs, removedAtEpochMs }) => ({
    proxy: fault.proxy,
    fault: fault.fault,
    addedAtEpochMs,
    durationMs: removedAtEpochMs - addedAtEpochMs,
  })),
  proxies: Object.fromEntries([...observation.proxies].map(([id, traffic]) => [id, proxyFigures(traffic)])),
  ...firstBroken(observation),
});
