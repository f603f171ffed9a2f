/**
 * C12 with real tools: installs Newman, autocannon and pytest from their registries and k6 where there is a Go compiler, runs each as a case
 * would against a small API, and compares the verdicts with what the tools' own terminals say of the same tests.
 */
import { execFile } from 'node:child_process';
import { access, chmod, mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createMasker } from '#core/masking';
import type { ToolDefinition } from '#core/acts/tool';
import { epochMs } from '#core/units';
import type { JsonObject } from '#core/units';
import type { ProbeContext, ProbeReport } from '#engines/probe/probe';
import { toolProbe } from '#engines/tool/tool';
import { toolProcesses } from '#runner/tool-process';
import type { Conformance } from './main.ts';

const run = promisify(execFile);
const VERSIONS = { newman: '6.2.2', autocannon: '9.0.0', pytest: '9.2.0', ctrf: '0.6.1', k6: 'v1.8.1' };
const inputs = path.join(import.meta.dirname, 'tools');

interface Trial {
  readonly name: string;
  /** Folder with the program. */
  readonly bin: string;
  readonly definition: ToolDefinition;
  /** Counts of verdicts, as the tool's own output has them. */
  readonly expected: { readonly [verdict: string]: number };
}

const isThere = async (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** Kept from run to run: installing takes longer than running. */
const home = async (): Promise<string> => {
  const folder = path.join(tmpdir(), 'assay-conformance-tools');
  await mkdir(folder, { recursive: true });
  // Tools run as nobody where this runs as root.
  await chmod(folder, 0o755);
  return folder;
};

const installed = async (
  file: string,
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<string | undefined> => {
  if (await isThere(file)) return undefined;
  try {
    await run(command, [...args], { env, maxBuffer: 64 * 1024 * 1024 });
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  }
};

const install = async (folder: string): Promise<{ readonly [tool: string]: string | undefined }> => {
  const node = path.join(folder, 'node_modules', '.bin');
  const python = path.join(folder, 'python');
  const npm = await installed(path.join(node, 'newman'), 'npm', [
    'install',
    '--no-audit',
    '--no-fund',
    '--prefix',
    folder,
    `newman@${VERSIONS.newman}`,
    `autocannon@${VERSIONS.autocannon}`,
  ]);
  const venv = await installed(path.join(python, 'bin', 'pip'), 'python3', ['-m', 'venv', python]);
  const pip =
    venv ??
    (await installed(path.join(python, 'bin', 'pytest'), path.join(python, 'bin', 'pip'), [
      'install',
      '--quiet',
      `pytest==${VERSIONS.pytest}`,
      `pytest-json-ctrf==${VERSIONS.ctrf}`,
    ]));
  const go = { ...process.env, GOBIN: path.join(folder, 'go-bin'), GOPATH: path.join(folder, 'go') };
  const k6 = await installed(path.join(folder, 'go-bin', 'k6'), 'go', ['install', `go.k6.io/k6@${VERSIONS.k6}`], go);
  return { newman: npm, autocannon: npm, pytest: pip, k6 };
};

const api = async (): Promise<Server> => {
  const server = createServer((request, response) => {
    const isBroken = request.url === '/fail';
    response.writeHead(isBroken ? 500 : 200, { 'content-type': 'application/json' });
    response.end(isBroken ? '{"error":"broken"}' : '{"total":12}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
};

const trials = async (folder: string): Promise<readonly Trial[]> => {
  const text = (name: string): Promise<string> => readFile(path.join(inputs, name), 'utf8');
  const node = path.join(folder, 'node_modules', '.bin');
  const python = path.join(folder, 'python', 'bin');
  // In the file it would be a secret in a suite, and refused.
  const collection = (await text('collection.json')).replaceAll(
    'Bearer 4f9c2d7e81ab4f9c2d7e81ab0011',
    'Bearer {{token}}',
  );
  const tests = { 'test_orders.py': await text('test_orders.py') };
  const pytest = ['pytest', '-p', 'no:cacheprovider', 'test_orders.py'];
  const newman = { bin: node, files: { 'orders.json': collection } };
  const newmanRun = ['newman', 'run', 'orders.json', '--env-var', 'base=$TARGET_URL'];
  const k6 = { 'script.js': await text('k6-script.js') };
  const k6Run = ['k6', 'run', '--quiet', '--summary-export', 'summary.json'];
  const broken = { passed: 5, failed: 1, errored: 1, skipped: 2 };
  return [
    {
      name: 'newman json',
      bin: newman.bin,
      definition: {
        command: [...newmanRun, '-r', 'json', '--reporter-json-export', 'out.json'],
        files: newman.files,
        report: { path: 'out.json' },
      },
      expected: { passed: 1, failed: 1, errored: 2, skipped: 1 },
    },
    {
      name: 'newman junit',
      bin: newman.bin,
      definition: {
        command: [...newmanRun, '-r', 'junit', '--reporter-junit-export', 'out.xml'],
        files: newman.files,
        report: { path: 'out.xml' },
      },
      expected: { passed: 4, failed: 2, errored: 2 },
    },
    {
      name: 'pytest junit',
      bin: python,
      definition: { command: [...pytest, '--junitxml', 'out.xml'], files: tests, report: { path: 'out.xml' } },
      expected: broken,
    },
    {
      name: 'pytest output',
      bin: python,
      definition: { command: [...pytest, '-v', '-rA'], files: tests, report: { path: 'stdout', format: 'pytest' } },
      expected: broken,
    },
    {
      name: 'pytest ctrf',
      bin: python,
      definition: { command: [...pytest, '--ctrf', 'out.json'], files: tests, report: { path: 'out.json' } },
      expected: { passed: 5, failed: 2, skipped: 2 },
    },
    {
      name: 'k6 summary',
      bin: path.join(folder, 'go-bin'),
      definition: {
        command: [...k6Run, 'script.js'],
        files: k6,
        env: { K6_NO_USAGE_REPORT: 'true' },
        report: { path: 'summary.json' },
      },
      expected: { passed: 4, failed: 2 },
    },
    {
      name: 'k6 machine-readable',
      bin: path.join(folder, 'go-bin'),
      definition: {
        command: [...k6Run, '--new-machine-readable-summary', 'script.js'],
        files: k6,
        env: { K6_NO_USAGE_REPORT: 'true' },
        report: { path: 'summary.json' },
      },
      expected: { passed: 1, failed: 2 },
    },
    {
      name: 'autocannon',
      bin: node,
      definition: {
        command: ['autocannon', '-c', '2', '-a', '40', '--json', '$TARGET_URL/fail'],
        report: { path: 'stdout' },
      },
      expected: { passed: 3, failed: 1 },
    },
  ];
};

const contextFor = (target: string): ProbeContext => {
  const masker = createMasker();
  const unused = (): never => {
    throw new Error('a tool does not do this');
  };
  return {
    ...{ send: unused, record: unused, document: unused, runCase: unused, log: () => undefined },
    mask: (text) => masker.maskText(text),
    maskJson: (value) => masker.maskJson(value),
    ...{ service: 'orders', runId: 'conformance', seed: '0', signal: new AbortController().signal },
    clock: {
      nowMs: () => epochMs(Date.now()),
      sleep: (ms, signal) => sleep(ms, undefined, signal === undefined ? {} : { signal }),
    },
    targetUrl: () => new URL(target),
  };
};

const attempt = async ({ name, bin, definition, expected }: Trial, context: ProbeContext) => {
  const nodeFolder = path.dirname(process.execPath);
  const processes = toolProcesses({
    clock: context.clock,
    path: `${bin}:${nodeFolder}:/usr/local/bin:/usr/bin:/bin`,
    folder: tmpdir(),
    isolation: 'own-machine',
  });
  const reports: ProbeReport[] = [];
  await toolProbe({ processes })({ ...definition, timeoutMs: 60_000, memoryMb: 1024 }, context, (report) =>
    reports.push(report),
  );
  const [own] = reports;
  const tool = own?.details?.tool as JsonObject | undefined;
  const got = (tool?.['cases'] ?? {}) as { readonly [verdict: string]: number };
  const verdicts = [...new Set([...Object.keys(expected), ...Object.keys(got)])];
  const ok = own?.failure === undefined && verdicts.every((verdict) => expected[verdict] === got[verdict]);
  const { durationMs = null, memoryPeakMb = null, end = null } = tool ?? {};
  return {
    ok,
    tool: name,
    expected,
    got,
    end,
    durationMs,
    memoryPeakMb,
    ...(own?.failure === undefined ? {} : { failure: own.failure.message }),
  };
};

export const conformance: Conformance = async function* () {
  const folder = await home();
  const missing = await install(folder);
  const server = await api();
  try {
    const context = contextFor(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
    for (const trial of await trials(folder)) {
      const reason = missing[trial.name.split(' ')[0] ?? ''];
      // A tool that cannot be had here proves nothing either way; the line says so.
      if (reason !== undefined) yield { ok: true, tool: trial.name, notRun: reason };
      else yield await attempt(trial, context);
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
};
