import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Child, Children } from './children.ts';
import { logTail } from './children.ts';
import { freePort } from './free-port.ts';
import { place } from './places.ts';
import { startSecureFront } from './secure-front.ts';
import type { SecureFront } from './secure-front.ts';

/** The region of the one-machine cloud; its account is the emulator's default. */
export const REGION = 'us-east-1';
export const ACCOUNT = '000000000000';
const HEALTH_PATH = '/_ministack/health';
const READY_TIMEOUT_MS = 30_000;
const LOOK_EVERY_MS = 50;
const PORT_TRIES = 5;

export interface EmulatorOptions {
  readonly children: Children;
  readonly python: string;
  /** Bundle that Fargate tasks run. */
  readonly runner: string;
  /** Whether the roles of functions and tasks are evaluated. */
  readonly evaluateRoles: boolean;
  /** Further settings of the emulator, such as SFN_MOCK_CONFIG. */
  readonly settings?: { readonly [name: string]: string };
}

/** Credentials that the emulator takes for the account's root; it keeps no secrets, so these are none. */
export const AWS_ENVIRONMENT = {
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_REGION: REGION,
  AWS_DEFAULT_REGION: REGION,
  AWS_EC2_METADATA_DISABLED: 'true',
} as const;

/** This process's environment without anything that would lead an AWS client to a real account. */
export const cleanEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(AWS_|AMAZON_|CDK_|MINISTACK_|PYTHON)/.test(name)),
  );

interface Berth {
  readonly port: number;
  readonly scratch: string;
  /** Where functions and tasks find the emulator, when not at its own port. */
  readonly front?: SecureFront;
}

const environment = (
  { port, scratch, front }: Berth,
  { runner, evaluateRoles, settings }: EmulatorOptions,
): NodeJS.ProcessEnv => ({
  ...cleanEnvironment(),
  ...AWS_ENVIRONMENT,
  // Lambdas run on the first `node` of the PATH: this very one.
  PATH: [path.dirname(process.execPath), process.env['PATH'] ?? ''].join(path.delimiter),
  PYTHONPATH: place('local', 'docker_stand_in'),
  PYTHONUNBUFFERED: '1',
  PYTHONDONTWRITEBYTECODE: '1',
  TMPDIR: scratch,
  GATEWAY_PORT: String(port),
  BIND_HOST: '127.0.0.1',
  MINISTACK_HOST: '127.0.0.1',
  MINISTACK_REGION: REGION,
  // Both would bind further ports.
  IOT_MTLS_ENABLED: 'false',
  SFTP_ENABLED: 'false',
  LAMBDA_EXECUTOR: 'local',
  // Each call at once is a process; those that a burst left behind should not stay for the emulator's five minutes.
  LAMBDA_WARM_TTL_SECONDS: '60',
  AUTH: String(evaluateRoles),
  ASSAY_LOCAL_NODE: process.execPath,
  ASSAY_LOCAL_RUNNER: runner,
  ...(front === undefined ? {} : { AWS_ENDPOINT_URL: front.url, ASSAY_LOCAL_ENDPOINT: front.url }),
  ...settings,
});

const isHealthy = async (endpoint: string): Promise<boolean> => {
  try {
    return (await fetch(`${endpoint}${HEALTH_PATH}`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false; // Not listening yet.
  }
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** @returns false when the emulator ended before it answered, as it does when its port was taken meanwhile */
const waitUntilHealthy = async (endpoint: string, child: Child): Promise<boolean> => {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (child.isAlive()) {
    if (await isHealthy(endpoint)) return child.isAlive();
    if (Date.now() > deadline)
      throw new Error(
        `the AWS emulator did not answer on ${endpoint} within ${String(READY_TIMEOUT_MS / 1000)} s:\n${logTail(child.logFile)}`,
      );
    await pause(LOOK_EVERY_MS);
  }
  return false;
};

/** An emulator of our own. */
export interface Emulator {
  /** AWS_ENDPOINT_URL for everybody. */
  readonly endpoint: string;
  /** Ends what runs in this process; the emulator itself is one of the children. */
  readonly stop: () => Promise<void>;
}

/** Starts MiniStack on a free port of the loopback interface; another one when somebody took it meanwhile. */
export const startEmulator = async (options: EmulatorOptions): Promise<Emulator> => {
  const { children, python, evaluateRoles } = options;
  const scratch = mkdtempSync(path.join(tmpdir(), 'assay-cloud-'));
  children.discardAtEnd(scratch);
  for (let tries = 1; ; tries += 1) {
    const port = await freePort();
    const own = `http://127.0.0.1:${String(port)}`;
    const front = evaluateRoles ? await startSecureFront(own) : undefined;
    const berth = { port, scratch, ...(front === undefined ? {} : { front }) };
    const stop = async (): Promise<void> => front?.stop();
    try {
      const child = await children.start({
        name: 'emulator',
        command: python,
        args: ['-m', 'ministack'],
        env: environment(berth, options),
      });
      if (await waitUntilHealthy(own, child)) return { endpoint: front?.url ?? own, stop };
      const log = logTail(child.logFile);
      if (!/already in use|address in use|Errno 98|Errno 48/i.test(log) || tries >= PORT_TRIES)
        throw new Error(`the AWS emulator ended while it started:\n${log}`);
    } catch (error) {
      await stop();
      throw error;
    }
    await stop();
  }
};

/** Checks an emulator that somebody else runs. @throws Error when nothing answers there */
export const checkEmulator = async (endpoint: string): Promise<void> => {
  if (!(await isHealthy(endpoint))) {
    throw new Error(
      `AWS_ENDPOINT_URL is ${endpoint}, but no MiniStack answers at ${endpoint}${HEALTH_PATH}; start it, or unset AWS_ENDPOINT_URL to have one started`,
    );
  }
};
