/** Functions of the state machines and of EventBridge rules, driven with the payloads that ASL and EventBridge send. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Context } from 'aws-lambda';
import fc from 'fast-check';

import { problem } from '#core/problems';
import { eventHandler, readBusEvent } from '#lambda/event-handler';
import type { BusEvent } from '#lambda/event-handler';
import { createTelemetry } from '#lambda/telemetry';
import { workflowHandler } from '#lambda/workflow-handler';
import { readLostShardPointer, readRunPointer, readShardPointer } from '#lambda/workflow-input';

import { recordOutput } from './recorded-output.ts';

const RUN = 'r0123456789abcdefghjkmnpqrs';
const pointer = { tenant: 'acme', runId: RUN };
const context = (remainingMs = 10_000): Context =>
  ({
    functionName: 'assay-judge',
    awsRequestId: 'lambda-1',
    getRemainingTimeInMillis: () => remainingMs,
  }) as unknown as Context;
const telemetry = createTelemetry({ serviceName: 'assay-test', namespace: 'Assay' });

let output: ReturnType<typeof recordOutput>;
beforeEach(() => {
  output = recordOutput();
});
afterEach(() => {
  output.stop();
});

const rejection = async (running: Promise<unknown>): Promise<Error> => {
  try {
    await running;
  } catch (error) {
    return error as Error;
  }
  throw new Error('expected a rejection, got an answer');
};

test('the use case gets what was read and its answer goes back as it is', async () => {
  const handler = workflowHandler(
    'judge-run',
    (input: unknown) => Promise.resolve({ ...(input as object), answer: 'open' }),
    readRunPointer,
    { telemetry },
  );

  expect(await handler({ ...pointer, more: 1 }, context())).toEqual({ ...pointer, answer: 'open' });
});

test('a problem reaches the state machine under its code', async () => {
  const handler = workflowHandler(
    'plan-run',
    () => Promise.reject(problem('dependency-unavailable', 'S3 said SlowDown')),
    readRunPointer,
    { telemetry },
  );

  const error = await rejection(handler(pointer, context()));

  expect([error.name, error.message]).toEqual(['dependency-unavailable', 'S3 said SlowDown']);
});

test('an unknown error reaches the state machine as invariant-broken and is logged with its stack', async () => {
  const handler = workflowHandler('plan-run', () => Promise.reject(new TypeError('x is undefined')), readRunPointer, {
    telemetry,
  });

  const error = await rejection(handler(pointer, context()));

  expect(error.name).toBe('invariant-broken');
  expect(output.logs()).toEqual([
    expect.objectContaining({
      level: 'ERROR',
      message: 'plan-run failed',
      operation: 'plan-run',
      test_run_id: RUN,
      tenant: 'acme',
      error_class: 'invariant-broken',
      stack: expect.stringContaining('TypeError: x is undefined') as unknown,
    }),
  ]);
});

test('a use case that is not done in time is aborted and fails as timeout', async () => {
  let aborted = false;
  const forever = (_input: unknown, signal: AbortSignal): Promise<never> =>
    new Promise(() => {
      signal.addEventListener('abort', () => {
        aborted = true;
      });
    });

  const error = await rejection(
    workflowHandler('seal-run', forever, readRunPointer, { telemetry })(pointer, context(510)),
  );

  expect([error.name, aborted]).toEqual(['timeout', true]);
});

test('metrics of a use case are written, also when it fails', async () => {
  const failing = (): Promise<never> => {
    telemetry.metrics.add('ShardsLost', 'Count', 3);
    return Promise.reject(problem('timeout', 'x'));
  };

  await rejection(workflowHandler('lose-shard', failing, readRunPointer, { telemetry })(pointer, context()));

  expect(output.metric('ShardsLost')).toEqual([{ value: 3, dimensions: [['service']] }]);
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['an array', []],
  ['no tenant', { runId: RUN }],
  ['a run id of another form', { tenant: 'acme', runId: 'run-1' }],
  ['a tenant that would leave its key', { tenant: 'a/b', runId: RUN }],
])('%s is no run pointer', (_words, event) => {
  expect(() => readRunPointer(event)).toThrow(/expected/);
});

test.each<[unknown, number]>([
  [2, 2],
  [0, 0],
  [null, 0],
  [undefined, 0],
  ['None', 0],
  ['3', 3],
  [-1, 0],
  [1.5, 0],
])('a redrive count of %j counts as %i', (redrive, expected) => {
  expect(readShardPointer({ ...pointer, shard: 4, retry: 1, redrive })).toEqual({
    ...pointer,
    shard: 4,
    retry: 1,
    redrive: expected,
  });
});

test('a shard must be a whole number from 0', () => {
  for (const shard of [undefined, -1, 1.5, '0', null])
    expect(() => readShardPointer({ ...pointer, shard })).toThrow(/shard: expected/);
});

test('a lost shard brings what the Catch handed on, in any form', () => {
  expect(readLostShardPointer({ ...pointer, shard: 1, error: { Error: 'States.Timeout', Cause: 'x' } })).toEqual({
    ...pointer,
    shard: 1,
    error: { name: 'States.Timeout', cause: 'x' },
  });
  expect(readLostShardPointer({ ...pointer, shard: 1, error: 'States.Timeout' }).error).toEqual({
    name: 'States.Timeout',
    cause: '',
  });
  expect(readLostShardPointer({ ...pointer, shard: 1, error: null })).toEqual({ ...pointer, shard: 1 });
});

test('no payload makes a reader fail otherwise than with a problem', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (event) => {
      for (const read of [readRunPointer, readShardPointer, readLostShardPointer, readBusEvent]) {
        try {
          read(event);
        } catch (error) {
          expect((error as Error).name).toBe('invariant-broken');
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('an event handler gets the event in our words and answers nothing', async () => {
  const seen: BusEvent[] = [];
  const handler = eventHandler('close-run', (event: BusEvent) => Promise.resolve(seen.push(event)), readBusEvent, {
    telemetry,
  });

  const answer = await handler(
    {
      version: '0',
      id: 'e1',
      source: 'aws.states',
      'detail-type': 'Step Functions Execution Status Change',
      time: '2026-11-21T08:00:00Z',
      resources: ['arn:x'],
      detail: { status: 'FAILED' },
    },
    context(),
  );

  expect(answer).toBeUndefined();
  expect(seen).toEqual([
    {
      id: 'e1',
      source: 'aws.states',
      detailType: 'Step Functions Execution Status Change',
      time: '2026-11-21T08:00:00Z',
      resources: ['arn:x'],
      detail: { status: 'FAILED' },
    },
  ]);
  expect(output.logs()).toEqual([
    expect.objectContaining({ message: 'close-run done', correlation_id: 'e1', result: 'done' }),
  ]);
});

test('an event handler fails where its use case does, so that the event is delivered again', async () => {
  const handler = eventHandler(
    'close-task',
    () => Promise.reject(problem('dependency-unavailable', 'x')),
    readBusEvent,
    { telemetry },
  );

  expect((await rejection(handler({ 'detail-type': 'x', detail: {} }, context()))).name).toBe('dependency-unavailable');
});
