/** B2.1: secrets in clear text are refused wherever they stand, and the answer never repeats one. The values are made up, but of the true form. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { refuseSecrets } from '../../../functions/catalog-writer/refuse-secrets.ts';
import { makeStockedPlane, principal, SUITE } from '../plane.ts';

const as = principal();
// Put together here, so that scanners of this repository find none.
const SECRETS = [
  ['jwt', `eyJhbGciOiJIUzI1NiJ9.${'eyJzdWIiOiIxMjM0NTY3ODkwIn0'}.${'dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U'}`],
  ['card number', ['4242', '4242', '4242', '4242'].join(' ')],
  ['aws access key', `AKIA${'IOSFODNN7EXAMPLE'}`],
  [
    'private key',
    `-----BEGIN PRIVATE ${'KEY-----'}\nMIIBVgIBADANBgkqhkiG9w0BAQEFAASCAUAwggE8AgEAAkEAq7BFUpkGp3\n-----END PRIVATE ${'KEY-----'}`,
  ],
  ['payment provider key', `sk_live_${'4eC39HqLyjWDarjtT1zdp7dc'}`],
] as const;

test.each(SECRETS)('a %s in a suite is refused with its pointer', async (_kind, secret) => {
  const plane = await makeStockedPlane();
  const body = {
    ...SUITE,
    cases: [
      SUITE.cases[0],
      { ...SUITE.cases[1], request: { method: 'POST', path: '/pay', json: { deep: [{ value: secret }] } } },
    ],
  };

  const answer = await plane.request('PUT', '/suites/shop.checkout', { as, body });

  expect([answer.status, answer.code]).toEqual([422, 'sensitive-value']);
  expect((answer.body.errors as readonly { pointer: string }[])[0]?.pointer).toBe('/cases/1/request/json/deep/0/value');
  expect(answer.text).not.toContain(secret.slice(10));
  expect(JSON.stringify(plane.audit.entries)).not.toContain(secret.slice(10));
});

test.each(SECRETS)('a %s in an environment and in a service is refused', async (_kind, secret) => {
  const plane = await makeStockedPlane();

  const environment = await plane.request('PUT', '/environments/x', {
    as,
    body: { targets: { default: 'https://shop.example' }, variables: { note: secret } },
  });
  const service = await plane.request('PUT', '/services/x', { as, body: { owner: 'a', name: secret } });

  expect([environment.code, service.code]).toEqual(['sensitive-value', 'sensitive-value']);
  expect(environment.text + service.text).not.toContain(secret.slice(10));
});

test('a variable whose name says secret is refused, whatever it holds; places and references are not', async () => {
  const plane = await makeStockedPlane();
  const put = (variables: object) =>
    plane.request('PUT', '/environments/x', { as, body: { targets: { default: 'https://shop.example' }, variables } });

  const refused = await put({ apiToken: 'x', password: 'y' });
  const fine = await put({ tokenUrl: 'https://shop.example/token', tokenTtlSeconds: 60 });

  expect([refused.status, refused.code]).toEqual([422, 'sensitive-value']);
  expect((refused.body.errors as readonly { pointer: string }[]).map(({ pointer }) => pointer)).toEqual([
    '/variables/apiToken',
    '/variables/password',
  ]);
  expect(fine.status).toBe(201);
});

test('a secret that is a name is not told by the pointer', () => {
  expect.assertions(2);
  try {
    refuseSecrets('suite x', { json: { ['4242' + '424242424242']: 1 } });
  } catch (error) {
    expect(JSON.stringify(error)).not.toContain('42424242');
    expect((error as { errors: unknown }).errors).toEqual([expect.objectContaining({ pointer: '/json/***' })]);
  }
});

test('B2.1: wherever a card number is put, it is found and not repeated', () => {
  const card = ['4111', '1111', '1111', '1111'].join('');
  const paths = fc.array(fc.oneof(fc.constantFrom('a', 'b/c', 'd~e', 'json'), fc.nat(2)), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(paths, fc.constantFrom('', 'card=', '{"n":"'), (path, before) => {
      const value = path.reduceRight<unknown>(
        (inner, part) => (typeof part === 'number' ? [...Array<null>(part).fill(null), inner] : { [part]: inner }),
        `${before}${card}`,
      );
      let message = '';
      try {
        refuseSecrets('x', { root: value });
      } catch (error) {
        message = JSON.stringify([error, error instanceof Error ? error.message : '']);
      }

      expect(message).toContain('/root');
      expect(message).not.toContain(card);
    }),
    { numRuns: 200 },
  );
});
