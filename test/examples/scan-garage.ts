/** Scans the example garage with the definition of its suite, logged in as the suite does. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { ScanDefinition } from '#core/acts/scan';
import type { Json } from '#core/units';
import { startVulnerable, type FlawName, type RunningVulnerable } from '../../examples/vulnerable/server.ts';
import { scanAgainst, type Scanned } from '../engines/security/scan-context.ts';

const folder = path.resolve(import.meta.dirname, '../../examples/vulnerable');
const read = (file: string): unknown => parse(readFileSync(path.join(folder, file), 'utf8'));
export const garageDocument = read('openapi.yaml') as Json;

interface SuiteFile {
  readonly cases: readonly { readonly id: string; readonly scan?: ScanDefinition }[];
}

export const writtenScan = (read('suites/scan.yaml') as SuiteFile).cases.find(({ scan }) => scan !== undefined)?.scan;

const PASSWORD = 'only-for-this-test';

const posted = async (
  garage: RunningVulnerable,
  to: string,
  username: string,
): Promise<{ readonly body: { readonly [name: string]: string }; readonly cookie: string }> => {
  const response = await fetch(`${garage.url}${to}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: PASSWORD }),
  });
  return {
    body: (await response.json()) as { [name: string]: string },
    cookie: response.headers.get('set-cookie') ?? '',
  };
};

const filled = (value: unknown, variables: { readonly [name: string]: string }): unknown => {
  if (typeof value === 'string')
    return value.replaceAll(/\{\{(\w+)\}\}/gu, (_whole, name: string) => variables[name] ?? '');
  if (Array.isArray(value)) return value.map((item) => filled(item, variables));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, filled(item, variables)]));
};

export const startGarage = (flaws: readonly FlawName[]): Promise<RunningVulnerable> =>
  startVulnerable({ flaws, password: PASSWORD });

/** @param change fields of the definition that differ from the suite's */
export const scanGarage = async (garage: RunningVulnerable, change: Partial<ScanDefinition> = {}): Promise<Scanned> => {
  const [ada, ben, root, cora] = await Promise.all([
    posted(garage, '/v2/sessions', 'ada'),
    posted(garage, '/v2/sessions', 'ben'),
    posted(garage, '/v2/sessions', 'root'),
    posted(garage, '/v2/visits', 'cora'),
  ]);
  const variables = {
    adaToken: ada.body['token'] ?? '',
    benToken: ben.body['token'] ?? '',
    rootToken: root.body['token'] ?? '',
    coraCookie: cora.cookie,
    coraCsrf: cora.body['csrf'] ?? '',
    signingKey: garage.signingKey,
  };
  const definition = { ...(filled(writtenScan, variables) as ScanDefinition), ...change };
  return scanAgainst(
    { baseUrl: garage.url, document: garageDocument, secrets: [variables.adaToken, variables.benToken] },
    definition,
  );
};
