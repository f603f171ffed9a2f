/** C1.1: what a run created is written down as it is created, and removed again. */
import { statusMatches } from '#core/status-match';
import type { CreatedResource, RequestTemplate } from '#core/suite';
import { asText, substitute, substituteText } from '#core/template';
import type { SubstituteOptions } from '#core/template';
import type { JsonObject } from '#core/units';
import { inAddress } from '#engines/functional/build-request';
import type { CaseContext, SuiteContext } from '#engines/functional/suite-context';
import type { LedgerEntry } from '#ports/resource-ledger';

const GONE_DEFAULT: readonly (number | string)[] = ['2xx', 404, 410];

/** What the suite has created in this shard, newest last. */
export interface CreatedLog {
  readonly add: (entry: LedgerEntry) => void;
  readonly has: (caseId: string, row: number | undefined) => boolean;
  /** Newest first; empties the log. */
  readonly takeAll: () => readonly LedgerEntry[];
}

export const createdLog = (): CreatedLog => {
  let entries: LedgerEntry[] = [];
  return {
    add: (entry) => entries.push(entry),
    has: (caseId, row) => entries.some((entry) => entry.case === caseId && entry.row === row),
    takeAll: () => {
      const all = entries.toReversed();
      entries = [];
      return all;
    },
  };
};

/** Secrets and tokens stay templates: they may have changed when the resource is removed, and must not be written down. */
const keepingSecrets =
  (context: CaseContext, lookup: SubstituteOptions['lookup']): SubstituteOptions['lookup'] =>
  (name) =>
    context.vault.names.has(name) || context.tokens.behind([name]).length > 0 ? `{{${name}}}` : lookup(name);

const keepingTemplates: NonNullable<SubstituteOptions['inText']> = (value, use, offset) =>
  typeof value === 'string' && value.startsWith('{{') ? value : inAddress(value, use, offset);

const entryOf = (
  resource: CreatedResource,
  caseId: string,
  context: CaseContext,
  options: SubstituteOptions,
): LedgerEntry => {
  const keeping = { ...options, lookup: keepingSecrets(context, options.lookup) };
  const { path, ...rest } = resource.delete;
  const filled = substitute({ method: 'DELETE', ...rest } as unknown as JsonObject, keeping, '/creates/delete');
  const address = substituteText(path, { ...keeping, inText: keepingTemplates }, '/creates/delete/path');
  const name = resource.name === undefined ? undefined : substitute(resource.name, options, '/creates/name');
  return {
    id: Buffer.from(context.ports.random.bytes(16)).toString('hex'),
    suite: context.id,
    case: caseId,
    ...(context.scope.row === undefined ? {} : { row: context.scope.row.number }),
    name: typeof name === 'string' ? name : caseId,
    environment: context.environment.name,
    remove: { ...(filled as unknown as RequestTemplate), path: asText(address) },
    gone: resource.gone ?? GONE_DEFAULT,
    createdAtEpochMs: context.ports.clock.nowMs(),
  };
};

/**
 * Writes down what a case created, at once.
 *
 * @returns what could not be written down: a resource that nobody would remove is worth a warning
 */
export const recordCreated = async (
  resources: readonly CreatedResource[],
  caseId: string,
  context: CaseContext,
  options: SubstituteOptions,
): Promise<readonly string[]> => {
  const problems: string[] = [];
  for (const [at, resource] of resources.entries()) {
    try {
      const entry = entryOf(resource, caseId, context, options);
      context.created.add(entry);
      await context.ports.ledger?.created(entry);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      problems.push(`creates[${String(at)}] could not be written down for removal: ${reason}`);
    }
  }
  return problems;
};

/** True when the answer to the removing request says that the resource is gone. */
export const isGone = (entry: LedgerEntry, status: number): boolean =>
  entry.gone.some((wanted) => statusMatches(status, wanted));

/** Told after the removing request was answered; a ledger that does not answer leaves the entry to the janitor, who finds it gone. */
export const forget = async (entry: LedgerEntry, { ports }: SuiteContext): Promise<void> => {
  await ports.ledger?.removed(entry.id).catch(() => undefined);
};
