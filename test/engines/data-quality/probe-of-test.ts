import type { Json } from '#core/units';
import { epochMs } from '#core/units';
import type { Probe, ProbeContext, ProbeReport, ProbeRequest } from '#engines/probe/probe';

export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: { readonly [name: string]: string };
  readonly json?: Json;
  readonly text?: string;
  /** No answer comes. */
  readonly lost?: boolean;
}

export interface ProbeRun {
  readonly report: ProbeReport;
  /** `GET /path?query` of each request. */
  readonly sent: readonly string[];
  /** Texts of checks that do not hold, but those that only warn. */
  readonly failed: readonly string[];
}

const BASE = 'https://api.example';

/** Runs a data act against answers made from each request; paths are below https://api.example. */
export const runProbe = async <Definition>(
  probe: Probe<Definition>,
  definition: Definition,
  answer: (url: URL, request: ProbeRequest) => ScriptedAnswer,
  extra: Partial<Pick<ProbeContext, 'service' | 'runId'>> &
    Pick<ProbeContext, 'history' | 'structures'> & {
      readonly maskJson?: (value: Json) => Json;
      readonly documents?: { readonly [name: string]: Json };
    } = {},
): Promise<ProbeRun> => {
  const sent: string[] = [];
  const reports: ProbeReport[] = [];
  const { documents = {}, ...rest } = extra;
  const context: ProbeContext = {
    send: (request) => {
      const url = new URL(request.path, BASE);
      sent.push(`${request.method} ${url.origin === BASE ? '' : url.origin}${url.pathname}${url.search}`);
      const { status = 200, headers = {}, json, text, lost } = answer(url, request);
      const body = Buffer.from(text ?? JSON.stringify(json ?? null));
      const exchange = {
        request: { method: request.method, url: url.href, headers: request.headers ?? [] },
        startedAtEpochMs: 0,
        durationMs: 1,
      };
      return Promise.resolve(
        lost === true
          ? {
              ...exchange,
              failure: { type: 'timeout' as const, phase: 'wait', message: 'expected an answer, got none' },
            }
          : {
              ...exchange,
              response: { status, headers: Object.entries(headers), body, bodyBytes: body.length, url: url.href },
            },
      );
    },
    record: () => {
      throw new Error('nothing is recorded here');
    },
    mask: (text) => text,
    maskJson: (value) => value,
    service: '',
    runId: 'r1',
    clock: { nowMs: () => epochMs(Date.UTC(2026, 0, 2)), sleep: () => Promise.resolve() },
    seed: 'r1',
    signal: new AbortController().signal,
    targetUrl: () => new URL(BASE),
    document: (name = 'only') => {
      const found = documents[name];
      if (found === undefined) throw new TypeError(`expected a document, got ${name}`);
      return found;
    },
    runCase: () => Promise.reject(new Error('no case is run here')),
    log: () => undefined,
    ...rest,
  };
  await probe(definition, context, (report) => reports.push(report));
  const [report] = reports;
  if (report === undefined || reports.length > 1) throw new Error(`expected one report, got ${String(reports.length)}`);
  const failed = report.checks
    .filter(({ passed, warn }) => !passed && warn !== true)
    .map(({ check, message }) => `${check}: ${message ?? ''}`);
  return { report, sent, failed };
};
