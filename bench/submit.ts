/**
 * What POST /tests/run costs: AWS calls counted by a proxy between the deployed bundle and the emulator, size of the bundle, and time to load it in a fresh process.
 * The same code as a Lambda layer would have it, entry and shared part in two files, is loaded side by side (docs/adr/0003).
 */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ListFunctionsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { build } from 'esbuild';
import type { RunList } from '#contracts/generated/types';
import { callPlane } from '../local/plane-call.ts';
import { clientOf } from '../local/published-names.ts';
import { submitEvent } from './conformance/faults/gateway-event.ts';
import { startCountingProxy } from './counting-proxy.ts';
import { figure, median, type Bench } from './figure.ts';
import { startShopOnCloud, type ShopOnCloud } from './shop-on-cloud.ts';

const root = path.resolve(import.meta.dirname, '..');
const BUNDLE = path.join(root, 'build', 'functions', 'runs-writer', 'index.mjs');
const PROCESSES = 20;

type Handler = (event: unknown, context: unknown) => Promise<{ readonly statusCode: number; readonly body: string }>;

const configurationOf = async (endpoint: string): Promise<Record<string, string>> => {
  const client = new LambdaClient(clientOf(endpoint));
  const { Functions = [] } = await client.send(new ListFunctionsCommand({ MaxItems: 50 }));
  client.destroy();
  const found = Functions.find((row) => row.FunctionName?.toLowerCase().includes('runswriter') ?? false);
  if (found?.Environment?.Variables === undefined) throw new Error('no function runs-writer is deployed');
  return found.Environment.Variables;
};

const RUN = { service: 'shop', suites: ['catalog'], labels: { branch: 'main' } };

/** Until the state machine has begun with the run, a replay starts it once more: a start may have been lost. */
const untilStarted = async ({ cloud, token }: ShopOnCloud): Promise<void> => {
  for (let look = 0; look < 300; look += 1) {
    const { body } = await callPlane(cloud.url, { method: 'GET', path: '/tests/runs?service=shop&limit=1', token });
    if ((body as RunList).items.some(({ state }) => state !== 'accepted')) return;
    await pause(100);
  }
  throw new Error('the run was not started within 30 s');
};

const contextOf = () => ({
  awsRequestId: randomUUID(),
  functionName: 'runs-writer',
  getRemainingTimeInMillis: () => 20_000,
});

/** Milliseconds to import a module in a fresh process, the process's own start left out. */
const loadMs = (file: string, env: Record<string, string>): number => {
  const script = `const a=performance.now();await import(${JSON.stringify(`file://${file}`)});process.stdout.write(String(performance.now()-a));process.exit(0)`;
  return Number(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...env, PATH: process.env['PATH'] ?? '' },
      encoding: 'utf8',
    }),
  );
};

/** Entry and shared code apart, as a Lambda layer would deliver them. */
const buildSplit = async (folder: string): Promise<string> => {
  await build({
    absWorkingDir: root,
    entryPoints: {
      'runs-writer': 'functions/runs-writer/index.ts',
      'runs-reader': 'functions/runs-reader/index.ts',
      'catalog-writer': 'functions/catalog-writer/index.ts',
    },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    logLevel: 'error',
    banner: {
      js: "import{createRequire as assayRequire}from'node:module';const require=assayRequire(import.meta.url);",
    },
  });
  return path.join(folder, 'runs-writer.mjs');
};

export const bench: Bench = async function* () {
  const before = { ...process.env };
  const shop = await startShopOnCloud();
  const proxy = await startCountingProxy(shop.cloud.endpoint);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'assay-bench-'));
  try {
    const variables = await configurationOf(shop.cloud.endpoint);
    const credentials = { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };
    const env = {
      ...variables,
      ...credentials,
      AWS_ENDPOINT_URL: proxy.url,
      POWERTOOLS_METRICS_DISABLED: 'true',
      POWERTOOLS_LOG_LEVEL: 'SILENT',
    };
    // Put back at the end: the next bench must not find this proxy's address.
    Object.assign(process.env, env);
    const { handler } = (await import(BUNDLE)) as { readonly handler: Handler };
    const key = randomUUID();
    for (const [what, goal] of [
      ['new run', '<= 3'],
      ['replay of a started run', '<= 1'],
    ] as const) {
      if (what !== 'new run') await untilStarted(shop);
      proxy.take();
      const answer = await handler(submitEvent(RUN, key), contextOf());
      const calls = proxy.take();
      if (answer.statusCode !== 202) throw new Error(`expected 202, got ${String(answer.statusCode)}: ${answer.body}`);
      yield figure(
        'submit',
        `AWS calls for a ${what} (${calls.map((call) => call.split('.').at(-1)).join(', ')})`,
        calls.length,
        'calls',
        goal,
      );
    }
    yield figure('submit', 'bundle of runs-writer', statSync(BUNDLE).size / 1024 / 1024, 'MB', '<= 1');
    const split = await buildSplit(folder);
    const bundled: number[] = [];
    const layered: number[] = [];
    for (let round = 0; round < PROCESSES; round += 1) {
      bundled.push(loadMs(BUNDLE, env));
      layered.push(loadMs(split, env));
    }
    yield figure(
      'submit',
      `module load of runs-writer, median of ${String(PROCESSES)} fresh processes`,
      median(bundled),
      'ms',
      '<= 150',
    );
    yield figure('submit', 'module load, shared code apart / bundled', median(layered) / median(bundled), 'ratio');
  } finally {
    process.env = before;
    await proxy.close();
    await shop.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
