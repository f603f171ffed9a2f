import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { EnvironmentDefinition } from '#core/environment';
import type { Json, JsonObject } from '#core/units';
import { hostEntry } from '#engines/http/open-target';
import { targetHosts } from '#runner/http-for';
import { usageFailure } from '../cli-failure.ts';
import { readCatalogFile, type CatalogFile } from '../push/catalog-file.ts';
import { findFiles, readFound } from '../push/find-files.ts';
import type { World } from '../world.ts';
import type { LaptopSecrets } from './laptop-secrets.ts';

export type EnvironmentFile = Extract<CatalogFile, { kind: 'environment' }>;

/** What the command line says about where to test. */
export interface EnvironmentFlags {
  readonly environment?: string;
  readonly target?: readonly string[];
  readonly var?: readonly string[];
}

const isEnvironment = (one: CatalogFile): one is EnvironmentFile => one.kind === 'environment';

const LOOKS_LIKE_ONE = /^\s*["']?targets["']?\s*:/mu;

/** Environments that lie in this folder itself. */
const environmentsIn = async (cwd: string, folder: string): Promise<CatalogFile[]> => {
  const names = (await readdir(path.resolve(cwd, folder))).filter((name) => /\.(ya?ml|json)$/iu.test(name)).sort();
  const found: CatalogFile[] = [];
  for (const name of names) {
    const file = path.join(folder, name);
    const text = await readFile(path.resolve(cwd, file), 'utf8');
    if (!LOOKS_LIKE_ONE.test(text)) continue;
    const one = readCatalogFile(text, file.split(path.sep).join('/'));
    if (one.kind === 'environment' || one.kind === 'invalid') found.push(one);
  }
  return found;
};

/** Folders of the suites and those above, up to where the person stands; the nearest first. */
const foldersAbove = (files: readonly string[]): string[] => {
  const folders = new Set<string>();
  for (const file of files) {
    for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
      folders.add(folder);
      if (folder === '.' || folder === path.dirname(folder)) break;
    }
  }
  return [...folders].sort((a, b) => b.split('/').length - a.split('/').length);
};

const nearest = async (cwd: string, suiteFiles: readonly string[]): Promise<CatalogFile[]> => {
  for (const folder of foldersAbove(suiteFiles)) {
    const found = await environmentsIn(cwd, folder);
    if (found.length > 0) return found;
  }
  return [];
};

/** Environments that suites of these files may be meant for: those among them, else those in the nearest folder of the suites or above. */
export const environmentsBeside = async (
  cwd: string,
  given: readonly CatalogFile[],
): Promise<readonly CatalogFile[]> => {
  const among = given.filter(isEnvironment);
  const suiteFiles = given.filter((one) => one.kind === 'suite').map((one) => one.file);
  return among.length > 0 ? among : nearest(cwd, suiteFiles);
};

/**
 * Finds the environment: the one that was named (a file, or the name of one that was found), else the only one among the files given,
 * else the only one in the nearest folder of the suites or above.
 *
 * @returns nothing when there is none; files that are wrong come back as they are, for their problems to be shown
 * @throws CliFailure usage when several could be meant
 */
export const findEnvironment = async (
  world: World,
  given: readonly CatalogFile[],
  named: string | undefined,
): Promise<CatalogFile | undefined> => {
  const among = given.filter(isEnvironment);
  if (named !== undefined) {
    const byName = among.find((one) => one.id === named);
    if (byName !== undefined) return byName;
    const [one] = await readFound(world.cwd, await findFiles(world.cwd, [named]));
    if (one === undefined || (one.kind !== 'environment' && one.kind !== 'invalid'))
      throw usageFailure(`expected an environment (targets) in ${named}, got ${one?.kind ?? 'a folder without files'}`);
    return one;
  }
  const found = await environmentsBeside(world.cwd, given);
  const [first] = found;
  if (found.length > 1)
    throw usageFailure(
      `several environments could be meant: ${found.map((one) => one.file).join(', ')}`,
      `choose one: --environment ${first?.file ?? ''}`,
    );
  return first;
};

const pairOf = (flag: string, text: string, separator: RegExp): readonly [string, string] => {
  const match = separator.exec(text);
  if (match === null || match.index === 0) throw usageFailure(`${flag} must be name=value, got ${text}`);
  return [text.slice(0, match.index), text.slice(match.index + match[0].length)];
};

/** `URL`, or `name=URL`. @throws CliFailure usage */
export const targetsOf = (texts: readonly string[]): { readonly [name: string]: string } =>
  Object.fromEntries(
    texts.map((text) => {
      const [name, url] = /^[a-z0-9][a-z0-9-]*=/u.test(text) ? pairOf('--target', text, /=/u) : ['default', text];
      const isUrl = URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
      if (!isUrl)
        throw usageFailure(`--target must be an http or https URL, got ${url}`, 'such as http://localhost:3000');
      return [name, url];
    }),
  );

const jsonOf = (name: string, text: string): Json => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw usageFailure(`--var ${name}:= must be followed by JSON, got ${text}`, `for a text: --var ${name}=${text}`);
  }
};

/** `name=text`, or `name:=json` for numbers, booleans, lists and objects. */
export const variablesOf = (texts: readonly string[]): JsonObject =>
  Object.fromEntries(
    texts.map((text) => {
      const [name, value] = pairOf('--var', text, /:?=/u);
      return [name, text.slice(name.length).startsWith(':=') ? jsonOf(name, value) : value];
    }),
  );

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u;

/**
 * Hosts of targets that the command line moved to this machine itself: what the old host may receive may come here too. Moved anywhere
 * else, a secret stays with the hosts that the file binds it to.
 */
const movedHosts = (
  file: EnvironmentDefinition | undefined,
  { targets }: EnvironmentDefinition,
): ReadonlyMap<string, readonly string[]> => {
  const moved = Object.entries(file?.targets ?? {}).filter(
    ([name, url]) => targets[name] !== url && LOOPBACK.test(new URL(targets[name] ?? '').hostname),
  );
  return new Map(
    moved.flatMap(([name, url]) => {
      const to = [hostEntry(targets[name] ?? '')];
      // Bindings may leave out the port that is the scheme's own.
      return [hostEntry(url), new URL(url).host, new URL(url).hostname].map((from) => [from, to] as const);
    }),
  );
};

/**
 * Puts the command line over the environment's file. Secrets are read from this machine by their names, whatever the file refers to;
 * names that suites use, nobody defines, and this machine has a secret for become secrets bound to the targets.
 *
 * @param used names that the suites use
 * @throws CliFailure usage without a default target, or for a variable that is a secret
 */
export const laptopEnvironment = (
  file: EnvironmentDefinition | undefined,
  flags: EnvironmentFlags,
  used: ReadonlySet<string>,
  secrets: LaptopSecrets,
): EnvironmentDefinition => {
  const targets = { ...file?.targets, ...targetsOf(flags.target ?? []) };
  if (targets['default'] === undefined)
    throw usageFailure(
      'expected to be told where the API runs, found no environment file',
      'assay test … --target http://localhost:3000, or --environment FILE',
    );
  const variables = { ...file?.variables, ...variablesOf(flags.var ?? []) };
  const bound = file?.secrets ?? {};
  const clash = Object.keys(variablesOf(flags.var ?? [])).find((name) => Object.hasOwn(bound, name));
  if (clash !== undefined) throw usageFailure(`"${clash}" is a secret of the environment`, secrets.placeFor(clash));
  const environment: EnvironmentDefinition = { name: 'laptop', ...file, targets, variables };
  const hosts = targetHosts(environment);
  const found = [...used].filter(
    (name) => !Object.hasOwn(bound, name) && !Object.hasOwn(variables, name) && secrets.find(name) !== undefined,
  );
  const moved = movedHosts(file, environment);
  const all = [
    ...Object.entries(bound).map(
      ([name, { hosts: own }]) =>
        [name, { ref: name, hosts: [...own, ...own.flatMap((host) => moved.get(host) ?? [])] }] as const,
    ),
    ...found.map((name) => [name, { ref: name, hosts }] as const),
  ];
  return all.length === 0 ? environment : { ...environment, secrets: Object.fromEntries(all) };
};
