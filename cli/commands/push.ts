import {
  makeContext,
  withExamples,
  withPlane,
  withPlaneFlags,
  type CommandContext,
  type Outcome,
  type PlaneFlags,
} from '../command-context.ts';
import { CliFailure, usageFailure } from '../cli-failure.ts';
import { EXIT } from '../exit-codes.ts';
import type { CatalogFile } from '../push/catalog-file.ts';
import { duplicateProblems, findFiles, readFound } from '../push/find-files.ts';
import { pushFiles, type Pushable, type Pushed } from '../push/push-files.ts';
import { fileProblemsText, leftOutText, problemCount } from '../render/file-problems.ts';
import type { Paint } from '../render/paint.ts';
import { counted } from '../render/table.ts';
import type { Register } from '../run-cli.ts';

const isPushable = (one: CatalogFile): one is Pushable => one.kind !== 'other' && one.kind !== 'invalid';

const changeText = (change: Pushed['change'], paint: Paint): string => {
  const text = change.padEnd(9);
  if (change === 'created') return paint.green(text);
  return change === 'updated' ? paint.cyan(text) : paint.dim(text);
};

const push = async (context: CommandContext, names: readonly string[], flags: PlaneFlags): Outcome => {
  const { cwd } = context.world;
  const read = await readFound(cwd, await findFiles(cwd, names.length === 0 ? ['.'] : names));
  const files = [...read, ...duplicateProblems(read)];
  context.note(leftOutText(files, context.notePaint));
  if (problemCount(files) > 0) {
    context.note(fileProblemsText(files, context.notePaint));
    throw new CliFailure(EXIT.usage, 'nothing was pushed', `${counted(problemCount(files), 'problem')} in the files`, {
      hint: 'repair them and push again; `assay lint` checks without a plane',
    });
  }
  const pushable = read.filter(isPushable);
  if (pushable.length === 0) {
    throw usageFailure(
      `no suite, environment or service in ${names.length === 0 ? 'this folder' : names.join(', ')}`,
      '`assay init openapi.yaml` writes a first set',
    );
  }
  return withPlane(context, flags, async (client, agent) => {
    const pushed: Pushed[] = [];
    await pushFiles(client, agent, pushable, (one) => {
      pushed.push(one);
      if (!context.json)
        context.out(
          `${changeText(one.change, context.paint)}  ${one.kind.padEnd(11)}  ${one.id}  ${context.paint.dim(one.file)}\n`,
        );
    });
    if (context.json) context.outJson({ pushed });
    return EXIT.ok;
  });
};

/** `assay push` */
export const addPush: Register = (program, world, finish) => {
  const command = program
    .command('push')
    .description(
      'Register environments, services and suites. Files are checked first; what they are is told by their content.',
    )
    .argument('[paths...]', 'files, or folders that hold them (default: this folder)');
  withExamples(withPlaneFlags(command), [
    ['assay push', 'everything below this folder'],
    ['assay push assay/environment.yaml assay/suites', 'some of it'],
  ]).action((names: readonly string[], flags: PlaneFlags) => finish(push(makeContext(world, flags), names, flags)));
};
