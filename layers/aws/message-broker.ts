import { createHash } from 'node:crypto';

import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import {
  DeleteMessageBatchCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
  type Message,
} from '@aws-sdk/client-sqs';

import { awsCall } from '#aws/aws-failure';
import { clientOptions, until, type Endpoint } from '#aws/client-options';
import { targetArn, targetName, type MessageTargets } from '#core/message-targets';
import type { Json } from '#core/units';
import type { MessageBroker, TakenMessage } from '#ports/message-broker';

/** A long poll lasts 20 s (Amazon SQS API reference, read 2026-11); a try that is silent for longer is lost. */
const LONG_POLL_SECONDS_MAX = 20;
const REQUEST_TIMEOUT_MS = (LONG_POLL_SECONDS_MAX + 5) * 1000;
/** Quota of ReceiveMessage and DeleteMessageBatch (same reference). */
const MESSAGES_MAX = 10;

type Sent = Parameters<MessageBroker['publish']>[1];

const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Numbers stay numbers: filters of subscriptions compare them. */
const attributesOf = ({ attributes = {} }: Sent) =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      { DataType: typeof value === 'number' ? 'Number' : 'String', StringValue: textOf(value) },
    ]),
  );

/** Of FIFO queues and topics. Equal bodies count as one message there, as with content-based deduplication. */
const fifoOf = (arn: string, { body, group = 'assay' }: Sent) =>
  arn.endsWith('.fifo')
    ? { MessageGroupId: group, MessageDeduplicationId: createHash('sha256').update(body).digest('hex') }
    : {};

const factsOf = (messageId: string | undefined, sequenceNumber?: string): Json => ({
  messageId: messageId ?? null,
  ...(sequenceNumber === undefined ? {} : { sequenceNumber }),
});

const valueOf = (text: string): Json => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
};

const takenOf = (message: Message, at: number): TakenMessage => {
  const { MessageId = '', Body = '', Attributes = {}, MessageAttributes = {} } = message;
  const group = Attributes['MessageGroupId'];
  const sentAt = Attributes['SentTimestamp'];
  return {
    number: at + 1,
    id: MessageId,
    body: valueOf(Body),
    attributes: Object.fromEntries(
      Object.entries(MessageAttributes).map(([name, { StringValue, BinaryValue }]) => [
        name,
        StringValue ?? Buffer.from(BinaryValue ?? []).toString('base64'),
      ]),
    ),
    receiveCount: Number(Attributes['ApproximateReceiveCount'] ?? 1),
    ...(group === undefined ? {} : { group }),
    sentAtEpochMs: sentAt === undefined ? null : Number(sentAt),
  };
};

const regionOf = (arn: string): string => arn.split(':')[3] ?? '';

/** Clients by region: targets need not be where the plane is. */
const perRegion = <T>(make: (region: string) => T): ((arn: string) => T) => {
  const made = new Map<string, T>();
  return (arn) => {
    const region = regionOf(arn);
    const client = made.get(region) ?? make(region);
    made.set(region, client);
    return client;
  };
};

const queues = (options: ReturnType<typeof clientOptions>) => {
  const clientFor = perRegion((region) => new SQSClient({ ...options, region }));
  const urls = new Map<string, string>();
  const urlOf = async (arn: string, signal: AbortSignal): Promise<string> => {
    const known = urls.get(arn);
    if (known !== undefined) return known;
    const account = arn.split(':')[4];
    const command = new GetQueueUrlCommand({ QueueName: targetName(arn), QueueOwnerAWSAccountId: account });
    const { QueueUrl = '' } = await awsCall('SQS GetQueueUrl', () => clientFor(arn).send(command, until(signal)));
    urls.set(arn, QueueUrl);
    return QueueUrl;
  };
  const send = async (arn: string, message: Sent, signal: AbortSignal): Promise<Json> => {
    const command = new SendMessageCommand({
      QueueUrl: await urlOf(arn, signal),
      MessageBody: message.body,
      MessageAttributes: attributesOf(message),
      ...fifoOf(arn, message),
    });
    const sent = await awsCall('SQS SendMessage', () => clientFor(arn).send(command, until(signal)));
    return factsOf(sent.MessageId, sent.SequenceNumber);
  };
  const take = async (arn: string, waitMs: number, signal: AbortSignal): Promise<readonly TakenMessage[]> => {
    const client = clientFor(arn);
    const QueueUrl = await urlOf(arn, signal);
    const receive = new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: MESSAGES_MAX,
      WaitTimeSeconds: Math.min(LONG_POLL_SECONDS_MAX, Math.ceil(waitMs / 1000)),
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    });
    const { Messages = [] } = await awsCall('SQS ReceiveMessage', () => client.send(receive, until(signal)));
    if (Messages.length === 0) return [];
    const Entries = Messages.map(({ ReceiptHandle }, at) => ({ Id: String(at), ReceiptHandle }));
    const remove = new DeleteMessageBatchCommand({ QueueUrl, Entries });
    // A message that could not be deleted comes again, and counts as received twice then.
    await awsCall('SQS DeleteMessageBatch', () => client.send(remove, until(signal)));
    return Messages.map(takenOf);
  };
  return { send, take };
};

const topics = (options: ReturnType<typeof clientOptions>) => {
  const clientFor = perRegion((region) => new SNSClient({ ...options, region }));
  return async (arn: string, message: Sent, signal: AbortSignal): Promise<Json> => {
    const command = new PublishCommand({
      TopicArn: arn,
      Message: message.body,
      MessageAttributes: attributesOf(message),
      ...fifoOf(arn, message),
    });
    const sent = await awsCall('SNS Publish', () => clientFor(arn).send(command, until(signal)));
    return factsOf(sent.MessageId, sent.SequenceNumber);
  };
};

const buses = (options: ReturnType<typeof clientOptions>) => {
  const clientFor = perRegion((region) => new EventBridgeClient({ ...options, region }));
  return async (
    arn: string,
    { source, detailType }: { readonly source: string; readonly detailType: string },
    { body }: Sent,
    signal: AbortSignal,
  ): Promise<Json> => {
    const entry = { EventBusName: arn, Source: source, DetailType: detailType, Detail: body };
    const command = new PutEventsCommand({ Entries: [entry] });
    const { Entries = [] } = await awsCall('EventBridge PutEvents', () => clientFor(arn).send(command, until(signal)));
    const [sent] = Entries;
    if (sent?.ErrorCode !== undefined) throw new Error(`${sent.ErrorCode}: ${sent.ErrorMessage ?? 'refused'}`);
    return factsOf(sent?.EventId);
  };
};

/**
 * Queues, topics and buses on AWS: those of `targets`, by ARN or by name, and no other.
 *
 * `publish` and `take` reject with an Error that says what was expected for any other target, with the service's own otherwise.
 */
export const messageBroker = (config: Endpoint, targets: MessageTargets): MessageBroker => {
  const options = clientOptions(config, { requestTimeoutMs: REQUEST_TIMEOUT_MS });
  const { send, take } = queues(options);
  const publishTo = topics(options);
  const putOn = buses(options);
  return {
    publish: async (to, message, signal) => {
      if ('queue' in to) return send(targetArn('queue', to.queue, targets.queues), message, signal);
      if ('topic' in to) return publishTo(targetArn('topic', to.topic, targets.topics), message, signal);
      return putOn(targetArn('bus', to.bus, targets.buses), to, message, signal);
    },
    take: async (queue, waitMs, signal) => take(targetArn('queue', queue, targets.queues), waitMs, signal),
  };
};
