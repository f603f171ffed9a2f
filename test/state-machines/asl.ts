import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly BackoffRate?: number;
  readonly MaxAttempts?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: string;
}

export interface State {
  readonly Type: string;
  readonly Resource?: string;
  readonly Next?: string;
  readonly Default?: string;
  readonly End?: boolean;
  readonly TimeoutSeconds?: number;
  readonly HeartbeatSeconds?: number;
  readonly Parameters?: unknown;
  readonly ResultPath?: string | null;
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly {
    readonly ErrorEquals: readonly string[];
    readonly ResultPath?: string | null;
    readonly Next: string;
  }[];
  readonly Choices?: readonly { readonly Next: string }[];
  readonly ItemProcessor?: Machine & { readonly ProcessorConfig: unknown };
  readonly [field: string]: unknown;
}

export interface Machine {
  readonly StartAt: string;
  readonly TimeoutSeconds?: number;
  readonly States: Readonly<Record<string, State>>;
}

export const MACHINES = ['test-run', 'finish-run'] as const;
export type MachineName = (typeof MACHINES)[number];

export const textOf = (name: MachineName): string =>
  readFileSync(join(import.meta.dirname, '..', '..', 'state-machines', `${name}.asl.json`), 'utf8');

export const machine = (name: MachineName): Machine => JSON.parse(textOf(name)) as Machine;

/** A machine and the machines inside its Maps. */
export const machinesIn = (outer: Machine): readonly Machine[] => [
  outer,
  ...Object.values(outer.States).flatMap(({ ItemProcessor }) =>
    ItemProcessor === undefined ? [] : machinesIn(ItemProcessor),
  ),
];

/** Every state with its name, those of Maps included. */
export const statesOf = (name: MachineName): readonly (readonly [string, State])[] =>
  machinesIn(machine(name)).flatMap((one) => Object.entries(one.States));

export const nextsOf = (state: State): readonly string[] =>
  [
    state.Next,
    state.Default,
    ...(state.Choices ?? []).map(({ Next }) => Next),
    ...(state.Catch ?? []).map(({ Next }) => Next),
  ].filter((next) => next !== undefined);

export const stateOf = (name: MachineName, state: string): State => {
  const found = statesOf(name).find(([one]) => one === state)?.[1];
  if (found === undefined) throw new Error(`${name} has no state ${state}`);
  return found;
};
