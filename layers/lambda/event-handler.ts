import type { Context } from 'aws-lambda';

import { problem } from '#core/problems';
import { workflowHandler } from '#lambda/workflow-handler';
import type { ReadInput, WorkflowUseCase } from '#lambda/workflow-handler';
import type { Telemetry } from '#lambda/telemetry';

/** The part of an EventBridge event that rules match on. */
export interface BusEvent {
  readonly id: string;
  readonly source: string;
  readonly detailType: string;
  /** RFC 3339. */
  readonly time: string;
  readonly resources: readonly string[];
  readonly detail: { readonly [field: string]: unknown };
}

type Fields = { readonly [name: string]: unknown };

const text = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
};

/** @throws invariant-broken when it is no EventBridge event */
export const readBusEvent = (event: unknown): BusEvent => {
  const fields = (typeof event === 'object' && event !== null ? event : {}) as Fields;
  const { detail, resources } = fields;
  if (text(fields, 'detail-type') === '' || typeof detail !== 'object' || detail === null) {
    throw problem(
      'invariant-broken',
      'expected an EventBridge event {source, detail-type, detail}, got something else',
    );
  }
  return {
    id: text(fields, 'id'),
    source: text(fields, 'source'),
    detailType: text(fields, 'detail-type'),
    time: text(fields, 'time'),
    resources: Array.isArray(resources) ? resources.filter((item): item is string => typeof item === 'string') : [],
    detail: detail as Fields,
  };
};

/**
 * The Lambda handler of a function that an EventBridge rule or schedule invokes. It answers nothing; an error makes EventBridge deliver
 * the event again and at last put it into the dead letter queue, so use cases must bear repetition.
 *
 * @param readEvent makes the use case's input of the event, such as readBusEvent
 */
export const eventHandler = <Input>(
  name: string,
  useCase: WorkflowUseCase<Input, unknown>,
  readEvent: ReadInput<Input>,
  options: { readonly telemetry?: Telemetry } = {},
): ((event: unknown, context: Context) => Promise<void>) => {
  const handler = workflowHandler(
    name,
    async (input: Input, signal) => void (await useCase(input, signal)),
    readEvent,
    options,
  );
  return handler;
};
