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
import { findEnvironment, laptopEnvironment, variablesOf, type EnvironmentFlags } from './laptop-environment.ts';
import type { LaptopSecrets } from './laptop-secrets.ts';
import { missingNames } from './missing-names.ts';

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
}

type SuiteFile = Extract<CatalogFile, { kind: 'suite' }>;
const isSuite = (one: CatalogFile): one is SuiteFile => one.kind === 'suite';

const refuseProblems = (files: readonly CatalogFile[], context: CommandContext, hint: string): void => {
  const problems = problemCount(files);
  if (problems === 0) return;
  context.note(fileProblemsText(files, context.notePaint));
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

/**
 * Reads suites and their environment and checks everything that can be checked before the first request.
 *
 * @param names files, or folders that hold some
 * @throws CliFailure usage with every problem and its place
 */
export const loadSuites = async (
  context: CommandContext,
  names: readonly string[],
  flags: EnvironmentFlags,
  secrets: LaptopSecrets,
): Promise<Loaded> => {
  const { world } = context;
  const read = await readFound(world.cwd, await findFiles(world.cwd, names));
  const environmentFile = await findEnvironment(world, read, flags.environment);
  const isBeside = environmentFile !== undefined && !read.some((one) => one.file === environmentFile.file);
  // Environments that are not used may define the same: nobody asked for them.
  const files = [...read, ...(isBeside ? [environmentFile] : [])].filter(
    (one) => one.kind !== 'environment' || one.file === environmentFile?.file,
  );
  refuseProblems([...files, ...duplicateProblems(files)], context, 'repair them and try again');
  const found = read.filter(isSuite);
  if (found.length === 0)
    throw usageFailure(
      `no suite (a file with cases) in ${names.join(', ')}`,
      '`assay init openapi.yaml` writes a first set',
    );
  const suites = withVariables(found, flags.var ?? []);
  const definition = environmentFile?.kind === 'environment' ? environmentFile.definition : undefined;
  const used = new Set(suites.flatMap((one) => one.definition.uses ?? []));
  const environment = laptopEnvironment(definition, flags, used, secrets);
  const missing = await missingNames(world.cwd, suites, environment);
  const [first] = missing.flatMap((one) => one.names);
  const hint = first === undefined ? '' : `for a variable: --var ${first}=…; for a secret: ${secrets.placeFor(first)}`;
  refuseProblems(missing, context, hint);
  return {
    suites: suites.map(({ id, file, definition: suite, reads }) => ({ id, file, definition: suite, reads })),
    environment,
    ...(environmentFile === undefined ? {} : { environmentFile: environmentFile.file }),
    remarks: `${leftOutText(read, context.notePaint)}${warningsText(read, context.notePaint)}`,
  };
};
