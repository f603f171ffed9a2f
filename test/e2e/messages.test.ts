/**
 * Message steps against a queue, a topic and a bus of the one-machine cloud (C1.5). The queues are made and disturbed by this test through
 * the same API that the system under test would use; what runs may address is what the cloud grants the tenant: names that begin with its own.
 */
import {
  CreateEventBusCommand,
  EventBridgeClient,
  PutRuleCommand,
  PutTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { expect, test } from '@jest/globals';
import type { SuiteFileCase } from '#contracts/generated/types';
import { clientOf } from '../../local/published-names.ts';
import { register } from './catalog.ts';
import { cloudOf, judged, resultsOf, someone, startRun, unique } from './plane.ts';
import type { Caller } from './plane.ts';
import { startTarget } from './target.ts';

const cloud = cloudOf('plain');
const sqs = new SQSClient(clientOf(cloud.endpoint));
const sns = new SNSClient(clientOf(cloud.endpoint));
const events = new EventBridgeClient(clientOf(cloud.endpoint));

interface Queue {
  readonly name: string;
  readonly url: string;
  readonly arn: string;
}

const makeQueue = async (name: string, Attributes: { readonly [name: string]: string } = {}): Promise<Queue> => {
  const { QueueUrl: url = '' } = await sqs.send(new CreateQueueCommand({ QueueName: name, Attributes }));
  const found = await sqs.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] }));
  return { name, url, arn: found.Attributes?.['QueueArn'] ?? '' };
};

const casesOf = (list: readonly object[]): readonly SuiteFileCase[] => list as unknown as readonly SuiteFileCase[];

/** Runs one suite of message steps. @returns the verdict of each case with what was wrong */
const runCases = async (who: Caller, cases: readonly SuiteFileCase[], messages: object, executor: string) => {
  await using target = await startTarget();
  const { service } = await register(who, { target, suites: { messages: cases }, environment: { messages } });
  const { runId } = await startRun(who, { service, executor, shards: 1 });
  await judged(who, runId);
  return Object.fromEntries(
    (await resultsOf(who, runId)).map(({ case: id, verdict, tries, because }) => [
      id,
      verdict === 'passed' ? 'passed' : `${verdict}: ${tries.at(-1)?.failure?.message ?? because?.reason ?? ''}`,
    ]),
  );
};

test.each(['lambda', 'fargate'] as const)(
  'on %s a queue keeps its order, a topic and a bus deliver, a duplicate and a dead letter are seen',
  async (executor) => {
    const fifo = await makeQueue(`${unique('local')}.fifo`, { FifoQueue: 'true' });
    const inbox = await makeQueue(unique('local-inbox'));
    const dead = await makeQueue(unique('local-dead'));
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: 1 });
    const failing = await makeQueue(unique('local-failing'), { RedrivePolicy });
    const twice = await makeQueue(unique('local-twice'));
    const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: unique('local-topic') }));
    const Attributes = { RawMessageDelivery: 'true' };
    await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: inbox.arn, Attributes }));
    const Name = unique('local-bus');
    const { EventBusArn = '' } = await events.send(new CreateEventBusCommand({ Name }));
    await events.send(
      new PutRuleCommand({ Name: 'all', EventBusName: Name, EventPattern: JSON.stringify({ source: ['shop'] }) }),
    );
    const Targets = [{ Id: 'inbox', Arn: inbox.arn }];
    await events.send(new PutTargetsCommand({ Rule: 'all', EventBusName: Name, Targets }));
    // A consumer that took a message and let it go again: the queue counts, and the one with a redrive policy gives it up.
    for (const { url } of [twice, failing]) {
      await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: '{"order":7}' }));
      await sqs.send(new ReceiveMessageCommand({ QueueUrl: url, VisibilityTimeout: 0 }));
    }
    await sqs.send(new ReceiveMessageCommand({ QueueUrl: failing.url, VisibilityTimeout: 0 }));
    const who = await someone(cloud);
    const send = (number: number) => ({
      id: `send-${String(number)}`,
      publish: { to: { queue: fifo.name }, json: { number }, group: 'g', attributes: { kind: 'order' } },
      checks: [{ path: '$.messageId', exists: true }],
      ...(number === 1 ? {} : { dependsOn: [`send-${String(number - 1)}`] }),
    });
    const cases = casesOf([
      ...[1, 2, 3].map(send),
      {
        id: 'order',
        dependsOn: ['send-3'],
        consume: { queue: fifo.name, count: 3, deadlineMs: 15_000 },
        checks: [
          { path: '$[*].body.number', equals: [1, 2, 3] },
          { path: '$[*].group', every: { equals: 'g' } },
          { path: '$[0].attributes.kind', equals: 'order' },
        ],
      },
      {
        id: 'twice',
        consume: { queue: twice.arn, deadlineMs: 15_000 },
        checks: [
          { path: '$[0].receiveCount', '>=': 2 },
          { path: '$[0].body.order', equals: 7 },
        ],
      },
      {
        id: 'dead',
        consume: { queue: dead.name, deadlineMs: 15_000 },
        checks: [{ path: '$[0].body.order', equals: 7 }],
      },
      {
        id: 'topic',
        publish: { to: { topic: TopicArn }, json: { by: 'topic' } },
        checks: [{ path: '$.messageId', exists: true }],
      },
      {
        id: 'bus',
        publish: { to: { bus: Name, source: 'shop', detailType: 'paid' }, json: { by: 'bus' } },
        checks: [{ path: '$.messageId', exists: true }],
      },
      {
        id: 'both',
        dependsOn: ['topic', 'bus'],
        consume: { queue: inbox.name, count: 2, deadlineMs: 15_000 },
        checks: [
          { path: '$', some: { path: '$.body.by', equals: 'topic' } },
          { path: '$', some: { path: '$.body.detail.by', equals: 'bus' } },
        ],
      },
    ]);
    const queues = [fifo, inbox, dead, twice].map(({ arn }) => arn);

    const verdicts = await runCases(who, cases, { queues, topics: [TopicArn], buses: [EventBusArn] }, executor);

    expect(new Set(Object.values(verdicts))).toEqual(new Set(['passed']));
    expect(Object.keys(verdicts)).toHaveLength(9);
  },
  240_000,
);

test('a queue that the environment does not list, or that another tenant is granted, is not addressed', async () => {
  const mine = await makeQueue(unique('local-mine'));
  const unlisted = await makeQueue(unique('local-unlisted'));
  const others = await makeQueue(unique('other-secret'));
  const who = await someone(cloud);
  const to = (queue: string) => ({
    publish: { to: { queue }, body: 'x' },
    checks: [{ path: '$.messageId', exists: true }],
  });
  const cases = casesOf([
    { id: 'mine', ...to(mine.name) },
    { id: 'unlisted', ...to(unlisted.name) },
    { id: 'others', ...to(others.arn) },
  ]);

  const verdicts = await runCases(who, cases, { queues: [mine.arn, others.arn] }, 'lambda');

  expect(verdicts['mine']).toBe('passed');
  expect(verdicts['unlisted']).toMatch(/^errored: .*expected a queue that the environment lists .*got local-unlisted/);
  expect(verdicts['others']).toMatch(/^errored: .*expected a queue that the environment lists/);
  for (const { url } of [unlisted, others])
    expect((await sqs.send(new ReceiveMessageCommand({ QueueUrl: url }))).Messages ?? []).toEqual([]);
}, 120_000);
