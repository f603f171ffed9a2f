import type { SourcePlace } from '#core/suite';
import type { Json } from '#core/units';
import type { PlaceOf } from '#engines/suite-file/yaml-places';

export interface FileProblem {
  readonly message: string;
  readonly place: SourcePlace;
  /** JSON Pointer (RFC 6901) into the file; empty for the whole of it. */
  readonly pointer: string;
  /** What was expected and what came, where a message alone would not do for a program. */
  readonly expected?: string;
  readonly got?: string;
}

export interface ReadFile {
  /** undefined when the text is no JSON value; then `problems` says why. */
  readonly value?: Json;
  readonly problems: readonly FileProblem[];
  readonly placeOf: PlaceOf;
}

/** More than anybody repairs at a time. */
export const FILE_PROBLEMS_MAX = 20;

/** Finds line and column of offsets; the line breaks are looked for once, when somebody asks. */
export const placesIn = (text: string, file: string): ((offset: number) => SourcePlace) => {
  let starts: number[] | undefined;
  return (offset) => {
    if (starts === undefined) {
      starts = [0];
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    }
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
};

/** A file that is refused as a whole, or at one place. */
export const refuseFile = (
  file: string,
  message: string,
  place: SourcePlace = { file, line: 1, column: 1 },
): ReadFile => ({ problems: [{ message, place, pointer: '' }], placeOf: () => place });
