import type { Json } from '#core/units';

/** Where a value stands, and its name in an object: offsets into the text, -1 for no name. */
export interface Mark {
  readonly key: number;
  readonly value: number;
}

/** Marks of the members of each list and object, by index or name. */
export type Marks = Map<object, Map<string, Mark>>;

export interface Fields {
  [name: string]: Json;
}

/** The text and how far it is read. */
export interface Source {
  readonly text: string;
  at: number;
  /** Of the line with content that `at` stands on; -1 at the end. */
  indent: number;
  /** Where the last block began. */
  started: number;
  readonly marks: Marks | undefined;
  /** To be called for each value. */
  readonly count: () => void;
  /** To be called for each list and object. */
  readonly enter: (depth: number) => void;
}

export class LeftToLibrary extends Error {}

// One for all: a trace for each would cost more than the reading.
const LEFT = new LeftToLibrary('something other than plain YAML');

/** @throws LeftToLibrary always */
export const leave = (source: Source, at = source.at): never => {
  source.at = at;
  throw LEFT;
};

/** A place for the marks of a list or object. */
export const mark = (marks: Marks, of: object): Map<string, Mark> => {
  const made = new Map<string, Mark>();
  marks.set(of, made);
  return made;
};
