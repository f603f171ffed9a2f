/**
 * The example creatures API and its suites, together: a real server on loopback, the real engines and HTTP client. With no fault every case
 * passes; what each fault is to make of them is written down in pokeapi-findings.ts.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import type { CaseResult } from '#core/case-result';
import { FAULTS, startCreatures, type FaultName } from '../../examples/pokeapi/server.ts';
import { inMemoryStructures } from '../doubles/structures.ts';
import { FOUND, type Found } from './pokeapi-findings.ts';
import { readSuite, runAgainst, type AgainstOptions } from './run-suite-files.ts';

const folder = path.resolve(import.meta.dirname, '../../examples/pokeapi/suites');
const suites = ['schema', 'data', 'limits', 'load'].map((name) => readSuite(path.join(folder, `${name}.yaml`)));
const withoutLoad = suites.slice(0, 3);
/** Faults that only users in numbers notice. */
const UNDER_LOAD: readonly FaultName[] = ['slow', 'errors-under-load'];

let runs = 0;
const run = async (
  faults: readonly FaultName[],
  of = withoutLoad,
  options: AgainstOptions = {},
): Promise<CaseResult[]> => {
  const server = await startCreatures({ faults });
  runs += 1;
  const runId = `r${String(runs).padStart(26, '0')}`;
  try {
    return await runAgainst(
      of,
      { name: 'creatures-local', targets: { default: server.url } },
      {},
      { runId, ...options },
    );
  } finally {
    await server.close();
  }
};

const idOf = ({ suite, case: id, row }: CaseResult): string =>
  `${suite.split('.')[1] ?? ''}/${id}${row === undefined ? '' : `[${String(row.number)}]`}`;

const reasonOf = ({ verdict, flaky, warnings, tries }: CaseResult): string | undefined => {
  if (verdict === 'skipped') return 'skipped';
  if (verdict !== 'passed') {
    const last = tries.at(-1);
    return (
      last?.checks.find(({ passed, warn }) => !passed && warn !== true)?.check ?? last?.failure?.message ?? 'no reason'
    );
  }
  if (flaky) return `flaky: ${tries.flatMap(({ retries = [] }) => retries.map(({ why }) => why)).join()}`;
  return warnings.length > 0 ? `warning: ${[...new Set(warnings.map(({ kind }) => kind))].join()}` : undefined;
};

/** What a run found; cases that just passed are left out. */
const foundBy = (results: readonly CaseResult[]): Found =>
  Object.fromEntries(
    results.flatMap((result) => {
      const reason = reasonOf(result);
      return reason === undefined ? [] : [[idOf(result), reason]];
    }),
  );

test('without a fault every case passes at the first try, without a warning', async () => {
  const results = await run([]);

  expect(foundBy(results)).toEqual({});
  expect(results).toHaveLength(34);
}, 60_000);

const faults = Object.keys(FAULTS) as FaultName[];

test.each(faults.filter((fault) => !UNDER_LOAD.includes(fault)))(
  '%s is found by the right cases for the right reason',
  async (fault) => {
    expect(foundBy(await run([fault]))).toEqual(FOUND[fault]);
  },
  60_000,
);

/** Thresholds that do not hold. Whether a busy machine could make the load is another question, which the load answers by itself. */
const underLoad = async (faults: readonly FaultName[]): Promise<readonly string[]> => {
  const child = spawn(process.execPath, [path.join(folder, '..', 'server.ts')], {
    env: { ...process.env, ASSAY_CREATURES_FAULTS: faults.join(',') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const url = line.toString('utf8').trim().replace('listening ', '');
    const [result] = await runAgainst(suites.slice(3), { name: 'creatures-local', targets: { default: url } });
    const checks = result?.tries[0]?.checks ?? [];
    const thresholds = checks.filter(({ check }) => /^(?:p95|errorRate|rps)/u.test(check));
    if (thresholds.length !== 4) throw new Error(`expected four thresholds, got ${JSON.stringify(checks)}`);
    return thresholds.filter(({ passed }) => !passed).map(({ check }) => check);
  } finally {
    child.kill();
  }
};

// How quick the server is says something of the machine that the tests run on, so only what a fault adds is asked for.
test('under 10 to 50 users errors are found where there are some, and an endpoint that is slow', async () => {
  expect(await underLoad([])).not.toContain('errorRate < 0.01');
  expect(await underLoad(['slow'])).toContain('p95 of "creature" < 300 ms');
  expect(await underLoad(['errors-under-load'])).toContain('errorRate < 0.01');
}, 60_000);

test('drift over runs: a field that came is told once', async () => {
  const structures = inMemoryStructures();
  const drifting = suites.slice(1, 2).map((suite) => ({
    ...suite,
    cases: suite.cases
      .filter(({ id }) => id === 'drift')
      .map((item) => {
        const { reference: _, ...drift } = item.drift ?? {};
        return { ...item, drift };
      }),
  }));
  const told = [];
  for (const fault of [[], [], ['field-came'], ['field-came'], []] as const)
    told.push(
      (await run(fault, drifting, { structures })).map(({ warnings }) => warnings.map(({ message }) => message)),
    );

  expect(told).toEqual([[[]], [[]], [['field_added $.pastStats: null -> "array"']], [[]], [[]]]);
  expect(structures.records().map(({ changeType, fieldPath, service }) => [service, changeType, fieldPath])).toEqual([
    ['creatures', 'field_added', '$.pastStats'],
    ['creatures', 'field_removed', '$.pastStats'],
  ]);
}, 60_000);
