/**
 * On the cloud whose emulator evaluates roles: a run goes through on both executors, so that every call it needs is allowed; and with each
 * role one call that it needs and one that it must not have are made.
 */
import { beforeAll, expect, test } from '@jest/globals';
import { get, register } from './catalog.ts';
import { cloudOf, runToGate, sealed, someone } from './plane.ts';
import { assumeRole, outcomeOf, put, read, rolesOf, TABLE } from './role-sessions.ts';
import type { Call } from './role-sessions.ts';
import { json, startTarget } from './target.ts';

const cloud = cloudOf('roles');

/** By hand, from what each function is for. */
const CALLS: { readonly [role: string]: { readonly allowed: Call; readonly forbidden: Call } } = {
  authorizer: { allowed: TABLE.query, forbidden: TABLE.put },
  'runs-writer': { allowed: TABLE.put, forbidden: TABLE.delete },
  'runs-reader': { allowed: TABLE.get, forbidden: TABLE.update },
  'catalog-writer': { allowed: TABLE.put, forbidden: put('evidence') },
  'catalog-reader': { allowed: TABLE.get, forbidden: TABLE.put },
  'access-writer': { allowed: TABLE.delete, forbidden: put('staging') },
  'access-reader': { allowed: TABLE.query, forbidden: TABLE.put },
  'quality-reader': { allowed: TABLE.query, forbidden: TABLE.put },
  'quality-writer': { allowed: TABLE.put, forbidden: TABLE.delete },
  'system-reader': { allowed: TABLE.get, forbidden: TABLE.put },
  'plan-run': { allowed: put('staging'), forbidden: put('evidence') },
  'probe-target': { allowed: TABLE.get, forbidden: put('catalog') },
  'run-shard': { allowed: put('staging'), forbidden: put('evidence') },
  'lose-shard': { allowed: TABLE.update, forbidden: read('evidence') },
  'judge-run': { allowed: put('staging'), forbidden: put('evidence') },
  'seal-run': { allowed: put('evidence'), forbidden: TABLE.delete },
  'learn-run': { allowed: TABLE.put, forbidden: put('staging') },
  'close-run': { allowed: TABLE.update, forbidden: TABLE.delete },
  'close-task': { allowed: TABLE.update, forbidden: TABLE.delete },
  reconcile: { allowed: TABLE.query, forbidden: TABLE.delete },
  runner: { allowed: put('staging'), forbidden: put('evidence') },
};

let roles: ReadonlyMap<string, string>;

beforeAll(async () => {
  roles = await rolesOf(cloud, Object.keys(CALLS));
});

test('each function and the runner has a role of its own', () => {
  expect([...roles.keys()].sort()).toEqual(Object.keys(CALLS).sort());
  expect(new Set(roles.values()).size).toBe(roles.size);
});

test.each(Object.entries(CALLS))(
  'the role of %s may do what it is for, and not what it is not for',
  async (name, { allowed, forbidden }) => {
    const session = await assumeRole(cloud, roles.get(name) ?? '');

    expect({
      allowed: await outcomeOf(cloud, session, allowed),
      forbidden: await outcomeOf(cloud, session, forbidden),
    }).toEqual({
      allowed: 'let through',
      forbidden: 'denied',
    });
  },
);

test.each(['lambda', 'fargate'] as const)(
  'a run on %s is accepted, judged and sealed with the rights that the stacks grant',
  async (executor) => {
    await using target = await startTarget();
    target.routes.set('/one', json({ ok: true }));
    const who = await someone(cloud);
    const { service } = await register(who, { target, suites: { only: [get('one')] } });

    const view = await runToGate(who, { service, executor });

    expect(view.gate?.answer).toBe('open');
    expect((await sealed(who, view.runId)).seal).not.toBeNull();
  },
);
