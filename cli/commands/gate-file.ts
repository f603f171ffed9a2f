import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isJsonObject } from '#core/json-types';
import type { SourcePlace } from '#core/suite';
import type { Json } from '#core/units';
import { formatFileProblem } from '#engines/suite-file/parse-suite';
import { readYaml } from '#engines/suite-file/read-yaml';
import { CliFailure, fileFailure, usageFailure } from '../cli-failure.ts';
import type { World } from '../world.ts';

/** Gate rules as their file has them. */
export interface GateFile {
  readonly rules: { readonly [name: string]: Json };
  /** Line and column of a place that the plane names in the body of a run. */
  readonly placeOf: (pointer: string) => SourcePlace;
}

const IN_BODY = '/gate';

/** Gate rules from a YAML or JSON file; the plane checks their fields. @throws CliFailure usage */
export const readGateFile = async (world: World, file: string): Promise<GateFile> => {
  let text: string;
  try {
    text = await readFile(path.resolve(world.cwd, file), 'utf8');
  } catch (error) {
    throw fileFailure('read', file, error);
  }
  if (text.trim() === '') throw usageFailure(`${file} must hold an object of gate rules, got an empty file`);
  const { value, problems, placeOf } = readYaml(text, file);
  const [first] = problems;
  if (first !== undefined) throw usageFailure(formatFileProblem(first));
  if (!isJsonObject(value)) throw usageFailure(`${file} must hold an object of gate rules`);
  return { rules: value, placeOf: (pointer) => placeOf(pointer.slice(IN_BODY.length), 'key') };
};

const isInGate = (pointer: string): boolean => pointer === IN_BODY || pointer.startsWith(`${IN_BODY}/`);

/** What the plane refused, with file, line and column for places within the gate rules. */
export const withGatePlaces = (error: unknown, gate: GateFile | undefined): unknown => {
  if (gate === undefined || !(error instanceof CliFailure)) return error;
  const pointers = error.extra.pointers?.map(({ pointer, reason }) => {
    if (!isInGate(pointer)) return { pointer, reason };
    const { file, line, column } = gate.placeOf(pointer);
    return { pointer: `${file}:${String(line)}:${String(column)}`, reason: `${reason} (${pointer})` };
  });
  return new CliFailure(error.exit, error.title, error.message, {
    ...error.extra,
    ...(pointers === undefined ? {} : { pointers }),
    cause: error,
  });
};
