/** Logs, JUnit and evidence of a run, each with and without the right to read payloads. */
import { describe, expect, test } from '@jest/globals';
import { makeStockedPlane, principal } from '../plane.ts';
import type { Plane, Sent } from '../plane.ts';
import { makeJudgedRun, planRun, sealRun } from '../recorded-run.ts';

const as = principal();
const blind = principal({ role: 'viewer', payloadRead: false, subject: 'viewer' });
const start = async (plane: Plane): Promise<string> =>
  (await plane.request('POST', '/tests/run', { as, body: { service: 'shop' } })).runId;
const get = (plane: Plane, url: string, sent: Sent = {}) => plane.request('GET', url, { as, ...sent });
const runOf = async (plane: Plane, runId: string) => {
  const run = await plane.runs.get('acme', runId);
  if (run === undefined) throw new Error('expected the run');
  return run;
};
const judged = (plane: Plane) =>
  makeJudgedRun(
    plane,
    [
      { planned: ['login'], verdicts: { login: 'passed' } },
      { planned: ['pay'], verdicts: { pay: 'failed' } },
    ],
    () => start(plane),
  );

describe('logs', () => {
  test('of recorded shards, by level, case and shard', async () => {
    const plane = await makeStockedPlane();
    const { runId } = await judged(plane);
    const messages = async (query: string) =>
      (
        (await get(plane, `/tests/run/${runId}/logs?${query}`)).body.items as readonly {
          message: string;
          shard: number;
        }[]
      ).map(({ message, shard }) => `${String(shard)} ${message}`);

    const all = (shard: number) =>
      [
        'case begins',
        'case failed',
        'POST https://shop.example/pay?card=customer-data 200 failed',
        'POST /pay errored',
      ].map((message) => `${String(shard)} ${message}`);

    expect(await messages('level=debug')).toEqual([...all(0), ...all(1)]);
    expect(await messages('level=warn')).toEqual(
      ['0', '1'].flatMap((shard) => [`${shard} case failed`, `${shard} POST /pay errored`]),
    );
    expect(await messages('case=login&shard=1')).toEqual(['1 case begins']);
  });

  test('of a shard that still runs: what it has written by now', async () => {
    const plane = await makeStockedPlane();
    const run = await runOf(plane, await start(plane));
    await planRun(plane, run, [{ planned: ['login'] }]);
    await plane.runs.claimAttempt({
      tenant: 'acme',
      runId: run.runId,
      shard: 0,
      attempt: 1,
      nonce: 'n',
      executor: 'fargate',
      atEpochMs: plane.clock.nowMs(),
    });
    const chunk = '{"at":"2026-11-21T12:00:01.000Z","level":"warn","message":"slow"}\n{"at":"2026-11';
    await plane.staging.put(
      `live/v1/acme/${run.runId}/0000-01/00001.jsonl`,
      new TextEncoder().encode(chunk),
      'application/jsonl',
    );

    const { body } = await get(plane, `/tests/run/${run.runId}/logs`);

    expect(body).toEqual({
      items: [{ at: '2026-11-21T12:00:01.000Z', level: 'warn', message: 'slow', shard: 0 }],
      next: null,
      complete: false,
    });
  });
});

describe('JUnit', () => {
  test('is there once the run is judged', async () => {
    const plane = await makeStockedPlane();
    const early = await get(plane, `/tests/run/${await start(plane)}/junit`);
    const { runId } = await judged(plane);

    const { status, headers, text } = await get(plane, `/tests/run/${runId}/junit`);

    expect([early.status, early.code]).toEqual([409, 'run-not-over']);
    expect([status, headers['Content-Type'], text]).toEqual([
      200,
      'application/xml; charset=utf-8',
      '<testsuites name="customer-data"/>',
    ]);
  });

  test('without payload:read it names the failed check and hides what came', async () => {
    const plane = await makeStockedPlane();
    const { runId } = await makeJudgedRun(
      plane,
      [{ planned: ['pay'], verdicts: { pay: 'failed' } }, { planned: ['login'] }],
      () => start(plane),
    );

    const { status, text } = await get(plane, `/tests/run/${runId}/junit`, { as: blind });

    expect(status).toBe(200);
    expect(text).not.toContain('customer-data');
    expect(text).toContain('$.total equals 12');
    expect(text).toContain('not run: shard 1 left no result of it');
  });
});

describe('evidence', () => {
  test('is a 409 before sealing that says how far the run is', async () => {
    const plane = await makeStockedPlane();
    const { runId } = await judged(plane);

    const { status, code, body } = await get(plane, `/tests/run/${runId}/evidence`);

    expect([status, code]).toEqual([409, 'evidence-not-sealed']);
    expect(body.detail).toContain('judged');
  });

  test('links each file to the version that was sealed, for five minutes', async () => {
    const plane = await makeStockedPlane();
    const run = await judged(plane);
    await sealRun(plane, run);

    const { body } = await get(plane, `/tests/run/${run.runId}/evidence`);

    const files = body.files as readonly { path: string; key: string; versionId: string; url: string }[];
    expect(files.map(({ path }) => path)).toContain('shards/0001/attempt-01/results.jsonl.gz');
    expect(
      files.every(
        ({ url, key, versionId }) =>
          url.includes(key) && url.includes(`versionId=${versionId}`) && url.includes('expires=300'),
      ),
    ).toBe(true);
    expect(body.expiresAt).toBe('2026-11-21T12:05:00.000Z');
    expect(plane.audit.entries).toContainEqual(
      expect.objectContaining({ action: 'payload.read', resource: `run/${run.runId}/evidence` }),
    );
  });

  test('without payload:read there is the manifest alone', async () => {
    const plane = await makeStockedPlane();
    const run = await judged(plane);
    await sealRun(plane, run);

    const { body } = await get(plane, `/tests/run/${run.runId}/evidence`, { as: blind });

    expect(body.files).toEqual([]);
    expect(body.manifest).toMatchObject({
      key: expect.stringMatching(/manifest\.json$/),
      url: expect.stringContaining('versionId='),
    });
  });
});
