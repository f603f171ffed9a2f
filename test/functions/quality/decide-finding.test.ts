/** `PUT /findings/{service}/{fingerprint}`: who may decide what about a finding, and that it stands on the trail. */
import { expect, test } from '@jest/globals';
import type { Role } from '#core/words';
import { makePlane, principal } from '../plane.ts';
import type { Plane, PlaneOptions } from '../plane.ts';
import { finding, fingerprint, put } from './records.ts';

const URL_A = `/findings/shop/${fingerprint('a')}`;
const body = (state: string, more: object = {}) => ({ state, reason: 'it is behind the gateway', ...more });

const decide = (
  plane: Plane,
  sent: object,
  role: Role = 'approver',
  url = URL_A,
  projects: readonly string[] = ['*'],
) => plane.request('PUT', url, { as: principal({ role, subject: role, projects }), body: sent });

const stocked = async (options: PlaneOptions = {}): Promise<Plane> => {
  const plane = makePlane(options);
  await put(plane, finding(plane, 'a'), finding(plane, 'c', { state: 'fixed' }));
  return plane;
};

const stateOf = async (plane: Plane): Promise<string | undefined> =>
  (await plane.findings.get('acme', 'shop', fingerprint('a')))?.record.state;

test.each<[Role, string, number]>([
  ['viewer', 'triaged', 403],
  ['executor', 'triaged', 403],
  ['editor', 'triaged', 200],
  ['editor', 'accepted', 403],
  ['editor', 'false-positive', 403],
  ['approver', 'triaged', 200],
  ['approver', 'accepted', 200],
  ['approver', 'false-positive', 200],
  ['admin', 'accepted', 200],
  ['owner', 'false-positive', 200],
])('%s calls a finding %s: %p', async (role, state, status) => {
  const plane = await stocked();

  const answer = await decide(plane, body(state), role);

  expect(answer.status).toBe(status);
  expect(await stateOf(plane)).toBe(status === 200 ? state : 'new');
  if (status === 403) expect(answer.code).toBe('forbidden');
});

test('who decided, what and why is on the trail, with what was before', async () => {
  const plane = await stocked();

  await decide(plane, body('accepted', { owner: 'team-orders' }));

  expect(plane.audit.entries).toEqual([
    {
      tenant: 'acme',
      principal: 'approver',
      requestId: 'request-1',
      resource: `finding/shop/${fingerprint('a')}`,
      action: 'finding.decide',
      atEpochMs: plane.clock.nowMs(),
      before: '{"owner":null,"state":"new"}',
      after: '{"owner":"team-orders","reason":"it is behind the gateway","state":"accepted"}',
    },
  ]);
});

test('the answer is the finding as it is now; an owner stays until another one is named', async () => {
  const plane = await stocked();

  await decide(plane, body('triaged', { owner: 'team-orders' }));
  const { body: told } = await decide(plane, body('accepted'));

  expect(told).toMatchObject({ fingerprint: fingerprint('a'), state: 'accepted', owner: 'team-orders', overdue: null });
});

test('what is refused leaves no mark on the trail', async () => {
  const plane = await stocked();

  await decide(plane, body('accepted'), 'editor');
  await decide(plane, body('accepted'), 'approver', `/findings/shop/${fingerprint('9')}`);

  expect(plane.audit.entries).toEqual([]);
});

test('of two who decide at once both are heard, one after the other', async () => {
  const plane = await stocked();

  const answers = await Promise.all([decide(plane, body('triaged')), decide(plane, body('accepted'))]);

  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect((await plane.findings.get('acme', 'shop', fingerprint('a')))?.revision).toBe(3);
});

test('a finding that is fixed leaves nothing to decide', async () => {
  const { status, code } = await decide(
    await stocked(),
    body('accepted'),
    'approver',
    `/findings/shop/${fingerprint('c')}`,
  );

  expect([status, code]).toEqual([409, 'finding-fixed']);
});

test.each([
  ['an unknown finding', `/findings/shop/${fingerprint('9')}`, ['*'], 404, 'finding-not-found'],
  ['a finding of another service', `/findings/billing/${fingerprint('a')}`, ['*'], 404, 'finding-not-found'],
  ['a finding of a service that one may not see', URL_A, ['billing'], 403, 'forbidden'],
  ['what is no fingerprint', '/findings/shop/abc', ['*'], 400, 'validation-failed'],
] as const)('%s: %s %j is %p %s', async (_what, url, projects, status, code) => {
  const answer = await decide(await stocked(), body('accepted'), 'approver', url, projects);

  expect([answer.status, answer.code]).toEqual([status, code]);
});

test('an approver of one project and editor of another may accept findings of the first alone', async () => {
  const plane = await stocked();
  await put(plane, finding(plane, 'b', { service: 'billing' }));
  const as = principal({
    role: 'approver',
    projects: ['billing'],
    grants: [
      { ruleId: 'one', role: 'approver', projects: ['billing'], payloadRead: false },
      { ruleId: 'two', role: 'editor', projects: ['shop'], payloadRead: false },
    ],
  });

  const own = await plane.request('PUT', `/findings/billing/${fingerprint('b')}`, { as, body: body('accepted') });
  const other = await plane.request('PUT', URL_A, { as, body: body('accepted') });
  const triaged = await plane.request('PUT', URL_A, { as, body: body('triaged') });

  expect([own.status, other.status, triaged.status]).toEqual([200, 403, 200]);
});

test('another tenant has no such finding', async () => {
  const plane = await stocked();

  const answer = await plane.request('PUT', URL_A, { as: principal({ tenant: 'other' }), body: body('accepted') });

  expect([answer.status, await stateOf(plane)]).toEqual([404, 'new']);
});

test.each([
  [{ state: 'fixed', reason: 'done' }],
  [{ state: 'reopened', reason: 'x' }],
  [{ state: 'accepted' }],
  [{ state: 'accepted', reason: '' }],
  [{ reason: 'x' }],
  [{ state: 'accepted', reason: 'x', more: 1 }],
])('%j is refused', async (sent) => {
  const plane = await stocked();

  const { status, code } = await decide(plane, sent);

  expect([status, code, await stateOf(plane)]).toEqual([400, 'validation-failed', 'new']);
});
