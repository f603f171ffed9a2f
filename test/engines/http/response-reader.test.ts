/** Answers cut at every byte: whatever pieces a network makes of them, the same is read; what is no answer is refused, never misread. */
import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { headerIn, responseReader } from '#engines/http/response-reader';
import type { ReadAnswer } from '#engines/http/response-reader';

interface Told {
  readonly status: number;
  readonly body: string;
  readonly keepAlive: boolean;
  readonly wireBytes: number;
}

const told = (answer: ReadAnswer | undefined): Told | undefined =>
  answer === undefined
    ? undefined
    : {
        status: answer.status,
        body: Buffer.from(answer.body).toString(),
        keepAlive: answer.keepAlive,
        wireBytes: answer.wireBytes,
      };

const readAll = (text: string, cuts: readonly number[], bodiless = false): Told | undefined => {
  const reader = responseReader();
  reader.expect(bodiless);
  const bytes = Buffer.from(text, 'latin1');
  const ends = [...new Set(cuts.map((cut) => cut % bytes.length)), bytes.length].sort((a, b) => a - b);
  let from = 0;
  let answer: ReadAnswer | undefined;
  for (const end of ends) {
    if (end > from) answer = reader.read(bytes.subarray(from, end)) ?? answer;
    from = end;
  }
  return told(answer ?? reader.end());
};

const CHUNKED =
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n7;why=not\r\n, world\r\n0\r\nX-Trailer: 1\r\n\r\n';

const ANSWERS: readonly (readonly [string, string, Omit<Told, 'wireBytes'>])[] = [
  ['a length', 'HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello', { status: 200, body: 'hello', keepAlive: true }],
  ['no reason', 'HTTP/1.1 404\r\nContent-Length:0\r\n\r\n', { status: 404, body: '', keepAlive: true }],
  ['chunks', CHUNKED, { status: 200, body: 'hello, world', keepAlive: true }],
  ['no content', 'HTTP/1.1 204 No Content\r\n\r\n', { status: 204, body: '', keepAlive: true }],
  ['not modified', 'HTTP/1.1 304 X\r\ncontent-length: 99\r\n\r\n', { status: 304, body: '', keepAlive: true }],
  [
    'the end of the connection',
    'HTTP/1.1 200 OK\r\n\r\nall of it',
    { status: 200, body: 'all of it', keepAlive: false },
  ],
  [
    'a closed connection',
    'HTTP/1.1 200 OK\r\nConnection: Close\r\ncontent-length: 1\r\n\r\nx',
    { status: 200, body: 'x', keepAlive: false },
  ],
  ['version 1.0', 'HTTP/1.0 200 OK\r\ncontent-length: 1\r\n\r\nx', { status: 200, body: 'x', keepAlive: false }],
  [
    'version 1.0 kept',
    'HTTP/1.0 200 OK\r\nconnection: keep-alive\r\ncontent-length: 1\r\n\r\nx',
    { status: 200, body: 'x', keepAlive: true },
  ],
  [
    'interim answers',
    'HTTP/1.1 103 Early Hints\r\nlink: a\r\n\r\nHTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Made\r\ncontent-length: 2\r\n\r\nok',
    { status: 201, body: 'ok', keepAlive: true },
  ],
  [
    'the same length twice',
    'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 1\r\n\r\nx',
    { status: 200, body: 'x', keepAlive: true },
  ],
  [
    'more than was said',
    'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nmore',
    { status: 200, body: 'mo', keepAlive: false },
  ],
];

describe('an answer with', () => {
  test.each(ANSWERS)('%s is read', (_name, text, expected) => {
    expect(readAll(text, [])).toMatchObject(expected);
  });

  test.each(ANSWERS.slice(0, -1))('%s is read alike however it is cut', (_name, text, expected) => {
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 12 }), (cuts) => {
        expect(readAll(text, cuts)).toMatchObject({ ...expected, wireBytes: text.length });
      }),
      { numRuns: 200 },
    );
  });

  test('a length to HEAD has no body', () => {
    expect(readAll('HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n', [], true)).toMatchObject({
      body: '',
      keepAlive: true,
    });
  });
});

describe('no answer is', () => {
  test.each([
    ['another protocol', 'SSH-2.0-OpenSSH_9\r\n\r\n'],
    ['version 2', 'HTTP/2 200\r\n\r\n'],
    ['a status of two digits', 'HTTP/1.1 20 OK\r\n\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nxx'],
    ['a length below nothing', 'HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n'],
    ['a length of a thousand gigabytes', 'HTTP/1.1 200 OK\r\ncontent-length: 999999999999\r\n\r\n'],
    ['another coding', 'HTTP/1.1 200 OK\r\ntransfer-encoding: gzip, chunked\r\n\r\n'],
    ['a chunk without size', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nhello\r\n'],
    ['a chunk without end', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nhello\r\n'],
    ['a chunk of four gigabytes', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nffffffff\r\n'],
    ['a head without end', `HTTP/1.1 200 OK\r\nx: ${'a'.repeat(70_000)}`],
    ['an upgrade', 'HTTP/1.1 101 Switching Protocols\r\n\r\n'],
  ])('%s', (_name, text) => {
    expect(() => readAll(text, [])).toThrow(/^expected an HTTP answer, got /u);
  });

  test('bytes before anything was asked', () => {
    expect(() => responseReader().read(Buffer.from('HTTP/1.1 200 OK\r\n'))).toThrow('before anything was asked');
  });

  test('half of one', () => {
    expect(readAll('HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhel', [])).toBeUndefined();
    expect(readAll('HTTP/1.1 200 O', [])).toBeUndefined();
    expect(readAll(CHUNKED.slice(0, -2), [])).toBeUndefined();
  });

  test('random bytes, which neither hang nor crash it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.array(fc.nat(200), { maxLength: 5 }), (tail, cuts) => {
        try {
          const answer = readAll(`HTTP/1.1 200 OK\r\n${tail}`, cuts);
          expect(answer?.status ?? 200).toBe(200);
        } catch (error) {
          expect((error as Error).name).toBe('HttpFailure');
        }
      }),
      { numRuns: 500 },
    );
  });
});

test('a header is found whatever its case, joined where it comes twice, and not inside another', () => {
  const head = 'X-Set-Cookie: no\r\nSet-Cookie: a=1\r\nset-cookie:b=2\r\nx: set-cookie: c';

  expect(headerIn(head, 'set-cookie')).toBe('a=1, b=2');
  expect(headerIn(head, 'cookie')).toBeUndefined();
});
