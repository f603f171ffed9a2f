import { API_TIMEOUT_SECONDS } from './limits.ts';

export interface FunctionSize {
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  /** What it is for, as the Lambda console shows it. */
  readonly description: string;
}

const api = (memoryMb: number, description: string): FunctionSize => ({
  memoryMb,
  timeoutSeconds: API_TIMEOUT_SECONDS,
  description,
});

/** Every function of the plane, in the order a run meets them. 1,769 MB is where Lambda gives one whole vCPU. */
export const FUNCTIONS = {
  authorizer: { memoryMb: 512, timeoutSeconds: 10, description: 'Verifies the bearer token and matches a trust rule' },
  'runs-writer': api(1024, 'Starts, cancels and reruns runs'),
  'runs-reader': api(1024, 'Reads runs, results, logs and evidence'),
  'catalog-writer': api(1024, 'Writes services, suites, environments and uploads'),
  'catalog-reader': api(512, 'Reads services, suites and environments'),
  'access-writer': api(512, 'Writes trust rules'),
  'access-reader': api(512, 'Reads trust rules and who the caller is'),
  'quality-reader': api(512, 'Reads findings and drift'),
  'quality-writer': api(512, 'Records what people decide about findings'),
  'system-reader': api(512, 'Health, readiness and the OpenAPI document'),
  'catch-webhook': api(512, 'Takes webhooks for runs that wait for them'),
  'plan-run': { memoryMb: 1769, timeoutSeconds: 120, description: 'Selects cases, cuts shards, writes the plan' },
  'probe-target': { memoryMb: 512, timeoutSeconds: 120, description: 'Asks the target for its health before fan-out' },
  'run-shard': { memoryMb: 1769, timeoutSeconds: 900, description: 'Runs one short shard' },
  'lose-shard': { memoryMb: 256, timeoutSeconds: 30, description: 'Gives a shard up' },
  'judge-run': {
    memoryMb: 1769,
    timeoutSeconds: 300,
    description: 'Freezes attempts, merges results, decides the gate',
  },
  'seal-run': {
    memoryMb: 1769,
    timeoutSeconds: 900,
    description: 'Promotes evidence from staging to the locked bucket',
  },
  'learn-run': { memoryMb: 1024, timeoutSeconds: 300, description: 'Records durations of a judged run' },
  'close-run': { memoryMb: 512, timeoutSeconds: 60, description: 'Finishes runs whose execution ended by itself' },
  'close-task': { memoryMb: 256, timeoutSeconds: 30, description: 'Reports dead Fargate tasks to their state machine' },
  reconcile: { memoryMb: 512, timeoutSeconds: 55, description: 'Ends every stuck run' },
  'sweep-resources': { memoryMb: 1024, timeoutSeconds: 240, description: 'Removes what runs left behind' },
} as const satisfies Record<string, FunctionSize>;

export type FunctionName = keyof typeof FUNCTIONS;
export const FUNCTION_NAMES = Object.keys(FUNCTIONS) as readonly FunctionName[];
