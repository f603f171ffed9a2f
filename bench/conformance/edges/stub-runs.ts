/**
 * The deployed definitions with stubs in the place of the functions, and executions of them that fail in a chosen way. Where a service
 * of AWS itself must fail, the emulator's mock configuration (the format of AWS Step Functions Local) throws instead.
 */
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Executor } from '#core/words';
import { clientOf, nameOf } from '../../../local/published-names.ts';
import { unique } from '../faults/caller.ts';
import type { World } from '../faults/world.ts';
import type { Edge } from './definition.ts';
import type { StepFunctions } from './histories.ts';
import type { Scripts, Stubs } from './stub-functions.ts';

const ALWAYS = Number.POSITIVE_INFINITY;

interface StubRun {
  readonly name: string;
  readonly probeOn?: 'none' | Executor;
  /** Executors of its shards; undefined names items that are not there. */
  readonly shards: readonly Executor[] | undefined;
  readonly scripts: Scripts;
  /** Another execution holds finish-run's name already. */
  readonly finishTaken?: boolean;
  readonly testCase?: keyof typeof TEST_CASES;
  /** test-run ends before it starts finish-run. */
  readonly withoutFinish?: boolean;
}

const HEALTHY = { answer: { healthy: true } };

/** State and error that each test case throws, at every try. */
const TEST_CASES = {
  LambdaThrottled: { RunOnLambda: 'Lambda.TooManyRequestsException' },
  LambdaTimedOut: { RunOnLambda: 'Sandbox.Timedout', RunOnFargate: 'AmazonECS.Unknown' },
  ProbeNotPlaced: { ProbeOnFargate: 'AmazonECS.Unknown' },
  ShardNotPlaced: { RunOnFargate: 'AmazonECS.Unknown' },
  StartThrottled: { Finish: 'StepFunctions.SdkClientException' },
} as const;

const RUNS: readonly StubRun[] = [
  {
    name: 'each function fails once, then succeeds',
    probeOn: 'lambda',
    shards: ['lambda'],
    scripts: {
      'plan-run': { fails: 1 },
      'probe-target': { fails: 1, ...HEALTHY },
      'run-shard': { fails: 1 },
      'judge-run': { fails: 1 },
      'seal-run': { fails: 1 },
      'learn-run': { fails: 1 },
    },
  },
  { name: 'nothing to run', shards: [], scripts: {} },
  {
    name: 'planning and judging fail for good',
    shards: [],
    scripts: { 'plan-run': { fails: ALWAYS }, 'judge-run': { fails: ALWAYS } },
  },
  {
    name: 'probing, sealing and learning fail for good',
    probeOn: 'lambda',
    shards: [],
    scripts: { 'probe-target': { fails: ALWAYS }, 'seal-run': { fails: ALWAYS }, 'learn-run': { fails: ALWAYS } },
  },
  {
    name: 'the target is not healthy',
    probeOn: 'lambda',
    shards: ['lambda'],
    scripts: { 'probe-target': { answer: { healthy: false } } },
  },
  { name: 'the items are missing', shards: undefined, scripts: {} },
  {
    name: 'a shard fails for good, its loss is recorded at the second try',
    shards: ['lambda'],
    scripts: { 'run-shard': { fails: ALWAYS }, 'lose-shard': { fails: 1 } },
  },
  {
    name: 'a shard fails for good, and so does recording its loss',
    shards: ['lambda'],
    scripts: { 'run-shard': { fails: ALWAYS }, 'lose-shard': { fails: ALWAYS } },
  },
  { name: 'finish-run was started by somebody else', shards: ['lambda'], scripts: {}, finishTaken: true },
  { name: 'Lambda throttles a shard', shards: ['lambda'], scripts: {}, testCase: 'LambdaThrottled' },
  {
    name: 'a shard outgrows Lambda, and ECS places no task for it either',
    shards: ['lambda'],
    scripts: {},
    testCase: 'LambdaTimedOut',
  },
  { name: 'ECS places no probe', probeOn: 'fargate', shards: ['lambda'], scripts: {}, testCase: 'ProbeNotPlaced' },
  { name: 'ECS places no shard', shards: ['fargate'], scripts: {}, testCase: 'ShardNotPlaced' },
  {
    name: 'finish-run cannot be started',
    shards: ['lambda'],
    scripts: {},
    testCase: 'StartThrottled',
    withoutFinish: true,
  },
];

export const STUB_MACHINES = { run: 'edges-test-run', finish: 'edges-finish-run' } as const;

/** What the emulator reads as it starts. */
export const mockConfiguration = (): string => {
  const cases = Object.entries(TEST_CASES);
  const responseOf = (name: string, state: string): string => `${name}${state}`;
  const thrown = (error: string) => ({ '0-9': { Throw: { Error: error, Cause: 'mocked' } } });
  return JSON.stringify({
    StateMachines: {
      [STUB_MACHINES.run]: {
        TestCases: Object.fromEntries(
          cases.map(([name, states]) => [
            name,
            Object.fromEntries(Object.keys(states).map((state) => [state, responseOf(name, state)])),
          ]),
        ),
      },
    },
    MockedResponses: Object.fromEntries(
      cases.flatMap(([name, states]) =>
        Object.entries(states).map(([state, error]) => [responseOf(name, state), thrown(error)] as const),
      ),
    ),
  });
};

export interface EdgesBy {
  readonly machine: 'test-run' | 'finish-run';
  /** Kind of the execution and what happened in it. */
  readonly by: string;
  readonly edges: readonly Edge[];
}

interface Scene {
  readonly world: World;
  readonly stubs: Stubs;
  readonly stepFunctions: StepFunctions;
  readonly arns: { readonly run: string; readonly finish: string };
}

const putItems = async (
  { world }: Scene,
  runId: string,
  shards: readonly Executor[],
): Promise<{ readonly bucket: string; readonly itemsKey: string }> => {
  const [bucket, itemsKey] = [nameOf(world.cloud.names, 'records/staging-bucket'), `conformance/${runId}.json`];
  const client = new S3Client({ ...clientOf(world.cloud.endpoint), forcePathStyle: true });
  const items = shards.map((executor, shard) => ({ tenant: 'local', runId, shard, executor }));
  await client.send(new PutObjectCommand({ Bucket: bucket, Key: itemsKey, Body: JSON.stringify(items) }));
  client.destroy();
  return { bucket, itemsKey };
};

const execute = async (scene: Scene, run: StubRun): Promise<readonly EdgesBy[]> => {
  const { stepFunctions, stubs, arns } = scene;
  const { name, probeOn = 'none', shards, scripts, testCase } = run;
  const runId = unique('edges');
  const pointer = { tenant: 'local', runId };
  const items = await putItems(scene, runId, shards ?? []);
  const itemsKey = shards === undefined ? 'conformance/nothing' : items.itemsKey;
  const planned = {
    ...pointer,
    bucket: items.bucket,
    itemsKey,
    probeOn,
    concurrency: 1,
    shards: probeOn === 'none' ? (shards?.length ?? 1) : 1,
  };
  stubs.script(runId, { ...scripts, 'plan-run': { answer: planned, ...scripts['plan-run'] } });
  if (run.finishTaken === true) await stepFunctions.start(arns.finish, `${runId}-finish`, pointer);
  await stepFunctions.start(arns.run, runId, pointer, testCase);
  const by = `${testCase === undefined ? 'stub functions' : 'mocked error'}: ${name}`;
  const first = { machine: 'test-run', by, edges: await stepFunctions.edges(arns.run, runId) } as const;
  if (run.withoutFinish === true) return [first];
  return [first, { machine: 'finish-run', by, edges: await stepFunctions.edges(arns.finish, `${runId}-finish`) }];
};

/** All of them side by side. */
export const stubRuns = (scene: Scene): readonly Promise<readonly EdgesBy[]>[] =>
  RUNS.map((run) => execute(scene, run));
