/** How connections of an environment are made: what is stored, and what is refused with its place. */
import { expect, test } from '@jest/globals';
import { certificateAuthority } from '../../engines/http/certificates.ts';
import { makePlane, principal } from '../plane.ts';

const authority = certificateAuthority();
const secret = (hosts: readonly string[]) => ({ ref: 'assay/acme/shop', hosts });
const secrets = {
  CERT: secret(['shop.example']),
  KEY: secret(['shop.example']),
  PROXY: secret(['proxy.example:3128']),
};
const PROXY = 'http://proxy.example:3128';

const put = async (change: object) => {
  const plane = makePlane();
  const body = { targets: { default: 'https://shop.example' }, secrets, proxy: { url: PROXY }, ...change };
  const answer = await plane.request('PUT', '/environments/staging', { as: principal(), body });
  return { plane, answer };
};

test('version, authorities, certificate and proxy are stored and shown as references', async () => {
  const settings = {
    http: '2',
    tls: { ca: [authority.certificate], clientCertificate: { certificate: 'CERT', key: 'KEY' } },
    proxy: { url: PROXY, noProxy: ['.internal.example'], credentials: { username: 'PROXY', password: 'PROXY' } },
  };

  const { plane, answer } = await put(settings);
  const shown = await plane.request('GET', '/environments/staging', { as: principal() });

  expect(answer.status).toBe(201);
  expect(shown.body).toMatchObject(settings);
});

test.each([
  [
    '/tls/clientCertificate/key',
    'name of a secret',
    { tls: { clientCertificate: { certificate: 'CERT', key: 'GONE' } } },
  ],
  ['/tls/ca/0', 'PEM form', { tls: { ca: ['hello'] } }],
  ['/tls/ca/0', 'got a private key', { tls: { ca: [`${authority.certificate}${authority.key}`] } }],
  ['/tls/ca/0', 'may not issue', { tls: { ca: [authority.issue('shop.example', 'server').certificate] } }],
  ['/proxy/url', 'http://host:port', { secrets: {}, proxy: { url: 'socks5://proxy.example' } }],
  ['/proxy/url', 'no user and password', { secrets: {}, proxy: { url: 'http://u:p@proxy.example' } }],
  ['/proxy/url', 'without path', { secrets: {}, proxy: { url: 'http://proxy.example/pac' } }],
  [
    '/proxy/credentials/password',
    'bound to the proxy',
    { proxy: { url: PROXY, credentials: { username: 'PROXY', password: 'KEY' } } },
  ],
])('%s is refused: %s', async (pointer, words, change) => {
  const { answer } = await put(change);

  expect([answer.status, answer.code]).toEqual([422, 'environment-invalid']);
  expect(answer.body.errors).toContainEqual({ pointer, reason: expect.stringContaining(words) });
});

test('a proxy at an address that environments may not contact is refused', async () => {
  const { answer } = await put({ secrets: {}, proxy: { url: 'http://10.0.0.7:3128' } });

  expect([answer.status, answer.code]).toEqual([422, 'target-refused']);
});

test.each([
  { http: '3' },
  { tls: { clientCertificate: { certificate: 'CERT' } } },
  { tls: { clientCertificate: { certificate: authority.certificate, key: 'KEY' } } },
  { proxy: {} },
])('%j is not of the contract', async (change) => {
  expect((await put(change)).answer.status).toBe(400);
});
