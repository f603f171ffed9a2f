/**
 * `npm run test:e2e [-- jest arguments]`: test/e2e against two clouds of its own. The first is the one of `npm start`, with the pauses of
 * state machines skipped; in the second the emulator evaluates the roles of functions and tasks.
 *
 * `-- --cloud plain` or `-- --cloud roles` starts only that one; tests of the other then fail.
 */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { forget, startCloud } from '../cloud.ts';
import type { Cloud, CloudOptions } from '../cloud.ts';
import { admitGroups } from './groups.ts';
import { AWS_ENVIRONMENT } from '../emulator.ts';
import { onEnd } from '../ending.ts';
import { messageOf } from '../message-of.ts';
import { place } from '../places.ts';
import { recordOf, writeCloudRecord } from '../running-cloud.ts';

const TENANTS = ['local', 'other'];
/**
 * Far above what a test takes, also on two busy cores: the waits inside have limits of their own and say what they waited for, which this one
 * cannot.
 */
const TEST_MS = 600_000;

const CLOUDS: { readonly [name: string]: CloudOptions } = {
  plain: { tenants: TENANTS, settings: { SFN_WAIT_SCALE: '0' } },
  roles: { tenants: TENANTS, evaluateRoles: true },
};

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const ending = new AbortController();
const clouds = new Map<string, Cloud>();
onEnd(() => ending.abort());

const [, , first, chosen, ...rest] = process.argv;
const only = first === '--cloud' ? chosen : undefined;
const jestArguments = only === undefined ? process.argv.slice(2) : rest;

const startAll = async (): Promise<void> => {
  if (only !== undefined && CLOUDS[only] === undefined)
    throw new Error(`--cloud must be one of ${Object.keys(CLOUDS).join(', ')}, got ${only}`);
  for (const [name, options] of Object.entries(CLOUDS)) {
    if (only !== undefined && only !== name) continue;
    const cloud = await startCloud({ ...options, say: (line) => say(`${name}: ${line}`), signal: ending.signal });
    clouds.set(name, cloud);
    await admitGroups(cloud, TENANTS);
  }
};

/** Where the tests read how to reach the clouds. */
const writeRecords = (): string => {
  const records = Object.fromEntries(
    [...clouds].map(([name, cloud]) => {
      const own = path.join(cloud.folder, 'cloud.json');
      writeCloudRecord(cloud, TENANTS, own);
      const { folder } = cloud;
      return [name, { ...recordOf(cloud, TENANTS), names: Object.fromEntries(cloud.names), file: own, folder }];
    }),
  );
  const [any] = clouds.values();
  if (any === undefined) throw new Error('no cloud was started');
  const file = path.join(any.folder, 'e2e.json');
  writeFileSync(file, JSON.stringify(records), { mode: 0o600 });
  return file;
};

/** Names of test files come first, options after them; without names all of test/e2e runs. */
const jestPatterns = (): readonly string[] => {
  const firstOption = jestArguments.findIndex((argument) => argument.startsWith('-'));
  const names = jestArguments.slice(0, firstOption === -1 ? undefined : firstOption);
  const options = jestArguments.slice(names.length);
  return [...(names.length === 0 ? ['test/e2e/'] : names.map((name) => `test/e2e/.*${name}`)), ...options];
};

const runJest = (records: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const args = [
      '--experimental-vm-modules',
      '--no-warnings',
      place('node_modules', 'jest', 'bin', 'jest.js'),
      ...jestPatterns(),
      `--testTimeout=${String(TEST_MS)}`,
    ];
    const endpoint = clouds.get('plain')?.endpoint;
    const jest = spawn(process.execPath, args, {
      cwd: place(),
      stdio: 'inherit',
      env: {
        ...process.env,
        ...AWS_ENVIRONMENT,
        ...(endpoint === undefined ? {} : { AWS_ENDPOINT_URL: endpoint }),
        ASSAY_TIER: 'e2e',
        ASSAY_E2E: records,
      },
      signal: ending.signal,
    });
    jest.once('error', reject);
    jest.once('exit', (code) => resolve(code ?? 1));
  });

const exitCode = await startAll()
  .then(() => runJest(writeRecords()))
  .catch((error: unknown) => {
    if (!ending.signal.aborted) process.stderr.write(`${messageOf(error)}\n`);
    return ending.signal.aborted ? 130 : 1;
  });
for (const [name, cloud] of clouds) {
  await cloud.stop();
  // Logs and templates of a failure are worth keeping.
  if (exitCode === 0) forget(cloud);
  else say(`logs of ${name}: ${path.relative(place(), cloud.folder)}`);
}
process.exit(exitCode);
