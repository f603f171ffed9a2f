/**
 * Outlives the process that started it by a few seconds, to end what that one left behind when it was killed.
 *
 * It reads one JSON line per child process group ({"group": pid}) or temporary folder ({"folder": path}). The end of its input means
 * that the parent is gone, however it went: a closed pipe is the only message that SIGKILL cannot suppress.
 */
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';

const GRACE_MS = 3_000;
const LOOK_EVERY_MS = 50;

interface Charge {
  readonly group?: number;
  readonly folder?: string;
  readonly gone?: number;
}

const groups = new Set<number>();
const folders = new Set<string>();

const signalGroup = (group: number, signal: NodeJS.Signals | 0): boolean => {
  try {
    process.kill(-group, signal);
    return true;
  } catch {
    return false; // The group is gone: nothing to end.
  }
};

const note = (line: string): void => {
  const charge = JSON.parse(line) as Charge;
  if (charge.group !== undefined) groups.add(charge.group);
  if (charge.folder !== undefined) folders.add(charge.folder);
  if (charge.gone !== undefined) groups.delete(charge.gone);
};

const finish = (): void => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.exit(0);
};

const endAll = (): void => {
  const alive = [...groups].filter((group) => signalGroup(group, 'SIGTERM'));
  const deadline = Date.now() + GRACE_MS;
  const look = setInterval(() => {
    const left = alive.filter((group) => signalGroup(group, 0));
    if (left.length > 0 && Date.now() < deadline) return;
    clearInterval(look);
    for (const group of left) signalGroup(group, 'SIGKILL');
    finish();
  }, LOOK_EVERY_MS);
};

createInterface({ input: process.stdin }).on('line', note).on('close', endAll);
