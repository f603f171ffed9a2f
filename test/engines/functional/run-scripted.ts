/** Runs a suite against scripted answers and a clock that only the test moves. */
import { expect } from '@jest/globals';
import type { CaseResult } from '#core/case-result';
import type { EnvironmentDefinition } from '#core/environment';
import { createMasker } from '#core/masking';
import type { CaseDefinition, SuiteDefinition } from '#core/suite';
import { runSuites } from '#engines/functional/run-suites';
import type { SuitesToRun } from '#engines/functional/run-suites';
import type { EngineLogLine, EnginePorts } from '#engines/functional/ports';
import { seededRandom } from '../../doubles/index.ts';
import { manualClock } from './manual-clock.ts';
import type { ManualClock } from './manual-clock.ts';
import { scriptedHttp } from './scripted-http.ts';
import type { Reply, ScriptedHttp } from './scripted-http.ts';

const ENVIRONMENT: EnvironmentDefinition = {
  name: 'test',
  targets: { default: 'https://api.test/v1', other: 'https://other.test' },
  variables: { tenant: 'acme', limit: 3 },
  secrets: { apiKey: { ref: 'shop/key', hosts: ['api.test'] } },
};

export const get = (id: string, more: Partial<CaseDefinition> = {}): CaseDefinition => ({
  id,
  request: { method: 'GET', path: `/${id}` },
  checks: [{ status: 200 }],
  ...more,
});

export const suiteOf = (cases: readonly CaseDefinition[], more: Partial<SuiteDefinition> = {}): SuiteDefinition => ({
  suite: 'checkout',
  service: 'shop',
  capability: 'functional',
  cases,
  ...more,
  // Waits between retries would need a clock that is moved: tests of retries ask for them.
  defaults: { retry: false, ...more.defaults },
});

export interface Ran {
  readonly results: ReadonlyMap<string, CaseResult>;
  readonly order: readonly string[];
  readonly http: ScriptedHttp;
  readonly lines: readonly EngineLogLine[];
  readonly stopped: string | undefined;
}

export interface RunOptions {
  readonly job?: Partial<SuitesToRun>;
  readonly clock?: ManualClock;
  readonly stop?: AbortController;
  /** Moves time, stops and so on while the suites run. */
  readonly meanwhile?: (http: ScriptedHttp) => Promise<void>;
  readonly secrets?: { readonly [ref: string]: string };
  readonly ports?: Partial<EnginePorts>;
}

export const run = async (
  suite: SuiteDefinition,
  reply: Parameters<typeof scriptedHttp>[0],
  options: RunOptions = {},
): Promise<Ran> => {
  const http = scriptedHttp(reply);
  const results = new Map<string, CaseResult>();
  const order: string[] = [];
  const lines: EngineLogLine[] = [];
  const clock = options.clock ?? manualClock();
  const values = options.secrets ?? { 'shop/key': 'k-very-secret-1' };
  const secrets = {
    resolve: (ref: string) =>
      values[ref] === undefined ? Promise.reject(new Error('not there')) : Promise.resolve(values[ref]),
  };
  const job: SuitesToRun = {
    runId: 'r1',
    shard: 0,
    environment: ENVIRONMENT,
    suites: [{ id: 'shop.checkout', digest: '', definition: suite }],
    failFast: false,
    deadlineEpochMs: clock.nowMs() + 3_600_000,
    traceId: '0af7651916cd43dd8448eb211c80319c',
    ...options.job,
  };
  const sink = {
    caseDone: (result: CaseResult) => {
      const id = result.row === undefined ? result.case : `${result.case}[${String(result.row.number)}]`;
      expect(results.has(id)).toBe(false);
      results.set(id, result);
      order.push(id);
    },
    log: (line: EngineLogLine) => lines.push(line),
  };
  const running = runSuites(
    job,
    { http, clock, random: seededRandom(7), secrets, masker: createMasker(), ...options.ports },
    sink,
    (options.stop ?? new AbortController()).signal,
  );
  await options.meanwhile?.(http);
  const { stopped } = await running;
  return { results, order, http, lines, stopped };
};

export const verdicts = ({ results }: Ran): { readonly [id: string]: string } =>
  Object.fromEntries([...results].map(([id, result]) => [id, result.verdict]));
export const ok = (json: unknown = {}): Reply => ({ json });

/** The same with a target that has no path of its own. */
export const runAtRoot: typeof run = (suite, reply, options = {}) =>
  run(suite, reply, {
    ...options,
    job: { environment: { ...ENVIRONMENT, targets: { default: 'https://api.test' } }, ...options.job },
  });
