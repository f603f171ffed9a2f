import { problem } from '#core/problems';
import type { RunPointer } from '#ports/orchestrator';

type Env = { readonly [name: string]: string | undefined };

export type RunnerCommand =
  | ({
      readonly command: 'shard';
      readonly shard: number;
      readonly retry: number;
      readonly redrive: number;
      /** Added to the number of the attempt: what Lambda may have taken before the shard came to Fargate. */
      readonly attemptBase: number;
    } & RunPointer)
  | ({ readonly command: 'probe' } & RunPointer);

const required = (env: Env, name: string): string => {
  const value = env[name];
  if (value === undefined || value === '')
    throw problem('config-missing', `environment variable expected: ${name}; got nothing`);
  return value;
};

/** Some orchestrators say `None` or nothing where AWS says 0. */
const counted = (text: string | undefined): number => (/^\d{1,6}$/u.test(text ?? '') ? Number(text) : 0);

/**
 * Reads what a task was started for from its environment variables.
 *
 * @throws config-missing naming the variable
 */
export const readTask = (env: Env): RunnerCommand => {
  const command = required(env, 'ASSAY_COMMAND');
  const pointer = { tenant: required(env, 'ASSAY_TENANT'), runId: required(env, 'ASSAY_RUN_ID') };
  if (command === 'probe') return { command, ...pointer };
  if (command !== 'shard')
    throw problem('config-missing', `ASSAY_COMMAND: expected shard or probe, got ${JSON.stringify(command)}`);
  const shard = required(env, 'ASSAY_SHARD');
  if (!/^\d{1,6}$/u.test(shard))
    throw problem('config-missing', `ASSAY_SHARD: expected a whole number from 0, got ${JSON.stringify(shard)}`);
  return {
    command,
    ...pointer,
    shard: Number(shard),
    retry: counted(env['ASSAY_RETRY']),
    redrive: counted(env['ASSAY_REDRIVE']),
    attemptBase: counted(env['ASSAY_ATTEMPT_BASE']),
  };
};
