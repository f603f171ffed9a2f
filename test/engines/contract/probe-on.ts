import { epochMs, type Json } from '#core/units';
import type { Probe, ProbeContext, ProbeReport, ProbeRequest } from '#engines/probe/probe';

export interface Answered {
  readonly status: number;
  readonly body?: Json;
  readonly headers?: readonly (readonly [string, string])[];
  readonly durationMs?: number;
}

/** Runs a probe against functions that answer, one for each target. */
export const probeOn = async <Definition>(
  probe: Probe<Definition>,
  definition: Definition,
  document: Json,
  targets: { readonly [name: string]: (request: ProbeRequest) => Answered | undefined },
): Promise<{ readonly reports: readonly ProbeReport[]; readonly sent: readonly string[] }> => {
  const reports: ProbeReport[] = [];
  const sent: string[] = [];
  const context: ProbeContext = {
    send: async (request) => {
      const name = request.target ?? 'default';
      sent.push(`${name} ${request.method} ${request.path}`);
      const answer = targets[name]?.(request);
      const url = `http://${name}.example${request.path}`;
      const body = new TextEncoder().encode(answer?.body === undefined ? '' : JSON.stringify(answer.body));
      const headers = [['content-type', 'application/json'] as const, ...(answer?.headers ?? [])];
      return {
        request: { method: request.method, url, headers: request.headers ?? [] },
        ...(answer === undefined
          ? { failure: { type: 'connection', phase: 'connect', message: 'refused' } as const }
          : { response: { status: answer.status, headers, body, bodyBytes: body.length, url } }),
        startedAtEpochMs: 0,
        durationMs: answer?.durationMs ?? 5,
      };
    },
    record: () => ({ request: { method: '', url: '', headers: [], bodyBytes: 0 }, curl: '' }),
    mask: (text) => text.replaceAll('topsecret', '***'),
    maskJson: (value) => value,
    clock: { nowMs: () => epochMs(0), sleep: async () => undefined },
    seed: 'abc',
    signal: new AbortController().signal,
    service: 'shop',
    runId: 'r1',
    targetUrl: (name) => new URL(`http://${name ?? 'default'}.example`),
    document: () => document,
    runCase: () => Promise.reject(new Error('no cases here')),
    log: () => undefined,
  };
  await probe(definition, context, (report) => reports.push(report));
  return { reports, sent };
};
