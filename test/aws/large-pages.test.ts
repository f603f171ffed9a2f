/** What DynamoDB does to items that are large: it ends a page of a query at 1 MB, and takes no item beyond 400 KB and no key beyond 2 KB. */
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from '@jest/globals';
import { marshall } from '@aws-sdk/util-dynamodb';
import { dynamoFindings } from '#aws/dynamo-findings';
import { dynamoResponses } from '#aws/dynamo-responses';
import { dynamoDriftLog, dynamoStructures } from '#aws/dynamo-structures';
import { compressed } from '#aws/packed';
import { advance, type DriftRecord } from '#core/drift';
import type { FindingRecord } from '#core/finding-record';
import { inferStructure } from '#core/structure';
import { scriptedServer, type Step } from './scripted-server.ts';

beforeAll(() => {
  process.env['AWS_ACCESS_KEY_ID'] = 'test';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'test';
  process.env['AWS_REGION'] = 'eu-west-1';
});

const json = (body: unknown): Step => ({ status: 200, body: JSON.stringify(body) });
const SINCE = '2026-01-02T00:00:00.000Z';

/** Fewer items than were asked for, although there are more. */
const cutShort = (item: object, key: object, bytes: { readonly [name: string]: Uint8Array } = {}): Step => {
  const binary = Object.entries(bytes).map(([name, value]) => [name, { B: Buffer.from(value).toString('base64') }]);
  return json({ Items: [{ ...marshall(item), ...Object.fromEntries(binary) }], LastEvaluatedKey: marshall(key) });
};

test('open findings go on after a page that DynamoDB cut short', async () => {
  const record: Partial<FindingRecord> = { fingerprint: 'a'.repeat(32), service: 'shop', state: 'new' };
  const key = { pk: 'p', sk: 's', gsi1pk: 'g', gsi1sk: `${'0'.repeat(15)}#shop#${'a'.repeat(32)}` };
  await using server = await scriptedServer(() => cutShort({ ...key, schemaVersion: 1, record, revision: 1 }, key));

  const page = await dynamoFindings({ tableName: 't', endpointUrl: server.url }).listOpen('acme', { limit: 50 });

  expect(page.items).toHaveLength(1);
  expect(page.next).toBe(Buffer.from(key.gsi1sk).toString('base64url'));
});

test('changes of structures go on after a page that DynamoDB cut short', async () => {
  const key = { pk: 'p', sk: `${'0'.repeat(15)}#GET%20%2Forders` };
  const item = { ...key, schemaVersion: 1, service: 'shop', operation: 'GET /orders', version: 2, digest: 'd' };
  const stored = { ...item, at: SINCE, runId: 'r1' };
  await using server = await scriptedServer(() => cutShort(stored, key, { records: compressed([]) }));
  const log = dynamoDriftLog({ tableName: 't', endpointUrl: server.url });

  const page = await log.list('acme', { service: 'shop' }, { limit: 50 });

  expect(page.items).toHaveLength(1);
  expect(page.next).toBe(Buffer.from(key.sk).toString('base64url'));
});

/** A text that does not compress below half. */
const noise = (seed: string, length: number): string => {
  let text = '';
  for (let round = 0; text.length < length; round += 1)
    text += createHash('sha256')
      .update(`${seed} ${String(round)}`)
      .digest('base64');
  return text.slice(0, length);
};

test('a change in too many places is told in part, and its structure is stored', async () => {
  await using server = await scriptedServer(() => json({}));
  const facts = { service: 'shop', operation: 'GET /orders', runId: 'r1', nowMs: Date.parse(SINCE) };
  const { next } = advance(undefined, inferStructure([{ a: 1 }]), facts, { samplesMin: 1 });
  const changes = Array.from({ length: 900 }, (_, at) => ({
    ...{ service: 'shop', operation: 'GET /orders', runId: 'r1', detectedAt: SINCE },
    ...{ changeType: 'enum_changed', fieldPath: `$.f${String(at)}`, oldValue: null, newValue: noise(String(at), 2000) },
  })) as unknown as readonly DriftRecord[];

  const written = await dynamoStructures({ tableName: 't', endpointUrl: server.url }, 'acme').put(next, changes);

  const { TransactItems } = JSON.parse(server.seen[0]?.body ?? '{}') as {
    TransactItems: { Put: { Item: { records?: { B: string } } } }[];
  };
  const packed = Buffer.from(TransactItems.find(({ Put }) => Put.Item.records)?.Put.Item.records?.B ?? '', 'base64');
  const told = JSON.parse(gunzipSync(packed).toString()) as readonly { readonly fieldPath: string }[];
  expect(written).toBe(true);
  expect(packed.length).toBeLessThan(400 * 1024 - 4096);
  expect(told.length).toBeGreaterThan(100);
  expect(told[0]?.fieldPath).toBe('$.f0');
});

test('answers to a query of any length are kept apart, in keys that DynamoDB takes', async () => {
  await using server = await scriptedServer(() => json({ Items: [] }));
  const history = dynamoResponses({ tableName: 't', endpointUrl: server.url }, 'acme');
  const place = { service: 'shop', operation: 'GET /orders' };
  const long = `/orders?ids=${'7,'.repeat(3000)}`;

  for (const resource of [long, `${long}8`, long]) await history.latest({ ...place, resource });

  const keys = server.seen.map(({ body }) => {
    const { ExpressionAttributeValues: values } = JSON.parse(body) as {
      ExpressionAttributeValues: Record<string, { S: string }>;
    };
    return Object.values(values)[0]?.S ?? '';
  });
  expect(keys.map((key) => Buffer.byteLength(key) <= 2048 && key.includes('RESPONSES'))).toEqual([true, true, true]);
  expect([keys[0] === keys[1], keys[0] === keys[2]]).toEqual([false, true]);
});
