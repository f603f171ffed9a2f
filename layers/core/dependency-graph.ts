/**
 * Which case must pass before which: what `dependsOn` says, and what the use of `{{variables}}` implies.
 *
 * Everything that could go wrong with dependencies and variables is found here, before the first request.
 */
import { findCycles, orderCases } from '#core/case-order';
import type { DependencyEdge, DependencyGraph, GraphProblem } from '#core/dependency-edges';
import { findVariables } from '#core/template';
import { usesOf } from '#core/variable-uses';
import type { Use } from '#core/variable-uses';
import { suggestion } from '#core/nearest-name';
import type { CaseDefinition, DependencyKind, SuiteDefinition } from '#core/suite';

export type { DependencyEdge, DependencyGraph, GraphProblem } from '#core/dependency-edges';

export interface GraphOptions {
  /** Names of the environment's variables and secrets; when given, `uses` is checked against them. */
  readonly environmentNames?: readonly string[];
}

/** Variable that holds facts of the run: `run.id`, `run.suite`, `run.case`, `run.environment`, `run.shard`. */
export const RUN_VARIABLE = 'run';

interface Building {
  readonly suite: SuiteDefinition;
  readonly cases: ReadonlyMap<string, number>;
  readonly producers: ReadonlyMap<string, string>;
  readonly constants: ReadonlySet<string>;
  readonly problems: GraphProblem[];
}

const indexCases = (suite: SuiteDefinition, problems: GraphProblem[]): Map<string, number> => {
  const cases = new Map<string, number>();
  suite.cases.forEach((item, at) => {
    const first = cases.get(item.id);
    if (first === undefined) cases.set(item.id, at);
    else
      problems.push({
        code: 'duplicate-case',
        message: `expected each case id once, got "${item.id}" again (first at /cases/${String(first)})`,
        pointer: `/cases/${String(at)}/id`,
        case: item.id,
      });
  });
  return cases;
};

const indexProducers = (
  suite: SuiteDefinition,
  constants: ReadonlySet<string>,
  problems: GraphProblem[],
): Map<string, string> => {
  const producers = new Map<string, string>();
  suite.cases.forEach((item, at) => {
    for (const variable of Object.keys(item.captures ?? {})) {
      const pointer = `/cases/${String(at)}/captures/${variable}`;
      const first = producers.get(variable);
      const taken =
        first !== undefined
          ? `case "${first}" captures it too`
          : constants.has(variable)
            ? 'it is one of the suite\'s "variables" or "uses"'
            : undefined;
      if (taken === undefined) producers.set(variable, item.id);
      else
        problems.push({
          code: 'duplicate-variable',
          message: `expected a variable name used once, got "${variable}": ${taken}`,
          pointer,
          case: item.id,
        });
    }
  });
  return producers;
};

const environmentProblems = (suite: SuiteDefinition, names: readonly string[] | undefined): GraphProblem[] => {
  if (names === undefined) return [];
  const known = new Set(names);
  return (suite.uses ?? []).flatMap((name, at): GraphProblem[] =>
    known.has(name)
      ? []
      : [
          {
            code: 'missing-in-environment',
            message: `expected the environment to have "${name}"${suggestion(name, known)}, got none`,
            pointer: `/uses/${String(at)}`,
          },
        ],
  );
};

/** Texts in `variables` may hold what does not depend on cases: `uses` and facts of the run. */
const variableProblems = (suite: SuiteDefinition): GraphProblem[] => {
  const known = [...(suite.uses ?? []), RUN_VARIABLE];
  const { uses, problems } = findVariables(suite.variables ?? {}, '/variables');
  return [
    ...problems.map(({ pointer, message }): GraphProblem => ({ code: 'bad-template', message, pointer })),
    ...uses
      .filter((use) => !known.includes(use.name))
      .map(({ name, pointer }): GraphProblem => {
        const message = `unknown variable "${name}"${suggestion(name, known)}: expected one of the suite's "uses", or "run"`;
        return { code: 'unknown-variable', message, pointer };
      }),
  ];
};

type EdgeDraft = { kind: DependencyKind; stated: boolean; readonly variables: Set<string> };

const statedEdges = (item: CaseDefinition, at: number, building: Building): Map<string, EdgeDraft> => {
  const drafts = new Map<string, EdgeDraft>();
  (item.dependsOn ?? []).forEach((dependency, index) => {
    const to = typeof dependency === 'string' ? dependency : dependency.case;
    const pointer = `/cases/${String(at)}/dependsOn/${String(index)}`;
    if (!building.cases.has(to)) {
      building.problems.push({
        code: 'unknown-case',
        message: `expected a case of this suite, got "${to}"${suggestion(to, building.cases.keys())}`,
        pointer,
        case: item.id,
      });
      return;
    }
    const kind = typeof dependency === 'string' ? kindOfProducer(to, building, 'order') : dependency.kind;
    drafts.set(to, { kind, stated: true, variables: new Set() });
  });
  return drafts;
};

const kindOfProducer = (id: string, building: Building, otherwise: DependencyKind): DependencyKind =>
  building.suite.cases[building.cases.get(id) ?? -1]?.token === true ? 'token' : otherwise;

const addUse = (use: Use, item: CaseDefinition, drafts: Map<string, EdgeDraft>, building: Building): void => {
  if (use.name === RUN_VARIABLE || building.constants.has(use.name)) return;
  const producer = building.producers.get(use.name);
  if (producer === undefined) {
    const known = [...building.constants, ...building.producers.keys(), RUN_VARIABLE];
    const message = `unknown variable "${use.name}"${suggestion(use.name, known)}: expected one of the suite's "variables" or "uses", or one that a case captures`;
    building.problems.push({ code: 'unknown-variable', message, pointer: use.pointer, case: item.id });
    return;
  }
  if (producer === item.id && use.afterCapture) return;
  const draft = drafts.get(producer);
  if (draft === undefined)
    drafts.set(producer, {
      kind: kindOfProducer(producer, building, 'data'),
      stated: false,
      variables: new Set([use.name]),
    });
  else {
    draft.variables.add(use.name);
    if (draft.kind === 'order') draft.kind = 'data';
  }
};

/**
 * Builds the dependency graph of a suite.
 *
 * Pure and total: a suite with problems still gives a graph of what is right in it. `problems` is empty exactly when every case can be
 * reached, every variable is known and nothing goes round in a circle. Linear in cases and edges.
 */
export const buildGraph = (suite: SuiteDefinition, options: GraphOptions = {}): DependencyGraph => {
  const problems: GraphProblem[] = [];
  const constants = new Set([...Object.keys(suite.variables ?? {}), ...(suite.uses ?? [])]);
  const cases = indexCases(suite, problems);
  const producers = indexProducers(suite, constants, problems);
  const building: Building = { suite, cases, producers, constants, problems };
  const needs = new Map<string, readonly DependencyEdge[]>();
  const reported = new Set<string>();
  suite.cases.forEach((item, at) => {
    if (cases.get(item.id) !== at) return;
    const drafts = statedEdges(item, at, building);
    const found = usesOf(item, at, suite);
    // A default header is scanned for every case, but its mistake is one mistake.
    for (const problem of found.problems)
      if (!reported.has(`${problem.pointer}${problem.message}`)) problems.push(problem);
    for (const problem of found.problems) reported.add(`${problem.pointer}${problem.message}`);
    for (const use of found.uses) addUse(use, item, drafts, building);
    needs.set(
      item.id,
      [...drafts].map(([to, draft]) => ({
        from: item.id,
        to,
        kind: draft.kind,
        variables: [...draft.variables],
        inferred: !draft.stated,
      })),
    );
  });
  problems.push(...variableProblems(suite));
  problems.push(...environmentProblems(suite, options.environmentNames));
  const order = orderCases(needs);
  if (order.length < needs.size) problems.push(...findCycles(suite, needs, new Set(order)));
  return { edges: [...needs.values()].flat(), order, problems: dedupe(problems), needs };
};

const dedupe = (problems: readonly GraphProblem[]): GraphProblem[] => [
  ...new Map(problems.map((problem) => [`${problem.pointer} ${problem.message}`, problem])).values(),
];

/**
 * Cuts a suite down to some of its cases and everything they need, in the order of the suite.
 *
 * @param caseIds ids that the suite does not have are ignored: selection has answered for them
 */
export const withDependencies = (
  suite: SuiteDefinition,
  caseIds: Iterable<string>,
  graph: DependencyGraph = buildGraph(suite),
): SuiteDefinition => {
  const wanted = closure(caseIds, graph);
  return { ...suite, cases: suite.cases.filter((item) => wanted.has(item.id)) };
};

/** `caseIds` and everything they need over edges of these kinds, all kinds when absent. */
export const closure = (
  caseIds: Iterable<string>,
  graph: DependencyGraph,
  kinds?: ReadonlySet<DependencyKind>,
): Set<string> => {
  const wanted = new Set<string>();
  const open = [...caseIds].filter((id) => graph.needs.has(id));
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (wanted.has(id)) continue;
    wanted.add(id);
    for (const edge of graph.needs.get(id) ?? []) if (kinds === undefined || kinds.has(edge.kind)) open.push(edge.to);
  }
  return wanted;
};
