import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Transform } from 'node:stream';

/** Decompressed bytes at which a body counts as a bomb: 64 MiB, a thousand times what one chunk of a socket holds. */
export const DECOMPRESSED_BYTES_MAX = 64 * 1024 * 1024;

export interface ReadBody {
  /** At most the bytes asked for. */
  readonly body: Uint8Array;
  /** Bytes that came, decompressed. */
  readonly bytes: number;
}

export interface BodyReader {
  /** Takes one chunk; false asks the caller to pause until `onDrain`. */
  readonly write: (chunk: Uint8Array) => boolean;
  /** At once where nothing is left to decode. */
  readonly end: () => ReadBody | Promise<ReadBody>;
  readonly destroy: () => void;
}

/** A body that does not decode, or decodes to more than anybody should hold. */
export class BodyError extends Error {
  override readonly name = 'BodyError';
}

const decoderFor = (encoding: string): Transform | undefined => {
  const name = encoding.trim().toLowerCase();
  if (name === 'gzip' || name === 'x-gzip') return createGunzip();
  if (name === 'deflate') return createInflate();
  return name === 'br' ? createBrotliDecompress() : undefined;
};

/** Keeps the first bytes and counts all. */
const keeper = (keep: number): { take: (chunk: Uint8Array) => void; result: () => ReadBody; bytes: () => number } => {
  const chunks: Uint8Array[] = [];
  let kept = 0;
  let bytes = 0;
  return {
    take: (chunk) => {
      bytes += chunk.byteLength;
      if (kept >= keep) return;
      // Copied: the socket's buffer is larger than the part and is used again. By constructor: `from` would walk over every byte.
      const part = new Uint8Array(chunk.subarray(0, keep - kept));
      chunks.push(part);
      kept += part.byteLength;
    },
    result: () => ({ body: chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks), bytes }),
    bytes: () => bytes,
  };
};

/**
 * Reads a body in constant memory: keeps its first `keep` bytes, counts the rest, decompresses by Content-Encoding (gzip, deflate, br;
 * other encodings stay as they came).
 *
 * `end` rejects with BodyError when the body does not decode or grows beyond DECOMPRESSED_BYTES_MAX; `onError` hears it at once, so
 * that a bomb is not read to its end.
 */
export const bodyReader = (
  encoding: string,
  keep: number,
  onError: (error: BodyError) => void,
  onDrain: () => void,
): BodyReader => {
  const kept = keeper(keep);
  const decoder = decoderFor(encoding);
  if (decoder === undefined) {
    return {
      write: (chunk) => {
        kept.take(chunk);
        return true;
      },
      end: () => kept.result(),
      destroy: () => undefined,
    };
  }
  return decodingReader(decoder, encoding, kept, onError, onDrain);
};

const decodingReader = (
  decoder: Transform,
  encoding: string,
  kept: ReturnType<typeof keeper>,
  onError: (error: BodyError) => void,
  onDrain: () => void,
): BodyReader => {
  let came = false;
  const done = new Promise<ReadBody>((resolve, reject) => {
    const fail = (error: BodyError): void => {
      decoder.destroy();
      reject(error);
      onError(error);
    };
    decoder.on('data', (chunk: Buffer) => {
      kept.take(chunk);
      if (kept.bytes() > DECOMPRESSED_BYTES_MAX) {
        fail(
          new BodyError(
            `expected a body of at most ${String(DECOMPRESSED_BYTES_MAX)} bytes after decompression, got more`,
          ),
        );
      }
    });
    decoder.on('drain', onDrain);
    decoder.on('end', () => {
      resolve(kept.result());
    });
    decoder.on('error', (error) => {
      // Content-Encoding without a body (204, HEAD) is no body that fails to decode.
      if (came)
        fail(
          new BodyError(`expected a body in ${encoding}, got bytes that do not decode: ${error.message}`, {
            cause: error,
          }),
        );
      else resolve(kept.result());
    });
  });
  // Whoever aborts does not wait for the end.
  done.catch(() => undefined);
  return {
    write: (chunk) => {
      came = true;
      return decoder.write(chunk);
    },
    end: () => {
      decoder.end();
      return done;
    },
    destroy: () => {
      decoder.destroy();
    },
  };
};
