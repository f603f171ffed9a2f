/** The archive of a run's requests, and the view of its variables: for whoever may read payloads, and for whoever may not. */
import { describe, expect, test } from '@jest/globals';
import { makeStockedPlane, principal } from '../plane.ts';
import type { Plane } from '../plane.ts';
import { expireStaging, makeJudgedRun, planRun, sealRun } from '../recorded-run.ts';

const as = principal();
const blind = principal({ role: 'viewer', payloadRead: false, subject: 'viewer' });

const start = async (plane: Plane): Promise<string> =>
  (await plane.request('POST', '/tests/run', { as, body: { service: 'shop' } })).runId;

const judged = async () => {
  const plane = await makeStockedPlane();
  const run = await makeJudgedRun(
    plane,
    [
      { planned: ['login'], verdicts: { login: 'passed' } },
      { planned: ['pay'], verdicts: { pay: 'failed' } },
    ],
    () => start(plane),
  );
  const get = (path: string, who = as) => plane.request('GET', `/tests/run/${run.runId}${path}`, { as: who });
  return { plane, run, get };
};

interface Har {
  readonly version: string;
  readonly creator: { readonly name: string; readonly version: string };
  readonly entries: readonly {
    readonly request: { readonly url: string };
    readonly _assay: { readonly case: string };
  }[];
  readonly _next: string | null;
  readonly _complete: boolean;
}

describe('the HTTP archive of a run (C4)', () => {
  test('has every recorded request, over as many pages as are asked for', async () => {
    const { get } = await judged();

    const whole = (await get('/har')).body['log'] as Har;
    const first = (await get('/har?limit=1')).body['log'] as Har;
    const second = (await get(`/har?limit=1&cursor=${String(first._next)}`)).body['log'] as Har;

    expect(whole).toMatchObject({
      version: '1.2',
      creator: { name: 'assay', version: '9.8.7' },
      _next: null,
      _complete: true,
    });
    expect(whole.entries.map((entry) => entry._assay.case)).toEqual(['login', 'pay']);
    expect([...first.entries, ...second.entries]).toEqual(whole.entries);
    expect(second._next).toBeNull();
  });

  test('holds nothing of payloads for whoever may not read them; who may is on the trail', async () => {
    const { plane, get } = await judged();

    const masked = await get('/har', blind);
    const before = plane.audit.entries.length;
    const seen = await get('/har');

    expect(masked.status).toBe(200);
    expect((masked.body['log'] as Har).entries).toHaveLength(2);
    expect(masked.text).not.toContain('customer-data');
    expect(seen.text).toContain('customer-data');
    expect(plane.audit.entries.slice(before).map(({ action }) => action)).toEqual(['payload.read']);
  });
});

interface Variable {
  readonly name: string;
  readonly values: readonly unknown[];
}

describe('the variables of a run (C3.1)', () => {
  test('are shown with who captured them, who used them, type, size and value', async () => {
    const { get } = await judged();

    const { status, body } = await get('/context');

    expect(status).toBe(200);
    expect(body).toEqual({
      complete: true,
      next: null,
      items: [
        {
          suite: 'shop.checkout',
          name: 'session',
          source: 'case',
          case: 'login',
          consumers: ['pay'],
          count: 1,
          values: [{ type: 'string', bytes: 15, value: 'customer-data' }],
        },
        {
          suite: 'shop.checkout',
          name: 'userName',
          source: 'environment',
          case: null,
          consumers: ['login'],
          count: 1,
          values: [{ type: 'string', bytes: 5, value: 'ada' }],
        },
      ],
    });
  });

  test('are masked for whoever may not read payloads, types and sizes stay; who may is on the trail', async () => {
    const { plane, get } = await judged();

    const masked = (await get('/context', blind)).body['items'] as readonly Variable[];
    const before = plane.audit.entries.length;
    await get('/context');

    expect(masked.map(({ values }) => values)).toEqual([
      [{ type: 'string', bytes: 15, value: '***' }],
      [{ type: 'string', bytes: 5, value: '***' }],
    ]);
    expect(plane.audit.entries.slice(before)).toMatchObject([{ action: 'payload.read' }]);
  });

  test('come over pages, of one suite where one is named, also when staging has expired', async () => {
    const { plane, run, get } = await judged();
    await sealRun(plane, run);
    await expireStaging(plane);

    const first = (await get('/context?limit=1')).body;
    const second = (await get(`/context?limit=1&cursor=${String(first['next'])}`)).body;
    const none = (await get('/context?suite=other')).body;

    const names = [first, second].flatMap(({ items }) => (items as readonly Variable[]).map(({ name }) => name));
    expect(names).toEqual(['session', 'userName']);
    expect(second['next']).toBeNull();
    expect(none['items']).toEqual([]);
    expect((await get(`/context?suite=other&cursor=${String(first['next'])}`)).code).toBe('cursor-invalid');
  });

  test('of a run that is not planned yet cannot be told; of one that runs they are incomplete', async () => {
    const plane = await makeStockedPlane();
    const runId = await start(plane);
    const early = await plane.request('GET', `/tests/run/${runId}/context`, { as });
    const run = await plane.runs.get('acme', runId);
    if (run === undefined) throw new Error('expected the run');
    await planRun(plane, run, [{ planned: ['login', 'pay'] }]);

    const { body } = await plane.request('GET', `/tests/run/${runId}/context`, { as });

    expect([early.status, early.code]).toEqual([409, 'run-not-over']);
    expect(body['complete']).toBe(false);
    expect((body['items'] as readonly Variable[])[0]).toMatchObject({ name: 'session', count: 0, values: [] });
  });
});
