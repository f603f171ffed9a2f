/** The context of one suite against scripted answers, for tests that call a part of layers/engines/probe by itself. */
import type { EnvironmentDefinition } from '#core/environment';
import { buildGraph } from '#core/dependency-graph';
import { createMasker } from '#core/masking';
import type { CaseDefinition, SuiteDefinition } from '#core/suite';
import { openSuite } from '#engines/functional/open-suite';
import type { EngineLogLine, EnginePorts } from '#engines/functional/ports';
import { requestSenders } from '#engines/functional/request-senders';
import { places } from '#engines/functional/schedule';
import { secretVault } from '#engines/functional/secret-vault';
import type { SuiteContext } from '#engines/functional/suite-context';
import { turns } from '#engines/functional/turns';
import { seededRandom } from '../../doubles/index.ts';
import { manualClock } from '../functional/manual-clock.ts';
import type { ManualClock } from '../functional/manual-clock.ts';
import { scriptedHttp } from '../functional/scripted-http.ts';
import type { ScriptedHttp } from '../functional/scripted-http.ts';

/** What no artefact may hold. */
export const SECRET = 'k-very-secret-1';

export const ENVIRONMENT: EnvironmentDefinition = {
  name: 'test',
  targets: { default: 'https://api.test/v1', other: 'https://other.test' },
  variables: { limit: 3 },
  secrets: { apiKey: { ref: 'shop/key', hosts: ['api.test'] } },
};

export interface OpenedContext {
  readonly context: SuiteContext;
  readonly http: ScriptedHttp;
  readonly clock: ManualClock;
  readonly lines: readonly EngineLogLine[];
  readonly stop: AbortController;
}

export interface OpenOptions {
  readonly suite?: Partial<SuiteDefinition>;
  readonly environment?: Partial<EnvironmentDefinition>;
  readonly reply?: Parameters<typeof scriptedHttp>[0];
  readonly ports?: Partial<EnginePorts>;
}

export const openContext = async (
  cases: readonly CaseDefinition[],
  { suite = {}, environment = {}, reply = () => ({ json: {} }), ports: extra = {} }: OpenOptions = {},
): Promise<OpenedContext> => {
  const http = scriptedHttp(reply);
  const clock = manualClock();
  const stop = new AbortController();
  const lines: EngineLogLine[] = [];
  const masker = createMasker();
  const secrets = { resolve: () => Promise.resolve(SECRET) };
  const ports: EnginePorts = { http, clock, random: seededRandom(7), secrets, masker, ...extra };
  const definition: SuiteDefinition = {
    suite: 'checkout',
    service: 'shop',
    capability: 'security',
    cases,
    ...suite,
    defaults: { retry: false, ...suite.defaults },
  };
  const job = {
    runId: 'r1',
    shard: 0,
    environment: { ...ENVIRONMENT, ...environment },
    suites: [{ id: 'shop.checkout', digest: '', definition }],
    failFast: false,
    deadlineEpochMs: clock.nowMs() + 3_600_000,
    traceId: '0af7651916cd43dd8448eb211c80319c',
  };
  const senders = requestSenders(job, ports);
  const shard = {
    job,
    ports,
    sink: { caseDone: () => undefined, log: (line: EngineLogLine) => lines.push(line) },
    stop,
    vault: secretVault(job.environment, ports.secrets, ports.masker),
    everywhere: places(10),
    turns: turns(),
    senderFor: (one: SuiteDefinition) => senders.senderFor(one),
    report: () => undefined,
    failsFast: () => false,
  };
  const opening = {
    id: 'shop.checkout',
    suite: definition,
    graph: buildGraph(definition),
    signal: stop.signal,
    cleanup: new AbortController().signal,
  };
  const { context } = await openSuite(opening, shard);
  return { context, http, clock, lines, stop };
};
