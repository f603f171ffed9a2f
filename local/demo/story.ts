import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { assay } from '../assay-command.ts';
import type { AssayOutcome } from '../assay-command.ts';
import type { Children } from '../children.ts';
import { TENANT } from '../cloud.ts';
import { assayFolder } from '../places.ts';
import { callPlane } from '../plane-call.ts';
import type { ReachableCloud } from '../running-cloud.ts';
import { startShopProcess, storePassword, writeShopFiles } from '../shop.ts';
import { admit } from '../trust.ts';

/** Totals come out one cent too high: a bug that customers would notice and a status check would not. */
const BUG = 'wrong-total';
const TOKEN_SECONDS = 1800;
const SEAL_TIMEOUT_MS = 60_000;
const LOOK_EVERY_MS = 250;

export interface GateReason {
  readonly code: string;
  readonly message: string;
}

export interface ToldRun {
  readonly title: string;
  readonly runId: string;
  readonly expected: string;
  readonly gate: string;
  readonly reasons: readonly GateReason[];
  readonly counts: { readonly [verdict: string]: number };
  readonly exitCode: number;
  readonly seconds: number;
}

export interface ToldStory {
  readonly url: string;
  readonly runs: readonly ToldRun[];
  readonly evidence: {
    readonly runId: string;
    readonly folder: string;
    readonly verified: boolean;
    readonly said: string;
  };
}

export interface Stage {
  readonly cloud: ReachableCloud;
  readonly children: Children;
  readonly say: (line: string) => void;
}

interface Desk extends Stage {
  readonly token: string;
}

interface RunFacts {
  readonly gate?: {
    readonly answer?: string;
    readonly reasons?: readonly GateReason[];
    readonly counts?: { readonly [verdict: string]: number };
  } | null;
  readonly seal?: unknown;
  readonly sealError?: { readonly message: string } | null;
}

const RUN_ID = /\br[0-9a-hjkmnp-tv-z]{26}\b/;

const command = ({ cloud, token, say }: Desk, args: readonly string[], cwd?: string): Promise<AssayOutcome> => {
  say(`\n$ assay ${args.join(' ')}`);
  return assay({
    args,
    url: cloud.url,
    identity: { ASSAY_TOKEN: token },
    shown: true,
    ...(cwd === undefined ? {} : { cwd }),
  });
};

const mustWork = async (outcome: Promise<AssayOutcome>, what: string): Promise<AssayOutcome> => {
  const { exitCode, ...rest } = await outcome;
  if (exitCode !== 0) throw new Error(`${what} ended with exit code ${String(exitCode)}`);
  return { exitCode, ...rest };
};

const readRun = async ({ cloud, token }: Desk, runId: string): Promise<RunFacts> => {
  const { status, body } = await callPlane(cloud.url, { method: 'GET', path: `/tests/run/${runId}`, token });
  if (status !== 200) throw new Error(`GET /tests/run/${runId} answered ${String(status)}: ${JSON.stringify(body)}`);
  return body as RunFacts;
};

const tellRun = async (
  desk: Desk,
  title: string,
  expected: 'open' | 'shut',
  more: readonly string[],
): Promise<ToldRun> => {
  const started = performance.now();
  const { exitCode, stdout } = await command(desk, ['run', '--service', 'shop', '--wait', ...more]);
  const seconds = (performance.now() - started) / 1000;
  const runId = RUN_ID.exec(stdout)?.[0];
  if (runId === undefined) throw new Error(`the run "${title}" was not accepted (exit code ${String(exitCode)})`);
  const { gate } = await readRun(desk, runId);
  return {
    title,
    runId,
    expected,
    gate: gate?.answer ?? 'none',
    reasons: gate?.reasons ?? [],
    counts: gate?.counts ?? {},
    exitCode,
    seconds,
  };
};

const waitUntilSealed = async (desk: Desk, runId: string): Promise<void> => {
  const deadline = Date.now() + SEAL_TIMEOUT_MS;
  for (;;) {
    const { seal, sealError } = await readRun(desk, runId);
    if (seal !== undefined && seal !== null) return;
    if (sealError !== undefined && sealError !== null)
      throw new Error(`the evidence of ${runId} could not be sealed: ${sealError.message}`);
    if (Date.now() > deadline)
      throw new Error(`the evidence of ${runId} was not sealed within ${String(SEAL_TIMEOUT_MS / 1000)} s`);
    await pause(LOOK_EVERY_MS);
  }
};

const tellEvidence = async (desk: Desk, runId: string): Promise<ToldStory['evidence']> => {
  await waitUntilSealed(desk, runId);
  const folder = path.join(assayFolder('demo'), 'evidence', runId);
  rmSync(folder, { recursive: true, force: true });
  await mustWork(command(desk, ['evidence', 'pull', runId, '--out', folder]), 'pulling the evidence');
  const { exitCode, stdout } = await command(desk, ['evidence', 'verify', folder]);
  return { runId, folder, verified: exitCode === 0, said: stdout.trim() };
};

/**
 * Tells the example's story with the real command: push, a green run on Lambda, a run with a planted bug on Fargate, evidence pulled and
 * verified offline.
 */
export const tellStory = async (stage: Stage): Promise<ToldStory> => {
  const { cloud, children, say } = stage;
  const claims = await admit(cloud, {
    tenant: TENANT,
    role: 'editor',
    subject: 'repo:example/shop:ref:refs/heads/main',
    payloadRead: true,
  });
  const desk: Desk = { ...stage, token: await cloud.tokenFor(claims, { lifetimeSeconds: TOKEN_SECONDS }) };
  const shop = await startShopProcess(children);
  say(`the example shop listens at ${shop.url}`);
  await storePassword(cloud.endpoint, shop.password);
  const files = assayFolder('demo', 'shop');
  writeShopFiles(files, shop.url);
  await mustWork(command(desk, ['push', '.'], files), 'pushing the suites');

  const green = await tellRun(desk, 'the shop as it should be', 'open', ['--executor', 'lambda']);
  await shop.plant(BUG);
  say(`\nnow the shop has a bug: ${BUG}`);
  const red = await tellRun(desk, `the shop with the bug ${BUG}`, 'shut', ['--executor', 'fargate']);
  await shop.plant(undefined);
  const evidence = await tellEvidence(desk, red.runId);
  await shop.stop();
  return { url: cloud.url, runs: [green, red], evidence };
};
