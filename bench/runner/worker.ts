/** A side of the runner's bench in a process of its own: it gets rounds by message and answers with what they took. */
import { bareLoop } from './bare-loop.ts';
import { engineLoop } from './engine-loop.ts';
import { suiteOfCases, suiteOfRows } from './requests.ts';

export type Round =
  | { readonly kind: 'bare' | 'cases'; readonly origin: string; readonly count: number }
  | { readonly kind: 'rows'; readonly origin: string; readonly count: number; readonly samples: number };

/** MB after a collection of garbage. */
export interface Sample {
  readonly done: number;
  readonly heapMb: number;
  /** Outside of the heap: connections, and the packed results and log. */
  readonly bytesMb: number;
  readonly rssMb: number;
}

export interface RoundTook {
  readonly wallMs: number;
  /** Of this process. */
  readonly cpuMs: number;
  /** At as many even steps as asked for. */
  readonly memory: readonly Sample[];
  readonly resultBytes: number;
}

const MB = 1024 * 1024;

const run = async (round: Round, memory: Sample[]): Promise<number> => {
  const { kind, origin, count } = round;
  if (kind === 'bare') {
    await bareLoop(origin, count);
    return 0;
  }
  if (round.kind !== 'rows') return engineLoop(origin, suiteOfCases(count));
  const every = Math.floor(count / round.samples);
  return engineLoop(origin, suiteOfRows(count), (done) => {
    if (done % every !== 0) return;
    globalThis.gc?.();
    const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
    memory.push({ done, heapMb: heapUsed / MB, bytesMb: arrayBuffers / MB, rssMb: rss / MB });
  });
};

process.on('message', (round: Round) => {
  const memory: Sample[] = [];
  const started = performance.now();
  const before = process.cpuUsage();
  void run(round, memory).then((resultBytes) => {
    const { user, system } = process.cpuUsage(before);
    const took: RoundTook = {
      wallMs: performance.now() - started,
      cpuMs: (user + system) / 1000,
      memory,
      resultBytes,
    };
    process.send?.(took);
  });
});
process.on('disconnect', () => {
  process.disconnect?.();
});
