/** Fills in the requests of a load: as those of a case, many times over. */
import type { LoadEntry } from '#core/acts/load';
import { withoutForeignHeaders } from '#core/inherited-headers';
import { GENERATOR, findVariables } from '#core/template';
import type { SubstituteOptions } from '#core/template';
import type { CaseDefinition, RequestTemplate } from '#core/suite';
import type { Json } from '#core/units';
import { buildRequest } from '#engines/functional/build-request';
import { headersOfTry } from '#engines/functional/send-request';
import type { CaseContext } from '#engines/functional/suite-context';
import { entryRows } from '#engines/performance/entry-rows';
import type { Iteration, LoadRequests } from '#engines/performance/load-ports';

const templateOf = (entry: LoadEntry): RequestTemplate => {
  if (entry.request === undefined) throw new TypeError(`"${entry.name}": expected a request, got a case`);
  return entry.request;
};

/** Loads what the definition names of secrets, so that each iteration can be filled in at once. */
export const loadSecretsOf = async (item: CaseDefinition, context: CaseContext): Promise<void> => {
  const parts = [item.load ?? {}, context.suite.defaults?.headers ?? {}] as unknown as Json;
  const secrets = context.scope.secretsIn([parts]);
  if (secrets.size > 0) await context.vault.load(secrets, context.signal);
};

type RowOf = (number: number) => Json;

/** Rows of an entry are made once, whatever number of requests takes one. */
const rowKeeper = (seed: string): ((entry: LoadEntry) => RowOf | undefined) => {
  const kept = new Map<LoadEntry, RowOf | undefined>();
  return (entry) => {
    if (!kept.has(entry)) kept.set(entry, entryRows(entry, seed));
    return kept.get(entry);
  };
};

export const loadRequests = (item: CaseDefinition, context: CaseContext): LoadRequests => {
  const { suite, environment, scope, tokens, vault, ports, seed } = context;
  const used = new Set<string>();
  const rowsOfEntry = rowKeeper(`${seed}/${item.id}`);
  const optionsOf = (entry: LoadEntry, number: number, onSecret: (name: string) => void) => {
    const inScope = scope.lookupFor(item.id, onSecret);
    const row = rowsOfEntry(entry)?.(number);
    const lookup: SubstituteOptions['lookup'] = (name) => {
      if (name === 'row' && row !== undefined) return row;
      used.add(name);
      return inScope(name);
    };
    const place = `/${item.id}/${entry.name}[${String(number)}]`;
    const generate = (expression: string, at: string): Json =>
      context.generate(expression, `${place}${at}`, ports.clock.nowMs());
    return { lookup, generate };
  };
  const prepare = (entry: LoadEntry, number: number): Iteration => {
    const secretsUsed = new Set<string>();
    const options = optionsOf(entry, number, (name) => secretsUsed.add(name));
    const template = withoutForeignHeaders(item, templateOf(entry), suite);
    const build = { ...options, random: ports.random };
    const built = buildRequest(template, suite, environment, build, headersOfTry(context));
    const secretHosts = vault.guard(secretsUsed, built.url, built.sentText);
    return {
      request: {
        method: built.method,
        url: built.url.href,
        headers: built.headers,
        ...(built.body === undefined ? {} : { body: built.body }),
        ...(secretHosts === undefined ? {} : { secretHosts }),
      },
      options,
    };
  };
  return {
    isFixed: ({ request, rows }) =>
      rows === undefined &&
      findVariables((request ?? {}) as unknown as Json, '').uses.every(({ name }) => name !== GENERATOR),
    prepare,
    refresh: async () => {
      const uses = tokens.behind(used);
      if (uses.length > 0) await tokens.ensureFresh(uses, context.signal);
    },
  };
};
