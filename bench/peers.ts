/**
 * The same thousand cases on the same target by Newman, by pytest with httpx, and by `assay test` as it is shipped: what somebody waits from
 * the command to the prompt. The tools take turns, so that a busy machine slows all. Newman and pytest come from the registries, pinned.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { figure, median, type Bench } from './figure.ts';
import { PLACE, assay, newman, pythonWithPytest, run } from './peers/programs.ts';
import { CASES, assaySuite, postmanCollection, pytestFile } from './peers/same-cases.ts';

const ROUNDS = 5;

export const bench: Bench = async function* () {
  const folder = path.join(PLACE, 'peers');
  mkdirSync(folder, { recursive: true });
  const [assayFile, newmanFile, python] = [await assay(), await newman(), await pythonWithPytest()];
  const server = fork(path.join(import.meta.dirname, 'http', 'small-json-server.ts'));
  try {
    const [{ port }] = (await once(server, 'message')) as [{ readonly port: number }];
    const origin = `http://127.0.0.1:${String(port)}`;
    writeFileSync(path.join(folder, 'suite.json'), JSON.stringify(assaySuite()));
    writeFileSync(path.join(folder, 'collection.json'), JSON.stringify(postmanCollection(origin)));
    writeFileSync(path.join(folder, 'test_items.py'), pytestFile(origin));
    const tools = {
      assay: () => run(process.execPath, [assayFile, 'test', 'suite.json', '--target', origin], folder),
      newman: () =>
        run(process.execPath, ['--no-deprecation', newmanFile, 'run', 'collection.json', '--silent'], folder),
      pytest: () => run(python, ['-m', 'pytest', '-q', '-p', 'no:cacheprovider', 'test_items.py'], folder),
    };
    const times: { readonly [tool in keyof typeof tools]: number[] } = { assay: [], newman: [], pytest: [] };
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [tool, ask] of Object.entries(tools)) times[tool as keyof typeof tools].push((await ask()).wallMs);
    const cases = `${String(CASES)} cases`;
    yield figure('peers', `assay test, ${cases}`, median(times.assay), 'ms');
    yield figure('peers', `Newman, ${cases}`, median(times.newman), 'ms');
    yield figure('peers', `pytest with httpx, ${cases}`, median(times.pytest), 'ms');
    yield figure('peers', 'Newman / assay test', median(times.newman) / median(times.assay), 'ratio of times', '> 1');
    yield figure('peers', 'pytest / assay test', median(times.pytest) / median(times.assay), 'ratio of times', '> 1');
  } finally {
    server.kill();
  }
};
