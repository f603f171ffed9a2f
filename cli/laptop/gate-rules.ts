import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { GateRules } from '#core/run';
import { readYaml } from '#engines/suite-file/read-yaml';
import { CliFailure, fileFailure } from '../cli-failure.ts';
import type { CommandContext } from '../command-context.ts';
import { EXIT } from '../exit-codes.ts';
import { definitionProblems } from '../push/definition-problems.ts';
import { fileProblemsText } from '../render/file-problems.ts';

/** Gate rules of a YAML or JSON file, checked here as the plane checks them. @throws CliFailure usage, with the places */
export const readGateRules = async (context: CommandContext, file: string): Promise<GateRules> => {
  let text: string;
  try {
    text = await readFile(path.resolve(context.world.cwd, file), 'utf8');
  } catch (error) {
    throw fileFailure('read', file, error);
  }
  const read = readYaml(text, file);
  const problems = read.value === undefined ? read.problems : definitionProblems('GateRules', read);
  if (problems.length === 0) return read.value as unknown as GateRules;
  context.note(fileProblemsText([{ kind: 'invalid', file, problems }], context.notePaint));
  throw new CliFailure(EXIT.usage, 'nothing was run', `${file} holds no gate rules`, {
    hint: 'docs/cli.md lists the rules',
  });
};
