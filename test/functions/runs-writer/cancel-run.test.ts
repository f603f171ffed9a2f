/** Cancel in every state of a run. Runs are brought to their state through the stores that the workflow writes. */
import { describe, expect, test } from '@jest/globals';
import { epochMs } from '#core/units';
import { makeStockedPlane, principal } from '../plane.ts';
import type { Plane, Sent } from '../plane.ts';
import { judgeRun, planRun, sealRun } from '../recorded-run.ts';

const as = principal();
const start = async (plane: Plane): Promise<string> =>
  (await plane.request('POST', '/tests/run', { as, body: { service: 'shop', labels: { branch: 'main' } } })).runId;
const cancel = (plane: Plane, runId: string, sent: Sent = {}) =>
  plane.request('POST', `/tests/run/${runId}/cancel`, { as, ...sent });

const bring = async (plane: Plane, state: string): Promise<string> => {
  const runId = await start(plane);
  const run = await plane.runs.get('acme', runId);
  if (run === undefined) throw new Error('expected the run');
  if (state === 'planning') await plane.runs.advance('acme', runId, 'planning', {});
  if (['running', 'judging', 'judged', 'sealed'].includes(state))
    await planRun(plane, run, [{ planned: ['login', 'pay'] }]);
  if (state === 'judging') await plane.runs.advance('acme', runId, 'judging', {});
  if (state === 'judged' || state === 'sealed') await judgeRun(plane, run);
  if (state === 'sealed') await sealRun(plane, run);
  return runId;
};

describe('cancel', () => {
  test.each(['accepted', 'planning', 'running'])('a run that is %s is asked to stop', async (state) => {
    const plane = await makeStockedPlane();
    const runId = await bring(plane, state);

    const answer = await cancel(plane, runId);

    expect([answer.status, answer.body.state]).toEqual([202, state]);
    expect(answer.body.stop).toEqual({ reason: 'cancelled', by: 'someone', at: '2026-11-21T12:00:00.000Z' });
    expect((await plane.runs.get('acme', runId))?.stopReason).toBe('cancelled');
  });

  test.each(['judging', 'judged', 'sealed'])('a run that is %s is over', async (state) => {
    const plane = await makeStockedPlane();
    const runId = await bring(plane, state);

    const answer = await cancel(plane, runId);

    expect([answer.status, answer.code, answer.runId]).toEqual([409, 'run-already-over', runId]);
  });

  test('a repeat is the same answer, and stands once in the audit trail', async () => {
    const plane = await makeStockedPlane();
    const runId = await bring(plane, 'running');
    const first = await cancel(plane, runId);
    plane.clock.advance(60_000);

    const again = await cancel(plane, runId);

    expect([again.status, again.body]).toEqual([202, first.body]);
    expect(plane.audit.entries.filter(({ action }) => action === 'run.cancel')).toHaveLength(1);
  });

  test('A7: it is told on the bus, once; a repeat, and a stop that somebody else asked for, tell nothing', async () => {
    const plane = await makeStockedPlane();
    const [runId, other] = [await bring(plane, 'running'), await bring(plane, 'running')];
    await plane.runs.requestStop('acme', other, 'deadline', 'assay', epochMs(1));

    for (const id of [runId, runId, other]) await cancel(plane, id);

    expect(plane.bus.events).toEqual([
      {
        detailType: 'test.run.status',
        detail: expect.objectContaining({ tenant: 'acme', runId, service: 'shop', state: 'cancelled', gate: null }),
      },
    ]);
  });

  test('A7: of two that cancel at once one is told', async () => {
    const plane = await makeStockedPlane();
    const runId = await bring(plane, 'running');

    const answers = await Promise.all([cancel(plane, runId), cancel(plane, runId), cancel(plane, runId)]);

    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(plane.bus.events).toHaveLength(1);
  });

  test('A3.2: a bus that is down keeps nobody from cancelling', async () => {
    const plane = await makeStockedPlane();
    const runId = await bring(plane, 'running');
    plane.bus.failNext(new Error('no bus'));

    const answer = await cancel(plane, runId);

    expect([answer.status, (await plane.runs.get('acme', runId))?.stopReason]).toEqual([202, 'cancelled']);
    expect(plane.log.lines).toEqual([
      {
        level: 'warn',
        message: 'the status event was not sent',
        fields: { test_run_id: runId, state: 'cancelled', reason: 'no bus' },
      },
    ]);
  });

  test('a run that is over is not told as cancelled', async () => {
    const plane = await makeStockedPlane();

    await cancel(plane, await bring(plane, 'judged'));

    expect(plane.bus.events).toEqual([]);
  });

  test('a repeat after the run ended by it is no error', async () => {
    const plane = await makeStockedPlane();
    const runId = await bring(plane, 'running');
    await cancel(plane, runId);
    const run = await plane.runs.get('acme', runId);
    if (run !== undefined) await judgeRun(plane, run);

    const again = await cancel(plane, runId);

    expect([again.status, again.body.state]).toEqual([202, 'judged']);
  });

  test('a run that fail-fast is stopping already stays stopped for that reason', async () => {
    const plane = await makeStockedPlane();
    const runId = await bring(plane, 'running');
    await plane.runs.requestStop('acme', runId, 'fail-fast', 'runner', epochMs(1));

    const answer = await cancel(plane, runId);

    expect([answer.status, answer.body.stop]).toEqual([
      202,
      { reason: 'fail-fast', by: 'runner', at: '1970-01-01T00:00:00.001Z' },
    ]);
  });

  test.each([
    ['another tenant', principal({ tenant: 'umbrella' })],
    ['another project', principal({ projects: ['billing'] })],
  ])('a run of %s is not there', async (_name, stranger) => {
    const plane = await makeStockedPlane();
    const runId = await bring(plane, 'running');

    const answer = await cancel(plane, runId, { as: stranger });

    expect([answer.status, answer.code]).toEqual([404, 'run-not-found']);
    expect((await plane.runs.get('acme', runId))?.stopReason).toBeUndefined();
  });
});
