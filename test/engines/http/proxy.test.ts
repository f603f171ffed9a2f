/** The way through a proxy: what it is asked, what it is not told, and that the address guard holds on both sides of it. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { parseCidr } from '#core/address-policy';
import type { Cidr } from '#core/address-policy';
import { undiciClient } from '#engines/http/undici-client';
import { certificateAuthority } from './certificates.ts';
import { clientFor, closeAll, closeLater, failureOf, requestFor, textOf } from './client-world.ts';
import { http2Server } from './http2-server.ts';
import { scriptedProxy } from './proxy-server.ts';
import { scriptedServer } from './scripted-server.ts';

afterEach(closeAll);

/** Names are looked up by nobody but the proxy. */
const noNames = (): Promise<readonly string[]> => Promise.reject(new Error('a name was looked up'));

const plainWorld = async (credentials?: string) => {
  const server = await scriptedServer();
  closeLater(() => server.close());
  const proxy = await scriptedProxy(server.port, credentials);
  closeLater(() => proxy.close());
  return { server, proxy };
};

describe('a proxy', () => {
  test('gets the whole address of a target without TLS, and its connection is used again', async () => {
    const { server, proxy } = await plainWorld();
    const client = clientFor(['api.test'], { proxy: { url: proxy.url }, resolve: noNames });

    const first = await client.send(requestFor('http://api.test/ok?a=1'));
    const second = await client.send(requestFor('http://api.test/ok'));

    expect([first.status, second.status, second.timingsMs.connect]).toEqual([404, 200, null]);
    expect(proxy.heads[0]).toMatch(/^GET http:\/\/api\.test\/ok\?a=1 HTTP\/1\.1\r\nhost: api\.test/iu);
    expect([server.seen.length, server.connections()]).toEqual([2, 1]);
  });

  test('makes a tunnel to a target with TLS and sees nothing of the request', async () => {
    const authority = certificateAuthority();
    const server = await http2Server({ certified: authority.issue('api.test', 'server') });
    closeLater(() => server.close());
    const proxy = await scriptedProxy(server.port);
    closeLater(() => proxy.close());
    const client = clientFor(['api.test'], {
      proxy: { url: proxy.url },
      resolve: noNames,
      ca: [authority.certificate],
    });

    const response = await client.send(requestFor('https://api.test/ok', { headers: [['authorization', 'Bearer x']] }));

    expect([response.status, response.httpVersion, textOf(response.body)]).toEqual([200, '2', '{"total":12}']);
    expect(proxy.heads).toEqual(['CONNECT api.test:443 HTTP/1.1\r\nhost: api.test:443']);
  });

  test('gets its credentials, and the target does not', async () => {
    const { proxy } = await plainWorld('user:p:w');
    const credentials = () => Promise.resolve({ username: 'user', password: 'p:w' });
    const client = clientFor(['api.test'], { proxy: { url: proxy.url, credentials }, resolve: noNames });

    const response = await client.send(requestFor('http://api.test/ok'));

    expect(response.status).toBe(200);
    expect(response.requestHeaders).toEqual([]);
  });

  test('that wants other credentials is a failure that names it', async () => {
    const { proxy, server } = await plainWorld('user:pw');
    const client = clientFor(['api.test'], { proxy: { url: proxy.url }, resolve: noNames });

    const failure = await failureOf(client.send(requestFor('https://api.test/ok')));

    expect([failure.type, failure.phase, failure.sent, server.seen.length]).toEqual([
      'connection',
      'connect',
      false,
      0,
    ]);
    expect(failure.message).toContain(`the proxy 127.0.0.1:${String(proxy.port)} to connect to api.test:443, got 407`);
  });

  test.each([['127.0.0.1'], ['.0.0.1']])('is passed by for hosts of noProxy (%s)', async (entry) => {
    const { server, proxy } = await plainWorld();
    const noProxy = [entry === '127.0.0.1' ? `127.0.0.1:${String(server.port)}` : entry];
    const client = clientFor([`127.0.0.1:${String(server.port)}`], { proxy: { url: proxy.url, noProxy } });

    await client.send(requestFor(`${server.origin}/ok`));

    expect([server.seen.length, proxy.heads.length]).toEqual([1, 0]);
  });
});

describe('the guard', () => {
  const onlyProxy = [parseCidr('127.0.0.1/32')] as Cidr[];

  test.each([
    'http://other.test/',
    'http://10.0.0.7/',
    'http://169.254.169.254/',
    'http://[fd00:ec2::254]/',
    'http://127.0.0.2/',
    'http://0x7f.2/',
    'http://localhost/',
    'http://api.localhost/',
  ])('lets nobody ask a proxy for %s', async (target) => {
    const { proxy } = await plainWorld();
    const listed = target.includes('other') ? [] : [new URL(target).hostname];
    const client = undiciClient({
      policy: { allowHosts: ['api.test', ...listed], allowedRanges: target.includes('localhost') ? [] : onlyProxy },
      proxy: { url: target.includes('localhost') ? 'http://proxy.test:3128' : proxy.url },
      resolve: () => Promise.resolve(['93.184.215.14']),
    });
    closeLater(() => client.close());

    const failure = await failureOf(client.send(requestFor(target)));

    expect([failure.type, failure.phase, proxy.heads.length]).toEqual(['refused_target', 'resolve', 0]);
  });

  test('refuses a proxy at an address that environments may not contact', async () => {
    const client = clientFor(['api.test'], {
      proxy: { url: 'http://proxy.test:3128' },
      resolve: () => Promise.resolve(['10.0.0.7']),
    });

    const failure = await failureOf(client.send(requestFor('http://api.test/')));

    expect([failure.type, failure.message.includes('10.0.0.7')]).toEqual(['refused_target', true]);
  });

  test('does not let a request ask the proxy itself', async () => {
    const { proxy } = await plainWorld();
    const client = clientFor(['api.test'], { proxy: { url: proxy.url } });

    const failure = await failureOf(client.send(requestFor(`${proxy.url}/`)));

    expect([failure.type, proxy.heads.length]).toEqual(['refused_target', 0]);
  });
});
