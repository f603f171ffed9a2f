import type { Principal } from '#core/access';
import { problem } from '#core/problems';
import type { Problem } from '#core/problems';
import { reaches } from '#core/project-scope';
import type { Run } from '#core/run';

/** The answer for a run that is not there, and for one of another tenant or project: nobody learns which it is. */
export const runNotFound = (runId: string): Problem =>
  problem('run-not-found', `there is no run ${runId} that you may see`, { runId });

/** @throws run-not-found */
export const requireVisible = (principal: Principal, runId: string, run: Run | undefined): Run => {
  if (run === undefined || run.tenant !== principal.tenant || !reaches(principal, run.service))
    throw runNotFound(runId);
  return run;
};
