import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isJsonObject } from '#core/json-types';
import type { EnginePorts } from '#engines/functional/ports';
import { systemCode } from '../cli-failure.ts';

type Ledger = NonNullable<EnginePorts['ledger']>;
export type CreatedEntry = Parameters<Ledger['created']>[0];

/** What runs on this machine created and did not remove yet: `.assay/created.jsonl` where they were started. */
export interface CreatedFile extends Ledger {
  /** Oldest first. */
  readonly left: () => Promise<readonly CreatedEntry[]>;
  /** Takes away what is struck off; the file goes when nothing is left. */
  readonly tidy: () => Promise<void>;
}

export const CREATED_FILE = '.assay/created.jsonl';

const linesOf = (text: string): { readonly created: Map<string, CreatedEntry> } => {
  const created = new Map<string, CreatedEntry>();
  for (const line of text.split('\n')) {
    if (line === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      // A process that was killed while it wrote leaves half a line; what came before stays readable.
      continue;
    }
    if (!isJsonObject(value)) continue;
    const { created: entry, removed } = value as { readonly created?: CreatedEntry; readonly removed?: string };
    if (entry !== undefined && typeof entry.id === 'string') created.set(entry.id, entry);
    if (removed !== undefined) created.delete(removed);
  }
  return { created };
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
  const left = async (): Promise<readonly CreatedEntry[]> => [...linesOf(await readIfThere(file)).created.values()];
  return {
    created: (entry) => append({ created: entry }),
    removed: (id) => append({ removed: id }),
    left,
    tidy: async () => {
      const before = await readIfThere(file);
      if (before === '' || (await left()).length > 0) return;
      // Somebody else may write at this moment: what came after the look is put back.
      const aside = `${file}.${String(process.pid)}`;
      await rename(file, aside);
      const after = (await readIfThere(aside)).slice(before.length);
      if (after !== '') await appendFile(file, after, { mode: 0o600 });
      await rm(aside, { force: true });
    },
  };
};
