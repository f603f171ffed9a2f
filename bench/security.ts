/**
 * The security scan against the vulnerable twin (examples/vulnerable): once without a flaw and once with each of them alone. What is expected
 * stands in test/examples/garage-findings.ts; a finding beyond it is false, one of it that does not come is missed. Prints a figure for each
 * check and writes the table of docs/security.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CHECKS } from '#engines/security/registry';
import { FLAWS, isFlawName, type FlawName } from '../examples/vulnerable/server.ts';
import { FOUND } from '../test/examples/garage-findings.ts';
import { scanGarage, startGarage } from '../test/examples/scan-garage.ts';
import { figure, type Bench } from './figure.ts';

interface Tally {
  found: number;
  missed: number;
  wrong: number;
}

const PAGE = path.resolve(import.meta.dirname, '..', 'docs', 'security.md');
const MARKS = ['<!-- figures -->', '<!-- end of figures -->'] as const;

const scanned = async (flaws: readonly FlawName[]): Promise<ReadonlySet<string>> => {
  const garage = await startGarage(flaws);
  try {
    const { findings } = await scanGarage(garage);
    return new Set(
      findings.map(({ check, operation, place }) =>
        [check, operation ?? 'API', ...(place === undefined ? [] : [place])].join(' | '),
      ),
    );
  } finally {
    await garage.close();
  }
};

const share = (part: number, whole: number): string => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(0)} %`);

const rowOf = (id: string, owasp: string, { found, missed, wrong }: Tally): string =>
  `| \`${id}\` | ${owasp} | ${String(found + missed)} | ${String(found)} | ${String(wrong)} | ${share(found, found + wrong)} | ${share(found, found + missed)} |`;

/** The table between the marks of the page; everything else on it is written by hand. */
const writeTable = (tallies: ReadonlyMap<string, Tally>): void => {
  const page = readFileSync(PAGE, 'utf8');
  const [begin, end] = MARKS.map((mark) => page.indexOf(mark));
  if (begin === undefined || end === undefined || begin < 0 || end < begin)
    throw new Error(`expected ${MARKS.join(' … ')} in docs/security.md, got none`);
  const planted = CHECKS.flatMap(({ id, owasp }) => {
    const tally = tallies.get(id);
    return tally === undefined || tally.found + tally.missed + tally.wrong === 0 ? [] : [rowOf(id, owasp, tally)];
  });
  const table = [
    '',
    '',
    '| check | OWASP | planted | found | false | precision | recall |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...planted,
    '',
    '',
  ].join('\n');
  writeFileSync(PAGE, `${page.slice(0, begin + MARKS[0].length)}${table}${page.slice(end)}`);
};

export const bench: Bench = async function* () {
  const tallies = new Map<string, Tally>(CHECKS.map(({ id }) => [id, { found: 0, missed: 0, wrong: 0 }]));
  const of = (line: string): Tally => tallies.get(line.split(' | ')[0] ?? '') ?? { found: 0, missed: 0, wrong: 0 };
  const safe = await scanned([]);
  for (const line of safe) of(line).wrong += 1;
  yield figure('security', 'findings in the twin with no flaw', safe.size, 'findings', '= 0');
  for (const flaw of Object.keys(FLAWS).filter(isFlawName)) {
    const seen = await scanned([flaw]);
    const expected = new Set(FOUND[flaw]);
    for (const line of expected)
      if (seen.has(line)) of(line).found += 1;
      else of(line).missed += 1;
    for (const line of seen) if (!expected.has(line)) of(line).wrong += 1;
  }
  const all = [...tallies.values()];
  const sum = (name: keyof Tally): number => all.reduce((total, tally) => total + tally[name], 0);
  writeTable(tallies);
  yield figure('security', 'flaws planted, each scanned for alone', Object.keys(FLAWS).length, 'flaws', '>= 60');
  yield figure(
    'security',
    'precision over all findings',
    (100 * sum('found')) / (sum('found') + sum('wrong')),
    '%',
    '= 100',
  );
  yield figure(
    'security',
    'recall over all findings',
    (100 * sum('found')) / (sum('found') + sum('missed')),
    '%',
    '= 100',
  );
};
