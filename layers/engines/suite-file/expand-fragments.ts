/** Puts the cases of fragments where they are included. */
import { isJsonObject } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import {
  EXPANDED_MAX,
  Exhausted,
  argumentsOf,
  exhaust,
  parameterProblems,
  spendFor,
} from '#engines/suite-file/fragment-arguments';
import type { Expansion, ExpansionProblem, Scope } from '#engines/suite-file/fragment-arguments';
import { capturedBy, rewriteCase } from '#engines/suite-file/fragment-cases';
import type { CaseRules } from '#engines/suite-file/fragment-cases';
import { unknownFragment } from '#engines/suite-file/fragment-library';
import type { FragmentLibrary, KeptFragment } from '#engines/suite-file/fragment-library';
import type { Origin, Place } from '#engines/suite-file/origins';
import { READY_FRAGMENTS } from '#engines/suite-file/ready-fragments';

const LEVELS_MAX = 10;
const NAME_LENGTH_MAX = 63;

/** A case with where it was written. */
export interface Piece {
  readonly item: JsonObject;
  readonly origin: Origin;
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const isPlainText = (value: Json | undefined): value is string => typeof value === 'string' && value !== '';
const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);

const withPlacement = (item: JsonObject, include: JsonObject): JsonObject => {
  const { stage, flow } = include;
  const hasRows = Object.hasOwn(item, 'flow') || Object.hasOwn(item, 'rows');
  return {
    ...item,
    ...(stage === undefined || Object.hasOwn(item, 'stage') ? {} : { stage }),
    ...(flow === undefined || hasRows ? {} : { flow }),
  };
};

const idOf = (item: JsonObject): string => textOf(item['id']);

const namesIn = (items: readonly JsonObject[]): Names => ({
  captured: new Set(items.flatMap(capturedBy)),
  ids: new Set(items.map(idOf)),
});

const readyPieces = (include: JsonObject, name: string, at: Place, scope: Scope, state: Expansion): Piece[] => {
  const ready = READY_FRAGMENTS.get(name);
  if (ready === undefined) return [];
  const definition = { parameters: ready.parameters } as unknown as JsonObject;
  const args = argumentsOf(include, { file: '', pointer: '', definition }, at, scope, state);
  const made = ready.make(args);
  for (const { parameter, message } of made.problems)
    state.problems.push({ code: 'bad-argument', message, at: { ...at, pointer: `${at.pointer}/with/${parameter}` } });
  const prefix = isPlainText(include['as']) ? include['as'] : name.slice('assay/'.length);
  const origin: Origin = { file: at.file, pointer: at.pointer, included: scope.included, prefix: '', ready: name };
  const rules = rulesFor(prefix, namesIn(made.cases), at, state);
  return made.cases.map((item) => {
    count(state, at);
    return { item: withPlacement(rewriteCase(item, '', rules), include), origin };
  });
};

const count = (state: Expansion, at: Place): void => {
  state.cases += 1;
  if (state.cases > EXPANDED_MAX)
    exhaust(state, at, `expected at most ${String(EXPANDED_MAX)} cases once fragments are put in, got more`);
};

/** What the cases of a fragment call each other and what they capture. */
interface Names {
  readonly captured: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
}

const NO_ARGUMENTS: ReadonlyMap<string, Json> = new Map();

const rulesFor = (as: string, names: Names, at: Place, state: Expansion, args = NO_ARGUMENTS): CaseRules => ({
  args,
  renamed: as === '' ? new Set() : names.captured,
  prefix: as === '' ? '' : `${as.replaceAll('-', '_')}_`,
  ids: as === '' ? new Set() : names.ids,
  idPrefix: as === '' ? '' : `${as}-`,
  spend: spendFor(state, at),
  report: (message, pointer) => {
    state.problems.push({ code: 'bad-argument', message, at: { ...at, pointer: at.pointer + pointer } });
  },
});

const longName = (piece: Piece, as: string, at: Place, state: Expansion): void => {
  const id = idOf(piece.item);
  if (as === '' || id.length <= NAME_LENGTH_MAX) return;
  const message = `expected case ids of at most ${String(NAME_LENGTH_MAX)} characters, got "${id}" with this prefix`;
  state.problems.push({ code: 'long-name', message, at: { ...at, pointer: `${at.pointer}/as` } });
};

const fragmentPieces = (
  include: JsonObject,
  fragment: KeptFragment,
  at: Place,
  scope: Scope,
  state: Expansion,
): Piece[] => {
  const { definition, file } = fragment;
  const name = textOf(include['fragment']);
  const args = argumentsOf(include, fragment, at, scope, state);
  const included = [{ file: at.file, pointer: at.pointer }, ...scope.included];
  const inner: Scope = { file, included, names: [...scope.names, name], args };
  const nested = includedPieces(definition['include'], `${fragment.pointer}/include`, inner, state);
  const own = listOf(definition['cases']).flatMap((item, index) =>
    isJsonObject(item) ? [{ item, pointer: `${fragment.pointer}/cases/${String(index)}` }] : [],
  );
  const names = namesIn([...nested.map(({ item }) => item), ...own.map(({ item }) => item)]);
  parameterProblems(fragment, names.captured, state, inner);
  const as = isPlainText(include['as']) ? include['as'] : '';
  const rename = rulesFor(as, names, at, state);
  const outer = nested.map(({ item, origin }): Piece => ({
    item: as === '' ? item : rewriteCase(item, '', rename),
    origin: { ...origin, prefix: `${rename.prefix}${origin.prefix}` },
  }));
  const pieces = own.map(({ item, pointer }): Piece => {
    const place: Place = { file, pointer, included };
    count(state, place);
    const rules = rulesFor(as, names, place, state, args);
    rules.spend(item);
    return { item: rewriteCase(item, '', rules), origin: { file, pointer, included, prefix: rules.prefix } };
  });
  return [...outer, ...pieces].map((piece) => {
    longName(piece, as, at, state);
    return { item: withPlacement(piece.item, include), origin: piece.origin };
  });
};

const onePieces = (include: JsonObject, at: Place, scope: Scope, state: Expansion): Piece[] => {
  const name = include['fragment'];
  if (typeof name !== 'string') return [];
  const say = (code: string, message: string): Piece[] => {
    state.problems.push({ code, message, at: { ...at, pointer: `${at.pointer}/fragment` } });
    return [];
  };
  if (scope.names.includes(name))
    return say(
      'fragment-circle',
      `expected fragments without a circle, got ${[...scope.names.slice(scope.names.indexOf(name)), name].join(' -> ')}`,
    );
  if (scope.names.length >= LEVELS_MAX)
    return say(
      'fragment-depth',
      `expected fragments inside fragments at most ${String(LEVELS_MAX)} levels deep, got more: ${[...scope.names, name].join(' -> ')}`,
    );
  state.used.add(name);
  if (READY_FRAGMENTS.has(name)) return readyPieces(include, name, at, scope, state);
  const fragment = state.library.fragments.get(name);
  return fragment === undefined
    ? say('unknown-fragment', unknownFragment(name, state.library))
    : fragmentPieces(include, fragment, at, scope, state);
};

const includedPieces = (includes: Json | undefined, pointer: string, scope: Scope, state: Expansion): Piece[] =>
  listOf(includes).flatMap((include, index) => {
    if (!isJsonObject(include)) return [];
    const at: Place = { file: scope.file, pointer: `${pointer}/${String(index)}`, included: scope.included };
    state.includes += 1;
    if (state.includes > EXPANDED_MAX)
      exhaust(
        state,
        at,
        `expected at most ${String(EXPANDED_MAX)} includes, those of fragments counted each time, got more`,
      );
    return onePieces(include, at, scope, state);
  });

/**
 * The cases that a suite includes, in the order of its includes.
 *
 * Ends early, with a problem, where fragments would make more than EXPANDED_MAX cases or grow beyond ADDED_SIZE_MAX.
 *
 * @param own cases that the suite has itself, which count too
 */
export const expandIncludes = (
  includes: Json | undefined,
  library: FragmentLibrary,
  own: number,
): {
  readonly pieces: readonly Piece[];
  readonly problems: readonly ExpansionProblem[];
  readonly used: ReadonlySet<string>;
} => {
  const state: Expansion = { library, problems: [], used: new Set(), cases: own, includes: 0, size: 0 };
  const scope: Scope = { file: '', included: [], names: [], args: new Map() };
  try {
    return { pieces: includedPieces(includes, '/include', scope, state), problems: state.problems, used: state.used };
  } catch (error) {
    if (!(error instanceof Exhausted)) throw error;
    return { pieces: [], problems: state.problems, used: state.used };
  }
};
