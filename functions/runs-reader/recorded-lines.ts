import { isJsonObject } from '#core/json-types';
import { problem } from '#core/problems';
import type { Json } from '#core/units';

/** Where the next page begins: a line of the file of a shard. */
export interface Position {
  readonly shard: number;
  readonly line: number;
}

/** An answer of a Lambda may have 6 MB; a page ends early rather than fail. */
const PAGE_BYTES_MAX = 4 * 1024 * 1024;

/** @param list names the list and its filters: a cursor of one is refused by another */
export const toCursor = (list: string, { shard, line }: Position): string =>
  Buffer.from(JSON.stringify([list, shard, line])).toString('base64url');

const isIndex = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** @throws cursor-invalid when it was not made by this list with these filters */
export const fromCursor = (list: string, cursor: string | undefined): Position => {
  if (cursor === undefined) return { shard: 0, line: 0 };
  const refused = problem('cursor-invalid', 'expected "next" of the page before, with the same filters', {
    errors: [{ pointer: '/cursor', reason: 'not a cursor of this list and these filters', in: 'query' }],
  });
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw refused;
  }
  if (!Array.isArray(parts) || parts.length !== 3) throw refused;
  const [name, shard, line] = parts as readonly unknown[];
  if (name !== list || !isIndex(shard) || !isIndex(line)) throw refused;
  return { shard, line };
};

/** The lines of one shard, in their order; read only when the page gets there. */
export interface ShardLines<T> {
  readonly shard: number;
  /** Hands over the lines from number `from` on, counted from 0, until `visit` gives false. */
  each(from: number, visit: (line: T, at: number) => boolean): Promise<void>;
}

/** Lines that are in memory already. */
export const listedLines =
  <T>(read: () => Promise<readonly T[]>): ShardLines<T>['each'] =>
  async (from, visit) => {
    const lines = await read();
    lines.slice(from).every((line, index) => visit(line, from + index));
  };

export interface LinePage<T> {
  readonly items: readonly T[];
  readonly next: Position | undefined;
}

/** One page over the shards' files from a position on: at most `limit` items that are wanted, and PAGE_BYTES_MAX. */
export const pageOf = async <T>(
  shards: readonly ShardLines<T>[],
  from: Position,
  limit: number,
  wanted: (line: T) => boolean,
): Promise<LinePage<T>> => {
  const items: T[] = [];
  let bytes = 0;
  for (const shard of shards) {
    if (shard.shard < from.shard) continue;
    let next: Position | undefined;
    await shard.each(shard.shard === from.shard ? from.line : 0, (line, at) => {
      if (!wanted(line)) return true;
      const size = Buffer.byteLength(JSON.stringify(line));
      if (items.length >= limit || (items.length > 0 && bytes + size > PAGE_BYTES_MAX)) {
        next = { shard: shard.shard, line: at };
        return false;
      }
      items.push(line);
      bytes += size;
      return true;
    });
    if (next !== undefined) return { items, next };
  }
  return { items, next: undefined };
};

/** A line of a file that others wrote, as far as we can tell. */
export const asObject = (line: Json): { readonly [key: string]: Json } => (isJsonObject(line) ? line : {});
