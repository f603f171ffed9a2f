import { isSensitiveKey } from '#core/masking';
import type { Json } from '#core/units';
import { slug } from '../starter/slug.ts';
import { baseUrl, TARGET_DEFAULT, type Starter } from '../starter/starter-files.ts';
import { assemble, CALLS_MAX } from './assemble.ts';
import {
  createSecretLines,
  environmentText,
  serviceText,
  type CatalogTexts,
  type SecretToFill,
} from './catalog-texts.ts';
import type { Imported } from './imported.ts';
import { suiteFileText, type CommentedSuite } from './suite-file.ts';

/** Target names by base URL: the one that most calls go to is the default. */
export const targetNames = (imported: Imported): Map<string, string> => {
  const counts = new Map<string, number>();
  for (const { base } of imported.calls) counts.set(base, (counts.get(base) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a).map(([base]) => base);
  const names = new Map<string, string>();
  for (const base of sorted) {
    const host = URL.canParse(base) ? new URL(base).host : base;
    let name = names.size === 0 ? 'default' : slug(host, 50, 'other');
    for (let count = 2; [...names.values()].includes(name); count += 1)
      name = `${slug(host, 50, 'other')}-${String(count)}`;
    names.set(base, name);
  }
  return names;
};

const usedNames = (suites: readonly CommentedSuite[]): Set<string> =>
  new Set(suites.flatMap((one) => one.definition.uses ?? []));

interface Filled {
  readonly variables: { [name: string]: Json };
  readonly secrets: SecretToFill[];
  readonly unknown: string[];
}

/** Where each variable that suites use comes from: a value that is known, or one that people have to fill in. */
const fillIn = (
  imported: Imported,
  suites: readonly CommentedSuite[],
  targets: ReadonlyMap<string, string>,
): Filled => {
  const variables: { [name: string]: Json } = {};
  const secrets: SecretToFill[] = [];
  const unknown: string[] = [];
  const kept = new Map(imported.secrets.all().map((one) => [one.name, one]));
  for (const name of usedNames(suites)) {
    const secret = kept.get(name);
    const value = imported.variables.get(name);
    if (secret !== undefined || (value === undefined && isSensitiveKey(name))) {
      const [target = 'default', ...others] = [...(secret?.bases ?? [])].flatMap((base) => targets.get(base) ?? []);
      secrets.push({ name, words: secret?.words ?? 'it was not in what was imported', target, others });
    } else if (value === undefined) {
      unknown.push(name);
      variables[name] = '';
    } else variables[name] = imported.secrets.cleanJson(value);
  }
  return { variables, secrets, unknown };
};

const noteRemarks = (imported: Imported): string[] =>
  imported.calls.flatMap((call) =>
    call.notes.map((note) => `${call.place}: ${imported.secrets.clean(note.split('\n')[0] ?? '', 'stars')}`),
  );

/** Service, environment and suites of what was imported. */
export const makeImport = (
  imported: Imported,
  options: { readonly service?: string; readonly target?: string },
): Starter => {
  const title =
    imported.secrets.clean(imported.title, 'stars').replaceAll(/\s+/g, ' ').trim().slice(0, 200) || 'my service';
  const service = options.service ?? slug(title, 50, 'my-service');
  const environment = `${service.slice(0, 58)}-test`;
  const names = targetNames(imported);
  const suites = assemble(imported, service, names);
  const { variables, secrets, unknown } = fillIn(imported, suites, names);
  const targets = Object.fromEntries(
    [...names].map(([base, name]) => [
      name,
      (name === 'default' ? options.target : undefined) ?? baseUrl(base) ?? TARGET_DEFAULT,
    ]),
  );
  const target = baseUrl(options.target ?? targets['default'] ?? TARGET_DEFAULT) ?? TARGET_DEFAULT;
  const texts: CatalogTexts = {
    service,
    title,
    environment,
    targets: { ...targets, default: target },
    variables,
    secrets,
    notes: [],
  };
  const cut = imported.calls.length - CALLS_MAX;
  return {
    service,
    environment,
    target,
    secrets: secrets.map(({ name }) => name),
    suites: suites.map((one) => one.definition),
    files: [
      { path: 'service.yaml', text: serviceText(texts) },
      { path: 'environment.yaml', text: environmentText(texts) },
      ...suites.map((one) => ({ path: `suites/${one.definition.suite}.yaml`, text: suiteFileText(one) })),
    ],
    remarks: [
      ...imported.remarks.map((remark) => imported.secrets.clean(remark, 'stars')),
      ...noteRemarks(imported),
      ...(cut > 0 ? [`${String(cut)} calls were left out: ${String(CALLS_MAX)} are written at most`] : []),
      ...(unknown.length === 0 ? [] : [`variables without a value in environment.yaml: ${unknown.join(', ')}`]),
      ...(secrets.length === 0
        ? []
        : [
            `secrets to create, see environment.yaml: ${secrets.map(({ name }) => name).join(', ')}; on the one-machine cloud: ${createSecretLines(service, secrets)[0]}`,
          ]),
    ],
  };
};
