import type { Command } from 'commander';
import { Option } from 'commander';
import { makeContext, withExamples, type CommandContext, type Outcome } from '../command-context.ts';
import { CliFailure, usageFailure } from '../cli-failure.ts';
import { EXIT } from '../exit-codes.ts';
import { findFiles, readFound } from '../push/find-files.ts';
import { fileProblemsText, problemCount } from '../render/file-problems.ts';
import { counted } from '../render/table.ts';
import type { World } from '../world.ts';
import { dotOf, mermaidOf } from './draw-graph.ts';
import { graphView, type GraphView } from './graph-view.ts';

const DRAWN = {
  mermaid: mermaidOf,
  dot: dotOf,
  json: (view: GraphView) => `${JSON.stringify(view, null, 2)}\n`,
} as const;

interface GraphFlags {
  readonly format: keyof typeof DRAWN;
  readonly color?: boolean;
}

const suiteGraph = async (context: CommandContext, file: string, { format }: GraphFlags): Outcome => {
  const { cwd } = context.world;
  const read = await readFound(cwd, await findFiles(cwd, [file]));
  if (problemCount(read) > 0) {
    context.note(fileProblemsText(read, context.notePaint));
    throw new CliFailure(EXIT.usage, 'nothing was drawn', `${counted(problemCount(read), 'problem')} in the file`, {
      hint: 'repair it and try again',
    });
  }
  const suites = read.filter((one) => one.kind === 'suite');
  const [suite] = suites;
  if (suite === undefined || suites.length > 1)
    throw usageFailure(`expected one suite, got ${counted(suites.length, 'suite')} in ${file}`);
  context.out(DRAWN[format](graphView(suite.definition)));
  return EXIT.ok;
};

/** `assay suite graph` */
export const addSuiteGraph = (parent: Command, world: World, finish: (outcome: Outcome) => Promise<void>): void => {
  const command = parent
    .command('graph')
    .description('Draw which case needs which: kinds, variables, flows, stages.')
    .argument('<file>', 'suite, YAML or JSON')
    .addOption(new Option('--format <name>', 'how').choices(Object.keys(DRAWN)).default('mermaid'))
    .option('--no-color', 'no colours in problems (also: NO_COLOR)');
  withExamples(command, [
    ['assay suite graph suites/checkout.yaml', 'Mermaid, for a page or a pull request'],
    ['assay suite graph suites/checkout.yaml --format dot | dot -Tsvg > checkout.svg', ''],
  ]).action((file: string, flags: GraphFlags) => finish(suiteGraph(makeContext(world, flags), file, flags)));
};
