/** The program of a shard runs against in-memory ports; what it leaves in table and staging is looked at from outside. */
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import type { CaseResult } from '#core/case-result';
import type { AttemptManifest, ShardJob } from '#core/plan';
import { problem } from '#core/problems';
import type { Run } from '#core/run';
import type { RunStore } from '#ports/run-store';
import { epochMs } from '#core/units';
import { CRASH_POINTS } from '#runner/crash-points';
import type { AtPoint, CrashPoint } from '#runner/crash-points';
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

const PLACE = { tenant: 'acme', runId: 'r00000000000000000000000001', shard: 0 };
const PREFIX = `v1/acme/${PLACE.runId}/attempts/0000-01/`;
const JOB_KEY = `v1/acme/${PLACE.runId}/shards/0000/job.json`;
const TOKEN = 'tok-abcdef-123456';

const job = (more: Partial<ShardJob> = {}): ShardJob => ({
  schema: 'assay/job/v1',
  ...PLACE,
  environment: {
    name: 'test',
    targets: { default: 'https://api.test' },
    secrets: { key: { ref: 'k', hosts: ['api.test'] } },
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

const runItem = (): Run =>
  ({
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
  }) as Run;

const world = async (options: { readonly job?: Partial<ShardJob>; readonly reply?: (url: URL) => Reply } = {}) => {
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
    runs: runs as RunStore,
    staging,
    clock,
    random: seededRandom(3),
    log,
    metrics: recordingMetrics(),
    httpFor: () => http,
    token,
  };
  const secrets = { resolve: () => Promise.resolve(TOKEN) };
  const start = (
    attempt: number,
    more: Partial<RunnerPorts> = {},
    terminate = new AbortController(),
  ): Promise<ShardOutcome> =>
    runShard(
      { ...PLACE, retry: attempt - 1, redrive: 0, executor: 'fargate', version: '0.1.0' },
      { ...base, secrets, atPoint: () => Promise.resolve(), ...more },
      terminate.signal,
    );
  const shard = async () => runs.getShard('acme', PLACE.runId, 0);
  return { runs, staging, clock, token, http, log, start, shard };
};

const linesOf = (body: Uint8Array | undefined): CaseResult[] =>
  gunzipSync(body ?? Buffer.alloc(0))
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as CaseResult);

describe('a shard', () => {
  test('is claimed, run, recorded and only then reported', async () => {
    const here = await world();

    const outcome = await here.start(1);
    const shard = await here.shard();
    const results = linesOf(here.staging.objects.get(`${PREFIX}results.jsonl.gz`)?.body);

    expect(outcome).toBe('recorded');
    expect(shard?.state).toBe('recorded');
    expect(shard?.counts).toEqual({
      passed: 4,
      failed: 0,
      errored: 0,
      skipped: 0,
      flaky: 0,
      warnings: 0,
      checks: 4,
      requests: 4,
      requestErrors: 0,
    });
    expect(results.map((result) => result.case)).toEqual(['a', 'b', 'c', 'd']);
    expect(here.token.answers).toEqual([{ output: {} }]);
  });

  test('leaves a list of its files whose digests are right and whose own digest is in the table', async () => {
    const here = await world();
    await here.start(1);

    const body = here.staging.objects.get(`${PREFIX}attempt.json`)?.body ?? new Uint8Array();
    const manifest = JSON.parse(Buffer.from(body).toString()) as AttemptManifest;
    const digest = (bytes: Uint8Array | undefined): string =>
      createHash('sha256')
        .update(bytes ?? '')
        .digest('hex');

    expect((await here.shard())?.attempts[0]?.attemptSha256).toBe(digest(body));
    expect(manifest.files.map(({ path }) => path)).toEqual(['results.jsonl.gz', 'log.jsonl.gz']);
    expect(manifest.files.map(({ key, sha256 }) => digest(here.staging.objects.get(key)?.body) === sha256)).toEqual([
      true,
      true,
    ]);
    expect(manifest.secretScan).toEqual({ secrets: 1, hits: 0 });
  });

  test('leaves no secret in any file, in no form', async () => {
    const here = await world({
      reply: () => ({
        json: { echo: TOKEN, url: encodeURIComponent(TOKEN), b: Buffer.from(`u:${TOKEN}`).toString('base64') },
      }),
    });
    await here.start(1);

    const texts = [...here.staging.objects]
      .filter(([key]) => key.startsWith(PREFIX))
      .map(([key, { body }]) => (key.endsWith('.gz') ? gunzipSync(body) : Buffer.from(body)).toString());

    expect(texts).toHaveLength(3);
    expect(texts.join('\n')).not.toContain(TOKEN);
    expect(texts.join('\n')).not.toContain(Buffer.from(`u:${TOKEN}`).toString('base64').slice(4, 20));
  });

  test('that another program has is left alone, without an answer to the state machine', async () => {
    const here = await world();
    await here.runs.claimAttempt({ ...PLACE, attempt: 1, nonce: 'other', executor: 'fargate', atEpochMs: epochMs(1) });

    expect(await here.start(1)).toBe('duplicate');
    expect(here.http.requests).toHaveLength(0);
    expect(here.token.answers).toEqual([]);
  });

  test('that was recorded before its program could say so is answered by the next one', async () => {
    const here = await world();
    const succeed = (): Promise<void> => Promise.reject(problem('config-missing', 'the answer does not get through'));

    expect(await here.start(1, { token: { heartbeat: here.token.heartbeat, fail: here.token.fail, succeed } })).toBe(
      'recorded',
    );
    expect(here.token.answers).toEqual([]);
    expect(await here.start(2)).toBe('duplicate');
    expect(here.http.requests).toHaveLength(4);
    expect(here.token.answers.at(-1)).toEqual({ output: {} });
  });

  test('without its job fails by name and gives the attempt back', async () => {
    const here = await world();
    here.staging.remove(JOB_KEY);

    await expect(here.start(1)).rejects.toMatchObject({ name: 'plan-missing' });
    expect((await here.shard())?.attempts[0]?.state).toBe('lost');
    expect(here.token.answers).toMatchObject([{ error: 'plan-missing' }]);
  });

  test.each([
    [{ runId: 'r2' }, 'runId'],
    [{ suites: [] }, 'a list of suites'],
    [{ traceId: 'x' }, 'a trace id'],
  ])('whose job is another one (%j) is not run', async (change, words) => {
    const here = await world({ job: change as Partial<ShardJob> });

    await expect(here.start(1)).rejects.toThrow(words);
    expect(here.http.requests).toHaveLength(0);
  });

  test('goes on when table and staging are throttled for a while', async () => {
    const here = await world();
    let failures = 3;
    const put = async (...all: Parameters<typeof here.staging.put>): Promise<void> => {
      failures -= 1;
      if (failures >= 0) throw problem('dependency-unavailable', 'SlowDown');
      await here.staging.put(...all);
    };

    const running = here.start(1, { staging: { ...here.staging, put } });
    await here.clock.advance(60_000);

    expect(await running).toBe('recorded');
    expect(here.log.lines.filter(({ message }) => message.includes('tried again'))).toHaveLength(3);
  });
});

describe('a stop', () => {
  const never = new Promise<void>(() => undefined);
  const begun = async (http: { readonly requests: readonly unknown[] }): Promise<void> => {
    while (http.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
  };

  test('that people asked for is seen within 5 s and what was done is recorded', async () => {
    const here = await world({ reply: () => ({ after: never }) });

    const running = here.start(1);
    await begun(here.http);
    await here.runs.requestStop('acme', PLACE.runId, 'cancelled', 'me', epochMs(1));
    await here.clock.advance(5000);

    expect(await running).toBe('recorded');
    expect((await here.shard())?.counts?.skipped).toBe(4);
    expect((await here.shard())?.attempts[0]?.stopped).toBe(true);
    expect(here.token.answers).toEqual([{ output: {} }]);
  });

  test('of the machine while nobody stopped the run gives the shard back to be redone', async () => {
    const here = await world({ reply: () => ({ after: never }) });
    const terminate = new AbortController();

    const running = here.start(1, {}, terminate);
    await begun(here.http);
    terminate.abort(new Error('SIGTERM'));

    expect(await running).toBe('interrupted');
    expect((await here.shard())?.state).not.toBe('recorded');
    expect(here.token.answers).toMatchObject([{ error: 'TaskDied' }]);
  });

  test('of the machine while the run is being stopped records what was done', async () => {
    const here = await world({ reply: () => ({ after: never }) });
    const terminate = new AbortController();

    const running = here.start(1, {}, terminate);
    await begun(here.http);
    await here.runs.requestStop('acme', PLACE.runId, 'cancelled', 'me', epochMs(1));
    terminate.abort(new Error('SIGTERM'));

    expect(await running).toBe('recorded');
  });

  test('by fail-fast is asked of all shards', async () => {
    const here = await world({
      job: { failFast: true },
      reply: (url) => ({ status: url.pathname === '/b' ? 500 : 200 }),
    });

    expect(await here.start(1)).toBe('recorded');
    expect((await here.runs.get('acme', PLACE.runId))?.stopReason).toBe('fail-fast');
    expect((await here.shard())?.counts).toMatchObject({ passed: 1, failed: 1, skipped: 2 });
  });

  test('comes when another attempt took the shard over, and nothing is recorded', async () => {
    const here = await world({ reply: () => ({ after: never }) });

    const running = here.start(1);
    await begun(here.http);
    await here.runs.claimAttempt({ ...PLACE, attempt: 2, nonce: 'later', executor: 'fargate', atEpochMs: epochMs(1) });
    await here.clock.advance(12_000);

    expect(await running).toBe('superseded');
    expect(here.token.answers).toEqual([]);
  });
});

describe('progress', () => {
  test('and live log are written while the shard runs, and the state machine hears a heartbeat', async () => {
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const here = await world({ reply: (url) => (url.pathname === '/c' ? { after: gate } : {}) });

    const running = here.start(1);
    while (here.http.requests.length < 3) await new Promise((resolve) => setImmediate(resolve));
    await here.clock.advance(20_000);
    const during = await here.shard();
    const live = here.staging.objects.get(`${PREFIX}log/00001.jsonl`)?.body;
    open();
    await running;

    expect(during?.casesDone).toBe(2);
    expect(
      Buffer.from(live ?? [])
        .toString()
        .trim()
        .split('\n'),
    ).toHaveLength(2);
    expect(here.token.heartbeats).toBe(1);
  });
});

describe('a program killed at', () => {
  const killAt =
    (point: CrashPoint): AtPoint =>
    (at, attempt) =>
      at === point && attempt === 1 ? new Promise(() => undefined) : Promise.resolve();

  test.each(CRASH_POINTS.filter((point) => !['after-first-case', 'after-half'].includes(point)))(
    '%s is redone once by the next attempt and counted once',
    async (point) => {
      const here = await world();
      // The first program never comes back from the point, as if it had been killed there.
      void here.start(1, { atPoint: killAt(point) });
      await here.clock.advance(100);
      for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));

      const outcome = await here.start(2);
      const shard = await here.shard();

      const wasRecorded = ['after-record', 'after-success'].includes(point);
      expect(outcome).toBe(wasRecorded ? 'duplicate' : 'recorded');
      expect(shard?.state).toBe('recorded');
      expect(shard?.attempts.filter(({ state }) => state === 'recorded')).toHaveLength(1);
      expect(shard?.counts?.passed).toBe(4);
      expect(here.token.answers.at(-1)).toEqual({ output: {} });
    },
  );
});
