import type { CaseResult } from '#core/case-result';
import { VERDICTS } from '#core/words';
import {
  makeContext,
  withExamples,
  withPlane,
  withPlaneFlags,
  type CommandContext,
  type Outcome,
  type PlaneFlags,
} from '../command-context.ts';
import { usageFailure } from '../cli-failure.ts';
import { EXIT } from '../exit-codes.ts';
import { writeJunit } from '../follow/report-run.ts';
import { writeHar } from '../follow/write-har.ts';
import { writeReport } from '../follow/write-report.ts';
import type { PlaneClient } from '../plane/plane-client.ts';
import { fetchAnswer, type ResultPage } from '../plane/wire.ts';
import { caseText } from '../render/case-text.ts';
import { plainText } from '../render/paint.ts';
import { counted, duration, table } from '../render/table.ts';
import type { Register } from '../run-cli.ts';
import { runIdArgument } from './option-values.ts';

interface ResultsFlags extends PlaneFlags {
  readonly verdict?: string;
  readonly suite?: string;
  readonly details?: boolean;
  readonly junit?: string;
  readonly har?: string;
  readonly ctrf?: string;
  readonly sarif?: string;
  readonly markdown?: string;
}

interface Results {
  readonly items: readonly CaseResult[];
  readonly complete: boolean;
}

const fetchResults = async (client: PlaneClient, runId: string, flags: ResultsFlags): Promise<Results> => {
  const items: CaseResult[] = [];
  let cursor: string | undefined;
  let complete = true;
  do {
    const query = { verdict: flags.verdict, suite: flags.suite, limit: 200, cursor };
    const page: ResultPage = await fetchAnswer(
      client,
      { method: 'GET', path: `/tests/run/${runId}/results`, query },
      'ResultList',
    );
    items.push(...page.items);
    complete = page.complete !== false;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return { items, complete };
};

const reasonOf = (result: CaseResult): string => {
  const last = result.tries.at(-1);
  return (
    result.because?.reason ??
    last?.failure?.message ??
    last?.checks.find((check) => !check.passed)?.check ??
    (result.flaky ? 'flaky' : '')
  );
};

const resultsText = (context: CommandContext, { items, complete }: Results, details: boolean): string => {
  const incomplete = complete ? '' : context.paint.yellow('more may come: shards are still running\n');
  if (items.length === 0) return `no results\n${incomplete}`;
  const rows = items.map((result) => [
    result.verdict.padEnd(7),
    `${result.suite}/${result.case}`,
    duration(result.durationMs),
    plainText(reasonOf(result)),
  ]);
  const body = details ? items.map((result) => `${caseText(result, context.paint)}\n`).join('') : table(rows);
  return `${body}${counted(items.length, 'case')}\n${incomplete}`;
};

const results = (context: CommandContext, runId: string, flags: ResultsFlags): Outcome => {
  if (flags.verdict !== undefined && !VERDICTS.some((verdict) => verdict === flags.verdict)) {
    throw usageFailure(`--verdict must be one of ${VERDICTS.join(', ')}, got ${flags.verdict}`);
  }
  return withPlane(context, flags, async (client) => {
    const found = await fetchResults(client, runId, flags);
    if (context.json) context.outJson(found);
    else context.out(resultsText(context, found, flags.details === true));
    if (flags.junit !== undefined) await writeJunit(client, context, runId, flags.junit);
    if (flags.har !== undefined) await writeHar(context, found.items, flags.har);
    for (const form of ['ctrf', 'sarif', 'markdown'] as const) {
      const file = flags[form];
      if (file !== undefined) await writeReport(client, context, { runId, form, file });
    }
    return EXIT.ok;
  });
};

/** `assay results` */
export const addResults: Register = (program, world, finish) => {
  const command = program
    .command('results')
    .description('List the cases of a run with their verdicts.')
    .argument('<run>', 'run id', runIdArgument)
    .option('--verdict <verdict>', VERDICTS.join(', '))
    .option('--suite <id>', 'only of this suite')
    .option('--details', 'with every failed check: expected, got and where')
    .option('--junit <file>', 'also write a JUnit file')
    .option('--har <file>', 'also write the requests as HAR 1.2')
    .option('--ctrf <file>', 'also write a CTRF report, of a judged run')
    .option('--sarif <file>', 'also write its findings as SARIF 2.1.0')
    .option('--markdown <file>', 'also write its summary for a pull request');
  withExamples(withPlaneFlags(command), [
    ['assay results r0123…', 'all cases'],
    ['assay results r0123… --verdict failed --details', 'what failed and why'],
    ['assay results r0123… --json', 'with requests, answers and every try'],
  ]).action((runId: string, flags: ResultsFlags) => finish(results(makeContext(world, flags), runId, flags)));
};
