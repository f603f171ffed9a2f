import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DriftRecord, StructureVersion } from '#core/drift';
import type { KeptResponse, ResponseHistory } from '#ports/response-history';
import type { StructureStore } from '#ports/structure-store';

/** Names of files are digests: operations and resources hold slashes, and may be as long as an address. */
const fileOf = (folder: string, kind: string, ...place: readonly string[]): string =>
  path.join(folder, kind, `${createHash('sha256').update(JSON.stringify(place)).digest('hex').slice(0, 32)}.json`);

const readJson = async (file: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`expected JSON in ${file}, got: ${error instanceof Error ? error.message : 'nothing readable'}`, {
      cause: error,
    });
  }
};

/** Written beside and renamed, so that a reader never sees half of it. */
const writeJson = async (file: string, value: unknown): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true });
  const beside = `${file}.${String(process.pid)}.tmp`;
  await writeFile(beside, JSON.stringify(value));
  await rename(beside, file);
};

interface KeptStructure {
  readonly latest: StructureVersion;
  /** All changes so far, oldest first. */
  readonly records: readonly DriftRecord[];
}

/** Structures in a folder, a file for each operation. For one program at a time: on a laptop. */
export const structureFiles = (
  folder: string,
): StructureStore & { records(place: { service: string; operation: string }): Promise<readonly DriftRecord[]> } => {
  const read = async ({
    service,
    operation,
  }: {
    service: string;
    operation: string;
  }): Promise<KeptStructure | undefined> =>
    (await readJson(fileOf(folder, 'structures', service, operation))) as KeptStructure | undefined;
  return {
    records: async (place) => (await read(place))?.records ?? [],
    latest: async (place) => (await read(place))?.latest,
    put: async (next, changes) => {
      const known = await read(next);
      if ((known?.latest.revision ?? 0) !== next.revision - 1) return false;
      await writeJson(fileOf(folder, 'structures', next.service, next.operation), {
        latest: next,
        records: [...(known?.records ?? []), ...changes],
      });
      return true;
    },
  };
};

/** Last answers in a folder, a file for each resource. */
export const historyFiles = (folder: string): ResponseHistory => ({
  latest: async ({ service, operation, resource }) =>
    (await readJson(fileOf(folder, 'answers', service, operation, resource))) as KeptResponse | undefined,
  put: (response) =>
    writeJson(fileOf(folder, 'answers', response.service, response.operation, response.resource), response),
});
