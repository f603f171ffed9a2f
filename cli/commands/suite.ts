import { makeContext, withExamples, type CommandContext, type Outcome } from '../command-context.ts';
import { EXIT } from '../exit-codes.ts';
import { addSuiteGraph } from '../graph/suite-graph.ts';
import type { Register } from '../run-cli.ts';

const SCHEMAS = {
  suite: () => import('../../layers/contracts/suite.schema.json', { with: { type: 'json' } }),
  report: () => import('../../layers/contracts/test-report.schema.json', { with: { type: 'json' } }),
} as const;

const schema = async (context: CommandContext, isReport: boolean): Outcome => {
  const { default: document } = await SCHEMAS[isReport ? 'report' : 'suite']();
  context.outJson(document);
  return EXIT.ok;
};

/** `assay suite` */
export const addSuite: Register = (program, world, finish) => {
  const command = program.command('suite').description('Look at suites without running them.');
  addSuiteGraph(command, world, finish);
  withExamples(
    command
      .command('schema')
      .description('Print the JSON Schema of suite files, for editors and other programs.')
      .option('--report', 'the schema of what `assay test --json` writes'),
    [['assay suite schema > .vscode/assay-suite.schema.json', 'for completion in an editor']],
  ).action((flags: { readonly report?: boolean }) => finish(schema(makeContext(world, {}), flags.report === true)));
};
