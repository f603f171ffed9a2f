/** Files that commands write, at places where they cannot: said before anything starts, and never instead of the gate result. */
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { makeFolder } from '../../cli/make-folder.ts';
import { assay, plane } from './plane-of-test.ts';
import { openView, RUN_ID, shutView } from './wire-samples.ts';

const RUN = `/tests/run/${RUN_ID}`;
const newFolder = (): Promise<string> => mkdtemp(path.join(tmpdir(), 'assay-files-'));

test('folders are made one below the other, and one that is there is left', async () => {
  const folder = await newFolder();

  await makeFolder(path.join(folder, 'a/b/c'));
  await makeFolder(path.join(folder, 'a/b'));

  expect(await readdir(path.join(folder, 'a/b'))).toEqual(['c']);
});

test('a folder that cannot be made ends at once, also where the system names a folder that is there as missing', async () => {
  const file = path.join(await newFolder(), 'file');
  await writeFile(file, 'x');

  await expect(makeFolder('/proc/none/of/these')).rejects.toThrow(/ENOENT|ENOTDIR|EACCES|EPERM|EROFS/);
  await expect(makeFolder(path.join(file, 'below'))).rejects.toThrow('ENOTDIR');
});

test.each(['run', 'rerun'])(
  '%s --wait --junit at a place that cannot be written is 64 and starts nothing',
  async (verb) => {
    const cwd = await newFolder();
    await writeFile(path.join(cwd, 'file'), 'x');
    const what = verb === 'run' ? ['run', '-s', 'shop'] : ['rerun', RUN_ID];

    const { exit, stderr } = await assay([...what, '--wait', '--junit', 'file/build/assay.xml'], { cwd });

    expect(exit).toBe(64);
    expect(stderr).toContain('error: cannot write file/build/assay.xml: a part of the path is not a folder');
    expect(plane.seen).toHaveLength(0);
  },
);

test('trying the place leaves a file that is there as it is, and none where none was', async () => {
  const cwd = await newFolder();
  await writeFile(path.join(cwd, 'old.xml'), 'old');
  plane.on(`POST /tests/run`, { status: 401, json: {} });

  await assay(['run', '-s', 'shop', '--wait', '--junit', 'old.xml'], { cwd });
  await assay(['run', '-s', 'shop', '--wait', '--junit', 'new.xml'], { cwd });

  expect(await readdir(cwd)).toEqual(['old.xml']);
  expect(await readFile(path.join(cwd, 'old.xml'), 'utf8')).toBe('old');
});

test.each([
  ['open', 0, openView],
  ['shut', 1, shutView],
] as const)(
  'a JUnit file that cannot be written after all does not change the answer of a gate that is %s',
  async (_, code, view) => {
    const cwd = await newFolder();
    plane.on(`GET ${RUN}`, { json: view });
    plane.on(`GET ${RUN}/results`, { json: { items: [], next: null, complete: true } });
    plane.on(`GET ${RUN}/junit`, async () => {
      await mkdir(path.join(cwd, 'late.xml'));
      return { text: '<testsuites/>', headers: { 'content-type': 'application/xml' } };
    });

    const { exit, stderr } = await assay(['run', '-s', 'shop', '--wait', '--junit', 'late.xml'], { cwd });

    expect(exit).toBe(code);
    expect(stderr).toContain('warning: no JUnit file: cannot write late.xml: this is a folder, a file was expected');
  },
);
