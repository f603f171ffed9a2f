/** Runs through the API on the deployed machines and functions: well ones, and ones whose runner dies. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Executor } from '#core/words';
import { judged } from '../faults/caller.ts';
import { taskDefinitionWith } from '../faults/crashes.ts';
import type { Exchanges } from '../faults/machines.ts';
import { json, startTarget } from '../faults/target.ts';
import { get, register } from '../faults/world.ts';
import type { World } from '../faults/world.ts';
import type { StepFunctions } from './histories.ts';
import type { EdgesBy } from './stub-runs.ts';

interface RealRun {
  readonly name: string;
  readonly executor: Executor;
  readonly probed: boolean;
  readonly unhealthy?: boolean;
  /** What the machine names instead of the deployed function or task definition. */
  readonly dying?: (world: World, scope: AsyncDisposableStack) => Promise<Exchanges>;
}

const dyingFunction = async ({ functions }: World, scope: AsyncDisposableStack): Promise<Exchanges> => {
  const copy = scope.use(await functions.copyOf('run-shard', { ASSAY_CRASH_AT: 'after-claim:SIGKILL' }));
  return { [functions.arnOf('run-shard')]: copy.arn };
};

/** Tasks that run this script before the runner. */
const scriptedTask = async (world: World, scope: AsyncDisposableStack, script: string): Promise<Exchanges> => {
  const options = `--import=data:text/javascript,${encodeURIComponent(script)}`;
  const revision = scope.use(await taskDefinitionWith(world, 'NODE_OPTIONS', options));
  return { [revision.deployed]: revision.arn };
};

/** The first task of each command dies, the next one works: a file remembers. */
const taskDyingOnce = (world: World, scope: AsyncDisposableStack): Promise<Exchanges> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'assay-edges-'));
  scope.defer(() => rmSync(folder, { recursive: true, force: true }));
  const file = `'${folder}/'+process.env.ASSAY_COMMAND`;
  return scriptedTask(
    world,
    scope,
    `import{mkdirSync}from'node:fs';let first=true;try{mkdirSync(${file})}catch{first=false}if(first)process.exit(1)`,
  );
};

const taskDyingAlways = (world: World, scope: AsyncDisposableStack): Promise<Exchanges> =>
  scriptedTask(world, scope, 'process.exit(1)');

const RUNS: readonly RealRun[] = [
  { name: 'probed and run on Lambda', executor: 'lambda', probed: true },
  { name: 'probed and run on Fargate', executor: 'fargate', probed: true },
  { name: 'run on Lambda without a probe', executor: 'lambda', probed: false },
  { name: 'target not healthy', executor: 'lambda', probed: true, unhealthy: true },
  { name: 'function killed once', executor: 'lambda', probed: false, dying: dyingFunction },
  { name: 'tasks of probe and shard died once', executor: 'fargate', probed: true, dying: taskDyingOnce },
  { name: 'tasks of a shard died each time', executor: 'fargate', probed: false, dying: taskDyingAlways },
  { name: 'tasks of a probe died each time', executor: 'fargate', probed: true, dying: taskDyingAlways },
];

const execute = async (
  world: World,
  stepFunctions: StepFunctions,
  { name, executor, probed, unhealthy, dying }: RealRun,
): Promise<readonly EdgesBy[]> => {
  await using target = await startTarget(['/one']);
  await using scope = new AsyncDisposableStack();
  if (unhealthy === true) target.routes.set('/healthz', json({ status: 'down' }, 503));
  const environment = probed ? { health: { path: '/healthz', tries: 1 } } : {};
  const service = await register(world, { url: target.url, cases: [get('one')], environment });
  const run = dying === undefined ? {} : await dying(world, scope);
  const { runId } = await world.startRun({ service, executor }, { run });
  await judged(world.who, runId, 240_000);
  const by = `real run: ${name}`;
  return [
    { machine: 'test-run', by, edges: await stepFunctions.edges(world.machines.runArn, runId) },
    { machine: 'finish-run', by, edges: await stepFunctions.edges(world.machines.finishArn, `${runId}-finish`) },
  ];
};

/** Begun side by side. */
export const realRuns = (world: World, stepFunctions: StepFunctions): readonly Promise<readonly EdgesBy[]>[] =>
  RUNS.map((run) => execute(world, stepFunctions, run));
