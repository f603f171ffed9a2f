import { isTokenCase } from '#core/dependency-graph';
import type { CaseDefinition, SuiteDefinition, TokenRules } from '#core/suite';
import type { Json } from '#core/units';
import { sharedToken } from '#engines/client/shared-token';
import type { FetchedToken, SharedToken } from '#engines/client/shared-token';
import { applyPath } from '#engines/functional/json-path';
import type { Clock } from '#ports/clock';

const REFRESH_ON_DEFAULT: readonly number[] = [401];

/** A token that could not be fetched again. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

/** The tokens of a suite in one shard: fetched once, and once again when they expire, however many cases wait (C3, row 6). */
export interface TokenKeeper {
  /** Token cases behind these variables, each with the number of times it was fetched. */
  readonly behind: (variables: Iterable<string>) => readonly TokenUse[];
  /** Tells that a token case passed, with the answer it got. */
  readonly fetched: (item: CaseDefinition, answer: Json | undefined) => void;
  /** Fetches what has expired or is about to. @throws TokenRefused */
  readonly ensureFresh: (uses: readonly TokenUse[], signal: AbortSignal) => Promise<void>;
  /** Uses whose rules say that this status means an expired token. */
  readonly refusedBy: (uses: readonly TokenUse[], status: number) => readonly TokenUse[];
  /** Fetches each token again unless somebody did since its use was taken. @throws TokenRefused */
  readonly refresh: (uses: readonly TokenUse[], signal: AbortSignal) => Promise<void>;
}

export interface TokenUse {
  readonly case: string;
  readonly generation: number;
}

/** The value lies among the captured variables; what is shared is that it was fetched. */
type Fetched = FetchedToken<null>;

interface Held {
  readonly item: CaseDefinition;
  readonly shared: SharedToken<null>;
  generation: number;
  /** Set while it is fetched again: what the case told of it. */
  again: { told: Fetched } | undefined;
}

const rulesOf = (item: CaseDefinition): TokenRules => (typeof item.token === 'object' ? item.token : {});

const fetchedFrom = ({ expiresIn }: TokenRules, answer: Json | undefined): Fetched => {
  const found =
    typeof expiresIn === 'string' && answer !== undefined ? applyPath(expiresIn, answer).values[0] : expiresIn;
  const seconds = typeof found === 'number' || typeof found === 'string' ? Number(found) : Number.NaN;
  return Number.isFinite(seconds) && seconds > 0 ? { value: null, expiresInMs: seconds * 1000 } : { value: null };
};

/** @param refetch runs a token case again and gives what went wrong, or undefined when it passed */
export const tokenKeeper = (
  suite: SuiteDefinition,
  clock: Clock,
  refetch: (item: CaseDefinition) => Promise<string | undefined>,
): TokenKeeper => {
  const held = new Map<string, Held>();
  const byVariable = new Map<string, Held>();
  for (const item of suite.cases) {
    if (!isTokenCase(item)) continue;
    const fetch = async (): Promise<Fetched> => {
      const again = { told: { value: null } };
      state.again = again;
      const problem = await refetch(item).finally(() => (state.again = undefined));
      if (problem === undefined) return again.told;
      throw new TokenRefused(`expected the case "${item.id}" to fetch a new token, got: ${problem}`);
    };
    const state: Held = { item, generation: 0, again: undefined, shared: sharedToken({ clock, fetch }) };
    held.set(item.id, state);
    for (const variable of Object.keys(item.captures ?? {})) byVariable.set(variable, state);
  }
  const each = async (
    uses: readonly TokenUse[],
    act: (state: Held, use: TokenUse) => Promise<{ generation: number }>,
  ) => {
    const renew = async (use: TokenUse): Promise<void> => {
      const state = held.get(use.case);
      if (state !== undefined) state.generation = (await act(state, use)).generation;
    };
    await Promise.all(uses.map(renew));
  };
  return {
    behind: (variables) => {
      if (byVariable.size === 0) return [];
      const states = new Set([...variables].flatMap((name) => byVariable.get(name) ?? []));
      return [...states].map((state) => ({ case: state.item.id, generation: state.generation }));
    },
    fetched: (item, answer) => {
      const state = held.get(item.id);
      if (state === undefined) return;
      const told = fetchedFrom(rulesOf(item), answer);
      if (state.again === undefined) state.generation = state.shared.keep(told).generation;
      else state.again.told = told;
    },
    // One that was never fetched is fetched by its own case, not here.
    ensureFresh: (uses, signal) =>
      each(
        uses.filter((use) => use.generation > 0),
        (state) => state.shared.get(signal),
      ),
    refusedBy: (uses, status) =>
      uses.filter(({ case: id }) => {
        const state = held.get(id);
        return state !== undefined && (rulesOf(state.item).refreshOn ?? REFRESH_ON_DEFAULT).includes(status);
      }),
    refresh: (uses, signal) => each(uses, (state, use) => state.shared.refresh(use.generation, signal)),
  };
};
