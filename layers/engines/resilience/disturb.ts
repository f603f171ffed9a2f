/** The probe of act `disturb`. */
import type { DisturbDefinition } from '#core/acts/disturb';
import type { TryFailure } from '#core/case-result';
import { HttpFailure } from '#engines/http/http-failure';
import type { Probe, ProbeReport } from '#engines/probe/probe';
import { disturbProblems } from '#engines/resilience/definition-problems';
import type { Observation } from '#engines/resilience/experiment';
import { experimentFigures } from '#engines/resilience/figures';
import { judgeExperiment } from '#engines/resilience/judge';
import { openProxies } from '#engines/resilience/open-proxies';
import { NotJudged, runExperiment } from '#engines/resilience/run-experiment';
import type { FaultProxies } from '#ports/fault-proxy';

const failureOf = (error: unknown): TryFailure => {
  if (error instanceof HttpFailure) return { type: error.type, phase: error.phase, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  return { type: 'setup', phase: error instanceof NotJudged ? error.phase : 'experiment', message };
};

const counts = ({ runs }: Pick<Observation, 'runs'>): Pick<ProbeReport, 'requests' | 'requestErrors'> => ({
  requests: runs.length,
  requestErrors: runs.filter(({ result }) => result.response === undefined && result.verdict !== 'passed').length,
});

const judged = (definition: DisturbDefinition, observation: Observation): ProbeReport => {
  try {
    const checks = judgeExperiment(definition, observation);
    const outcome = checks.every(({ passed }) => passed) ? 'held' : 'refuted';
    return {
      checks,
      ...counts(observation),
      details: { experiment: experimentFigures(definition, outcome, observation) },
    };
  } catch (error) {
    if (!(error instanceof NotJudged)) throw error;
    const details = { experiment: experimentFigures(definition, 'not-judged', observation) };
    return { checks: [], ...counts(observation), failure: failureOf(error), details };
  }
};

const notJudged = ({ name, hypothesis, blastRadius }: DisturbDefinition, error: unknown): ProbeReport => ({
  checks: [],
  requests: 0,
  requestErrors: 0,
  failure: failureOf(error),
  details: { experiment: { name, hypothesis, blastRadius, outcome: 'not-judged' } },
});

/**
 * Runs an experiment and tells one report: failed when an expectation did not hold or the steady state did not come back, errored when
 * nothing could be judged, such as a steady state that was not there before. Faults and proxies are gone when it ends, also by its signal.
 */
export const disturbProbe =
  (proxies: FaultProxies): Probe<DisturbDefinition> =>
  async (definition, context, tell) => {
    const { signal } = context;
    const [problem] = disturbProblems(definition);
    if (problem !== undefined) {
      tell(notJudged(definition, new TypeError(`${problem.pointer}: ${problem.message}`)));
      return;
    }
    context.log('info', `experiment "${definition.name}" may hurt at worst: ${definition.blastRadius}`);
    try {
      const opened = await openProxies(definition, proxies, context, signal);
      try {
        tell(judged(definition, await runExperiment({ definition, context, proxies: opened, signal })));
      } finally {
        await opened.close();
      }
    } catch (error) {
      signal.throwIfAborted();
      tell(notJudged(definition, error));
    }
  };
