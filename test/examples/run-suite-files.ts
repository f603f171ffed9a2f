import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CaseResult } from '#core/case-result';
import type { EnvironmentDefinition } from '#core/environment';
import { createMasker } from '#core/masking';
import type { SuiteDefinition } from '#core/suite';
import { epochMs } from '#core/units';
import { runSuites } from '#engines/functional/run-suites';
import { undiciClient } from '#engines/http/undici-client';
import { parseSuiteFile } from '#engines/suite-file/parse-suite';
import type { SuiteFileReader } from '#engines/suite-file/suite-files';
import { parseCidr } from '#core/address-policy';
import type { ResourceLedger } from '#ports/resource-ledger';
import type { ResponseHistory } from '#ports/response-history';
import type { StructureStore } from '#ports/structure-store';
import { machinesFor } from '#runner/probe-machines';
import { webhookCatcher } from '#runner/webhook-catcher';
import { seededRandom } from '../doubles/time.ts';

export const readSuite = (file: string): SuiteDefinition => {
  const readFile: SuiteFileReader = (named) => ({ bytes: readFileSync(path.resolve(path.dirname(file), named)) });
  const { suite, problems } = parseSuiteFile(readFileSync(file, 'utf8'), file, { readFile });
  if (suite === undefined) throw new Error(JSON.stringify(problems));
  return suite;
};

const clock = {
  nowMs: () => epochMs(Date.now()),
  sleep: (ms: number, signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer);
        reject(signal?.reason as Error);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, ms);
      if (signal?.aborted === true) stop();
      else signal?.addEventListener('abort', stop, { once: true });
    }),
};

export interface AgainstOptions {
  /** Generated values are made from it. */
  readonly runId?: string;
  /** Whether the runner can catch webhooks, on loopback. */
  readonly webhooks?: boolean;
  readonly ledger?: ResourceLedger;
  readonly structures?: StructureStore;
  readonly history?: ResponseHistory;
  /** Aborted with a `Stopped` to cancel the run. */
  readonly signal?: AbortSignal;
}

/** Runs suites against a real server on loopback with the real engine, HTTP client and webhook catcher. */
export const runAgainst = async (
  suites: readonly SuiteDefinition[],
  environment: EnvironmentDefinition,
  secrets: { readonly [ref: string]: string } = {},
  options: AgainstOptions = {},
): Promise<CaseResult[]> => {
  const loopback = parseCidr('127.0.0.0/8');
  if (loopback === undefined) throw new Error('127.0.0.0/8 is a range');
  const hosts = Object.values(environment.targets).map((url) => new URL(url).host);
  const policy = { allowHosts: hosts, allowedRanges: [loopback] };
  const http = undiciClient({ policy });
  const reach = { allowedRanges: [loopback], policyOf: () => policy };
  const machines = machinesFor({ reach, clock, isolation: 'own-machine', programs: '' })(environment, {
    source: { resolve: (ref) => Promise.resolve(secrets[ref] ?? '') },
    learn: () => undefined,
  });
  const random = seededRandom(7);
  const catcher = webhookCatcher({ clock, random });
  const results: CaseResult[] = [];
  const job = {
    runId: options.runId ?? 'r00000000000000000000000000',
    shard: 0,
    environment,
    suites: suites.map((definition) => ({
      id: `${definition.service}.${definition.suite}`,
      digest: '0'.repeat(64),
      definition,
    })),
    failFast: false,
    deadlineEpochMs: Date.now() + 60_000,
    traceId: '0'.repeat(32),
  };
  const ports = {
    http,
    clock,
    random,
    secrets: { resolve: (ref: string) => Promise.resolve(secrets[ref] ?? '') },
    masker: createMasker(),
    machines,
    ...(options.structures === undefined ? {} : { structures: options.structures }),
    ...(options.history === undefined ? {} : { history: options.history }),
    ...(options.webhooks === true ? { webhooks: catcher } : {}),
    ...(options.ledger === undefined ? {} : { ledger: options.ledger }),
  };
  try {
    await runSuites(
      job,
      ports,
      { caseDone: (result) => results.push(result), log: () => undefined },
      options.signal ?? new AbortController().signal,
    );
  } finally {
    await Promise.all([http.close(), catcher.close()]);
  }
  return results;
};

/** `checkout/add-line` of every case that did not pass. */
export const notPassed = (results: readonly CaseResult[]): string[] =>
  results
    .filter((result) => result.verdict !== 'passed')
    .map((result) => `${result.suite.split('.')[1] ?? ''}/${result.case} ${result.verdict}`)
    .sort();
