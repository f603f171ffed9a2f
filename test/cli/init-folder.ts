import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import type { CaseResult } from '#core/case-result';
import type { EnvironmentDefinition } from '#core/environment';
import type { CaseDefinition, SuiteDefinition } from '#core/suite';
import type { JsonObject } from '#core/units';
import { readSuite, runAgainst } from '../examples/run-suite-files.ts';
import { run, type Ran } from './run-command.ts';

/** A folder in which `assay init` writes, and what it wrote. */
export interface InitFolder {
  readonly cwd: string;
  readonly init: (...argv: readonly string[]) => Promise<Ran>;
  readonly write: (name: string, content: unknown) => Promise<void>;
  readonly suites: () => Promise<SuiteDefinition[]>;
  readonly cases: () => Promise<CaseDefinition[]>;
  readonly environment: () => Promise<EnvironmentDefinition>;
  /** Text of all files that were written. */
  readonly texts: () => Promise<string>;
  /** Runs all suites against a server on this machine, with these secrets by name. */
  readonly runAt: (
    url: string,
    secrets?: { readonly [name: string]: string },
    variables?: JsonObject,
  ) => Promise<CaseResult[]>;
}

export const initFolder = (cwd: string): InitFolder => {
  const place = path.join(cwd, 'assay');
  const suites = async (): Promise<SuiteDefinition[]> =>
    (await readdir(path.join(place, 'suites'))).sort().map((name) => readSuite(path.join(place, 'suites', name)));
  const environment = async (): Promise<EnvironmentDefinition> =>
    parse(await readFile(path.join(place, 'environment.yaml'), 'utf8')) as EnvironmentDefinition;
  return {
    cwd,
    init: (...argv) => run(['init', ...argv], { cwd }),
    write: async (name, content) => {
      await mkdir(path.dirname(path.join(cwd, name)), { recursive: true });
      await writeFile(path.join(cwd, name), typeof content === 'string' ? content : JSON.stringify(content));
    },
    suites,
    cases: async () => (await suites()).flatMap((suite) => suite.cases),
    environment,
    texts: async () => {
      const names = [
        'service.yaml',
        'environment.yaml',
        ...(await readdir(path.join(place, 'suites'))).map((name) => `suites/${name}`),
      ];
      return (await Promise.all(names.map((name) => readFile(path.join(place, name), 'utf8')))).join('\n');
    },
    runAt: async (url, secrets = {}, variables = {}) => {
      const written = await environment();
      const { host } = new URL(url);
      const bound = Object.entries(written.secrets ?? {}).map(
        ([name, { ref }]) => [name, { ref, hosts: [host] }] as const,
      );
      const values = bound.map(([name, { ref }]) => [ref, secrets[name] ?? ''] as const);
      return runAgainst(
        await suites(),
        {
          ...written,
          targets: { default: url },
          variables: { ...written.variables, ...variables },
          secrets: Object.fromEntries(bound),
        },
        Object.fromEntries(values),
      );
    },
  };
};
