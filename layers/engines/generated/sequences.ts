/** Create, read, change, remove, and look again: what an API must remember and what it must forget. */
import { isJsonObject } from '#core/json-types';
import type { Json } from '#core/units';
import type { Operation } from '#engines/contract/model';
import type { Breach } from './breach.ts';
import { isSuccess, type Explorer, type Trial } from './explorer.ts';
import type { Examiner } from './examine.ts';
import type { GeneratedCase } from './generated-case.ts';
import { locationId } from './leftovers.ts';
import type { ResourceOperations } from './resource-names.ts';
import { idOf } from './resource-pool.ts';
import { RECIPES } from './request-maker.ts';

/** Copies of an API may lag behind: what is not there yet is looked for again after these waits. */
const WAITS_MS = [200, 1_000] as const;

const said = ({ case: one, exchange }: Trial): string =>
  `${one.operation.id} -> ${String(exchange.response?.status ?? 'no answer')}`;

/** A thing that is kept with a mark on it is gone for those who look. */
const isMarkedGone = ({ exchange }: Trial): boolean => {
  try {
    const body = JSON.parse(Buffer.from(exchange.response?.body ?? []).toString('utf8')) as Json;
    if (body === null) return true;
    if (!isJsonObject(body)) return false;
    return Object.entries(body).some(
      ([name, value]) =>
        (/deleted|removed|archived|revoked|cancell?ed/iu.test(name) && value !== false && value !== null) ||
        (typeof value === 'string' &&
          /^(?:deleted|removed|archived|revoked|inactive|cancell?ed|deleting)$/iu.test(value)),
    );
  } catch {
    return false;
  }
};

export class Sequences {
  readonly #explorer: Explorer;
  readonly #examiner: Examiner;

  constructor(explorer: Explorer, examiner: Examiner) {
    this.#explorer = explorer;
    this.#examiner = examiner;
  }

  /** One life of a thing, with everything that its operations allow. */
  async live(resource: ResourceOperations): Promise<void> {
    const made = await this.#create(resource);
    if (made === undefined) return;
    const steps = [said(made.trial)];
    if (resource.read !== undefined && !(await this.#readable(resource.read, made, steps))) return;
    for (const update of resource.updates) {
      const trial = await this.#on(update, made);
      if (trial === undefined) return;
      await this.#examiner.examine(trial);
      if (!isSuccess(trial.exchange)) continue;
      steps.push(said(trial));
      if (resource.read !== undefined && !(await this.#readable(resource.read, made, steps))) return;
    }
    if (resource.remove !== undefined) await this.#removed(resource, resource.remove, made, steps);
  }

  async #create(
    resource: ResourceOperations,
  ): Promise<{ readonly trial: Trial; readonly path: { readonly [key: string]: Json } } | undefined> {
    await this.#explorer.ensure(resource.create);
    const trial = await this.#explorer.ordinary(resource.create);
    if (trial === undefined || !isSuccess(trial.exchange)) return undefined;
    const [made] = this.#explorer.learn(resource.create, trial.inputs, trial.exchange);
    const id = made === undefined ? locationId(trial.exchange) : idOf(resource.parameter, made);
    if (id === undefined) return undefined;
    const above = Object.entries(trial.inputs.parameters).filter(([key]) => key.startsWith('path:'));
    return { trial, path: { ...Object.fromEntries(above), [`path:${resource.parameter}`]: id } };
  }

  /** An ordinary request of an operation on what was made. */
  async #on(
    operation: Operation,
    { path }: { readonly path: { readonly [key: string]: Json } },
  ): Promise<Trial | undefined> {
    const recipe = this.#explorer.maker.recipesOf(operation)[0] ?? RECIPES[0];
    const base = recipe === undefined ? undefined : this.#explorer.maker.base(operation, recipe);
    if (base === undefined) return undefined;
    const one: GeneratedCase = { operation, kind: 'valid', words: 'on what was just made', build: (inputs) => inputs };
    return this.#explorer.send(one, { ...base, parameters: { ...base.parameters, ...path } });
  }

  async #readable(
    read: Operation,
    made: { readonly trial: Trial; readonly path: { readonly [key: string]: Json } },
    steps: readonly string[],
  ): Promise<boolean> {
    let trial = await this.#on(read, made);
    for (const waitMs of WAITS_MS) {
      const status = trial?.exchange.response?.status;
      if (status !== 404 && status !== 410) break;
      const { clock, signal } = this.#explorer.parts.context;
      await clock.sleep(waitMs, signal);
      trial = await this.#on(read, made);
    }
    if (trial === undefined) return false;
    await this.#examiner.examine(trial);
    const status = trial.exchange.response?.status;
    if (status === 404 || status === 410)
      this.#tell(
        trial,
        {
          rule: 'created-not-readable',
          expected: `a 2xx for what was made (${steps.join(', ')})`,
          got: String(status),
        },
        steps,
      );
    return isSuccess(trial.exchange);
  }

  async #removed(
    resource: ResourceOperations,
    remove: Operation,
    made: { readonly trial: Trial; readonly path: { readonly [key: string]: Json } },
    steps: string[],
  ): Promise<void> {
    const removed = await this.#on(remove, made);
    if (removed === undefined) return;
    await this.#examiner.examine(removed);
    // 202 says that it will be done, not that it is.
    if (!isSuccess(removed.exchange) || removed.exchange.response?.status === 202) return;
    steps.push(said(removed));
    // PUT may make a thing anew under a name that the client chose; reading and changing in part may not.
    const after = [
      ...(resource.read === undefined ? [] : [resource.read]),
      ...resource.updates.filter(({ method }) => method === 'PATCH'),
    ];
    for (const operation of after) {
      let trial = await this.#on(operation, made);
      for (const waitMs of WAITS_MS) {
        if (trial === undefined || !isSuccess(trial.exchange)) break;
        const { clock, signal } = this.#explorer.parts.context;
        await clock.sleep(waitMs, signal);
        trial = await this.#on(operation, made);
      }
      if (trial === undefined) return;
      if (isSuccess(trial.exchange) && !isMarkedGone(trial))
        this.#tell(
          trial,
          {
            rule: 'use-after-delete',
            expected: `404 or 410 after ${remove.id} was answered ${String(removed.exchange.response?.status)}`,
            got: String(trial.exchange.response?.status),
          },
          steps,
        );
      else
        await this.#examiner.examine({
          ...trial,
          breaches: trial.breaches.filter(({ rule }) => rule !== 'valid-refused'),
        });
    }
  }

  #tell(trial: Trial, breach: Breach, steps: readonly string[]): void {
    const { faults } = this.#explorer;
    if (faults.known(trial, breach.rule) === undefined)
      faults.add({ rule: breach.rule, trial, breach, isRepeatable: true, steps: [...steps] });
  }
}
