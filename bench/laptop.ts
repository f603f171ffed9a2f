/** What somebody at a laptop waits for: from the start of `assay test` to its first request, and for the linter. */
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { figure, median, type Bench } from './figure.ts';
import { PLACE, assay, run } from './peers/programs.ts';
import { assaySuite, assaySuiteYaml } from './peers/same-cases.ts';

const STARTS = 15;
const LINTS = 5;
const LINTED_CASES = 10_000;

const BODY = JSON.stringify({ id: 17, name: 'widget' });

/** Milliseconds from the start of the command to the first request, once for each start. */
const firstRequests = async (assayFile: string, folder: string): Promise<number[]> => {
  let cameAt = Number.NaN;
  const server = createServer((_, response) => {
    cameAt = performance.now();
    response.writeHead(200, { 'content-type': 'application/json' }).end(BODY);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const target = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const times: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const startedAt = performance.now();
    await run(process.execPath, [assayFile, 'test', 'one.json', '--target', target], folder);
    times.push(cameAt - startedAt);
  }
  server.closeAllConnections();
  server.close();
  return times;
};

const lintTimes = async (assayFile: string, folder: string, file: string): Promise<number[]> => {
  const times: number[] = [];
  for (let round = 0; round < LINTS; round += 1)
    times.push((await run(process.execPath, [assayFile, 'lint', file], folder)).wallMs);
  return times;
};

export const bench: Bench = async function* () {
  const folder = path.join(PLACE, 'laptop');
  mkdirSync(folder, { recursive: true });
  const assayFile = await assay();
  writeFileSync(path.join(folder, 'one.json'), JSON.stringify(assaySuite(1)));
  writeFileSync(path.join(folder, 'many.json'), JSON.stringify(assaySuite(LINTED_CASES)));
  writeFileSync(path.join(folder, 'many.yaml'), assaySuiteYaml(LINTED_CASES).replace('suite: items', 'suite: many'));
  const starts = await firstRequests(assayFile, folder);
  yield figure('laptop', 'start of assay test to its first request', median(starts), 'ms', '<= 300');
  const cases = `${String(LINTED_CASES)} cases`;
  const yaml = await lintTimes(assayFile, folder, 'many.yaml');
  yield figure('laptop', `assay lint, ${cases} in YAML`, median(yaml), 'ms', '< 2000');
  const json = await lintTimes(assayFile, folder, 'many.json');
  yield figure('laptop', `assay lint, ${cases} in JSON`, median(json), 'ms', '< 2000');
};
