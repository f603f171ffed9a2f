import type { Socket } from 'node:net';
import { Client } from 'undici';
import type { Dialled } from '#engines/http/dial';

/** HTTP/1.1 heads of an answer; real ones stay below 16 KB. */
const HEADER_BYTES_MAX = 64 * 1024;
/** Servers close idle connections after 5 s (Node) to 60 s: one that was idle for less is still there. */
const IDLE_MS_MAX = 2000;

/** One connection to one target and the client that speaks HTTP on it. */
export interface Connection {
  readonly client: Client;
  readonly socket: Socket;
  readonly timingsMs: Dialled['timingsMs'];
  /** True once it has carried an answer. */
  used: boolean;
  alive: boolean;
  idleSinceMs: number;
}

/** Makes undici speak on a socket that was opened and checked by `dial`, and never open one by itself. */
export const connectionOn = (origin: string, { socket, timingsMs }: Dialled): Connection => {
  let given = false;
  const client = new Client(origin, {
    connect: (_options, callback) => {
      const first = !given;
      given = true;
      // Not at once: undici 8 misses a socket that is there before its own call of this function has returned, and waits for ever.
      queueMicrotask(() => {
        if (first) callback(null, socket);
        else callback(new Error('the connection was closed'), null);
      });
    },
    pipelining: 1,
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: IDLE_MS_MAX,
    maxHeaderSize: HEADER_BYTES_MAX,
  });
  const connection: Connection = { client, socket, timingsMs, used: false, alive: true, idleSinceMs: 0 };
  const ended = (): void => {
    connection.alive = false;
  };
  client.on('disconnect', ended);
  socket.on('close', ended);
  socket.on('error', ended);
  return connection;
};

export const closeConnection = async (connection: Connection): Promise<void> => {
  connection.alive = false;
  connection.socket.destroy();
  await connection.client.destroy();
};

export interface ConnectionPool {
  /** An idle connection to this origin, or undefined. */
  readonly take: (origin: string) => Connection | undefined;
  readonly give: (origin: string, connection: Connection) => void;
  readonly closeAll: () => Promise<void>;
}

/** Keeps connections of a shard alive between requests; at most one request is on each at a time. */
export const connectionPool = (): ConnectionPool => {
  const idle = new Map<string, Connection[]>();
  return {
    take: (origin) => {
      const list = idle.get(origin) ?? [];
      for (let connection = list.pop(); connection !== undefined; connection = list.pop()) {
        if (connection.alive && performance.now() - connection.idleSinceMs < IDLE_MS_MAX) return connection;
        void closeConnection(connection);
      }
      return undefined;
    },
    give: (origin, connection) => {
      if (!connection.alive) return;
      connection.used = true;
      connection.idleSinceMs = performance.now();
      const list = idle.get(origin);
      if (list === undefined) idle.set(origin, [connection]);
      else list.push(connection);
    },
    closeAll: async () => {
      const all = [...idle.values()].flat();
      idle.clear();
      await Promise.all(all.map(closeConnection));
    },
  };
};
