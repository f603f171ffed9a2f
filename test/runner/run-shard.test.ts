/** The program of a shard runs against in-memory ports; what it leaves in table and staging is looked at from outside. */
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import type { SuiteDefinition } from '#core/suite';
import type { CaseResult } from '#core/case-result';
import type { AttemptManifest } from '#core/plan';
import { problem } from '#core/problems';
import { epochMs } from '#core/units';
import { JOB_KEY, PLACE, PREFIX, TOKEN, world } from './shard-world.ts';

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
    const scanned = (path: string) => ({
      path,
      secrets: 1,
      forms: ['raw', 'url', 'json', 'base64', 'hex', 'base32', 'reversed', 'host'],
      hitsBeforeMasking: 0,
      hitsAfter: 0,
    });
    expect(manifest.secretScan).toEqual({
      secrets: 1,
      hits: 0,
      files: [scanned('results.jsonl.gz'), scanned('log.jsonl.gz')],
    });
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

    expect(await here.start(1, { token: { ...here.token, succeed } })).toBe('recorded');
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
    const here = await world({ job: change });

    await expect(here.start(1)).rejects.toThrow(words);
    expect(here.http.requests).toHaveLength(0);
  });

  test('a suite that a job has in the form of files runs as what it stands for', async () => {
    const definition = {
      suite: 'checkout',
      service: 'shop',
      defaults: { retry: false },
      cases: [
        {
          id: 'each',
          rows: [{ n: 1 }, { n: 2 }],
          request: { method: 'GET', path: '/each/{{row.n}}' },
          checks: [{ status: 200 }],
        },
      ],
    };
    const suites = [{ id: 'shop.checkout', digest: 'd', definition: definition as unknown as SuiteDefinition }];
    const here = await world({ job: { suites } });

    await here.start(1);
    expect(here.http.requests.map(({ url }) => new URL(url).pathname).sort()).toEqual(['/each/1', '/each/2']);
  });

  test('a secret of another tenant is not asked for, and nothing is sent', async () => {
    const secrets = { key: { ref: 'assay/umbrella/k', hosts: ['api.test'] } };
    const here = await world({
      job: { environment: { name: 'test', targets: { default: 'https://api.test' }, secrets } },
    });

    await here.start(1);

    expect((await here.shard())?.counts).toMatchObject({ passed: 0, errored: 0, skipped: 4 });
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
