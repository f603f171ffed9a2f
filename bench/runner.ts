/**
 * The runner beside the loop that somebody writes by hand: the same requests to the same target and the same schema, ten at a time, in
 * processes of their own, the target on the other core. Rounds take turns, so that a busy machine slows both; processor time of the
 * process decides, because it does not count what others take. Then a hundred thousand rows, for the memory.
 */
import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { figure, median, type Bench, type Figure } from './figure.ts';
import type { Round, RoundTook } from './runner/worker.ts';

const REQUESTS = 4000;
const ROUNDS = 7;
/** Rounds until V8 has compiled what runs often: the engine is a hundred times as much code as the loop. The first one is told apart. */
const WARM_UPS = 4;
const ROWS = 100_000;
const MEMORY_SAMPLES = 20;
const here = import.meta.dirname;

/** `taskset` keeps the sides from each other's core; without it the figures are a little less even. */
const pinned = (core: number): readonly [string, readonly string[]] => {
  try {
    execFileSync('taskset', ['-c', String(core), 'true'], { stdio: 'ignore' });
    return ['taskset', ['-c', String(core), process.execPath]];
  } catch {
    return [process.execPath, []];
  }
};

const start = (file: string, core: number, flags: readonly string[] = []): ChildProcess => {
  const [program, before] = pinned(Math.min(core, availableParallelism() - 1));
  return spawn(program, [...before, '--no-warnings', ...flags, path.join(here, file)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
};

const ask = async (worker: ChildProcess, round: Round): Promise<RoundTook> => {
  const answered = new AbortController();
  const { signal } = answered;
  const died = once(worker, 'exit', { signal }).then(
    () => {
      throw new Error(`the process of the side "${round.kind}" died`);
    },
    // Its answer came first.
    () => new Promise<never>(() => undefined),
  );
  const answer = once(worker, 'message', { signal }) as Promise<[RoundTook]>;
  worker.send(round);
  try {
    const [took] = await Promise.race([answer, died]);
    return took;
  } finally {
    answered.abort();
  }
};

const sideBySide = async function* (origin: string): AsyncGenerator<Figure> {
  const bare = start('runner/worker.ts', 1);
  const ours = start('runner/worker.ts', 1);
  try {
    const rounds: { bare: RoundTook; ours: RoundTook }[] = [];
    for (let round = -WARM_UPS; round < ROUNDS; round += 1) {
      const one = await ask(bare, { kind: 'bare', origin, count: REQUESTS });
      const other = await ask(ours, { kind: 'cases', origin, count: REQUESTS });
      if (round === -WARM_UPS)
        yield figure(
          'runner',
          'runner / bare, first 4,000 cases, by processor time',
          one.cpuMs / other.cpuMs,
          'ratio of rates',
        );
      if (round >= 0) rounds.push({ bare: one, ours: other });
    }
    const of = (side: 'bare' | 'ours', what: 'cpuMs' | 'wallMs'): number =>
      median(rounds.map((one) => one[side][what]));
    yield figure('runner', 'bare undici + ajv', (of('bare', 'cpuMs') / REQUESTS) * 1000, 'µs of processor per request');
    yield figure('runner', 'runner', (of('ours', 'cpuMs') / REQUESTS) * 1000, 'µs of processor per case');
    yield figure('runner', 'bare undici + ajv, by the clock', REQUESTS / (of('bare', 'wallMs') / 1000), 'requests/s');
    yield figure('runner', 'runner, by the clock', REQUESTS / (of('ours', 'wallMs') / 1000), 'cases/s');
    const wall = of('bare', 'wallMs') / of('ours', 'wallMs');
    yield figure('runner', 'runner / bare, by the clock', wall, 'ratio of rates');
    const cpu = of('bare', 'cpuMs') / of('ours', 'cpuMs');
    yield figure('runner', 'runner / bare, by processor time', cpu, 'ratio of rates', '>= 0.6');
  } finally {
    bare.kill();
    ours.kill();
  }
};

/** Megabytes for each 10,000 more rows: least squares over the samples behind the first fifth, where caches fill. */
const slope = (samples: RoundTook['memory'], of: 'heapMb' | 'bytesMb' | 'rssMb'): number => {
  const settled = samples.slice(Math.floor(samples.length / 5));
  const meanX = settled.reduce((sum, { done }) => sum + done, 0) / settled.length;
  const meanY = settled.reduce((sum, one) => sum + one[of], 0) / settled.length;
  const up = settled.reduce((sum, one) => sum + (one.done - meanX) * (one[of] - meanY), 0);
  const down = settled.reduce((sum, { done }) => sum + (done - meanX) ** 2, 0);
  return (up / down) * 10_000;
};

const memory = async function* (origin: string): AsyncGenerator<Figure> {
  for (const count of [10_000, ROWS]) {
    const worker = start('runner/worker.ts', 1, ['--expose-gc']);
    try {
      const took = await ask(worker, { kind: 'rows', origin, count, samples: MEMORY_SAMPLES });
      const last = took.memory.at(-1);
      const words = `${String(count)} rows`;
      yield figure('runner', `heap after ${words}`, last?.heapMb ?? Number.NaN, 'MB');
      yield figure('runner', `memory of the process after ${words}`, last?.rssMb ?? Number.NaN, 'MB');
      yield figure('runner', `results file of ${words}`, took.resultBytes / 1024 / 1024, 'MB');
      if (count !== ROWS) continue;
      yield figure('runner', 'heap per 10,000 more rows', slope(took.memory, 'heapMb'), 'MB', '<= 0.5');
      yield figure('runner', 'packed results and log kept per 10,000 more rows', slope(took.memory, 'bytesMb'), 'MB');
      yield figure('runner', 'memory of the process per 10,000 more rows', slope(took.memory, 'rssMb'), 'MB');
    } finally {
      worker.kill();
    }
  }
};

export const bench: Bench = async function* () {
  const server = start('http/small-json-server.ts', 0);
  try {
    const [{ port }] = (await once(server, 'message')) as [{ readonly port: number }];
    const origin = `http://127.0.0.1:${String(port)}`;
    yield* sideBySide(origin);
    yield* memory(origin);
  } finally {
    server.kill();
  }
};
