/** What becomes of a broken rule before it is reported: sent again, made smaller, judged again at each step. */
import { classify } from './classify-inputs.ts';
import { statusClass, type Breach } from './breach.ts';
import { isSuccess, type Explorer, type Trial } from './explorer.ts';
import type { GeneratedCase } from './generated-case.ts';
import type { Inputs } from './request-inputs.ts';
import { smallerInputs } from './shrink-inputs.ts';

/** Requests for making one fault smaller, and the share of the budget for all of them. */
const SHRINKS_MAX = 30;
const SHRINK_SHARE = 0.3;

const sameBreach = (trial: Trial | undefined, of: Trial, breach: Breach): Breach | undefined =>
  trial === undefined || statusClass(trial.exchange) !== statusClass(of.exchange)
    ? undefined
    : trial.breaches.find(({ rule }) => rule === breach.rule);

const isAbout = ({ constraint }: GeneratedCase): ((key: string) => boolean) => {
  const place = constraint?.place;
  return (key) => place === undefined || place === key || place.startsWith(`${key}/`);
};

interface Smallest {
  readonly trial: Trial;
  readonly breach: Breach;
  readonly shrunkFrom?: string;
}

export class Examiner {
  readonly #explorer: Explorer;
  #spent = 0;
  /** Valid requests that were refused where no other was accepted: told once for each operation, at the end. */
  readonly doubtful = new Map<string, { readonly trial: Trial; readonly breach: Breach; count: number }>();

  constructor(explorer: Explorer) {
    this.#explorer = explorer;
  }

  /** Takes note of everything that is wrong with an answer. */
  async examine(trial: Trial): Promise<void> {
    const { faults } = this.#explorer;
    this.#explorer.count(trial);
    if (trial.exchange.response === undefined) return this.#unanswered(trial);
    for (const breach of trial.breaches) {
      if (faults.known(trial, breach.rule) !== undefined) continue;
      if (breach.rule === 'valid-refused') await this.#refused(trial, breach);
      else await this.#confirm(trial, breach);
    }
  }

  async #confirm(trial: Trial, breach: Breach): Promise<void> {
    const again = await this.#again(trial);
    const found = sameBreach(again, trial, breach);
    const isRepeatable = again !== undefined && found !== undefined;
    const best = isRepeatable ? await this.#shrink(again, found) : { trial, breach };
    this.#explorer.faults.add({ rule: breach.rule, ...best, isRepeatable, steps: [] });
  }

  /** The same case on what exists now: its resource may be gone since. */
  async #again({ case: one, inputs }: Trial): Promise<Trial | undefined> {
    if (
      one.constraint === undefined &&
      one.method === undefined &&
      one.login === undefined &&
      one.operation.method !== 'DELETE'
    )
      return this.#explorer.send(one, inputs);
    return this.#explorer.try(one);
  }

  /** Refused for its input only where another ordinary request is accepted right before. */
  async #refused(trial: Trial, breach: Breach): Promise<void> {
    const { operation } = trial.case;
    const held = this.doubtful.get(operation.id);
    if (held !== undefined) held.count += 1;
    else this.doubtful.set(operation.id, { trial, breach, count: 1 });
    const accepted = this.#explorer.accepted.get(operation.id)?.accepted ?? 0;
    if (accepted === 0) return;
    const ordinary = await this.#explorer.ordinary(operation);
    if (ordinary === undefined || !isSuccess(ordinary.exchange)) return;
    const again = await this.#explorer.send(
      trial.case,
      trial.case.constraint === undefined ? trial.inputs : trial.case.build(ordinary.inputs),
    );
    const found = sameBreach(again, trial, breach);
    if (again === undefined || found === undefined) return;
    this.#explorer.faults.add({
      rule: breach.rule,
      ...(await this.#shrink(again, found)),
      isRepeatable: true,
      steps: [],
    });
  }

  async #unanswered(trial: Trial): Promise<void> {
    const { faults, sender } = this.#explorer;
    const { operation } = trial.case;
    if (sender.isDead || faults.has(operation, 'none', 'no-answer')) return;
    // A request that could not be sent at all says nothing of the server.
    if (!['timeout', 'connection', 'parse'].includes(trial.exchange.failure?.type ?? '')) return;
    const again = await this.#explorer.send(trial.case, trial.inputs);
    if (again === undefined || again.exchange.response !== undefined) return;
    const other = await this.#explorer.ordinary(operation);
    if (other?.exchange.response === undefined) return;
    const breach: Breach = { rule: 'no-answer', expected: 'an answer', got: trial.exchange.failure?.message ?? 'none' };
    faults.add({ rule: 'no-answer', trial: again, breach, isRepeatable: true, steps: [] });
  }

  /** Ever smaller requests as long as they fail in the same way and are what the case was: valid, or invalid for the same reasons. */
  async #shrink(trial: Trial, breach: Breach): Promise<Smallest> {
    let best: Smallest = { trial, breach };
    const { case: one } = trial;
    if (one.method !== undefined || one.login !== undefined) return best;
    const { maker, sender } = this.#explorer;
    const wanted = classify(maker, one.operation, trial.inputs);
    const isSame = (inputs: Inputs): boolean => {
      const { kind, faults } = classify(maker, one.operation, inputs);
      return kind === wanted.kind && faults.every((fault) => wanted.faults.includes(fault));
    };
    const tried = new Set([JSON.stringify(trial.inputs)]);
    let left = SHRINKS_MAX;
    for (let isSmaller = true; isSmaller;) {
      isSmaller = false;
      for (const inputs of smallerInputs(one.operation, best.trial.inputs, isAbout(one))) {
        const key = JSON.stringify(inputs);
        if (tried.has(key) || !isSame(inputs)) continue;
        tried.add(key);
        if (left <= 0 || this.#spent >= SHRINK_SHARE * sender.requestsMax) return best;
        left -= 1;
        this.#spent += 1;
        const next = await this.#explorer.send(one, inputs);
        const found = sameBreach(next, trial, breach);
        if (next === undefined) return best;
        if (found === undefined) continue;
        best = { trial: next, breach: found, shrunkFrom: one.words };
        isSmaller = true;
        break;
      }
    }
    return best;
  }

  /** Operations that took no valid request at all: a doubt, not a certainty. */
  tellDoubtful(): void {
    for (const [operation, { trial, breach, count }] of this.doubtful) {
      if ((this.#explorer.accepted.get(operation)?.accepted ?? 0) > 0) continue;
      const remark = `none of ${String(this.#explorer.accepted.get(operation)?.sent ?? count)} valid requests was accepted; give \`values\` if they need something that exists`;
      this.#explorer.faults.add({ rule: 'valid-refused', trial, breach, isRepeatable: false, steps: [], remark });
    }
  }
}
