import { createHash } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { lstat, open, readdir, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { sizeBeside, sizeText } from '#core/size-text';
import { BundleRefusal, type BundleReader } from '#core/verify-bundle';
import { systemCode } from '../cli-failure.ts';

const PIECE_BYTES = 1024 * 1024;

const kindOf = (stats: Stats): string => {
  if (stats.isSymbolicLink()) return 'a symbolic link';
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a pipe';
  if (stats.isSocket()) return 'a socket';
  return stats.isFile() ? 'a file' : 'a device';
};

/** What the file system says of a bundle's place, in the bundle's terms: absent, or not fit to be read. */
const refusalOf = (place: string, error: unknown): unknown => {
  if (error instanceof BundleRefusal) return error;
  const code = systemCode(error);
  if (code === undefined) return error;
  return new BundleRefusal(place, `expected a readable file, got ${code} of the file system`);
};

const isAbsent = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '');

/** Every folder on the way is one itself: a link could lead to bytes that somebody else changes. */
const requireFolders = async (folder: string, place: string): Promise<void> => {
  const parts = place.split('/').slice(0, -1);
  for (let depth = 0; depth <= parts.length; depth += 1) {
    const inside = parts.slice(0, depth).join('/');
    const stats = await lstat(path.join(folder, inside));
    if (!stats.isDirectory()) throw new BundleRefusal(inside || '.', `expected a folder, got ${kindOf(stats)}`);
  }
};

/** Opens a regular file, never a link, and never waits for the other end of a pipe. */
const openFile = async (folder: string, place: string): Promise<{ handle: FileHandle; bytes: number }> => {
  await requireFolders(folder, place);
  const file = path.join(folder, place);
  const before = await lstat(file);
  if (!before.isFile()) throw new BundleRefusal(place, `expected a regular file, got ${kindOf(before)}`);
  // The flags hold as well when the file was exchanged since it was looked at; Windows has neither.
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const handle = await open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  const stats = await handle.stat();
  if (stats.isFile()) return { handle, bytes: stats.size };
  await handle.close();
  throw new BundleRefusal(place, `expected a regular file, got ${kindOf(stats)}`);
};

const reading = async <T>(
  folder: string,
  place: string,
  act: (handle: FileHandle, bytes: number) => Promise<T>,
): Promise<T | undefined> => {
  try {
    const { handle, bytes } = await openFile(folder, place);
    try {
      return await act(handle, bytes);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw refusalOf(place, error);
  }
};

const hashed = async (handle: FileHandle, bytes: number): Promise<string> => {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(PIECE_BYTES);
  for (let at = 0; at < bytes;) {
    const { bytesRead } = await handle.read(piece, 0, Math.min(PIECE_BYTES, bytes - at), at);
    if (bytesRead === 0) break;
    hash.update(piece.subarray(0, bytesRead));
    at += bytesRead;
  }
  return hash.digest('hex');
};

/** Everything below the folder that is no folder, with `/` between names; links and other odd things too, and empty folders. */
const listBelow = async (folder: string, prefix: string, found: string[]): Promise<void> => {
  const entries = await readdir(path.join(folder, prefix), { withFileTypes: true });
  // Without `files` nothing of the bundle is there, which is told by each file; any other empty folder is one too many.
  if (entries.length === 0 && prefix !== '' && prefix !== 'files') found.push(`${prefix}/`);
  for (const entry of entries) {
    const place = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) await listBelow(folder, place, found);
    else found.push(place);
  }
};

/** A bundle in a folder. Only regular files below real folders are read; all else is refused, unread. */
export const folderBundle = (folder: string): BundleReader => ({
  list: async () => {
    const found: string[] = [];
    try {
      await requireFolders(folder, '');
      await listBelow(folder, '', found);
    } catch (error) {
      throw refusalOf('.', error);
    }
    return found;
  },
  read: (place, bytesMax) =>
    reading(folder, place, async (handle, bytes) => {
      if (bytes > bytesMax)
        throw new BundleRefusal(place, `expected at most ${sizeText(bytesMax)}, got ${sizeBeside(bytes, bytesMax)}`);
      const body = Buffer.alloc(bytes);
      const { bytesRead } = await handle.read(body, 0, bytes, 0);
      return body.subarray(0, bytesRead);
    }),
  measure: (place, expected) =>
    reading(folder, place, async (handle, bytes) => ({
      bytes,
      sha256: bytes === expected ? await hashed(handle, bytes) : null,
    })),
});
