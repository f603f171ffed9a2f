/**
 * The whole way, as users go it: the `assay` command pushes the example's files, runs them on each executor, reads the gate and verifies
 * the evidence offline. The shop is the real example, so a planted bug must be found by its suites and by nothing else.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startShop } from '../../examples/shop/server.ts';
import type { BugName, RunningShop } from '../../examples/shop/server.ts';
import { storePassword, writeShopFiles } from '../../local/shop.ts';
import type { Caller } from './plane.ts';
import { cloudOf, evidenceOf, resultsOf, sealed, someone } from './plane.ts';
import { formsOf } from './secret-forms.ts';

const PASSWORD = 'correct horse "battery" ä staple';
const RUN_ID = /\br[0-9a-hjkmnp-tv-z]{26}\b/;
const folder = mkdtempSync(path.join(tmpdir(), 'assay-e2e-'));
let shop: RunningShop;
let editor: Caller;

const runShop = async (bugs: readonly BugName[], args: readonly string[]) => {
  shop.setBugs(bugs);
  const outcome = await editor.assay(['run', '--service', 'shop', '--wait', ...args]);
  const runId = RUN_ID.exec(outcome.stdout + outcome.stderr)?.[0] ?? '';
  return { ...outcome, runId };
};

beforeAll(async () => {
  const cloud = cloudOf('plain');
  shop = await startShop({ password: PASSWORD });
  editor = await someone(cloud, { role: 'editor' });
  await storePassword(cloud.endpoint, PASSWORD);
  writeShopFiles(path.join(folder, 'shop'), shop.url);
});

afterAll(async () => {
  await shop.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the example is pushed, and pushing it again changes nothing', async () => {
  const first = await editor.assay(['push'], path.join(folder, 'shop'));
  const second = await editor.assay(['push', '--json'], path.join(folder, 'shop'));

  expect(first).toMatchObject({ exitCode: 0 });
  expect(second).toMatchObject({ exitCode: 0 });
  expect(
    (JSON.parse(second.stdout) as { pushed: { change: string }[] }).pushed.map(({ change }) => change),
  ).not.toContain('created');
});

describe.each(['lambda', 'fargate'] as const)('on %s', (executor) => {
  test('the shop as it should be opens the gate', async () => {
    const { exitCode, runId, stdout } = await runShop(
      [],
      ['--executor', executor, '--junit', path.join(folder, `${executor}.xml`)],
    );

    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0 });
    const view = await sealed(editor, runId);
    expect(view.gate).toMatchObject({ answer: 'open', counts: { failed: 0, errored: 0 } });
    expect(view.progress.shards.map((shard) => shard.executor)).toEqual(view.progress.shards.map(() => executor));
    expect(view.progress.shards.map((shard) => shard.state)).toEqual(view.progress.shards.map(() => 'recorded'));
    expect(readFileSync(path.join(folder, `${executor}.xml`), 'utf8')).toContain('<testsuite');
  });

  test('a planted bug shuts the gate with a reason that names it', async () => {
    const { exitCode, runId, stdout } = await runShop(['wrong-total'], ['--executor', executor, '--suite', 'checkout']);

    expect({ exitCode, stdout }).toMatchObject({ exitCode: 1 });
    expect(stdout).toMatch(/total/i);
    const failed = (await resultsOf(editor, runId)).filter(({ verdict }) => verdict === 'failed');
    expect(failed.length).toBeGreaterThan(0);
    const checks = failed.flatMap(({ tries }) => tries.flatMap((one) => one.checks.filter(({ passed }) => !passed)));
    expect(checks.some(({ expected, got }) => typeof expected === 'number' && got === expected + 1)).toBe(true);
  });
});

test('a gate that is shut is told in the gate result, not in the exit of the machine', async () => {
  const { runId } = await runShop(['500-on-checkout'], ['--suite', 'checkout']);

  const view = await sealed(editor, runId);
  expect(view).toMatchObject({ state: 'sealed', error: null, gate: { answer: 'shut' } });
  expect(view.gate?.reasons.map(({ code }) => code)).toContain('failures-over-limit');
});

test('evidence is pulled and verifies offline, and one changed byte is found', async () => {
  const { runId } = await runShop([], ['--suite', 'checkout']);
  await sealed(editor, runId);
  const bundle = path.join(folder, 'bundle');

  const pulled = await editor.assay(['evidence', 'pull', runId, '--out', bundle]);
  const valid = await editor.assay(['evidence', 'verify', bundle]);
  const [victim = ''] = readdirSync(path.join(bundle, 'files'));
  const bytes = readFileSync(path.join(bundle, 'files', victim));
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  writeFileSync(path.join(bundle, 'files', victim), bytes);
  const invalid = await editor.assay(['evidence', 'verify', bundle]);

  expect(pulled).toMatchObject({ exitCode: 0 });
  expect(valid).toMatchObject({ exitCode: 0 });
  expect(invalid).toMatchObject({ exitCode: 1 });
  expect(invalid.stdout + invalid.stderr).toContain(victim);
});

test('the secret is used, and stands in no result and no file of the bundle', async () => {
  const { runId } = await runShop([], ['--suite', 'auth']);
  await sealed(editor, runId);

  const results = JSON.stringify(await resultsOf(editor, runId));
  const { files } = await evidenceOf(editor, runId);
  const { gunzipSync } = await import('node:zlib');
  const texts = await Promise.all(
    files.map(async ({ url, path: name }) => {
      const body = Buffer.from(await (await fetch(url)).arrayBuffer());
      return (name.endsWith('.gz') ? gunzipSync(body) : body).toString('utf8');
    }),
  );

  expect(results).toContain('"verdict":"passed"');
  for (const text of [results, ...texts])
    for (const form of Object.values(formsOf(PASSWORD))) expect(text.includes(form)).toBe(false);
});

test('whoever may not read payloads sees that there was a body, and not the body', async () => {
  const { runId } = await runShop([], ['--suite', 'catalog']);
  const viewer = await someone(cloudOf('plain'), { role: 'viewer', payloadRead: false });

  const bodies = (results: Awaited<ReturnType<typeof resultsOf>>) =>
    results.flatMap(({ tries }) => tries.map(({ response }) => response?.body)).filter((body) => body !== undefined);
  const seen = bodies(await resultsOf(viewer, runId));
  const allowed = bodies(await resultsOf(editor, runId));

  expect(allowed.some((body) => body !== '***')).toBe(true);
  expect(seen.length).toBeGreaterThan(0);
  expect(new Set(seen)).toEqual(new Set(['***']));
});
