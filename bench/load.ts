/**
 * The load engine: the rate it reaches beside its plan, what a request costs beside bare undici and autocannon at equal work, the pause that
 * service times hide, a generator that is starved, and the memory of ten million samples. Targets are processes of their own. Loops take
 * turns, so that a busy machine slows all; processor time decides, because it does not count what other programs take.
 */
import { fork, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { LoadFigures } from '#core/load-figures';
import { figure, median, type Bench, type Figure } from './figure.ts';
import { figuresOf, latencyOf, serviceOf } from './load/figures-of.ts';
import { SCHEMA, autocannon, autocannonLoop, engineLoop, undiciLoop } from './load/loops.ts';
import type { Rate } from './load/loops.ts';
import { runOnLoopback } from './load/run.ts';

const ROUNDS = 7;
/** Rounds that do not count: they compile what is hot. */
const WARM_ROUNDS = 2;
const LOOP_MS = 1500;
const file = (name: string): string => path.join(import.meta.dirname, 'load', name);

const named = (name: string, value: number, unit: string, goal: string | null = null): Figure =>
  figure('load', name, value, unit, goal);

const startTarget = async (): Promise<{ readonly target: ChildProcess; readonly port: number }> => {
  const target = fork(file('target.ts'));
  const [message] = (await once(target, 'message')) as [{ readonly port: number }];
  return { target, port: message.port };
};

const mix = [{ name: 'root', request: { method: 'GET', path: '/' }, checks: [{ status: 200 }, { schema: SCHEMA }] }];

/** Output of a script of this folder as JSON. */
const outputOf = async <Output>(child: ChildProcess): Promise<Output> => {
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await once(child, 'close');
  return JSON.parse(output) as Output;
};

const script = (name: string, args: readonly string[] = []): ChildProcess =>
  spawn(process.execPath, ['--no-warnings', file(name), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });

const atPlan = async function* (port: number): AsyncIterable<Figure> {
  const judged = await runOnLoopback(
    {
      model: 'open',
      stages: [{ durationMs: 8000, rps: 5000 }],
      warmUpMs: 2000,
      mix,
      thresholds: [{ metric: 'p95', below: 1e6 }],
    },
    port,
  );
  const { generator, measuredMs } = figuresOf(judged);
  const share = generator.sent / (generator.planned ?? 1);
  yield named('planned 5,000 requests/s, sent in time / planned', share, 'ratio');
  yield named('processor of the generator at that rate', generator.cpuMs / measuredMs, 'of one core');
  const honest = share >= 0.99 || judged.validity === 'generator-bound';
  yield named('within 1 % of the plan, or said generator-bound', honest ? 1 : 0, '1 is yes', '= 1');
  yield named('that run was valid', judged.validity === 'valid' ? 1 : 0, '1 is yes');
};

const equalWork = async function* (port: number): AsyncIterable<Figure> {
  const cannon = await autocannon();
  const loops = {
    engine: () => engineLoop(port, LOOP_MS),
    undici: () => undiciLoop(port, LOOP_MS),
    autocannon: () => autocannonLoop(cannon, port, LOOP_MS),
  };
  const rates: { readonly [loop in keyof typeof loops]: Rate[] } = { engine: [], undici: [], autocannon: [] };
  for (let round = 0; round < WARM_ROUNDS + ROUNDS; round += 1)
    for (const [name, loop] of Object.entries(loops)) {
      const rate = await loop();
      if (round >= WARM_ROUNDS) rates[name as keyof typeof loops].push(rate);
    }
  const cpu = (name: keyof typeof loops): number => median(rates[name].map(({ perCpuSecond }) => perCpuSecond));
  const wall = (name: keyof typeof loops): number => median(rates[name].map(({ perSecond }) => perSecond));
  const unit = 'requests/CPU-second';
  yield named('load engine, JSON and ajv on each answer', cpu('engine'), unit, '>= 25000');
  yield named('bare undici, JSON and ajv on each answer', cpu('undici'), unit);
  yield named('autocannon, JSON and ajv on each answer', cpu('autocannon'), unit);
  yield named('load engine / bare undici, by processor time', cpu('engine') / cpu('undici'), 'ratio');
  yield named('load engine / autocannon, by processor time', cpu('engine') / cpu('autocannon'), 'ratio', '>= 1');
  yield named('load engine / autocannon, by the clock', wall('engine') / wall('autocannon'), 'ratio');
};

const pauseOf = async (target: ChildProcess, port: number): Promise<LoadFigures> => {
  const running = runOnLoopback(
    {
      model: 'open',
      stages: [{ durationMs: 8000, rps: 2000 }],
      connections: 10,
      mix,
      thresholds: [{ metric: 'p99', below: 1000 }],
    },
    port,
  );
  const timer = setTimeout(() => target.send({ pauseMs: 1400 }), 3000);
  try {
    return figuresOf(await running);
  } finally {
    clearTimeout(timer);
  }
};

/** A quarter of a processor: run for 25 ms, stopped for 75 ms, by signals that need no rights. */
const starved = async (port: number): Promise<string | null> => {
  const child = script('generator.ts', [String(port), '2000', '4000']);
  let isStopped = false;
  const step = (): void => {
    isStopped = !isStopped;
    child.kill(isStopped ? 'SIGSTOP' : 'SIGCONT');
    timer = setTimeout(step, isStopped ? 75 : 25);
  };
  let timer = setTimeout(step, 1000);
  try {
    const { verdict, validity } = await outputOf<{ verdict: string; validity: string | null }>(child);
    return verdict === 'errored' ? validity : verdict;
  } finally {
    clearTimeout(timer);
  }
};

export const bench: Bench = async function* () {
  const { target, port } = await startTarget();
  try {
    yield* atPlan(port);
    yield* equalWork(port);
    const paused = await pauseOf(target, port);
    yield named(
      'pause of 1.4 s at 2,000 requests/s, p99 from the intended start',
      latencyOf(paused, 0.99),
      'ms',
      '> 1000',
    );
    yield named('the same pause, p99 of service time', serviceOf(paused, 0.99), 'ms');
    const said = await starved(port);
    yield named(
      'generator with a quarter of a processor says generator-bound',
      said === 'generator-bound' ? 1 : 0,
      '1 is yes',
      '= 1',
    );
    const samples = await outputOf<{ rssBytes: number; nanoseconds: number; off: number; formBytes: number }>(
      script('samples.ts'),
    );
    yield named('10,000,000 samples, memory of the process', samples.rssBytes / 1024 / 1024, 'MB', '< 150');
    yield named('10,000,000 samples, p99 off the truth', samples.off * 100, '%', '<= 0.5');
    yield named('one sample', samples.nanoseconds, 'ns');
    yield named('the sketch as JSON', samples.formBytes / 1024, 'KB');
  } finally {
    target.kill();
  }
};
