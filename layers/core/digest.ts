import { createHash } from 'node:crypto';

/** SHA-256 as 64 lower-case hex digits; text counts as its UTF-8 bytes. */
export const sha256Hex = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

/** SHA-256 as 32 bytes over the parts in their order. */
export const sha256Bytes = (...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
};

/** True for 64 lower-case hex digits. */
export const isSha256Hex = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
