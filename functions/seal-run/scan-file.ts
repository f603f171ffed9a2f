import { findSensitive } from '#core/masking';
import { problem } from '#core/problems';
import { eachPackedLine } from '#engines/results/packed-lines';

/**
 * Looks for values that are sensitive by their form, in the unpacked text of a file: what is locked can never be taken back. Bytes that are
 * no text are searched as Latin-1, which keeps every ASCII value as it is.
 *
 * @throws sensitive-evidence naming file, line and kind, never the value; results-invalid when a packed file cannot be unpacked
 */
export const requireClean = async (path: string, body: Uint8Array): Promise<void> => {
  let line = 0;
  const check = (text: string): void => {
    line += 1;
    const [hit] = findSensitive(text);
    if (hit !== undefined)
      throw problem(
        'sensitive-evidence',
        `${path} holds what looks like a ${hit.kind.replaceAll('-', ' ')} in line ${String(line)}`,
      );
  };
  if (path.endsWith('.gz')) await eachPackedLine(body, path, check);
  else check(new TextDecoder('latin1').decode(body));
};
