import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { LEAK_KINDS, type LeakKind, type LeakRules } from '#core/acts/inspect';
import { isJsonObject } from '#core/json-types';
import { nearestName } from '#core/nearest-name';
import type { Json, JsonObject } from '#core/units';
import { fileFailure, messageOf, usageFailure } from '../cli-failure.ts';

export interface LeakFlags {
  readonly kinds?: string;
  readonly rules?: string;
  readonly schema?: string;
}

const RULES_BYTES_MAX = 1_000_000;

const readYaml = async (cwd: string, file: string): Promise<Json> => {
  let text: string;
  try {
    text = await readFile(path.resolve(cwd, file), 'utf8');
  } catch (error) {
    throw fileFailure('read', file, error);
  }
  if (text.length > RULES_BYTES_MAX) throw usageFailure(`expected at most 1 MB in ${file}`);
  try {
    return parse(text, { maxAliasCount: 100 }) as Json;
  } catch (error) {
    throw usageFailure(`expected YAML or JSON in ${file}, got: ${messageOf(error)}`);
  }
};

const objectIn = (value: Json, what: string): JsonObject => {
  if (isJsonObject(value)) return value;
  throw usageFailure(
    `expected ${what} to be an object, got ${Array.isArray(value) ? 'a list' : JSON.stringify(value)}`,
  );
};

/** @throws CliFailure naming the nearest kind */
const kindsIn = (names: readonly Json[]): readonly LeakKind[] =>
  names.map((name) => {
    const known = LEAK_KINDS.find((kind) => kind === name);
    if (known !== undefined) return known;
    const near = typeof name === 'string' ? nearestName(name, LEAK_KINDS) : undefined;
    throw usageFailure(
      `expected one of ${LEAK_KINDS.join(', ')}, got ${JSON.stringify(name)}`,
      near === undefined ? undefined : `did you mean ${near}?`,
    );
  });

const listIn = (file: string, rules: JsonObject, name: string): readonly Json[] | undefined => {
  const value = rules[name];
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return value as readonly Json[];
  throw usageFailure(`expected ${name} in ${file} to be a list, got ${JSON.stringify(value)}`);
};

const textsIn = <Name extends string>(
  file: string,
  list: string,
  entry: Json,
  names: readonly Name[],
): { readonly [name in Name]: string } => {
  const object = objectIn(entry, `each of ${list} in ${file}`);
  const odd = Object.keys(object).find((name) => !(names as readonly string[]).includes(name));
  if (odd !== undefined) throw usageFailure(`expected ${names.join(', ')} in ${list} of ${file}, got ${odd}`);
  const texts = names.map((name) => {
    const value = object[name];
    if (typeof value === 'string' && value !== '') return [name, value] as const;
    throw usageFailure(`expected a text as ${name} in ${list} of ${file}, got ${JSON.stringify(value ?? null)}`);
  });
  return Object.fromEntries(texts) as { readonly [name in Name]: string };
};

const RULE_NAMES = ['kinds', 'patterns', 'allow', 'lines'];

const rulesIn = (file: string, value: Json): LeakRules => {
  const rules = objectIn(value, file);
  const odd = Object.keys(rules).find((name) => !RULE_NAMES.includes(name));
  if (odd !== undefined) throw usageFailure(`expected ${RULE_NAMES.join(', ')} in ${file}, got ${odd}`);
  const kinds = listIn(file, rules, 'kinds');
  const patterns = listIn(file, rules, 'patterns')?.map((one) =>
    textsIn(file, 'patterns', one, ['name', 'matches'] as const),
  );
  const allow = listIn(file, rules, 'allow')?.map((one) =>
    textsIn(file, 'allow', one, ['kind', 'matches', 'reason'] as const),
  );
  const lines = rules['lines'] === undefined ? undefined : objectIn(rules['lines'], `lines in ${file}`);
  return {
    ...(kinds === undefined ? {} : { kinds: kindsIn(kinds) }),
    ...(patterns === undefined ? {} : { patterns }),
    ...(allow === undefined ? {} : { allow }),
    ...(lines === undefined ? {} : { lines }),
  };
};

/** What is looked for: the rules file, with what the command line says in place of its parts. @throws CliFailure */
export const leakRules = async (cwd: string, flags: LeakFlags): Promise<LeakRules> => {
  const rules = flags.rules === undefined ? {} : rulesIn(flags.rules, await readYaml(cwd, flags.rules));
  const lines = flags.schema === undefined ? undefined : objectIn(await readYaml(cwd, flags.schema), flags.schema);
  const kinds = flags.kinds?.split(',').map((name) => name.trim());
  return {
    ...rules,
    ...(kinds === undefined ? {} : { kinds: kindsIn(kinds) }),
    ...(lines === undefined ? {} : { lines }),
  };
};
