/** Cases that run once for each row of a flow, against a scripted API. */
import { describe, expect, test } from '@jest/globals';
import type { CaseDefinition } from '#core/suite';
import { get, ok, runAtRoot as run, suiteOf, verdicts } from './run-scripted.ts';

const ROWS = [{ sku: 'A' }, { sku: 'B' }, { sku: 'C' }];

const order = (more: Partial<CaseDefinition> = {}): CaseDefinition => ({
  id: 'order',
  flow: 'orders',
  request: { method: 'POST', path: '/orders', json: { sku: '{{row.sku}}', at: '{{run.row}}' } },
  checks: [{ status: 200 }],
  captures: { orderId: { path: '$.id' } },
  ...more,
});

const read: CaseDefinition = {
  id: 'read',
  flow: 'orders',
  request: { method: 'GET', path: '/orders/{{orderId}}' },
  checks: [{ path: '$.sku', equals: '{{row.sku}}' }],
};

const bodyOf = (bytes: Uint8Array | undefined): { sku: string; at: number } =>
  JSON.parse(new TextDecoder().decode(bytes)) as { sku: string; at: number };

describe('rows', () => {
  test('run every case of a flow once each, with a verdict of their own (C3.2, row 11)', async () => {
    const ran = await run(suiteOf([order(), read], { flows: { orders: { rows: ROWS } } }), (request, url) =>
      request.method === 'POST'
        ? ok({ id: bodyOf(request.body).sku.toLowerCase() })
        : ok({ sku: url.pathname === '/orders/b' ? 'wrong' : url.pathname.slice(-1).toUpperCase() }),
    );

    expect(verdicts(ran)).toEqual({
      'order[1]': 'passed',
      'order[2]': 'passed',
      'order[3]': 'passed',
      'read[1]': 'passed',
      'read[2]': 'failed',
      'read[3]': 'passed',
    });
    expect(ran.http.requests.filter(({ method }) => method === 'POST').map(({ body }) => bodyOf(body))).toEqual([
      { sku: 'A', at: 1 },
      { sku: 'B', at: 2 },
      { sku: 'C', at: 3 },
    ]);
    expect(ran.results.get('read[2]')?.row).toEqual({ flow: 'orders', number: 2, values: { sku: 'B' } });
  });

  test('keep the order inside a row and run side by side up to their limit', async () => {
    const rows = Array.from({ length: 20 }, (_, at) => ({ sku: String(at) }));
    const flows = { orders: { rows, concurrency: 3 } };
    const ran = await run(suiteOf([read, order()], { flows, concurrency: 10 }), () => ({
      ...ok({ id: 'x', sku: '' }),
      after: new Promise<void>((resolve) => {
        setImmediate(resolve);
      }),
    }));

    expect(ran.http.atOnce()).toBe(3);
    for (let row = 1; row <= 20; row += 1)
      expect(ran.order.indexOf(`order[${String(row)}]`)).toBeLessThan(ran.order.indexOf(`read[${String(row)}]`));
  });

  test('that fail stop only what needs them in the same row', async () => {
    const ran = await run(suiteOf([order(), read], { flows: { orders: { rows: ROWS } } }), (request) =>
      request.method === 'POST' && bodyOf(request.body).sku === 'A' ? { status: 404 } : ok({ id: 'b', sku: 'B' }),
    );

    expect(ran.results.get('read[1]')?.because).toEqual({
      kind: 'dependency',
      case: 'order',
      reason: 'needs "order" (data), which failed',
      chain: ['order'],
    });
    expect(ran.results.get('read[2]')?.verdict).toBe('passed');
  });

  test('give a case outside of the flow the list of what they captured', async () => {
    const after = get('after', {
      request: { method: 'POST', path: '/after', json: { ids: '{{orderId}}' } },
    });
    const ran = await run(suiteOf([after, order()], { flows: { orders: { rows: ROWS } } }), (request, url) =>
      ok(url.pathname === '/orders' ? { id: bodyOf(request.body).sku } : {}),
    );

    const sent = ran.http.requests.at(-1);
    expect(JSON.parse(new TextDecoder().decode(sent?.body))).toEqual({ ids: ['A', 'B', 'C'] });
  });

  test('of which one failed keep the cases that need all of them from running', async () => {
    const after = get('after', { dependsOn: ['order'] });
    const ran = await run(suiteOf([after, order()], { flows: { orders: { rows: ROWS } } }), (request) =>
      bodyOf(request.body).sku === 'C' ? { status: 404 } : ok({ id: 'x' }),
    );

    expect(verdicts(ran)).toMatchObject({ 'order[3]': 'failed', after: 'skipped' });
  });
});

describe('a loop over a captured list', () => {
  const list = get('list', { captures: { users: { path: '$.users' } } });
  const each = get('each', { flow: 'users', request: { method: 'GET', path: '/users/{{row.id}}' } });
  const flows = { users: { rows: { each: '{{users}}' } } };

  test('runs once for each element', async () => {
    const ran = await run(suiteOf([each, list], { flows }), () => ok({ users: [{ id: 7 }, { id: 9 }] }));

    expect(ran.http.requests.map(({ url }) => new URL(url).pathname)).toEqual(['/list', '/users/7', '/users/9']);
  });

  test('over an empty list is errored, or skipped where that is fine', async () => {
    const empty = () => ok({ users: [] });
    const strict = await run(suiteOf([each, list], { flows }), empty);
    const fine = { users: { rows: { each: '{{users}}', emptyIsFine: true } } };
    const relaxed = await run(suiteOf([each, list], { flows: fine }), empty);

    expect(strict.results.get('each')?.tries[0]?.failure).toMatchObject({ type: 'setup', phase: 'rows' });
    expect(relaxed.results.get('each')?.because?.kind).toBe('no-rows');
  });

  test('whose list was never captured is skipped once, with the reason', async () => {
    const ran = await run(suiteOf([each, list], { flows }), () => ({ status: 404 }));

    expect(verdicts(ran)).toEqual({ list: 'failed', each: 'skipped' });
    expect(ran.results.get('each')?.because).toMatchObject({ case: 'list', chain: ['list'] });
  });
});

test('ten thousand rows of CSV are run one after the other without being held (row 11)', async () => {
  const csv = `sku,quantity\n${Array.from({ length: 10_000 }, (_, at) => `S${String(at)},${String(at % 7)}`).join('\n')}`;
  const item: CaseDefinition = {
    id: 'order',
    flow: 'orders',
    request: { method: 'POST', path: '/orders', json: { quantity: '{{row.quantity}}' } },
    checks: [{ status: 200 }],
  };
  const flows = { orders: { rows: { csv, types: { quantity: 'number' as const } } } };

  const ran = await run(suiteOf([item], { flows }), () => ok());

  expect(ran.results.size).toBe(10_000);
  expect(ran.http.atOnce()).toBeLessThanOrEqual(5);
  expect(JSON.parse(new TextDecoder().decode(ran.http.requests[8]?.body))).toEqual({ quantity: 1 });
});

test('a broken line of CSV errors the row that is missing and keeps the verdicts before it', async () => {
  const flows = { orders: { rows: { csv: 'sku\nA\n"B' } } };
  const ran = await run(suiteOf([order()], { flows }), () => ok({ id: 'x' }));

  expect(verdicts(ran)).toEqual({ 'order[1]': 'passed', 'order[2]': 'errored' });
});
