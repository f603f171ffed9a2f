/** A probe context whose cases are requests to the small system, and the real fault proxies before it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseCidr } from '#core/address-policy';
import type { Cidr } from '#core/address-policy';
import type { DisturbDefinition } from '#core/acts/disturb';
import type { Try } from '#core/case-result';
import { epochMs } from '#core/units';
import type { JsonObject } from '#core/units';
import type { ProbeContext, ProbeReport } from '#engines/probe/probe';
import { disturbProbe } from '#engines/resilience/disturb';
import type { FaultProxies, FaultProxy } from '#ports/fault-proxy';
import { faultProxies } from '#runner/fault-proxy';
import { guardedDialer } from '#runner/fault-proxy-dial';

export interface SimpleCase {
  readonly method?: string;
  readonly path: string;
  readonly body?: string;
  readonly status: number;
  /** The body that is wanted. */
  readonly expect?: JsonObject;
}

export interface World {
  readonly base: string;
  readonly cases: { readonly [id: string]: SimpleCase };
  readonly allowHosts: readonly string[];
  readonly signal?: AbortSignal;
  /** Gets every proxy that is opened. */
  readonly opened?: FaultProxy[];
  /** Called before each run of a case. */
  readonly onRun?: (id: string, number: number) => void;
}

const clock: ProbeContext['clock'] = {
  nowMs: () => epochMs(Date.now()),
  sleep: (ms, signal) => sleep(ms, undefined, signal === undefined ? {} : { signal }),
};

const runSimple = async (base: string, { method = 'GET', path, body, status, expect }: SimpleCase): Promise<Try> => {
  const startedAtEpochMs = Date.now();
  const common = { try: 1, startedAtEpochMs };
  try {
    const init = { method, ...(body === undefined ? {} : { body }), signal: AbortSignal.timeout(2000) };
    const response = await fetch(`${base}${path}`, init);
    const text = await response.text();
    const isRight = response.status === status && (expect === undefined || text === JSON.stringify(expect));
    const message = `expected status ${String(status)}, got ${String(response.status)} ${text}`;
    return {
      ...common,
      durationMs: Date.now() - startedAtEpochMs,
      verdict: isRight ? 'passed' : 'failed',
      checks: [{ check: `status is ${String(status)}`, passed: isRight, ...(isRight ? {} : { message }) }],
      response: {
        status: response.status,
        headers: [...response.headers],
        body: text,
        bodyBytes: text.length,
        timingsMs: { dns: null, connect: null, tls: null, wait: 0, receive: 0 },
      },
    };
  } catch (error) {
    const failure = { type: 'connection', phase: 'wait', message: String(error) } as const;
    return { ...common, durationMs: Date.now() - startedAtEpochMs, verdict: 'errored', checks: [], failure };
  }
};

export interface Ran {
  readonly report: ProbeReport;
  /** Every proxy that was opened. */
  readonly proxies: readonly FaultProxy[];
  readonly logged: readonly string[];
}

const watching = (proxies: FaultProxies, opened: FaultProxy[]): FaultProxies => ({
  open: async (options, signal) => {
    const proxy = await proxies.open(options, signal);
    opened.push(proxy);
    return proxy;
  },
});

export const runDisturb = async (definition: DisturbDefinition, world: World): Promise<Ran> => {
  const { base, cases, allowHosts, onRun, opened = [], signal = new AbortController().signal } = world;
  const policy = { allowHosts, allowedRanges: [parseCidr('127.0.0.0/8')] as Cidr[] };
  const logged: string[] = [];
  const reports: ProbeReport[] = [];
  const unused = (): never => {
    throw new Error('an experiment does not do this');
  };
  let number = 0;
  const context: ProbeContext = {
    send: unused,
    record: unused,
    mask: (text) => text,
    maskJson: (value) => value,
    service: 'shop',
    runId: 'run-1',
    clock,
    seed: '5eed',
    signal,
    targetUrl: (name = 'default') => {
      if (name !== 'default') throw new TypeError(`expected a target of the environment, got ${name}`);
      return new URL(base);
    },
    document: unused,
    runCase: (id, targets) => {
      number += 1;
      onRun?.(id, number);
      const found = cases[id];
      if (found === undefined) throw new TypeError(`expected a case of the suite, got ${id}`);
      return runSimple(targets?.['default'] ?? base, found);
    },
    log: (_, message) => logged.push(message),
  };
  const proxies = watching(faultProxies({ dialer: guardedDialer({ policy }), clock }), opened);
  await disturbProbe(proxies)(definition, context, (report) => reports.push(report));
  const [report] = reports;
  if (report === undefined || reports.length !== 1)
    throw new Error(`expected one report, got ${String(reports.length)}`);
  return { report, proxies: opened, logged };
};
