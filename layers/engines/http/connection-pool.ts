import type { HttpVersionChoice } from '#core/environment';
import type { Connection } from '#engines/http/connection';
import { HttpFailure } from '#engines/http/http-failure';
import { unlessStopped } from '#engines/http/request-stop';
import type { RequestStop } from '#engines/http/request-stop';

/** Servers close idle connections after 5 s (Node) to 60 s: one that was idle for less is still there. */
export const IDLE_MS_MAX = 2000;

/** Requests on one HTTP/2 connection: what RFC 9113, section 6.5.2, recommends at least. More make it a bottleneck of its own. */
const STREAMS_MAX = 100;

export interface Lease {
  readonly connection: Connection;
  /** True when the connection was made for this request. */
  readonly fresh: boolean;
}

export interface Wanted {
  readonly origin: string;
  readonly http: HttpVersionChoice;
  readonly stop: RequestStop;
  readonly dial: () => Promise<Connection>;
}

export interface ConnectionPool {
  /** A kept-alive connection or a share of an HTTP/2 one, both at once, or a new one. @throws what `dial` throws */
  readonly take: (wanted: Wanted) => Lease | Promise<Lease>;
  /** A new connection, whatever is there. */
  readonly takeNew: (wanted: Wanted) => Promise<Lease>;
  /** Ends a request on a connection; one that failed is closed once nobody uses it. */
  readonly give: (origin: string, connection: Connection) => void;
  readonly closeAll: () => Promise<void>;
}

interface Held {
  readonly connection: Connection;
  users: number;
  idleSinceMs: number;
}

interface Origin {
  /** Connections with room for a request; the one used last is at the end. */
  readonly free: Held[];
  readonly held: Map<Connection, Held>;
  /** The first dial to an origin: others wait for it, because it may become one connection for all. */
  dialling: Promise<Connection> | undefined;
  /** Known once a connection was made. */
  multiplexes: boolean | undefined;
}

const roomIn = ({ connection, users }: Held): boolean =>
  connection.isAlive() && users < Math.min(connection.capacity(), STREAMS_MAX);

const isStale = ({ users, idleSinceMs }: Held): boolean => users === 0 && performance.now() - idleSinceMs > IDLE_MS_MAX;

const speaks = ({ connection }: Held, http: HttpVersionChoice): boolean =>
  http === 'auto' || http === connection.httpVersion;

/** Keeps connections of a shard alive between requests. */
export const connectionPool = (): ConnectionPool => {
  const origins = new Map<string, Origin>();
  const originOf = (name: string): Origin => {
    const known = origins.get(name);
    if (known !== undefined) return known;
    const made: Origin = { free: [], held: new Map(), dialling: undefined, multiplexes: undefined };
    origins.set(name, made);
    return made;
  };
  return {
    take: (wanted) => {
      const origin = originOf(wanted.origin);
      const connection = findFree(origin, wanted.http);
      return connection === undefined ? takeFrom(origin, wanted) : { connection, fresh: false };
    },
    takeNew: (wanted) => dialFor(originOf(wanted.origin), wanted),
    give: (name, connection) => {
      const origin = origins.get(name);
      const held = origin?.held.get(connection);
      if (origin === undefined || held === undefined) {
        void connection.close();
        return;
      }
      const hadRoom = origin.free.includes(held);
      held.users -= 1;
      if (held.users === 0) held.idleSinceMs = performance.now();
      if (!connection.isAlive()) drop(origin, held);
      else if (!hadRoom) origin.free.push(held);
    },
    closeAll: async () => {
      const all = [...origins.values()].flatMap(({ held }) => [...held.keys()]);
      origins.clear();
      await Promise.all(all.map((connection) => connection.close()));
    },
  };
};

/** Takes a connection out; requests that still run on it end by themselves. */
const drop = (origin: Origin, held: Held): void => {
  const at = origin.free.indexOf(held);
  if (at >= 0) origin.free.splice(at, 1);
  if (held.users > 0) return;
  origin.held.delete(held.connection);
  void held.connection.close();
};

const use = (origin: Origin, held: Held): void => {
  held.users += 1;
  if (roomIn(held)) return;
  const at = origin.free.lastIndexOf(held);
  if (at >= 0) origin.free.splice(at, 1);
};

const findFree = (origin: Origin, http: HttpVersionChoice): Connection | undefined => {
  for (let at = origin.free.length - 1; at >= 0; at -= 1) {
    const held = origin.free[at];
    if (held === undefined || !speaks(held, http)) continue;
    if (!roomIn(held) || isStale(held)) {
      drop(origin, held);
      continue;
    }
    use(origin, held);
    return held.connection;
  }
  return undefined;
};

const hold = (origin: Origin, connection: Connection): void => {
  const held: Held = { connection, users: 0, idleSinceMs: performance.now() };
  origin.held.set(connection, held);
  origin.free.push(held);
  use(origin, held);
};

const dialFor = async (origin: Origin, { dial }: Wanted): Promise<Lease> => {
  const connection = await dial();
  origin.multiplexes = connection.httpVersion === '2';
  hold(origin, connection);
  return { connection, fresh: true };
};

const takeFrom = async (origin: Origin, wanted: Wanted): Promise<Lease> => {
  const { http, stop } = wanted;
  for (;;) {
    const connection = findFree(origin, http);
    if (connection !== undefined) return { connection, fresh: false };
    if (http === '1.1' || origin.multiplexes === false) return dialFor(origin, wanted);
    if (origin.dialling === undefined) return dialFirst(origin, wanted);
    stop.begin('connect');
    await unlessStopped(stop, origin.dialling).catch((error: unknown) => {
      const reason = stop.reason();
      if (reason !== undefined) throw reason;
      // The other request ran out of its own time or was stopped; this one has its own.
      if (error instanceof HttpFailure) throw error;
    });
  }
};

const dialFirst = async (origin: Origin, wanted: Wanted): Promise<Lease> => {
  const lease = dialFor(origin, wanted);
  origin.dialling = lease.then(({ connection }) => connection);
  // Nobody may be waiting for it.
  origin.dialling.catch(() => undefined);
  try {
    return await lease;
  } finally {
    origin.dialling = undefined;
  }
};
