/** Lets a probe send to one loopback service, without a suite around it. */
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'undici';
import { epochMs, type Json } from '#core/units';
import type { Exchange, ProbeContext, ProbeRequest } from '#engines/probe/probe';

type Sent = Exchange['request'];

const failureOf = (error: unknown): NonNullable<Exchange['failure']> => {
  const { code, message } = error as { readonly code?: string; readonly message: string };
  const isTimeout = /timeout/iu.test(`${code ?? ''} ${message}`);
  return { type: isTimeout ? 'timeout' : 'connection', phase: 'wait', message };
};

const sender =
  (client: Client, origin: string): ProbeContext['send'] =>
  async (request: ProbeRequest): Promise<Exchange> => {
    const startedAtEpochMs = Date.now();
    const body = typeof request.body === 'string' ? Buffer.from(request.body) : request.body;
    const sent: Sent = {
      method: request.method,
      url: `${origin}${request.path}`,
      headers: request.headers ?? [],
      ...(body === undefined ? {} : { body }),
    };
    try {
      const answer = await client.request({
        method: request.method,
        path: request.path,
        headers: (request.headers ?? []).flat(),
        body: body === undefined ? null : Buffer.from(body),
        headersTimeout: request.timeoutMs ?? 10_000,
        bodyTimeout: request.timeoutMs ?? 10_000,
      });
      const bytes = new Uint8Array(await answer.body.arrayBuffer());
      const headers = Object.entries(answer.headers).flatMap(([name, value]): (readonly [string, string])[] =>
        Array.isArray(value) ? value.map((one) => [name, one] as const) : [[name, value ?? '']],
      );
      return {
        request: sent,
        response: { status: answer.statusCode, headers, body: bytes, bodyBytes: bytes.byteLength, url: sent.url },
        startedAtEpochMs,
        durationMs: Date.now() - startedAtEpochMs,
      };
    } catch (error) {
      return { request: sent, failure: failureOf(error), startedAtEpochMs, durationMs: Date.now() - startedAtEpochMs };
    }
  };

export interface LoopbackProbe {
  readonly context: ProbeContext;
  readonly close: () => Promise<void>;
}

/** @param origin of a service on this machine */
export const loopbackProbe = (origin: string, document: Json, seed: string): LoopbackProbe => {
  const client = new Client(origin, { pipelining: 1 });
  const { signal } = new AbortController();
  const context: ProbeContext = {
    send: sender(client, origin),
    record: ({ request }) => ({
      request: {
        method: request.method,
        url: request.url,
        headers: request.headers,
        bodyBytes: request.body?.byteLength ?? 0,
        ...(request.body === undefined ? {} : { body: Buffer.from(request.body).toString('utf8') }),
      },
      curl: `curl -X ${request.method} '${request.url}'`,
    }),
    mask: (text) => text,
    maskJson: (value) => value,
    service: 'shop',
    runId: 'run',
    clock: { nowMs: () => epochMs(Date.now()), sleep: (ms) => wait(ms) },
    seed,
    signal,
    targetUrl: () => new URL(origin),
    document: () => document,
    runCase: async () => {
      throw new TypeError('expected no other case, got one');
    },
    log: () => undefined,
  };
  return { context, close: () => client.destroy() };
};
