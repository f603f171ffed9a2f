import { connect as connectHttp2, constants } from 'node:http2';
import type { ClientHttp2Session } from 'node:http2';
import type { Connection } from '#engines/http/connection';
import type { Dialled } from '#engines/http/dial';
import { HEADER_BYTES_MAX } from '#engines/http/h1-connection';
import { h2Exchange } from '#engines/http/h2-exchange';

/** Bytes under way without an acknowledgement, for each answer and for all of a connection: 64 KB would make large ones slow. */
const WINDOW_BYTES = 1024 * 1024;

/** Until the target has said how many it takes; node:http2 holds back what turns out to be too many. */
const STREAMS_BEFORE_SETTINGS = 100;

/**
 * HTTP/2 on a socket that was opened and checked by `dial`: many requests at a time, each a stream of its own.
 *
 * node:http2 and not undici's own HTTP/2: undici opens sockets and repeats requests by itself when a connection ends; here a request that
 * fails must be told.
 */
export const h2Connection = (origin: string, { socket, timingsMs }: Dialled): Connection => {
  const session = connectHttp2(origin, {
    createConnection: () => socket,
    settings: { enablePush: false, initialWindowSize: WINDOW_BYTES, maxHeaderListSize: HEADER_BYTES_MAX },
  });
  let alive = true;
  const ended = (): void => {
    alive = false;
  };
  // The streams tell what became of their requests; the session's own error says nothing more and must not end the process.
  session.on('error', ended);
  session.on('goaway', ended);
  session.on('close', ended);
  socket.on('close', ended);
  session.once('connect', () => {
    if (!session.destroyed) session.setLocalWindowSize(WINDOW_BYTES * 4);
  });
  return {
    httpVersion: '2',
    timingsMs,
    capacity: () => session.remoteSettings.maxConcurrentStreams ?? STREAMS_BEFORE_SETTINGS,
    exchange: (hop, stop) => h2Exchange({ hop, stop, session }),
    isAlive: () => alive && !session.closed && !session.destroyed,
    close: () => closeSession(session),
  };
};

/** Lets no stream go on: whoever closes a client has no use for answers. */
const closeSession = async (session: ClientHttp2Session): Promise<void> => {
  if (session.destroyed) return;
  await new Promise<void>((resolve) => {
    session.once('close', resolve);
    session.destroy(undefined, constants.NGHTTP2_CANCEL);
  });
};
