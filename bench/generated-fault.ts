import type { ExploreRule } from '#core/acts/explore';
import type { Contract } from '#engines/contract/model';

export interface Seen {
  readonly rule: ExploreRule;
  readonly status: number;
  readonly method: string;
  /** As it was sent. */
  readonly path: string;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/**
 * A distinct fault, written alike for all tools: operation, class of statuses, failing check. A method that no operation has belongs to its
 * path. That a failing server's 500 is also in no document is the same fault once more, for whoever finds it.
 *
 * @returns undefined for what belongs to no operation of the document
 */
export const faultKey = (contract: Contract, { rule, status, method, path }: Seen): string | undefined => {
  const statusClass = `${String(Math.floor(status / 100))}xx`;
  if (rule === 'status-undocumented' && status >= 500) return undefined;
  const found = contract.find(method, path)?.operation;
  if (rule !== 'unsupported-method') return found === undefined ? undefined : `${found.id} ${statusClass} ${rule}`;
  const other = METHODS.map((one) => contract.find(one, path)?.operation).find((one) => one !== undefined);
  return other === undefined ? undefined : `${other.path} ${statusClass} ${rule}`;
};
