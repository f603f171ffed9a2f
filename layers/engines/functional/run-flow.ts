import type { TryFailure } from '#core/case-result';
import type { GraphUnit } from '#core/dependency-graph';
import { isJsonObject } from '#core/json-types';
import type { FlowDefinition, Rows } from '#core/suite';
import { SubstitutionError, substitute } from '#core/template';
import type { Json } from '#core/units';
import { RowError } from '#engines/data/row-problem';
import { rowsOf, rowsOfEach } from '#engines/data/rows';
import { cookiesOf } from '#engines/functional/open-suite';
import { erroredCase, skippedCase } from '#engines/functional/case-outcome';
import { PASSED, places, schedule, worst } from '#engines/functional/schedule';
import type { Outcome } from '#engines/functional/schedule';
import type { SuiteContext } from '#engines/functional/suite-context';
import type { SuiteRunner } from '#engines/functional/run-suite';

interface Flow {
  readonly id: string;
  readonly definition: FlowDefinition;
  readonly unit: GraphUnit;
  readonly outside: ReadonlyMap<string, Outcome>;
  readonly runner: SuiteRunner;
  /** Captured in a row and used outside of the flow: kept as a list over the rows. */
  readonly lists: ReadonlyMap<string, Json[]>;
}

const isEach = (rows: Rows): rows is Extract<Rows, { readonly each: string }> => isJsonObject(rows) && 'each' in rows;

/** The rows, made one after the other as they are needed. */
const rowValues = function* (flow: Flow, context: SuiteContext): Generator<Json> {
  const { rows } = flow.definition;
  const lookup = context.scope.lookupFor('', () => undefined);
  const place = `/flows/${flow.id}/rows`;
  if (isEach(rows)) {
    yield* rowsOfEach(rows, substitute(rows.each, { lookup }, place));
    return;
  }
  const isText = isJsonObject(rows) && ('csv' in rows || 'jsonLines' in rows);
  let number = 0;
  for (const row of rowsOf(rows)) {
    number += 1;
    const here = `${place}/${String(number)}`;
    const generate = (expression: string, at: string): Json =>
      context.generate(expression, at, context.ports.clock.nowMs());
    yield isText ? row : substitute(row, { lookup, generate }, here);
  }
};

const runRow = async (flow: Flow, value: Json, number: number, ends: Map<string, Outcome>): Promise<void> => {
  const { runner, unit, outside, id } = flow;
  const scope = runner.context.scope.below({ flow: id, number, value, isCaptured: isEach(flow.definition.rows) });
  const { suite, ports, vault } = runner.context;
  const context: SuiteContext = { ...runner.context, scope, ...cookiesOf(suite, ports, vault) };
  const row = await schedule({
    units: unit.cases.map((caseId) => ({ cases: [caseId] })),
    needs: runner.context.graph.needs,
    settled: outside,
    runCase: (caseId, readiness) => runner.runCase(caseId, readiness, context),
    runFlow: () => Promise.resolve(new Map()),
    waitMsMax: (caseId) => runner.caseOf(caseId).dependencyTimeoutMs,
    isSetup: (caseId) => runner.caseOf(caseId).stage === 'setup',
    clock: runner.context.ports.clock,
  });
  for (const caseId of unit.cases) ends.set(caseId, worst(row.get(caseId) ?? PASSED, ends.get(caseId) ?? PASSED));
  for (const [variable, list] of flow.lists) {
    const captured = scope.captured(variable);
    if (captured !== undefined) list[number - 1] = captured;
  }
  scope.wipe();
};

/** Every case of a flow whose rows cannot be had: one line each, in the row that is missing, so that no case is without result. */
const tellAll = (flow: Flow, failure: TryFailure, rowsBefore: number): Map<string, Outcome> => {
  const { runner, id: flowId } = flow;
  const scope =
    rowsBefore === 0
      ? runner.context.scope
      : runner.context.scope.below({ flow: flowId, number: rowsBefore + 1, value: null, isCaptured: false });
  for (const id of flow.unit.cases)
    runner.tell(
      erroredCase(runner.caseOf(id), { ...runner.context, scope }, failure, runner.context.ports.clock.nowMs()),
    );
  return new Map(flow.unit.cases.map((id) => [id, { verdict: 'errored', chain: [id] }]));
};

const skipAll = (flow: Flow, reason: string): Map<string, Outcome> => {
  const { runner } = flow;
  for (const id of flow.unit.cases) {
    const because = { kind: 'no-rows', reason } as const;
    runner.tell(skippedCase(runner.caseOf(id), runner.context, because, runner.context.ports.clock.nowMs()));
  }
  return new Map(flow.unit.cases.map((id) => [id, PASSED]));
};

const keepLists = (flow: Flow, ends: Map<string, Outcome>): void => {
  const { scope, sink, id } = flow.runner.context;
  if (flow.lists.size === 0) return;
  try {
    scope.keep(new Map([...flow.lists].map(([name, list]) => [name, [...list].map((item) => item ?? null)])), false);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    sink.log({ level: 'error', suite: id, message: `flow ${flow.id}: ${error.message}` });
    for (const caseId of flow.unit.cases) ends.set(caseId, { verdict: 'errored', chain: [caseId] });
  }
};

const listsOf = (unit: GraphUnit, { context }: SuiteRunner): Map<string, Json[]> => {
  const inside = new Set(unit.cases);
  const used = context.graph.edges.filter((edge) => inside.has(edge.to) && !inside.has(edge.from));
  return new Map(used.flatMap((edge) => edge.variables).map((name) => [name, []]));
};

/** What keeps all rows from running; a case of the flow that needs something outside is skipped with that reason, without a row. */
const blockedOutside = (flow: Flow): boolean => [...flow.outside.values()].some((end) => end.verdict !== 'passed');

const runBlocked = async (flow: Flow): Promise<Map<string, Outcome>> => {
  const { runner, unit, outside } = flow;
  const ends = await schedule({
    units: unit.cases.map((id) => ({ cases: [id] })),
    needs: runner.context.graph.needs,
    settled: outside,
    // A case of the flow that needs nothing of what failed could run, but its row would be cut in two.
    runCase: (id, readiness) =>
      runner.runCase(id, readiness.kind === 'ready' ? blockedBy(flow) : readiness, runner.context),
    runFlow: () => Promise.resolve(new Map()),
    waitMsMax: () => undefined,
    isSetup: (id) => runner.caseOf(id).stage === 'setup',
    clock: runner.context.ports.clock,
  });
  return new Map(unit.cases.map((id) => [id, ends.get(id) ?? PASSED]));
};

const blockedBy = (flow: Flow) => {
  const [cause] = [...flow.outside].find(([, end]) => end.verdict !== 'passed') ?? [''];
  const chain = flow.outside.get(cause)?.chain ?? [];
  const reason = `the flow "${flow.id}" needs "${cause}", which did not pass`;
  return { kind: 'skip', because: { kind: 'dependency', case: cause, reason, chain } } as const;
};

/**
 * Runs the cases of a flow once for each row: inside a row in the order of their needs, rows side by side. A row that fails stops no other.
 * Rows are made as they are needed and forgotten when they are done, so that a hundred thousand of them take no more memory than ten.
 *
 * @returns how each case ended over all rows: its worst row
 */
export const runFlow = async (
  unit: GraphUnit,
  outside: ReadonlyMap<string, Outcome>,
  runner: SuiteRunner,
): Promise<ReadonlyMap<string, Outcome>> => {
  const id = unit.flow ?? '';
  const definition = runner.context.suite.flows?.[id];
  if (definition === undefined) throw new TypeError(`the graph has the flow ${id}, which the suite has not`);
  const flow: Flow = { id, definition, unit, outside, runner, lists: listsOf(unit, runner) };
  if (blockedOutside(flow)) return runBlocked(flow);
  const rowPlaces = places(definition.concurrency ?? runner.concurrency);
  const ends = new Map<string, Outcome>();
  const running = new Set<Promise<void>>();
  let number = 0;
  try {
    for (const value of rowValues(flow, runner.context)) {
      const release = await rowPlaces.acquire();
      number += 1;
      const row = runRow(flow, value, number, ends).finally(() => {
        release();
        running.delete(row);
      });
      running.add(row);
    }
  } catch (error) {
    await Promise.all(running);
    if (!(error instanceof SubstitutionError || error instanceof RowError)) throw error;
    const failure = { type: 'setup', phase: 'rows', message: error.message } as const;
    return tellAll(flow, failure, number);
  }
  await Promise.all(running);
  if (number === 0) return noRows(flow);
  keepLists(flow, ends);
  return ends;
};

/** An empty list that must not be one was refused before. */
const noRows = (flow: Flow): Map<string, Outcome> => {
  const { rows } = flow.definition;
  if (isEach(rows)) return skipAll(flow, `there are no rows: ${rows.each} is empty`);
  const message = `expected at least one row for the flow "${flow.id}", got none`;
  return tellAll(flow, { type: 'setup', phase: 'rows', message }, 0);
};
