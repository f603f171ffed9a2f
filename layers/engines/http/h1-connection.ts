import type { Socket } from 'node:net';
import { Client } from 'undici';
import { IDLE_MS_MAX } from '#engines/http/connection-pool';
import type { Connection } from '#engines/http/connection';
import type { Dialled } from '#engines/http/dial';
import { h1Exchange } from '#engines/http/h1-exchange';
import { errorCode } from '#engines/http/http-failure';

/** HTTP/1.1 heads of an answer; real ones stay below 16 KB. */
export const HEADER_BYTES_MAX = 64 * 1024;

/** Makes undici speak on a socket that was opened and checked by `dial`, and never open one by itself. */
const clientOn = (origin: string, socket: Socket): Client => {
  let given = false;
  return new Client(origin, {
    connect: (_options, callback) => {
      const first = !given;
      given = true;
      // Not at once: undici 8 misses a socket that is there before its own call of this function has returned, and waits for ever.
      queueMicrotask(() => {
        if (first) callback(null, socket);
        else callback(new Error('the connection was closed'), null);
      });
    },
    allowH2: false,
    pipelining: 1,
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: IDLE_MS_MAX,
    maxHeaderSize: HEADER_BYTES_MAX,
  });
};

/** HTTP/1.1 on a socket that was opened and checked by `dial`: one request at a time. */
export const h1Connection = (origin: string, { socket, timingsMs, proxied }: Dialled): Connection => {
  const client = clientOn(origin, socket);
  let alive = true;
  let alert: Error | undefined;
  const ended = (): void => {
    alive = false;
  };
  client.on('disconnect', ended);
  socket.on('close', ended);
  socket.on('error', (error) => {
    ended();
    // undici tells only of the end of the connection, which comes after it.
    if (errorCode(error).startsWith('ERR_SSL_')) alert ??= error;
  });
  const tlsAlert = (): Error | undefined => alert;
  const close = async (): Promise<void> => {
    alive = false;
    socket.destroy();
    await client.destroy();
  };
  return {
    httpVersion: '1.1',
    timingsMs,
    capacity: () => 1,
    exchange: (hop, stop) => h1Exchange({ hop, stop, client, socket, proxied, alert: tlsAlert, close }),
    isAlive: () => alive && !socket.destroyed,
    close,
  };
};
