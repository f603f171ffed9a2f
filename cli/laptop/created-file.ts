import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isJsonObject } from '#core/json-types';
import type { EnginePorts } from '#engines/functional/ports';
import { systemCode } from '../cli-failure.ts';

type Ledger = NonNullable<EnginePorts['ledger']>;
export type CreatedEntry = Parameters<Ledger['created']>[0];

/** What runs on this machine created and did not remove yet: `.assay/created.jsonl` where they were started. */
export interface CreatedFile extends Ledger {
  /** Of runs that are over: whose process is gone, or this one's. Oldest first. */
  readonly left: () => Promise<readonly CreatedEntry[]>;
  /** Takes away what is struck off; the file goes when nothing is left. */
  readonly tidy: () => Promise<void>;
}

export const CREATED_FILE = '.assay/created.jsonl';

/** Signal 0 only asks; somebody else's process may not be asked and is there. */
const isRunning = (pid: unknown): boolean => {
  if (typeof pid !== 'number' || pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
};

interface Written {
  readonly entry: CreatedEntry;
  readonly pid: unknown;
}

const linesOf = (text: string): Map<string, Written> => {
  const created = new Map<string, Written>();
  for (const row of text.split('\n')) {
    if (row === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(row);
    } catch {
      // A process that was killed while it wrote leaves half a line; what came before stays readable.
      continue;
    }
    if (!isJsonObject(value)) continue;
    const line = value as { readonly created?: CreatedEntry; readonly removed?: string; readonly pid?: unknown };
    const { created: entry, removed, pid } = line;
    if (entry !== undefined && typeof entry.id === 'string') created.set(entry.id, { entry, pid });
    if (removed !== undefined) created.delete(removed);
  }
  return created;
};

const readIfThere = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return '';
    throw error;
  }
};

/**
 * The ledger of created resources as a file of JSON lines, each appended at once, so that a run that is killed leaves what it created
 * behind in writing. Several runs may write side by side.
 */
export const createdFile = (cwd: string): CreatedFile => {
  const file = path.resolve(cwd, CREATED_FILE);
  const folder = path.dirname(file);
  const append = async (line: object): Promise<void> => {
    await mkdir(folder, { recursive: true });
    // Nothing in this folder belongs into a repository.
    await writeFile(path.join(folder, '.gitignore'), '*\n', { flag: 'wx' }).catch(() => undefined);
    await appendFile(file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
  };
  const written = async (): Promise<readonly Written[]> => [...linesOf(await readIfThere(file)).values()];
  return {
    created: (entry) => append({ created: entry, pid: process.pid }),
    removed: (id) => append({ removed: id }),
    left: async () => (await written()).filter(({ pid }) => !isRunning(pid)).map(({ entry }) => entry),
    tidy: async () => {
      const before = await readIfThere(file);
      if (before === '' || (await written()).length > 0) return;
      // Somebody else may write at this moment: what came after the look is put back.
      const aside = `${file}.${String(process.pid)}`;
      await rename(file, aside);
      const after = (await readIfThere(aside)).slice(before.length);
      if (after !== '') await appendFile(file, after, { mode: 0o600 });
      await rm(aside, { force: true });
    },
  };
};
