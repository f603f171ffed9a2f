/** The two deployed state machines, and starts under definitions in which single ARNs are exchanged. */
import { setTimeout as pause } from 'node:timers/promises';
import {
  DescribeStateMachineCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListMapRunsCommand,
  SFNClient,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn';
import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { clientOf } from '../../../local/published-names.ts';

const ENTERED_TIMEOUT_MS = 60_000;
const LOOK_MS = 40;

/** What stands in the definition, and what shall stand there instead. */
export type Exchanges = Readonly<Record<string, string>>;

export interface Changes {
  readonly run?: Exchanges;
  readonly finish?: Exchanges;
}

export interface ChildExecution {
  readonly arn: string;
  readonly events: readonly HistoryEvent[];
}

export interface Machines {
  readonly runArn: string;
  readonly finishArn: string;
  /** Definitions as they were deployed. */
  readonly definitions: { readonly run: string; readonly finish: string };
  /**
   * Calls `submit`, which gives the id of the run that it started, while the machines have the changed definitions; an execution keeps
   * the one that it began with. All starts go one after the other, so that none meets the changes of another.
   */
  start<T>(changes: Changes, submit: () => Promise<T>, runIdOf: (answer: T) => string | undefined): Promise<T>;
  historyOf(executionArn: string): Promise<readonly HistoryEvent[]>;
  /** Executions that the run's Distributed Map started. */
  childrenOf(runId: string): Promise<readonly ChildExecution[]>;
}

const exchange = (definition: string, exchanges: Exchanges): string =>
  Object.entries(exchanges).reduce((text, [from, to]) => {
    if (!text.includes(`"${from}"`)) throw new Error(`no state of the machine names ${from}`);
    return text.replaceAll(`"${from}"`, `"${to}"`);
  }, definition);

const historyWith = async (client: SFNClient, executionArn: string): Promise<readonly HistoryEvent[]> => {
  const events: HistoryEvent[] = [];
  let nextToken: string | undefined;
  do {
    const page = await client.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000, nextToken }));
    events.push(...(page.events ?? []));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return events;
};

const executionOf = (machineArn: string, name: string): string =>
  `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`;

/** From its first state on an execution keeps its definition. */
const entered = async (client: SFNClient, executionArn: string): Promise<void> => {
  const deadline = Date.now() + ENTERED_TIMEOUT_MS;
  for (;;) {
    const events = await historyWith(client, executionArn).catch(() => []);
    if (events.some(({ type }) => type?.endsWith('StateEntered') === true)) return;
    if (Date.now() > deadline) throw new Error(`${executionArn} entered no state`);
    await pause(LOOK_MS);
  }
};

const childrenWith = async (client: SFNClient, executionArn: string): Promise<readonly ChildExecution[]> => {
  const { mapRuns = [] } = await client.send(new ListMapRunsCommand({ executionArn }));
  const children: ChildExecution[] = [];
  for (const { mapRunArn } of mapRuns) {
    const { executions = [] } = await client.send(new ListExecutionsCommand({ mapRunArn }));
    for (const { executionArn: arn = '' } of executions) children.push({ arn, events: await historyWith(client, arn) });
  }
  return children;
};

/** Runs one piece of work after the other. */
const queue = (): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
};

export const openMachines = async (
  endpoint: string,
  arns: { readonly run: string; readonly finish: string },
): Promise<Machines> => {
  const client = new SFNClient(clientOf(endpoint));
  const definitionOf = async (stateMachineArn: string): Promise<string> =>
    (await client.send(new DescribeStateMachineCommand({ stateMachineArn }))).definition ?? '';
  const definitions = { run: await definitionOf(arns.run), finish: await definitionOf(arns.finish) };
  const current = { ...definitions };
  const oneByOne = queue();
  const become = async (which: 'run' | 'finish', exchanges: Exchanges): Promise<void> => {
    const definition = exchange(definitions[which], exchanges);
    if (definition === current[which]) return;
    await client.send(new UpdateStateMachineCommand({ stateMachineArn: arns[which], definition }));
    current[which] = definition;
  };
  return {
    runArn: arns.run,
    finishArn: arns.finish,
    definitions,
    start: (changes, submit, runIdOf) =>
      oneByOne(async () => {
        await become('run', changes.run ?? {});
        await become('finish', changes.finish ?? {});
        const answer = await submit();
        const runId = runIdOf(answer);
        if (runId === undefined) return answer;
        await entered(client, executionOf(arns.run, runId));
        if (changes.finish !== undefined) await entered(client, executionOf(arns.finish, `${runId}-finish`));
        return answer;
      }),
    historyOf: (executionArn) => historyWith(client, executionArn),
    childrenOf: (runId) => childrenWith(client, executionOf(arns.run, runId)),
  };
};
