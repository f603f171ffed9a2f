import type { Clock } from '#ports/clock';
import type { EpochMs } from '#core/units';
import type { StartLine } from '#ports/load-transport';

export interface StartOptions {
  readonly line: StartLine;
  readonly shard: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Shards start minutes apart where executors are made; beyond this the load is given up. */
  readonly waitMsMax?: number;
}

/** A shard that others wait for in vain. */
export class StartMissed extends Error {
  override readonly name = 'StartMissed';
}

const WAIT_MS_MAX = 10 * 60_000;
const LOOK_EVERY_MS = 500;

/**
 * Waits until all shards of a load are ready, and then for the moment that they agreed on.
 *
 * @returns milliseconds that this shard is late
 * @throws StartMissed when the others are not ready in time: half a load must not look like a whole one
 */
export const startTogether = async (options: StartOptions): Promise<number> => {
  const { line, shard, clock, signal, waitMsMax = WAIT_MS_MAX } = options;
  const giveUpAt = clock.nowMs() + waitMsMax;
  await line.ready(shard);
  for (;;) {
    signal.throwIfAborted();
    const startAt = await line.startAt();
    if (startAt !== undefined) {
      const leftMs = startAt - clock.nowMs();
      if (leftMs > 0) await clock.sleep(leftMs, signal);
      return Math.max(0, clock.nowMs() - startAt);
    }
    if (clock.nowMs() >= giveUpAt)
      throw new StartMissed(`expected all shards to be ready within ${String(waitMsMax)} ms, got no start`);
    await clock.sleep(LOOK_EVERY_MS, signal);
  }
};

/** A start line inside one process: for shards that are threads or tests. */
export const localStartLine = (shards: number, clock: Clock, afterMs = 1000): StartLine => {
  const ready = new Set<number>();
  let at: EpochMs | undefined;
  return {
    ready: async (shard) => {
      ready.add(shard);
      if (ready.size >= shards) at ??= (clock.nowMs() + afterMs) as EpochMs;
    },
    startAt: async () => at,
  };
};
