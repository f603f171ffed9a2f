/** The program of one shard on Fargate and on one machine: reads its task from the environment, works, and exits 0 once it is recorded. */
import { readAwsConfig } from '#aws/config';
import { dynamoRuns } from '#aws/dynamo-runs';
import { s3Blobs } from '#aws/s3-blobs';
import { secretsManager } from '#aws/secrets-manager';
import { shardPorts } from '#aws/shard-ports';
import { systemClock, systemRandom } from '#aws/system';
import { stepFunctionsTaskToken } from '#aws/task-token';
import { parseRanges } from '#core/private-ranges';
import { telemetry as sharedTelemetry } from '#lambda/telemetry';
import { crashAt, parseCrashPlan, passOn } from '#runner/crash-points';
import { httpFor, targetPolicy } from '#runner/http-for';
import { machinesFor } from '#runner/probe-machines';
import { probeTarget } from '#runner/probe';
import type { RunnerPorts } from '#runner/ports';
import { readTask } from '#runner/read-task';
import type { RunnerCommand } from '#runner/read-task';
import { runShard } from '#runner/run-shard';
import { RUNNER_VERSION } from '#runner/version';

const { env } = process;
const telemetry = sharedTelemetry();

const portsOf = (): RunnerPorts => {
  const config = readAwsConfig(env, ['tableName', 'stagingBucket']);
  const token = env['ASSAY_TASK_TOKEN'] ?? '';
  const reach = { allowedRanges: parseRanges(env['PRIVATE_RANGES']), policyOf: targetPolicy };
  const plan = env['STAGE'] === 'local' ? parseCrashPlan(env['ASSAY_CRASH_AT']) : undefined;
  return {
    runs: dynamoRuns(config),
    staging: s3Blobs({ ...config, bucket: config.stagingBucket }),
    openSecrets: secretsManager(config),
    clock: systemClock,
    random: systemRandom,
    log: telemetry.log,
    metrics: telemetry.metrics,
    httpFor: httpFor(reach.allowedRanges),
    machinesFor: machinesFor({ reach, clock: systemClock, isolation: 'required', programs: env['PATH'] ?? '' }),
    shardPorts: shardPorts(config, {
      clock: systemClock,
      random: systemRandom,
      hooksUrl: env['HOOKS_URL'],
      messageTargets: env['MESSAGE_TARGETS'],
    }),
    atPoint: plan === undefined ? passOn : crashAt(plan, (signal) => process.kill(process.pid, signal)),
    ...(token === '' ? {} : { token: stepFunctionsTaskToken(config, token) }),
  };
};

/** ECS tells a task its own ARN only through its metadata address. */
const taskArn = async (): Promise<string | undefined> => {
  const address = env['ECS_CONTAINER_METADATA_URI_V4'];
  if (address === undefined) return undefined;
  try {
    const response = await fetch(`${address}/task`, { signal: AbortSignal.timeout(2000) });
    const { TaskARN } = (await response.json()) as { readonly TaskARN?: string };
    return TaskARN;
  } catch {
    // Only for people who look at the attempt.
    return undefined;
  }
};

const work = async (command: RunnerCommand, ports: RunnerPorts, terminate: AbortSignal): Promise<void> => {
  if (command.command === 'probe') {
    const answer = await probeTarget(command, ports, terminate);
    await ports.token?.succeed(answer);
    return;
  }
  const arn = await taskArn();
  const image = env['ASSAY_IMAGE'];
  const who = {
    executor: 'fargate',
    version: RUNNER_VERSION,
    ...(arn === undefined ? {} : { taskArn: arn }),
    ...(image === undefined ? {} : { image }),
  } as const;
  const outcome = await runShard({ ...command, ...who }, ports, terminate);
  telemetry.log.info('the shard ended', { outcome, shard: command.shard });
};

const main = async (): Promise<void> => {
  const terminate = new AbortController();
  process.on('SIGTERM', () => {
    terminate.abort(new Error('SIGTERM'));
  });
  const command = readTask(env);
  telemetry.addLogFields({
    tenant: command.tenant,
    correlation_id: command.runId,
    test_run_id: command.runId,
    operation: `runner ${command.command}`,
  });
  await work(command, portsOf(), terminate.signal);
};

main()
  .then(() => {
    telemetry.flush('runner');
    process.exit(0);
  })
  .catch((error: unknown) => {
    telemetry.log.error('the runner failed', {
      reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    });
    telemetry.flush('runner');
    process.exit(1);
  });
