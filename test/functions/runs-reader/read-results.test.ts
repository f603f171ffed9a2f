/** The results of a run page by page, masked for whoever may not read payloads, and read from the sealed bundle once staging has expired. */
import { describe, expect, test } from '@jest/globals';
import { makeStockedPlane, principal } from '../plane.ts';
import type { Plane, Sent } from '../plane.ts';
import { expireStaging, judgeRun, makeJudgedRun, planRun, recordShard, sealRun } from '../recorded-run.ts';

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
const casesOf = (body: { readonly [field: string]: unknown }): readonly string[] =>
  (body.items as readonly { readonly case: string }[]).map((item) => item.case);

describe('results', () => {
  test('come shard by shard over pages, each case once', async () => {
    const plane = await makeStockedPlane();
    const run = await makeJudgedRun(
      plane,
      [
        { planned: ['a', 'b', 'c'], verdicts: { a: 'passed', b: 'failed', c: 'passed' } },
        { planned: ['x'] },
        { planned: ['d', 'e'], verdicts: { d: 'passed', e: 'failed' } },
      ],
      () => start(plane),
    );
    const pages: (readonly string[])[] = [];
    let next: unknown = '';
    while (typeof next === 'string') {
      const { body } = await get(
        plane,
        `/tests/run/${run.runId}/results?limit=2${next === '' ? '' : `&cursor=${next}`}`,
      );
      pages.push(casesOf(body));
      next = body.next;
    }

    expect(pages).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  });

  test('are filtered by verdict and by suite, named in full or not', async () => {
    const plane = await makeStockedPlane();
    const { runId } = await judged(plane);

    const [failed, short, full, none] = await Promise.all(
      ['verdict=failed', 'suite=checkout', 'suite=shop.checkout', 'suite=search'].map((query) =>
        get(plane, `/tests/run/${runId}/results?${query}`),
      ),
    );

    expect([failed, short, full, none].map((answer) => casesOf(answer?.body ?? {}))).toEqual([
      ['pay'],
      ['login', 'pay'],
      ['login', 'pay'],
      [],
    ]);
  });

  test('are not complete while a shard still runs', async () => {
    const plane = await makeStockedPlane();
    const run = await runOf(plane, await start(plane));
    await planRun(plane, run, [{ planned: ['login'] }, { planned: ['pay'] }]);
    await recordShard(plane, run, 1, { pay: 'failed' });

    const before = await get(plane, `/tests/run/${run.runId}/results`);
    await judgeRun(plane, run);
    const after = await get(plane, `/tests/run/${run.runId}/results`);

    expect([casesOf(before.body), before.body.complete, after.body.complete]).toEqual([['pay'], false, true]);
  });

  test('F1.1: without payload:read nothing of what was sent or answered is shown', async () => {
    const plane = await makeStockedPlane();
    const { runId } = await judged(plane);

    const seen = await get(plane, `/tests/run/${runId}/results`);
    const masked = await get(plane, `/tests/run/${runId}/results`, { as: blind });

    expect(seen.text.match(/customer-data/g)?.length).toBeGreaterThan(10);
    expect(masked.text).not.toContain('customer-data');
    expect(masked.text).toContain('$.total equals 12');
    expect(casesOf(masked.body)).toEqual(casesOf(seen.body));
  });

  test('F1.1: reading payload is on the audit trail, reading masked results is not', async () => {
    const plane = await makeStockedPlane();
    const { runId } = await judged(plane);
    await get(plane, `/tests/run/${runId}/results`, { as: blind });
    await get(plane, `/tests/run/${runId}/results`);

    const reads = plane.audit.entries.filter(({ action }) => action === 'payload.read');

    expect(reads).toEqual([expect.objectContaining({ principal: 'someone', resource: `run/${runId}/results` })]);
  });

  test.each([
    'abc',
    'e30',
    Buffer.from('["results","x",0]').toString('base64url'),
    Buffer.from('[1,2').toString('base64url'),
  ])('the cursor %s is refused', async (cursor) => {
    const plane = await makeStockedPlane();
    const { runId } = await judged(plane);

    const { status, code } = await get(plane, `/tests/run/${runId}/results?cursor=${cursor}`);

    expect([status, code]).toEqual([400, 'cursor-invalid']);
  });

  test('a cursor of other filters or another run is refused', async () => {
    const plane = await makeStockedPlane();
    const [one, two] = [await judged(plane), await judged(plane)];
    const cursor = (await get(plane, `/tests/run/${one.runId}/results?limit=1`)).body.next as string;

    const answers = await Promise.all(
      [
        `/tests/run/${one.runId}/results?verdict=failed&cursor=${cursor}`,
        `/tests/run/${two.runId}/results?cursor=${cursor}`,
      ].map((url) => get(plane, url)),
    );

    expect(answers.map(({ code }) => code)).toEqual(['cursor-invalid', 'cursor-invalid']);
  });

  test('a results file that was changed is not believed', async () => {
    const plane = await makeStockedPlane();
    const { runId } = await judged(plane);
    await plane.staging.put(
      `v1/acme/${runId}/attempts/0000-01/results.jsonl.gz`,
      new Uint8Array([1]),
      'application/gzip',
    );

    expect((await get(plane, `/tests/run/${runId}/results`)).code).toBe('digest-mismatch');
  });

  test('after staging expired they come from the sealed bundle, whatever lies above it', async () => {
    const plane = await makeStockedPlane();
    const run = await judged(plane);
    const before = await get(plane, `/tests/run/${run.runId}/results`);
    await sealRun(plane, run);
    await expireStaging(plane);
    for (const key of plane.evidence.keys) plane.evidence.forge(key, new TextEncoder().encode('forged'));

    const after = await get(plane, `/tests/run/${run.runId}/results`);

    expect([after.status, after.body]).toEqual([200, before.body]);
  });
});
