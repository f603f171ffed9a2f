/** Where the client goes and where it refuses to go: redirects and targets in every spelling, against a real server on loopback. */
import { describe, expect, test } from '@jest/globals';
import { parseCidr } from '#core/address-policy';
import type { Cidr } from '#core/address-policy';
import { ask, clientFor, failureOf, ownHost, send, server } from './client-under-test.ts';
import { scriptedServer } from './scripted-server.ts';

describe('a redirect', () => {
  test('is the answer unless it shall be followed', async () => {
    expect((await send('/to-ok')).status).toBe(302);
  });

  test('is followed and told', async () => {
    const response = await send('/to-ok', { followRedirects: true });

    expect(response.status).toBe(200);
    expect(response.url).toBe(`${server.origin}/ok`);
    expect(response.redirects).toEqual([`${server.origin}/to-ok`]);
  });

  test.each([
    ['/see-other', 'GET'],
    ['/keep-method', 'POST'],
  ])('%s of a POST is followed with %s', async (path, method) => {
    await send(path, {
      method: 'POST',
      body: Buffer.from('{}'),
      headers: [['content-type', 'application/json']],
      followRedirects: true,
    });

    expect(server.seen.at(-1)?.head.split(' ')[0]).toBe(method);
    expect(/content-type/iu.test(server.seen.at(-1)?.head ?? '')).toBe(method === 'POST');
  });

  test('that goes round in a circle ends after ten', async () => {
    const failure = await failureOf(send('/loop', { followRedirects: true }));

    expect([failure.type, failure.phase]).toEqual(['connection', 'redirect']);
    expect(failure.message).toContain('at most 10 redirects');
    expect(failure.redirects).toHaveLength(11);
  });

  test('to nonsense is a failure that says so', async () => {
    const failure = await failureOf(send('/to-nonsense', { followRedirects: true }));

    expect([failure.type, failure.phase]).toEqual(['parse', 'redirect']);
  });

  test.each([
    '127.0.0.2',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '127.1',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '169.254.169.254',
    '169.254.169.254.',
    '0xa9fea9fe',
    '2852039166',
    '[::ffff:169.254.169.254]',
    '[64:ff9b:1::a9fe:a9fe]',
    '[fd00:ec2::254]',
    '169.254.170.2',
    '100.100.100.200',
    '10.0.0.1',
    '[fe80::1]',
    '0.0.0.0',
    '%EF%BC%91%EF%BC%92%EF%BC%97.0.0.3',
  ])('to %s is refused, though the host is on the list, when the address may not be tested', async (host) => {
    const listed = new URL(`http://${host}/`).hostname;
    const client = clientFor([...ownHost(), listed], { allowedRanges: [parseCidr('127.0.0.1/32') as Cidr] });
    const before = server.seen.length;
    const spelledOwn = [
      '2130706433',
      '0x7f.1',
      '0177.0.0.1',
      '127.1',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '[64:ff9b::7f00:1]',
      '[2002:7f00:1::]',
    ].includes(host);
    const target = spelledOwn ? `http://${host}:1/` : `http://${host}/`;

    const failure = await failureOf(
      client.send(ask(`/redirect-to?${encodeURIComponent(target)}`, { followRedirects: true })),
    );

    expect([failure.type, failure.phase]).toEqual(['refused_target', 'redirect']);
    expect(failure.message).toContain(`after a redirect from ${server.origin}/redirect-to`);
    expect(server.seen.length - before).toBe(1);
  });

  test('to a host that is not on the list is refused and told, and nothing is sent there', async () => {
    const other = await scriptedServer();

    const failure = await failureOf(
      send(`/redirect-to?${encodeURIComponent(`${other.origin}/ok`)}`, { followRedirects: true }),
    );
    const asked = other.seen.length;
    await other.close();

    expect([failure.type, failure.phase, asked]).toEqual(['refused_target', 'redirect', 0]);
    expect(failure.message).toContain('expected a host that the environment allows');
  });

  test('to another allowed host carries no credentials there', async () => {
    const other = await scriptedServer();
    const client = clientFor([...ownHost(), `127.0.0.1:${String(other.port)}`]);
    const headers = [
      ['authorization', 'Bearer abc'],
      ['cookie', 'a=b'],
      ['x-api-key', 'abc'],
      ['x-plain', 'stays'],
    ] as const;

    await client.send(
      ask(`/redirect-to?${encodeURIComponent(`${other.origin}/ok`)}`, { headers, followRedirects: true }),
    );
    const head = other.seen[0]?.head ?? '';
    await other.close();

    expect(head).toContain('x-plain: stays');
    expect(head).not.toMatch(/authorization|cookie|x-api-key/iu);
  });

  test('of a request with a secret never goes to a host that is not bound to it', async () => {
    const other = await scriptedServer();
    const client = clientFor([...ownHost(), `127.0.0.1:${String(other.port)}`]);

    const failure = await failureOf(
      client.send(
        ask(`/redirect-to?${encodeURIComponent(`${other.origin}/ok`)}`, {
          secretHosts: [ownHost()],
          followRedirects: true,
        }),
      ),
    );
    const asked = other.seen.length;
    await other.close();

    expect([failure.type, failure.phase, asked]).toEqual(['refused_target', 'redirect', 0]);
    expect(failure.message).toContain('expected a secret to go only to');
  });
});

describe('a target', () => {
  test('of a name is refused when any of its addresses may not be tested', async () => {
    const client = clientFor(['api.test'], { resolve: () => Promise.resolve(['93.184.215.14', '10.0.0.7']) });

    const failure = await failureOf(client.send(ask('http://api.test/')));

    expect([failure.type, failure.phase, failure.sent]).toEqual(['refused_target', 'resolve', false]);
    expect(failure.message).toContain('10.0.0.7');
  });

  test('is connected at the address that was checked, not looked up again', async () => {
    let looked = 0;
    const client = clientFor([`api.test:${String(server.port)}`], {
      resolve: () => {
        looked += 1;
        return Promise.resolve([looked === 1 ? '127.0.0.1' : '10.0.0.1']);
      },
    });

    const response = await client.send(ask(`http://api.test:${String(server.port)}/ok`));

    expect([response.status, looked]).toEqual([200, 1]);
  });

  test.each([
    ['file:///etc/passwd', 'http or https'],
    ['ftp://127.0.0.1/', 'http or https'],
    ['http://user:pass@127.0.0.1/', 'without user name'],
    ['nonsense', 'an absolute address'],
  ])('%s is refused', async (url, words) => {
    const failure = await failureOf(clientFor(['127.0.0.1']).send({ ...ask('/ok'), url }));

    expect(failure.type).toBe('refused_target');
    expect(failure.message).toContain(words);
  });

  test('is refused at a port that is not on the list', async () => {
    const failure = await failureOf(clientFor(['127.0.0.1']).send(ask('/ok')));

    expect(failure.type).toBe('refused_target');
  });
});
