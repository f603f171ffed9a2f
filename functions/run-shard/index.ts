import { readAwsConfig } from '#aws/config';
import { dynamoRuns } from '#aws/dynamo-runs';
import { s3Blobs } from '#aws/s3-blobs';
import { secretsManager } from '#aws/secrets-manager';
import { shardPorts } from '#aws/shard-ports';
import { systemClock, systemRandom } from '#aws/system';
import { parseRanges } from '#core/private-ranges';
import { problem } from '#core/problems';
import { telemetry } from '#lambda/telemetry';
import { workflowHandler } from '#lambda/workflow-handler';
import { readShardPointer } from '#lambda/workflow-input';
import type { ShardPointer } from '#lambda/workflow-input';
import { awaitShard } from '#runner/await-shard';
import { crashAt, parseCrashPlan, passOn } from '#runner/crash-points';
import { httpFor, targetPolicy } from '#runner/http-for';
import { machinesFor } from '#runner/probe-machines';
import type { RunnerPorts } from '#runner/ports';
import { runShard } from '#runner/run-shard';
import { RUNNER_VERSION } from '#runner/version';

const { env } = process;
const config = readAwsConfig(env, ['tableName', 'stagingBucket']);
const { log, metrics } = telemetry();
const plan = env['STAGE'] === 'local' ? parseCrashPlan(env['ASSAY_CRASH_AT']) : undefined;

const reach = { allowedRanges: parseRanges(env['PRIVATE_RANGES']), policyOf: targetPolicy };

const ports: RunnerPorts = {
  runs: dynamoRuns(config),
  staging: s3Blobs({ ...config, bucket: config.stagingBucket }),
  openSecrets: secretsManager(config),
  clock: systemClock,
  random: systemRandom,
  log,
  metrics,
  httpFor: httpFor(reach.allowedRanges),
  machinesFor: machinesFor({ reach, clock: systemClock, isolation: 'required', programs: env['PATH'] ?? '' }),
  shardPorts: shardPorts(config, {
    clock: systemClock,
    random: systemRandom,
    hooksUrl: env['HOOKS_URL'],
    messageTargets: env['MESSAGE_TARGETS'],
  }),
  atPoint: plan === undefined ? passOn : crashAt(plan, (signal) => process.kill(process.pid, signal)),
};

const useCase = async (pointer: ShardPointer, signal: AbortSignal): Promise<{ readonly [name: string]: never }> => {
  const outcome = await runShard({ ...pointer, executor: 'lambda', version: RUNNER_VERSION }, ports, signal);
  if (outcome === 'interrupted')
    throw problem('timeout', 'the time of the function was over before the shard was done');
  if (outcome !== 'recorded') await awaitShard(pointer, ports, signal);
  return {};
};

export const handler = workflowHandler('run-shard', useCase, readShardPointer);
