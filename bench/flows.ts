/**
 * Three flows of ten steps, each answered after a second, order kept inside each (row 3 of the engine's list; bruno#8638): once as three
 * rows of one flow, once as three chains of dependent cases. One after the other they would take 30 s.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { CaseDefinition, SuiteDefinition } from '#core/suite';
import { figure, type Bench } from './figure.ts';
import { engineLoop } from './runner/engine-loop.ts';

const FLOWS = 3;
const STEPS = 10;
const STEP_MS = 1000;
const GOAL_S = 12;
/** A run that takes longer than one flow after the other has hung. */
const BOUND_MS = FLOWS * STEPS * STEP_MS + 10_000;

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

const step = (id: string, path: string, before: string | undefined): CaseDefinition => ({
  id,
  request: { method: 'POST', path },
  checks: [{ status: 200 }],
  ...(before === undefined ? {} : { dependsOn: [before] }),
});

const BASE = { suite: 'flows', service: 'bench', capability: 'functional' } as const;

const SHAPES: { readonly [shape: string]: SuiteDefinition } = {
  'three rows of a flow': {
    ...BASE,
    flows: { walk: { rows: numbers(FLOWS).map((flow) => ({ flow })) } },
    cases: numbers(STEPS).map((at) => ({
      ...step(`step-${String(at)}`, `/{{row.flow}}/${String(at)}`, at === 1 ? undefined : `step-${String(at - 1)}`),
      flow: 'walk',
    })),
  },
  'three chains of cases': {
    ...BASE,
    cases: numbers(FLOWS).flatMap((flow) =>
      numbers(STEPS).map((at) => {
        const id = (number: number): string => `flow-${String(flow)}-step-${String(number)}`;
        return step(id(at), `/${String(flow)}/${String(at)}`, at === 1 ? undefined : id(at - 1));
      }),
    ),
  },
};

/** A server that answers each step after a second, and remembers when which step of which flow began and ended. */
const slowServer = async () => {
  const seen = new Map<string, string[]>();
  const server = createServer((request, response) => {
    const [, flow = '', at = ''] = (request.url ?? '').split('/');
    const steps = seen.get(flow) ?? [];
    seen.set(flow, steps);
    steps.push(`begin ${at}`);
    void pause(STEP_MS).then(() => {
      steps.push(`end ${at}`);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    /** How many flows did their steps one after the other, in order. */
    inOrder: (): number => {
      const wanted = numbers(STEPS)
        .flatMap((at) => [`begin ${String(at)}`, `end ${String(at)}`])
        .join();
      return [...seen.values()].filter((steps) => steps.join() === wanted).length;
    },
    close: (): void => {
      server.closeAllConnections();
      server.close();
    },
  };
};

const inTime = async (work: Promise<unknown>): Promise<void> => {
  const ended = new AbortController();
  const late = pause(BOUND_MS, undefined, { signal: ended.signal }).then(() => {
    throw new Error(`expected the flows to end within ${String(BOUND_MS)} ms, got no end`);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    ended.abort();
    late.catch(() => undefined);
  }
};

export const bench: Bench = async function* () {
  for (const [shape, suite] of Object.entries(SHAPES)) {
    const server = await slowServer();
    try {
      const started = performance.now();
      await inTime(engineLoop(server.origin, suite));
      const seconds = (performance.now() - started) / 1000;
      yield figure('flows', `3 flows of 10 s, as ${shape}`, seconds, 's', `< ${String(GOAL_S)}`);
      yield figure('flows', `flows whose steps came one after the other, as ${shape}`, server.inOrder(), 'of 3', '= 3');
    } finally {
      server.close();
    }
  }
};
