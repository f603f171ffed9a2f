import type { ConsumeTemplate, PublishTemplate } from '#core/suite';
import type { Json } from '#core/units';

/** A message that was taken from a queue. */
export interface TakenMessage {
  readonly number: number;
  readonly id: string;
  /** JSON where it is some, else text. */
  readonly body: Json;
  readonly attributes: { readonly [name: string]: string };
  /** Times that the queue has given it out. */
  readonly receiveCount: number;
  readonly group?: string;
  readonly sentAtEpochMs: number | null;
}

/** Queues, topics and event buses of the system under test. */
export interface MessageBroker {
  /** @returns facts of the sent message: `messageId`, `sequenceNumber` where there is one */
  publish(
    to: PublishTemplate['to'],
    message: Omit<PublishTemplate, 'to'> & { readonly body: string },
    signal: AbortSignal,
  ): Promise<Json>;
  /** Takes and deletes what is there, waiting at most `waitMs`. */
  take(queue: ConsumeTemplate['queue'], waitMs: number, signal: AbortSignal): Promise<readonly TakenMessage[]>;
}
