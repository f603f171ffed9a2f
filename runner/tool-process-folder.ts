/** The folder that a tool works in: its files, its report, and nothing left of it afterwards. */
import { constants } from 'node:fs';
import { chown, mkdir, mkdtemp, open, realpath, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ToolOutcome, ToolRun } from '#ports/tool-process';

/** Who the tool runs as. */
export interface ToolUser {
  readonly uid: number;
  readonly gid: number;
}

export interface ToolFolder {
  readonly path: string;
  readonly readReport: (reportPath: string, bytesMax: number) => Promise<NonNullable<ToolOutcome['report']>>;
  readonly remove: () => Promise<void>;
}

const isInside = (folder: string, file: string): boolean => file.startsWith(`${folder}${path.sep}`);

const place = async (
  folder: string,
  { path: name, bytes }: ToolRun['files'][number],
  own: (file: string) => Promise<void>,
): Promise<void> => {
  const file = path.resolve(folder, name);
  if (!isInside(folder, file)) throw new TypeError(`expected a path inside the tool's folder, got ${name}`);
  const parents = path
    .relative(folder, path.dirname(file))
    .split(path.sep)
    .filter((part) => part !== '');
  for (const [at] of parents.entries()) {
    const parent = path.join(folder, ...parents.slice(0, at + 1));
    await mkdir(parent, { recursive: true, mode: 0o700 });
    await own(parent);
  }
  await writeFile(file, bytes, { mode: 0o600 });
  await own(file);
};

/** Only a plain file of the folder itself: a link, made by the tool, could lead to any file that the runner may read. */
const readReport = async (
  folder: string,
  name: string,
  bytesMax: number,
): Promise<NonNullable<ToolOutcome['report']>> => {
  const file = path.resolve(folder, name);
  const problem = (got: string): { readonly problem: string } => ({
    problem: `expected the report ${name}, got ${got}`,
  });
  let handle;
  try {
    const parent = await realpath(path.dirname(file));
    if (parent !== folder && !isInside(folder, parent)) return problem('a way out of the folder');
    handle = await open(
      path.join(parent, path.basename(file)),
      constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
    );
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    return problem(code === 'ENOENT' || code === 'ENOTDIR' ? 'no such file' : code === 'ELOOP' ? 'a link' : code);
  }
  try {
    const facts = await handle.stat();
    if (!facts.isFile()) return problem('something that is no file');
    if (facts.size > bytesMax) return problem(`${String(facts.size)} bytes, more than ${String(bytesMax)}`);
    return new Uint8Array(await handle.readFile());
  } finally {
    await handle.close();
  }
};

/** @param base where folders are made, such as that of the system for temporary files */
export const toolFolder = async (
  base: string,
  files: ToolRun['files'],
  user: ToolUser | undefined,
): Promise<ToolFolder> => {
  const folder = await realpath(await mkdtemp(path.join(base, 'assay-tool-')));
  const own = async (file: string): Promise<void> => {
    if (user !== undefined) await chown(file, user.uid, user.gid);
  };
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 3 });
  try {
    await own(folder);
    for (const file of files) await place(folder, file, own);
  } catch (error) {
    await remove();
    throw error;
  }
  return { path: folder, readReport: (name, bytesMax) => readReport(folder, name, bytesMax), remove };
};
