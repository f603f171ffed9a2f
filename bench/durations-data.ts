import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface Snapshot {
  readonly project: string;
  readonly date: string;
  /** Milliseconds by test name. */
  readonly durationsMs: ReadonlyMap<string, number>;
}

interface IndexRow {
  readonly file: string;
  readonly date: string;
}

const isRow = (value: unknown): value is IndexRow =>
  typeof value === 'object' && value !== null && 'file' in value && 'date' in value;

const parse = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** Reads the recorded durations of the data set, oldest first within each project. */
export const readSnapshots = (folder: string): readonly Snapshot[] => {
  const index = parse(path.join(folder, 'index.json'));
  if (!Array.isArray(index)) throw new Error('index.json must be an array of {file, date, …}');
  return index
    .filter(isRow)
    .map((row) => {
      const seconds = parse(path.join(folder, row.file));
      const entries = Object.entries(seconds as Record<string, number>).map(
        ([name, value]) => [name, value * 1000] as const,
      );
      return { project: row.file.split('/')[0] ?? '', date: row.date, durationsMs: new Map(entries) };
    })
    .sort((a, b) => (a.project + a.date < b.project + b.date ? -1 : 1));
};
