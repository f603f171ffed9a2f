import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CaseResult } from '#core/case-result';
import type { EnvironmentDefinition } from '#core/environment';
import { harOf } from '#core/har';
import { junitXml } from '#core/junit';
import { countCases } from '#core/merge-results';
import { fileFailure } from '../cli-failure.ts';
import type { CommandContext } from '../command-context.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { LoadedSuite } from './load-suites.ts';
import type { LaptopRun } from './run-laptop.ts';

/** Files that a run shall leave; `-` is stdout. */
export interface ReportFlags {
  readonly junit?: string;
  readonly json?: string;
  readonly har?: string;
}

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

const write = async (context: CommandContext, file: string, text: string): Promise<void> => {
  if (file === '-') {
    context.world.stdout.write(text);
    return;
  }
  const place = path.resolve(context.world.cwd, file);
  try {
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, text);
  } catch (error) {
    throw fileFailure('write', file, error);
  }
};

/** Finds out before the run, not after it, that a report could not be written. @throws CliFailure usage */
export const checkReportPlaces = async (context: CommandContext, { junit, json, har }: ReportFlags): Promise<void> => {
  for (const file of [junit, json, har]) if (file !== undefined && file !== '-') await write(context, file, '');
};

/** Writes what was asked for. @throws CliFailure usage when a file cannot be written */
export const writeReports = async (context: CommandContext, flags: ReportFlags, facts: ReportFacts): Promise<void> => {
  const { run, mask } = facts;
  const results = facts.results.flatMap((result) => masked(result, mask) ?? []);
  const { version } = context.world;
  if (flags.junit !== undefined) {
    const { runId, gate, cases, missing } = run;
    await write(context, flags.junit, mask(junitXml({ runId, name: 'assay test', gate, cases, missing })));
  }
  if (flags.har !== undefined)
    await write(context, flags.har, `${JSON.stringify(harOf(results, { name: 'assay', version }), null, 1)}\n`);
  if (flags.json !== undefined)
    await write(context, flags.json, `${JSON.stringify(testReport({ ...facts, results }, version), null, 2)}\n`);
};
