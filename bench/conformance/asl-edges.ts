/**
 * How many of the states, Choice rules, Retry entries and Catch entries of both machines were executed, by histories of executions on a
 * one-machine cloud that this starts. A Retry entry counts when a try by that entry was seen.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { place } from '../../local/places.ts';
import { figure } from '../figure.ts';
import { edgesOf } from './edges/definition.ts';
import type { Edge, EdgeKind, Flow } from './edges/definition.ts';
import { openStepFunctions } from './edges/histories.ts';
import { realRuns } from './edges/real-runs.ts';
import { openStubs } from './edges/stub-functions.ts';
import { mockConfiguration, STUB_MACHINES, stubRuns } from './edges/stub-runs.ts';
import type { EdgesBy } from './edges/stub-runs.ts';
import { openWorld } from './faults/world.ts';
import type { World } from './faults/world.ts';
import type { Conformance, ConformanceLine } from './main.ts';

const MACHINES = ['test-run', 'finish-run'] as const;
type Machine = (typeof MACHINES)[number];

interface EdgeLine extends ConformanceLine {
  readonly conformance: 'asl-edges';
  readonly machine: Machine;
  readonly kind: EdgeKind;
  readonly edge: string;
  readonly executed: boolean;
  /** Kinds of execution that went over it, and one of each. */
  readonly by: readonly string[];
}

const flowOf = (machine: Machine): Flow =>
  JSON.parse(readFileSync(place('state-machines', `${machine}.asl.json`), 'utf8')) as Flow;

/** The deployed machine is the one in the file: nothing but placeholders may differ. */
const requireSame = (machine: Machine, deployed: string): void => {
  const names = (flow: Flow): string => JSON.stringify(edgesOf(flow));
  if (names(flowOf(machine)) !== names(JSON.parse(deployed) as Flow))
    throw new Error(`${machine} was deployed with other states than its file has`);
};

const withStubs = (definition: string, exchanges: Readonly<Record<string, string>>): string =>
  Object.entries(exchanges).reduce((text, [from, to]) => text.replaceAll(`"${from}"`, `"${to}"`), definition);

/** Executes everything; a run that cannot be followed is told on its own line. */
const executeAll = async (
  world: World,
): Promise<{ readonly seen: readonly EdgesBy[]; readonly failed: readonly string[] }> => {
  const { definitions, runArn, finishArn } = world.machines;
  requireSame('test-run', definitions.run);
  requireSame('finish-run', definitions.finish);
  await using stubs = await openStubs(world.functions);
  const stepFunctions = openStepFunctions(
    world.cloud.endpoint,
    new Map([
      [runArn, flowOf('test-run')],
      [finishArn, flowOf('finish-run')],
    ]),
  );
  const finish = await stepFunctions.create(STUB_MACHINES.finish, withStubs(definitions.finish, stubs.exchanges));
  const run = await stepFunctions.create(
    STUB_MACHINES.run,
    withStubs(definitions.run, { ...stubs.exchanges, [finishArn]: finish }),
  );
  const all = await Promise.allSettled([
    ...stubRuns({ world, stubs, stepFunctions, arns: { run, finish } }),
    ...realRuns(world, stepFunctions),
  ]);
  stepFunctions.close();
  return {
    seen: all.flatMap((one) => (one.status === 'fulfilled' ? one.value : [])),
    failed: all.flatMap((one) =>
      one.status === 'rejected' ? [one.reason instanceof Error ? one.reason.message : String(one.reason)] : [],
    ),
  };
};

/** One execution of each kind is example enough. */
const examplesOf = (seen: readonly EdgesBy[], machine: Machine, { name }: Edge): readonly string[] => {
  const all = seen
    .filter((one) => one.machine === machine && one.edges.some((edge) => edge.name === name))
    .map(({ by }) => by);
  return [...Map.groupBy(all, (by) => by.split(':')[0]).values()].flatMap(([first]) =>
    first === undefined ? [] : [first],
  );
};

const linesOf = (seen: readonly EdgesBy[]): readonly EdgeLine[] =>
  MACHINES.flatMap((machine) =>
    edgesOf(flowOf(machine)).map((edge): EdgeLine => {
      const by = examplesOf(seen, machine, edge);
      const executed = by.length > 0;
      return { ok: executed, conformance: 'asl-edges', machine, kind: edge.kind, edge: edge.name, executed, by };
    }),
  );

const figuresOf = (lines: readonly EdgeLine[]) =>
  MACHINES.flatMap((machine) =>
    (['state', 'choice', 'retry', 'catch'] as const).flatMap((kind) => {
      const of = lines.filter((line) => line.machine === machine && line.kind === kind);
      if (of.length === 0) return [];
      return [
        figure(
          'asl-edges',
          `${machine}: ${kind} edges executed of ${String(of.length)}`,
          of.filter(({ executed }) => executed).length,
          'edges',
          `= ${String(of.length)}`,
        ),
      ];
    }),
  );

export const conformance: Conformance = async function* () {
  const folder = mkdtempSync(path.join(tmpdir(), 'assay-edges-'));
  try {
    const mocks = path.join(folder, 'mocks.json');
    writeFileSync(mocks, mockConfiguration());
    // Pauses of a tenth and less: retries come at once, and the event of a dead task still before its successor begins.
    await using world = await openWorld({ SFN_MOCK_CONFIG: mocks, SFN_WAIT_SCALE: '0.1' });
    const { seen, failed } = await executeAll(world);
    const lines = linesOf(seen);
    yield* lines;
    for (const reason of failed) yield { ok: false, conformance: 'asl-edges', execution: 'cannot be followed', reason };
    yield* figuresOf(lines);
    const executed = lines.filter((line) => line.executed).length;
    const missing = lines.filter((line) => !line.executed).map((line) => `${line.machine}: ${line.edge}`);
    yield {
      ...figure(
        'asl-edges',
        `edges executed of ${String(lines.length)}`,
        executed,
        'edges',
        `= ${String(lines.length)}`,
      ),
      executed,
      total: lines.length,
      missing,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
