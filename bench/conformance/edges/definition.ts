/** What of a state machine can be executed, each named once. */

export interface Rule {
  readonly Variable?: string;
  readonly StringEquals?: string;
  readonly Next: string;
}

export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly MaxAttempts?: number;
}

export interface Catcher {
  readonly ErrorEquals: readonly string[];
  readonly Next: string;
}

export interface State {
  readonly Type: string;
  readonly Resource?: string;
  readonly Next?: string;
  readonly Result?: unknown;
  readonly Choices?: readonly Rule[];
  readonly Default?: string;
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
  readonly ItemProcessor?: Flow;
}

/** States with a first one: a machine, or what a Map does with each item. */
export interface Flow {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

export type EdgeKind = 'state' | 'choice' | 'retry' | 'catch';

export interface Edge {
  readonly kind: EdgeKind;
  /** `Plan catch 1 (States.ALL) to Finish`. */
  readonly name: string;
}

/** The Amazon States Language's default (Amazon States Language specification, Retrier). */
export const ATTEMPTS_DEFAULT = 3;

const errorsOf = ({ ErrorEquals }: Retrier | Catcher): string => {
  const [first = '', ...more] = ErrorEquals;
  return more.length === 0 ? first : `${first} and ${String(more.length)} more`;
};

export const stateEdge = (name: string): Edge => ({ kind: 'state', name });

export const ruleEdge = (name: string, index: number, { Next }: Rule): Edge => ({
  kind: 'choice',
  name: `${name} rule ${String(index + 1)} to ${Next}`,
});

export const defaultEdge = (name: string, next: string): Edge => ({
  kind: 'choice',
  name: `${name} default to ${next}`,
});

export const retryEdge = (name: string, index: number, retrier: Retrier): Edge => ({
  kind: 'retry',
  name: `${name} retry ${String(index + 1)} (${errorsOf(retrier)})`,
});

export const catchEdge = (name: string, index: number, catcher: Catcher): Edge => ({
  kind: 'catch',
  name: `${name} catch ${String(index + 1)} (${errorsOf(catcher)}) to ${catcher.Next}`,
});

const edgesOfState = (
  name: string,
  { Choices = [], Default, Retry = [], Catch = [], ItemProcessor }: State,
): readonly Edge[] => [
  stateEdge(name),
  ...Choices.map((rule, index) => ruleEdge(name, index, rule)),
  ...(Default === undefined ? [] : [defaultEdge(name, Default)]),
  ...Retry.map((retrier, index) => retryEdge(name, index, retrier)),
  ...Catch.map((catcher, index) => catchEdge(name, index, catcher)),
  ...(ItemProcessor === undefined ? [] : edgesOf(ItemProcessor)),
];

/** Every state, rule, Default, Retry entry and Catch entry, those within a Map included. State names are unique in a machine. */
export const edgesOf = (flow: Flow): readonly Edge[] =>
  Object.entries(flow.States).flatMap(([name, state]) => edgesOfState(name, state));
