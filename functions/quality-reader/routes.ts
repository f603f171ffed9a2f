import type { ApiUseCases } from '#ports/api';
import { listDrift } from './list-drift.ts';
import type { ListDriftPorts } from './list-drift.ts';
import { listFindings } from './list-findings.ts';
import type { ListFindingsPorts } from './list-findings.ts';

export type QualityReaderPorts = ListFindingsPorts & ListDriftPorts;

const pageOf = ({ limit, cursor }: { readonly limit: number; readonly cursor?: string }) => ({
  limit,
  ...(cursor === undefined ? {} : { cursor }),
});

/** The routes of this function, each with its use case. */
export const qualityReaderRoutes = (ports: QualityReaderPorts): ApiUseCases<'listFindings' | 'listDrift'> => {
  const findings = listFindings(ports);
  const drift = listDrift(ports);
  return {
    listFindings: async ({ principal, query }, signal) => {
      const { service, state, severity, overdue } = query;
      const filter = {
        ...(service === undefined ? {} : { service }),
        ...(state === undefined ? {} : { state }),
        ...(severity === undefined ? {} : { severity }),
        ...(overdue === undefined ? {} : { overdue: overdue === 'true' }),
      };
      return { status: 200, body: await findings({ principal, filter, page: pageOf(query) }, signal) };
    },
    listDrift: async ({ principal, query }, signal) => {
      const { service, operation, from, to } = query;
      const filter = {
        service,
        ...(operation === undefined ? {} : { operation }),
        ...(from === undefined ? {} : { fromEpochMs: Date.parse(from) }),
        ...(to === undefined ? {} : { toEpochMs: Date.parse(to) }),
      };
      return { status: 200, body: await drift({ principal, filter, page: pageOf(query) }, signal) };
    },
  };
};
