import {
  makeContext,
  withExamples,
  withPlane,
  withPlaneFlags,
  type CommandContext,
  type Outcome,
  type PlaneFlags,
} from '../command-context.ts';
import { EXIT } from '../exit-codes.ts';
import { writeReport } from '../follow/write-report.ts';
import type { Register } from '../run-cli.ts';
import { runIdArgument } from './option-values.ts';

interface ReportCommandFlags extends PlaneFlags {
  readonly html?: string;
}

const report = (context: CommandContext, runId: string, { html, ...flags }: ReportCommandFlags): Outcome =>
  withPlane(context, flags, async (client) => {
    const file = html ?? `report-${runId}.html`;
    await writeReport(client, context, { runId, form: 'html', file });
    if (context.json) context.outJson({ runId, html: file });
    return EXIT.ok;
  });

/** `assay report` */
export const addReport: Register = (program, world, finish) => {
  const command = program
    .command('report')
    .description(
      'Fetch the page of a judged run: gate result, timeline, findings, charts; it needs no network to be read.',
    )
    .argument('<run>', 'run id', runIdArgument)
    .option('--html <file>', 'where to (default: report-RUN.html)');
  withExamples(withPlaneFlags(command), [
    ['assay report r0123… --html out/report.html', 'without payload:read it holds nothing that was answered'],
  ]).action((runId: string, flags: ReportCommandFlags) => finish(report(makeContext(world, flags), runId, flags)));
};
