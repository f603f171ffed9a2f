/** What is known while fragments are put in, and the arguments that go into them. */
import { isJsonObject } from '#core/json-types';
import { suggestion } from '#core/nearest-name';
import { asText } from '#core/template';
import { isReserved } from '#core/variable-uses';
import type { Json, JsonObject } from '#core/units';
import type { FragmentLibrary, KeptFragment } from '#engines/suite-file/fragment-library';
import { ADDED_SIZE_MAX, TooLarge, rewriteTexts, sizeOf } from '#engines/suite-file/fragment-texts';
import type { Place, Written } from '#engines/suite-file/origins';

/** Cases of a suite after its fragments are put in, and includes on the way: ten levels of ten includes would be 10^10. */
export const EXPANDED_MAX = 10_000;

export interface ExpansionProblem {
  readonly code: string;
  readonly message: string;
  readonly at: Place;
  readonly where?: 'key' | 'value';
}

/** Ends an expansion that grows beyond all bounds; the problem has been told. */
export class Exhausted extends Error {}

export interface Expansion {
  readonly library: FragmentLibrary;
  readonly problems: ExpansionProblem[];
  readonly used: Set<string>;
  cases: number;
  includes: number;
  size: number;
}

/** Where an include stands, and what its texts mean there. */
export interface Scope {
  readonly file: string;
  readonly included: readonly Written[];
  readonly names: readonly string[];
  readonly args: ReadonlyMap<string, Json>;
}

const fieldsOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});

export const exhaust = (state: Expansion, at: Place, message: string): never => {
  state.problems.push({ code: 'too-large', message, at });
  throw new Exhausted();
};

export const spendFor = (state: Expansion, at: Place) => (added: Json) => {
  try {
    state.size += sizeOf(added, ADDED_SIZE_MAX - state.size);
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    exhaust(
      state,
      at,
      `expected fragments that make the suite at most ${String(ADDED_SIZE_MAX)} characters larger, got more`,
    );
  }
};

/** Arguments by parameter: what the include gives, else the default. */
export const argumentsOf = (
  include: JsonObject,
  { definition }: KeptFragment,
  at: Place,
  scope: Scope,
  state: Expansion,
): Map<string, Json> => {
  const name = asText(include['fragment'] ?? '');
  const parameters = fieldsOf(definition['parameters']);
  const given = fieldsOf(include['with']);
  const args = new Map<string, Json>();
  const say = (message: string, pointer: string, where: 'key' | 'value' = 'value'): void => {
    state.problems.push({ code: 'bad-argument', message, at: { ...at, pointer: at.pointer + pointer }, where });
  };
  for (const field of Object.keys(given))
    if (!Object.hasOwn(parameters, field)) {
      const known = Object.keys(parameters);
      const has = known.length === 0 ? 'it has none' : `it has ${known.join(', ')}`;
      say(
        `unknown parameter "${field}"${suggestion(field, known)} of the fragment "${name}": ${has}`,
        `/with/${field}`,
        'key',
      );
    }
  const rules = {
    args: scope.args,
    renamed: new Set<string>(),
    prefix: '',
    spend: spendFor(state, at),
    report: (message: string, pointer: string) => {
      say(message, pointer);
    },
  };
  for (const [field, parameter] of Object.entries(parameters)) {
    const fallback = fieldsOf(parameter)['default'];
    const value = Object.hasOwn(given, field) ? given[field] : undefined;
    if (value !== undefined) args.set(field, rewriteTexts(value, `/with/${field}`, rules));
    else if (fallback !== undefined) args.set(field, fallback);
    else if (fieldsOf(parameter)['optional'] !== true)
      say(
        `expected an argument for "${field}" of the fragment "${name}", got none`,
        Object.hasOwn(include, 'with') ? '/with' : '',
      );
  }
  return args;
};

/** Names of parameters that mean something else already. */
export const parameterProblems = (
  fragment: KeptFragment,
  captured: ReadonlySet<string>,
  state: Expansion,
  scope: Scope,
): void => {
  for (const name of Object.keys(fieldsOf(fragment.definition['parameters']))) {
    const taken = isReserved(name)
      ? "is the engine's own"
      : captured.has(name)
        ? 'is captured by one of its cases'
        : undefined;
    if (taken === undefined) continue;
    const at = { file: fragment.file, pointer: `${fragment.pointer}/parameters/${name}`, included: scope.included };
    state.problems.push({
      code: 'bad-parameter',
      message: `expected another name than "${name}" for a parameter: it ${taken}`,
      at,
      where: 'key',
    });
  }
};
