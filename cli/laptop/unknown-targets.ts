import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isJsonObject, toPointer } from '#core/json-types';
import type { SuiteDefinition } from '#core/suite';
import { unknownTargets } from '#core/suite-targets';
import type { Json } from '#core/units';
import type { FileProblem } from '#engines/suite-file/parse-suite';
import { readYaml } from '#engines/suite-file/read-yaml';

const arrayItems = (value: Json): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);

/** The first place of a file that names this target beside a path, or as the suite's own default: fragments moved cases from where they stood. */
const placeNaming = (value: Json, name: string, at: readonly (string | number)[] = []): string | undefined => {
  if (isJsonObject(value)) {
    const isRequest = Object.hasOwn(value, 'path') || at.at(-1) === 'defaults';
    if (isRequest && value['target'] === name) return toPointer([...at, 'target']);
    for (const [field, member] of Object.entries(value)) {
      const found = field === 'json' ? undefined : placeNaming(member, name, [...at, field]);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  for (const [index, member] of arrayItems(value).entries()) {
    const found = placeNaming(member, name, [...at, index]);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Targets that a suite sends to and no environment has, each at its place in the suite's file. */
export const unknownTargetProblems = async (
  cwd: string,
  { file, definition }: { readonly file: string; readonly definition: SuiteDefinition },
  targets: Iterable<string>,
): Promise<readonly FileProblem[]> => {
  const unknown = unknownTargets(definition, targets);
  if (unknown.length === 0) return [];
  const read = readYaml(await readFile(path.resolve(cwd, file), 'utf8'), file);
  return unknown.map(({ name, pointer, message }) => {
    const named = read.value === undefined ? undefined : placeNaming(read.value, name);
    const from =
      named === undefined && pointer !== '' ? ` (in a case of a fragment, at ${pointer} of what it makes)` : '';
    return { pointer: named ?? '', place: read.placeOf(named ?? ''), message: `${message}${from}` };
  });
};
