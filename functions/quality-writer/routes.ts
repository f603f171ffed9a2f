import { findingView } from '#core/finding-view';
import type { ApiUseCases } from '#ports/api';
import { decideAboutFinding } from './decide-finding.ts';
import type { DecideFindingPorts } from './decide-finding.ts';

/** The routes of this function, each with its use case. */
export const qualityWriterRoutes = (ports: DecideFindingPorts): ApiUseCases<'decideFinding'> => {
  const decide = decideAboutFinding(ports);
  return {
    decideFinding: async ({ principal, requestId, path, body }, signal) => {
      const { service, fingerprint } = path;
      const { state, reason, owner } = body;
      const asked = { principal, requestId, service, fingerprint, state, reason };
      const record = await decide({ ...asked, ...(owner === undefined ? {} : { owner }) }, signal);
      return { status: 200, body: findingView(record, principal, ports.clock.nowMs()) };
    },
  };
};
