import { fromPointer, toPointer } from '#core/json-types';
import { walkJson } from '#core/json-walk';
import type { Json } from '#core/units';
import { FILE_PROBLEMS_MAX, placesIn, refuseFile } from '#engines/suite-file/file-problem';
import type { FileProblem, ReadFile } from '#engines/suite-file/file-problem';
import type { PlaceOf } from '#engines/suite-file/yaml-places';

/** Bounds of what a file may hold. */
export interface FileBounds {
  readonly valuesMax: number;
  readonly depthMax: number;
}

export const tooManyValues = (max: number): string =>
  `expected at most ${String(max)} values, got more; split the suite`;

/** Where the parser gave up on a text, when it did not reach its end; undefined for one that only goes on. */
const giveUpAt = (text: string): number | undefined => {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const position = /position (\d+)/u.exec(said)?.[1];
    if (position !== undefined)
      return Number(position) >= text.length || said.startsWith('Unterminated') ? undefined : Number(position);
    return said.includes('end of JSON') ? undefined : text.length;
  }
};

/** Not every message of the parser has a position, so the longest beginning that could still become JSON is searched for. */
const jsonErrorOffset = (text: string): number => {
  let good = 0;
  let bad = text.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (giveUpAt(text.slice(0, middle)) === undefined) good = middle;
    else bad = middle;
  }
  return Math.min(good, text.length);
};

const refuseAt = (file: string, text: string, error: unknown): ReadFile => {
  const said = error instanceof Error ? error.message : 'text that is not JSON';
  const reason = said
    .replace(/ in JSON at position.*| \(line \d+ column \d+\)/u, '')
    .replace(/,? *"[\s\S]*is not valid JSON/u, '');
  return refuseFile(
    file,
    `expected JSON, got text that is not: ${reason}`,
    placesIn(text, file)(jsonErrorOffset(text)),
  );
};

const isLossy = (written: string): boolean => {
  if (!/^-?\d/u.test(written)) return false;
  const number = Number(written);
  return !Number.isFinite(number) || (/^-?\d+$/u.test(written) && !Number.isSafeInteger(number));
};

/** Places by JSON Pointer, found in one go when the first is asked for. */
const placeFinder = (text: string, file: string): PlaceOf => {
  const at = placesIn(text, file);
  let found: Map<string, readonly [key: number, value: number]> | undefined;
  return (pointer, what = 'value') => {
    if (found === undefined) {
      const places = new Map<string, readonly [number, number]>();
      walkJson(text, {
        value: (path, start, _end, key) => {
          places.set(toPointer(path), [key, start]);
          return true;
        },
      });
      found = places;
    }
    const segments = fromPointer(pointer);
    for (let length = segments.length; length >= 0; length -= 1) {
      const place = found.get(toPointer(segments.slice(0, length)));
      if (place === undefined) continue;
      const isNamed = what === 'key' && length === segments.length && place[0] >= 0;
      return at(isNamed ? place[0] : place[1]);
    }
    return at(0);
  };
};

/** What JSON.parse does not mind and a suite does: too much, a name twice in an object, numbers that lose digits. */
const faultsIn = (text: string, file: string, { valuesMax, depthMax }: FileBounds): FileProblem[] => {
  const at = placesIn(text, file);
  const problems: FileProblem[] = [];
  let values = 0;
  const add = (message: string, offset: number, pointer: string): void => {
    if (problems.length < FILE_PROBLEMS_MAX) problems.push({ message, place: at(offset), pointer });
  };
  walkJson(text, {
    value: (path, start, end) => {
      values += 1;
      if (values > valuesMax) add(tooManyValues(valuesMax), start, '');
      if (path.length > depthMax) add(`expected at most ${String(depthMax)} levels of nesting, got more`, start, '');
      if (isLossy(text.slice(start, Math.min(end, start + 400))))
        add(
          `expected a number of at most 2^53 - 1, got ${text.slice(start, Math.min(end, start + 40))}, which would lose digits; write it in quotes`,
          start,
          toPointer(path),
        );
      return values <= valuesMax && path.length <= depthMax && problems.length < FILE_PROBLEMS_MAX;
    },
    repeated: (path, key) => {
      add(`expected each field once, got ${JSON.stringify(path.at(-1))} a second time`, key, toPointer(path));
    },
  });
  return problems;
};

/** JSON by its own strict rules; positions are looked for only when somebody asks. Never throws. `isJson` is false for a text that is none. */
export const readJson = (text: string, file: string, bounds: FileBounds): ReadFile & { readonly isJson: boolean } => {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (error) {
    return { ...refuseAt(file, text, error), isJson: false };
  }
  const problems = faultsIn(text, file, bounds);
  const placeOf = placeFinder(text, file);
  return problems.length > 0 ? { problems, placeOf, isJson: true } : { value, problems, placeOf, isJson: true };
};
