/**
 * A runner that is killed outright (SIGKILL to its process, no chance to clean up) leaves in writing what it created, and the janitor
 * removes it. The target keeps orders and counts what is asked of it; the janitor is told that it is an hour later.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { SuiteFileCase } from '#contracts/generated/types';
import { invoke } from './behind.ts';
import { get, register } from './catalog.ts';
import { cloudOf, judged, someone, startRun } from './plane.ts';
import { json, startTarget } from './target.ts';

const HOUR_MS = 3_600_000;

/** Programs of this machine that were started with this variable. */
const programsWith = (variable: string): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => {
      try {
        const variables = readFileSync(`/proc/${name}/environ`, 'utf8').split('\0');
        return variables.includes(variable) ? [Number(name)] : [];
      } catch {
        // It has ended meanwhile, or is somebody else's.
        return [];
      }
    });

const login: SuiteFileCase = {
  id: 'login',
  token: true,
  request: { method: 'POST', path: '/login' },
  checks: [{ status: 200 }] as unknown as NonNullable<SuiteFileCase['checks']>,
  captures: { token: { path: '$.token' } },
};

const order: SuiteFileCase = {
  id: 'order',
  request: { method: 'POST', path: '/orders', headers: { authorization: 'Bearer {{token}}' } },
  checks: [{ status: 201 }] as unknown as NonNullable<SuiteFileCase['checks']>,
  captures: { orderId: { path: '$.id' } },
  creates: [
    { delete: { path: '/orders', query: { id: '{{orderId}}' }, headers: { authorization: 'Bearer {{token}}' } } },
  ],
};

test('what a killed runner created is removed by the janitor, with a token of its own', async () => {
  await using target = await startTarget();
  const cloud = cloudOf('plain');
  const orders = new Set<string>();
  let made = 0;
  let logins = 0;
  target.routes.set('/login', (hit, response) => {
    logins += 1;
    return json({ token: `bearer-token-value-${String(logins)}` })(hit, response);
  });
  target.routes.set('/orders', (hit, response) => {
    if (hit.method === 'POST') {
      made += 1;
      orders.add(String(made));
      return json({ id: String(made) }, 201)(hit, response);
    }
    const id = new URL(hit.url, target.url).searchParams.get('id') ?? '';
    const isFresh = hit.headers.authorization === `Bearer bearer-token-value-${String(logins)}`;
    return json({}, isFresh && orders.delete(id) ? 200 : 401)(hit, response);
  });
  let runId = '';
  let known = (): void => undefined;
  const accepted = new Promise<void>((resolve) => (known = resolve));
  // The case after the order is never answered: its runner dies while it waits.
  target.routes.set('/poison', async () => {
    await accepted;
    for (const pid of programsWith(`ASSAY_RUN_ID=${runId}`)) process.kill(pid, 'SIGKILL');
  });
  const who = await someone(cloud);
  const poison = get('poison', { dependsOn: ['order'] });
  const { service } = await register(who, { target, suites: { orders: [login, order, poison] } });

  runId = (await startRun(who, { service, executor: 'fargate', shards: 1 })).runId;
  known();
  const view = await judged(who, runId, 240_000);
  const left = orders.size;
  const before = logins;
  const swept = await invoke(cloud, 'sweep-resources', {
    id: 'test',
    source: 'test',
    'detail-type': 'Scheduled Event',
    time: new Date().toISOString(),
    resources: [],
    detail: { laterMs: HOUR_MS },
  });

  expect(view.gate?.answer).toBe('inconclusive');
  expect(left).toBeGreaterThan(0);
  expect(left).toBe(made);
  expect(swept.failed).toBe(false);
  expect([...orders]).toEqual([]);
  expect(logins).toBe(before + 1);
}, 300_000);
