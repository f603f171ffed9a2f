import { gunzipSync } from 'node:zlib';
import { problem } from '#core/problems';

/** A file that unpacks to more than this is refused: it would not fit beside its copy in a function's memory. */
const UNPACKED_BYTES_MAX = 256 * 1024 * 1024;

/**
 * The values of a gzip JSONL file, one a line.
 *
 * @param name of the file, for the message
 * @throws results-invalid when it cannot be unpacked or a line is not JSON
 */
export const readJsonLines = <T>(packed: Uint8Array, name: string): readonly T[] => {
  try {
    const unpacked = gunzipSync(packed, { maxOutputLength: UNPACKED_BYTES_MAX });
    return new TextDecoder('utf-8', { fatal: true })
      .decode(unpacked)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as T);
  } catch (cause) {
    throw problem('results-invalid', `${name} cannot be read as gzip JSONL`, { cause });
  }
};
