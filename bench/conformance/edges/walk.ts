/**
 * Which edges an execution went over, from its history.
 *
 * The emulator records the states of a machine, but of a Map's children only their task events. There the way is followed by the rules of
 * the Amazon States Language from the child's recorded input, and must explain every event and the recorded output, or it is an error.
 */
import { isDeepStrictEqual } from 'node:util';
import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { ATTEMPTS_DEFAULT, catchEdge, defaultEdge, retryEdge, ruleEdge, stateEdge } from './definition.ts';
import type { Catcher, Edge, Flow, Retrier, State } from './definition.ts';

interface Visit {
  readonly name: string;
  readonly tasks: readonly HistoryEvent[];
  /** Absent for the last one. */
  readonly next: string | undefined;
}

const isTaskEvent = ({ type }: HistoryEvent): boolean => /^Task(Scheduled|Succeeded|Failed)$/.test(type ?? '');

const visitsOf = (events: readonly HistoryEvent[]): readonly Visit[] => {
  const entered = events.flatMap((event, at) =>
    event.stateEnteredEventDetails?.name === undefined ? [] : [{ name: event.stateEnteredEventDetails.name, at }],
  );
  return entered.map(({ name, at }, index) => ({
    name,
    tasks: events.slice(at, entered[index + 1]?.at).filter(isTaskEvent),
    next: entered[index + 1]?.name,
  }));
};

/** States.TaskFailed stands for every error of a task but a timeout (AWS Step Functions, error handling). */
const matches = ({ ErrorEquals }: Retrier | Catcher, error: string): boolean =>
  ErrorEquals.includes('States.ALL') ||
  ErrorEquals.includes(error) ||
  (ErrorEquals.includes('States.TaskFailed') && error !== 'States.Timeout');

/** What comes of one task: retries counted entry by entry, and at its end the error that no entry retries. */
const followTask = (
  name: string,
  { Retry = [] }: State,
  events: readonly HistoryEvent[],
): { readonly edges: readonly Edge[]; readonly used: number; readonly error?: string } => {
  const edges: Edge[] = [];
  const counts = new Map<number, number>();
  for (let at = 0; at < events.length; at += 1) {
    const event = events[at];
    if (event?.type === 'TaskSucceeded') return { edges, used: at + 1 };
    if (event?.type !== 'TaskFailed') continue;
    const error = event.taskFailedEventDetails?.error ?? '';
    const index = Retry.findIndex((retrier) => matches(retrier, error));
    const retrier = Retry[index];
    const count = counts.get(index) ?? 0;
    if (retrier === undefined || count >= (retrier.MaxAttempts ?? ATTEMPTS_DEFAULT))
      return { edges, used: at + 1, error };
    if (events[at + 1]?.type !== 'TaskScheduled')
      throw new Error(`${name}: expected another try after ${error}, got none`);
    counts.set(index, count + 1);
    edges.push(retryEdge(name, index, retrier));
  }
  return { edges, used: events.length };
};

const caught = (
  name: string,
  { Catch = [] }: State,
  error: string,
): { readonly edge: Edge; readonly next: string } | undefined => {
  const index = Catch.findIndex((catcher) => matches(catcher, error));
  const catcher = Catch[index];
  return catcher === undefined ? undefined : { edge: catchEdge(name, index, catcher), next: catcher.Next };
};

const followChoice = (name: string, { Choices = [], Default }: State, next: string | undefined): Edge => {
  const found = Choices.flatMap((rule, index) => (rule.Next === next ? [ruleEdge(name, index, rule)] : []));
  if (Default !== undefined && Default === next) found.push(defaultEdge(name, Default));
  const [only, ...more] = found;
  if (only === undefined || more.length > 0)
    throw new Error(`${name}: ${String(found.length)} rules lead to ${next ?? 'nowhere'}`);
  return only;
};

export interface MapRun {
  readonly succeeded: boolean;
}

/** A Map's own failure leaves no event here: it was caught when the next state came and no map run succeeded. */
const followMap = (
  name: string,
  { Catch = [] }: State,
  mapRuns: readonly MapRun[],
  next: string | undefined,
): readonly Edge[] => {
  const [first] = Catch;
  return next === first?.Next && first !== undefined && !mapRuns.some(({ succeeded }) => succeeded)
    ? [catchEdge(name, 0, first)]
    : [];
};

const followVisit = (visit: Visit, state: State, mapRuns: readonly MapRun[]): readonly Edge[] => {
  const { name, tasks, next } = visit;
  if (state.Type === 'Choice') return [stateEdge(name), followChoice(name, state, next)];
  if (state.Type === 'Map') return [stateEdge(name), ...followMap(name, state, mapRuns, next)];
  if (state.Type !== 'Task') return [stateEdge(name)];
  const { edges, used, error } = followTask(name, state, tasks);
  if (used !== tasks.length) throw new Error(`${name}: ${String(tasks.length - used)} events after its end`);
  const way = error === undefined ? undefined : caught(name, state, error);
  if (way !== undefined && way.next !== next)
    throw new Error(`${name}: caught ${error ?? ''}, expected ${way.next} next, got ${next ?? 'the end'}`);
  return [stateEdge(name), ...edges, ...(way === undefined ? [] : [way.edge])];
};

/** Edges of a machine's own execution. */
export const edgesOfExecution = (
  flow: Flow,
  events: readonly HistoryEvent[],
  mapRuns: readonly MapRun[],
): readonly Edge[] =>
  visitsOf(events).flatMap((visit) => {
    const state = flow.States[visit.name];
    if (state === undefined) throw new Error(`the history names a state ${visit.name}, which the machine has not`);
    return followVisit(visit, state, mapRuns);
  });

export interface Child {
  readonly input: Readonly<Record<string, unknown>>;
  readonly output: unknown;
  readonly events: readonly HistoryEvent[];
}

const choose = (
  name: string,
  { Choices = [], Default = '' }: State,
  input: Child['input'],
): { readonly edge: Edge; readonly next: string } => {
  const index = Choices.findIndex(
    ({ Variable = '', StringEquals }) =>
      StringEquals !== undefined && input[Variable.replace(/^\$\./, '')] === StringEquals,
  );
  const rule = Choices[index];
  return rule === undefined
    ? { edge: defaultEdge(name, Default), next: Default }
    : { edge: ruleEdge(name, index, rule), next: rule.Next };
};

const scheduledAs = (event: HistoryEvent | undefined): string | undefined => event?.taskScheduledEventDetails?.resource;

/** Edges of one child of a Map. @throws Error when its events or its output cannot have come about that way */
export const edgesOfChild = (flow: Flow, { input, output, events }: Child): readonly Edge[] => {
  const edges: Edge[] = [];
  let rest = events.filter(isTaskEvent);
  let last: State | undefined;
  for (let name: string | undefined = flow.StartAt; name !== undefined;) {
    const state: State | undefined = flow.States[name];
    if (state === undefined) throw new Error(`the Map has no state ${name}`);
    last = state;
    edges.push(stateEdge(name));
    if (state.Type === 'Choice') {
      const chosen = choose(name, state, input);
      edges.push(chosen.edge);
      name = chosen.next;
      continue;
    }
    if (state.Type !== 'Task') {
      name = state.Next;
      continue;
    }
    if (scheduledAs(rest[0]) !== state.Resource)
      throw new Error(
        `${name}: expected ${state.Resource ?? ''} to be scheduled, got ${scheduledAs(rest[0]) ?? 'nothing'}`,
      );
    const task = followTask(name, state, rest);
    edges.push(...task.edges);
    rest = rest.slice(task.used);
    const way = task.error === undefined ? undefined : caught(name, state, task.error);
    if (task.error !== undefined && way === undefined)
      throw new Error(`${name}: ${task.error} was neither retried nor caught`);
    if (way !== undefined) edges.push(way.edge);
    name = way?.next ?? state.Next;
  }
  if (rest.length > 0) throw new Error(`a child has ${String(rest.length)} events that its way does not explain`);
  if (!isDeepStrictEqual(output, last?.Result))
    throw new Error(`a child ended with ${JSON.stringify(output)}, expected ${JSON.stringify(last?.Result)}`);
  return edges;
};
