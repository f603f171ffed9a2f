/** Secrets stay with their tenant, and a health request ends before what waits for it. */
import { expect, test } from '@jest/globals';
import { strayReference } from '#core/secret-reference';
import { secretsOfTenant } from '#engines/functional/tenant-secrets';
import { makePlane, principal } from '../plane.ts';

const ARN = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:';
const put = (change: object) =>
  makePlane().request('PUT', '/environments/staging', {
    as: principal(),
    body: { targets: { default: 'https://shop.example' }, ...change },
  });
const withRef = (ref: string) => put({ secrets: { key: { ref, hosts: ['shop.example'] } } });

test.each([
  'assay/acme/shop',
  'assay/acme/shop/db#password',
  `${ARN}assay/acme/shop-a1B2c3`,
  `${ARN}assay/acme/shop-a1B2c3#password`,
  'arn:aws-cn:secretsmanager:cn-north-1:111122223333:secret:assay/acme/shop',
])('the tenant’s own secret %s may be bound', async (ref) => {
  expect((await withRef(ref)).status).toBe(201);
});

const STRAYS = [
  'assay/umbrella/shop',
  'assay/acme',
  'assay/acme/',
  'assay/acme-two/shop',
  'Assay/acme/shop',
  ' assay/acme/shop',
  'shop#password',
  'assay/acme/shop#a#b',
  'assay/acme/shop#',
  'assay/acme/sh*p',
  'assay/acme/../umbrella/shop',
  'assay/acme/./shop',
  'assay/acme//shop',
  'assay/acme//',
  'assay/acme/shop/..',
  `${ARN}assay/umbrella/shop-a1B2c3`,
  `${ARN}assay/acme/../umbrella/shop-a1B2c3`,
  `${ARN}shop-assay/acme/shop`,
  `${ARN.replace('secretsmanager', 'ssm')}assay/acme/shop`,
  `${ARN}assay/umbrella/x:secret:assay/acme/shop`,
] as const;

test.each(STRAYS)('the reference %j is refused with its place', async (ref) => {
  const answer = await withRef(ref);

  expect([answer.status, answer.code]).toEqual([422, 'environment-invalid']);
  expect(answer.body.errors).toEqual([
    {
      pointer: '/secrets/key/ref',
      reason: `expected the name or ARN of a secret below "assay/acme/", with #key for one key of a JSON secret; got ${JSON.stringify(ref)}`,
    },
  ]);
});

test.each(STRAYS)('a stored reference %j is not asked for either', async (ref) => {
  const asked: string[] = [];
  const source = secretsOfTenant('acme', {
    resolve: (name) => {
      asked.push(name);
      return Promise.resolve('value');
    },
  });

  await expect(source.resolve(ref)).rejects.toMatchObject({ code: 'secret-unavailable' });
  await expect(source.resolve('assay/acme/shop#key')).resolves.toBe('value');
  expect(asked).toEqual(['assay/acme/shop#key']);
  expect(strayReference(ref, 'acme')).toContain('assay/acme/');
});

test.each([
  [{ path: '/h' }, 201],
  [{ path: '/h', tries: 10 }, 201],
  [{ path: '/h', timeoutMs: 30_000, tries: 2 }, 201],
  [{ path: '/h', timeoutMs: 29_333 }, 201],
  [{ path: '/h', timeoutMs: 29_334 }, 422],
  [{ path: '/h', timeoutMs: 30_000, tries: 10 }, 422],
])('the health request %j is answered with %d', async (health, status) => {
  expect((await put({ health })).status).toBe(status);
});

test('a health request that takes too long is told with the sum', async () => {
  const answer = await put({ health: { path: '/h', tries: 10, timeoutMs: 30_000 } });

  expect([answer.code, answer.body.errors]).toEqual([
    'environment-invalid',
    [
      {
        pointer: '/health',
        reason:
          'expected tries × timeoutMs with a pause of 1 s between tries to take at most 90 s, got 309 s for 10 tries of 30 s',
      },
    ],
  ]);
});

test.each(['*.shop.example', '*', 'shop.*:8443'])(
  'the host %j is refused, because it would allow nothing',
  async (host) => {
    const reason = `expected the name of one host, because "*" stands for no other; got ${JSON.stringify(host)}`;

    const allowed = await put({ allowHosts: ['a.example', host] });
    const bound = await put({ secrets: { key: { ref: 'assay/acme/shop', hosts: [host] } } });

    expect([allowed.status, allowed.code, allowed.body.errors]).toEqual([
      422,
      'environment-invalid',
      [{ pointer: '/allowHosts/1', reason }],
    ]);
    expect([bound.status, bound.body.errors]).toEqual([422, [{ pointer: '/secrets/key/hosts/0', reason }]]);
  },
);
