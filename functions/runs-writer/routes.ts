import type { ApiUseCases } from '#ports/api';
import type { ApiCall } from '#ports/api';
import type { Asked, RunAccepted } from './accept-run.ts';
import { cancelRun } from './cancel-run.ts';
import type { CancelRunPorts } from './cancel-run.ts';
import { rerunRun } from './rerun-run.ts';
import type { RerunRunPorts } from './rerun-run.ts';
import { submitRun } from './submit-run.ts';

export type RunsWriterPorts = RerunRunPorts & CancelRunPorts;

const askedBy = ({
  principal,
  traceId,
  headers,
}: Pick<ApiCall<'submitRun' | 'rerunRun'>, 'principal' | 'traceId' | 'headers'>): Asked => {
  const idempotencyKey = headers['idempotency-key'];
  return { principal, traceId, ...(idempotencyKey === undefined ? {} : { idempotencyKey }) };
};

const accepted = (body: RunAccepted) => ({ status: 202, headers: { Location: body.links.self }, body });

/** The routes of this function, each with its use case. */
export const runsWriterRoutes = (ports: RunsWriterPorts): ApiUseCases<'submitRun' | 'cancelRun' | 'rerunRun'> => {
  const submit = submitRun(ports);
  const cancel = cancelRun(ports);
  const rerun = rerunRun(ports);
  return {
    submitRun: async (call, signal) => {
      const submitted = await submit({ ...askedBy(call), request: call.body }, signal);
      return 'dryRun' in submitted ? { status: 200, body: submitted.dryRun } : accepted(submitted.accepted);
    },
    cancelRun: async ({ principal, path, requestId }, signal) => ({
      status: 202,
      body: await cancel({ principal, runId: path.runId, requestId }, signal),
    }),
    rerunRun: async (call, signal) => {
      const only = call.body?.only;
      return accepted(
        await rerun({ ...askedBy(call), runId: call.path.runId, ...(only === undefined ? {} : { only }) }, signal),
      );
    },
  };
};
