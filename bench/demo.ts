/** Wall time of `npm run demo`: cold without the emulator's environment and the bundles, then warm. */
import { spawnSync } from 'node:child_process';
import { renameSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { figure, type Bench } from './figure.ts';

const root = path.resolve(import.meta.dirname, '..');
const TIMEOUT_MS = 300_000;

const demoSeconds = (): number => {
  const started = performance.now();
  const { status, stderr } = spawnSync('npm', ['run', 'demo'], { cwd: root, timeout: TIMEOUT_MS, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm run demo ended with ${String(status)}: ${stderr.slice(-2_000)}`);
  return (performance.now() - started) / 1000;
};

/** Puts a folder out of the way for the cold run and brings it back if the run fails. */
const aside = (folder: string): (() => void) => {
  const place = path.join(root, folder);
  const kept = `${place}.kept`;
  if (!existsSync(place)) return () => undefined;
  renameSync(place, kept);
  return () => {
    if (existsSync(place)) rmSync(kept, { recursive: true, force: true });
    else renameSync(kept, place);
  };
};

export const bench: Bench = async function* () {
  const restore = [aside('.assay'), aside('build')];
  try {
    yield figure('demo', 'npm run demo, cold (without npm ci)', demoSeconds(), 's', '<= 90');
  } finally {
    for (const back of restore) back();
  }
  yield figure('demo', 'npm run demo, warm', demoSeconds(), 's', '<= 30');
};
