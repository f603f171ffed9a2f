/** A context for scans outside of a suite: the real client over loopback, the real masker. */
import { createMasker } from '#core/masking';
import { parseCidr } from '#core/address-policy';
import { epochMs, type Json } from '#core/units';
import type { ScanDefinition } from '#core/acts/scan';
import type { Finding } from '#core/finding';
import { undiciClient } from '#engines/http/undici-client';
import type { Exchange, ProbeContext, ProbeReport } from '#engines/probe/probe';
import { scan } from '#engines/security/scan';

const clock = {
  nowMs: () => epochMs(Date.now()),
  sleep: (ms: number) =>
    new Promise<void>((resolve) => {
      setTimeout(resolve, ms);
    }),
};

export interface Scanned {
  readonly reports: readonly ProbeReport[];
  readonly findings: readonly Finding[];
  /** Ids of the checks that found something, sorted, each once. */
  readonly found: readonly string[];
  /** `check operation: reason` of what was not looked at. */
  readonly skipped: readonly string[];
  readonly sent: readonly Exchange[];
}

export interface ScanSetting {
  readonly baseUrl: string;
  readonly document: Json;
  readonly seed?: string;
  readonly secrets?: readonly string[];
  readonly signal?: AbortSignal;
}

/** Runs one scan against a server on loopback. */
export const scanAgainst = async (
  { baseUrl, document, seed = 'seed', secrets = [], signal = new AbortController().signal }: ScanSetting,
  definition: ScanDefinition,
): Promise<Scanned> => {
  const loopback = parseCidr('127.0.0.0/8');
  if (loopback === undefined) throw new Error('127.0.0.0/8 is a range');
  const base = new URL(baseUrl);
  const http = undiciClient({ policy: { allowHosts: [base.host], allowedRanges: [loopback] } });
  const masker = createMasker({ secrets: secrets.map((value, at) => ({ name: `secret${String(at)}`, value })) });
  const sent: Exchange[] = [];
  const send: ProbeContext['send'] = async (request) => {
    signal.throwIfAborted();
    const url = /^https?:/u.test(request.path)
      ? request.path
      : `${base.origin}${base.pathname.replace(/\/$/u, '')}${request.path}`;
    const body = request.body === undefined ? {} : { body: Buffer.from(request.body) };
    const startedAtEpochMs = clock.nowMs();
    const asked = { method: request.method, url, headers: request.headers ?? [], ...body };
    const ended = (rest: Partial<Exchange>): Exchange => {
      const exchange = { request: asked, startedAtEpochMs, durationMs: clock.nowMs() - startedAtEpochMs, ...rest };
      sent.push(exchange);
      return exchange;
    };
    try {
      const response = await http.send(
        { ...asked, timeoutMs: 10_000, followRedirects: false, bodyBytesMax: 5_000_000 },
        signal,
      );
      return ended({ response });
    } catch (error) {
      return ended({
        failure: { type: 'connection', phase: 'send', message: error instanceof Error ? error.message : 'failed' },
      });
    }
  };
  const context = {
    send,
    record: ({ request, response }: Exchange) => ({
      request: {
        method: request.method,
        url: masker.maskUrl(request.url),
        headers: masker.maskHeaders(request.headers),
        bodyBytes: request.body?.byteLength ?? 0,
      },
      ...(response === undefined
        ? {}
        : {
            response: {
              status: response.status,
              headers: masker.maskHeaders(response.headers),
              bodyBytes: response.bodyBytes,
              body: masker.maskText(Buffer.from(response.body).toString('utf8')).slice(0, 2000),
              timingsMs: { dns: null, connect: null, tls: null, wait: 0, receive: 0 },
            },
          }),
      curl: masker.maskText(`curl -X ${request.method} '${request.url}'`),
    }),
    mask: (text: string) => masker.maskText(text),
    clock,
    seed,
    signal,
    targetUrl: () => base,
    document: () => document,
    log: () => undefined,
  } as unknown as ProbeContext;
  const reports: ProbeReport[] = [];
  try {
    await scan(definition, context, (report) => reports.push(report));
  } finally {
    await http.close();
  }
  const findings = reports.flatMap((report) => report.findings ?? []);
  return {
    reports,
    findings,
    found: [...new Set(findings.map(({ check }) => check))].sort(),
    skipped: reports.flatMap((report) =>
      (report.warnings ?? []).filter(({ kind }) => kind === 'not-looked-at').map(({ message }) => message),
    ),
    sent,
  };
};
