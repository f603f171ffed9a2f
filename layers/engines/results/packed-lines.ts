import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { problem } from '#core/problems';

/** What a gzip file may unpack to: far above a shard's results, far below a bomb that outlives the function's time. */
const UNPACKED_CHARS_MAX = 2 * 1024 * 1024 * 1024;

/** One line; a body sample is at most 64 KB, a case has four tries with two bodies each. */
const LINE_CHARS_MAX = 32 * 1024 * 1024;

/**
 * Hands over the lines of a gzip text file one after the other, so that the file is never in memory unpacked. Empty lines are left out.
 *
 * @param name  of the file, for the message
 * @param visit given each line; `false` ends the reading, and what comes after it is not looked at
 * @throws results-invalid when it cannot be unpacked, is not UTF-8, or is beyond measure; whatever `visit` throws
 */
export const eachPackedLine = async (
  packed: Uint8Array,
  name: string,
  visit: (line: string) => unknown,
): Promise<void> => {
  const invalid = (reason: string, cause?: unknown): Error =>
    problem('results-invalid', `${name} cannot be read: ${reason}`, { cause });
  const unpacked = Readable.from([packed], { objectMode: false }).pipe(createGunzip());
  const nextText = textReader(unpacked[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>, invalid);
  const lines = lineSplitter(visit, invalid);
  let chars = 0;
  try {
    for (let text = await nextText(); text !== undefined && !lines.ended(); text = await nextText()) {
      chars += text.length;
      if (chars > UNPACKED_CHARS_MAX) throw invalid(`it unpacks to more than ${String(UNPACKED_CHARS_MAX)} characters`);
      lines.add(text);
    }
    lines.end();
  } finally {
    unpacked.destroy();
  }
};

/** Puts lines together from pieces; a piece without a line break is only kept, so that long lines cost what they weigh. */
const lineSplitter = (visit: (line: string) => unknown, invalid: (reason: string) => Error) => {
  let kept: string[] = [];
  let length = 0;
  let ended = false;
  const hand = (line: string): void => {
    if (line !== '' && !ended) ended = visit(line) === false;
  };
  const keep = (piece: string): void => {
    kept.push(piece);
    length += piece.length;
    if (length > LINE_CHARS_MAX) throw invalid(`a line is longer than ${String(LINE_CHARS_MAX)} characters`);
  };
  const flush = (): void => {
    hand(kept.join(''));
    kept = [];
    length = 0;
  };
  return {
    add: (text: string): void => {
      const [first = '', ...others] = text.split('\n');
      keep(first);
      const last = others.pop();
      if (last === undefined) return;
      flush();
      others.forEach(hand);
      keep(last);
    },
    end: flush,
    ended: (): boolean => ended,
  };
};

/** The text of each chunk in turn; undefined at the end. Fails on bytes that are no gzip or no UTF-8. */
const textReader = (chunks: AsyncIterator<Uint8Array>, invalid: (reason: string, cause?: unknown) => Error) => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return async (): Promise<string | undefined> => {
    try {
      const next = await chunks.next();
      if (next.done !== true) return decoder.decode(next.value, { stream: true });
      decoder.decode();
      return undefined;
    } catch (cause) {
      throw invalid('expected gzip of UTF-8 text', cause);
    }
  };
};
