/** Lines and metrics as they are written to stdout and stderr, parsed. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';

import type { Json } from '#core/units';
import { createTelemetry } from '#lambda/telemetry';

import { recordOutput } from './recorded-output.ts';

let output: ReturnType<typeof recordOutput>;
beforeEach(() => {
  output = recordOutput();
});
afterEach(() => {
  output.stop();
});

const create = (): ReturnType<typeof createTelemetry> =>
  createTelemetry({ serviceName: 'assay-test', namespace: 'Assay' });

test('G7: a line is JSON with time, level, message, service and fields', () => {
  create().log.warn('shard is slow', { shard: 3, case_id: 'health', absent: undefined });

  expect(output.logs()).toEqual([
    expect.objectContaining({
      level: 'WARN',
      message: 'shard is slow',
      service: 'assay-test',
      shard: 3,
      case_id: 'health',
    }),
  ]);
  expect(output.logs()[0]?.['timestamp']).toMatch(/^\d{4}-\d\d-\d\dT/);
  expect(output.logs()[0]).not.toHaveProperty('absent');
});

test('F2.1: values of sensitive names and forms are masked at any depth, in the message too', () => {
  const fields = {
    headers: { Authorization: 'Bearer abc.def.ghi' },
    list: [{ api_key: 'k-123456' }],
    text: 'card 4242424242424242',
  };

  create().log.info('login with password=hunter22', fields);

  const line = JSON.stringify(output.logs());
  expect(line).not.toMatch(/abc\.def\.ghi|k-123456|4242424242424242|hunter22/);
  expect(line).toContain('***');
});

test('G7.1: fields that cannot be written cost the fields, not the line', () => {
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  const throwing = {
    get value(): string {
      throw new Error('no');
    },
  };
  const { log } = create();

  log.info('first', { cyclic: cyclic as Json });
  log.error('second', { throwing: throwing as unknown as Json });

  expect(output.logs().map((line) => String(line['message']).split(' ')[0])).toEqual(['first', 'second']);
});

test('a metric without dimensions has the service alone; finer ones are a set of their own', () => {
  const { metrics, flush } = create();

  metrics.add('ShardsLost', 'Count', 2);
  metrics.add('LatencyMs', 'Milliseconds', 12.5, { operation: 'getRun' });
  flush('f');

  expect(output.metric('ShardsLost')).toEqual([{ value: 2, dimensions: [['service']] }]);
  expect(output.metric('LatencyMs')).toEqual([{ value: 12.5, dimensions: [['service', 'operation']] }]);
});

test('finer dimensions do not stick to later metrics', () => {
  const { metrics, flush } = create();

  metrics.add('LatencyMs', 'Milliseconds', 1, { operation: 'getRun' });
  metrics.add('ShardsLost', 'Count', 1);
  flush('f');

  expect(output.metric('ShardsLost')).toEqual([{ value: 1, dimensions: [['service']] }]);
});

test('A3.2: a metric that cannot be written is told in the log and hurts nobody', () => {
  const { metrics, flush } = create();

  metrics.add('', 'Count', 1);
  metrics.add('ShardsLost', 'Count', 'many' as unknown as number);
  flush('f');

  expect(output.logs().map((line) => [line['level'], line['message']])).toEqual([
    ['WARN', 'a metric was dropped'],
    ['WARN', 'a metric was dropped'],
  ]);
});

test('nothing is written when nothing was measured', () => {
  create().flush('f');

  expect(output.lines()).toEqual([]);
});
