import { stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Option } from 'commander';
import {
  makeContext,
  withCommonFlags,
  withExamples,
  type CommandContext,
  type CommonFlags,
  type Outcome,
} from '../command-context.ts';
import { CliFailure, fileFailure, usageFailure } from '../cli-failure.ts';
import { EXIT } from '../exit-codes.ts';
import { FORMATS, type Format } from '../import/detect-format.ts';
import { makeImport } from '../import/import-files.ts';
import { readSource } from '../import/read-source.ts';
import { secretVariable } from '../laptop/laptop-secrets.ts';
import { makeFolder } from '../make-folder.ts';
import { readCatalogFile } from '../push/catalog-file.ts';
import { fileProblemsText } from '../render/file-problems.ts';
import { counted } from '../render/table.ts';
import { nodeOf, readDocument } from '../starter/document.ts';
import { operationsOf } from '../starter/operations.ts';
import { baseUrl, makeStarter, type Starter } from '../starter/starter-files.ts';
import type { Register } from '../run-cli.ts';

interface InitFlags extends CommonFlags {
  readonly dir: string;
  readonly from?: Format;
  readonly environment?: readonly string[];
  readonly service?: string;
  readonly target?: string;
  readonly force?: boolean;
}

const exists = async (file: string): Promise<boolean> => {
  try {
    await stat(file);
    return true;
  } catch {
    return false;
  }
};

/** What init writes has to be what push takes; anything else is our fault and is said before a file is written. */
const checkStarter = (starter: Starter, context: CommandContext): void => {
  const invalid = starter.files
    .map(({ path: file, text }) => readCatalogFile(text, file))
    .filter((one) => one.kind === 'invalid');
  if (invalid.length === 0) return;
  context.note(fileProblemsText(invalid, context.notePaint));
  throw new CliFailure(EXIT.bug, 'init', 'the suites made from this are not valid; nothing was written', {
    hint: 'report it with what they were made from',
  });
};

const writeStarter = async (starter: Starter, folder: string, shown: string, force: boolean): Promise<void> => {
  const taken: string[] = [];
  for (const file of starter.files) if (await exists(path.join(folder, file.path))) taken.push(`${shown}/${file.path}`);
  if (taken.length > 0 && !force) {
    const more = taken.length > 3 ? ` and ${String(taken.length - 3)} more` : '';
    throw usageFailure(
      `${taken.slice(0, 3).join(', ')}${more} would be overwritten`,
      'choose another --dir, or overwrite with --force',
    );
  }
  for (const file of starter.files) {
    const target = path.join(folder, file.path);
    try {
      await makeFolder(path.dirname(target));
      await writeFile(target, file.text, { flag: force ? 'w' : 'wx' });
    } catch (error) {
      throw fileFailure('write', `${shown}/${file.path}`, error);
    }
  }
};

interface Made {
  readonly starter: Starter;
  /** What it was made from: `11 operations`. */
  readonly counted: string;
  readonly operations: number;
}

const fromDocument = async (
  file: string,
  cwd: string,
  options: Pick<InitFlags, 'service' | 'target'>,
): Promise<Made> => {
  const document = await readDocument(path.resolve(cwd, file), file);
  const operations = operationsOf(document);
  if (operations.length === 0) {
    const webhooks = Object.keys(nodeOf(document.root['webhooks'])).length;
    throw usageFailure(
      `${file} describes no operations${webhooks === 0 ? '' : `, only ${counted(webhooks, 'webhook')}, which the API sends itself`}: there is nothing to call`,
    );
  }
  return {
    starter: makeStarter(document, operations, options),
    counted: counted(operations.length, 'operation'),
    operations: operations.length,
  };
};

const make = async (context: CommandContext, sources: readonly string[], flags: InitFlags): Promise<Made> => {
  const { world } = context;
  const options = {
    ...(flags.service === undefined ? {} : { service: flags.service }),
    ...(flags.target === undefined ? {} : { target: flags.target }),
  };
  const read = await readSource(world, sources, flags.from, flags.environment ?? []);
  if (read.format === 'openapi') return fromDocument(read.file, world.cwd, options);
  const { calls } = read.imported;
  return {
    starter: makeImport(read.imported, options),
    counted: counted(calls.length, 'request'),
    operations: calls.length,
  };
};

const checkFlags = (flags: InitFlags): void => {
  if (flags.service !== undefined && !/^[a-z0-9][a-z0-9-]{0,62}$/.test(flags.service)) {
    throw usageFailure(`--service must be lower-case letters, digits and hyphens, got ${flags.service}`);
  }
  if (flags.target !== undefined && baseUrl(flags.target) === undefined) {
    throw usageFailure(`--target must be an http or https URL, got ${flags.target}`);
  }
};

const repeated = (file: string, files: readonly string[] = []): string[] => [...files, file];

/** How to run what was written: on this machine, and on a plane. */
const nextText = ({ service, secrets }: Starter, folder: string): string => {
  const [first] = secrets;
  const names = secrets.slice(0, 3).map(secretVariable).join(', ');
  const more = secrets.length > 3 ? ` and ${String(secrets.length - 3)} more` : '';
  const set =
    first === undefined
      ? ''
      : ` (set ${names}${more} before, or put lines such as ${first}=… into a file for --secrets)`;
  return [
    `next: assay test ${folder}${set}\n`,
    `or, on a plane: assay push ${folder} && assay run --service ${service} --wait\n`,
  ].join('');
};

const init = async (context: CommandContext, sources: readonly string[], flags: InitFlags): Outcome => {
  const { world, paint } = context;
  checkFlags(flags);
  const { starter, counted: what, operations } = await make(context, sources, flags);
  checkStarter(starter, context);
  await writeStarter(starter, path.resolve(world.cwd, flags.dir), flags.dir, flags.force === true);
  const cases = starter.suites.reduce((sum, suite) => sum + suite.cases.length, 0);
  if (context.json) {
    const { service, environment, target, remarks } = starter;
    context.outJson({
      service,
      environment,
      target,
      operations,
      cases,
      files: starter.files.map((one) => `${flags.dir}/${one.path}`),
      remarks,
    });
    return EXIT.ok;
  }
  for (const one of starter.files) context.out(`${paint.green('wrote')}  ${flags.dir}/${one.path}\n`);
  context.out(
    `${what}, ${counted(starter.suites.length, 'suite')}, ${counted(cases, 'case')}; target ${starter.target}\n`,
  );
  for (const remark of starter.remarks) context.out(`${paint.yellow('note:')} ${remark}\n`);
  context.out(nextText(starter, flags.dir));
  return EXIT.ok;
};

/** `assay init` */
export const addInit: Register = (program, world, finish) => {
  const command = program
    .command('init')
    .description(
      'Write a service, an environment and suites for an OpenAPI document (2.0, 3.0, 3.1, 3.2), a Postman collection, an HTTP archive or curl commands.',
    )
    .argument('<source...>', 'file (- reads standard input); with --from curl also the command itself')
    .addOption(new Option('--from <format>', 'what it is (default: told by its content)').choices(FORMATS))
    .option('-e, --environment <file>', 'exported Postman environment or globals; may be repeated', repeated)
    .option('-d, --dir <folder>', 'where to', 'assay')
    .option('--service <id>', 'id of the service (default: from the title)')
    .option('--target <url>', 'where the API runs (default: the first server, or where most requests go)')
    .option('--force', 'overwrite files that are there');
  withExamples(withCommonFlags(command), [
    ['assay init openapi.yaml', 'into assay/'],
    ['assay init openapi.yaml --service shop --target https://shop.test.example.com', ''],
    ['assay init shop.postman_collection.json -e test.postman_environment.json', ''],
    ['assay init recording.har', ''],
    ["assay init --from curl 'curl https://shop.test.example.com/items'", ''],
  ]).action((sources: string[], flags: InitFlags) => finish(init(makeContext(world, flags), sources, flags)));
};
