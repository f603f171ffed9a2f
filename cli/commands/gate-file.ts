import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { fileFailure, usageFailure } from '../cli-failure.ts';
import type { World } from '../world.ts';

/** Gate rules from a YAML or JSON file; the plane checks their fields. @throws CliFailure usage */
export const readGateFile = async (world: World, file: string): Promise<object> => {
  let text: string;
  try {
    text = await readFile(path.resolve(world.cwd, file), 'utf8');
  } catch (error) {
    throw fileFailure('read', file, error);
  }
  const document = parseDocument(text);
  const [first] = document.errors;
  if (first !== undefined) throw usageFailure(`${file} is not YAML or JSON: ${first.message}`);
  const value: unknown = document.toJS({ maxAliasCount: 100 });
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw usageFailure(`${file} must hold an object of gate rules`);
  return value;
};
