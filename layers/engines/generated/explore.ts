/**
 * Generated tests (C5, C7): the act `explore`. From an OpenAPI document alone come ordinary requests, one at and one beyond each limit,
 * lives of things, and random ones until the budget is spent.
 */
import type { ExploreDefinition } from '#core/acts/explore';
import { openContract } from '#engines/contract/open-contract';
import type { Contract, Operation } from '#engines/contract/model';
import type { Probe, ProbeContext, ProbeReport } from '#engines/probe/probe';
import { choosesOperation } from './choose-operations.ts';
import { documentJudge } from './document-judge.ts';
import { Examiner } from './examine.ts';
import { reportsOf } from './explore-report.ts';
import { Explorer } from './explorer.ts';
import type { GeneratedCase } from './generated-case.ts';
import { limitCases } from './limit-cases.ts';
import { loginCases, methodCases } from './other-cases.ts';
import { randomCase } from './random-cases.ts';
import { resourcesOf } from './resource-names.ts';
import { Sequences } from './sequences.ts';
import { VARIATIONS_MAX } from './values/variations.ts';

/** Share of the budget for what the document's limits ask for; the rest is for random requests. */
const LIMITS_SHARE = 0.7;
/** Variations of one schema that are looked at whatever the budget. */
const VARIATIONS_MIN = 150;
/** Rounds of random requests in which nothing could be sent. */
const IDLE_MAX = 3;

/** Lists first, then what makes things, what reads and changes them, and last what removes them. */
const rankOf = ({ method, path }: Operation): number => {
  const depth = path.split('{').length - 1;
  const ranks: { readonly [method: string]: number } = { GET: 0, HEAD: 0, POST: 10, PUT: 20, PATCH: 20, DELETE: 40 };
  return (ranks[method] ?? 30) + depth + (depth > 0 && method === 'GET' ? 12 : 0);
};

/** A wide document and a small budget: cases that would never be sent are not made. */
const variationsFor = ({ sender, parts }: Explorer): number =>
  Math.max(VARIATIONS_MIN, Math.min(VARIATIONS_MAX, Math.ceil((2 * sender.requestsMax) / parts.operations.length)));

const plan = (explorer: Explorer, operation: Operation): GeneratedCase[] => {
  const { definition, contract } = explorer.parts;
  const isSafe = definition.methods === 'safe';
  const cases = limitCases(explorer.maker, operation, variationsFor(explorer));
  for (const one of cases) explorer.coverage.plan(one);
  return [
    ...cases.slice(0, 3),
    ...loginCases(operation),
    ...(isSafe ? [] : methodCases(operation, contract.operations)),
    ...cases.slice(3),
  ];
};

/** One case of each operation in turn, so that a small budget reaches all of them. Plans are made when they are first needed. */
const limits = async (explorer: Explorer, examiner: Examiner): Promise<void> => {
  const { operations } = explorer.parts;
  const plans = new Map<Operation, readonly GeneratedCase[]>();
  let waiting = operations;
  for (let at = 0; waiting.length > 0; at += 1) {
    for (const operation of waiting) {
      const { sender } = explorer;
      if (sender.isOver || sender.requests > sender.requestsMax * LIMITS_SHARE) return;
      const cases = plans.get(operation) ?? plan(explorer, operation);
      plans.set(operation, cases);
      const one = cases[at];
      const trial = one === undefined ? undefined : await explorer.try(one);
      if (trial !== undefined) await examiner.examine(trial);
    }
    waiting = waiting.filter((operation) => at + 1 < (plans.get(operation)?.length ?? 0));
  }
};

const random = async (explorer: Explorer, examiner: Examiner): Promise<void> => {
  for (let idle = 0; idle < IDLE_MAX && !explorer.sender.isOver;) {
    const before = explorer.sender.requests;
    for (const operation of explorer.parts.operations) {
      if (explorer.sender.isOver) return;
      await explorer.ensure(operation);
      const one = randomCase(explorer.maker, operation);
      const trial = one === undefined ? undefined : await explorer.send(one, one.build({ parameters: {} }));
      if (trial !== undefined) await examiner.examine(trial);
    }
    idle = explorer.sender.requests === before ? idle + 1 : 0;
  }
};

const lives = async (explorer: Explorer, examiner: Examiner): Promise<void> => {
  const sequences = new Sequences(explorer, examiner);
  for (const resource of resourcesOf(explorer.parts.operations))
    if (!explorer.sender.isOver) await sequences.live(resource);
};

const run = async (explorer: Explorer): Promise<void> => {
  const examiner = new Examiner(explorer);
  const isSafe = explorer.parts.definition.methods === 'safe';
  for (const operation of explorer.parts.operations) {
    if (explorer.sender.isOver) break;
    await explorer.ensure(operation);
    const trial = await explorer.ordinary(operation);
    if (trial !== undefined) await examiner.examine(trial);
  }
  if (!isSafe) await lives(explorer, examiner);
  await limits(explorer, examiner);
  if (!isSafe) await lives(explorer, examiner);
  await random(explorer, examiner);
  examiner.tellDoubtful();
};

const operationsFor = (contract: Contract, definition: ExploreDefinition): readonly Operation[] =>
  contract.operations
    .filter((operation) => choosesOperation(definition.operations, operation))
    .filter(({ method }) => definition.methods !== 'safe' || method === 'GET' || method === 'HEAD')
    .filter(({ method }) => !['TRACE', 'CONNECT'].includes(method))
    .map((operation, at) => ({ operation, at }))
    .sort((a, b) => rankOf(a.operation) - rankOf(b.operation) || a.at - b.at)
    .map(({ operation }) => operation);

const nothing = (message: string): ProbeReport => ({
  checks: [],
  requests: 0,
  requestErrors: 0,
  failure: { type: 'setup', phase: 'check', message },
});

/** @returns how much could not be removed in the time that is left after a stop */
const removedAll = async (explorer: Explorer): Promise<number> => {
  try {
    return await explorer.removeLeftovers();
  } catch {
    return explorer.leftovers.size;
  }
};

/** @throws TypeError for a document that is none; what aborted the signal */
export const explore: Probe<ExploreDefinition> = async (definition, context: ProbeContext, tell) => {
  const contract = openContract(context.document(definition.document));
  const operations = operationsFor(contract, definition);
  if (operations.length === 0) {
    const known = contract.operations
      .slice(0, 5)
      .map(({ id }) => id)
      .join(', ');
    tell(
      nothing(
        `expected operations to test, got none of ${String(contract.operations.length)}${known === '' ? '' : ` (${known})`}`,
      ),
    );
    return;
  }
  const explorer = new Explorer({ definition, context, contract, operations, judge: documentJudge });
  const tellAll = (left: number): void => {
    for (const report of reportsOf(explorer, left)) tell(report);
  };
  try {
    await run(explorer);
  } catch (error) {
    // What was found until the run was stopped is worth telling, and what was made goes; that it was stopped is told by whoever stopped it.
    if (context.signal.aborted && explorer.coverage.requests > 0) tellAll(await removedAll(explorer));
    throw error;
  }
  if (explorer.sender.isDead && !explorer.wasAnswered) {
    tell(nothing(`expected answers from ${context.targetUrl(definition.target).href}: ${explorer.sender.ended ?? ''}`));
    return;
  }
  if (explorer.sender.isDead) explorer.tellDeath();
  tellAll(await explorer.removeLeftovers());
};
