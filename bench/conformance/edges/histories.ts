/** Executions read back from Step Functions, and the edges they went over. */
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  DescribeMapRunCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListMapRunsCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { DescribeExecutionCommandOutput, HistoryEvent } from '@aws-sdk/client-sfn';
import { clientOf } from '../../../local/published-names.ts';
import { until } from '../faults/caller.ts';
import type { Edge, Flow } from './definition.ts';
import { edgesOfChild, edgesOfExecution } from './walk.ts';

const ENDED_TIMEOUT_MS = 180_000;

export interface StepFunctions {
  create(name: string, definition: string): Promise<string>;
  /** @param testCase name of a test case of the emulator's mock configuration */
  start(machineArn: string, name: string, input: object, testCase?: string): Promise<void>;
  /** Waits for an execution's end and follows it and its Map's children. */
  edges(machineArn: string, name: string): Promise<readonly Edge[]>;
  close(): void;
}

const jsonOf = (text: string | undefined): unknown => JSON.parse(text ?? 'null');

const historyOf = async (client: SFNClient, executionArn: string): Promise<readonly HistoryEvent[]> => {
  const events: HistoryEvent[] = [];
  let nextToken: string | undefined;
  do {
    const page = await client.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000, nextToken }));
    events.push(...(page.events ?? []));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return events;
};

const ended = (client: SFNClient, executionArn: string): Promise<DescribeExecutionCommandOutput> =>
  until(
    `end of ${executionArn}`,
    async () => {
      const found = await client.send(new DescribeExecutionCommand({ executionArn })).catch(() => undefined);
      return found === undefined || found.status === 'RUNNING' ? undefined : found;
    },
    ENDED_TIMEOUT_MS,
  );

const childrenEdges = async (client: SFNClient, flow: Flow, mapRunArn: string): Promise<readonly Edge[]> => {
  const { executions = [] } = await client.send(new ListExecutionsCommand({ mapRunArn }));
  const edges: Edge[] = [];
  for (const { executionArn = '' } of executions) {
    const { input, output } = await ended(client, executionArn);
    const events = await historyOf(client, executionArn);
    edges.push(
      ...edgesOfChild(flow, {
        input: jsonOf(input) as Readonly<Record<string, unknown>>,
        output: jsonOf(output),
        events,
      }),
    );
  }
  return edges;
};

/** @param flows the machine by its ARN */
export const openStepFunctions = (
  endpoint: string,
  flows: ReadonlyMap<string, Flow>,
): StepFunctions & { readonly know: (arn: string, flow: Flow) => void } => {
  const client = new SFNClient(clientOf(endpoint));
  const known = new Map(flows);
  return {
    know: (arn, flow) => void known.set(arn, flow),
    create: async (name, definition) => {
      const made = await client.send(
        new CreateStateMachineCommand({ name, definition, roleArn: 'arn:aws:iam::000000000000:role/conformance' }),
      );
      const arn = made.stateMachineArn ?? '';
      known.set(arn, JSON.parse(definition) as Flow);
      return arn;
    },
    start: async (machineArn, name, input, testCase) => {
      const stateMachineArn = testCase === undefined ? machineArn : `${machineArn}#${testCase}`;
      await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
    },
    edges: async (machineArn, name) => {
      const flow = known.get(machineArn);
      if (flow === undefined) throw new Error(`no machine ${machineArn}`);
      const executionArn = `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`;
      await ended(client, executionArn);
      const { mapRuns = [] } = await client.send(new ListMapRunsCommand({ executionArn }));
      const described = await Promise.all(
        mapRuns.map(({ mapRunArn }) => client.send(new DescribeMapRunCommand({ mapRunArn }))),
      );
      const own = edgesOfExecution(
        flow,
        await historyOf(client, executionArn),
        described.map(({ status }) => ({ succeeded: status === 'SUCCEEDED' })),
      );
      const items = Object.values(flow.States).find(({ ItemProcessor }) => ItemProcessor !== undefined)?.ItemProcessor;
      const children =
        items === undefined
          ? []
          : await Promise.all(mapRuns.map(({ mapRunArn = '' }) => childrenEdges(client, items, mapRunArn)));
      return [...own, ...children.flat()];
    },
    close: () => client.destroy(),
  };
};
