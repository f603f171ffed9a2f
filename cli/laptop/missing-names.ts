import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buildGraph } from '#core/dependency-graph';
import type { EnvironmentDefinition } from '#core/environment';
import type { SuiteDefinition } from '#core/suite';
import { readYaml } from '#engines/suite-file/read-yaml';
import type { CatalogFile } from '../push/catalog-file.ts';

type Invalid = Extract<CatalogFile, { kind: 'invalid' }>;

/** What suites use and the environment has not, each at its place in the suite's file. */
export const missingNames = async (
  cwd: string,
  suites: readonly { readonly file: string; readonly definition: SuiteDefinition }[],
  environment: EnvironmentDefinition,
): Promise<readonly (Invalid & { readonly names: readonly string[] })[]> => {
  const environmentNames = [...Object.keys(environment.variables ?? {}), ...Object.keys(environment.secrets ?? {})];
  const found: (Invalid & { readonly names: readonly string[] })[] = [];
  for (const { file, definition } of suites) {
    const missing = buildGraph(definition, { environmentNames }).problems.filter(
      ({ code }) => code === 'missing-in-environment',
    );
    if (missing.length === 0) continue;
    const { placeOf } = readYaml(await readFile(path.resolve(cwd, file), 'utf8'), file);
    found.push({
      kind: 'invalid',
      file,
      problems: missing.map(({ pointer, message }) => ({ pointer, message, place: placeOf(pointer) })),
      names: missing.flatMap(({ pointer }) => definition.uses?.[Number(pointer.split('/').at(-1))] ?? []),
    });
  }
  return found;
};
