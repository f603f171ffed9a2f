/** `npm run conformance -- NAME… [--data DIR]`: scores Assay on a public data set or against a named list of faults; JSON lines. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { DataMissing } from '../figure.ts';
import { writeBenchmarkPage } from '../page.ts';

/** A line is any JSON object with `ok`; figures (bench/figure.ts) also land in docs/benchmarks.md. */
export interface ConformanceLine {
  readonly ok: boolean;
}
export type Conformance = (options: { readonly dataDir?: string }) => AsyncIterable<ConformanceLine>;

const SETS: Readonly<Record<string, () => Promise<{ readonly conformance: Conformance }>>> = {
  durations: () => import('./durations.ts'),
  jsonpath: () => import('./jsonpath.ts'),
  'openapi-corpus': () => import('./openapi-corpus.ts'),
  faults: () => import('./faults.ts'),
  'asl-edges': () => import('./asl-edges.ts'),
  'report-page': () => import('./report-page.ts'),
  tools: () => import('./tools.ts'),
};

const resultsDir = path.resolve(import.meta.dirname, '..', 'results');

const runSet = async (name: string, dataDir: string | undefined): Promise<boolean> => {
  const load = SETS[name];
  if (load === undefined)
    throw new Error(`no conformance set is called "${name}"; there are ${Object.keys(SETS).join(', ')}`);
  const { conformance } = await load();
  const lines: ConformanceLine[] = [];
  try {
    for await (const line of conformance(dataDir === undefined ? {} : { dataDir })) {
      lines.push(line);
      process.stdout.write(`${JSON.stringify(line)}\n`);
    }
  } catch (error) {
    if (!(error instanceof DataMissing)) throw error;
    process.stderr.write(`${name}: skipped, ${error.message}\n`);
    return true;
  }
  mkdirSync(resultsDir, { recursive: true });
  writeFileSync(
    path.join(resultsDir, `conformance-${name}.jsonl`),
    lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
  );
  return lines.every((line) => line.ok);
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { data: { type: 'string' } } });
const outcomes: boolean[] = [];
for (const name of positionals.length > 0 ? positionals : Object.keys(SETS))
  outcomes.push(await runSet(name, values.data));
writeBenchmarkPage(resultsDir, path.resolve(import.meta.dirname, '..', '..', 'docs', 'benchmarks.md'));
process.exitCode = outcomes.every(Boolean) ? 0 : 1;
