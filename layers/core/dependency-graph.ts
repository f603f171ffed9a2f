/**
 * Which case must pass before which: what `dependsOn` says, and what the use of `{{variables}}` implies.
 *
 * Everything that could go wrong with dependencies and variables is found here, before the first request.
 */
import { findCycles, orderCases } from '#core/case-order';
import type { DependencyEdge, DependencyGraph, GraphProblem } from '#core/dependency-edges';
import { unitsOf } from '#core/graph-units';
import { isJsonObject } from '#core/json-types';
import { suggestion } from '#core/nearest-name';
import { isInRowsOfLoad, referencedCases } from '#core/probe-references';
import { stageProblems } from '#core/stages';
import { indexCases, indexProducers, neededNames } from '#core/suite-names';
import { GENERATOR, findVariables } from '#core/template';
import { RESERVED_VARIABLES, isReserved, usesOf } from '#core/variable-uses';
import type { Use } from '#core/variable-uses';
import type { Json } from '#core/units';
import type { CaseDefinition, DependencyKind, SuiteDefinition } from '#core/suite';

export type { DependencyEdge, DependencyGraph, GraphProblem, GraphUnit } from '#core/dependency-edges';

export interface GraphOptions {
  /** Names of the environment's variables and secrets; when given, `uses` is checked against them. */
  readonly environmentNames?: readonly string[];
}

interface Building {
  readonly suite: SuiteDefinition;
  readonly cases: ReadonlyMap<string, number>;
  readonly producers: ReadonlyMap<string, string>;
  readonly constants: ReadonlySet<string>;
  readonly problems: GraphProblem[];
}

const environmentProblems = (suite: SuiteDefinition, names: readonly string[] | undefined): GraphProblem[] => {
  if (names === undefined) return [];
  const known = new Set(names);
  const needed = new Set(neededNames(suite));
  return (suite.uses ?? []).flatMap((name, at): GraphProblem[] =>
    known.has(name) || !needed.has(name)
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

/** Texts in `variables` and `webhooks` may hold what does not depend on cases: `uses`, facts of the run, personas, generated values. */
const variableProblems = (suite: SuiteDefinition): GraphProblem[] => {
  const known = [...(suite.uses ?? []), 'run', 'persona'];
  const found = [
    findVariables(suite.variables ?? {}, '/variables'),
    findVariables((suite.webhooks ?? {}) as unknown as Json, '/webhooks'),
  ];
  return [
    ...found.flatMap(({ problems }) =>
      problems.map(({ pointer, message }): GraphProblem => ({ code: 'bad-template', message, pointer })),
    ),
    ...found
      .flatMap(({ uses }) => uses)
      .filter((use) => use.name !== GENERATOR && !known.includes(use.name))
      .map(({ name, pointer }): GraphProblem => {
        const message = `unknown variable "${name}"${suggestion(name, known)}: expected one of the suite's "uses", "run" or "persona"`;
        return { code: 'unknown-variable', message, pointer };
      }),
  ];
};

const reservedProblems = (suite: SuiteDefinition): GraphProblem[] =>
  [
    ...Object.keys(suite.variables ?? {}).map((name) => ({ name, pointer: `/variables/${name}` })),
    ...(suite.uses ?? []).map((name, at) => ({ name, pointer: `/uses/${String(at)}` })),
  ]
    .filter(({ name }) => isReserved(name))
    .map(({ name, pointer }) => ({
      code: 'reserved-variable',
      message: `expected another name than "${name}": ${RESERVED_VARIABLES.join(', ')} are the engine's own`,
      pointer,
    }));

type EdgeDraft = { kind: DependencyKind; stated: boolean; readonly variables: Set<string> };

const statedEdges = (item: CaseDefinition, at: number, building: Building): Map<string, EdgeDraft> => {
  const drafts = new Map<string, EdgeDraft>();
  const here = `/cases/${String(at)}`;
  const stated = (item.dependsOn ?? []).map((dependency, index) => ({
    dependency,
    pointer: `${here}/dependsOn/${String(index)}`,
  }));
  const referenced = referencedCases(item).map(({ name, pointer }) => ({
    dependency: name,
    pointer: `${here}${pointer}`,
  }));
  for (const { dependency, pointer } of [...stated, ...referenced]) {
    const to = typeof dependency === 'string' ? dependency : dependency.case;
    if (!building.cases.has(to)) {
      building.problems.push({
        code: 'unknown-case',
        message: `expected a case of this suite, got "${to}"${suggestion(to, building.cases.keys())}`,
        pointer,
        case: item.id,
      });
      continue;
    }
    const kind = typeof dependency === 'string' ? kindOfProducer(to, building, 'order') : dependency.kind;
    if (!drafts.has(to) || pointer.includes('/dependsOn/'))
      drafts.set(to, { kind, stated: true, variables: new Set() });
  }
  return drafts;
};

const kindOfProducer = (id: string, building: Building, otherwise: DependencyKind): DependencyKind =>
  isTokenCase(building.suite.cases[building.cases.get(id) ?? -1]) ? 'token' : otherwise;

/** A case that fetches a token, once in each shard. One inside a flow is fetched in each row and is data to the rest of the row. */
export const isTokenCase = (item: CaseDefinition | undefined): boolean =>
  item?.token !== undefined && item.token !== false && item.flow === undefined;

/** What is wrong with a use of one of the engine's own variables. */
const reservedUse = (use: Use, item: CaseDefinition, { suite, problems }: Building): void => {
  const say = (code: GraphProblem['code'], message: string): void => {
    problems.push({ code, message, pointer: use.pointer, case: item.id });
  };
  if (use.name === 'row' && item.flow === undefined && !isInRowsOfLoad(use, item))
    say('row-outside-flow', 'expected "row" only in a case with rows or of a flow, got it in a case that runs once');
  const [field] = use.path;
  const owner = use.name === 'persona' ? suite.personas : use.name === 'webhooks' ? suite.webhooks : undefined;
  if (use.name !== 'persona' && use.name !== 'webhooks') return;
  const known = Object.keys(owner ?? {});
  if (typeof field === 'string' && known.includes(field)) return;
  const what = use.name === 'persona' ? 'one of the suite\'s "personas"' : 'one of the suite\'s "webhooks"';
  say(
    use.name === 'webhooks' ? 'unknown-webhook' : 'unknown-variable',
    `unknown "${use.expression}"${suggestion(String(field ?? ''), known)}: expected ${what}, such as {{${use.name}.${known[0] ?? 'NAME'}.${use.name === 'persona' ? 'email' : 'url'}}}`,
  );
};

const addUse = (use: Use, item: CaseDefinition, drafts: Map<string, EdgeDraft>, building: Building): void => {
  if (isReserved(use.name)) {
    reservedUse(use, item, building);
    return;
  }
  if (building.constants.has(use.name) || use.sees.has(use.name)) return;
  const producer = building.producers.get(use.name);
  if (producer === undefined) {
    const known = [...building.constants, ...building.producers.keys(), ...RESERVED_VARIABLES];
    const message = `unknown variable "${use.name}"${suggestion(use.name, known)}: expected one of the suite's "variables" or "uses", or one that a case captures`;
    building.problems.push({ code: 'unknown-variable', message, pointer: use.pointer, case: item.id });
    return;
  }
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
  const setup = suite.cases.filter((item) => item.stage === 'setup').map((item) => item.id);
  suite.cases.forEach((item, at) => {
    if (cases.get(item.id) !== at) return;
    const drafts = statedEdges(item, at, building);
    const found = usesOf(item, at, suite);
    const ofFlow = flowUses(item, building);
    // A default header is scanned for every case, but its mistake is one mistake.
    for (const problem of found.problems)
      if (!reported.has(`${problem.pointer}${problem.message}`)) problems.push(problem);
    for (const problem of found.problems) reported.add(`${problem.pointer}${problem.message}`);
    for (const use of [...found.uses, ...ofFlow]) addUse(use, item, drafts, building);
    addSetup(item, drafts, setup);
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
  problems.push(...variableProblems(suite), ...reservedProblems(suite), ...stageProblems(suite, needs));
  problems.push(...environmentProblems(suite, options.environmentNames));
  const order = orderCases(needs);
  if (order.length < needs.size) problems.push(...findCycles(suite, needs, new Set(order)));
  const { units, problems: unitProblems } = unitsOf(suite, needs, order);
  problems.push(...unitProblems);
  return { edges: [...needs.values()].flat(), order, units, problems: dedupe(problems), needs };
};

/** Every case outside setup and teardown needs the whole setup, which each shard does for itself. */
const addSetup = (item: CaseDefinition, drafts: Map<string, EdgeDraft>, setup: readonly string[]): void => {
  const at = setup.indexOf(item.id);
  // Setup cases run one after the other, as they stand.
  const before = item.stage === 'setup' ? setup.slice(Math.max(0, at - 1), at) : item.stage === undefined ? setup : [];
  for (const to of before) {
    const kind = item.stage === 'setup' ? 'order' : 'token';
    const draft = drafts.get(to);
    if (draft === undefined) drafts.set(to, { kind, stated: false, variables: new Set() });
    else draft.kind = kind;
  }
};

/** Rows that come from a captured list, or hold variables, make every case of the flow need who captured them. */
const flowUses = (item: CaseDefinition, { suite, problems }: Building): Use[] => {
  if (item.flow === undefined) return [];
  const flow = suite.flows?.[item.flow];
  if (flow === undefined) {
    const known = Object.keys(suite.flows ?? {});
    const message = `expected one of the suite's "flows", got "${item.flow}"${suggestion(item.flow, known)}`;
    const at = suite.cases.indexOf(item);
    problems.push({ code: 'unknown-flow', message, pointer: `/cases/${String(at)}/flow`, case: item.id });
    return [];
  }
  if (isJsonObject(flow.rows) && ('csv' in flow.rows || 'jsonLines' in flow.rows)) return [];
  const found = findVariables(flow.rows, `/flows/${item.flow}/rows`);
  return found.uses.filter((use) => use.name !== GENERATOR).map((use) => ({ ...use, sees: new Set<string>() }));
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
  const wanted = withTeardown(suite, closure(caseIds, graph), graph);
  return { ...suite, cases: suite.cases.filter((item) => wanted.has(item.id)) };
};

/**
 * `wanted` and the teardown cases that belong to it: those that use nothing of other cases, with the tokens they need. A teardown case that
 * uses what a case outside `wanted` captures has nothing to tear down here.
 */
export const withTeardown = (
  suite: SuiteDefinition,
  wanted: ReadonlySet<string>,
  graph: DependencyGraph,
): Set<string> => {
  const all = new Set(wanted);
  for (const item of suite.cases) {
    if (item.stage !== 'teardown') continue;
    const edges = graph.needs.get(item.id) ?? [];
    if (edges.some((edge) => edge.kind !== 'token' && !all.has(edge.to))) continue;
    for (const id of closure([item.id], graph)) all.add(id);
  }
  return all;
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
