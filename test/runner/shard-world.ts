/** A shard in memory: table, staging, target and clock, with a program that can be started as often as a test likes. */
import type { ShardJob } from '#core/plan';
import type { Run } from '#core/run';
import type { RunnerPorts } from '#runner/ports';
import { runShard } from '#runner/run-shard';
import type { ShardOutcome } from '#runner/run-shard';
import {
  inMemoryBlobs,
  inMemoryRuns,
  recordingLog,
  recordingMetrics,
  recordingTaskToken,
  seededRandom,
} from '../doubles/index.ts';
import { manualClock } from '../engines/functional/manual-clock.ts';
import { scriptedHttp } from '../engines/functional/scripted-http.ts';
import type { Reply } from '../engines/functional/scripted-http.ts';

export const PLACE = { tenant: 'acme', runId: 'r00000000000000000000000001', shard: 0 };
export const PREFIX = `v1/acme/${PLACE.runId}/attempts/0000-01/`;
export const JOB_KEY = `v1/acme/${PLACE.runId}/shards/0000/job.json`;
export const TOKEN = 'tok-abcdef-123456';

const job = (more: Partial<ShardJob> = {}): ShardJob => ({
  schema: 'assay/job/v1',
  shards: 1,
  ...PLACE,
  environment: {
    name: 'test',
    targets: { default: 'https://api.test' },
    secrets: { key: { ref: 'assay/acme/k', hosts: ['api.test'] } },
  },
  suites: [
    {
      id: 'shop.checkout',
      digest: 'd',
      definition: {
        suite: 'checkout',
        service: 'shop',
        capability: 'functional',
        uses: ['key'],
        concurrency: 1,
        defaults: { retry: false },
        cases: ['a', 'b', 'c', 'd'].map((id) => ({
          id,
          request: { method: 'GET', path: `/${id}`, headers: { 'x-k': '{{key}}' } },
          checks: [{ status: 200 }],
        })),
      },
    },
  ],
  failFast: false,
  deadlineEpochMs: 1_800_003_600_000,
  traceId: '0af7651916cd43dd8448eb211c80319c',
  ...more,
});

const runItem = (): Run => ({
  schemaVersion: 1,
  tenant: 'acme',
  runId: PLACE.runId,
  state: 'running',
  name: 'n',
  labels: {},
  selectors: {},
  service: 'shop',
  version: null,
  environment: 'test',
  resolved: { environment: 'test', environmentFrom: 'request', version: null, versionFrom: 'none' },
  suites: [],
  gateRules: {},
  failFast: false,
  payloadHash: 'h',
  traceId: 't',
  principal: 'p',
  acceptedAtEpochMs: 1_800_000_000_000,
  deadlineEpochMs: 1_800_003_600_000,
});

export const world = async (
  options: { readonly job?: Partial<ShardJob>; readonly reply?: (url: URL) => Reply } = {},
) => {
  const runs = inMemoryRuns();
  const staging = inMemoryBlobs();
  const clock = manualClock();
  await runs.claim(runItem());
  await runs.putShards('acme', PLACE.runId, [
    { shard: 0, executor: 'fargate', predictedMs: 1, cases: {}, caseCount: 4 },
  ]);
  await staging.put(JOB_KEY, Buffer.from(JSON.stringify(job(options.job))), 'application/json');
  const token = recordingTaskToken();
  const http = scriptedHttp((_request, url) => options.reply?.(url) ?? { json: { echo: TOKEN } });
  const log = recordingLog();
  const base = {
    runs: runs,
    staging,
    clock,
    random: seededRandom(3),
    log,
    metrics: recordingMetrics(),
    httpFor: () => http,
    token,
  };
  const openSecrets = () => ({ resolve: () => Promise.resolve(TOKEN) });
  const start = (
    attempt: number,
    more: Partial<RunnerPorts> = {},
    terminate = new AbortController(),
  ): Promise<ShardOutcome> =>
    runShard(
      { ...PLACE, retry: attempt - 1, redrive: 0, executor: 'fargate', version: '0.1.0' },
      { ...base, openSecrets, atPoint: () => Promise.resolve(), ...more },
      terminate.signal,
    );
  const shard = async () => runs.getShard('acme', PLACE.runId, 0);
  return { runs, staging, clock, token, http, log, start, shard };
};
