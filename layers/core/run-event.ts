import type { Run } from '#core/run';
import type { GateAnswer } from '#core/words';

/** What `test.run.status` tells of: where the run is, or that somebody cancelled it. */
export type RunEventState = 'accepted' | 'running' | 'cancelled' | 'judged';

/** Detail type of the event, as rules match it. */
export const RUN_STATUS = 'test.run.status';

/** Detail of the status event. The same state of the same run may come twice: consumers know it by run id and state. */
export const runStatusDetail = (run: Run, state: RunEventState) => {
  const { tenant, runId, name, service, version, environment, gate, traceId } = run;
  const answer: GateAnswer | null = gate?.answer ?? null;
  return {
    tenant,
    runId,
    name,
    service,
    version,
    environment,
    state,
    gate: answer,
    counts: { ...gate?.counts },
    traceId,
  };
};
