/** What is wrong with a scan's definition beyond its form: names that lead nowhere. */
import type { ScanDefinition } from '#core/acts/scan';
import { suppressionProblem } from '#core/suppressions';
import type { Contract } from '#engines/contract/model';
import { pathProblem } from '#engines/functional/json-path';
import { CHECKS, isCheckListed } from '#engines/security/registry';

const quoted = (name: string): string => JSON.stringify(name);

/** @returns problems in words, what was expected and what came; empty where there are none */
export const scanProblems = (definition: ScanDefinition, contract: Contract, nowMs: number): readonly string[] => {
  const problems: string[] = [];
  const identities = definition.identities ?? {};
  const names = Object.keys(identities);
  const operation = (at: string, name: string | undefined): void => {
    if (name !== undefined && contract.operation(name) === undefined)
      problems.push(
        `${at}: expected an operation of the document such as ${contract.operations[0]?.id ?? 'GET /'}, got ${quoted(name)}`,
      );
  };
  const identity = (at: string, name: string | undefined): void => {
    if (name !== undefined && !Object.hasOwn(identities, name))
      problems.push(`${at}: expected one of the identities (${names.join(', ') || 'none'}), got ${quoted(name)}`);
  };
  for (const [list, entries] of Object.entries(definition.checks ?? {}))
    for (const entry of (entries as readonly string[] | undefined) ?? [])
      if (!CHECKS.some(({ id }) => isCheckListed(id, [entry])))
        problems.push(`checks.${list}: expected the id of a check or a family such as jwt-*, got ${quoted(entry)}`);
  operation('login.operation', definition.login?.operation);
  operation('jwt.operation', definition.jwt?.operation);
  operation('rateLimit.operation', definition.rateLimit?.operation);
  identity('rateLimit.identity', definition.rateLimit?.identity);
  const { measures } = definition;
  operation('measures.rate', measures?.rate);
  operation('measures.freshness.operation', measures?.freshness?.operation);
  operation('measures.paging.operation', measures?.paging?.operation);
  for (const [at, path] of [
    ['measures.freshness.path', measures?.freshness?.path],
    ['measures.paging.items', measures?.paging?.items],
  ] as const) {
    const problem = path === undefined ? undefined : pathProblem(path);
    if (problem !== undefined) problems.push(`${at}: ${problem}`);
  }
  for (const [name, tier] of Object.entries(definition.tiers ?? {})) {
    identity(`tiers.${name}.identity`, tier.identity);
    for (const field of Object.keys(tier.fields ?? {})) operation(`tiers.${name}.fields`, field);
  }
  for (const [at, suppression] of (definition.suppressions ?? []).entries()) {
    const problem = suppressionProblem(suppression, nowMs);
    if (problem !== undefined) problems.push(`suppressions[${String(at)}]: ${problem}`);
  }
  return problems;
};
