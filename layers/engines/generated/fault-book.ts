import type { ExploreRule } from '#core/acts/explore';
import type { Operation } from '#engines/contract/model';
import { statusClass, type Breach } from './breach.ts';
import type { Trial } from './explorer.ts';

/** A distinct fault: an operation, a class of statuses and a rule. */
export interface Fault {
  readonly operation: Operation;
  readonly status: string;
  readonly rule: ExploreRule;
  /** The smallest that was found, with what is wrong with its answer. */
  trial: Trial;
  breach: Breach;
  /** How often it was seen. */
  count: number;
  /** Sent again it failed again. */
  isRepeatable: boolean;
  /** What the request was before it was made smaller. */
  readonly shrunkFrom?: string;
  /** Requests before it that belong to it, such as the creation of what it is about. */
  readonly steps: readonly string[];
  /** Said more about it in its message. */
  readonly remark?: string;
}

const keyOf = (operation: string, status: string, rule: ExploreRule): string => `${operation} ${status} ${rule}`;

/** All faults of an exploration, in the order in which they were found. */
export class FaultBook {
  readonly #faults = new Map<string, Fault>();

  /** @returns the fault if it is known; it is counted then */
  known(trial: Trial, rule: ExploreRule): Fault | undefined {
    const found = this.#faults.get(keyOf(trial.case.operation.id, statusClass(trial.exchange), rule));
    if (found !== undefined) found.count += 1;
    return found;
  }

  has(operation: Operation, status: string, rule: ExploreRule): boolean {
    return this.#faults.has(keyOf(operation.id, status, rule));
  }

  add(fault: Omit<Fault, 'operation' | 'status' | 'count'>): void {
    const { operation } = fault.trial.case;
    const status = statusClass(fault.trial.exchange);
    const key = keyOf(operation.id, status, fault.rule);
    if (!this.#faults.has(key)) this.#faults.set(key, { ...fault, operation, status, count: 1 });
  }

  of(operation: Operation): readonly Fault[] {
    return [...this.#faults.values()].filter((one) => one.operation.id === operation.id);
  }

  get size(): number {
    return this.#faults.size;
  }
}
