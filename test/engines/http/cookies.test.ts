/** The jar by RFC 6265 and RFC 6265bis, and that the client uses it at each hop. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { cookieJar } from '#engines/http/cookie-jar';
import { fixedClock } from '../../doubles/time.ts';
import { clientFor, closeAll, closeLater, failureOf, requestFor } from './client-world.ts';
import { answer, scriptedServer } from './scripted-server.ts';
import type { Script } from './scripted-server.ts';
import { HttpFailure } from '#engines/http/http-failure';

afterEach(closeAll);

const url = (text: string): URL => new URL(text);
const after = (from: string, lines: readonly string[], to: string, waitMs = 0): string | undefined => {
  const clock = fixedClock();
  const jar = cookieJar({ clock });
  jar.store(url(from), lines);
  clock.advance(waitMs);
  return jar.headerFor(url(to));
};

describe('a cookie', () => {
  test.each([
    ['host-only stays with its host', 'https://a.shop.example/', 'x=1', 'https://a.shop.example/p', 'x=1'],
    ['host-only does not go to a host below', 'https://shop.example/', 'x=1', 'https://a.shop.example/', undefined],
    [
      'of a domain goes to hosts below',
      'https://a.shop.example/',
      'x=1; Domain=shop.example',
      'https://b.shop.example/',
      'x=1',
    ],
    [
      'of another domain is ignored',
      'https://a.shop.example/',
      'x=1; Domain=other.example',
      'https://other.example/',
      undefined,
    ],
    ['of a public suffix is ignored', 'https://a.co.uk/', 'x=1; Domain=co.uk', 'https://b.co.uk/', undefined],
    ['of a top-level domain is ignored', 'https://a.example/', 'x=1; Domain=com', 'https://b.com/', undefined],
    ['of a path goes below it', 'https://a.example/', 'x=1; Path=/api', 'https://a.example/api/v1', 'x=1'],
    ['of a path does not go beside it', 'https://a.example/', 'x=1; Path=/api', 'https://a.example/apis', undefined],
    [
      'without path is for the folder that set it',
      'https://a.example/v1/login',
      'x=1',
      'https://a.example/v2',
      undefined,
    ],
    ['that is Secure does not go out in the open', 'https://a.example/', 'x=1; Secure', 'http://a.example/', undefined],
    [
      'that is Secure does not go out in the open on loopback',
      'https://127.0.0.1/',
      'x=1; Secure',
      'http://127.0.0.1/',
      undefined,
    ],
    ['that is Secure is not taken from the open', 'http://a.example/', 'x=1; Secure', 'https://a.example/', undefined],
    [
      'for the site alone is sent all the same',
      'https://a.example/',
      'x=1; SameSite=Strict; HttpOnly',
      'https://a.example/',
      'x=1',
    ],
    ['of an address is host-only', 'http://127.0.0.1:81/', 'x=1', 'http://127.0.0.1:82/', 'x=1'],
    ['of localhost is kept', 'http://localhost/', 'x=1', 'http://localhost/', 'x=1'],
    [
      '__Host- with a domain is ignored',
      'https://a.example/',
      '__Host-x=1; Secure; Path=/; Domain=a.example',
      'https://a.example/',
      undefined,
    ],
    [
      'that is past is ignored',
      'https://a.example/',
      'x=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
      'https://a.example/',
      undefined,
    ],
    ['that is nonsense is ignored', 'https://a.example/', '=; ;;', 'https://a.example/', undefined],
  ])('%s', (_, from, line, to, expected) => {
    expect(after(from, [line], to)).toBe(expected);
  });

  test('expires by Max-Age from when it was set, by the clock that is given, and Max-Age wins over Expires', () => {
    const line = 'x=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT';

    expect(after('https://a.example/', [line], 'https://a.example/', 59_999)).toBe('x=1');
    expect(after('https://a.example/', [line], 'https://a.example/', 60_000)).toBeUndefined();
  });

  test('set again is renewed, and its time counts from then', () => {
    const clock = fixedClock();
    const jar = cookieJar({ clock });
    const home = url('https://a.example/');

    jar.store(home, ['x=1; Max-Age=10']);
    clock.advance(8000);
    jar.store(home, ['x=2; Max-Age=10']);
    clock.advance(8000);

    expect(jar.headerFor(home)).toBe('x=2');
  });

  test('is deleted by one that is past; others stay, longer paths first', () => {
    const lines = ['a=1; Path=/', 'b=2; Path=/deep', 'c=3; Path=/', 'a=; Max-Age=0; Path=/'];

    expect(after('https://a.example/', lines, 'https://a.example/deep/er')).toBe('b=2; c=3');
  });
});

const setsCookie: Script = (socket) => {
  socket.write(answer('302 Found', ['location: /ok', 'set-cookie: session=abc', 'set-cookie: theme=dark; Path=/']));
};

describe('the client', () => {
  const serve = async (scripts: { readonly [path: string]: Script }) => {
    const server = await scriptedServer('127.0.0.1', scripts);
    closeLater(() => server.close());
    return { server, client: clientFor([`127.0.0.1:${String(server.port)}`]) };
  };

  test('keeps cookies of each hop and sends them with the next, beside those of the request', async () => {
    const { server, client } = await serve({ '/login': setsCookie });
    const cookies = cookieJar({ clock: fixedClock() });

    const response = await client.send(
      requestFor(`${server.origin}/login`, { cookies, followRedirects: true, headers: [['Cookie', 'own=1']] }),
    );

    expect(server.seen[0]?.head).toMatch(/^cookie: own=1$/imu);
    expect(server.seen[1]?.head).toMatch(/^cookie: own=1; session=abc; theme=dark$/imu);
    expect(response.requestHeaders).toContainEqual(['cookie', 'own=1; session=abc; theme=dark']);
  });

  test('without a jar keeps nothing', async () => {
    const { server, client } = await serve({ '/login': setsCookie });

    await client.send(requestFor(`${server.origin}/login`));
    await client.send(requestFor(`${server.origin}/ok`));

    expect(server.seen[1]?.head).not.toMatch(/cookie/iu);
  });

  test('sends nothing when the guard of the jar refuses, also behind a redirect', async () => {
    const { server, client } = await serve({ '/login': setsCookie });
    const guard = (target: URL, text: string): void => {
      if (text.includes('abc'))
        throw new HttpFailure('not there', { type: 'refused_target', phase: 'redirect', url: target.href });
    };
    const cookies = cookieJar({ clock: fixedClock(), guard });

    const failure = await failureOf(
      client.send(requestFor(`${server.origin}/login`, { cookies, followRedirects: true })),
    );

    expect([failure.type, server.seen.length]).toEqual(['refused_target', 1]);
  });
});
