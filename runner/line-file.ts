import { gunzipSync, gzipSync } from 'node:zlib';

/** Bytes that are held before they are packed; packed pieces follow each other in the file, which gzip allows (RFC 1952, section 2.2). */
const PIECE_BYTES = 512 * 1024;

/** Less than half the time of the default level for files that are a tenth larger. */
const PACKING = { level: 3 };

export interface ScannedFile {
  readonly bytes: Uint8Array;
  /** Places where a secret was still found, each masked now. */
  readonly hits: number;
  /** Places that hold one after that; a file with any must not be kept. */
  readonly hitsAfter: number;
}

/** JSON lines on their way into a gzip file, packed piece by piece so that a shard's memory does not grow with its bodies. */
export interface LineFile {
  /** @param line JSON without its line end */
  readonly add: (line: string) => void;
  /**
   * Looks once more for every secret, masks what is found, and gives the file.
   *
   * @param hits how many places of a text hold a secret; undefined when there is none to look for
   */
  readonly finish: (hits: ((text: string) => number) | undefined, maskText: (text: string) => string) => ScannedFile;
}

/** UTF-8 takes at most so many bytes for each of JavaScript's characters. */
const BYTES_PER_CHARACTER = 3;

/** Copied, because what zlib gives lies in a larger piece of memory, which it would keep. */
const packOf = (text: string | Uint8Array): Uint8Array => new Uint8Array(gzipSync(text, PACKING));

export const lineFile = (): LineFile => {
  const packed: Uint8Array[] = [];
  // Bytes rather than a growing text: a text of many parts keeps each of them alive, and the collector copies them again and again.
  let open: Buffer | undefined;
  let used = 0;
  const pack = (): void => {
    if (open !== undefined && used > 0) packed.push(packOf(open.subarray(0, used)));
    used = 0;
  };
  return {
    add: (line) => {
      const bytesMax = (line.length + 1) * BYTES_PER_CHARACTER;
      if (bytesMax > PIECE_BYTES - used) pack();
      if (bytesMax > PIECE_BYTES) {
        packed.push(packOf(`${line}\n`));
        return;
      }
      open ??= Buffer.allocUnsafe(PIECE_BYTES);
      used += open.write(line, used);
      used += open.write('\n', used);
    },
    finish: (hitsIn, maskText) => {
      pack();
      let [hits, hitsAfter] = [0, 0];
      const pieces = packed.map((piece) => {
        if (hitsIn === undefined) return piece;
        const text = gunzipSync(piece).toString('utf8');
        const found = hitsIn(text);
        hits += found;
        if (found === 0) return piece;
        const masked = maskLines(text, maskText);
        hitsAfter += hitsIn(masked);
        return packOf(masked);
      });
      // An empty file is still a gzip file, so that readers need no exception for it.
      return { bytes: pieces.length === 0 ? gzipSync('') : Buffer.concat(pieces), hits, hitsAfter };
    },
  };
};

const maskLines = (text: string, maskText: (text: string) => string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? line : maskLine(line, maskText)))
    .join('\n');

/** Masked as text, which keeps JSON whole; should it not, the line is replaced: a secret is worse than a hole. */
const maskLine = (line: string, maskText: (text: string) => string): string => {
  const masked = maskText(line);
  try {
    JSON.parse(masked);
    return masked;
  } catch {
    return JSON.stringify({ level: 'error', message: 'this line held a secret and could not be masked' });
  }
};
