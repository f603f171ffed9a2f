/** Which queues, topics and buses a run may address: never more than the environment lists, never more than the deploy grants. */
import { expect, test } from '@jest/globals';
import { grantedTargets, parseMessageGrants, targetArn } from '#core/message-targets';

const sqs = (name: string): string => `arn:aws:sqs:eu-west-1:111122223333:${name}`;
const bus = 'arn:aws:events:eu-west-1:111122223333:event-bus/shop';

test('what the environment lists is cut down to what its tenant is granted, by whole ARN or by prefix', () => {
  const wanted = { queues: [sqs('acme-a'), sqs('acme-b.fifo'), sqs('other')], buses: [bus] };

  expect(grantedTargets(wanted, [sqs('acme-*')])).toEqual({
    queues: [sqs('acme-a'), sqs('acme-b.fifo')],
    topics: [],
    buses: [],
  });
  expect(grantedTargets(wanted, [sqs('other'), bus])).toEqual({ queues: [sqs('other')], topics: [], buses: [bus] });
});

test('nothing is granted to a tenant that the deploy does not name, nor to an environment that lists nothing', () => {
  expect(grantedTargets({ queues: [sqs('a')] }, undefined)).toBeUndefined();
  expect(grantedTargets({ queues: [sqs('a')] }, [])).toBeUndefined();
  expect(grantedTargets(undefined, [sqs('*')])).toBeUndefined();
  expect(grantedTargets({ queues: [sqs('a')] }, [sqs('ab')])).toBeUndefined();
});

test('a suite names a target by ARN or by name; anything else is refused with what there is', () => {
  const allowed = [sqs('a.fifo'), sqs('b')];

  expect(targetArn('queue', 'a.fifo', allowed)).toBe(sqs('a.fifo'));
  expect(targetArn('queue', sqs('b'), allowed)).toBe(sqs('b'));
  expect(targetArn('bus', 'shop', [bus])).toBe(bus);
  expect(() => targetArn('queue', 'c', allowed)).toThrow(
    'expected a queue that the environment lists under "messages" and the deploy grants (a.fifo, b), got c',
  );
  expect(() => targetArn('topic', sqs('b'), undefined)).toThrow('(none), got');
});

test('one name in two regions is not guessed', () => {
  const allowed = [sqs('a'), 'arn:aws:sqs:us-east-1:111122223333:a'];

  expect(() => targetArn('queue', 'a', allowed)).toThrow('expected one queue named a, got 2: use its ARN');
  expect(targetArn('queue', sqs('a'), allowed)).toBe(sqs('a'));
});

test.each([
  ['[]'],
  ['{"acme":"x"}'],
  ['{"acme":["*"]}'],
  ['{"acme":["arn:aws:s3:::bucket"]}'],
  [`{"acme":["${sqs('a*b')}"]}`],
  ['{'],
])('grants that are something else are refused: %s', (text) => {
  expect(() => parseMessageGrants(text)).toThrow(expect.objectContaining({ name: 'config-missing' }));
});

test('no grants are none', () => {
  expect([parseMessageGrants(undefined), parseMessageGrants('')]).toEqual([{}, {}]);
  expect(parseMessageGrants(`{"acme":["${sqs('a-*')}","${bus}"]}`)).toEqual({ acme: [sqs('a-*'), bus] });
});
