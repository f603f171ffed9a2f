import { problem } from '#core/problems';
import { eachPackedLine } from '#engines/results/packed-lines';

/**
 * Hands over the values of a gzip JSONL file one after the other; neither the file nor its values are in memory as a whole.
 *
 * @param name  of the file, for the message
 * @param visit given a value and the number of its line, counted from 0; `false` ends the reading
 * @param from  number of the first line that is wanted; those before it are not parsed
 * @throws results-invalid when it cannot be unpacked or a line is not JSON
 */
export const eachPackedJson = async <T>(
  packed: Uint8Array,
  name: string,
  visit: (value: T, at: number) => unknown,
  from = 0,
): Promise<void> => {
  let at = -1;
  await eachPackedLine(packed, name, (line) => {
    at += 1;
    return at < from ? true : visit(parsed(line, name) as T, at);
  });
};

const parsed = (line: string, name: string): unknown => {
  try {
    return JSON.parse(line) as unknown;
  } catch (cause) {
    throw problem('results-invalid', `${name} cannot be read as gzip JSONL`, { cause });
  }
};
