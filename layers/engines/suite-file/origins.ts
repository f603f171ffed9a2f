/** Where the parts of an expanded suite were written: every problem is told at the place that a person can repair. */
import { fromPointer, toPointer } from '#core/json-types';

/** A place in a file that a person wrote. */
export interface Written {
  /** The file, relative to the folder of the suite's file; empty for the suite's file itself. */
  readonly file: string;
  readonly pointer: string;
}

/** Where a case, or another part, comes from. */
export interface Origin extends Written {
  /** The includes that led to it, the nearest first. */
  readonly included: readonly Written[];
  /** Put before the names of its captures when it was included. */
  readonly prefix: string;
  /** A ready-made fragment, which has no file: everything in it stands at its include. */
  readonly ready?: string;
}

/** A place with the includes that led to it. */
export interface Place extends Written {
  readonly included: readonly Written[];
  readonly ready?: string;
}

/** Origins of an expanded suite. */
export interface Origins {
  /** Of each case, in their order. */
  readonly cases: readonly Origin[];
  /** Of flows that a case's own rows became: the case. */
  readonly flows: ReadonlyMap<string, Origin>;
}

export const originAt = (file: string, pointer: string): Origin => ({ file, pointer, included: [], prefix: '' });

/** The place below an origin; names of captures are those in the file again. */
const below = (origin: Origin, tail: readonly string[]): Place => {
  const { file, pointer, included, prefix, ready } = origin;
  if (ready !== undefined) return { file, pointer, included, ready };
  const written = tail.map((segment, at) =>
    prefix !== '' && tail[at - 1] === 'captures' && segment.startsWith(prefix) ? segment.slice(prefix.length) : segment,
  );
  return { file, pointer: pointer + toPointer(written), included };
};

/** Where the value at a JSON Pointer into the expanded suite was written. */
export const placeOfExpanded = (origins: Origins, pointer: string): Place => {
  const [first, second, ...tail] = fromPointer(pointer);
  const origin =
    second === undefined
      ? undefined
      : first === 'cases'
        ? origins.cases[Number(second)]
        : first === 'flows'
          ? origins.flows.get(second)
          : undefined;
  return origin === undefined ? { file: '', pointer, included: [] } : below(origin, tail);
};
