/**
 * The example quotes API and its suites, together: a real server on loopback, the real engines and HTTP client. With no fault every case
 * passes and the checklist says ready; with each fault the case named in tiers-findings.ts fails, and for that reason.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { expect, test } from '@jest/globals';
import type { CaseResult } from '#core/case-result';
import type { EnvironmentDefinition } from '#core/environment';
import { scoreReadiness } from '#core/readiness';
import type { SuiteDefinition } from '#core/suite';
import { readChecklist } from '#engines/data-quality/read-checklist';
import { FAULTS, KEYS_DEFAULT, startQuotes, type FaultName } from '../../examples/tiers/server.ts';
import { FOUND, type Found } from './tiers-findings.ts';
import { readSuite, runAgainst } from './run-suite-files.ts';

const folder = path.resolve(import.meta.dirname, '../../examples/tiers');
const suites = ['tiers', 'payments', 'headers'].map((name) => readSuite(path.join(folder, 'suites', `${name}.yaml`)));
const load = readSuite(path.join(folder, 'suites', 'load.yaml'));
const written = parse(readFileSync(path.join(folder, 'environment.yaml'), 'utf8')) as EnvironmentDefinition;
const SECRETS = Object.fromEntries(
  Object.entries(KEYS_DEFAULT).map(([tier, key]) => [`assay/local/quotes#${tier}`, key]),
);

const environmentAt = (url: string): EnvironmentDefinition => ({
  ...written,
  targets: { default: url },
  secrets: Object.fromEntries(
    Object.entries(written.secrets ?? {}).map(([name, secret]) => [name, { ...secret, hosts: [new URL(url).host] }]),
  ),
});

let runs = 0;
const run = async (faults: readonly FaultName[], of = suites): Promise<CaseResult[]> => {
  const server = await startQuotes({ faults });
  runs += 1;
  try {
    return await runAgainst(of, environmentAt(server.url), SECRETS, { runId: `r${String(runs).padStart(26, '0')}` });
  } finally {
    await server.close();
  }
};

/** `suite/case[row]` of what did not just pass, with its first failed check. */
const foundBy = (results: readonly CaseResult[]): Found =>
  Object.fromEntries(
    results
      .filter(({ verdict, warnings, flaky }) => verdict !== 'passed' || flaky || warnings.length > 0)
      .map(({ suite, case: id, row, tries, verdict, warnings }) => {
        const last = tries.at(-1);
        const check = last?.checks.find(({ passed, warn }) => !passed && warn !== true)?.check;
        const name = `${suite.split('.')[1] ?? ''}/${id}${row === undefined ? '' : `[${row.name ?? String(row.number)}]`}`;
        return [name, check ?? last?.failure?.message ?? `${verdict} ${warnings.map(({ message }) => message).join()}`];
      }),
  );

test('without a fault every case passes, and the API is ready', async () => {
  const results = await run([]);
  const { checklist, problems } = readChecklist(readFileSync(path.join(folder, 'readiness.yaml'), 'utf8'));

  expect([foundBy(results), problems]).toEqual([{}, []]);
  if (checklist === undefined) throw new Error('the checklist is one');
  const asLoaded = {
    suite: 'quotes.load',
    case: 'short-users',
    tags: [],
    verdict: 'passed',
    flaky: false,
    advisory: false,
    warnings: [],
  } as const;
  const nowMs = Date.UTC(2026, 10, 21);
  expect(scoreReadiness(checklist, [...results, asLoaded], nowMs)).toMatchObject({
    verdict: 'ready',
    score: 100,
    itemsWithoutCase: [],
    casesWithoutItem: [],
  });
  expect(scoreReadiness(checklist, results, nowMs)).toMatchObject({
    verdict: 'not-ready',
    itemsWithoutCase: ['busy-day'],
  });
}, 120_000);

const UNDER_LOAD: { readonly [fault in FaultName]?: readonly string[] } = {
  'slow-reports': ['p95 of "reports" < 800 ms'],
  'slow-quotes': ['p95 of "quotes" < 500 ms'],
  'slow-quote': ['p95 of "quote" < 300 ms'],
  'errors-under-load': ['errorRate < 0.05'],
};
const faults = (Object.keys(FAULTS) as FaultName[]).filter((fault) => UNDER_LOAD[fault] === undefined);

const withoutMatrix = (suite: SuiteDefinition): SuiteDefinition => ({
  ...suite,
  cases: suite.cases.filter(({ id }) => id !== 'matrix'),
});

test.each(faults)(
  '%s is found by the right case for the right reason',
  async (fault) => {
    const [id = '', reason = ''] = FOUND[fault] ?? [];
    // The matrix takes seconds: it is left out where a fault has nothing to do with tiers.
    const of = id.startsWith('tiers/') ? suites : suites.map(withoutMatrix);
    const found = foundBy(await run([fault], of));
    expect(Object.keys(found)).not.toEqual([]);

    expect(Object.keys(found).filter((name) => !name.startsWith(id))).toEqual([]);
    expect(Object.values(found).join('\n')).toContain(reason);
  },
  120_000,
);

/** Thresholds that do not hold. Whether a busy machine could make the load is another question, which the load answers by itself. */
const underLoad = async (wanted: readonly FaultName[]): Promise<readonly string[]> => {
  const child = spawn(process.execPath, [path.join(folder, 'server.ts')], {
    env: { ...process.env, ASSAY_QUOTES_FAULTS: wanted.join(',') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const url = line.toString('utf8').trim().replace('listening ', '');
    const [result] = await runAgainst([load], environmentAt(url), SECRETS);
    const checks = result?.tries[0]?.checks ?? [];
    const thresholds = checks.filter(({ check }) => /^(?:p95|errorRate)/u.test(check));
    if (thresholds.length !== 4) throw new Error(`expected four thresholds, got ${JSON.stringify(checks)}`);
    return thresholds.filter(({ passed }) => !passed).map(({ check }) => check);
  } finally {
    child.kill();
  }
};

// How quick the server is says something of the machine that the tests run on, so only what a fault adds is asked for.
test('under 50 to 200 users errors are found where there are some, and each endpoint that is slow', async () => {
  const errors = UNDER_LOAD['errors-under-load'] ?? [];
  const slow = ['slow-reports', 'slow-quotes', 'slow-quote'] as const;

  expect((await underLoad([])).filter((check) => errors.includes(check))).toEqual([]);
  expect(await underLoad(['errors-under-load'])).toEqual(expect.arrayContaining([...errors]));
  expect(await underLoad(slow)).toEqual(expect.arrayContaining(slow.flatMap((fault) => UNDER_LOAD[fault] ?? [])));
}, 120_000);
