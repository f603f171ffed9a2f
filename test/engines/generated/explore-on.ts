import type { ExploreDefinition } from '#core/acts/explore';
import type { Finding } from '#core/finding';
import { epochMs, type EpochMs, type Json } from '#core/units';
import { explore } from '#engines/generated/explore';
import type { Exchange, ProbeContext, ProbeReport, ProbeRequest } from '#engines/probe/probe';
import type { ShopAnswer, ShopRequest } from './small-shop.ts';

export interface Explored {
  readonly reports: readonly ProbeReport[];
  readonly findings: readonly Finding[];
  readonly sent: readonly ShopRequest[];
  /** When each request was sent. */
  readonly times: readonly number[];
  readonly waits: readonly number[];
}

export interface Watching {
  readonly signal?: AbortSignal;
  readonly tell?: (report: ProbeReport) => void;
}

const ORIGIN = 'http://shop.example';

const asExchange = (request: ProbeRequest, answer: ShopAnswer, now: EpochMs): Exchange => {
  const url = `${ORIGIN}${request.path}`;
  const text = answer.text ?? (answer.body === undefined ? '' : JSON.stringify(answer.body));
  const body = new TextEncoder().encode(text);
  const type =
    text === '' || answer.headers?.some(([name]) => name === 'content-type') === true
      ? []
      : [['content-type', 'application/json'] as const];
  return {
    request: {
      method: request.method,
      url,
      headers: request.headers ?? [],
      ...(request.body === undefined ? {} : { body: Buffer.from(request.body) }),
    },
    response: {
      status: answer.status,
      headers: [...type, ...(answer.headers ?? [])],
      body,
      bodyBytes: body.byteLength,
      url,
    },
    startedAtEpochMs: now,
    durationMs: 1,
  };
};

/** Explores what a function answers, with a clock of its own: no time passes but what is slept. Status 0 stands for no answer. */
export const exploreOn = async (
  answer: (request: ShopRequest) => ShopAnswer,
  document: Json,
  definition: ExploreDefinition = {},
  { signal = new AbortController().signal, tell }: Watching = {},
): Promise<Explored> => {
  let now = epochMs(1_000_000);
  const [reports, sent, times, waits]: [ProbeReport[], ShopRequest[], number[], number[]] = [[], [], [], []];
  const context: ProbeContext = {
    send: async (request) => {
      if (request.removes !== true) signal.throwIfAborted();
      const url = new URL(`${ORIGIN}${request.path}`);
      const headers = Object.fromEntries(request.headers ?? []);
      const asked = { method: request.method, url, headers, body: Buffer.from(request.body ?? '').toString('utf8') };
      sent.push(asked);
      times.push(now);
      const answered = answer(asked);
      const exchange = asExchange(request, answered, now);
      if (answered.status !== 0) return exchange;
      const { response: _response, ...rest } = exchange;
      return { ...rest, failure: { type: 'connection', phase: 'wait', message: 'reset' } };
    },
    record: ({ request }) => ({
      request: {
        method: request.method,
        url: request.url,
        headers: request.headers,
        bodyBytes: request.body?.byteLength ?? 0,
        ...(request.body === undefined ? {} : { body: Buffer.from(request.body).toString('utf8') }),
      },
      curl: '',
    }),
    mask: (text) => text,
    maskJson: (value) => value,
    service: 'shop',
    runId: 'run',
    clock: {
      nowMs: () => now,
      sleep: async (ms) => {
        waits.push(ms);
        now = epochMs(now + ms);
      },
    },
    seed: 'seed',
    signal,
    targetUrl: () => new URL(ORIGIN),
    document: () => document,
    runCase: async () => Promise.reject(new TypeError('expected no other case, got one')),
    log: () => undefined,
  };
  await explore(definition, context, (report) => {
    reports.push(report);
    tell?.(report);
  });
  return { reports, findings: reports.flatMap(({ findings = [] }) => findings), sent, times, waits };
};

/** `GET /orders 5xx server-error`: what makes a fault a distinct one. */
export const faultsOf = ({ findings }: Explored): string[] =>
  findings.map(({ operation, place, check }) => `${operation ?? ''} ${place ?? ''} ${check}`).sort();
