import type { CaseResult } from '#core/case-result';
import type { EnvironmentDefinition } from '#core/environment';
import { harOf } from '#core/har';
import { junitXml } from '#core/junit';
import { countCases } from '#core/merge-results';
import { ctrfDocument } from '#core/report/ctrf';
import { htmlReport } from '#core/report/html/html-report';
import { markdownSummary } from '#core/report/markdown';
import type { RunReport } from '#core/report/run-report';
import { sarifLog } from '#core/sarif';
import type { CommandContext } from '../command-context.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { LoadedSuite } from './load-suites.ts';
import { REPORT_FLAGS, writeReport } from './report-places.ts';
import type { ReportFlags } from './report-places.ts';
import type { LaptopRun } from './run-laptop.ts';

export interface ReportFacts {
  readonly run: LaptopRun;
  readonly results: readonly CaseResult[];
  readonly suites: readonly LoadedSuite[];
  readonly environment: EnvironmentDefinition;
  readonly exitCode: ExitCode;
  /** Text with every secret that is known now hidden. */
  readonly mask: (text: string) => string;
}

const iso = (epochMs: number): string => new Date(epochMs).toISOString();

/** A secret can become known after a result was recorded: masked once more. Should that break the JSON, the result is left out. */
const masked = (result: CaseResult, mask: (text: string) => string): CaseResult | undefined => {
  try {
    return JSON.parse(mask(JSON.stringify(result))) as CaseResult;
  } catch {
    return undefined;
  }
};

/** The report as layers/contracts/test-report.schema.json describes it. */
export const testReport = ({ run, results, suites, environment, exitCode }: ReportFacts, version: string) => ({
  schema: 'assay/test-report/v1' as const,
  assay: version,
  runId: run.runId,
  seed: run.seed,
  startedAt: iso(run.startedAtEpochMs),
  endedAt: iso(run.endedAtEpochMs),
  durationMs: Math.max(0, run.endedAtEpochMs - run.startedAtEpochMs),
  environment: { name: environment.name, targets: environment.targets },
  exitCode,
  stopped: run.stopped ?? null,
  gate: {
    ...run.gate,
    reasons: run.gate.reasons.map(({ evidence: _ofThePlane, ...reason }) => reason),
  },
  suites: suites.map(({ id, file }) => ({
    id,
    file,
    counts: countCases(run.cases.filter((entry) => entry.suite === id)),
  })),
  missing: run.missing,
  results,
});

const reportOfLaptop = ({ run, environment, suites }: ReportFacts): RunReport => ({
  runId: run.runId,
  name: 'assay test',
  service: suites[0]?.definition.service ?? '',
  version: null,
  environment: environment.name,
  gate: run.gate,
  cases: run.cases,
  missing: run.missing,
  lostShards: [],
});

const asJson = (value: unknown, indent: number): string => `${JSON.stringify(value, null, indent)}\n`;

type Make = (facts: ReportFacts, version: string) => string;

/** What each flag writes. Texts are masked before markup is made of them, results before they come here. */
const MAKE: { readonly [flag in (typeof REPORT_FLAGS)[number]]: Make } = {
  junit: ({ run }) => {
    const { runId, gate, cases, missing } = run;
    return junitXml({ runId, name: 'assay test', gate, cases, missing });
  },
  har: ({ results }, version) => asJson(harOf(results, { name: 'assay', version }), 1),
  ctrf: (facts, version) => asJson(ctrfDocument(reportOfLaptop(facts), { name: 'assay', version }), 2),
  sarif: ({ run }, version) => asJson(sarifLog(run.cases, version), 2),
  html: (facts) => htmlReport(reportOfLaptop(facts)),
  markdown: (facts) => markdownSummary(reportOfLaptop(facts)),
  json: (facts, version) => asJson(testReport(facts, version), 2),
};

/** Writes what was asked for. @throws CliFailure usage when a file cannot be written */
export const writeReports = async (context: CommandContext, flags: ReportFlags, facts: ReportFacts): Promise<void> => {
  const { mask } = facts;
  const results = facts.results.flatMap((result) => masked(result, mask) ?? []);
  const { version } = context.world;
  for (const name of REPORT_FLAGS) {
    const file = flags[name];
    if (file === undefined) continue;
    const text = MAKE[name]({ ...facts, results }, version);
    // Results were masked one by one; what is made of the run is masked as a whole.
    await writeReport(context, file, name === 'har' || name === 'json' ? text : mask(text));
  }
};
