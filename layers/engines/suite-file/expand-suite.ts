/** From the form that people write to the form that is stored and run: setup, teardown, fragments and rows become plain cases and flows. */
import { isJsonObject } from '#core/json-types';
import { PROBE_ACTS } from '#core/suite';
import type { Json, JsonObject } from '#core/units';
import { expandIncludes } from '#engines/suite-file/expand-fragments';
import { EXPANDED_MAX } from '#engines/suite-file/fragment-arguments';
import type { ExpansionProblem } from '#engines/suite-file/fragment-arguments';
import { fragmentLibrary } from '#engines/suite-file/fragment-library';
import type { FragmentLibrary } from '#engines/suite-file/fragment-library';
import { originAt } from '#engines/suite-file/origins';
import type { Origin, Origins } from '#engines/suite-file/origins';
import type { SuiteFileReader } from '#engines/suite-file/suite-files';

export interface ExpandedSuite {
  /** Without the fields that only files have. Whatever is malformed is in it as it was. */
  readonly value: JsonObject;
  readonly origins: Origins;
  readonly library: FragmentLibrary;
  /** Numbers of the cases that came out of fragments. */
  readonly included: readonly number[];
  readonly usedFragments: ReadonlySet<string>;
  readonly problems: readonly ExpansionProblem[];
}

interface Entry {
  readonly item: Json;
  readonly origin: Origin;
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);

/** Cases of one of the suite's lists. */
const entriesOf = (value: JsonObject, list: 'setup' | 'cases' | 'teardown', problems: ExpansionProblem[]): Entry[] =>
  listOf(value[list]).map((item, at): Entry => {
    const pointer = `/${list}/${String(at)}`;
    const origin = originAt('', pointer);
    if (list === 'cases' || !isJsonObject(item)) return { item, origin };
    const { stage } = item;
    if (stage !== undefined && stage !== list) {
      const message = `expected no other stage than that of the list "${list}", got ${JSON.stringify(stage)}`;
      problems.push({ code: 'stage-order', message, at: { file: '', pointer: `${pointer}/stage`, included: [] } });
    }
    return { item: { ...item, stage: list }, origin };
  });

interface Flows {
  readonly flows: { [id: string]: Json };
  readonly origins: Map<string, Origin>;
}

const define = (target: { [name: string]: Json }, name: string, value: Json): void => {
  Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true });
};

/** Rows of a case alone become a flow that is named like it. */
const withFlow = (entry: Entry, { flows, origins }: Flows, problems: ExpansionProblem[]): Json => {
  const { item, origin } = entry;
  if (!isJsonObject(item) || item['rows'] === undefined || typeof item['id'] !== 'string') return item;
  const { rows, ...rest } = item;
  const { id } = item as JsonObject & { readonly id: string };
  if (Object.hasOwn(flows, id)) {
    const message = `expected no flow of the name of a case with rows, got "${id}"`;
    const { file, included, ready } = origin;
    const at = { file, included, pointer: `${origin.pointer}/rows`, ...(ready === undefined ? {} : { ready }) };
    problems.push({ code: 'duplicate-flow', message, at, where: 'key' });
    return rest;
  }
  define(flows, id, { rows: rows });
  origins.set(id, origin);
  return { ...rest, flow: id };
};

/** Probes make their own checks. */
const withChecks = (item: Json): Json =>
  isJsonObject(item) && item['checks'] === undefined && PROBE_ACTS.some((act) => item[act] !== undefined)
    ? { ...item, checks: [] }
    : item;

/** Fields that only the form of files has. */
const FILE_FIELDS = new Set([
  '$schema',
  'fragments',
  'fragmentsFrom',
  'include',
  'setup',
  'teardown',
  'cases',
  'flows',
]);

const keptFields = (value: JsonObject): { [name: string]: Json } => {
  const kept: { [name: string]: Json } = {};
  for (const [name, item] of Object.entries(value)) if (!FILE_FIELDS.has(name)) define(kept, name, item);
  return kept;
};

/**
 * Expands a suite: total, so that a malformed one can be told all that is wrong with it. Expanding what is expanded changes nothing.
 *
 * @param value what a file, or the body of a request, holds
 */
export const expandSuite = (value: JsonObject, reader: SuiteFileReader | undefined): ExpandedSuite => {
  const problems: ExpansionProblem[] = [];
  const library = fragmentLibrary(value, reader);
  const [setup, cases, teardown] = (['setup', 'cases', 'teardown'] as const).map((list) =>
    entriesOf(value, list, problems),
  ) as [Entry[], Entry[], Entry[]];
  const own = setup.length + cases.length + teardown.length;
  const expanded = expandIncludes(value['include'], library, own);
  problems.push(...expanded.problems);
  // Setup that is included comes first: a login from a fragment is there for the suite's own setup.
  const isSetup = (entry: Entry): boolean => isJsonObject(entry.item) && entry.item['stage'] === 'setup';
  const [early, later] = [expanded.pieces.filter(isSetup), expanded.pieces.filter((piece) => !isSetup(piece))];
  const entries: readonly Entry[] = [...early, ...setup, ...later, ...cases, ...teardown];
  if (own > EXPANDED_MAX)
    problems.push({
      code: 'too-large',
      message: `expected at most ${String(EXPANDED_MAX)} cases in one suite, got ${String(own)}; split it into several suites`,
      at: { file: '', pointer: '/cases', included: [] },
      where: 'key',
    });
  const written = value['flows'];
  const flows: Flows = { flows: isJsonObject(written) ? { ...written } : {}, origins: new Map() };
  const items = entries.map((entry) => withChecks(withFlow(entry, flows, problems)));
  const hasFlows = Object.keys(flows.flows).length > 0;
  const noList = value['cases'] !== undefined && !Array.isArray(value['cases']);
  return {
    value: {
      ...keptFields(value),
      ...(hasFlows ? { flows: flows.flows } : written === undefined ? {} : { flows: written }),
      ...(noList ? { cases: value['cases'] as Json } : { cases: items }),
    },
    origins: { cases: entries.map(({ origin }) => origin), flows: flows.origins },
    library,
    included: expanded.pieces.map((_piece, at) => setup.length + at),
    usedFragments: expanded.used,
    problems,
  };
};
