/** What clouds leave behind that were killed: folders named by a process that lives, by one that has ended, and by none. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { forgetGoneClouds } from '../../local/gone-clouds.ts';

test('folders of processes that are gone are removed, all others stay', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'assay-clouds-'));
  const { pid: ended } = spawnSync(process.execPath, ['--version']);
  const names = [`${String(ended)}-abc123`, `${String(process.pid)}-def456`, 'notes'];
  for (const name of names) mkdirSync(path.join(folder, name, 'logs'), { recursive: true });

  const removed = forgetGoneClouds(folder);

  expect(removed).toEqual([`${String(ended)}-abc123`]);
  expect(readdirSync(folder).sort()).toEqual([`${String(process.pid)}-def456`, 'notes'].sort());
});
