/** Answers under way are kept in memory: all of them together have a bound, and the large ones pay for it. */
import { PassThrough } from 'node:stream';
import type { Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { HELD_BYTES_MAX, LoadConnection } from '#engines/http/load-connection';
import type { CompiledRequest, LoadAnswer, LoadFailure } from '#ports/load-transport';

const KILO = 1024;

/** A connection beside others that hold so many bytes already. */
const connected = (heldByOthers: number) => {
  const socket = new PassThrough();
  const told: { held: number; failure?: LoadFailure; answer?: LoadAnswer } = { held: heldByOthers };
  const connection = new LoadConnection('http://a.test', socket as unknown as Socket, {
    freed: () => undefined,
    ended: () => undefined,
    received: () => undefined,
    held: (bytes) => (told.held += bytes),
  });
  const receiver = {
    onSent: () => undefined,
    onAnswer: (answer: LoadAnswer) => (told.answer = answer),
    onFailure: (failure: LoadFailure) => (told.failure = failure),
  };
  const request = { method: 'GET', bytes: Buffer.alloc(0) } as unknown as CompiledRequest;
  connection.start({ request, deadlineMs: 0, receiver, again: false });
  const come = (bytes: number | string): void => {
    socket.emit('data', typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.alloc(bytes));
  };
  come(`HTTP/1.1 200 OK\r\ncontent-length: ${String(400 * KILO)}\r\n\r\n`);
  return { told, come };
};

test('a large answer that is too much for all connections together is a failure, and gives its memory back', () => {
  const { told, come } = connected(HELD_BYTES_MAX);

  come(300 * KILO);

  expect(told.failure).toMatchObject({ type: 'parse', phase: 'receive' });
  expect(told.failure?.message).toContain(`at most ${String(HELD_BYTES_MAX)} bytes of answers under way`);
  expect(told.held).toBe(HELD_BYTES_MAX);
});

test('a small one does not suffer for the others', () => {
  const { told, come } = connected(HELD_BYTES_MAX);

  come(200 * KILO);

  expect(told.failure).toBeUndefined();
});

test('a complete answer is kept no longer', () => {
  const { told, come } = connected(0);

  come(300 * KILO);
  const under = told.held;
  come(100 * KILO);

  expect(under).toBeGreaterThan(300 * KILO);
  expect([told.held, told.answer?.body.byteLength]).toEqual([0, 400 * KILO]);
});
