/** What may enter the catalog and what may not. Refusals are checked by code and pointer, and by what the audit trail and the stores hold afterwards. */
import { describe, expect, test } from '@jest/globals';
import { makePlane, makeStockedPlane, principal, SUITE } from '../plane.ts';
import type { Answer, Plane, Sent } from '../plane.ts';

const as = principal();
const put = (plane: Plane, url: string, body: unknown, sent: Sent = {}) =>
  plane.request('PUT', url, { as, ...sent, body });
const pointers = ({ body }: Answer) =>
  ((body.errors ?? []) as readonly { pointer: string }[]).map(({ pointer }) => pointer);
const environment = (change: object = {}) => ({ targets: { default: 'https://shop.example' }, ...change });

describe('revisions', () => {
  test('a new item is 201 with its tag, a change 200 with the next', async () => {
    const plane = makePlane();

    const made = await put(plane, '/services/shop', { owner: 'a' });
    const changed = await put(plane, '/services/shop', { owner: 'b' });

    expect([made.status, made.headers['ETag'], made.body.revision]).toEqual([201, '"1"', 1]);
    expect([changed.status, changed.headers['ETag'], changed.body.owner]).toEqual([200, '"2"', 'b']);
  });

  test('the same content again is no change', async () => {
    const plane = makePlane();
    await put(plane, '/services/shop', { owner: 'a', tier: 1 });

    const again = await put(plane, '/services/shop', { tier: 1, owner: 'a' });

    expect([again.status, again.headers['ETag']]).toEqual([200, '"1"']);
    expect(plane.audit.entries).toHaveLength(1);
  });

  test.each(['services/shop', 'environments/staging', 'suites/shop.checkout'])('If-Match guards %s', async (item) => {
    const plane = await makeStockedPlane();
    const body = item.startsWith('services')
      ? { owner: 'new' }
      : item.startsWith('env')
        ? environment()
        : { ...SUITE, name: 'new' };

    const stale = await put(plane, `/${item}`, body, { headers: { 'If-Match': '"7"' } });
    const fresh = await put(plane, `/${item}`, body, { headers: { 'If-Match': '"1"' } });

    expect([stale.status, stale.code]).toEqual([409, 'revision-conflict']);
    expect([fresh.status, fresh.headers['ETag']]).toEqual([200, '"2"']);
  });

  test('two writers at once: one wins, the other learns it', async () => {
    const plane = makePlane();
    await put(plane, '/services/shop', { owner: 'a' });

    const answers = await Promise.all(['b', 'c'].map((owner) => put(plane, '/services/shop', { owner })));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(plane.audit.entries.map(({ action }) => action)).toEqual([
      'catalog.create',
      'catalog.replace',
      'catalog.replace',
      'catalog.not-written',
    ]);
  });

  test('E5: the trail holds who, what, before and after', async () => {
    const plane = makePlane();
    await put(plane, '/services/shop', { owner: 'a' });
    await put(plane, '/services/shop', { owner: 'b' }, { as: principal({ subject: 'editor-7' }) });

    expect(plane.audit.entries.at(-1)).toMatchObject({
      tenant: 'acme',
      principal: 'editor-7',
      action: 'catalog.replace',
      resource: 'service/shop',
      before: '{"owner":"a","service":"shop"}',
      after: '{"owner":"b","service":"shop"}',
      requestId: 'request-2',
    });
  });
});

describe('services', () => {
  test('a default environment must exist', async () => {
    const answer = await put(makePlane(), '/services/shop', { owner: 'a', defaultEnvironment: 'moon' });

    expect([answer.status, answer.code, pointers(answer)]).toEqual([
      422,
      'unknown-environment',
      ['/defaultEnvironment'],
    ]);
    expect(answer.body.detail).toContain('moon');
  });

  test('a body for another service than the path names is refused', async () => {
    const answer = await put(makePlane(), '/services/shop', { owner: 'a', service: 'billing' });

    expect([answer.status, answer.code, pointers(answer)]).toEqual([400, 'validation-failed', ['/service']]);
  });

  test('a service of another project is a 403', async () => {
    const answer = await put(
      makePlane(),
      '/services/shop',
      { owner: 'a' },
      { as: principal({ projects: ['billing'] }) },
    );

    expect([answer.status, answer.code]).toEqual([403, 'forbidden']);
  });
});

describe('environments', () => {
  test.each([
    [
      'a secret for a host that is nobody’s',
      environment({ secrets: { key: { ref: 'assay/acme/x', hosts: ['other.example'] } } }),
      '/secrets/key/hosts/0',
    ],
    [
      'a secret for another port',
      environment({ secrets: { key: { ref: 'assay/acme/x', hosts: ['shop.example:8443'] } } }),
      '/secrets/key/hosts/0',
    ],
    [
      'a name that is variable and secret',
      environment({ variables: { key: 1 }, secrets: { key: { ref: 'assay/acme/x', hosts: ['shop.example'] } } }),
      '/secrets/key',
    ],
    ['a host that is none', environment({ allowHosts: ['a b'] }), ''],
  ])('%s is refused', async (_name, body, pointer) => {
    const answer = await put(makePlane(), '/environments/staging', body);

    expect([400, 422]).toContain(answer.status);
    expect(['environment-invalid', 'validation-failed']).toContain(answer.code);
    if (pointer !== '') expect(pointers(answer)).toEqual([pointer]);
  });

  test.each([
    'ftp://shop.example',
    'https://user:pw@shop.example',
    'https://shop.example/?a=1',
    'shop.example',
    'https://',
  ])('the target %s is refused', async (url) => {
    const answer = await put(makePlane(), '/environments/staging', { targets: { default: url } });

    expect([400, 422]).toContain(answer.status);
    expect(pointers(answer)).toEqual(['/targets/default']);
  });

  test('targets need a default', async () => {
    expect(
      (await put(makePlane(), '/environments/staging', { targets: { other: 'https://shop.example' } })).status,
    ).toBe(400);
  });

  test.each([
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '169.254.169.254',
    '10.0.0.8',
    '192.168.1.1',
    '[fd00:ec2::254]',
    '[64:ff9b::10.0.0.1]',
    '100.64.0.1',
  ])('F3: the address %s is refused in this spelling', async (host) => {
    const plane = makePlane();

    const target = await put(plane, '/environments/one', { targets: { default: `http://${host}:8080/` } });
    const allowed = await put(plane, '/environments/two', environment({ allowHosts: [host] }));

    expect([target.status, target.code, pointers(target)]).toEqual([422, 'target-refused', ['/targets/default']]);
    expect([allowed.status, allowed.code, pointers(allowed)]).toEqual([422, 'target-refused', ['/allowHosts/0']]);
  });

  test('private ranges that the deploy allows are allowed, and no others; metadata never is', async () => {
    const plane = makePlane({ privateRanges: '127.0.0.0/8, 169.254.0.0/16' });
    const status = async (host: string) =>
      (await put(plane, '/environments/local', { targets: { default: `http://${host}:4010` } })).status;

    expect([await status('127.0.0.1'), await status('10.0.0.1'), await status('169.254.169.254')]).toEqual([
      201, 422, 422,
    ]);
  });

  test('a secret may go to a target on its port', async () => {
    const body = {
      targets: { default: 'http://127.0.0.1:4010' },
      secrets: { password: { ref: 'assay/acme/shop#password', hosts: ['127.0.0.1:4010'] } },
    };

    expect((await put(makePlane({ privateRanges: '127.0.0.0/8' }), '/environments/local', body)).status).toBe(201);
  });

  test('whoever has some projects only may not change what all services share', async () => {
    expect(
      (await put(makePlane(), '/environments/staging', environment(), { as: principal({ projects: ['shop'] }) }))
        .status,
    ).toBe(403);
  });
});

describe('suites', () => {
  const withCase = (change: object) => ({ ...SUITE, cases: [SUITE.cases[0], { ...SUITE.cases[1], ...change }] });

  test.each([
    ['a cycle', { ...SUITE, cases: [{ ...SUITE.cases[0], dependsOn: ['pay'] }, SUITE.cases[1]] }, /circle|cycle/],
    ['an unknown variable', withCase({ request: { method: 'GET', path: '/{{nobody}}' } }), /unknown variable "nobody"/],
    ['a dependency on no case', withCase({ dependsOn: ['logn'] }), /did you mean "login"/],
  ])('%s is refused with its place', async (_name, body, reason) => {
    const plane = await makeStockedPlane();

    const answer = await put(plane, '/suites/shop.checkout', body);

    expect([answer.status, answer.code]).toEqual([422, 'suite-invalid']);
    expect(answer.body.errors).toContainEqual({
      pointer: expect.stringMatching(/^\/cases\/\d/),
      reason: expect.stringMatching(reason),
    });
    expect((await plane.catalog.getSuite('acme', 'shop.checkout'))?.revision).toBe(1);
  });

  test('an unknown field is refused by the contract', async () => {
    const answer = await put(await makeStockedPlane(), '/suites/shop.checkout', { ...SUITE, casess: [] });

    expect([400, 422]).toContain(answer.status);
    expect(answer.text).toContain('casess');
  });

  test('the path and the body name the same suite', async () => {
    const answer = await put(await makeStockedPlane(), '/suites/shop.other', SUITE);

    expect([answer.status, pointers(answer)]).toEqual([422, ['/suite']]);
  });

  test('a suite needs a registered service', async () => {
    const answer = await put(makePlane(), '/suites/shop.checkout', SUITE);

    expect([answer.status, answer.code]).toEqual([422, 'unknown-service']);
  });

  test('a case is found by the tags of its suite too', async () => {
    const plane = await makeStockedPlane();

    const index = await plane.catalog.getSelectionIndex('acme', 'shop');

    expect(index?.suites[0]?.cases).toEqual([
      { id: 'login', tags: ['smoke', 'critical'] },
      { id: 'pay', tags: ['smoke'], needs: [0] },
    ]);
  });
});
