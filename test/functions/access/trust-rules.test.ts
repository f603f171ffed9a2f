/** F1.2: who may let whom in. Escalation is tried from every side; what counts is the list of rules afterwards. */
import { describe, expect, test } from '@jest/globals';
import { AUDIENCE, ISSUER, makePlane, ownerRule, principal } from '../plane.ts';
import type { Answer, Plane, Sent } from '../plane.ts';

const owner = principal();
const admin = principal({ role: 'admin', subject: 'admin' });
const rule = (change: object = {}) => ({
  id: 'ci',
  issuer: ISSUER,
  claims: { repository: 'acme/shop' },
  role: 'executor',
  ...change,
});
const add = (plane: Plane, body: unknown, sent: Sent = {}) =>
  plane.request('POST', '/access/trust-rules', { as: owner, ...sent, body });
const remove = (plane: Plane, id: string, sent: Sent = {}) =>
  plane.request('DELETE', `/access/trust-rules/${id}`, { as: owner, ...sent });
const idsOf = async (plane: Plane): Promise<readonly string[]> =>
  ((await plane.request('GET', '/access/trust-rules', { as: owner })).body.items as readonly { id: string }[]).map(
    ({ id }) => id,
  );
const pointers = ({ body }: Answer) =>
  ((body.errors ?? []) as readonly { pointer: string }[]).map(({ pointer }) => pointer);

describe('adding', () => {
  test('a rule is stored, shown and audited', async () => {
    const plane = makePlane();

    const answer = await add(
      plane,
      rule({ audience: AUDIENCE, projects: ['shop'], expiresAt: '2027-01-01T00:00:00Z' }),
      { as: admin },
    );

    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      id: 'ci',
      issuer: ISSUER,
      audience: AUDIENCE,
      claims: { repository: 'acme/shop' },
      role: 'executor',
      projects: ['shop'],
      payloadRead: false,
      createdBy: 'admin',
      createdAt: '2026-11-21T12:00:00.000Z',
      expiresAt: '2027-01-01T00:00:00.000Z',
    });
    expect(await idsOf(plane)).toEqual(['first-owner', 'ci']);
    expect(plane.audit.entries).toEqual([
      expect.objectContaining({ action: 'trust-rule.add', resource: 'trust-rule/ci', principal: 'admin' }),
    ]);
  });

  test('the same id twice is a 409', async () => {
    const plane = makePlane();
    await add(plane, rule());

    const again = await add(plane, rule({ role: 'viewer' }));

    expect([again.status, again.code]).toEqual([409, 'trust-rule-exists']);
  });

  test.each([
    ['an issuer that is not configured', { issuer: 'https://evil.example' }, ['/issuer'], ISSUER],
    ['an audience that is not configured', { audience: 'other' }, ['/audience'], AUDIENCE],
    ['claims that everybody has', { claims: { iss: ISSUER } }, ['/claims'], 'sub or repository'],
    ['claims that say when, not who', { claims: { exp: { like: '1*' }, iat: { like: '*1*' } } }, ['/claims'], ''],
    ['a glob of everything alone', { claims: { repository: { like: '**' } } }, ['/claims'], ''],
    ['a time that is over', { expiresAt: '2026-11-21T11:59:59Z' }, ['/expiresAt'], 'a time to come'],
    ['the id of the built-in rule', { id: 'first-owner' }, ['/id'], ''],
  ])('%s is a 422 that says what was expected', async (_name, change, where, expected) => {
    const plane = makePlane();

    const answer = await add(plane, rule(change));

    expect([answer.status, answer.code, pointers(answer)]).toEqual([422, 'trust-rule-invalid', where]);
    expect(answer.text).toContain(expected);
    expect(await idsOf(plane)).toEqual(['first-owner']);
  });

  test.each(['admin', 'owner'])('only an owner gives the role %s', async (role) => {
    const plane = makePlane();

    const refused = await add(plane, rule({ role }), { as: admin });
    const given = await add(plane, rule({ role }));

    expect([refused.status, refused.code, given.status]).toEqual([403, 'forbidden', 201]);
  });

  test('nobody gives more reach than they have', async () => {
    const plane = makePlane();
    const narrow = principal({ role: 'admin', projects: ['shop'], payloadRead: false });

    const answers = await Promise.all(
      [{ projects: ['billing'] }, { projects: ['*'] }, {}, { projects: ['shop'], payloadRead: true }].map((change) =>
        add(plane, rule(change), { as: narrow }),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect((await add(plane, rule({ projects: ['shop'] }), { as: narrow })).status).toBe(201);
  });
});

describe('removing', () => {
  test('a rule is gone and the trail holds what it was', async () => {
    const plane = makePlane();
    await add(plane, rule());

    const answer = await remove(plane, 'ci', { as: admin });

    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(await idsOf(plane)).toEqual(['first-owner']);
    expect(plane.audit.entries.at(-1)).toMatchObject({
      action: 'trust-rule.remove',
      before: expect.stringContaining('acme/shop'),
    });
  });

  test('a rule that is not there, and one of another tenant, are a 404', async () => {
    const plane = makePlane();
    await add(plane, rule());

    const answers = await Promise.all([
      remove(plane, 'none'),
      remove(plane, 'ci', { as: principal({ tenant: 'umbrella' }) }),
    ]);

    expect(answers.map(({ code }) => code)).toEqual(['trust-rule-not-found', 'trust-rule-not-found']);
    expect(await idsOf(plane)).toEqual(['first-owner', 'ci']);
  });

  test('an admin removes no owner', async () => {
    const plane = makePlane();
    await add(plane, rule({ role: 'owner' }));

    expect((await remove(plane, 'ci', { as: admin })).status).toBe(403);
  });

  test('the rule of the deploy cannot be removed here', async () => {
    const answer = await remove(makePlane(), 'first-owner');

    expect([answer.status, answer.code]).toEqual([409, 'last-owner-rule']);
  });

  test('the last owner rule stays, one that expired counts for nothing', async () => {
    const plane = makePlane({ firstOwners: [] });
    await add(plane, rule({ id: 'boss', role: 'owner' }));
    await add(plane, rule({ id: 'temp', role: 'owner', expiresAt: '2026-11-21T12:00:01Z' }));
    plane.clock.advance(2_000);

    const answer = await remove(plane, 'boss');

    expect([answer.status, answer.code]).toEqual([409, 'last-owner-rule']);
    expect((await remove(plane, 'temp')).status).toBe(204);
  });

  test('two owners who remove each other at once leave an owner', async () => {
    const plane = makePlane({ firstOwners: [ownerRule('umbrella')] });
    await add(plane, rule({ id: 'one', role: 'owner' }));
    await add(plane, rule({ id: 'two', role: 'owner' }));

    const answers = await Promise.all(['one', 'two'].map((id) => remove(plane, id)));

    expect((await idsOf(plane)).length).toBeGreaterThan(0);
    expect(answers.map(({ status }) => status)).toContain(409);
  });
});

describe('on an issuer that tenants share', () => {
  const namespaces = [
    { tenant: 'acme', claims: { repository_owner: ['acme', { like: 'acme-*' }] } },
    { tenant: 'umbrella', claims: { repository_owner: ['umbrella'] } },
  ];
  const shared = () => makePlane({ issuers: [{ issuer: ISSUER, audiences: [AUDIENCE], namespaces }] });
  const umbrella = { as: principal({ tenant: 'umbrella' }) };

  test.each([
    [{ repository_owner: 'umbrella' }, { repository_owner: 'acme' }],
    [{ repository_owner: 'umbrella', ref: { like: '*' } }, { ref: 'refs/heads/main' }],
    [{ repository_owner: ['umbrella'] }, { repository_owner: ['umbrella', 'acme'] }],
    [{ repository_owner: { like: 'umbrella' } }, { repository_owner: { like: 'umbrella*' } }],
    [
      { repository_owner: 'umbrella', sub: 'x' },
      { repository_owner: 'Umbrella', sub: 'x' },
    ],
    [
      { repository_owner: 'umbrella', sub: 'y' },
      { repository_owner: { like: '*' }, sub: 'y' },
    ],
  ])('a tenant may add a rule for %j but not for %j', async (within, outside) => {
    const plane = shared();

    const refused = await add(plane, rule({ claims: outside }), umbrella);

    expect([refused.status, refused.code, (await add(plane, rule({ claims: within }), umbrella)).status]).toEqual([
      422,
      'trust-rule-invalid',
      201,
    ]);
    expect(refused.text).toContain('expected a condition on repository_owner within \\"umbrella\\"');
    expect(refused.text).not.toContain('acme-');
    expect(pointers(refused)[0]).toBe('repository_owner' in outside ? '/claims/repository_owner' : '/claims');
  });

  test('a tenant without a part of the issuer adds no rule for it', async () => {
    const answer = await add(shared(), rule(), { as: principal({ tenant: 'globex' }) });

    expect([answer.status, pointers(answer)]).toEqual([422, ['/issuer']]);
    expect(answer.text).toContain('gives tokens to tenant globex');
    expect((await add(makePlane(), rule(), umbrella)).status).toBe(422);
  });

  test('issuers of other tenants are told to nobody', async () => {
    const hidden = 'https://tokens.umbrella.example';
    const issuers = [
      { issuer: ISSUER, audiences: [AUDIENCE], namespaces },
      { issuer: hidden, audiences: [AUDIENCE], namespaces: [{ tenant: 'umbrella', claims: {} }] },
    ];
    const plane = makePlane({ issuers });

    const unknown = await add(plane, rule({ issuer: 'https://evil.example' }));
    const others = await add(plane, rule({ issuer: hidden }));

    expect([unknown.status, others.status]).toEqual([422, 422]);
    expect(unknown.text).toContain(ISSUER);
    expect(unknown.text).not.toContain('umbrella');
    expect(others.body.errors).toEqual([
      {
        pointer: '/issuer',
        reason: expect.stringContaining(`gives tokens to tenant acme: ${ISSUER}; got "${hidden}"`),
      },
    ]);
  });

  test('a rule that a later deploy put outside is listed with the reason, and is no owner any more', async () => {
    const plane = shared();
    const left = { ...ownerRule('umbrella'), id: 'left', claims: { sub: 'ada' } };
    await plane.access.addRule(left);
    await add(plane, rule({ id: 'boss', role: 'owner', claims: { repository_owner: 'umbrella' } }), umbrella);

    const { body } = await plane.request('GET', '/access/trust-rules', umbrella);
    const last = await remove(plane, 'boss', umbrella);

    expect((body.items as readonly { id: string; ignored?: string }[]).map(({ id, ignored }) => [id, ignored])).toEqual(
      [
        ['boss', undefined],
        ['left', expect.stringContaining('expected a condition on repository_owner within')],
      ],
    );
    expect([last.status, last.code]).toEqual([409, 'last-owner-rule']);
    expect((await remove(plane, 'left', umbrella)).status).toBe(204);
  });
});

test('whoami tells the principal and its rights', async () => {
  const { body } = await makePlane().request('GET', '/access/whoami', {
    as: principal({ role: 'executor', projects: ['shop'], payloadRead: true }),
  });

  expect({ ...body, rights: [...(body.rights as readonly string[])].sort() }).toEqual({
    tenant: 'acme',
    role: 'executor',
    subject: 'someone',
    issuer: ISSUER,
    ruleId: 'rule-1',
    projects: ['shop'],
    payloadRead: true,
    rights: ['access:read', 'catalog:read', 'payload:read', 'plane:read', 'run:read', 'run:start'],
    grants: [{ ruleId: 'rule-1', role: 'executor', projects: ['shop'], payloadRead: true }],
  });
});
