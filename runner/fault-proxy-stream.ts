/**
 * One direction of one connection through a fault proxy: what comes in goes out, held back, cut up or dropped by the toxics that are
 * active at that moment.
 */
import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import type { Toxic } from '#core/acts/disturb';
import type { Clock } from '#ports/clock';

/** A toxic that hits this direction of this connection. */
export interface ActiveToxic {
  readonly toxic: Toxic;
}

export interface StreamOptions {
  readonly from: Duplex;
  readonly to: Duplex;
  readonly clock: Clock;
  readonly random: () => number;
  /** In the order in which they were added. */
  readonly active: () => readonly ActiveToxic[];
  /** Aborted, and replaced by another, whenever `active` changes. */
  readonly changed: () => AbortSignal;
  /** Aborted when the connection ends. */
  readonly closed: AbortSignal;
  /** Ends the connection; bytes that were written go out first. */
  readonly cut: () => void;
}

/** Bytes that wait inside the proxy before the sender is told to wait. */
const WAITING_BYTES_MAX = 1024 * 1024;
/** A bandwidth of so many kilobytes a second passes pieces of this share of a second. */
const PACE_SECONDS = 0.05;
const LOST_AGAIN_MAX = 6;
const STALL_MS_DEFAULT = 200;

/** A piece as it came, with what each delaying toxic decided about it. */
interface Piece {
  readonly bytes: Buffer;
  readonly atMs: number;
  readonly delaysMs: Map<ActiveToxic, number>;
}

const lossDelay = ({ share, stallMs = STALL_MS_DEFAULT }: Toxic & { fault: 'loss' }, random: () => number): number => {
  let delayMs = 0;
  for (let lost = 0; lost < LOST_AGAIN_MAX && random() < share; lost += 1) delayMs += stallMs * 2 ** lost;
  return delayMs;
};

const delayOf = (toxic: Toxic, random: () => number): number => {
  if (toxic.fault === 'latency')
    return Math.max(0, toxic.latencyMs + (2 * random() - 1) * Math.min(toxic.jitterMs ?? 0, toxic.latencyMs));
  return toxic.fault === 'loss' ? lossDelay(toxic, random) : 0;
};

type Named<Name extends Toxic['fault']> = ActiveToxic & { readonly toxic: Toxic & { readonly fault: Name } };

/** Passes everything from one side to the other until the connection ends. Never rejects. */
export const passOn = async (options: StreamOptions): Promise<void> => {
  try {
    await new FaultyStream(options).run();
  } catch {
    // The other side went away or the connection was ended: there is nobody left to tell.
    options.cut();
  }
};

class FaultyStream {
  readonly #options: StreamOptions;
  readonly #waiting: Piece[] = [];
  readonly #passedBytes = new Map<ActiveToxic, number>();
  #waitingBytes = 0;
  #ended = false;
  #wake = (): void => undefined;

  constructor(options: StreamOptions) {
    this.#options = options;
  }

  async run(): Promise<void> {
    const { from, closed } = this.#options;
    this.#read();
    for (;;) {
      closed.throwIfAborted();
      const piece = this.#waiting.shift();
      if (piece === undefined) {
        if (this.#ended) break;
        await this.#something();
        continue;
      }
      await this.#passPiece(piece);
      this.#waitingBytes -= piece.bytes.byteLength;
      if (from.isPaused() && this.#waitingBytes <= WAITING_BYTES_MAX) from.resume();
    }
    await this.#finish();
  }

  #read(): void {
    const { from, clock } = this.#options;
    from.on('data', (bytes: Buffer) => {
      this.#waiting.push({ bytes, atMs: clock.nowMs(), delaysMs: new Map() });
      this.#waitingBytes += bytes.byteLength;
      if (this.#waitingBytes > WAITING_BYTES_MAX) from.pause();
      this.#wake();
    });
    from.once('end', () => {
      this.#ended = true;
      this.#wake();
    });
  }

  #something(): Promise<void> {
    const { closed } = this.#options;
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        reject(closed.reason as Error);
      };
      this.#wake = () => {
        closed.removeEventListener('abort', leave);
        resolve();
      };
      closed.addEventListener('abort', leave, { once: true });
    });
  }

  #named<Name extends Toxic['fault']>(name: Name): readonly Named<Name>[] {
    return this.#options.active().filter((item): item is Named<Name> => item.toxic.fault === name);
  }

  /** Ends early when the toxics change; rejects when the connection ended. */
  async #pause(ms: number): Promise<void> {
    const { clock, changed, closed } = this.#options;
    await clock.sleep(ms, AbortSignal.any([changed(), closed])).catch(() => undefined);
    closed.throwIfAborted();
  }

  async #passPiece(piece: Piece): Promise<void> {
    await this.#heldBack(piece);
    if (this.#named('timeout').length > 0) return;
    const { bytes, full } = this.#withinLimits(piece.bytes);
    await this.#writeSliced(bytes);
    if (full) this.#options.cut();
  }

  /** Times count from when the piece came, so that latency does not become a limit of bandwidth. */
  async #heldBack(piece: Piece): Promise<void> {
    const { active, random, clock } = this.#options;
    for (;;) {
      let delayMs = 0;
      for (const item of active()) {
        if (!piece.delaysMs.has(item)) piece.delaysMs.set(item, delayOf(item.toxic, random));
        delayMs += piece.delaysMs.get(item) ?? 0;
      }
      const leftMs = piece.atMs + delayMs - clock.nowMs();
      if (delayMs === 0 || leftMs <= 0) return;
      await this.#pause(leftMs);
    }
  }

  /** The part of the bytes that limits still let through. */
  #withinLimits(bytes: Buffer): { readonly bytes: Buffer; readonly full: boolean } {
    const limits = this.#named('limit_data').map((item) => ({ item, used: this.#passedBytes.get(item) ?? 0 }));
    const left = Math.min(bytes.byteLength, ...limits.map(({ item, used }) => Math.max(0, item.toxic.bytes - used)));
    for (const { item, used } of limits) this.#passedBytes.set(item, used + left);
    return { bytes: bytes.subarray(0, left), full: limits.some(({ item, used }) => used + left >= item.toxic.bytes) };
  }

  async #writeSliced(bytes: Buffer): Promise<void> {
    let rest = bytes;
    for (let first = true; rest.byteLength > 0; first = false) {
      const slicer = this.#named('slicer').at(-1)?.toxic;
      const size = slicer === undefined ? rest.byteLength : sliceSize(slicer, this.#options.random);
      if (!first && slicer?.delayMs !== undefined) await this.#pause(slicer.delayMs);
      await this.#writePaced(rest.subarray(0, size));
      rest = rest.subarray(size);
    }
  }

  async #writePaced(bytes: Buffer): Promise<void> {
    let rest = bytes;
    while (rest.byteLength > 0) {
      const rate = Math.min(...this.#named('bandwidth').map(({ toxic }) => toxic.kilobytesPerSecond * 1000));
      const isLimited = Number.isFinite(rate);
      const piece = isLimited ? rest.subarray(0, Math.max(1, Math.floor(rate * PACE_SECONDS))) : rest;
      if (isLimited) await this.#pause((piece.byteLength / rate) * 1000);
      await this.#write(piece);
      rest = rest.subarray(piece.byteLength);
    }
  }

  async #write(bytes: Buffer): Promise<void> {
    const { to, closed } = this.#options;
    closed.throwIfAborted();
    // The other side has had enough; what it still sends goes on its way.
    if (to.destroyed || to.writableEnded) return;
    if (!to.write(bytes)) await once(to, 'drain', { signal: closed });
  }

  async #finish(): Promise<void> {
    const { clock, to } = this.#options;
    const endedAtMs = clock.nowMs();
    for (;;) {
      const delayMs = Math.max(0, ...this.#named('slow_close').map(({ toxic }) => toxic.delayMs));
      const leftMs = endedAtMs + delayMs - clock.nowMs();
      if (leftMs <= 0) break;
      await this.#pause(leftMs);
    }
    to.end();
  }
}

const sliceSize = ({ averageBytes, variationBytes = 0 }: Toxic & { fault: 'slicer' }, random: () => number): number =>
  Math.max(1, Math.round(averageBytes + (2 * random() - 1) * variationBytes));
