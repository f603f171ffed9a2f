import { sha256Bytes } from '#core/digest';

const LEAF = new Uint8Array([0]);
const NODE = new Uint8Array([1]);

/**
 * Root of a Merkle tree over byte strings (RFC 6962 section 2.1), as 32 bytes. Leaves and nodes are hashed with different first bytes, so
 * that no node can be passed off as a leaf.
 */
export const merkleRoot = (leaves: readonly Uint8Array[]): Uint8Array => {
  if (leaves.length === 0) return sha256Bytes();
  return rootOf(leaves.map((leaf) => sha256Bytes(LEAF, leaf)));
};

/** `merkleRoot` as lower-case hex. */
export const merkleRootHex = (leaves: readonly Uint8Array[]): string => toHex(merkleRoot(leaves));

/** Bottom up; an odd node at the end of a level goes up as it is, which is RFC 6962's split at the largest power of two. */
const rootOf = (hashes: readonly Uint8Array[]): Uint8Array => {
  let level = hashes;
  while (level.length > 1) {
    const above: Uint8Array[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at], level[at + 1]];
      if (left !== undefined) above.push(right === undefined ? left : sha256Bytes(NODE, left, right));
    }
    level = above;
  }
  return level[0] ?? sha256Bytes();
};

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
