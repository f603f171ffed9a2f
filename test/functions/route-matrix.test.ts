/**
 * F1: every operation of the contract x every role, besides nobody, a refused token and another tenant, through the real handlers.
 *
 * The expectation is the matrix of F1 written out here by hand, per operation: neither core/role-matrix.ts nor the rights in the document
 * decide what is expected. An operation without a row here fails the first test.
 */
import { describe, expect, test } from '@jest/globals';
import { ROLES } from '#core/words';
import type { Role } from '#core/words';
import { ISSUER, makeStockedPlane, OPERATIONS, ownerRule, principal, SUITE } from './plane.ts';
import type { Operation, Plane } from './plane.ts';
import { makeJudgedRun, sealRun } from './recorded-run.ts';

const EVERYBODY: readonly Role[] = ['viewer', 'executor', 'editor', 'approver', 'admin', 'owner'];
const STARTERS: readonly Role[] = ['executor', 'editor', 'approver', 'admin', 'owner'];
const WRITERS: readonly Role[] = ['editor', 'approver', 'admin', 'owner'];
const MANAGERS: readonly Role[] = ['admin', 'owner'];

interface Row {
  readonly roles: readonly Role[] | 'public';
  readonly body?: unknown;
  readonly query?: string;
  /** Status for somebody who may. */
  readonly status: number;
  /** Status for an owner of another tenant: 404 where the path names a thing of ours, else whatever an empty tenant gives. */
  readonly elsewhere: number;
}

const CASE = { id: 'home', request: { method: 'GET', path: '/' }, checks: [{ status: 200 }] };
const RULE = { id: 'new-rule', issuer: ISSUER, claims: { sub: 'x' }, role: 'viewer' };

const ROWS: { readonly [operation: string]: Row } = {
  submitRun: { roles: STARTERS, body: { service: 'shop' }, status: 202, elsewhere: 422 },
  cancelRun: { roles: STARTERS, status: 202, elsewhere: 404 },
  rerunRun: { roles: STARTERS, body: {}, status: 202, elsewhere: 404 },
  getRun: { roles: EVERYBODY, status: 200, elsewhere: 404 },
  getResults: { roles: EVERYBODY, status: 200, elsewhere: 404 },
  getHar: { roles: EVERYBODY, status: 200, elsewhere: 404 },
  getContext: { roles: EVERYBODY, status: 200, elsewhere: 404 },
  getJunit: { roles: EVERYBODY, status: 200, elsewhere: 404 },
  getCtrf: { roles: EVERYBODY, status: 200, elsewhere: 404 },
  getSarif: { roles: EVERYBODY, status: 200, elsewhere: 404 },
  getSummary: { roles: EVERYBODY, status: 200, elsewhere: 404 },
  getReport: { roles: EVERYBODY, status: 303, elsewhere: 404 },
  getLogs: { roles: EVERYBODY, status: 200, elsewhere: 404 },
  getEvidence: { roles: EVERYBODY, status: 200, elsewhere: 404 },
  listFindings: { roles: EVERYBODY, status: 200, elsewhere: 200 },
  listDrift: { roles: EVERYBODY, query: '?service=shop', status: 200, elsewhere: 200 },
  decideFinding: {
    roles: WRITERS,
    body: { state: 'triaged', reason: 'looked at it with the team' },
    status: 200,
    elsewhere: 404,
  },
  listRuns: { roles: EVERYBODY, status: 200, elsewhere: 200 },
  putService: { roles: WRITERS, body: { owner: 'somebody-else' }, status: 200, elsewhere: 201 },
  getService: { roles: EVERYBODY, status: 200, elsewhere: 404 },
  listServices: { roles: EVERYBODY, status: 200, elsewhere: 200 },
  putSuite: { roles: WRITERS, body: { ...SUITE, uses: [], cases: [CASE] }, status: 200, elsewhere: 422 },
  getSuite: { roles: EVERYBODY, status: 200, elsewhere: 404 },
  listSuites: { roles: EVERYBODY, status: 200, elsewhere: 200 },
  putEnvironment: {
    roles: WRITERS,
    body: { targets: { default: 'https://other.example' } },
    status: 200,
    elsewhere: 201,
  },
  getEnvironment: { roles: EVERYBODY, status: 200, elsewhere: 404 },
  listEnvironments: { roles: EVERYBODY, status: 200, elsewhere: 200 },
  createUpload: {
    roles: WRITERS,
    body: { sha256: 'a'.repeat(64), bytes: 3, mediaType: 'application/json' },
    status: 201,
    elsewhere: 201,
  },
  addTrustRule: { roles: MANAGERS, body: RULE, status: 201, elsewhere: 422 },
  listTrustRules: { roles: EVERYBODY, status: 200, elsewhere: 200 },
  removeTrustRule: { roles: MANAGERS, status: 204, elsewhere: 404 },
  whoami: { roles: EVERYBODY, status: 200, elsewhere: 200 },
  getReadiness: { roles: EVERYBODY, status: 200, elsewhere: 200 },
  getHealth: { roles: 'public', status: 200, elsewhere: 200 },
  getOpenApi: { roles: 'public', status: 200, elsewhere: 200 },
  catchPost: { roles: 'public', status: 404, elsewhere: 404 },
  catchPut: { roles: 'public', status: 404, elsewhere: 404 },
  catchGet: { roles: 'public', status: 404, elsewhere: 404 },
};

interface World {
  readonly plane: Plane;
  readonly live: string;
  readonly sealed: string;
}

/** A tenant with one of everything: a live run, a sealed one, a service, a suite, an environment, a rule. */
const makeWorld = async (): Promise<World> => {
  const plane = await makeStockedPlane({ firstOwners: [ownerRule('acme')] });
  const as = principal();
  const start = async (): Promise<string> =>
    (await plane.request('POST', '/tests/run', { as, body: { service: 'shop' } })).runId;
  const run = await makeJudgedRun(
    plane,
    [{ planned: ['login', 'pay'], verdicts: { login: 'passed', pay: 'failed' } }],
    start,
  );
  await sealRun(plane, run);
  await plane.request('POST', '/access/trust-rules', { as, body: { ...RULE, id: 'old-rule' } });
  await plane.findings.put(
    'acme',
    {
      fingerprint: 'a'.repeat(32),
      check: 'bola-read',
      title: 'Orders of other users can be read',
      severity: 'high',
      service: 'shop',
      message: 'expected 403, got 200',
      state: 'new',
      firstSeenEpochMs: 1,
      lastSeenEpochMs: 1,
      lastRunId: run.runId,
      reopened: 0,
    },
    0,
  );
  return { plane, live: await start(), sealed: run.runId };
};

const urlOf = ({ path, operationId }: Operation, { live, sealed }: World): string =>
  path
    .replace('{runId}', operationId === 'cancelRun' ? live : sealed)
    .replace('{fingerprint}', 'a'.repeat(32))
    .replace('{service}', 'shop')
    .replace('{suite}', 'shop.checkout')
    .replace('{environment}', 'staging')
    .replace('{rule}', 'old-rule')
    .concat(ROWS[operationId]?.query ?? '');

const rowOf = ({ operationId }: Operation): Row => {
  const row = ROWS[operationId];
  if (row === undefined) throw new Error(`${operationId} has no row in this test`);
  return row;
};

const send = (world: World, operation: Operation, sent: Parameters<Plane['request']>[2]) => {
  const { body } = rowOf(operation);
  return world.plane.request(operation.method, urlOf(operation, world), {
    ...sent,
    ...(body === undefined ? {} : { body }),
  });
};

test('every operation of the contract has a row, and every row an operation', () => {
  expect(OPERATIONS.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(ROWS).sort());
});

test('every role of the product is tried', () => {
  expect([...ROLES]).toEqual(EVERYBODY);
});

const PROTECTED = OPERATIONS.filter((operation) => ROWS[operation.operationId]?.roles !== 'public');

describe.each(PROTECTED.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
  '%s',
  (_name, operation) => {
    test.each(EVERYBODY)('as %s', async (role) => {
      const { roles, status } = rowOf(operation);

      const answer = await send(await makeWorld(), operation, {
        as: principal({ role, payloadRead: role === 'owner' }),
      });

      expect([answer.status, answer.code]).toEqual(roles.includes(role) ? [status, ''] : [403, 'forbidden']);
    });

    test('as a role that nobody knows', async () => {
      const answer = await send(await makeWorld(), operation, { as: principal({ role: 'root' as Role }) });

      expect(answer.status).toBeGreaterThanOrEqual(400);
    });

    test('without a principal nobody gets in', async () => {
      const answer = await send(await makeWorld(), operation, {});

      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.body).not.toHaveProperty('items');
    });

    test.each([
      ['token-missing', 401],
      ['token-expired', 401],
      ['token-forged', 401],
      ['token-wrong-audience', 401],
      ['no-trust-rule', 403],
      ['tenant-ambiguous', 403],
    ])('with a token that the authorizer refused as %s', async (code, status) => {
      const answer = await send(await makeWorld(), operation, { refused: { code, detail: 'why' } });

      expect([answer.status, answer.code, answer.body.detail]).toEqual([status, code, 'why']);
    });

    test('as an owner of another tenant nothing of ours is seen or changed', async () => {
      const world = await makeWorld();
      const before = JSON.stringify([
        await world.plane.catalog.getService('acme', 'shop'),
        await world.plane.access.listRules('acme'),
        await world.plane.runs.get('acme', world.live),
      ]);

      const answer = await send(world, operation, { as: principal({ tenant: 'umbrella' }) });

      expect(answer.status).toBe(rowOf(operation).elsewhere);
      expect(answer.text).not.toContain('team-shop');
      expect(answer.text).not.toContain('shop.example');
      if (Array.isArray(answer.body.items)) expect(answer.body.items).toEqual([]);
      expect(
        JSON.stringify([
          await world.plane.catalog.getService('acme', 'shop'),
          await world.plane.access.listRules('acme'),
          await world.plane.runs.get('acme', world.live),
        ]),
      ).toBe(before);
    });
  },
);

test.each(
  OPERATIONS.filter((operation) => ROWS[operation.operationId]?.roles === 'public').map(
    (operation) => [`${operation.method} ${operation.path}`, operation] as const,
  ),
)('%s is open to everybody', async (_path, operation) => {
  const world = await makeWorld();

  const answers = await Promise.all([
    send(world, operation, {}),
    ...EVERYBODY.map((role) => send(world, operation, { as: principal({ role }) })),
  ]);

  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([rowOf(operation).status]));
});
