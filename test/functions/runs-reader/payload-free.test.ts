/** F1.1: what somebody without `payload:read` sees of logs and JUnit files, and that every other read is on the trail. */
import { describe, expect, test } from '@jest/globals';
import { livePieceKey } from '#core/staging-keys';
import { makeStockedPlane, principal } from '../plane.ts';
import type { Plane } from '../plane.ts';
import { expireStaging, makeJudgedRun, planRun, sealRun } from '../recorded-run.ts';

const as = principal();
const blind = principal({ role: 'viewer', payloadRead: false, subject: 'viewer' });
const start = async (plane: Plane): Promise<string> =>
  (await plane.request('POST', '/tests/run', { as, body: { service: 'shop' } })).runId;
const judged = (plane: Plane) =>
  makeJudgedRun(plane, [{ planned: ['login', 'pay'], verdicts: { login: 'passed', pay: 'failed' } }], () =>
    start(plane),
  );

interface LogItem {
  readonly message: string;
  readonly [field: string]: unknown;
}
const itemsOf = (body: { readonly [field: string]: unknown }) => body.items as readonly LogItem[];

test('a failure of a result keeps type and phase, its message and those of warnings go', async () => {
  const plane = await makeStockedPlane();
  const { runId } = await judged(plane);

  const { body, text } = await plane.request('GET', `/tests/run/${runId}/results?verdict=failed`, { as: blind });

  expect(text).not.toContain('customer-data');
  expect(body.items).toEqual([
    expect.objectContaining({
      warnings: [{ kind: 'contract', message: '***' }],
      tries: [expect.objectContaining({ failure: { type: 'assertion', phase: 'check', message: '***' } })],
    }),
  ]);
});

describe('logs', () => {
  test('recorded lines keep what ran and how it ended; addresses are cut to their origin and reasons go', async () => {
    const plane = await makeStockedPlane();
    const { runId } = await judged(plane);

    const seen = await plane.request('GET', `/tests/run/${runId}/logs`, { as });
    const masked = await plane.request('GET', `/tests/run/${runId}/logs`, { as: blind });

    expect(seen.text).toContain('customer-data');
    expect(masked.text).not.toContain('customer-data');
    expect(itemsOf(masked.body)[1]).toEqual({
      at: '2026-11-21T12:00:02.000Z',
      level: 'error',
      message: 'case failed',
      case: 'pay',
      shard: 0,
      operation: 'POST /pay',
      url: '***',
      reason: '***',
      phase: 'check',
    });
    expect(itemsOf(masked.body).map(({ message }) => message)).toContain('POST https://shop.example/*** 200 failed');
    expect(itemsOf(masked.body).at(-1)).toMatchObject({ phase: 'connect', reason: 'connection refused' });
  });

  test('so do lines of a shard that still runs', async () => {
    const plane = await makeStockedPlane();
    const runId = await start(plane);
    const run = await plane.runs.get('acme', runId);
    if (run === undefined) throw new Error('expected the run');
    await planRun(plane, run, [{ planned: ['login'] }]);
    const claim = { tenant: 'acme', runId, shard: 0, attempt: 1, nonce: 'n', executor: 'fargate' } as const;
    await plane.runs.claimAttempt({ ...claim, atEpochMs: plane.clock.nowMs() });
    const line = { at: '2026-11-21T12:00:01.000Z', level: 'info', message: 'x', note: 'customer-data' };
    await plane.staging.put(
      livePieceKey(run, 0, 1, 1),
      new TextEncoder().encode(`${JSON.stringify(line)}\n`),
      'application/jsonl',
    );

    const { body } = await plane.request('GET', `/tests/run/${runId}/logs`, { as: blind });

    expect(body.items).toEqual([{ ...line, note: '***', shard: 0 }]);
  });
});

test.each(['ctrf', 'sarif', 'summary'])(
  '%s without the right holds nothing of what the target answered',
  async (what) => {
    const plane = await makeStockedPlane();
    const { runId } = await judged(plane);

    const blinded = await plane.request('GET', `/tests/run/${runId}/${what}`, { as: blind });

    expect(blinded.status).toBe(200);
    expect(blinded.text).not.toContain('customer-data');
  },
);

test('the page is behind a link to an origin of its own, by right another one', async () => {
  const plane = await makeStockedPlane();
  const { runId } = await judged(plane);

  const [open, whole] = await Promise.all(
    [blind, as].map((who) => plane.request('GET', `/tests/run/${runId}/report`, { as: who })),
  );
  const page = async (name: string): Promise<string> =>
    new TextDecoder().decode((await plane.staging.get(`v1/acme/${runId}/verdict/${name}`))?.body);

  expect([open?.status, whole?.status]).toEqual([303, 303]);
  expect(open?.headers['Location']).toContain('/verdict/report-open.html');
  expect(whole?.headers['Location']).toContain('/verdict/report.html');
  expect(await page('report.html')).toContain('customer-data');
  expect(await page('report-open.html')).not.toContain('customer-data');
});

test.each(['logs', 'junit', 'results', 'ctrf', 'sarif', 'summary', 'report'])(
  'a read of %s is on the trail, one of its masked form is not',
  async (what) => {
    const plane = await makeStockedPlane();
    const { runId } = await judged(plane);

    await plane.request('GET', `/tests/run/${runId}/${what}`, { as: blind });
    await plane.request('GET', `/tests/run/${runId}/${what}`, { as });

    expect(plane.audit.entries.filter(({ action }) => action === 'payload.read')).toEqual([
      expect.objectContaining({ principal: 'someone', resource: `run/${runId}/${what}` }),
    ]);
  },
);

describe('a JUnit file that is too large for an answer', () => {
  const large = new TextEncoder().encode(`<testsuites name="${'x'.repeat(5 * 1024 * 1024)}"/>`);
  const bring = async (plane: Plane) => {
    const run = await judged(plane);
    await plane.staging.put(`v1/acme/${run.runId}/verdict/junit.xml`, large, 'application/xml');
    await sealRun(plane, run);
    return run.runId;
  };

  test('is a link into staging, and once that has expired one to the sealed version', async () => {
    const plane = await makeStockedPlane();
    const runId = await bring(plane);

    const early = await plane.request('GET', `/tests/run/${runId}/junit`, { as });
    await expireStaging(plane);
    const late = await plane.request('GET', `/tests/run/${runId}/junit`, { as });

    expect([early.status, late.status]).toEqual([303, 303]);
    expect(early.headers['Location']).toContain(`v1/acme/${runId}/verdict/junit.xml`);
    expect(late.headers['Location']).toMatch(/files\/[0-9a-f]{64}.*versionId=/);
  });

  test('masked: it is cut down, and refused with a way out when that is not enough', async () => {
    const plane = await makeStockedPlane();
    const many = (length: number) => ({
      planned: [],
      verdicts: Object.fromEntries(
        Array.from({ length }, (_, at) => [`case-${String(at)}-${'x'.repeat(60)}`, 'failed' as const]),
      ),
    });
    const fits = await makeJudgedRun(plane, [many(11_500)], () => start(plane));
    const beyond = await makeJudgedRun(plane, [many(13_000)], () => start(plane));

    const [cut, refused] = [
      await plane.request('GET', `/tests/run/${fits.runId}/junit`, { as: blind }),
      await plane.request('GET', `/tests/run/${beyond.runId}/junit`, { as: blind }),
    ];

    expect([cut.status, refused.status, refused.code]).toEqual([200, 422, 'limit-exceeded']);
    expect(Buffer.byteLength(cut.text)).toBeLessThanOrEqual(4 * 1024 * 1024);
  });
});
