import path from 'node:path';
import type { EnvironmentDefinition } from '#core/environment';
import type { SuiteDefinition } from '#core/suite';
import { suggestion } from '#core/nearest-name';
import { CliFailure, usageFailure } from '../cli-failure.ts';
import type { CommandContext } from '../command-context.ts';
import { EXIT } from '../exit-codes.ts';
import type { CatalogFile } from '../push/catalog-file.ts';
import { duplicateProblems, findFiles, readFound } from '../push/find-files.ts';
import { fileProblemsText, leftOutText, problemCount, warningsText } from '../render/file-problems.ts';
import { counted } from '../render/table.ts';
import {
  findEnvironment,
  laptopEnvironment,
  targetsOf,
  variablesOf,
  type EnvironmentFlags,
} from './laptop-environment.ts';
import type { LaptopSecrets } from './laptop-secrets.ts';
import { missingNames } from './missing-names.ts';
import { refuseTargets } from './refused-targets.ts';
import { unknownTargetProblems } from './unknown-targets.ts';
import { REPORT_FLAGS } from './report-places.ts';
import type { ReportFlags } from './report-places.ts';

export interface LoadedSuite {
  readonly id: string;
  readonly file: string;
  readonly definition: SuiteDefinition;
  /** Further files that went into it: fragments and rows. */
  readonly reads: readonly string[];
}

export interface Loaded {
  readonly suites: readonly LoadedSuite[];
  readonly environment: EnvironmentDefinition;
  readonly environmentFile?: string;
  /** Files that were left out, said once. */
  readonly remarks: string;
  /** Mistakes in files that were left out because others were to be run all the same. */
  readonly mistakes: number;
}

/** What the command line says of which files to run, and of what is written where. */
export interface LoadFlags extends EnvironmentFlags, ReportFlags {
  readonly keepGoing?: boolean;
}

type SuiteFile = Extract<CatalogFile, { kind: 'suite' }>;
const isSuite = (one: CatalogFile): one is SuiteFile => one.kind === 'suite';

/**
 * Tells the problems of files. They end the command, unless it is to keep going: then what they are in is left out.
 *
 * @returns how many there are
 */
const tellProblems = (
  files: readonly CatalogFile[],
  context: CommandContext,
  flags: LoadFlags,
  hint: string,
): number => {
  const problems = problemCount(files);
  if (problems === 0) return 0;
  context.note(fileProblemsText(files, context.notePaint));
  if (flags.keepGoing === true) return problems;
  throw new CliFailure(EXIT.usage, 'nothing was run', `${counted(problems, 'problem')} in the files`, { hint });
};

/** A `--var` goes over the environment's and the suite's own variables; one that nobody uses is a mistake. */
const withVariables = (suites: readonly SuiteFile[], texts: readonly string[]): readonly SuiteFile[] => {
  const given = variablesOf(texts);
  const known = new Set(
    suites.flatMap(({ definition }) => [...(definition.uses ?? []), ...Object.keys(definition.variables ?? {})]),
  );
  const stray = Object.keys(given).find((name) => !known.has(name));
  if (stray !== undefined)
    throw usageFailure(
      `no suite uses the variable "${stray}"${suggestion(stray, known)}`,
      known.size === 0 ? undefined : `they use ${[...known].sort().join(', ')}`,
    );
  return suites.map((one) => {
    const variables = one.definition.variables ?? {};
    const own = Object.entries(given).filter(([name]) => Object.hasOwn(variables, name));
    if (own.length === 0) return one;
    return { ...one, definition: { ...one.definition, variables: { ...variables, ...Object.fromEntries(own) } } };
  });
};

/** A report would take the place of a file that is read: a slip of the hand that costs a suite. */
const refuseOverwriting = ({ world }: CommandContext, files: readonly string[], flags: LoadFlags): void => {
  const placeOf = (file: string): string => path.resolve(world.cwd, file);
  const read = new Set(files.map(placeOf));
  for (const flag of REPORT_FLAGS) {
    const file = flags[flag];
    if (file !== undefined && file !== '-' && read.has(placeOf(file)))
      throw usageFailure(`--${flag} would overwrite ${file}, which is read`, 'name another file for the report');
  }
};

/** What suites need of the environment and it has not: variables, secrets, targets. */
const misfits = async (
  context: CommandContext,
  suites: readonly SuiteFile[],
  environment: EnvironmentDefinition,
): Promise<{ readonly files: readonly CatalogFile[]; readonly names: readonly string[] }> => {
  const { cwd } = context.world;
  const missing = await missingNames(cwd, suites, environment);
  const files: CatalogFile[] = [...missing];
  for (const suite of suites) {
    const problems = await unknownTargetProblems(cwd, suite, Object.keys(environment.targets));
    if (problems.length > 0) files.push({ kind: 'invalid', file: suite.file, problems });
  }
  return { files, names: missing.flatMap(({ names }) => names) };
};

const without = (suites: readonly SuiteFile[], wrong: readonly CatalogFile[]): readonly SuiteFile[] => {
  const files = new Set(wrong.filter(({ kind }) => kind === 'invalid').map(({ file }) => file));
  return suites.filter(({ file }) => !files.has(file));
};

/** An environment that is wrong leaves nothing to run, also with --keep-going. */
const usable = (found: CatalogFile | undefined): EnvironmentDefinition | undefined => {
  if (found === undefined) return undefined;
  if (found.kind === 'environment') return found.definition;
  throw new CliFailure(EXIT.usage, 'nothing was run', `${found.file} is no environment that can be used`, {
    hint: 'repair the environment and try again',
  });
};

/**
 * Reads suites and their environment and checks everything that can be checked before the first request.
 *
 * @param names files, or folders that hold some
 * @throws CliFailure usage with every problem and its place
 */
export const loadSuites = async (
  context: CommandContext,
  names: readonly string[],
  flags: LoadFlags,
  secrets: LaptopSecrets,
): Promise<Loaded> => {
  const { world } = context;
  const options = { keepGoing: flags.keepGoing === true };
  const read = await readFound(world.cwd, await findFiles(world.cwd, names, options), options);
  const environmentFile = await findEnvironment(world, read, flags.environment);
  const isBeside = environmentFile !== undefined && !read.some((one) => one.file === environmentFile.file);
  // Environments that are not used may define the same: nobody asked for them.
  const files = [...read, ...(isBeside ? [environmentFile] : [])].filter(
    (one) => one.kind !== 'environment' || one.file === environmentFile?.file,
  );
  const wrong = [...files, ...duplicateProblems(files)];
  let mistakes = tellProblems(wrong, context, flags, 'repair them and try again');
  const definition = usable(environmentFile);
  const found = without(read.filter(isSuite), wrong);
  if (found.length === 0) throw nothingToRun(names, mistakes);
  const suites = withVariables(found, flags.var ?? []);
  const used = new Set(suites.flatMap((one) => one.definition.uses ?? []));
  const environment = laptopEnvironment(definition, flags, used, secrets);
  const unfit = await misfits(context, suites, environment);
  const [first] = unfit.names;
  const hint =
    first === undefined
      ? 'targets are those of the environment file and of --target name=URL'
      : `for a variable: --var ${first}=…; for a secret: ${secrets.placeFor(first)}`;
  mistakes += tellProblems(unfit.files, context, flags, hint);
  const fit = without(suites, unfit.files);
  if (fit.length === 0) throw nothingToRun(names, mistakes);
  refuseTargets(environment, fit, Object.keys(targetsOf(flags.target ?? [])));
  refuseOverwriting(context, [...files.map(({ file }) => file), ...fit.flatMap(({ reads }) => reads)], flags);
  return {
    suites: fit.map(({ id, file, definition: suite, reads }) => ({ id, file, definition: suite, reads })),
    environment,
    ...(environmentFile === undefined ? {} : { environmentFile: environmentFile.file }),
    remarks: `${leftOutText(read, context.notePaint)}${warningsText(read, context.notePaint)}`,
    mistakes,
  };
};

const nothingToRun = (names: readonly string[], mistakes: number): CliFailure =>
  mistakes > 0
    ? new CliFailure(
        EXIT.usage,
        'nothing was run',
        `${counted(mistakes, 'problem')} in the files, and no suite without`,
        {
          hint: 'repair them and try again',
        },
      )
    : usageFailure(
        `no suite (a file with cases) in ${names.join(', ')}`,
        '`assay init openapi.yaml` writes a first set',
      );
