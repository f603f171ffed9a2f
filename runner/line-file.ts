import { gunzipSync, gzipSync } from 'node:zlib';
import { scanForSecrets } from '#core/masking';
import type { KnownSecret } from '#core/masking';
import type { Json } from '#core/units';

/** Text that is held before it is packed; packed pieces follow each other in the file, which gzip allows (RFC 1952, section 2.2). */
const PIECE_CHARACTERS = 512 * 1024;

export interface ScannedFile {
  readonly bytes: Uint8Array;
  /** Places where a secret was still found, each masked now. */
  readonly hits: number;
}

/** JSON lines on their way into a gzip file, packed piece by piece so that a shard's memory does not grow with its bodies. */
export interface LineFile {
  readonly add: (line: { readonly [field: string]: Json | undefined } | object) => void;
  /** Looks once more for every secret, masks what is found, and gives the file. */
  readonly finish: (secrets: readonly KnownSecret[], maskText: (text: string) => string) => ScannedFile;
}

export const lineFile = (): LineFile => {
  const packed: Buffer[] = [];
  let open = '';
  const pack = (): void => {
    if (open !== '') packed.push(gzipSync(open));
    open = '';
  };
  return {
    add: (line) => {
      open += `${JSON.stringify(line)}\n`;
      if (open.length > PIECE_CHARACTERS) pack();
    },
    finish: (secrets, maskText) => {
      pack();
      let hits = 0;
      const pieces = packed.map((piece) => {
        const text = gunzipSync(piece).toString('utf8');
        const found = scanForSecrets(text, secrets).length;
        hits += found;
        return found === 0 ? piece : gzipSync(maskLines(text, maskText));
      });
      // An empty file is still a gzip file, so that readers need no exception for it.
      return { bytes: pieces.length === 0 ? gzipSync('') : Buffer.concat(pieces), hits };
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
