import type { SarifLog } from '#contracts/generated/types';
import type { ApiAnswer, ApiUseCases } from '#ports/api';
import type { PageRequest } from '#ports/page';
import type { RunFilter } from '#ports/run-store';
import { getContext } from './get-context.ts';
import type { GetContextPorts } from './get-context.ts';
import { getEvidence } from './get-evidence.ts';
import type { GetEvidencePorts } from './get-evidence.ts';
import { getHar } from './get-har.ts';
import type { GetHarPorts } from './get-har.ts';
import { getJunit } from './get-junit.ts';
import { getCtrf, getReportPage, getSarif, getSummary } from './get-report.ts';
import type { GetReportPorts } from './get-report.ts';
import { getRun } from './get-run.ts';
import type { GetRunPorts, RunAnswer } from './get-run.ts';
import { listLogs } from './list-logs.ts';
import { listResults } from './list-results.ts';
import { listRuns } from './list-runs.ts';

export type RunsReaderPorts = GetRunPorts & GetEvidencePorts & GetHarPorts & GetContextPorts & GetReportPorts;
type ReportOperation = 'getCtrf' | 'getSarif' | 'getSummary' | 'getReport';
type Operation =
  | 'getRun'
  | 'getResults'
  | 'getHar'
  | 'getContext'
  | 'getJunit'
  | ReportOperation
  | 'getLogs'
  | 'getEvidence'
  | 'listRuns';
type Query<O extends Operation> = Parameters<ApiUseCases<Operation>[O]>[0]['query'];

const pageOf = ({ limit, cursor }: { readonly limit: number; readonly cursor?: string }): PageRequest => ({
  limit,
  ...(cursor === undefined ? {} : { cursor }),
});

const filterOf = ({ service, environment, state, label, from, to }: Query<'listRuns'>): RunFilter => ({
  ...(service === undefined ? {} : { service }),
  ...(environment === undefined ? {} : { environment }),
  ...(state === undefined ? {} : { state }),
  ...(label === undefined ? {} : { label }),
  ...(from === undefined ? {} : { fromEpochMs: Date.parse(from) }),
  ...(to === undefined ? {} : { toEpochMs: Date.parse(to) }),
});

const runAnswer = ({ etag, view, waitedMs, retryAfterSeconds }: RunAnswer): ApiAnswer<'getRun'> => {
  const headers = {
    ETag: etag,
    ...(retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) }),
  };
  return view === undefined ? { status: 304, headers, waitedMs } : { status: 200, headers, body: view, waitedMs };
};

/** What is made of the results: the archive of their requests and the view of their variables. */
const viewRoutes = (ports: RunsReaderPorts): Pick<ApiUseCases<Operation>, 'getHar' | 'getContext'> => {
  const har = getHar(ports);
  const context = getContext(ports);
  return {
    getHar: async ({ principal, requestId, path, query }, signal) => {
      const { verdict, suite } = query;
      const asked = { principal, requestId, runId: path.runId, page: pageOf(query) };
      const chosen = { ...(verdict === undefined ? {} : { verdict }), ...(suite === undefined ? {} : { suite }) };
      return { status: 200, body: await har({ ...asked, ...chosen }, signal) };
    },
    getContext: async ({ principal, requestId, path, query }, signal) => {
      const { suite } = query;
      const asked = { principal, requestId, runId: path.runId, page: pageOf(query) };
      return { status: 200, body: await context({ ...asked, ...(suite === undefined ? {} : { suite }) }, signal) };
    },
  };
};

/** The run in forms for other programs and for people. */
const reportRoutes = (ports: RunsReaderPorts): Pick<ApiUseCases<Operation>, ReportOperation> => {
  const [page, ctrf, sarif, summary] = [getReportPage(ports), getCtrf(ports), getSarif(ports), getSummary(ports)];
  return {
    getReport: async ({ principal, requestId, path }, signal) => ({
      status: 303,
      headers: { Location: await page({ principal, requestId, runId: path.runId }, signal) },
    }),
    getCtrf: async ({ principal, requestId, path }, signal) => ({
      status: 200,
      body: await ctrf({ principal, requestId, runId: path.runId }, signal),
    }),
    getSarif: async ({ principal, requestId, path }, signal) => ({
      status: 200,
      body: (await sarif({ principal, requestId, runId: path.runId }, signal)) as unknown as SarifLog,
    }),
    getSummary: async ({ principal, requestId, path }, signal) => ({
      status: 200,
      headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
      body: await summary({ principal, requestId, runId: path.runId }, signal),
    }),
  };
};

/** The routes of this function, each with its use case. */
export const runsReaderRoutes = (ports: RunsReaderPorts): ApiUseCases<Operation> => {
  const run = getRun(ports);
  const results = listResults(ports);
  const junit = getJunit(ports);
  const logs = listLogs(ports);
  const evidence = getEvidence(ports);
  const runs = listRuns(ports);
  return {
    getRun: async ({ principal, path, query, headers }, signal) => {
      const ifNoneMatch = headers['if-none-match'];
      return runAnswer(
        await run(
          {
            principal,
            runId: path.runId,
            waitSeconds: query.wait,
            ...(ifNoneMatch === undefined ? {} : { ifNoneMatch }),
          },
          signal,
        ),
      );
    },
    getResults: async ({ principal, requestId, path, query }, signal) => {
      const { verdict, suite } = query;
      const asked = { principal, requestId, runId: path.runId, page: pageOf(query) };
      const chosen = { ...(verdict === undefined ? {} : { verdict }), ...(suite === undefined ? {} : { suite }) };
      return { status: 200, body: await results({ ...asked, ...chosen }, signal) };
    },
    ...viewRoutes(ports),
    ...reportRoutes(ports),
    getJunit: async ({ principal, requestId, path }, signal) => {
      const found = await junit({ principal, requestId, runId: path.runId }, signal);
      if ('link' in found) return { status: 303, headers: { Location: found.link } };
      return { status: 200, headers: { 'Content-Type': 'application/xml; charset=utf-8' }, body: found.xml };
    },
    getLogs: async ({ principal, requestId, path, query }, signal) => {
      const { shard, level, case: caseId } = query;
      const asked = { principal, requestId, runId: path.runId, page: pageOf(query) };
      const chosen = {
        ...(shard === undefined ? {} : { shard }),
        ...(level === undefined ? {} : { level }),
        ...(caseId === undefined ? {} : { case: caseId }),
      };
      return { status: 200, body: await logs({ ...asked, ...chosen }, signal) };
    },
    getEvidence: async ({ principal, requestId, path }, signal) => ({
      status: 200,
      body: await evidence({ principal, requestId, runId: path.runId }, signal),
    }),
    listRuns: async ({ principal, query }, signal) => ({
      status: 200,
      body: await runs({ principal, filter: filterOf(query), page: pageOf(query) }, signal),
    }),
  };
};
