import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

import { pieceKey } from '#aws/keys';
import type { Item } from '#aws/table-types';
import type { Table } from '#aws/table';
import { problem } from '#core/problems';

/** What stands in the owning item: the compressed value itself, or how many pieces beside it hold it. */
export type Packed =
  { readonly digest: string; readonly bytes: Uint8Array } | { readonly digest: string; readonly pieces: number };

/** Up to here the value stays in its item: one read less for all but the largest runs. */
export const INLINE_BYTES_MAX = 16 * 1024;
/** A DynamoDB item holds 400 KB with its keys. */
export const PIECE_BYTES_MAX = 350 * 1024;

export const compressed = (value: unknown): Uint8Array => gzipSync(JSON.stringify(value));
export const decompressed = (bytes: Uint8Array): unknown => JSON.parse(gunzipSync(bytes).toString()) as unknown;

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

interface Owner {
  readonly tenant: string;
  readonly runId: string;
}

/**
 * Compresses a value that may outgrow an item and writes its pieces first, so that the conditional write of the owner, which follows,
 * makes all of it visible at once. Pieces of a writer that loses stay behind unread until they expire.
 */
export const packInto = async (
  table: Table,
  { tenant, runId }: Owner,
  value: unknown,
  expiresAtEpochSeconds: number,
  signal?: AbortSignal,
): Promise<Packed> => {
  const bytes = compressed(value);
  const digest = digestOf(bytes);
  if (bytes.byteLength <= INLINE_BYTES_MAX) return { digest, bytes };
  const pieces = Math.ceil(bytes.byteLength / PIECE_BYTES_MAX);
  for (let piece = 0; piece < pieces; piece += 1) {
    const slice = bytes.subarray(piece * PIECE_BYTES_MAX, (piece + 1) * PIECE_BYTES_MAX);
    const item = { ...pieceKey(tenant, runId, digest, piece), schemaVersion: 1, bytes: slice, expiresAtEpochSeconds };
    await table.put({ item }, signal);
  }
  return { digest, pieces };
};

/** The keys of the pieces of a value, none when it stands in its item. */
export const pieceKeys = ({ tenant, runId }: Owner, packed: Packed | undefined): { pk: string; sk: string }[] =>
  packed === undefined || !('pieces' in packed)
    ? []
    : Array.from({ length: packed.pieces }, (_, piece) => pieceKey(tenant, runId, packed.digest, piece));

/**
 * The value of a packed attribute.
 *
 * @param siblings items among which its pieces are
 * @throws digest-mismatch when a piece is missing or was changed
 */
export const unpacked = (owner: Owner, packed: Packed, siblings: readonly Item[]): unknown => {
  if ('bytes' in packed) return decompressed(packed.bytes);
  const pieces = pieceKeys(owner, packed).map(
    ({ pk, sk }) => siblings.find((item) => item['pk'] === pk && item['sk'] === sk)?.['bytes'],
  );
  const bytes = Buffer.concat(pieces.filter((piece) => piece instanceof Uint8Array));
  if (digestOf(bytes) !== packed.digest) {
    throw problem(
      'digest-mismatch',
      `run ${owner.runId}: expected ${packed.pieces} pieces of ${packed.digest}, found ${bytes.byteLength} bytes of other content`,
    );
  }
  return decompressed(bytes);
};
