/** `npm run bench [-- NAME…] [--data DIR]`: prints one JSON line a figure and keeps the last ones in bench/results, from which docs/benchmarks.md is made. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { DataMissing, type Bench, type Figure } from './figure.ts';
import { writeBenchmarkPage } from './page.ts';

const BENCHES: Readonly<Record<string, () => Promise<{ readonly bench: Bench }>>> = {
  plan: () => import('./plan.ts'),
  submit: () => import('./submit.ts'),
  decision: () => import('./decision.ts'),
  demo: () => import('./demo.ts'),
  'http-client': () => import('./http-client.ts'),
  runner: () => import('./runner.ts'),
  peers: () => import('./peers.ts'),
  laptop: () => import('./laptop.ts'),
  flows: () => import('./flows.ts'),
  security: () => import('./security.ts'),
  contract: () => import('./contract.ts'),
  load: () => import('./load.ts'),
  generated: () => import('./generated.ts'),
};

const resultsDir = path.join(import.meta.dirname, 'results');

const runBench = async (name: string, dataDir: string | undefined): Promise<boolean> => {
  const load = BENCHES[name];
  if (load === undefined) throw new Error(`no bench is called "${name}"; there are ${Object.keys(BENCHES).join(', ')}`);
  const { bench } = await load();
  const figures: Figure[] = [];
  try {
    for await (const figure of bench(dataDir === undefined ? {} : { dataDir })) {
      figures.push(figure);
      process.stdout.write(`${JSON.stringify(figure)}\n`);
    }
  } catch (error) {
    if (!(error instanceof DataMissing)) throw error;
    process.stderr.write(`${name}: skipped, ${error.message}\n`);
    return true;
  }
  mkdirSync(resultsDir, { recursive: true });
  writeFileSync(
    path.join(resultsDir, `${name}.jsonl`),
    figures.map((figure) => `${JSON.stringify(figure)}\n`).join(''),
  );
  return figures.every((figure) => figure.ok);
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { data: { type: 'string' } } });
const outcomes: boolean[] = [];
for (const name of positionals.length > 0 ? positionals : Object.keys(BENCHES))
  outcomes.push(await runBench(name, values.data));
writeBenchmarkPage(resultsDir, path.resolve(import.meta.dirname, '..', 'docs', 'benchmarks.md'));
process.exitCode = outcomes.every(Boolean) ? 0 : 1;
