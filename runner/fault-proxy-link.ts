/** One connection through a fault proxy: two directions, and which toxics hit it. */
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Fault, FaultStream, Toxic } from '#core/acts/disturb';
import { TOXICS } from '#core/acts/disturb';
import type { Clock } from '#ports/clock';
import { passOn } from '#runner/fault-proxy-stream';
import type { ActiveToxic } from '#runner/fault-proxy-stream';

export interface LinkOptions {
  readonly client: Socket;
  readonly clock: Clock;
  readonly random: () => number;
  readonly onClosed: () => void;
}

export interface Link {
  /** Begins to pass on to this other side. */
  readonly lead: (inner: Duplex) => void;
  /** Decides whether the fault hits this connection; returns what takes it away. */
  readonly add: (fault: Fault) => () => void;
  readonly cut: (how: 'close' | 'reset') => void;
  readonly closed: AbortSignal;
}

interface Hitting extends ActiveToxic {
  readonly stream: FaultStream;
}

const isToxic = (fault: Fault): fault is Fault & Toxic => (TOXICS as readonly string[]).includes(fault.fault);

/** Toxics that hit a connection now. */
const hittingToxics = () => {
  const items = new Set<Hitting>();
  let changed = new AbortController();
  const change = (): void => {
    const before = changed;
    changed = new AbortController();
    before.abort();
  };
  return {
    of: (stream: FaultStream): readonly ActiveToxic[] => [...items].filter((item) => item.stream === stream),
    changed: (): AbortSignal => changed.signal,
    has: (item: Hitting): boolean => items.has(item),
    add: (item: Hitting): void => {
      items.add(item);
      change();
    },
    /** @returns whether it was there */
    remove: (item: Hitting): boolean => {
      const wasThere = items.delete(item);
      if (wasThere) change();
      return wasThere;
    },
  };
};

/** Milliseconds after which a toxic ends the connection, and how. */
const endingOf = (toxic: Toxic): { readonly ms: number; readonly how: 'close' | 'reset' } | undefined => {
  if (toxic.fault === 'reset_peer') return { ms: toxic.timeoutMs ?? 0, how: 'reset' };
  return toxic.fault === 'timeout' && toxic.timeoutMs > 0 ? { ms: toxic.timeoutMs, how: 'close' } : undefined;
};

export const openLink = ({ client, clock, random, onClosed }: LinkOptions): Link => {
  const ended = new AbortController();
  const toxics = hittingToxics();
  let inner: Duplex | undefined;
  const cut = (how: 'close' | 'reset'): void => {
    if (ended.signal.aborted) return;
    ended.abort(new Error('the connection was ended'));
    if (how === 'reset') client.resetAndDestroy();
    // Bytes that were written go out first.
    else client.destroySoon();
    inner?.destroy();
    onClosed();
  };
  const close = (): void => {
    cut('close');
  };
  client.setNoDelay(true).on('error', close).on('close', close);
  const direction = (from: Duplex, to: Duplex, stream: FaultStream): Promise<void> =>
    passOn({
      ...{ from, to, clock, random, closed: ended.signal, cut: close },
      active: () => toxics.of(stream),
      changed: toxics.changed,
    });
  const endLater = async (item: Hitting): Promise<void> => {
    const ending = endingOf(item.toxic);
    if (ending === undefined) return;
    // A connection that ended by itself has nothing left to end.
    if (ending.ms > 0) await clock.sleep(ending.ms, ended.signal).catch(() => undefined);
    if (toxics.has(item)) cut(ending.how);
  };
  return {
    closed: ended.signal,
    cut,
    lead: (other) => {
      inner = other;
      other.on('error', close).on('close', () => {
        // After a clean end there may still be bytes that are held back.
        if (!other.readableEnded) close();
      });
      void direction(client, other, 'upstream');
      void direction(other, client, 'downstream');
    },
    add: (fault) => {
      if (!isToxic(fault) || random() >= (fault.toxicity ?? 1)) return () => undefined;
      const item: Hitting = { toxic: fault, stream: fault.stream ?? 'downstream' };
      toxics.add(item);
      void endLater(item);
      return () => {
        // Bytes are missing: what came now would be another conversation.
        if (toxics.remove(item) && fault.fault === 'timeout') close();
      };
    },
  };
};
