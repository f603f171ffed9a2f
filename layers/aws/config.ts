import { problem } from '#core/problems';

/** Names of everything that a stack made. A reader that needs one which is absent fails with `config-missing` at cold start. */
export interface AwsConfig {
  readonly tableName: string;
  readonly stagingBucket: string;
  readonly catalogBucket: string;
  readonly evidenceBucket: string;
  readonly busName: string;
  readonly runMachineArn: string;
  readonly finishMachineArn: string;
  readonly clusterArn: string;
  /** Where the one-machine cloud listens; absent on AWS. */
  readonly endpointUrl?: string;
  /** Tries of one AWS call. @default 4 */
  readonly attemptsMax?: number;
}

const VARIABLES = {
  tableName: 'TABLE_NAME',
  stagingBucket: 'STAGING_BUCKET',
  catalogBucket: 'CATALOG_BUCKET',
  evidenceBucket: 'EVIDENCE_BUCKET',
  busName: 'BUS_NAME',
  runMachineArn: 'RUN_MACHINE_ARN',
  finishMachineArn: 'FINISH_MACHINE_ARN',
  clusterArn: 'CLUSTER_ARN',
} as const;

type Setting = keyof typeof VARIABLES;

/**
 * Reads only what a function uses: `readAwsConfig(env, ['tableName', 'busName'])`.
 *
 * @throws config-missing naming every variable that is absent or empty
 */
export const readAwsConfig = <K extends Setting>(
  env: { readonly [name: string]: string | undefined },
  settings: readonly K[],
): Pick<AwsConfig, K> & Pick<AwsConfig, 'endpointUrl'> => {
  const missing = settings
    .filter((setting) => (env[VARIABLES[setting]] ?? '') === '')
    .map((setting) => VARIABLES[setting]);
  if (missing.length > 0)
    throw problem('config-missing', `environment variables expected: ${missing.join(', ')}; got nothing`);
  const values = Object.fromEntries(settings.map((setting) => [setting, env[VARIABLES[setting]]])) as Pick<
    AwsConfig,
    K
  >;
  const endpointUrl = env['AWS_ENDPOINT_URL'];
  return endpointUrl === undefined || endpointUrl === '' ? values : { ...values, endpointUrl };
};
