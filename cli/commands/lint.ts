import {
  makeContext,
  withCommonFlags,
  withExamples,
  type CommandContext,
  type CommonFlags,
  type Outcome,
} from '../command-context.ts';
import { usageFailure } from '../cli-failure.ts';
import { EXIT } from '../exit-codes.ts';
import { environmentsBeside } from '../laptop/laptop-environment.ts';
import { unknownTargetProblems } from '../laptop/unknown-targets.ts';
import type { CatalogFile } from '../push/catalog-file.ts';
import { duplicateProblems, findFiles, readFound } from '../push/find-files.ts';
import { fileProblemsText, leftOutText, problemCount, warningsText } from '../render/file-problems.ts';
import { counted } from '../render/table.ts';
import type { Register } from '../run-cli.ts';

interface LintFlags extends CommonFlags {
  readonly keepGoing?: boolean;
}

/** Targets that suites send to and none of the environments beside them has. */
const targetProblems = async (cwd: string, read: readonly CatalogFile[]): Promise<CatalogFile[]> => {
  const environments = (await environmentsBeside(cwd, read)).filter((one) => one.kind === 'environment');
  if (environments.length === 0) return [];
  const targets = new Set(environments.flatMap(({ definition }) => Object.keys(definition.targets)));
  const problems: CatalogFile[] = [];
  for (const one of read) {
    const found = one.kind === 'suite' ? await unknownTargetProblems(cwd, one, targets) : [];
    if (found.length > 0) problems.push({ kind: 'invalid', file: one.file, problems: found });
  }
  return problems;
};

const lint = async (context: CommandContext, names: readonly string[], flags: LintFlags): Outcome => {
  const { cwd } = context.world;
  const options = { keepGoing: flags.keepGoing === true };
  const read = await readFound(cwd, await findFiles(cwd, names, options), options);
  const files = [...read, ...duplicateProblems(read), ...(await targetProblems(cwd, read))];
  context.note(leftOutText(files, context.notePaint));
  context.note(warningsText(files, context.notePaint));
  const checked = read.filter((one) => one.kind !== 'other');
  if (checked.length === 0)
    throw usageFailure(
      `no suite, environment or service in ${names.join(', ')}`,
      'name YAML or JSON files, or folders that hold some',
    );
  const problems = problemCount(files);
  if (context.json) {
    context.outJson({
      files: checked.map((one) =>
        one.kind === 'invalid' ? { file: one.file, kind: null } : { file: one.file, kind: one.kind, id: one.id },
      ),
      problems: files
        .flatMap((one) => (one.kind === 'invalid' ? one.problems : []))
        .map(({ place, pointer, message }) => ({ ...place, pointer, message })),
    });
  } else {
    context.out(fileProblemsText(files, context.paint));
    const cases = read.reduce((sum, one) => sum + (one.kind === 'suite' ? one.definition.cases.length : 0), 0);
    const suites = read.filter((one) => one.kind === 'suite').length;
    const summary = `${counted(checked.length, 'file')}, ${counted(suites, 'suite')}, ${counted(cases, 'case')}`;
    context.out(
      problems === 0
        ? `${context.paint.green('ok')}  ${summary}\n`
        : `${context.paint.red(counted(problems, 'problem'))} in ${summary}\n`,
    );
  }
  return problems === 0 ? EXIT.ok : EXIT.gateShut;
};

/** `assay lint` */
export const addLint: Register = (program, world, finish) => {
  const command = program
    .command('lint')
    .description('Check suites, environments and services without a plane. Exit code 1 when something is wrong.')
    .argument('<files...>', 'files, or folders that hold them')
    .option('--keep-going', 'count a file that cannot be read as a problem, and check the others');
  withExamples(withCommonFlags(command), [
    ['assay lint assay/', 'a folder'],
    ['assay lint suites/checkout.yaml', 'one file'],
  ]).action((names: readonly string[], flags: LintFlags) => finish(lint(makeContext(world, flags), names, flags)));
};
