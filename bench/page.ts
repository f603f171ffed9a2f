import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Figure } from './figure.ts';

const isFigure = (value: unknown): value is Figure =>
  typeof value === 'object' && value !== null && 'figure' in value && 'unit' in value;

const readFigures = (file: string): Figure[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line))
    .filter(isFigure);

/** What a person found behind the figures of a bench; '' where nobody wrote anything. */
const notesOn = (resultsDir: string, name: string): string => {
  const file = path.join(resultsDir, '..', 'notes', `${name}.md`);
  return existsSync(file) ? `${readFileSync(file, 'utf8').trim()}\n` : '';
};

/** Writes the page of figures from the JSON lines that the benchmarks left; no figure in its tables is typed by hand. */
export const writeBenchmarkPage = (resultsDir: string, page: string): void => {
  const sections = readdirSync(resultsDir)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .map((file) => {
      const name = path.basename(file, '.jsonl');
      const notes = notesOn(resultsDir, name);
      const rows = readFigures(path.join(resultsDir, file)).map(
        (row) =>
          `| ${row.figure} | ${String(row.value)} | ${row.unit} | ${row.goal ?? ''} | ${row.ok ? 'yes' : '**no**'} |`,
      );
      return [
        `## ${name}`,
        '',
        '| figure | value | unit | goal | met |',
        '| --- | ---: | --- | --- | --- |',
        ...rows,
        '',
        ...(notes === '' ? [] : [notes]),
      ].join('\n');
    });
  const head = [
    '# Benchmarks',
    '',
    'Made by `npm run bench` and `npm run conformance` from what they printed last. Two shared cores; compare ratios, not absolute times.',
    '',
  ];
  writeFileSync(page, [...head, ...sections].join('\n'));
};
