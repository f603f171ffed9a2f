/** What of an environment reaches the HTTP client: version, certificates by secret, proxy by secret; real servers on loopback. */
import { afterEach, expect, test } from '@jest/globals';
import type { EnvironmentDefinition } from '#core/environment';
import { httpFor } from '#runner/http-for';
import { certificateAuthority } from '../engines/http/certificates.ts';
import { LOOPBACK, closeAll, closeLater, failureOf, requestFor } from '../engines/http/client-world.ts';
import { http2Server } from '../engines/http/http2-server.ts';
import { scriptedProxy } from '../engines/http/proxy-server.ts';
import { scriptedServer } from '../engines/http/scripted-server.ts';

afterEach(closeAll);

const secretsOf = (values: { readonly [ref: string]: string }) => {
  const learned: [string, string][] = [];
  const resolve = (ref: string): Promise<string> =>
    values[ref] === undefined ? Promise.reject(new Error(`no ${ref}`)) : Promise.resolve(values[ref]);
  return { learned, source: { resolve }, learn: (name: string, value: string) => learned.push([name, value]) };
};

const clientOf = (environment: EnvironmentDefinition, secrets?: Parameters<ReturnType<typeof httpFor>>[1]) => {
  const client = httpFor(LOOPBACK)(environment, secrets);
  closeLater(() => client.close());
  return client;
};

test('the version of the environment holds for requests that do not say', async () => {
  const authority = certificateAuthority();
  const server = await http2Server({ certified: authority.issue('127.0.0.1', 'server'), allowHTTP1: true });
  closeLater(() => server.close());
  const environment = { name: 'test', targets: { default: server.origin }, tls: { ca: [authority.certificate] } };

  const auto = await clientOf(environment).send(requestFor(`${server.origin}/ok`));
  const old = clientOf({ ...environment, http: '1.1' });

  expect(auto.httpVersion).toBe('2');
  expect((await old.send(requestFor(`${server.origin}/ok`))).httpVersion).toBe('1.1');
  expect((await old.send(requestFor(`${server.origin}/ok`, { http: '2' }))).httpVersion).toBe('2');
});

test('a proxy gets credentials from secrets, which are learned for masking and read once', async () => {
  const server = await scriptedServer();
  closeLater(() => server.close());
  const proxy = await scriptedProxy(server.port, 'user:pass-word');
  closeLater(() => proxy.close());
  const hosts = [`127.0.0.1:${String(proxy.port)}`];
  const environment: EnvironmentDefinition = {
    name: 'test',
    targets: { default: 'http://api.test' },
    secrets: { USER: { ref: 'assay/t/user', hosts }, PASS: { ref: 'assay/t/pass', hosts } },
    proxy: { url: proxy.url, credentials: { username: 'USER', password: 'PASS' } },
  };
  const secrets = secretsOf({ 'assay/t/user': 'user', 'assay/t/pass': 'pass-word' });
  const client = clientOf(environment, secrets);

  const responses = await Promise.all([1, 2].map(() => client.send(requestFor('http://api.test/ok'))));

  expect(responses.map(({ status }) => status)).toEqual([200, 200]);
  expect(secrets.learned).toEqual([
    ['USER', 'user'],
    ['PASS', 'pass-word'],
  ]);
});

test('a secret that cannot be read is a failure of setup that names it and nothing else', async () => {
  const environment: EnvironmentDefinition = {
    name: 'test',
    targets: { default: 'http://api.test' },
    secrets: { PASS: { ref: 'assay/t/pass', hosts: ['127.0.0.1'] } },
    proxy: { url: 'http://127.0.0.1', credentials: { username: 'USER', password: 'PASS' } },
  };

  const missing = await failureOf(clientOf(environment, secretsOf({})).send(requestFor('http://api.test/')));
  const without = await failureOf(clientOf(environment).send(requestFor('http://api.test/')));

  expect([missing.type, missing.message]).toEqual([
    'setup',
    'expected the secret "USER" to be readable for the connection, got no such secret in the environment',
  ]);
  expect(without.type).toBe('setup');
});
