import { readFileSync } from 'node:fs';
import type { CaseResult } from '#core/case-result';
import type { EnvironmentDefinition } from '#core/environment';
import { createMasker } from '#core/masking';
import type { SuiteDefinition } from '#core/suite';
import { epochMs } from '#core/units';
import { runSuites } from '#engines/functional/run-suites';
import { undiciClient } from '#engines/http/undici-client';
import { parseSuiteFile } from '#engines/suite-file/parse-suite';
import { parseCidr } from '#core/address-policy';
import { seededRandom } from '../doubles/time.ts';

export const readSuite = (file: string): SuiteDefinition => {
  const { suite, problems } = parseSuiteFile(readFileSync(file, 'utf8'), file);
  if (suite === undefined) throw new Error(JSON.stringify(problems));
  return suite;
};

/** Runs suites against a real server on loopback with the real engine and HTTP client. */
export const runAgainst = async (
  suites: readonly SuiteDefinition[],
  environment: EnvironmentDefinition,
  secrets: { readonly [ref: string]: string } = {},
): Promise<CaseResult[]> => {
  const loopback = parseCidr('127.0.0.0/8');
  if (loopback === undefined) throw new Error('127.0.0.0/8 is a range');
  const hosts = Object.values(environment.targets).map((url) => new URL(url).host);
  const http = undiciClient({ policy: { allowHosts: hosts, allowedRanges: [loopback] } });
  const results: CaseResult[] = [];
  const job = {
    runId: 'r00000000000000000000000000',
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
    clock: {
      nowMs: () => epochMs(Date.now()),
      sleep: (ms: number, signal?: AbortSignal) =>
        new Promise<void>((resolve, reject) => {
          const timer = setTimeout(resolve, ms);
          signal?.addEventListener('abort', () => {
            clearTimeout(timer);
            reject(signal.reason as Error);
          });
        }),
    },
    random: seededRandom(7),
    secrets: { resolve: (ref: string) => Promise.resolve(secrets[ref] ?? '') },
    masker: createMasker(),
  };
  try {
    await runSuites(
      job,
      ports,
      { caseDone: (result) => results.push(result), log: () => undefined },
      new AbortController().signal,
    );
  } finally {
    await http.close();
  }
  return results;
};

/** `checkout/add-line` of every case that did not pass. */
export const notPassed = (results: readonly CaseResult[]): string[] =>
  results
    .filter((result) => result.verdict !== 'passed')
    .map((result) => `${result.suite.split('.')[1] ?? ''}/${result.case} ${result.verdict}`)
    .sort();
