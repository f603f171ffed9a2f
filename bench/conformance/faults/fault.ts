import { setTimeout as pause } from 'node:timers/promises';
import type { Executor } from '#core/words';
import type { ConformanceLine } from '../main.ts';
import type { World } from './world.ts';

/** One provoked fault and what was seen of it. */
export interface FaultLine extends ConformanceLine {
  readonly conformance: 'faults';
  readonly fault: string;
  readonly executor?: Executor;
  readonly outcome: string;
  readonly expected: string;
}

/** What came of a fault; a text alone is right when it equals what was expected. */
export type Seen = string | { readonly outcome: string; readonly ok: boolean };

export interface Fault {
  readonly fault: string;
  readonly executor?: Executor;
  readonly expected: string;
  /** Provokes it and says what was observed. A thrown error is an outcome too, and never the right one. */
  readonly provoke: (world: World) => Promise<Seen>;
}

const MESSAGE_CHARS_MAX = 300;

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ').slice(0, MESSAGE_CHARS_MAX);

/** The longest fault waits for a reconciler that leaves young runs alone for half a minute. */
const FAULT_MS_MAX = 300_000;

const overdue = async (ended: AbortSignal): Promise<never> => {
  await pause(FAULT_MS_MAX, undefined, { signal: ended });
  throw new Error(`it was not over within ${String(FAULT_MS_MAX / 1000)} s`);
};

/** Provokes one fault. */
export const lineOf = async (world: World, { fault, executor, expected, provoke }: Fault): Promise<FaultLine> => {
  const ended = new AbortController();
  const seen = await Promise.race([provoke(world), overdue(ended.signal)]).catch((error: unknown) => ({
    outcome: `could not be shown: ${messageOf(error)}`,
    ok: false,
  }));
  ended.abort();
  const { outcome, ok } = typeof seen === 'string' ? { outcome: seen, ok: seen === expected } : seen;
  return { ok, conformance: 'faults', fault, ...(executor === undefined ? {} : { executor }), outcome, expected };
};

/** One piece of work for several faults: the first that asks starts it. */
export const shared = <T>(work: (world: World) => Promise<T>): ((world: World) => Promise<T>) => {
  let begun: Promise<T> | undefined;
  return (world) => (begun ??= work(world));
};

/**
 * Provokes faults, at most `lanes` at once.
 *
 * @returns their lines in the order given, each as soon as it and those before it are there
 */
export const linesOf = async function* (
  world: World,
  faults: readonly Fault[],
  lanes: number,
): AsyncIterable<FaultLine> {
  let next = 0;
  const settled = faults.map(() => Promise.withResolvers<FaultLine>());
  const lane = async (): Promise<void> => {
    for (let index = next++; index < faults.length; index = next++) {
      const fault = faults[index];
      if (fault !== undefined) settled[index]?.resolve(await lineOf(world, fault));
    }
  };
  const working = Promise.all(Array.from({ length: lanes }, lane));
  for (const { promise } of settled) yield await promise;
  await working;
};
